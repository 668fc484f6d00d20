// One row a property, one cell a step, on the lanes' axis: the run so far. What was reached stays reached and what was
// violated stays violated; a cell is filled where it is so at that very step. A sign and a word first, colour after.
// Those that are folded are one quiet line until opened. For those who listen it is a table, a column a step.

// biome-ignore-all lint/a11y/useSemanticElements: its cells stand on an axis, which a table's own cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: it is read, not operated

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
  /** Not shown until the strip is opened. */
  readonly folded: boolean;
  /** In which steps it is violated or reached; null where it is not. */
  readonly turned: { readonly span: string; readonly bad: boolean } | null;
}

export interface StripWords {
  readonly promises: string;
  readonly shortStep: (step: number) => string;
  /** So many more that apply, and so many that do not, are folded. */
  readonly folded: (more: number, inapplicable: number) => string;
  /** In a cell that tells of an earlier step. */
  readonly notHere: string;
}

interface Props {
  readonly rows: readonly StripRow[];
  readonly steps: readonly LaneStep[];
  readonly first: number;
  readonly now: number;
  readonly quiet: boolean;
  /** Width of a step. */
  readonly column: number;
  readonly words: StripWords;
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

/** Of one that does not apply the reason is known before the first step: its row is as tall from the start. */
const isTall = (row: StripRow, steps: readonly LaneStep[], column: number): boolean =>
  (!row.applies && isLong(row, 'does not apply', column)) ||
  steps.some(({ soFar }) => isLong(row, soFar[row.index], column));

export function VerdictStrip({ column, rows, steps, first, now, quiet, words }: Props) {
  const [open, setOpen] = useState(false);
  const folded = rows.filter((row) => row.folded);
  const more = folded.filter((row) => row.applies).length;
  const shown = open ? rows : rows.filter((row) => !row.folded);
  return (
    <div className="strip" data-quiet={quiet || undefined}>
      <div role="table" aria-label={words.promises}>
        <div role="row" className="visually-hidden">
          <span role="columnheader">{words.promises}</span>
          {quiet
            ? null
            : steps.map(({ step }) => (
                <span role="columnheader" key={step}>
                  {words.shortStep(step)}
                </span>
              ))}
        </div>
        {shown.map((row) => (
          <div
            role="row"
            className="strip-row"
            key={row.name}
            data-tall={isTall(row, steps, column) || undefined}
          >
            <Label row={row} quiet={quiet} />
            {quiet
              ? null
              : steps.map((step) => (
                  <Cell key={step.step} row={row} step={step} first={first} now={now} words={words} />
                ))}
          </div>
        ))}
      </div>
      {folded.length > 0 ? (
        <button type="button" className="strip-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.folded(more, folded.length - more)}
        </button>
      ) : null}
    </div>
  );
}

function Label({ row, quiet }: { readonly row: StripRow; readonly quiet: boolean }) {
  const { label, turned } = row;
  const said = quiet ? null : turned;
  return (
    <span role="rowheader" className="strip-label" data-bad={said?.bad || undefined} title={said?.span}>
      {label}
      {said ? <span className="visually-hidden">{`: ${said.span}`}</span> : null}
    </span>
  );
}

interface CellProps extends Pick<Props, 'first' | 'now' | 'words'> {
  readonly row: StripRow;
  readonly step: LaneStep;
}

function Cell({ row, step, first, now, words }: CellProps) {
  const verdict = step.soFar[row.index];
  if (verdict === undefined) return null;
  const isHere = verdict === step.verdicts[row.index];
  return (
    <span
      role="cell"
      className="cell"
      data-when={step.step > now ? 'later' : step.step === now ? 'now' : 'past'}
      data-before={!isHere || undefined}
      style={{ left: `calc(var(--gutter) + var(--lead) + var(--column) * ${step.step - first})` }}
    >
      <VerdictWord verdict={verdict} word={row.word(verdict)} />
      {isHere ? null : <span className="visually-hidden">{words.notHere}</span>}
    </span>
  );
}
