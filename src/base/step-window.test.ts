import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aheadOf, windowAt } from './step-window.ts';

const step = fc.nat(100_000);
const columns = fc.integer({ min: 3, max: 12 });

test('the present step is on its page, with room ahead of it', () => {
  fc.assert(
    fc.property(step, columns, (at, n) => {
      const { first } = windowAt(at, n);
      expect(at).toBeGreaterThanOrEqual(first - 1);
      expect(at).toBeLessThanOrEqual(first + n - 1 - aheadOf(n));
    }),
  );
});

test('a page shows the step before, so that a neighbour is never off the page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 100_000 }), fc.integer({ min: 4, max: 12 }), (at, n) => {
      expect(windowAt(at, n).first).toBeLessThanOrEqual(at - 1);
    }),
  );
});

test('pages follow one another and each holds for several steps', () => {
  const firsts = Array.from({ length: 40 }, (_, at) => windowAt(at, 7).first);
  expect([...new Set(firsts)]).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 34]);
});
