import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History, Operation, Value } from './history.ts';
import { precedes } from './history.ts';
import { isLinearizable } from './ordered.ts';
import { monotonicReads, readYourWrites } from './session-promises.ts';
import { arbitraryHistory } from './testing/arbitrary-history.ts';
import { permutations } from './testing/brute-force.ts';

const op = (
  client: string,
  kind: 'read' | 'write',
  value: number,
  start: number,
  end: number | null,
): Operation => ({ client, kind, key: 'x', value, start, end });
const of = (...ops: Operation[]): History => ({ ops, initial: { x: 0 } });

/** Orders of the values of x, oldest first, that keep real time among their writes. */
function* valueOrders(history: History): Generator<readonly Value[]> {
  const writes = history.ops.filter(({ kind }) => kind === 'write');
  for (const order of permutations(writes)) {
    if (order.every((b, j) => order.slice(0, j).every((a) => !precedes(b, a)))) {
      yield [0, ...order.map(({ value }) => value)];
    }
  }
}

/** Does each client by itself have an order of the writes under which no earlier-later pair goes back? */
function brute(history: History, kind: 'read' | 'write'): boolean {
  const reads = history.ops.filter((o) => o.kind === 'read' && o.end !== null);
  return [...new Set(history.ops.map(({ client }) => client))].every((client) => {
    const own = history.ops.filter((o) => o.client === client);
    for (const order of valueOrders(history)) {
      const age = ({ value }: Operation): number => order.indexOf(value);
      const fine = reads
        .filter((r) => r.client === client)
        .every(
          (r) => age(r) >= 0 && own.every((o) => o.kind !== kind || !precedes(o, r) || age(o) <= age(r)),
        );
      if (fine) return true;
    }
    return false;
  });
}

describe('promises to one client', () => {
  it('agree with every order of the writes', () => {
    fc.assert(
      fc.property(arbitraryHistory({ maxOps: 8, keys: ['x'], distinct: true }), (history) => {
        expect(readYourWrites(history).ok).toBe(brute(history, 'write'));
        expect(monotonicReads(history).ok).toBe(brute(history, 'read'));
      }),
      { numRuns: 500 },
    );
  });

  it('are both kept by every linearizable history', () => {
    fc.assert(
      fc.property(arbitraryHistory({ maxOps: 8, keys: ['x', 'y'], distinct: true }), (history) => {
        fc.pre(isLinearizable(history));
        expect(readYourWrites(history).ok && monotonicReads(history).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a client that writes 1 and then reads the old 0 is the witness', () => {
    expect(readYourWrites(of(op('a', 'write', 1, 1, 2), op('a', 'read', 0, 3, 4)))).toEqual({
      ok: false,
      witness: [0, 1],
    });
    expect(readYourWrites(of(op('a', 'write', 1, 1, 2), op('b', 'read', 0, 3, 4))).ok).toBe(true);
  });

  it('two concurrent writes may be read either way by their writer, until the store tells their order', () => {
    const ops = [op('a', 'write', 1, 1, 9), op('b', 'write', 2, 1, 9), op('a', 'read', 2, 10, 11)];
    expect(readYourWrites(of(...ops)).ok).toBe(true);
    expect(readYourWrites({ ...of(...ops), versions: { x: [1, 2] } }).ok).toBe(true);
    expect(readYourWrites({ ...of(...ops), versions: { x: [2, 1] } })).toEqual({
      ok: false,
      witness: [0, 2],
    });
  });

  it('a reader that sees 2, then 1, then 2 goes back in time though the two writes are concurrent', () => {
    const history = of(
      op('a', 'write', 1, 1, 9),
      op('b', 'write', 2, 1, 9),
      op('r', 'read', 2, 10, 11),
      op('r', 'read', 1, 12, 13),
      op('r', 'read', 2, 14, 15),
    );
    expect(monotonicReads(history)).toEqual({ ok: false, witness: [2, 3, 4] });
  });

  it('a value that nobody wrote breaks both', () => {
    const history = of(op('r', 'read', 5, 1, 2));
    expect(readYourWrites(history)).toEqual({ ok: false, witness: [0] });
    expect(monotonicReads(history)).toEqual({ ok: false, witness: [0] });
  });
});
