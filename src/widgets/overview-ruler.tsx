// The whole run in one strip: how busy each actor was, where properties turned, where tries leave, where you are. In a
// run longer than a page of columns it is the slider. It fits into a slot that is there in short runs too.

import type { ReactNode } from 'react';
import { memo, useRef } from 'react';
import type { Flip } from './flip-marks.ts';
import { flipMarks } from './flip-marks.ts';
import type { LaneActor } from './lane-types.ts';
import type { TimePanelWords } from './time-panel-types.ts';
import { useWidth } from './use-size.ts';
import { useSlider } from './use-slider.ts';
import './overview-ruler.css';

interface Props {
  readonly overview: {
    readonly flips: readonly Flip[];
    readonly forks: readonly number[];
    readonly length: number;
    /** Steps of each count. */
    readonly bin: number;
    readonly bursts: readonly { readonly actor: string; readonly counts: readonly number[] }[];
  };
  readonly length: number;
  readonly now: number;
  readonly first: number;
  readonly columns: number;
  readonly actors: readonly LaneActor[];
  readonly words: TimePanelWords & { readonly overview: string };
  readonly marks: ReactNode;
  onGo(step: number): void;
}

/** Heights: of all actors' bursts, of the rail below them, of all of it: as low as its lowest slot, nearly. */
const BURSTS = 10;
const RAIL = 14;
const HEIGHT = 24;
const ENDS = 9;

/** In pixels. */
const placeOf = (step: number, length: number, width: number): number =>
  ENDS + (step / Math.max(1, length)) * width;

export function OverviewRuler({ overview, length, now, first, columns, actors, words, marks, onGo }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const full = useWidth(bar);
  const width = Math.max(1, full - 2 * ENDS);
  const x = (step: number): number => placeOf(step, length, width);
  const slider = useSlider({
    value: now,
    max: length,
    text: words.value(now, length),
    label: words.overview,
    onGo,
    at: (px) => Math.round(((px - ENDS) / width) * length),
  });
  const page = { left: x(first - 1), right: x(Math.min(length, first + columns - 1)) };
  return (
    <div className="overview">
      <span className="overview-label" aria-hidden="true">
        {words.overview}
      </span>
      <div className="overview-bar" ref={bar} {...slider}>
        <svg width={full} height={HEIGHT} aria-hidden="true">
          <rect
            className="overview-page"
            x={page.left}
            y={0.5}
            width={Math.max(4, page.right - page.left)}
            height={HEIGHT - 1}
            rx={4}
          />
          {full === 0 ? null : <Still overview={overview} length={length} actors={actors} width={width} />}
          <line className="overview-rail" x1={ENDS} x2={ENDS + width} y1={RAIL} y2={RAIL} />
          <line className="overview-lived" x1={ENDS} x2={x(now)} y1={RAIL} y2={RAIL} />
          <circle className="overview-knob" cx={x(now)} cy={RAIL} r={6.5} />
        </svg>
      </div>
      <span className="overview-length">{length.toLocaleString('en')}</span>
      {marks}
    </div>
  );
}

type StillProps = Pick<Props, 'overview' | 'length' | 'actors'> & { readonly width: number };

/** How busy each actor was, where tries leave and where properties turned: drawn once, and not anew at every step. */
const Still = memo(function Still({ overview, length, actors, width }: StillProps) {
  const x = (step: number): number => placeOf(step, length, width);
  const lanes = actors.flatMap(({ id }) => overview.bursts.filter((burst) => burst.actor === id));
  const lane = Math.min(5, BURSTS / Math.max(1, lanes.length));
  const most = Math.max(1, ...lanes.map(({ counts }) => Math.max(0, ...counts)));
  return (
    <>
      {lanes.map(({ actor, counts }, index) => (
        <path
          key={actor}
          className="burst"
          d={burstPath(counts, (index + 1) * lane, lane, most, (width * overview.bin) / overview.length)}
        />
      ))}
      {spaced(overview.forks, x).map((step) => (
        <circle key={step} className="overview-fork" cx={x(step)} cy={RAIL} r={3.2} />
      ))}
      {flipMarks(overview.flips, x).map((mark) => (
        <path
          key={mark.x}
          className="overview-flip"
          data-bad={mark.bad || undefined}
          d={mark.alone ? `M${mark.x} ${RAIL + 3}l-4.5 6h9z` : `M${mark.x - 0.5} ${RAIL + 3}h1v6h-1z`}
        />
      ))}
    </>
  );
});

/** One bar for each stretch in which the actor acted, as one path. */
function burstPath(
  counts: readonly number[],
  bottom: number,
  lane: number,
  most: number,
  apart: number,
): string {
  const wide = Math.max(1, apart - 0.6).toFixed(1);
  return counts
    .map((count, bin) => {
      if (count === 0) return '';
      const left = (ENDS + bin * apart).toFixed(1);
      const tall = Math.max(1, (count / most) * (lane - 0.8)).toFixed(1);
      return `M${left} ${bottom.toFixed(1)}v-${tall}h${wide}v${tall}z`;
    })
    .join('');
}

/** Forks closer than ten pixels are one mark. */
function spaced(steps: readonly number[], x: (step: number) => number): readonly number[] {
  let last = Number.NEGATIVE_INFINITY;
  return steps.filter((step) => {
    if (x(step) - last < 10) return false;
    last = x(step);
    return true;
  });
}
