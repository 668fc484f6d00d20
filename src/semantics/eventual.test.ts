import { describe, expect, it } from 'vitest';
import { converged, eventual } from './eventual.ts';
import type { History, Operation } from './history.ts';

const write = (value: number, start: number, end: number): Operation => ({
  client: 'w',
  kind: 'write',
  key: 'x',
  value,
  start,
  end,
});
const read = (client: string, value: number, start: number): Operation => ({
  client,
  kind: 'read',
  key: 'x',
  value,
  start,
  end: start + 1,
});
const of = (...ops: Operation[]): History => ({ ops, initial: { x: 0 } });

describe('eventual', () => {
  it('forgives an old value while messages are in flight, and not once all is quiet', () => {
    const history = of(write(1, 1, 2), read('r', 0, 5));
    expect(eventual(history, null).ok).toBe(true);
    expect(eventual(history, 6).ok).toBe(true);
    expect(eventual(history, 5)).toEqual({ ok: false, witness: [0, 1] });
  });

  it('wants one answer from all quiet reads, whichever of two concurrent writes won', () => {
    const writes = [write(1, 1, 4), { ...write(2, 1, 4), client: 'v' }];
    expect(eventual(of(...writes, read('r', 1, 9), read('s', 1, 9)), 9).ok).toBe(true);
    expect(eventual(of(...writes, read('r', 2, 9), read('s', 2, 9)), 9).ok).toBe(true);
    expect(eventual(of(...writes, read('r', 1, 9), read('s', 2, 9)), 9)).toEqual({
      ok: false,
      witness: [2, 3],
    });
  });
});

describe('converged', () => {
  it('names two holders that differ', () => {
    const copies = [
      { holder: 'db', key: 'x', value: 2 },
      { holder: 'db', key: 'y', value: 1 },
      { holder: 'cache', key: 'x', value: 1 },
    ];
    expect(converged(copies)).toEqual({ ok: false, witness: [0, 2] });
    expect(converged(copies.slice(0, 2)).ok).toBe(true);
  });
});
