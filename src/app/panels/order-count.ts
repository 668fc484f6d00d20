// How many orders of events a small state space has, and in how many of them something is broken: paths from the start
// to where nothing more can happen, counted over the graph and not walked one by one.

import type { ExploredMap } from '../../kernel/explored.ts';

export interface OrderCount {
  readonly orders: number;
  /** Those that pass through a state in which the property is violated. */
  readonly broken: number;
}

/** Null where some order never ends, or there are too many to be told exactly. */
export function countOrders({ states, edges }: ExploredMap, property: string): OrderCount | null {
  const from = new Map<number, number[]>();
  for (const [a, b] of edges) from.set(a, [...(from.get(a) ?? []), b]);
  const isBad = new Set(states.filter(({ bad }) => bad.includes(property)).map(({ id }) => id));
  const known = new Map<number, { all: number; kept: number } | 'under way'>();
  const count = (id: number): { all: number; kept: number } | null => {
    const before = known.get(id);
    if (before === 'under way') return null;
    if (before) return before;
    known.set(id, 'under way');
    const nexts = from.get(id) ?? [];
    let all = nexts.length === 0 ? 1 : 0;
    let kept = all;
    for (const next of nexts) {
      const beyond = count(next);
      if (!beyond) return null;
      all += beyond.all;
      kept += beyond.kept;
    }
    const found = { all, kept: isBad.has(id) ? 0 : kept };
    known.set(id, found);
    return found;
  };
  const whole = count(0);
  if (!whole || !Number.isSafeInteger(whole.all)) return null;
  return { orders: whole.all, broken: whole.all - whole.kept };
}
