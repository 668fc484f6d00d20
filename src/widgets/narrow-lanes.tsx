// The lanes on a phone. Where there are more actors than fit, those of this exchange and the next are shown, with as
// many others as there is room for; the rest fold.

import type { CSSProperties } from 'react';
import { useState } from 'react';
import type { Text } from '../base/text.ts';
import { ArrowLine } from './lane-drawing.tsx';
import type { Lane } from './lane-places.ts';
import { lanePlaces } from './lane-places.ts';
import type { AxisMark } from './lane-types.ts';
import { toldStep } from './lane-types.ts';
import { brokenWidth, monoWidth, nameWidth } from './mono-width.ts';
import { LEAD_ROW, laneWidths, narrowScene, numbersWidth, ROW, rowTop } from './narrow-scene.ts';
import { Say, useLabelSize, usePlain } from './say.tsx';
import type { LanesProps, LaneWords } from './time-panel-types.ts';
import './narrow-lanes.css';

interface Props extends Omit<LanesProps, 'inPlay'> {
  readonly causes?: readonly number[];
  readonly mark?: AxisMark | null;
  readonly glide: boolean;
  readonly words: LaneWords & { readonly goTo: (step: number) => string };
  onGo(step: number): void;
}

/** A lane is never narrower, so that its circles can be told apart. */
const LEAST_LANE = 44;
/** A longer name is broken in two. */
const MOST_NAME = 104;
/** Beside a name, to its neighbours. */
const AROUND = 6;
/** And so much more where there is room. */
const MORE_AROUND = 10;

export function NarrowLanes(props: Props) {
  const { actors, track, first, columns, now, choices, width, hot, words, mark } = props;
  const plain = usePlain();
  const size = useLabelSize();
  const [all, setAll] = useState(false);
  // A name broken in two needs a second line over the lanes: then all may be, and more lanes have room.
  const tall = actors.some(({ name }) => nameWidth(plain(name)) + AROUND > MOST_NAME);
  const widthOfName = tall ? brokenWidth : nameWidth;
  const wished: readonly Lane[] = actors
    .filter(({ absent }) => !absent)
    .map(({ id, name }) => ({
      id,
      width: Math.max(LEAST_LANE, Math.min(MOST_NAME, widthOfName(plain(name)) + AROUND)),
    }));
  const numbers = numbersWidth(first + columns - 1);
  const room = width - numbers - 2;
  const { places: few, stands } = lanePlaces({ lanes: wished, room, steps: track.steps, now, choices });
  const folded = wished.length - few.length;
  const drawn = all ? wished : few;
  // Where none takes the place of another, what room is left goes between long names too.
  const spare = (room - drawn.reduce((sum, { width }) => sum + width, 0)) / drawn.length;
  const more = folded > 0 ? 0 : Math.max(0, Math.min(MORE_AROUND, spare));
  const widths = laneWidths(
    drawn.map(({ id, width }) => ({ id, width: width + more })),
    room,
  );
  const lanes = new Map<string, number>();
  let full = numbers;
  drawn.forEach(({ id }, index) => {
    const wide = widths[index] ?? 0;
    lanes.set(id, Math.round(full + wide / 2));
    full += wide;
  });
  full = Math.floor(full) + 2;
  const widthOf = (text: Text): number => monoWidth(plain(text), size) + 8;
  const { steps } = track;
  const scene = narrowScene({
    ...(all ? {} : { stands }),
    lanes,
    first,
    rows: columns,
    steps,
    now,
    choices,
    left: numbers,
    widthOf,
    full,
  });
  const bandTop = rowTop(now, first);
  const lived = bandTop + (now < first ? LEAD_ROW : ROW);
  const style = {
    '--band-y': `${bandTop}px`,
    '--band-height': `${now < first ? LEAD_ROW : ROW}px`,
  } as CSSProperties;
  return (
    <div className="narrow" data-glide={props.glide} style={style}>
      <div className="narrow-scroll">
        <div className="narrow-names" data-tall={tall || undefined} style={{ width: full }}>
          {drawn.map(({ id }, index) => {
            const actor = actors.find((one) => one.id === id);
            const wide = (widths[index] ?? 0) - 4;
            return actor ? (
              <b
                key={id}
                data-part="name"
                data-lit={props.lit?.includes(id) || undefined}
                data-hot={props.hotActor === id || undefined}
                style={{ left: (lanes.get(id) ?? 0) - wide / 2, width: wide }}
              >
                <Say text={actor.name} />
              </b>
            ) : null;
          })}
        </div>
        <div className="narrow-drawing" style={{ width: full, height: scene.height }}>
          <div className="narrow-band" aria-hidden="true" />
          <svg width={full} height={scene.height} aria-hidden="true">
            {[...lanes].map(([id, x]) => (
              <g key={id} data-part="lifeline lamp">
                <line className="lifeline" x1={x} x2={x} y1={0} y2={lived} />
                <line className="lifeline unlived" x1={x} x2={x} y1={lived} y2={scene.height} />
              </g>
            ))}
            {scene.arrows.map((arrow) => (
              <ArrowLine key={arrow.id} arrow={arrow} hot={arrow.choice !== null && arrow.choice === hot} />
            ))}
          </svg>
          {steps.map((step) => (
            <button
              key={step.step}
              type="button"
              tabIndex={-1}
              className="narrow-step"
              data-told={toldStep(step.step)}
              data-cause={props.causes?.includes(step.step) || undefined}
              data-differs={step.differs || undefined}
              data-when={step.step === now ? 'now' : step.step < now ? 'past' : 'later'}
              aria-label={words.goTo(step.step)}
              style={{ top: rowTop(step.step, first), height: ROW }}
              onClick={() => props.onGo(step.step)}
            >
              {step.step}
            </button>
          ))}
          {choices.length > 0 ? (
            <span
              className="narrow-step"
              data-part="axis lamp"
              data-when="next"
              style={{ top: rowTop(now + 1, first), height: ROW }}
            >
              {now + 1}
            </span>
          ) : null}
          {scene.labels.map((label) => {
            const wide = widthOf(label.text);
            const most = full - numbers - 2;
            const left = Math.max(numbers, Math.min(full - wide - 2, label.x - wide / 2));
            // What is longer than a row is set a little smaller, and is not cut.
            const smaller = wide > most ? { fontSize: `calc(var(--size-1) * ${most / wide})` } : null;
            return (
              <span
                key={label.id}
                className="narrow-label"
                data-told={label.told ?? undefined}
                data-choice={label.choice ?? undefined}
                data-when={label.when}
                data-differs={label.differs || undefined}
                style={{ left, top: label.y - 9, width: Math.min(wide, most), ...smaller }}
              >
                <Say text={label.text} />
              </span>
            );
          })}
          {mark && mark.step >= first && mark.step < first + columns ? (
            <div className="narrow-mark" data-part="mark" style={{ top: rowTop(mark.step, first) }}>
              <span>{mark.word}</span>
            </div>
          ) : null}
          {scene.folded.map((step) => {
            const who = actors.find(({ id }) => id === step.actor);
            return (
              <span
                key={step.step}
                className="narrow-folded"
                data-told={toldStep(step.step)}
                data-when={step.when}
                style={{ left: numbers, top: step.y - 11 }}
              >
                {who ? (
                  <b>
                    <Say text={who.name} />
                  </b>
                ) : null}
                {step.heading.map((line) => (
                  <span key={plain(line)}>
                    {' '}
                    <Say text={line} />
                  </span>
                ))}
              </span>
            );
          })}
          <svg className="narrow-dots" width={full} height={scene.height} aria-hidden="true">
            {scene.dots.map((dot) => (
              <circle
                key={dot.id}
                className="dot"
                data-told={dot.told ?? undefined}
                data-choice={dot.choice ?? undefined}
                data-when={dot.when}
                cx={dot.x}
                cy={dot.y}
                r={dot.big ? 5.5 : 4.5}
              />
            ))}
          </svg>
          {scene.slots.map((slot) => {
            const choice = choices.find(({ key }) => key === slot.key);
            return choice ? (
              <button
                key={slot.key}
                type="button"
                tabIndex={-1}
                className="narrow-choice"
                data-choice={slot.key}
                aria-label={plain(choice.label)}
                style={{ top: slot.y, height: slot.height }}
                onClick={() => props.onChoose(slot.key)}
              />
            ) : null;
          })}
        </div>
      </div>
      {folded > 0 ? (
        <button
          type="button"
          className="button bare narrow-others"
          data-part="fold"
          onClick={() => setAll(!all)}
        >
          {all ? words.showFew : `${words.others(folded)}. ${words.showAll}`}
        </button>
      ) : null}
    </div>
  );
}
