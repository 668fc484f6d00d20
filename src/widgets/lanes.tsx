// The lanes on the axis of steps: a name and a lifeline for each actor, messages between them, values beside them. Of
// more than twelve, those of this exchange are shown with as many others; the rest share the lane below.

import type { CSSProperties } from 'react';
import { Suspense, useState } from 'react';
import type { Text } from '../base/text.ts';
import { axisOf } from './axis.ts';
import { LaneDrawing } from './lane-drawing.tsx';
import { lanePlaces } from './lane-places.ts';
import type { LaneRoom } from './lane-scene.ts';
import { laneScene } from './lane-scene.ts';
import type { LaneActor } from './lane-types.ts';
import { monoWidth, nameWidth } from './mono-width.ts';
import { partOfView } from './part.ts';
import { Say, useLabelSize, usePlain } from './say.tsx';
import type { LanesProps } from './time-panel-types.ts';
import { useMedia } from './use-size.ts';

/** Thirty nodes and more: few runs have so many. */
const GroupedLanes = partOfView(() => import('./grouped-lanes.tsx').then((m) => m.GroupedLanes));

/** What both draw with: handed over, so that it stays in one part. */
const SHARED = { Drawing: LaneDrawing, sceneOf: laneScene };

/** As many are drawn at once. */
const MOST_LANES = 12;

/** A dash or nothing: there is nothing to show there. */
export const chipWidth = (label: string, size?: number): number =>
  label === '' || label === '–' ? 0 : Math.max(34, monoWidth(label, size) + 14);

/** Heights of a lane by how many there are, up to four, six and more; closer where there is little height. */
const ROWS = { wide: [61, 50, 36], low: [46, 40, 31], tight: [32, 31, 30] } as const;
const rowHeight = (lanes: number, room: keyof typeof ROWS): number =>
  ROWS[room][lanes <= 4 ? 0 : lanes <= 6 ? 1 : 2];
/** Under a name there is room for its role. */
const ROLE_ROW = 36;

export function Lanes(props: LanesProps) {
  const { actors, track, first, now, choices, words, hot } = props;
  const plain = usePlain();
  const size = useLabelSize();
  // Or where the panel is narrow, and what stands under the lanes is tall.
  const low = useMedia('(max-height: 820px), (max-width: 959px)');
  // Both: five lanes and more come as close as two runs compared.
  const least = useMedia('(max-height: 820px) and (max-width: 1199px)');
  const [all, setAll] = useState(false);
  const axis = axisOf(props.width, false, props.long);
  const { fold = [] } = props;
  const widthOf = (text: Text): number => chipWidth(plain(text), size);
  if (!all && fold.length === 0 && actors.length > MOST_LANES && actors[0]?.group)
    return (
      <Suspense>
        <GroupedLanes {...props} axis={axis} widthOf={widthOf} onAll={() => setAll(true)} {...SHARED} />
      </Suspense>
    );
  const foldable = fold.length > 1 ? fold : [];
  const shared = new Set(all ? [] : foldable);
  const { places: few, stands } = lanePlaces({
    lanes: actors.filter(({ id }) => !shared.has(id)).map(({ id }) => ({ id, width: 1 })),
    room: MOST_LANES,
    steps: props.inPlay ?? track.steps,
    now,
    choices,
  });
  const hidden = actors.length - few.length + (all ? foldable.length : 0);
  const folded = hidden > 0 && !all;
  const drawn = folded ? few.flatMap(({ id }) => actors.find((actor) => actor.id === id) ?? []) : actors;
  const rows = drawn.length + (folded ? 1 : 0);
  const tight = props.tight || (least && rows > 4);
  const room: LaneRoom = {
    ...axis,
    row: rowHeight(rows, tight ? 'tight' : low ? 'low' : 'wide'),
    above: tight ? 26 : low ? 28 : 32,
    below: tight ? 28 : low ? 32 : 40,
  };
  const scene = laneScene({
    actors: drawn.map(({ id }) => id),
    folded,
    shared,
    ...(folded ? { stands } : {}),
    first,
    steps: track.steps,
    standing: track.chips,
    now,
    choices,
    room,
    widthOf,
  });
  // Broken in two, in the room of its role.
  const isLong = ({ name }: LaneActor): boolean => nameWidth(plain(name)) + 28 > axis.gutter;
  const top = (place: number): number => room.above + place * room.row;
  const style = { height: scene.height, '--role-lines': room.row >= 46 ? 2 : 1 } as CSSProperties;
  const foldButton = (
    <button type="button" className="button bare lane-fold" data-part="fold" onClick={() => setAll(!all)}>
      {all ? words.showFew : `${words.others(hidden)}. ${words.showAll}`}
    </button>
  );
  return (
    <>
      <div className="lanes" style={style}>
        <div className="lane-names">
          {drawn.map((actor, place) => (
            <div
              key={actor.id}
              className="lane-name"
              data-part="name"
              data-lit={props.lit?.includes(actor.id) || undefined}
              data-hot={props.hotActor === actor.id || undefined}
              data-absent={actor.absent || undefined}
              data-long={isLong(actor) || undefined}
              onPointerEnter={() => props.onHotActor?.(actor.id)}
              onPointerLeave={() => props.onHotActor?.(null)}
              title={`${plain(actor.name)}: ${actor.absent ? words.absent : plain(actor.role)}`}
              style={{ top: top(place) }}
            >
              <b>
                <Say text={actor.name} />
              </b>
              {room.row < ROLE_ROW || isLong(actor) ? null : (
                <span>{actor.absent ? words.absent : <Say text={actor.role} />}</span>
              )}
            </div>
          ))}
          {folded ? (
            <div className="lane-name others" style={{ top: top(drawn.length) }}>
              {foldButton}
            </div>
          ) : null}
        </div>
        <LaneDrawing
          scene={scene}
          room={room}
          actors={rows}
          absent={new Set(drawn.flatMap(({ absent }, index) => (absent ? index : [])))}
          hotLane={drawn.findIndex(({ id }) => id === props.hotActor)}
          nowRight={now < first ? axis.lead : axis.lead + (now - first + 1) * axis.column}
          choices={choices}
          hot={hot}
          differs={words.differs}
          onHot={props.onHot}
          onChoose={props.onChoose}
        />
      </div>
      {hidden > 0 && all ? foldButton : null}
    </>
  );
}
