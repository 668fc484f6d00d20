// Lanes that several share: a lane a group, with the names of its members, their messages on it and between it and others.

import type { Text } from '../base/text.ts';
import type { Axis } from './axis.ts';
import type { LaneDrawing } from './lane-drawing.tsx';
import { laneGroups, standingOf } from './lane-groups.ts';
import type { LaneRoom, laneScene } from './lane-scene.ts';

import { usePlain } from './say.tsx';
import type { LanesProps } from './time-panel-types.ts';

const GROUP_ROW = 37;

interface GroupedProps extends LanesProps {
  readonly axis: Axis;
  readonly widthOf: (text: Text) => number;
  readonly Drawing: typeof LaneDrawing;
  readonly sceneOf: typeof laneScene;
  onAll(): void;
}

export function GroupedLanes({ axis, widthOf, Drawing, sceneOf, onAll, ...props }: GroupedProps) {
  const { track, first, now, choices, words, hot } = props;
  const plain = usePlain();
  const groups = laneGroups(props.actors);
  const { lanes, rowOf } = groups;
  const room: LaneRoom = {
    ...axis,
    row: GROUP_ROW,
    above: 28,
    below: 32,
  };
  const scene = sceneOf({
    actors: lanes.map(({ id }) => id),
    rowOf,
    first,
    steps: track.steps,
    standing: standingOf(groups, track.chips, plain),
    now,
    choices,
    room,
    widthOf,
  });
  return (
    <>
      <div className="lanes" style={{ height: scene.height }}>
        <div className="lane-names">
          {lanes.map(({ id, members }, row) => (
            <div
              key={id}
              className="lane-name"
              data-part="name"
              data-lit={members.some((one) => props.lit?.includes(one.id)) || undefined}
              data-hot={members.some((one) => one.id === props.hotActor) || undefined}
              style={{ top: room.above + row * room.row }}
            >
              <b>{members.map(({ name }) => plain(name)).join(' ')}</b>
            </div>
          ))}
        </div>
        <Drawing
          scene={scene}
          room={room}
          actors={lanes.length}
          hotLane={rowOf.get(props.hotActor ?? '') ?? -1}
          nowRight={now < first ? axis.lead : axis.lead + (now - first + 1) * axis.column}
          choices={choices}
          hot={hot}
          onHot={props.onHot}
          onChoose={props.onChoose}
        />
      </div>
      <button type="button" className="button bare lane-fold" data-part="fold" onClick={onAll}>
        {words.showAll}
      </button>
    </>
  );
}
