// A lane for each worker, seconds to the right: a box is what it tried in that time, a diamond the lowest hash it had
// found by then. What was done is ink; the present is amber.

import { useRef } from 'react';
import { text } from '../../../base/text.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { useWidth } from '../../../widgets/use-size.ts';
import type { Live, Look } from './use-mining.ts';
import { nearestOf, rateOf } from './use-mining.ts';

const LANE = 30;
const BOX = 20;
const FOOT = 22;
const STEPS = [1, 2, 5, 10, 20, 60, 120, 300, 600, 1800, 3600] as const;

export const megahashes = (perSecond: number): string => (perSecond / 1e6).toFixed(2);

/** What the word for the unit takes, at the end of the axis. */
const UNIT = 64;

/** Seconds that the axis shows, and between its ticks: room ahead of now. */
function axisOf(seconds: number, width: number): { readonly span: number; readonly step: number } {
  const span = Math.max(5, seconds * 1.2);
  const step = STEPS.find((one) => span / one <= width / 70) ?? 3600;
  return { span, step };
}

const at = (looks: readonly Look[], seconds: number): Look | undefined =>
  looks.findLast((look) => look.seconds <= seconds);

interface Box {
  readonly from: number;
  readonly to: number;
  readonly tried: number;
}

function boxesOf(looks: readonly Look[], seat: number, step: number): readonly Box[] {
  const last = looks.at(-1)?.seconds ?? 0;
  const boxes: Box[] = [];
  for (let from = 0; from < last; from += step) {
    const to = Math.min(from + step, last);
    const tried = (look: Look | undefined): number => look?.seats[seat]?.tried ?? 0;
    boxes.push({ from, to, tried: tried(at(looks, to)) - tried(at(looks, from)) });
  }
  return boxes;
}

/** When this seat's lowest hash so far was seen, each time it was a new one. */
function bests(
  looks: readonly Look[],
  seat: number,
): readonly { readonly seconds: number; readonly at: number }[] {
  const found: { seconds: number; at: number }[] = [];
  for (const { seconds, seats } of looks) {
    const nonce = seats[seat]?.nearest.at ?? -1;
    if (nonce >= 0 && nonce !== found.at(-1)?.at) found.push({ seconds, at: nonce });
  }
  return found;
}

export function MiningLanes({ looks, running, workers, end }: Live) {
  const plain = usePlain();
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const last = looks.at(-1);
  const now = last?.seconds ?? 0;
  const best = nearestOf(last?.seats ?? []);
  const { span, step } = axisOf(now, width);
  const x = (seconds: number): number => 1 + (seconds / span) * (width - 2);
  const lanes = Array.from({ length: workers }, (_, seat) => seat);
  const height = workers * LANE;
  const ticks = Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => i * step).filter(
    (tick) => x(tick) < width - UNIT,
  );
  return (
    <div className="mining-lanes" data-part="lanes">
      <ul>
        {lanes.map((seat) => (
          <li key={seat} style={{ height: LANE }}>
            <Say text={text('actor.worker', { n: seat + 1 })} />
            <span className="mining-rate">
              {plain(text('mining.rate', { n: megahashes(rateOf(looks, seat)) }))}
            </span>
          </li>
        ))}
      </ul>
      <div ref={root} className="mining-time">
        {width > 0 ? (
          <svg width={width} height={height + FOOT} aria-hidden="true">
            {ticks.map((tick) => (
              <text
                key={tick}
                className="mining-tick"
                x={x(tick)}
                y={height + 16}
                textAnchor={tick === 0 ? 'start' : 'middle'}
              >
                {tick}
              </text>
            ))}
            {lanes.map((seat) => {
              const y = seat * LANE;
              return (
                <g key={seat}>
                  <line className="mining-lane" x1={0} x2={width} y1={y + LANE / 2} y2={y + LANE / 2} />
                  {boxesOf(looks, seat, step).map(({ from, to, tried }) => (
                    <g key={from}>
                      <rect
                        className="mining-box"
                        data-now={(running && to === now) || undefined}
                        x={x(from) + 1}
                        y={y + (LANE - BOX) / 2}
                        width={Math.max(1, x(to) - x(from) - 2)}
                        height={BOX}
                        rx={4}
                      />
                      {x(to) - x(from) > 52 ? (
                        <text className="mining-count" x={x(to) - 8} y={y + LANE / 2 + 4} textAnchor="end">
                          {plain(text('mining.millions', { n: (tried / 1e6).toFixed(1) }))}
                        </text>
                      ) : null}
                    </g>
                  ))}
                  {bests(looks, seat).map(({ seconds, at: nonce }) => (
                    <path
                      key={nonce}
                      className="mining-best"
                      data-lowest={nonce === best?.at || undefined}
                      d={`M${x(seconds)},${y + LANE / 2 + 3} l5,5 l-5,5 l-5,-5 z`}
                    />
                  ))}
                </g>
              );
            })}
            {running || end ? (
              <line
                className="mining-now"
                x1={x(now)}
                x2={x(now)}
                y1={0}
                y2={height}
                data-over={!running || undefined}
              />
            ) : null}
          </svg>
        ) : null}
        <p className="mining-axis">
          <Say text={text('mining.seconds')} />
        </p>
      </div>
    </div>
  );
}
