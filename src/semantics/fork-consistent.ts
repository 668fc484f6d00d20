// Fork consistency (Mazieres and Shasha, "Building secure file systems out of Byzantine storage", 2002): a server that
// lies may show clients different pasts, but each past is a legal one, and two that have parted never meet again. Judged
// on the views themselves: for each client, the operations it was shown, in order. Whether there are such views at all:
// fork-explained.ts.

import type { History, Operation } from './history.ts';
import { initialValue, precedes } from './history.ts';

export interface View {
  readonly client: string;
  /** Indices into the history. */
  readonly ops: readonly number[];
}

/**
 * What is wrong with the views, in the order in which it is looked for: an operation that the history does not hold; one
 * that a view holds twice; two against real time; a read that gives something else than the last value written; an
 * answered operation of its own that a client's view leaves out; two views that share an operation but not its past.
 */
export type ForkReason = 'unknown' | 'twice' | 'real-time' | 'read' | 'own-left-out' | 'joined';

export type ForkJudgement = { readonly ok: true } | ForkBroken;

export interface ForkBroken {
  readonly ok: false;
  readonly reason: ForkReason;
  /**
   * The two operations that do not go together, the one at fault last: unknown [null, it]; twice [it, it]; real-time
   * [shown first, answered before it was called]; read [the last write or null for none, the read]; own-left-out [the
   * last of the view or null, the one left out]; joined [one that is in its past in one view alone, or at another place,
   * the one shared].
   */
  readonly pair: readonly [number | null, number];
  /** Whose views: one client, or the two that were joined. */
  readonly clients: readonly string[];
  /** Operations of the history, rising: already these alone cannot be explained. Empty where the history has none of them. */
  readonly witness: readonly number[];
}

/**
 * Every view is legal (see `illegality`), and an operation that two views share has the same past in both. A client
 * without a view was shown nothing. Never throws.
 */
export function forkConsistent(history: History, views: readonly View[]): ForkJudgement {
  for (const view of views) {
    const wrong = illegality(history, view);
    if (wrong) return wrong;
  }
  const unseen = history.ops.findIndex(
    ({ client, end }) => end !== null && !views.some((view) => view.client === client),
  );
  if (unseen >= 0) return broken('own-left-out', [null, unseen], [(history.ops[unseen] as Operation).client]);
  for (let i = 0; i < views.length; i++) {
    for (let j = 0; j < i; j++) {
      const wrong = joint(views[i] as View, views[j] as View);
      if (wrong) return wrong;
    }
  }
  return { ok: true };
}

/** All answered operations of the client are in it, none twice, reads give the last value written, real time is kept. */
function illegality(history: History, { client, ops }: View): ForkBroken | null {
  for (let at = 0; at < ops.length; at++) {
    const index = ops[at] as number;
    const op = history.ops[index];
    if (op === undefined) return broken('unknown', [null, index], [client], []);
    let lastWrite: number | null = null;
    for (let past = 0; past < at; past++) {
      const earlier = ops[past] as number;
      if (earlier === index) return broken('twice', [index, index], [client]);
      const before = history.ops[earlier] as Operation;
      if (precedes(op, before)) return broken('real-time', [earlier, index], [client]);
      if (before.kind === 'write' && before.key === op.key) lastWrite = earlier;
    }
    if (op.kind === 'write' || op.end === null) continue;
    const value =
      lastWrite === null ? initialValue(history, op.key) : (history.ops[lastWrite] as Operation).value;
    if (value !== op.value) return broken('read', [lastWrite, index], [client]);
  }
  const missing = history.ops.findIndex(
    (op, i) => op.client === client && op.end !== null && !ops.includes(i),
  );
  return missing < 0 ? null : broken('own-left-out', [ops.at(-1) ?? null, missing], [client], [missing]);
}

/** Past the common prefix two views share nothing; the witness is where they part and where they meet again. */
function joint(a: View, b: View): ForkBroken | null {
  let at = 0;
  while (at < a.ops.length && a.ops[at] === b.ops[at]) at++;
  for (let i = at; i < a.ops.length; i++) {
    const shared = a.ops[i] as number;
    if (!b.ops.includes(shared, at)) continue;
    const parted = [a.ops[at] as number, b.ops[at] as number] as const;
    const other = parted[0] === shared ? parted[1] : parted[0];
    return broken('joined', [other, shared], [a.client, b.client], [...parted, shared]);
  }
  return null;
}

function broken(
  reason: ForkReason,
  pair: readonly [number | null, number],
  clients: readonly string[],
  ops: readonly (number | null)[] = pair,
): ForkBroken {
  const witness: number[] = [];
  for (const index of ops) if (index !== null && !witness.includes(index)) witness.push(index);
  return { ok: false, reason, pair, clients, witness: witness.sort((x, y) => x - y) };
}
