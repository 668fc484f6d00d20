// The race of the first page, small: headings, lanes and the lamp, no ruler; on a phone with time running down.

import type { CSSProperties } from 'react';
import { useRef, useState } from 'react';
import type { Text } from '../../base/text.ts';
import { HeadingRow } from '../../widgets/heading-row.tsx';
import { LaneDrawing } from '../../widgets/lane-drawing.tsx';
import type { LaneRoom } from '../../widgets/lane-scene.ts';
import { laneScene } from '../../widgets/lane-scene.ts';
import { chipWidth } from '../../widgets/lanes.tsx';
import { NarrowLanes } from '../../widgets/narrow-lanes.tsx';
import { Say, usePlain } from '../../widgets/say.tsx';
import { widestOf } from '../../widgets/text-width.ts';
import { useWidth } from '../../widgets/use-size.ts';
import { orderedChoices } from '../choices.ts';
import { useTimeWords } from '../scenario/time-words.tsx';
import '../../widgets/time-panel.css';
import type { Live, LiveRace } from './use-live-race.ts';

interface Props {
  readonly live: Live;
  readonly race: LiveRace;
  readonly phone: boolean;
}

const ROW = 44;
const LEAD = 16;
/** Room for the lanes' names, at least, and between a name and its lane. */
const GUTTER = 92;
const BESIDE = 12;
const NAME = { size: 14, weight: 600 };

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
  const { frame, track, actors, glide } = race;
  const now = frame.cursor.step;
  const choices = now < frame.length ? [] : orderedChoices(frame).filter(({ group }) => group === 'step');
  const lit = frame.properties.flatMap((view) =>
    view.here === 'violated' ? (view.witness?.actors ?? []) : [],
  );
  const shared = {
    actors,
    track,
    first: 1,
    columns: live.steps,
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
  if (phone) return <NarrowLanes {...shared} width={width} />;
  const names = actors.map(({ name }) => plain(name));
  const gutter = Math.max(GUTTER, widestOf(names, NAME.size, NAME.weight) + BESIDE);
  const room: LaneRoom = {
    lead: LEAD,
    column: Math.floor((width - gutter - LEAD) / live.steps),
    columns: live.steps,
    row: ROW,
    above: 30,
    below: 36,
  };
  const scene = laneScene({
    actors: actors.map(({ id }) => id),
    first: 1,
    steps: track.steps,
    standing: [],
    now,
    choices,
    room,
    widthOf: (text: Text) => chipWidth(plain(text)),
  });
  const style = {
    '--gutter': `${gutter}px`,
    '--lead': `${LEAD}px`,
    '--column': `${room.column}px`,
    '--band-x': `${gutter + (now === 0 ? 0 : LEAD + (now - 1) * room.column)}px`,
    '--band-width': `${now === 0 ? LEAD : room.column}px`,
  } as CSSProperties;
  return (
    <div className="time-panel" style={style} data-glide={glide}>
      <div className="lamp-band" aria-hidden="true" />
      <HeadingRow {...shared} />
      <div className="lanes" style={{ height: scene.height }}>
        <div className="lane-names">
          {actors.map((actor, index) => (
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
          actors={actors.length}
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
