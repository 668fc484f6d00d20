import { describe, expect, it } from 'vitest';
import { countOrders } from './order-count.ts';

const state = (id: number, bad: readonly string[] = []) => ({ id, depth: 0, bad, rest: false });

describe('the orders of a small state space', () => {
  it('are the paths through it, and those that pass a bad state are broken, whatever comes after', () => {
    const map = {
      states: [state(0), state(1, ['p']), state(2), state(3), state(4)],
      edges: [
        [0, 1, 'a'],
        [0, 2, 'b'],
        [1, 3, 'b'],
        [2, 3, 'a'],
        [3, 4, 'c'],
        [0, 4, 'd'],
      ] as const,
    };
    expect(countOrders(map, 'p')).toEqual({ orders: 3, broken: 1 });
    expect(countOrders(map, 'q')).toEqual({ orders: 3, broken: 0 });
  });

  it('are not counted where one goes round for ever', () => {
    const map = {
      states: [state(0), state(1)],
      edges: [
        [0, 1, 'a'],
        [1, 0, 'b'],
      ] as const,
    };
    expect(countOrders(map, 'p')).toBeNull();
  });
});
