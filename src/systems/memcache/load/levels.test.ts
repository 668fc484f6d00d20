import { expect, it } from 'vitest';
import { Line } from './des.ts';
import type { Stays } from './levels.ts';
import { counts, levels } from './levels.ts';

it('the level of a slice is the most that were there at once in it, and who stays is counted on', () => {
  const seen = levels([0, 10, 5, 10, 60, Number.POSITIVE_INFINITY], 120);
  expect(seen).toHaveLength(120);
  expect(seen.slice(3, 5)).toEqual([1, 2]);
  expect(seen[8]).toBe(2);
  expect(seen[20]).toBe(0);
  expect(seen.slice(60).every((n) => n === 1)).toBe(true);
});

it('who goes makes room for who comes at the same time', () => {
  expect(Math.max(...levels([0, 50, 50, 100], 120))).toBe(1);
});

it('a line that is watched notes each stay, with its wait', () => {
  const stays: Stays = [];
  const line = new Line(stays);
  line.serve(0, 10);
  line.serve(2, 10);
  expect(stays).toEqual([0, 10, 2, 20]);
  expect(Math.max(...levels(stays, 24))).toBe(2);
});

it('times are counted in their slices, the last of them in the last', () => {
  const seen = counts([0, 0.5, 119, 120], 120);
  expect(seen[0]).toBe(2);
  expect(seen[119]).toBe(2);
});
