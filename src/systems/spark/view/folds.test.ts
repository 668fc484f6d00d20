// Rows that repeat fold, and partitions that are many are binned: what is lost or running shows all the same.
import { expect, test } from 'vitest';
import type { CellIs, DrawnCell, DrawnRow } from '../lineage/scene.ts';
import { binned, binOf, countIn, foldsOf } from './folds.ts';

const cell = (is: CellIs): DrawnCell => ({ is, worker: 0, from: -1, again: false });
const row = (stage: number, name: string, ...is: readonly CellIs[]): DrawnRow => ({
  stages: [stage],
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

test('a loop’s rounds are one strip; the row of now and its neighbours stay open', () => {
  expect(foldsOf(loop, null, new Set())).toEqual([{ from: 1, to: 10 }]);
  expect(foldsOf(loop, 5, new Set())).toEqual([
    { from: 1, to: 3 },
    { from: 7, to: 10 },
  ]);
  expect(foldsOf(loop, null, new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toEqual([]);
});

test('few rows stand as they are', () => {
  expect(foldsOf(loop.slice(0, 6), null, new Set())).toEqual([]);
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
