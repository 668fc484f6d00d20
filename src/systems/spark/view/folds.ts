// Rows that repeat, and partitions that are many. Like rows, one after the other (the rounds of a loop), stand as one
// strip; the row of now and its neighbours stay open, and so does what somebody opened. Past sixteen partitions a column is
// a bin of as many as it takes.

import type { CellIs, DrawnCell, DrawnRow } from '../lineage/scene.ts';

/** Rows `from` to `to`, both in it. */
export interface Fold {
  readonly from: number;
  readonly to: number;
}

/** So many rows stand as they are. */
const MOST_ROWS = 6;
/** Fewer are not worth a strip. */
const LEAST_FOLDED = 2;
const MOST_COLUMNS = 16;

/** Its lines by name and kind, without the number that a loop gives: the same for each round. */
const shapeOf = ({ lines }: DrawnRow): string =>
  lines.map(({ name, kind, cells }) => `${name.replace(/ \d+$/, '')} ${kind} ${cells.length}`).join(', ');

export function foldsOf(
  rows: readonly DrawnRow[],
  now: number | null,
  open: ReadonlySet<number>,
): readonly Fold[] {
  if (rows.length <= MOST_ROWS) return [];
  const isOpen = (r: number): boolean => open.has(r) || (now !== null && Math.abs(r - now) <= 1);
  const folds: Fold[] = [];
  let from = 0;
  for (let r = 0; r <= rows.length; r++) {
    const [row, first] = [rows[r], rows[from]];
    const goesOn = row && first && !isOpen(r) && !isOpen(from) && shapeOf(row) === shapeOf(first);
    if (goesOn) continue;
    if (r - from >= LEAST_FOLDED) folds.push({ from, to: r - 1 });
    from = r;
  }
  return folds;
}

/** How many partitions a column has. */
export const binOf = (columns: number, isOpen: boolean): number =>
  isOpen ? 1 : Math.max(1, Math.ceil(columns / MOST_COLUMNS));

/** What a bin says, the most urgent first. */
const URGENT: readonly CellIs[] = ['lost', 'evicted', 'runs', 'gone', 'disk', 'here', 'later'];

export interface Bin {
  readonly first: number;
  /** What stands for all of them. */
  readonly cell: DrawnCell;
  /** How many are as `cell` is, and how many there are. */
  readonly count: number;
  readonly of: number;
}

/** The cells of a line by column. */
export function binned(cells: readonly DrawnCell[], size: number): readonly Bin[] {
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, column): Bin => {
    const first = column * size;
    const own = cells.slice(first, first + size);
    const is = URGENT.find((one) => own.some((cell) => cell.is === one)) ?? 'later';
    const alike = own.filter((cell) => cell.is === is);
    return { first, cell: alike[0] as DrawnCell, count: alike.length, of: own.length };
  });
}

/** What a strip of folded rows says: of how many partitions so many are there, and so many lost. */
export function countIn(rows: readonly DrawnRow[], { from, to }: Fold) {
  const cells = rows.slice(from, to + 1).flatMap(({ lines }) => lines.at(-1)?.cells ?? []);
  return {
    rows: to - from + 1,
    first: rows[from]?.stages[0] ?? 0,
    last: rows[to]?.stages.at(-1) ?? 0,
    here: cells.filter(({ is }) => is === 'here' || is === 'disk').length,
    of: cells.length,
    lost: cells.filter(({ is }) => is === 'lost' || is === 'evicted').length,
  };
}
