import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History, Operation } from './history.ts';
import { isLinearizable, isSequential, linearizable, sequential } from './ordered.ts';
import { arbitraryHistory } from './testing/arbitrary-history.ts';
import { inClientOrder, inRealTime, isLegal, someOrder } from './testing/brute-force.ts';

const op = (
  client: string,
  kind: 'read' | 'write',
  value: number,
  start: number,
  end: number | null,
  key = 'x',
): Operation => ({ client, kind, key, value, start, end });
const of = (...ops: Operation[]): History => ({ ops, initial: { x: 0, y: 0 } });

const stale = of(op('w', 'write', 1, 1, 2), op('r', 'read', 0, 3, 4));

describe('linearizable and sequential', () => {
  it('agree with every permutation of small histories of one key, shared values included', () => {
    fc.assert(
      fc.property(arbitraryHistory({ maxOps: 6, keys: ['x'], distinct: false }), (history) => {
        expect(isLinearizable(history)).toBe(someOrder(history, inRealTime));
        expect(isSequential(history)).toBe(someOrder(history, inClientOrder));
      }),
      { numRuns: 300 },
    );
  });

  it('agree with every permutation of small histories of two keys', () => {
    fc.assert(
      fc.property(arbitraryHistory({ maxOps: 6, keys: ['x', 'y'], distinct: true }), (history) => {
        expect(isLinearizable(history)).toBe(someOrder(history, inRealTime));
        expect(isSequential(history)).toBe(someOrder(history, inClientOrder));
      }),
      { numRuns: 300 },
    );
  });

  it('give an order that is legal and complete, or a witness that is a fault by itself', () => {
    fc.assert(
      fc.property(arbitraryHistory({ maxOps: 7, keys: ['x', 'y'], distinct: false }), (history) => {
        for (const [judge, keep] of [
          [linearizable, inRealTime],
          [sequential, inClientOrder],
        ] as const) {
          const found = judge(history);
          const ops = (found.ok ? found.order : found.witness).map((i) => history.ops[i] as Operation);
          if (found.ok) {
            expect(isLegal(history, ops)).toBe(true);
            expect(history.ops.filter((o) => o.end !== null).every((o) => ops.includes(o))).toBe(true);
            ops.forEach((b, j) => {
              for (const a of ops.slice(0, j)) expect(keep(b, a)).toBe(false);
            });
          } else {
            expect(judge({ ...history, ops }).ok).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a read of the old value after the write was answered breaks linearizability, and the two are the witness', () => {
    const unrelated = op('u', 'write', 7, 0, 9, 'y');
    expect(linearizable({ ...stale, ops: [unrelated, ...stale.ops] })).toEqual({
      ok: false,
      witness: [1, 2],
    });
    expect(sequential(stale)).toEqual({ ok: true, order: [1, 0] });
  });

  it("two clients that read two keys' writes in opposite orders break sequential consistency, key by key nothing does", () => {
    const history = of(
      op('a', 'write', 1, 1, 2, 'x'),
      op('b', 'write', 1, 1, 2, 'y'),
      op('a', 'read', 0, 3, 4, 'y'),
      op('b', 'read', 0, 3, 4, 'x'),
    );
    expect(sequential(history)).toEqual({ ok: false, witness: [0, 1, 2, 3] });
    expect(linearizable({ ...history, ops: history.ops.filter(({ key }) => key === 'x') }).ok).toBe(false);
  });

  it('a write that was never answered may have happened, or not', () => {
    const write = op('w', 'write', 1, 1, null);
    expect(isLinearizable(of(write, op('r', 'read', 1, 2, 3)))).toBe(true);
    expect(isLinearizable(of(write, op('r', 'read', 0, 2, 3)))).toBe(true);
    expect(isLinearizable(of(write, op('r', 'read', 1, 2, 3), op('r', 'read', 0, 4, 5)))).toBe(false);
  });

  it('refuses a history of one key too long for one word', () => {
    expect(() =>
      isLinearizable(of(...Array.from({ length: 27 }, (_, i) => op('w', 'write', i, i, i)))),
    ).toThrow('more than 26');
  });
});
