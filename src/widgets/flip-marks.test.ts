import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flip } from './flip-marks.ts';
import { flipCounts, flipMarks } from './flip-marks.ts';

const flip = (step: number, verdict: Flip['verdict'] = 'reached', count = 1): Flip => ({
  step,
  property: 'p',
  verdict,
  count,
});

describe('flips on a ruler', () => {
  it('share a mark where they fall into one pixel, a violation before the rest', () => {
    const marks = flipMarks([flip(10), flip(14, 'violated'), flip(900)], (step) => step / 10);
    expect(marks).toEqual([
      { x: 1, bad: true, alone: true },
      { x: 90, bad: false, alone: true },
    ]);
  });

  it('are pointed only where no other is near', () => {
    const marks = flipMarks([flip(100), flip(150), flip(400)], (step) => step / 10);
    expect(marks.map(({ alone }) => alone)).toEqual([false, false, true]);
  });

  it('are never more than the pixels there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100_000), { maxLength: 400 }),
        fc.integer({ min: 10, max: 300 }),
        (all, wide) => {
          const marks = flipMarks(
            all.map((step) => flip(step)),
            (step) => (step / 100_000) * wide,
          );
          expect(marks.length).toBeLessThanOrEqual(wide + 1);
          expect(new Set(marks.map(({ x }) => x)).size).toBe(marks.length);
        },
      ),
    );
  });

  it('are counted in words by property and verdict, with the first', () => {
    expect(flipCounts([flip(7, 'violated', 3), flip(2, 'reached'), flip(5, 'violated', 40)])).toEqual([
      { property: 'p', verdict: 'violated', count: 43, first: 5 },
      { property: 'p', verdict: 'reached', count: 1, first: 2 },
    ]);
  });
});
