// Fork consistency (Mazieres and Shasha, "Building secure file systems out of Byzantine storage", 2002; the notion
// behind SUNDR): a server that lies may show clients different pasts, but each past is a legal one, and two that have
// parted never meet again. Judged on the views themselves: for each client, the operations it was shown, in order.

import type { History, Judgement, Operation, Value } from './history.ts';
import { brokenBy, initialValue, KEPT, precedes } from './history.ts';

export interface View {
  readonly client: string;
  /** Indices into the history. */
  readonly ops: readonly number[];
}

/** Every view is legal (see `legalView`), and an operation that two views share has the same past in both. */
export function forkConsistent(history: History, views: readonly View[]): Judgement {
  for (const view of views) {
    const legal = legalView(history, view);
    if (!legal.ok) return legal;
  }
  for (let i = 0; i < views.length; i++) {
    for (let j = 0; j < i; j++) {
      const joined = join(views[i] as View, views[j] as View);
      if (!joined.ok) return joined;
    }
  }
  return KEPT;
}

/** All answered operations of the client are in it, none twice, reads give the last value written, real time is kept. */
function legalView(history: History, view: View): Judgement {
  const values = new Map<string, Value>();
  const lastWrite = new Map<string, number>();
  for (let at = 0; at < view.ops.length; at++) {
    const index = view.ops[at] as number;
    const op = history.ops[index] as Operation;
    for (let past = 0; past < at; past++) {
      const earlier = view.ops[past] as number;
      if (earlier === index) return brokenBy(index);
      if (precedes(op, history.ops[earlier] as Operation)) return brokenBy(earlier, index);
    }
    if (op.kind === 'write') {
      values.set(op.key, op.value);
      lastWrite.set(op.key, index);
    } else if (op.end !== null) {
      const value = values.has(op.key) ? values.get(op.key) : initialValue(history, op.key);
      const write = lastWrite.get(op.key);
      if (value !== op.value) return write === undefined ? brokenBy(index) : brokenBy(write, index);
    }
  }
  const missing = history.ops.findIndex(
    (op, i) => op.client === view.client && op.end !== null && !view.ops.includes(i),
  );
  return missing >= 0 ? brokenBy(missing) : KEPT;
}

/** Past the common prefix two views share nothing; the witness is where they part and where they meet again. */
function join(a: View, b: View): Judgement {
  let at = 0;
  while (at < a.ops.length && a.ops[at] === b.ops[at]) at++;
  for (let i = at; i < a.ops.length; i++) {
    const shared = a.ops[i] as number;
    if (!b.ops.includes(shared, at)) continue;
    const parted = [a.ops[at] as number, b.ops[at] as number];
    return brokenBy(...new Set([...parted, shared]));
  }
  return KEPT;
}
