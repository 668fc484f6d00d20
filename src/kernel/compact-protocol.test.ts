// Protocols as variables and rules: where they lie in words, and that the Model and its packed form are one system.

import { describe, expect, it } from 'vitest';
import { Layout, protocolModel } from './compact-protocol.ts';
import { explore } from './explore.ts';
import { jugs } from './toys.ts';

/** The jugs of toys.ts, with a set of tickets to pour in place of free pouring where `tickets` is not 0. */
function jugsProtocol(tickets = 0) {
  const layout = new Layout();
  const small = layout.number(3);
  const big = layout.number(5);
  const left = layout.set(Math.max(1, tickets));
  const rule = (key: string, act: (s: Int32Array, at: number) => void) => ({
    key,
    kind: key,
    actor: 'hero',
    act,
  });
  const pourBig = (s: Int32Array, at: number): void => {
    const poured = Math.min(big.get(s, at), 3 - small.get(s, at));
    big.set(s, at, big.get(s, at) - poured);
    small.set(s, at, small.get(s, at) + poured);
  };
  const pours =
    tickets === 0
      ? [rule('pour:big', pourBig)]
      : Array.from({ length: tickets }, (_, i) => ({
          ...rule(`pour:big:${i}`, pourBig),
          takes: [left, i] as const,
        }));
  return protocolModel({
    layout,
    start: (s, at) => left.set(s, at, 2 ** tickets - 1),
    rules: [
      rule('fill:small', (s, at) => small.set(s, at, 3)),
      rule('fill:big', (s, at) => big.set(s, at, 5)),
      rule('empty:small', (s, at) => small.set(s, at, 0)),
      rule('empty:big', (s, at) => big.set(s, at, 0)),
      {
        ...rule('pour:small', (s, at) => {
          const poured = Math.min(small.get(s, at), 5 - big.get(s, at));
          small.set(s, at, small.get(s, at) - poured);
          big.set(s, at, big.get(s, at) + poured);
        }),
        when: () => true,
      },
      ...pours,
    ],
    properties: [
      { name: 'not-four', kind: 'always', judge: (s, at) => big.get(s, at) !== 4 },
      {
        name: 'both-full',
        kind: 'sometimes',
        judge: (s, at) => small.get(s, at) === 3 && big.get(s, at) === 5,
      },
    ],
  });
}

describe('a protocol of variables and rules', () => {
  it('has the states, transitions and shortest runs of the same Model in plain objects', () => {
    const packed = explore(jugsProtocol());
    const plain = explore(jugs());
    expect(packed).toMatchObject({
      complete: true,
      states: 16,
      edges: 96,
      fingerprintBits: 0,
      collisionOdds: 0,
    });
    expect(packed.statesByDepth).toEqual(plain.statesByDepth);
    expect(packed.properties['not-four']).toEqual(plain.properties['not-four']);
    expect(packed.properties['both-full']).toEqual(plain.properties['both-full']);
  });

  it('is one system packed and not, where steps take items out of a set', () => {
    const model = jugsProtocol(4);
    const { compact, ...plain } = model;
    expect(compact?.words).toBe(1);
    const packed = explore(model, { map: true });
    expect(packed).toEqual({ ...explore(plain, { map: true }), fingerprintBits: 0, collisionOdds: 0 });
    expect(packed.states).toBeGreaterThan(16);
    expect(packed.properties['not-four']?.length).toBe(6);
  });

  it('finds the longer way to four where it may pour the big jug but once', () => {
    const found = explore(jugsProtocol(1));
    expect(found.complete).toBe(true);
    expect(found.properties['not-four']).toMatchObject({ verdict: 'violated', length: 8 });
  });
});

describe('a layout', () => {
  it('fills words of 32 bits and puts no variable across two', () => {
    const layout = new Layout();
    const fields = [
      layout.number(2 ** 20),
      layout.set(12),
      layout.number(1),
      layout.set(31),
      layout.number(2000),
    ];
    expect(fields.map(({ word, shift }) => [word, shift])).toEqual([
      [0, 0],
      [1, 0],
      [0, 21],
      [2, 0],
      [1, 12],
    ]);
    expect(layout.words).toBe(3);
    const s = new Int32Array(6);
    const values = [2 ** 20, 4095, 1, 2 ** 31 - 1, 1999];
    fields.forEach((field, i) => {
      field.set(s, 3, values[i] as number);
    });
    expect(fields.map((field) => field.get(s, 3))).toEqual(values);
    expect([...s.subarray(0, 3)]).toEqual([0, 0, 0]);
  });

  it('refuses a value beyond the bound, and a bound that is none', () => {
    const field = new Layout().number(4);
    const s = new Int32Array(1);
    expect(() => field.set(s, 0, 5)).toThrow(RangeError);
    expect(() => field.set(s, 0, -1)).toThrow(RangeError);
    expect(() => new Layout().number(0)).toThrow('cannot go up to 0');
  });
});
