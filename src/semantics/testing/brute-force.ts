// The definitions, word for word and slow: every order of every choice of unanswered writes. Only tests use it.

import type { View } from '../fork-consistent.ts';
import type { History, Operation, Value } from '../history.ts';
import { initialValue, precedes } from '../history.ts';

export function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) yield [];
  for (let i = 0; i < items.length; i++) {
    const rest = items.filter((_, j) => j !== i);
    for (const tail of permutations(rest)) yield [items[i] as T, ...tail];
  }
}

export function isLegal(history: History, order: readonly Operation[]): boolean {
  const values = new Map<string, Value>();
  return order.every((op) => {
    if (op.kind === 'write') {
      values.set(op.key, op.value);
      return true;
    }
    return op.value === (values.has(op.key) ? values.get(op.key) : initialValue(history, op.key));
  });
}

/** Is there a legal order in which no pair that `keep` names stands the wrong way round? */
export function someOrder(history: History, keep: (a: Operation, b: Operation) => boolean): boolean {
  const answered = history.ops.filter((op) => op.end !== null);
  const unanswered = history.ops.filter((op) => op.end === null && op.kind === 'write');
  for (let chosen = 0; chosen < 1 << unanswered.length; chosen++) {
    const taken = [...answered, ...unanswered.filter((_, i) => chosen & (1 << i))];
    for (const order of permutations(taken)) {
      const kept = order.every((later, j) => order.slice(0, j).every((earlier) => !keep(later, earlier)));
      if (kept && isLegal(history, order)) return true;
    }
  }
  return false;
}

export const inRealTime = precedes;
export const inClientOrder = (a: Operation, b: Operation): boolean => a.client === b.client && precedes(a, b);

/** Each view: operations of the history, none twice, legal, in real time, all of its client's that were answered. */
export function isLegalView(history: History, { client, ops }: View): boolean {
  if (!ops.every((index) => index in history.ops) || new Set(ops).size < ops.length) return false;
  const shown = ops.map((index) => history.ops[index] as Operation);
  const said = shown.filter(({ kind, end }) => kind === 'write' || end !== null);
  return (
    isLegal(history, said) &&
    shown.every((later, at) => shown.slice(0, at).every((earlier) => !precedes(later, earlier))) &&
    history.ops.every((op, i) => op.client !== client || op.end === null || ops.includes(i))
  );
}

/** Whatever operation two views share, they are the same up to it. */
export function neverRejoin(a: View, b: View): boolean {
  const upTo = (ops: readonly number[], index: number): string => ops.slice(0, ops.indexOf(index) + 1).join();
  return a.ops.every((index) => !b.ops.includes(index) || upTo(a.ops, index) === upTo(b.ops, index));
}
