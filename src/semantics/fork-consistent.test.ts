import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ForkReason, View } from './fork-consistent.ts';
import { forkConsistent } from './fork-consistent.ts';
import type { History, Operation } from './history.ts';
import { linearizable } from './ordered.ts';
import { arbitraryHistory } from './testing/arbitrary-history.ts';

const op = (client: string, kind: 'read' | 'write', value: number | null, start: number, end = start) =>
  ({ client, kind, key: 'x', value, start, end }) as Operation;
const open = (client: string, kind: 'read' | 'write', value: number, start: number): Operation => ({
  ...op(client, kind, value, start),
  end: null,
});
const of = (...ops: Operation[]): History => ({ ops, initial: { x: 0 } });
const view = (client: string, ...ops: number[]): View => ({ client, ops });

describe('forkConsistent', () => {
  it('holds where all clients are shown one linearizable order', () => {
    fc.assert(
      fc.property(arbitraryHistory({ maxOps: 7, keys: ['x', 'y'], distinct: true }), (history) => {
        const found = linearizable(history);
        fc.pre(found.ok);
        const order = found.ok ? found.order : [];
        const views = ['c1', 'c2', 'c3'].map((client) => ({ client, ops: order }));
        expect(forkConsistent(history, views)).toEqual({ ok: true });
      }),
    );
  });

  it('accepts every run of an honest server: each client has seen the log up to its last operation', () => {
    const step = fc.record({ who: fc.nat(2), writes: fc.boolean(), key: fc.constantFrom('x', 'y') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const values: Record<string, number> = { x: 0, y: 0 };
        const ops = steps.map(({ who, writes, key }, at): Operation => {
          if (writes) values[key] = at + 1;
          const value = values[key] as number;
          return { client: `u${who}`, kind: writes ? 'write' : 'read', key, value, start: at, end: at };
        });
        const views = ['u0', 'u1', 'u2'].map((client) => ({
          client,
          ops: ops.map((_, i) => i).slice(0, ops.findLastIndex((one) => one.client === client) + 1),
        }));
        expect(forkConsistent({ ops, initial: { x: 0, y: 0 } }, views)).toEqual({ ok: true });
      }),
      { numRuns: 1000 },
    );
  });

  // a writes 1; the server hides it from b, who still reads 0.
  const forked = of(
    op('a', 'write', 1, 1),
    op('b', 'read', 0, 2),
    op('b', 'write', 2, 3),
    op('a', 'read', 1, 4),
  );

  it('allows a fork: b never sees the write of a', () => {
    expect(forkConsistent(forked, [view('a', 0, 3), view('b', 1, 2)]).ok).toBe(true);
  });

  const twoWrites = of(op('a', 'write', 1, 1), op('a', 'write', 2, 2));
  const late = of(
    op('a', 'write', 1, 1),
    op('b', 'write', 1, 2),
    op('a', 'read', 1, 3),
    op('b', 'read', 1, 4),
  );
  const together = of(op('a', 'write', 1, 1, 9), op('b', 'write', 2, 1, 9), op('c', 'write', 3, 10));
  const alone = of(op('a', 'write', 1, 1));
  const all = view('a', 0, 3);

  // biome-ignore format: a table
  const REFUSED: readonly [string, History, View[], ForkReason, (number | null)[], string[], number[]][] = [
    [
      'an operation with a number that nobody has',
      forked,
      [view('b', 1, 7, 2), all],
      'unknown',
      [null, 7],
      ['b'],
      [],
    ],
    [
      'an entry that the server made up',
      forked,
      [view('b', -1, 1, 2), all],
      'unknown',
      [null, -1],
      ['b'],
      [],
    ],
    ['half an operation', forked, [view('b', 1, 2), view('a', 0, 0.5, 3)], 'unknown', [null, 0.5], ['a'], []],
    ['no number at all', alone, [view('a', Number.NaN)], 'unknown', [null, Number.NaN], ['a'], []],
    ['an own operation twice', forked, [view('b', 1, 2, 1), all], 'twice', [1, 1], ['b'], [1]],
    [
      'somebody else’s operation twice',
      twoWrites,
      [view('a', 0, 1), view('b', 0, 0)],
      'twice',
      [0, 0],
      ['b'],
      [0],
    ],
    ['own writes turned round', twoWrites, [view('a', 1, 0)], 'real-time', [1, 0], ['a'], [0, 1]],
    [
      'a write shown after a read that came later',
      of(op('a', 'write', 1, 1), op('b', 'read', 0, 2)),
      [view('a', 0), view('b', 1, 0)],
      'real-time',
      [1, 0],
      ['b'],
      [0, 1],
    ],
    [
      'own writes turned round for another client alone',
      of(...twoWrites.ops, op('b', 'read', 1, 3)),
      [view('a', 0, 1), view('b', 1, 0, 2)],
      'real-time',
      [1, 0],
      ['b'],
      [0, 1],
    ],
    [
      'the old value after a write that was shown',
      forked,
      [view('b', 0, 1, 2), all],
      'read',
      [0, 1],
      ['b'],
      [0, 1],
    ],
    ['a value that nobody wrote', of(op('a', 'read', 7, 1)), [view('a', 0)], 'read', [null, 0], ['a'], [0]],
    [
      'a value whose write was not shown',
      of(op('a', 'write', 1, 1), op('b', 'read', 1, 2)),
      [view('a', 0), view('b', 1)],
      'read',
      [null, 1],
      ['b'],
      [1],
    ],
    [
      'the value before the last',
      of(...twoWrites.ops, op('b', 'read', 1, 3)),
      [view('a', 0, 1), view('b', 0, 1, 2)],
      'read',
      [1, 2],
      ['b'],
      [1, 2],
    ],
    ['an own read left out', forked, [view('b', 2), all], 'own-left-out', [2, 1], ['b'], [1]],
    ['an own write rolled back', forked, [view('b', 1), all], 'own-left-out', [1, 2], ['b'], [2]],
    ['an empty view of one who has acted', alone, [view('a')], 'own-left-out', [null, 0], ['a'], [0]],
    ['no view of one who has acted', alone, [view('b', 0)], 'own-left-out', [null, 0], ['a'], [0]],
    [
      'two branches joined by a read whose past b was not shown',
      late,
      [view('a', 0, 2), view('b', 1, 2, 3)],
      'joined',
      [1, 2],
      ['b', 'a'],
      [0, 1, 2],
    ],
    [
      'an operation slipped in before a shared one',
      together,
      [view('a', 0, 2), view('b', 1, 0, 2), view('c', 0, 2)],
      'joined',
      [1, 0],
      ['b', 'a'],
      [0, 1],
    ],
    [
      'two that changed places between two views',
      together,
      [view('a', 0, 1, 2), view('b', 1, 0, 2), view('c', 0, 1, 2)],
      'joined',
      [0, 1],
      ['b', 'a'],
      [0, 1],
    ],
    [
      'a late operation teleported to one who has forked off',
      together,
      [view('a', 0), view('b', 1), view('c', 1, 0, 2)],
      'joined',
      [1, 0],
      ['c', 'a'],
      [0, 1],
    ],
  ];

  it.each(REFUSED)(
    'refuses %s, with the reason and the pair',
    (_, history, views, reason, pair, clients, witness) => {
      expect(forkConsistent(history, views)).toEqual({ ok: false, reason, pair, clients, witness });
    },
  );

  it('has such a history for every reason, and twenty at the least', () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(20);
    expect(new Set(REFUSED.map(([, , , reason]) => reason)).size).toBe(6);
  });

  it('lets what was not answered be missing, and a read without an answer say nothing', () => {
    const history = of(open('a', 'write', 1, 1), op('b', 'read', 0, 2), open('b', 'read', 5, 3));
    expect(forkConsistent(history, [view('a'), view('b', 1)]).ok).toBe(true);
    expect(forkConsistent(history, [view('a', 1, 0), view('b', 1, 0, 2)]).ok).toBe(true);
  });

  it('throws at nothing that may stand in a view', () => {
    const number = fc.oneof(fc.integer({ min: -2, max: 5 }), fc.double(), fc.constant(2 ** 53));
    fc.assert(
      fc.property(
        arbitraryHistory({ maxOps: 4, keys: ['x'], distinct: false }),
        fc.array(
          fc.record({ client: fc.constantFrom('c1', 'c2', 'z'), ops: fc.array(number, { maxLength: 5 }) }),
        ),
        (history, views) => typeof forkConsistent(history, views).ok === 'boolean',
      ),
    );
  });
});
