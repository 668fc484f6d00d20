import { expect, test } from 'vitest';
import { branchRows } from './branch-rows.ts';

const chain = (...pairs: readonly (readonly [string, string | null])[]) =>
  pairs.map(([id, parent]) => ({ id, parent }));

test('the first child goes on in its parent’s row; any other opens the next', () => {
  const entries = chain(['1', null], ['2', '1'], ['3', '2'], ['6', '3'], ['7', '3'], ['8', '7'], ['9', '1']);
  expect([...branchRows(entries)]).toEqual([
    ['1', 0],
    ['2', 0],
    ['3', 0],
    ['6', 0],
    ['7', 1],
    ['8', 1],
    ['9', 2],
  ]);
});

test('an entry that is added later moves none', () => {
  const entries = chain(['1', null], ['2', '1'], ['3', '1'], ['4', '2'], ['5', '3'], ['6', '1'], ['7', null]);
  const whole = branchRows(entries);
  for (let count = 0; count <= entries.length; count++) {
    for (const [id, row] of branchRows(entries.slice(0, count))) expect(whole.get(id)).toBe(row);
  }
});

test('whose parent is not there is a root', () => {
  expect([...branchRows(chain(['2', '1'], ['3', '2'])).values()]).toEqual([0, 0]);
});
