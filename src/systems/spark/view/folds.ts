// Rows that repeat, and partitions that are many. Of like rows, one after the other (the rounds of a loop), a page stays
// open, the row of now and its neighbours on it; what is before and after it stands as a strip each. The page turns every
// second row, so that most steps move nothing; what somebody opened stays open. Past sixteen partitions a column is a bin
// of as many as it takes.

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

/**
 * Rows of a page, of which all but two are new when it turns: the row of now is never at its edge. Where there is little
 * room a page is the row of now with its neighbours.
 */
export const PAGE = 4;
export const SHORT_PAGE = 3;

/** The stretches of rows that are all alike, or all not. */
function stretches(rows: readonly DrawnRow[], alike: (a: number, b: number) => boolean): readonly Fold[] {
  const found: Fold[] = [];
  let from = 0;
  for (let r = 1; r <= rows.length; r++) {
    if (r < rows.length && alike(from, r)) continue;
    found.push({ from, to: r - 1 });
    from = r;
  }
  return found;
}

/** The like rows that are too many to stand as they are. */
function loopsOf(rows: readonly DrawnRow[], page: number): readonly Fold[] {
  if (rows.length <= MOST_ROWS) return [];
  const shapes = rows.map(shapeOf);
  const all = stretches(rows, (a, b) => shapes[a] === shapes[b]);
  return all.filter(({ from, to }) => to - from + 1 >= page + LEAST_FOLDED);
}

/** So many strips stand in it at most. */
export const mostStrips = (rows: readonly DrawnRow[], page: number): number => 2 * loopsOf(rows, page).length;

/** What stands as strips while row `now` is at work, and these are opened by hand. */
export function foldsOf(
  rows: readonly DrawnRow[],
  now: number | null,
  open: ReadonlySet<number>,
  page: number,
): readonly Fold[] {
  return loopsOf(rows, page).flatMap(({ from, to }) => {
    const turned = Math.floor(((now ?? 0) - from - 1) / (page - 2)) * (page - 2);
    const first = from + Math.max(0, Math.min(turned, to - from + 1 - page));
    const isOpen = (r: number): boolean =>
      r < from || r > to || open.has(r) || (r >= first && r < first + page);
    const apart = stretches(rows, (a, b) => isOpen(a) === isOpen(b));
    return apart.filter((one) => !isOpen(one.from) && one.to - one.from + 1 >= LEAST_FOLDED);
  });
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
