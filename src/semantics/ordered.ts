// The two promises that all clients see one order: linearizable (it also keeps real time; Herlihy and Wing 1990) and
// sequential (it keeps only each client's own order; Lamport 1979).

import type { History, Operation } from './history.ts';
import type { Kept } from './legal-order.ts';
import { legalOrder } from './legal-order.ts';

/** One order that explains everything (indices into the history; a write without an answer may be missing), or a witness. */
export type Ordered =
  | { readonly ok: true; readonly order: readonly number[] }
  | { readonly ok: false; readonly witness: readonly number[] };

/** Linearizable key by key, which is the same as linearizable (locality, Herlihy and Wing, theorem 1). */
export function isLinearizable(history: History): boolean {
  return failingKey(history) === null;
}

export function isSequential(history: History): boolean {
  return legalOrder(history, allOf(history), 'client') !== null;
}

export function linearizable(history: History): Ordered {
  const failing = failingKey(history);
  if (failing !== null) return { ok: false, witness: shrink(history, failing, 'time') };
  return { ok: true, order: legalOrder(history, allOf(history), 'time') ?? [] };
}

export function sequential(history: History): Ordered {
  const order = legalOrder(history, allOf(history), 'client');
  return order ? { ok: true, order } : { ok: false, witness: shrink(history, allOf(history), 'client') };
}

const allOf = (history: History): number[] => history.ops.map((_, i) => i);

/** Operations of the first key that has no order, or null. */
function failingKey(history: History): readonly number[] | null {
  const { ops } = history;
  for (let i = 0; i < ops.length; i++) {
    const { key } = ops[i] as Operation;
    const chosen: number[] = [];
    let seen = false;
    for (let j = 0; j < ops.length; j++) {
      if ((ops[j] as Operation).key !== key) continue;
      if (j < i) {
        seen = true;
        break;
      }
      chosen.push(j);
    }
    if (!seen && legalOrder(history, chosen, 'time') === null) return chosen;
  }
  return null;
}

/**
 * Leaves operations out while what is left still has no order. What may be left out without inventing a fault: a read,
 * or a write together with every read of its value (any order of the whole, less these, is an order of the rest).
 */
function shrink(history: History, failing: readonly number[], kept: Kept): readonly number[] {
  let witness = failing.filter((i) => history.ops[i]?.kind === 'write' || history.ops[i]?.end !== null);
  for (let grew = true; grew; ) {
    grew = false;
    for (const i of witness) {
      const out = history.ops[i] as Operation;
      const rest = witness.filter((j) => j !== i && !(out.kind === 'write' && isReadOf(history, j, out)));
      if (legalOrder(history, rest, kept) !== null) continue;
      witness = rest;
      grew = true;
      break;
    }
  }
  return witness;
}

function isReadOf(history: History, index: number, write: Operation): boolean {
  const op = history.ops[index] as Operation;
  return op.kind === 'read' && op.key === write.key && op.value === write.value;
}
