// Is there any set of views at all that explains a history as fork-consistent (fork-consistent.ts)? So it is asked where
// clients cannot say what they were shown, as with files that are signed one by one. The views form a tree, so the search
// grows a trunk for all clients, and at each place either adds an operation or splits the clients into two groups
// that will share nothing more. A client that is alone needs only its own operations, and writes without an answer.

import type { View } from './fork-consistent.ts';
import type { History, Operation, Value } from './history.ts';
import { initialValue, precedes } from './history.ts';

/** A set of operations is one word. */
const MAX_OPERATIONS = 26;

/** Views that explain the history, one for each of its clients; or none; or too many operations to tell (over 26). */
export type ForkExplained =
  | { readonly ok: true; readonly views: readonly View[] }
  | { readonly ok: false; readonly reason: 'no-views' | 'too-long'; readonly witness: readonly number[] };

/** Never throws. The witness of 'no-views': a start of the history (in order of calls) that cannot be explained already. */
export function forkExplained(history: History): ForkExplained {
  const { ops } = history;
  if (ops.length > MAX_OPERATIONS) return { ok: false, reason: 'too-long', witness: [] };
  const views = viewsOf(history);
  if (views) return { ok: true, views };
  const byCall = ops.map((_, i) => i).sort((a, b) => startOf(history, a) - startOf(history, b) || a - b);
  for (let length = 1; length < ops.length; length++) {
    const upTo = startOf(history, byCall[length] as number);
    const cut = byCall.slice(0, length).map((i) => asOf(ops[i] as Operation, upTo));
    if (viewsOf({ ...history, ops: cut })) continue;
    return { ok: false, reason: 'no-views', witness: byCall.slice(0, length).sort((a, b) => a - b) };
  }
  return { ok: false, reason: 'no-views', witness: ops.map((_, i) => i) };
}

const startOf = ({ ops }: History, index: number): number => (ops[index] as Operation).start;

/** The operation as it stood before this moment: one that was answered later was not answered yet. */
const asOf = (op: Operation, moment: number): Operation =>
  op.end !== null && op.end >= moment ? { ...op, end: null } : op;

interface Search {
  readonly history: History;
  readonly clients: readonly string[];
  /** By operation: those answered before it was called. */
  readonly before: readonly number[];
  /** By client: its answered operations. */
  readonly own: readonly number[];
  readonly deadEnds: Set<string>;
}

/** A branch that grows: who is on it, what it holds, and what may still be added. */
interface Branch {
  /** Indices of clients. */
  readonly group: readonly number[];
  readonly done: number;
  readonly open: number;
  readonly order: readonly number[];
  readonly values: Readonly<Record<string, Value>>;
}

function viewsOf(history: History): readonly View[] | null {
  const { ops } = history;
  const clients = [...new Set(ops.map(({ client }) => client))].sort();
  const setOf = (fits: (op: Operation) => boolean): number =>
    ops.reduce((set, op, i) => (fits(op) ? set | (1 << i) : set), 0);
  const search: Search = {
    history,
    clients,
    before: ops.map((op) => setOf((other) => precedes(other, op))),
    own: clients.map((client) => setOf((op) => op.client === client && op.end !== null)),
    deadEnds: new Set(),
  };
  const open = setOf((op) => op.kind === 'write' || op.end !== null);
  const found = grow(search, { group: clients.map((_, i) => i), done: 0, open, order: [], values: {} });
  return found && [...found].sort((a, b) => clients.indexOf(a.client) - clients.indexOf(b.client));
}

function grow(search: Search, branch: Branch): readonly View[] | null {
  const { group, done, open, order } = branch;
  const required = group.reduce((set, client) => set | (search.own[client] as number), 0);
  if ((required & ~done) === 0)
    return group.map((client) => ({ client: search.clients[client] as string, ops: order }));
  const state = [group.join(), done, open, JSON.stringify(Object.entries(branch.values).sort())].join(' ');
  if (search.deadEnds.has(state)) return null;
  const found = added(search, branch) ?? split(search, branch);
  if (!found) search.deadEnds.add(state);
  return found;
}

/** The branch with one operation more, in any way that leads to views. */
function added(search: Search, branch: Branch): readonly View[] | null {
  const { history, before } = search;
  const { done, open, order, values } = branch;
  for (let i = 0; i < history.ops.length; i++) {
    const bit = 1 << i;
    if (!(open & bit)) continue;
    const { kind, key, value } = history.ops[i] as Operation;
    const current = key in values ? values[key] : initialValue(history, key);
    if (kind === 'read' && current !== value) continue;
    // What was answered before this one was called can not come after it any more.
    const next: Branch = {
      ...branch,
      done: done | bit,
      open: open & ~bit & ~(before[i] as number),
      order: [...order, i],
      values: kind === 'write' ? { ...values, [key]: value as Value } : values,
    };
    const found = grow(search, next);
    if (found) return found;
  }
  return null;
}

/** The clients in two groups, each with its own answered operations and its share of the writes without an answer. */
function split(search: Search, branch: Branch): readonly View[] | null {
  const { group, open } = branch;
  const answered = (members: readonly number[]): number =>
    members.reduce((set, client) => set | (search.own[client] as number), 0);
  const free = open & ~search.own.reduce((all, set) => all | set, 0);
  // The first client stays on the left, so that no division is tried twice.
  for (let right = 1; right < 1 << (group.length - 1); right++) {
    const inRight = (at: number): boolean => at > 0 && (right & (1 << (at - 1))) !== 0;
    const two = [group.filter((_, at) => !inRight(at)), group.filter((_, at) => inRight(at))] as const;
    for (let share = free; ; share = (share - 1) & free) {
      const left = grow(search, { ...branch, group: two[0], open: (open & answered(two[0])) | share });
      const other =
        left && grow(search, { ...branch, group: two[1], open: (open & answered(two[1])) | (free & ~share) });
      if (other) return [...left, ...other];
      if (share === 0) break;
    }
  }
  return null;
}
