// The race of the first page, small: headings, lanes and the lamp, no ruler; on a phone with time running down.

import type { CSSProperties } from 'react';
import { useRef, useState } from 'react';
import type { Text } from '../../base/text.ts';
import { HeadingRow } from '../../widgets/heading-row.tsx';
import { LaneDrawing } from '../../widgets/lane-drawing.tsx';
import type { LaneRoom } from '../../widgets/lane-scene.ts';
import { laneScene } from '../../widgets/lane-scene.ts';
import { NarrowLanes } from '../../widgets/narrow-lanes.tsx';
import { Say, usePlain } from '../../widgets/say.tsx';
import { chipWidth } from '../../widgets/time-panel.tsx';
import { useWidth } from '../../widgets/use-size.ts';
import { orderedChoices } from '../choices.ts';
import { useTimeWords } from '../scenario/time-words.tsx';
import '../../widgets/time-panel.css';
import type { Live, LiveRace } from './use-live-race.ts';
import { LIVE_COLUMNS } from './use-live-race.ts';

interface Props {
  readonly live: Live;
  readonly race: LiveRace;
  readonly phone: boolean;
}

const ROW = 44;
const LEAD = 16;
const GUTTER = 92;

export function LiveLanes({ live, race, phone }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  return (
    <div ref={root} className="live-lanes">
      {width > 0 ? <Drawn live={live} race={race} phone={phone} width={width} /> : null}
    </div>
  );
}

function Drawn({ live, race, phone, width }: Props & { readonly width: number }) {
  const plain = usePlain();
  const words = useTimeWords();
  const [hot, setHot] = useState<string | null>(null);
  const { frame, track, head, glide } = race;
  const now = frame.cursor.step;
  const choices = now < frame.length ? [] : orderedChoices(frame).filter(({ group }) => group === 'step');
  const lit = frame.properties.flatMap((view) =>
    view.here === 'violated' ? (view.witness?.actors ?? []) : [],
  );
  const shared = {
    actors: head.actors,
    track,
    first: 1,
    columns: LIVE_COLUMNS,
    now,
    length: frame.length,
    choices,
    glide,
    words,
    hot,
    lit,
    onHot: setHot,
    onGo: live.goTo,
    onChoose: live.choose,
  };
  if (phone) return <NarrowLanes {...shared} width={width} still />;
  const room: LaneRoom = {
    lead: LEAD,
    column: Math.floor((width - GUTTER - LEAD) / LIVE_COLUMNS),
    columns: LIVE_COLUMNS,
    row: ROW,
    above: 30,
    below: 36,
  };
  const scene = laneScene({
    actors: head.actors.map(({ id }) => id),
    first: 1,
    steps: track.steps,
    standing: [],
    now,
    choices,
    room,
    widthOf: (text: Text) => chipWidth(plain(text)),
  });
  const style = {
    '--gutter': `${GUTTER}px`,
    '--lead': `${LEAD}px`,
    '--column': `${room.column}px`,
    '--band-x': `${GUTTER + (now === 0 ? 0 : LEAD + (now - 1) * room.column)}px`,
    '--band-width': `${now === 0 ? LEAD : room.column}px`,
  } as CSSProperties;
  return (
    <div className="time-panel" style={style} data-glide={glide}>
      <div className="lamp-band" aria-hidden="true" />
      <HeadingRow {...shared} />
      <div className="lanes" style={{ height: scene.height }}>
        <div className="lane-names">
          {head.actors.map((actor, index) => (
            <div
              key={actor.id}
              className="lane-name"
              data-lit={lit.includes(actor.id) || undefined}
              style={{ top: room.above + index * ROW }}
            >
              <b>
                <Say text={actor.name} />
              </b>
            </div>
          ))}
        </div>
        <LaneDrawing
          scene={scene}
          room={room}
          actors={head.actors.length}
          nowRight={LEAD + now * room.column}
          choices={choices}
          hot={hot}
          onHot={setHot}
          onChoose={live.choose}
        />
      </div>
    </div>
  );
}
