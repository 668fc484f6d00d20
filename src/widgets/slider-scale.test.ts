import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byRatio, POSITIONS, positionOf, valueAt } from './slider-scale.ts';

test('both ends can be reached, and no position lies outside', () => {
  const ranges = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 100_000 }));
  fc.assert(
    fc.property(ranges, fc.integer({ min: 0, max: POSITIONS }), ([min, more], position) => {
      const range = { min, max: min + more };
      const [first, last] = byRatio(range) ? [0, POSITIONS] : [min, min + more];
      expect(valueAt(range, first)).toBe(min);
      expect(valueAt(range, last)).toBe(min + more);
      const value = valueAt(range, byRatio(range) ? position : min + Math.min(position, more));
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(min + more);
      expect(Number.isInteger(value)).toBe(true);
    }),
  );
});

test('a wide range runs by ratio and a narrow one does not', () => {
  expect(valueAt({ min: 1, max: 10_000 }, POSITIONS / 2)).toBe(100);
  expect(valueAt({ min: 10, max: 300 }, 155)).toBe(155);
  expect(positionOf({ min: 1, max: 10_000 }, 100)).toBe(POSITIONS / 2);
});
