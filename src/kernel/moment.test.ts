import { expect, test } from 'vitest';
import type { DelayLaw, Model, Pending } from './model.ts';
import { firstMoment } from './moment.ts';

/** A model in which so many things are on their way from the start. */
const waiting = (count: number, law: DelayLaw | undefined, delayMs: number): Model<null> => ({
  init: () => null,
  enabled: () => [],
  next: () => null,
  properties: [],
  pending: () =>
    Array.from(
      { length: count },
      (_, i): Pending => ({ id: `${i}`, key: `${i}`, delayMs, ...(law ? { law } : {}) }),
    ),
});
const dues = (law: DelayLaw | undefined, seed: number, count = 2000, mean = 600_000): readonly number[] =>
  [...firstMoment(waiting(count, law, mean), seed).pending.values()].map(({ dueMs }) => dueMs);
const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

test('a link takes between half and one and a half of its mean', () => {
  const all = dues(undefined, 1);
  expect(Math.min(...all)).toBeGreaterThanOrEqual(300_000);
  expect(Math.max(...all)).toBeLessThan(900_000);
});

test('a timer takes what it says', () => {
  expect(new Set(dues('exact', 1))).toEqual(new Set([600_000]));
});

test('what may happen at any moment is exponential: its mean, and a share of 1/e above it', () => {
  const all = dues('exponential', 7);
  expect(mean(all) / 600_000).toBeCloseTo(1, 1);
  expect(all.filter((due) => due > 600_000).length / all.length).toBeCloseTo(1 / Math.E, 1);
  expect(dues('exponential', 7)).toEqual(all);
  expect(dues('exponential', 8)).not.toEqual(all);
});
