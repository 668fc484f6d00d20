// The check of a model's contract finds each way of breaking it.

import { describe, expect, it } from 'vitest';
import type { Model } from './model.ts';
import { breaches } from './testing/model-contract.ts';
import { jugs, lattice } from './toys/jugs.ts';
import { lossyRegister } from './toys/lossy-register.ts';

interface Tally {
  readonly count: number;
  readonly seen: readonly number[];
}
const tally: Model<Tally> = {
  init: () => ({ count: 0, seen: [] }),
  enabled: ({ count }) => ['up', 'on'].map((kind) => ({ key: `${kind}${count}`, kind, actor: 'a' })),
  next: ({ count, seen }) => ({ count: count + 1, seen: [...seen, count] }),
  pending: ({ count }) => [{ id: `m${count}`, key: `up${count}`, delayMs: 1 }],
  properties: [{ name: 'few', kind: 'always', judge: ({ count }) => count < 100 }],
};
let calls = 0;
const cache = new WeakMap<object, number>();
const identity = (state: object): number => {
  if (!cache.has(state)) cache.set(state, calls++);
  return cache.get(state) as number;
};

const faults: readonly (readonly [string, Partial<Model<Tally>>, RegExp])[] = [
  ['next changes its state', { next: (s) => Object.assign(s, { count: s.count + 1 }) }, /read only|assign/],
  [
    'next pushes to a list of it',
    {
      next(s) {
        (s.seen as number[]).push(1);
        return { ...s, count: s.count + 1 };
      },
    },
    /not extensible|add property/,
  ],
  ['next counts its calls', { next: (s) => ({ ...s, count: calls++ }) }, /^next/],
  ['init counts its calls', { init: () => ({ count: calls++, seen: [] }) }, /^init/],
  ['enabled counts its calls', { enabled: () => [{ key: `${calls++}`, kind: 'a', actor: 'a' }] }, /^enabled/],
  [
    'enabled looks at the order of fields',
    { enabled: (s) => Object.keys(s).map((key) => ({ key, kind: 'a', actor: 'a' })) },
    /enabled depends on the order/,
  ],
  [
    'next looks at identity',
    { next: (s) => ({ count: s.count + 1, seen: [identity(s)] }) },
    /next depends on the order of fields, or on identity/,
  ],
  [
    'two actions have one key',
    { enabled: () => ['a', 'b'].map((kind) => ({ key: 'same', kind, actor: 'a' })) },
    /one key: same/,
  ],
  [
    'two messages have one id',
    { pending: () => [1, 2].map((n) => ({ id: 'm', key: `m${n}`, delayMs: n })) },
    /one id: m/,
  ],
  ['a state holds a Map', { next: (s) => ({ ...s, map: new Map() }) }, /map: a Map in a state/],
  ['a state holds undefined', { next: (s) => ({ ...s, seen: [undefined as never] }) }, /seen.0: undefined/],
  [
    'a property counts its calls',
    { properties: [{ name: 'odd', kind: 'always', judge: () => calls++ % 2 === 0 }] },
    /judge of odd/,
  ],
  [
    'pending counts its calls',
    { pending: () => [{ id: `${calls++}`, key: 'up', delayMs: 1 }] },
    /pending answers otherwise/,
  ],
];

describe('the contract of a model', () => {
  it('is kept by the toys', () => {
    const settings = { loss: true, duplication: true, timer: true, dedup: true };
    for (let seed = 0; seed < 10; seed++) {
      expect(breaches(tally, seed, 20)).toEqual([]);
      expect(breaches(jugs(), seed, 20)).toEqual([]);
      expect(breaches(lattice(3, 3), seed, 20)).toEqual([]);
      expect(breaches(lossyRegister(settings), seed, 40)).toEqual([]);
    }
  });

  it.each(faults)('is broken where %s', (_, change, said) => {
    expect(breaches({ ...tally, ...change }, 1, 12).join('; ')).toMatch(said);
  });
});
