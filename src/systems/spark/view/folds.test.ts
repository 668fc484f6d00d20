// Rows that repeat fold, and partitions that are many are binned: what is lost or running shows all the same.
import { expect, test } from 'vitest';
import type { CellIs, DrawnCell, DrawnRow } from '../lineage/scene.ts';
import { binned, binOf, countIn, foldsOf, mostStrips, PAGE, SHORT_PAGE } from './folds.ts';

const cell = (is: CellIs): DrawnCell => ({ is, worker: 0, from: -1, again: false });
const row = (stage: number, name: string, ...is: readonly CellIs[]): DrawnRow => ({
  stages: [stage],
  stage,
  lines: [{ rdd: stage, kind: 'file', name, line: 1, cells: is.map(cell) }],
  attempts: [],
  records: 0,
  reads: [],
  code: [],
});
const loop = [
  row(0, 'map', 'here', 'here'),
  ...Array.from({ length: 10 }, (_, i) => row(i + 1, `ranks ${i + 1}`, 'here', i === 4 ? 'lost' : 'here')),
  row(11, 'last', 'later', 'later'),
];

test('of a loop’s rounds a page stays open, with the row of now and its neighbours', () => {
  expect(foldsOf(loop, null, new Set(), PAGE)).toEqual([{ from: 5, to: 10 }]);
  expect(foldsOf(loop, 5, new Set(), PAGE)).toEqual([
    { from: 1, to: 2 },
    { from: 7, to: 10 },
  ]);
  expect(foldsOf(loop, 11, new Set(), PAGE)).toEqual([{ from: 1, to: 6 }]);
  for (let now = 1; now <= 10; now++)
    for (const { from, to } of foldsOf(loop, now, new Set(), PAGE))
      expect([from - 1, to + 1].some((edge) => edge === now) || (from <= now && now <= to), `${now}`).toBe(
        false,
      );
  expect(foldsOf(loop, null, new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), PAGE)).toEqual([]);
});

test('the page turns every second row, and never are there more strips than there is room for', () => {
  const pages = loop.map((_, now) => JSON.stringify(foldsOf(loop, now, new Set(), PAGE)));
  expect(new Set(pages).size).toBe(4);
  expect(Math.max(...loop.map((_, now) => foldsOf(loop, now, new Set(), PAGE).length))).toBe(
    mostStrips(loop, PAGE),
  );
  expect(mostStrips(loop.slice(0, 6), PAGE)).toBe(0);
});

test('where there is little room, the row of now and its neighbours alone', () => {
  for (let now = 2; now <= 9; now++) {
    const folded = foldsOf(loop, now, new Set(), SHORT_PAGE);
    const isOpen = (r: number): boolean => folded.every(({ from, to }) => r < from || r > to);
    expect([now - 1, now, now + 1].map(isOpen), `${now}`).toEqual([true, true, true]);
    expect(loop.slice(1, 11).filter((_, i) => isOpen(i + 1)).length, `${now}`).toBeLessThanOrEqual(4);
    expect(folded.length).toBeLessThanOrEqual(mostStrips(loop, SHORT_PAGE));
  }
});

test('few rows stand as they are', () => {
  expect(foldsOf(loop.slice(0, 6), null, new Set(), PAGE)).toEqual([]);
});

test('a strip says how many of its partitions are made, and how many lost', () => {
  expect(countIn(loop, { from: 1, to: 10 })).toEqual({
    rows: 10,
    first: 1,
    last: 10,
    here: 19,
    of: 20,
    lost: 1,
  });
});

test('past sixteen partitions a column is a bin, and what is lost in it shows first', () => {
  expect([16, 17, 40, 400].map((columns) => binOf(columns, false))).toEqual([1, 2, 3, 25]);
  expect(binOf(400, true)).toBe(1);
  const cells = ['here', 'here', 'lost', 'here', 'runs', 'here', 'here'] as const;
  expect(
    binned(cells.map(cell), 3).map(({ first, cell: { is }, count, of }) => [first, is, count, of]),
  ).toEqual([
    [0, 'lost', 1, 3],
    [3, 'runs', 1, 3],
    [6, 'here', 1, 1],
  ]);
});
