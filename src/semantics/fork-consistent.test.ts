import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forkConsistent } from './fork-consistent.ts';
import type { History, Operation } from './history.ts';
import { linearizable } from './ordered.ts';
import { arbitraryHistory } from './testing/arbitrary-history.ts';

const op = (client: string, kind: 'read' | 'write', value: number, at: number): Operation => ({
  client,
  kind,
  key: 'x',
  value,
  start: at,
  end: at,
});
const of = (...ops: Operation[]): History => ({ ops, initial: { x: 0 } });

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

  // a writes 1; the server hides it from b, who still reads 0.
  const forked = of(
    op('a', 'write', 1, 1),
    op('b', 'read', 0, 2),
    op('b', 'write', 2, 3),
    op('a', 'read', 1, 4),
  );

  it('allows a fork: b never sees the write of a', () => {
    const views = [
      { client: 'a', ops: [0, 3] },
      { client: 'b', ops: [1, 2] },
    ];
    expect(forkConsistent(forked, views).ok).toBe(true);
  });

  it('refuses to join the two again: b is later shown a read of a, whose past it was not shown', () => {
    const history = of(
      op('a', 'write', 1, 1),
      op('b', 'write', 1, 2),
      op('a', 'read', 1, 3),
      op('b', 'read', 1, 4),
    );
    const views = [
      { client: 'a', ops: [0, 2] },
      { client: 'b', ops: [1, 2, 3] },
    ];
    expect(forkConsistent(history, views)).toEqual({ ok: false, witness: [0, 1, 2] });
  });

  it('refuses an illegal past: a read that gives another value, an own operation left out, real time turned round', () => {
    const all = { client: 'a', ops: [0, 3] };
    expect(forkConsistent(forked, [{ client: 'b', ops: [0, 1, 2] }, all])).toEqual({
      ok: false,
      witness: [0, 1],
    });
    expect(forkConsistent(forked, [{ client: 'b', ops: [1] }, all])).toEqual({ ok: false, witness: [2] });
    expect(forkConsistent(forked, [{ client: 'b', ops: [1, 2, 1] }, all])).toEqual({
      ok: false,
      witness: [1],
    });
    const turned = of(op('a', 'write', 1, 1), op('a', 'write', 2, 2));
    expect(forkConsistent(turned, [{ client: 'a', ops: [1, 0] }])).toEqual({ ok: false, witness: [0, 1] });
  });
});
