import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as power from './fixed-power.ts';
import * as trig from './fixed-trig.ts';

const off = (ours: number, theirs: number): number =>
  Object.is(ours, theirs) || ours === theirs
    ? 0
    : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300);
const BOUND = 1e-15;

/** Name, ours, where it is asked. */
const ONE: readonly (readonly [string, (x: number) => number, number, number])[] = [
  ['sin', trig.sin, -1e5, 1e5],
  ['cos', trig.cos, -1e5, 1e5],
  ['tan', trig.tan, -1e3, 1e3],
  ['sin', trig.sin, 1e6, 1e300],
  ['cos', trig.cos, 1e6, 1e15],
  ['asin', trig.asin, -1, 1],
  ['acos', trig.acos, -1, 1],
  ['atan', trig.atan, -1e3, 1e3],
  ['sinh', power.sinh, -700, 700],
  ['sinh', power.sinh, -2, 2],
  ['cosh', power.cosh, -700, 700],
  ['tanh', power.tanh, -30, 30],
  ['asinh', power.asinh, -1e9, 1e9],
  ['asinh', power.asinh, -2, 2],
  ['acosh', power.acosh, 1, 1e9],
  ['atanh', power.atanh, -1, 1],
  ['cbrt', power.cbrt, -1e300, 1e300],
  ['log1p', power.log1p, -0.99, 1e9],
  ['log1p', power.log1p, -1e-3, 1e-3],
  ['log2', power.log2, 1e-300, 1e300],
  ['log10', power.log10, 1e-300, 1e300],
  ['expm1', power.expm1, -40, 700],
  ['expm1', power.expm1, -1, 1],
];

describe('functions that ECMAScript leaves open, in fixed arithmetic', () => {
  it.each(ONE)('%s is within 1e-15 of the engine’s, %#', (name, ours, min, max) => {
    const theirs = (Math as unknown as Record<string, (x: number) => number>)[name] as (x: number) => number;
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (x) => {
        const gap = off(ours(x), theirs(x));
        if (!(gap <= BOUND)) throw new Error(`${name}(${x}): ${ours(x)} for ${theirs(x)}, off by ${gap}`);
      }),
      { numRuns: 3000 },
    );
    for (let i = 0; i <= 2000; i++) {
      const x = min + ((max - min) * i) / 2000;
      expect(off(ours(x), theirs(x)), `${name}(${x})`).toBeLessThanOrEqual(BOUND);
    }
  });

  it.each(ONE)('%s has the engine’s edges, %#', (name, ours) => {
    const theirs = (Math as unknown as Record<string, (x: number) => number>)[name] as (x: number) => number;
    for (const x of [0, -0, 1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])
      expect(off(ours(x), theirs(x)), `${name}(${x})`).toBeLessThanOrEqual(BOUND);
    expect(Object.is(ours(-0), theirs(-0))).toBe(true);
  });

  it('atan2 is the engine’s in all quarters and at all edges', () => {
    const ends = [
      0,
      -0,
      1,
      -1,
      1e-300,
      1e300,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ];
    for (const y of ends)
      for (const x of ends) expect(off(trig.atan2(y, x), Math.atan2(y, x))).toBeLessThan(BOUND);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (y, x) => {
        const theirs = Math.atan2(y, x);
        return Math.abs(theirs) < 1e-290 || off(trig.atan2(y, x), theirs) <= BOUND;
      }),
    );
  });

  it('whole powers that a double holds are exact', () => {
    for (let n = 0; n <= 22; n++) expect(power.power(10, n)).toBe(Number(`1e${n}`));
    // Halved and doubled, for the engine's own power of 2 is not always exact.
    for (let n = 0, x = 1; n <= 1023; n++, x *= 2) expect(power.power(2, n)).toBe(x);
    for (let n = 0, x = 1; n >= -1074; n--, x /= 2) expect(power.power(2, n)).toBe(x);
    expect([
      power.power(-3, 3),
      power.power(2, 0.5),
      power.cbrt(27),
      power.log10(1000),
      power.log2(8),
    ]).toEqual([-27, Math.SQRT2, 3, 3, 3]);
  });

  it('a power has the engine’s edges', () => {
    const ends = [
      0,
      -0,
      1,
      -1,
      2,
      -2,
      0.5,
      -0.5,
      3,
      -3,
      1e300,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ];
    for (const x of ends)
      for (const y of ends) expect(off(power.power(x, y), x ** y), `${x} ** ${y}`).toBeLessThan(BOUND * 1000);
  });

  it('hypot is exact where it can be, and does not overflow', () => {
    expect([
      power.hypot([3, 4]),
      power.hypot([]),
      power.hypot([Number.NaN, Number.NEGATIVE_INFINITY]),
    ]).toEqual([5, 0, Number.POSITIVE_INFINITY]);
    expect(off(power.hypot([3e300, 4e300]), 5e300)).toBeLessThan(BOUND);
    expect(power.hypot([1, Number.NaN])).toBe(Number.NaN);
  });
});
