// Concurrent SUNDR (section 3.4): what is pending is counted and recorded, cannot be taken back, and is waited for.

import { describe, expect, test } from 'vitest';
import type { Params } from '../../contract/system.ts';
import type { Entry, ServerLocal, SundrWorld, UserLocal } from './state.ts';
import { modelOf, run } from './testing/ready.ts';

const turns: Params = { protocol: 'concurrent', work: 'turns', users: 3, maxOps: 6, server: 'liar' };
const heldIn = ({ locals }: SundrWorld): readonly Entry[] => (locals.server as ServerLocal).held;
const userIn = ({ locals }: SundrWorld, user: string): UserLocal => locals[user] as UserLocal;

describe('what is pending', () => {
  const amid = ['A.0.ask~none', 'A.1.ask~A1', 'B.0.ask~A1&A2'];

  test('is counted and recorded by who is shown it', () => {
    const structure = heldIn(run(turns, ...amid)).at(-1);
    expect(structure).toMatchObject({ id: 'B1', vector: { A: 2, B: 1 }, over: ['A1', 'A2'] });
    expect(structure?.pending).toMatchObject([{ user: 'A', version: 2 }]);
  });

  test('cannot be dropped again, once it is recorded', () => {
    const { refused } = userIn(run(turns, ...amid, 'C.0.ask~A1+B1'), 'C');
    expect(refused).toMatchObject({
      check: 'pending-entry-missing',
      expected: 'A2',
      actual: 'A1',
      at: ['B1'],
    });
  });

  test('may still be pending, or be signed by now', () => {
    for (const shown of ['A1+B1&A2', 'A2+B1']) {
      expect(userIn(run(turns, ...amid, `C.0.ask~${shown}`), 'C').refused).toBe(null);
    }
  });
});

describe('reading what somebody is writing', () => {
  const overlap: Params = { ...turns, server: 'honest', grain: 'message', maxOps: 2 };
  const reads = [
    'A.0.ask~none',
    'C.0.ask~none&A1',
    'C.0.ask.show',
    'C.check-signatures',
    'C.check-own',
    'C.build',
    'C.sign',
    'C.0.commit',
  ];

  test('waits until the writer has signed, and says so', () => {
    const model = modelOf(overlap);
    const world = run(overlap, ...reads);
    expect(model.blocked?.(world).map(({ key, reason }) => [key, reason.key])).toContainEqual([
      'C.wait',
      'blocked.would-wait',
    ]);
    const writes = ['A.0.ask.show', 'A.check-signatures', 'A.check-own', 'A.build', 'A.sign', 'A.0.commit'];
    const after = run(overlap, ...reads, ...writes, 'C.wait');
    expect(after.record.done.map(({ user, read }) => [user, read])).toEqual([
      ['A', ''],
      ['C', 'A1'],
    ]);
  });

  test('shows bytes that nobody has signed where it does not wait', () => {
    const world = run({ ...overlap, wait: 'off' }, ...reads);
    expect(world.record.done).toMatchObject([{ user: 'C', read: 'A1' }]);
    expect(heldIn(world).map(({ id }) => id)).toEqual(['C1']);
  });

  test('is barred where a step is a whole operation', () => {
    const free: Params = { ...turns, server: 'free' };
    const after = ['A.0.ask~none', 'A.1.ask~A1', 'A.2.ask~A2'];
    const keys = (set: Params): readonly string[] =>
      modelOf(set)
        .enabled(run(set, ...after))
        .map(({ key }) => key);
    expect(keys(free)).not.toContain('C.0.ask~A2&A3');
    expect(keys({ ...free, wait: 'off' })).toContain('C.0.ask~A2&A3');
  });
});
