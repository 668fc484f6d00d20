// Who knows what, on the axis of steps: a row each, a dot for every thing that is known. Filled: one's own; a ring:
// another's; a word where it was kept from one; dotted: not asked since; amber: learnt in this step.

import type { ReactNode } from 'react';
import type { Axis } from './axis.ts';
import './seen-rows.css';

export interface SeenDot {
  readonly slot: number;
  readonly kind: 'own' | 'other' | 'missing';
  /** Learnt in this step. */
  readonly fresh: boolean;
}

export interface SeenRow {
  readonly id: string;
  /** The line of the outline that tells of it. */
  readonly told: string | null;
  readonly name: ReactNode;
  readonly dots: readonly SeenDot[];
  /** Where it was kept from one, and the word; `told`: by a line of its own. */
  readonly words: readonly {
    readonly slot: number;
    readonly text: string;
    readonly bad?: boolean;
    readonly told?: string;
  }[];
  /** The last slot that it is known of: dotted from there on; 0 where it never asked, null where nothing can be said. */
  readonly until: number | null;
  /** Nothing more can come after that: no dotted line. */
  readonly ends?: boolean;
  /** Where a choice would bring it, and the choice's key. */
  readonly next: { readonly slot: number; readonly key: string } | null;
  readonly hot?: boolean;
}

interface Props {
  readonly rows: readonly SeenRow[];
  readonly first: number;
  readonly axis: Axis;
  readonly rowHeight: number;
  onHot?(id: string | null): void;
}

export function SeenRows({ rows, first, axis, rowHeight, onHot }: Props) {
  const { gutter, lead, column, columns } = axis;
  const full = lead + column * columns;
  const x = (slot: number): number => (slot < first ? 0 : lead + (slot - first + 0.5) * column);
  const onPage = ({ slot }: { readonly slot: number }): boolean => slot >= first && slot < first + columns;
  const height = rows.length * rowHeight;
  return (
    <div className="seen-rows" style={{ height }}>
      <div className="seen-names" style={{ width: gutter }}>
        {rows.map((row, index) => (
          <div
            key={row.id}
            className="seen-name"
            data-told={row.told ?? undefined}
            data-hot={row.hot || undefined}
            style={{ top: index * rowHeight, height: rowHeight }}
            onPointerEnter={() => onHot?.(row.id)}
            onPointerLeave={() => onHot?.(null)}
          >
            {row.name}
          </div>
        ))}
      </div>
      <div className="seen-drawing" style={{ width: full }}>
        <svg width={full} height={height} aria-hidden="true">
          {rows.map((row, index) => {
            const y = (index + 0.5) * rowHeight;
            const start = Math.min(...row.dots.map(({ slot }) => x(slot)), full);
            const until = row.until === null ? null : Math.min(x(row.until), full);
            return (
              <g key={row.id} data-hot={row.hot || undefined}>
                {until === null ? null : (
                  <g data-part="known lamp">
                    {start < until ? (
                      <line className="seen-line" x1={start} x2={until} y1={y} y2={y} />
                    ) : null}
                    {row.ends ? null : (
                      <line className="seen-line unasked" x1={until} x2={full} y1={y} y2={y} />
                    )}
                  </g>
                )}
                {row.dots.filter(onPage).map((dot) => (
                  <Dot key={dot.slot} dot={dot} told={row.told} x={x(dot.slot)} y={y} />
                ))}
                {row.next && onPage(row.next) ? (
                  <circle
                    className="seen-dot"
                    data-choice={row.next.key}
                    data-when="next"
                    cx={x(row.next.slot)}
                    cy={y}
                    r={5.5}
                  />
                ) : null}
              </g>
            );
          })}
        </svg>
        {rows.flatMap((row, index) =>
          row.words.filter(onPage).map(({ slot, text, bad, told = row.told }) => (
            <span
              key={`${row.id} ${slot}`}
              className={`seen-word at-${slot}`}
              data-told={told ?? undefined}
              data-bad={bad || undefined}
              style={{ left: x(slot), top: (index + 0.5) * rowHeight }}
            >
              {text}
            </span>
          )),
        )}
      </div>
    </div>
  );
}

interface DotProps {
  readonly dot: SeenDot;
  readonly told: string | null;
  readonly x: number;
  readonly y: number;
}

/** Its class names its slot: a dot that comes between others leaves each of them what it is. */
function Dot({ dot, told, x, y }: DotProps) {
  const mark = {
    'data-told': told ?? undefined,
    'data-kind': dot.kind,
    'data-fresh': dot.fresh || undefined,
  };
  return dot.kind === 'missing' ? (
    <path className={`seen-dot at-${dot.slot}`} {...mark} d={`M${x - 5},${y - 5}l10,10m0,-10l-10,10`} />
  ) : (
    <circle className={`seen-dot at-${dot.slot}`} {...mark} cx={x} cy={y} r={dot.kind === 'own' ? 6 : 4.5} />
  );
}
