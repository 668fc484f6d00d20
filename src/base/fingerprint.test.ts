// Equal states have one fingerprint; what a fingerprint would not see is refused by name.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { fingerprint, fingerprintHex } from './fingerprint.ts';
import { unplain } from './plain.ts';

const print = (value: unknown): string => fingerprintHex(fingerprint(value));

class Point {
  readonly x = 1;
}
const looped: Record<string, unknown> = {};
looped.self = looped;

describe('a fingerprint', () => {
  it('is one for equal plain values and two for different ones', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 2, maxLength: 12 }), (all) => {
        expect(new Set(all.map(print)).size).toBe(new Set(all.map(canonicalJson)).size);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of fields, on the prototype, or on fields that are undefined', () => {
    expect(print({ b: [1, { d: 2 }], a: undefined, c: null })).toBe(print({ c: null, b: [1, { d: 2 }] }));
    expect(print(Object.assign(Object.create(null), { a: 1 }))).toBe(print({ a: 1 }));
  });

  it.each([
    ['a Map', { net: [{ at: new Map([[1, 2]]) }] }, 'net.0.at: a Map'],
    ['a Set', { seen: new Set([1]) }, 'seen: a Set'],
    ['a bigint', { nonce: 5n }, 'nonce: a bigint'],
    ['bytes', { locals: { A: { key: new Uint8Array(2) } } }, 'locals.A.key: a Uint8Array'],
    ['words', { packed: new Int32Array(1) }, 'packed: a Int32Array'],
    ['a buffer', { raw: new ArrayBuffer(4) }, 'raw: a ArrayBuffer'],
    ['a date', { at: new Date(0) }, 'at: a Date'],
    ['NaN', { share: Number.NaN }, 'share: NaN'],
    ['infinity', { due: [1, Number.POSITIVE_INFINITY] }, 'due.1: Infinity'],
    ['a function', { next: () => 1 }, 'next: a function'],
    ['a symbol', { kind: Symbol('x') }, 'kind: a symbol'],
    ['an instance of a class', { where: new Point() }, 'where: a Point'],
    ['undefined in a list', { votes: [1, undefined] }, 'votes.1: undefined'],
    ['a list with a gap', { votes: new Array(2) }, 'votes: a list with gaps or with fields'],
    ['undefined alone', undefined, 'the value itself: undefined'],
    ['a value that holds itself', looped, 'self: an object that holds itself'],
  ])('throws at %s, by the name of the field', (_, value, said) => {
    expect(() => fingerprint(value)).toThrow(said);
    expect(unplain(value)).toBe(said);
  });

  it('leaves fields named by a symbol and fields of a list to the contract of models, which names them too', () => {
    expect(unplain({ at: { [Symbol('x')]: 1 } })).toBe('at: a field named by a symbol');
    expect(unplain({ at: Object.assign([1], { more: 2 }) })).toBe('at: a list with gaps or with fields');
    expect(unplain({ at: [1, { more: undefined }], to: null })).toBeNull();
  });
});
