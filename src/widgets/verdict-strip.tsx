// One row a property, one cell a step, on the lanes' axis: holds, violated, open, or not applying. A sign and a word
// first, colour after. The first flip can be jumped to. Those that never apply here are one quiet line until opened.

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { LaneStep, Verdict } from './lane-types.ts';

export interface StripRow {
  readonly name: string;
  readonly label: ReactNode;
  /** Place of this property in each step's verdicts. */
  readonly index: number;
  /** Words for each verdict of this row. */
  readonly word: (verdict: Verdict) => string;
  /** Means something under the present settings. */
  readonly applies: boolean;
  readonly flip: { readonly label: string; readonly bad: boolean; readonly onGo: () => void } | null;
}

interface Props {
  readonly rows: readonly StripRow[];
  readonly steps: readonly LaneStep[];
  readonly first: number;
  readonly now: number;
  readonly quiet: boolean;
  /** Width of a step. */
  readonly column: number;
  readonly words: { readonly inapplicable: (count: number) => string };
}

const SIGN: Readonly<Partial<Record<Verdict, string>>> = { holds: '✓', reached: '✓', violated: '✕' };

export function VerdictWord({ verdict, word }: { readonly verdict: Verdict; readonly word: string }) {
  const sign = SIGN[verdict];
  return (
    <span className="verdict" data-verdict={verdict}>
      {sign ? <span aria-hidden="true">{sign}</span> : null}
      <span className="verdict-word">{word}</span>
    </span>
  );
}

/** Too long for one line of a cell: about 6.2 px a letter, 14 px a wide one, beside the cell's own margins. */
function isLong(row: StripRow, verdict: Verdict | undefined, column: number): boolean {
  if (verdict === undefined) return false;
  let width = 0;
  for (const char of row.word(verdict)) width += (char.codePointAt(0) as number) > 0x2e7f ? 14 : 6.2;
  return width > column * 0.92 - 5;
}

export function VerdictStrip({ column, rows, steps, first, now, quiet, words }: Props) {
  const [open, setOpen] = useState(false);
  const folded = rows.filter((row) => !row.applies).length;
  const shown = open ? rows : rows.filter((row) => row.applies);
  return (
    <div className="strip" data-quiet={quiet || undefined}>
      {shown.map((row) => (
        <div
          className="strip-row"
          key={row.name}
          data-tall={steps.some(({ verdicts }) => isLong(row, verdicts[row.index], column)) || undefined}
        >
          <span className="strip-label">
            {row.flip && !quiet ? (
              <button
                type="button"
                className="flip"
                data-bad={row.flip.bad || undefined}
                onClick={row.flip.onGo}
                title={row.flip.label}
              >
                <span>{row.label}</span>
                <span className="visually-hidden">{row.flip.label}</span>
              </button>
            ) : (
              row.label
            )}
          </span>
          {quiet
            ? null
            : steps.map((step) => {
                const verdict = step.verdicts[row.index];
                return verdict === undefined ? null : (
                  <span
                    key={step.step}
                    className="cell"
                    data-when={step.step > now ? 'later' : step.step === now ? 'now' : 'past'}
                    style={{
                      left: `calc(var(--gutter) + var(--lead) + var(--column) * ${step.step - first})`,
                    }}
                  >
                    <VerdictWord verdict={verdict} word={row.word(verdict)} />
                  </span>
                );
              })}
        </div>
      ))}
      {folded > 0 ? (
        <button type="button" className="strip-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.inapplicable(folded)}
        </button>
      ) : null}
    </div>
  );
}
