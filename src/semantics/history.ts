// What clients did to a store, as they saw it: the input of every checker in this folder. An operation spans the
// moments from its call to its answer (Herlihy and Wing, "Linearizability", 1990); moments are any growing integers,
// such as the steps of a run.

export type Value = string | number | null;

export interface Operation {
  readonly client: string;
  readonly kind: 'read' | 'write';
  readonly key: string;
  /** What was written, or what the read gave back. */
  readonly value: Value;
  readonly start: number;
  /** null: not answered yet. Such a write may have happened or not; such a read says nothing. */
  readonly end: number | null;
}

export interface History {
  readonly ops: readonly Operation[];
  /** Values before the first write; null for keys not named. */
  readonly initial?: Readonly<Record<string, Value>>;
  /** The order in which the store took the writes of a key, where it is known (the database's commit log). */
  readonly versions?: Readonly<Record<string, readonly Value[]>>;
}

/** The witness holds indices of operations, rising: already these alone cannot be explained. */
export type Judgement = { readonly ok: true } | { readonly ok: false; readonly witness: readonly number[] };

export const KEPT: Judgement = { ok: true };
export const brokenBy = (...ops: number[]): Judgement => ({ ok: false, witness: ops.sort((a, b) => a - b) });

export const initialValue = (history: History, key: string): Value => history.initial?.[key] ?? null;

/** True where a was answered before b was called; operations that meet in one moment are concurrent. */
export const precedes = (a: Operation, b: Operation): boolean => a.end !== null && a.end < b.start;
