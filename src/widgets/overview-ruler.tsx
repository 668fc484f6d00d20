// The whole run in one strip: how busy each actor was, where properties turned, where tries leave, where you are. In a
// run longer than a page of columns it is the slider.

import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { LaneActor, Verdict } from './lane-types.ts';
import type { TimePanelWords } from './time-panel-types.ts';
import { useWidth } from './use-size.ts';
import { useSlider } from './use-slider.ts';
import './overview-ruler.css';

interface Props {
  readonly overview: {
    readonly flips: readonly {
      readonly step: number;
      readonly property: string;
      readonly verdict: Verdict;
    }[];
    readonly forks: readonly number[];
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

const LANE = 7;

export function OverviewRuler({ overview, length, now, first, columns, actors, words, marks, onGo }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const width = Math.max(1, useWidth(root) - 20);
  const x = (step: number): number => 10 + (step / Math.max(1, length)) * width;
  const slider = useSlider({
    value: now,
    max: length,
    text: words.value(now, length),
    label: words.overview,
    onGo,
    at: (px) => Math.round(((px - 10) / width) * length),
  });
  const lanes = actors.flatMap(({ id }) => overview.bursts.filter((burst) => burst.actor === id));
  const height = lanes.length * LANE + 8;
  const most = Math.max(1, ...lanes.flatMap(({ counts }) => counts));
  const page = { left: x(first - 1), right: x(Math.min(length, first + columns - 1)) };
  // Marks closer than ten pixels are one mark.
  // What is violated comes before what is only reached.
  const grave = overview.flips.filter(({ verdict }) => verdict === 'violated');
  const good = overview.flips.filter(({ verdict }) => verdict !== 'violated');
  const flips = [...spaced(good, (flip) => x(flip.step)), ...spaced(grave, (flip) => x(flip.step))];
  const forks = spaced(overview.forks, x);
  return (
    <div className="overview" ref={root}>
      <div className="overview-bar" {...slider}>
        <svg width={width + 20} height={height + 30} aria-hidden="true">
          <rect
            className="overview-page"
            x={page.left}
            y={0}
            width={Math.max(4, page.right - page.left)}
            height={height + 14}
            rx={4}
          />
          {lanes.map(({ actor, counts }, index) => (
            <path
              key={actor}
              className="burst"
              d={counts
                .map((count, bin) => {
                  if (count === 0) return '';
                  const left = 10 + (bin / counts.length) * width;
                  const tall = Math.max(1, (count / most) * (LANE - 1.5));
                  return `M${left.toFixed(1)} ${((index + 1) * LANE + 2).toFixed(1)}v${(-tall).toFixed(1)}h${Math.max(1, width / counts.length - 0.6).toFixed(1)}v${tall.toFixed(1)}z`;
                })
                .join('')}
            />
          ))}
          <line className="overview-rail" x1={10} x2={10 + width} y1={height + 7} y2={height + 7} />
          <line className="overview-lived" x1={10} x2={x(now)} y1={height + 7} y2={height + 7} />
          {forks.map((step) => (
            <circle key={step} className="overview-fork" cx={x(step)} cy={height + 7} r={3.5} />
          ))}
          {flips.map((flip) => (
            <path
              key={`${flip.step}${flip.property}`}
              className="overview-flip"
              data-verdict={flip.verdict}
              d={`M${x(flip.step)} ${height + 12}l-4.5 8h9z`}
            />
          ))}
          <circle className="overview-knob" cx={x(now)} cy={height + 7} r={8} />
        </svg>
      </div>
      <div className="overview-ends">
        <span>0</span>
        <span>{length.toLocaleString()}</span>
      </div>
      {marks}
    </div>
  );
}

function spaced<M>(marks: readonly M[], x: (mark: M) => number): readonly M[] {
  let last = Number.NEGATIVE_INFINITY;
  return marks.filter((mark) => {
    if (x(mark) - last < 10) return false;
    last = x(mark);
    return true;
  });
}
