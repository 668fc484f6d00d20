// After a fork is found: a side is chosen, and what was written on the other is made again on it.

import { describe, expect, test } from 'vitest';
import type { Params } from '../../contract/system.ts';
import { explore } from '../../kernel/explore.ts';
import type { Entry, ServerLocal, SundrWorld, UserLocal } from './state.ts';
import { modelOf, run } from './testing/ready.ts';

const talk: Params = {
  protocol: 'serialized',
  work: 'turns',
  server: 'free',
  users: 2,
  maxOps: 8,
  talk: 'on',
};
const heldIn = ({ locals }: SundrWorld): readonly Entry[] => (locals.server as ServerLocal).held;
const userIn = ({ locals }: SundrWorld, user: string): UserLocal => locals[user] as UserLocal;
const keysIn = (world: SundrWorld, set: Params = talk): readonly string[] =>
  modelOf(set)
    .enabled(world)
    .map(({ key }) => key);
const broken = (world: SundrWorld, set: Params = talk): readonly string[] =>
  modelOf(set)
    .properties.filter(
      ({ kind, inapplicable, judge }) => kind === 'always' && !inapplicable && judge(world) === false,
    )
    .map(({ name }) => name);

/** A1; then B1 and B2 without A2. A tells B. */
const PARTED = ['A.0.ask~none', 'B.0.ask~A1', 'A.1.ask~A1', 'B.1.ask~A1+B1', 'A.tell', 'A.tell.B'];

describe('who has parted', () => {
  test('stops: the server’s answers are barred, and it may take the other’s side or keep its own', () => {
    expect(keysIn(run(talk, ...PARTED))).toEqual(['B.join', 'B.stay', 'A.2.ask~A2']);
  });

  test.each(['straw', 'concurrent'])(
    'stops for good where no version structure says what a side is: %s',
    (protocol) => {
      const set: Params = { ...talk, protocol };
      const parted =
        protocol === 'straw'
          ? ['A.0.ask~none', 'B.0.ask~A1', 'A.1.ask~A1', 'B.1.ask~B1', 'A.tell', 'A.tell.B']
          : PARTED;
      const world = run(set, ...parted);
      expect(userIn(world, 'B').refused?.check).toBe('parted');
      expect(keysIn(world, set).filter((key) => key.startsWith('B'))).toEqual([]);
    },
  );
});

describe('who takes the other’s side', () => {
  const joined = run(talk, ...PARTED, 'B.join');

  test('first makes again what it wrote, and nothing that it only read', () => {
    expect(userIn(joined, 'B').side?.redo.map(({ id }) => id)).toEqual(['B1']);
    expect(keysIn(joined)).toEqual(['A.2.ask~A2', 'B.2.again~A2']);
    expect(
      modelOf(talk)
        .blocked?.(joined)
        .map(({ reason }) => reason.key),
    ).toContain('blocked.again');
  });

  test('is shown what it was told of, or refuses', () => {
    const liar: Params = { ...talk, server: 'liar' };
    const world = run(liar, ...PARTED, 'B.join', 'B.2.again~A1');
    expect(userIn(world, 'B').refused).toMatchObject({
      check: 'not-totally-ordered',
      expected: 'A2',
      actual: 'A1 B3',
    });
  });

  test('signs by a number that it never used, so that no two structures have the same', () => {
    const again = run(talk, ...PARTED, 'B.join', 'B.2.again~A2');
    const [first, last] = [heldIn(again).find(({ id }) => id === 'B1'), heldIn(again).at(-1)];
    expect(last).toMatchObject({ id: 'B3', redoes: 'B1', over: ['A2'], vector: { A: 2, B: 3 } });
    expect([last?.op, last?.handle]).toEqual([first?.op, first?.handle]);
    expect(broken(again)).toEqual([]);
  });

  test('and both go on in one world', () => {
    const on = run(
      talk,
      ...PARTED,
      'B.join',
      'B.2.again~A2',
      'A.2.ask~A2+B3',
      'A.3.ask~A3+B3',
      'B.2.ask~A4+B3',
    );
    expect(heldIn(on).map(({ id }) => id)).toEqual(['A1', 'B1', 'A2', 'B2', 'B3', 'A3', 'A4', 'B4']);
    // A reads what B made again, by the name of what it is the same as.
    expect(on.record.done.at(-2)).toMatchObject({ user: 'A', op: { kind: 'fetch' }, read: 'B1' });
    expect(broken(on)).toEqual([]);
  });

  test('may be A, once B has said that it keeps its own', () => {
    const world = run(talk, ...PARTED, 'B.stay', 'B.tell.A');
    expect(keysIn(world)).toEqual(['A.join', 'B.2.ask~A1+B2']);
    const on = run(talk, ...PARTED, 'B.stay', 'B.tell.A', 'A.join', 'A.2.ask~A1+B2');
    // A only read on its side: nothing is made again, and its next write stands on B's.
    expect(heldIn(on).at(-1)).toMatchObject({ id: 'A3', after: 'A1', vector: { A: 3, B: 2 } });
    expect(broken(on)).toEqual([]);
  });
});

test('in every run to its end nothing that SUNDR promises is broken by a choice of side', () => {
  const { complete, properties } = explore(modelOf({ ...talk, maxOps: 5 }));
  expect(complete).toBe(true);
  expect(Object.entries(properties).filter(([, { verdict }]) => verdict === 'violated')).toEqual([]);
});

test('where the order is not checked a server may merge all the same, and the promise says so', () => {
  const { properties } = explore(modelOf({ ...talk, maxOps: 4, orderCheck: 'off' }));
  expect(properties['no-merge']?.verdict).toBe('violated');
});
