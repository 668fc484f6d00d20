// The explorer's fingerprint says "same state" exactly where two states are equal.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../base/canonical.ts';
import { StatePrinter } from './explore-print.ts';

const printed = (value: unknown, printer = new StatePrinter()): string => {
  const { hi, lo } = printer.of(value);
  return `${hi} ${lo}`;
};

describe('the print of a state', () => {
  it('does not depend on the order of keys, on keys without a value, or on what was printed before', () => {
    const printer = new StatePrinter();
    const whole = printed({ a: 1, b: { c: [1, 2], d: 'x' } }, printer);
    expect(printed({ b: { d: 'x', e: undefined, c: [1, 2] }, a: 1 }, printer)).toBe(whole);
    expect(printed({ a: 1, b: { c: [1, 2], d: 'x' } })).toBe(whole);
  });

  it('is one for equal plain values and two for different ones', () => {
    const values = fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(values, (all) => {
        const printer = new StatePrinter();
        const prints = all.map((value) => printed(value, printer));
        expect(new Set(prints).size).toBe(new Set(all.map(canonicalJson)).size);
      }),
      { numRuns: 500 },
    );
  });

  it('tells apart values that look alike', () => {
    const alike = [
      0,
      '0',
      false,
      null,
      [],
      {},
      [0],
      [[]],
      { a: [] },
      { a: {} },
      '',
      0.5,
      -0.5,
      1n,
      '1',
      [1, 2],
      [2, 1],
    ];
    const nested = [
      { a: { b: 1 }, c: {} },
      { a: {}, c: { b: 1 } },
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ];
    const packed = [Uint8Array.of(1, 2), Int32Array.of(1, 2, 3), Int32Array.of(1, 3, 2)];
    const all = [...alike, ...nested, ...packed];
    expect(new Set(all.map((value) => printed(value))).size).toBe(all.length);
  });

  it('stays right when more objects pass by than are remembered', () => {
    const printer = new StatePrinter();
    const states = Array.from({ length: 3000 }, (_, i) => ({ at: { x: i % 1000, y: [i % 1000] } }));
    expect(new Set(states.map((state) => printed(state, printer))).size).toBe(1000);
  });

  it('refuses what is not plain', () => {
    expect(() => printed({ f: () => 1 })).toThrow('plain values only');
  });
});
