import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log, power } from './fixed-math.ts';

const off = (ours: number, theirs: number): number =>
  ours === theirs ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), Number.MIN_VALUE);
const BOUND = 4e-16;

describe('log, exp and power in fixed arithmetic', () => {
  it('log is within 4e-16 of the engine’s, over all magnitudes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        (x) => off(log(x), Math.log(x)) <= BOUND,
      ),
      { numRuns: 5000 },
    );
    for (let i = 1; i < 4000; i++) expect(off(log(i / 1000), Math.log(i / 1000))).toBeLessThanOrEqual(BOUND);
  });

  it('log of 1 + tiny keeps its digits', () => {
    for (const tiny of [1e-3, 1e-6, 1e-9, 1e-12, -1e-9]) {
      const x = 1 + tiny;
      expect(off(log(x), Math.log(x))).toBeLessThanOrEqual(BOUND);
    }
  });

  it('exp is within 4e-16 of the engine’s wherever the result is a normal number', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => off(exp(x), Math.exp(x)) <= BOUND),
      { numRuns: 5000 },
    );
  });

  it('power undoes itself and agrees with the engine', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (x, y) => off(power(x, y), x ** y) < 1e-15 * (1 + Math.abs(y * Math.log(x))),
      ),
    );
  });

  it('the edges are those of the engine', () => {
    expect([log(0), log(-1), log(Number.POSITIVE_INFINITY), log(1)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      0,
    ]);
    expect([exp(0), exp(-800), exp(800), power(0, 2), power(5, 0)]).toEqual([
      1,
      0,
      Number.POSITIVE_INFINITY,
      0,
      1,
    ]);
    expect(off(log(5e-324), Math.log(5e-324))).toBeLessThanOrEqual(BOUND);
    expect(off(exp(-709), Math.exp(-709))).toBeLessThanOrEqual(BOUND);
  });
});
