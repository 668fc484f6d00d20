// The lanes themselves: lifelines, messages, values, in SVG with chips in HTML over it, and a button over each choice.

import type { LaneRoom, LaneScene, SceneArrow } from './lane-scene.ts';
import type { LaneChoice } from './lane-types.ts';
import { Say, usePlain } from './say.tsx';

interface Props {
  readonly scene: LaneScene;
  readonly room: LaneRoom;
  readonly actors: number;
  /** Places of lanes that this run does not have. */
  readonly absent?: ReadonlySet<number>;
  /** The lane that the pointer rests on, here or in another view. */
  readonly hotLane?: number;
  /** The lamp's right edge: left of it lifelines are lived, right of it not yet. */
  readonly nowRight: number;
  readonly choices: readonly LaneChoice[];
  readonly hot: string | null;
  /** Said of a value that is not so in the run beside. */
  readonly differs?: string | undefined;
  onHot(key: string | null): void;
  onChoose(key: string): void;
}

export function LaneDrawing(props: Props) {
  const { scene, room, actors, absent, nowRight, choices, hot, onHot, onChoose } = props;
  const plain = usePlain();
  const width = room.lead + room.column * room.columns;
  const byKey = new Map(choices.map((choice) => [choice.key, choice]));
  return (
    <div className="lane-drawing" style={{ width }}>
      <svg width={width} height={scene.height} aria-hidden="true">
        {Array.from({ length: actors }, (_, index) => {
          const y = room.above + index * room.row;
          return absent?.has(index) ? null : (
            <g key={y} data-part="lifeline lamp" data-hot={props.hotLane === index || undefined}>
              <line className="lifeline" x1={0} x2={nowRight} y1={y} y2={y} />
              <line className="lifeline unlived" x1={nowRight} x2={width} y1={y} y2={y} />
            </g>
          );
        })}
        {scene.arrows.map((arrow) => (
          <ArrowLine key={arrow.id} arrow={arrow} hot={arrow.choice !== null && arrow.choice === hot} />
        ))}
        {scene.dots.map((dot) => (
          <circle
            key={dot.id}
            className="dot"
            data-told={dot.told ?? undefined}
            data-choice={dot.choice ?? undefined}
            data-when={dot.when}
            data-hot={(dot.choice !== null && dot.choice === hot) || undefined}
            cx={dot.x}
            cy={dot.y}
            r={dot.big ? 5.5 : 4.5}
          />
        ))}
      </svg>
      {scene.chips.map((chip) => (
        <span
          key={chip.id}
          className="chip"
          data-told={chip.told}
          data-when={chip.when}
          data-bad={chip.bad || undefined}
          data-ended={chip.ended || undefined}
          data-differs={chip.differs || undefined}
          style={{ left: chip.x - chip.width / 2, top: chip.y - 11, width: chip.width }}
        >
          {chip.ended ? (
            <s>
              <Say text={chip.text} />
            </s>
          ) : (
            <Say text={chip.text} />
          )}
          {chip.differs && props.differs ? (
            <span className="visually-hidden">{`, ${props.differs}`}</span>
          ) : null}
        </span>
      ))}
      {scene.slots.map((slot) => {
        const choice = byKey.get(slot.key);
        return choice ? (
          <button
            key={slot.key}
            type="button"
            tabIndex={-1}
            className="lane-choice"
            data-choice={slot.key}
            data-hot={hot === slot.key || undefined}
            aria-label={plain(choice.label)}
            title={plain(choice.label)}
            style={{ left: slot.x, width: slot.width }}
            onPointerEnter={() => onHot(slot.key)}
            onPointerLeave={() => onHot(null)}
            onClick={() => onChoose(slot.key)}
          />
        ) : null;
      })}
    </div>
  );
}

/** A line with a head of its own (no marker: a marker cannot take the line's colour everywhere). */
export function ArrowLine({
  arrow,
  hot,
}: {
  readonly arrow: Omit<SceneArrow, 'step'>;
  readonly hot: boolean;
}) {
  const dx = arrow.x2 - arrow.x1;
  const dy = arrow.y2 - arrow.y1;
  const length = Math.hypot(dx, dy) || 1;
  const ux = dx / length;
  const uy = dy / length;
  const size = arrow.when === 'now' ? 13 : 11;
  const half = arrow.when === 'now' ? 5.5 : 4.5;
  const lost = arrow.kind === 'lost';
  const gap = arrow.head && !lost ? 5 : 0;
  const tx = arrow.x2 - ux * gap;
  const ty = arrow.y2 - uy * gap;
  const bx = tx - ux * size;
  const by = ty - uy * size;
  const back = arrow.head && !lost ? size * 0.75 : 0;
  return (
    <g
      className="arrow"
      data-told={arrow.told ?? undefined}
      data-choice={arrow.choice ?? undefined}
      data-when={arrow.when}
      data-kind={arrow.kind}
      data-hot={hot || undefined}
    >
      <line
        x1={arrow.x1 + ux * 4.5}
        y1={arrow.y1 + uy * 4.5}
        x2={tx - ux * back}
        y2={ty - uy * back}
        pathLength={arrow.when === 'now' ? 1 : undefined}
      />
      {arrow.head && !lost ? (
        <polygon
          points={`${tx},${ty} ${bx - uy * half},${by + ux * half} ${bx + ux * 3},${by + uy * 3} ${bx + uy * half},${by - ux * half}`}
        />
      ) : null}
      {lost ? <path d={`M${tx - 5},${ty - 5}l10,10m0,-10l-10,10`} className="cross" /> : null}
    </g>
  );
}
