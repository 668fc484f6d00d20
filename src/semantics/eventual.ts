// The weakest promise: when writing stops and every message has arrived, all copies agree on the newest value
// (Vogels, "Eventually consistent", 2009). Judged on what is read once all is quiet, or on the copies themselves.

import type { History, Judgement, Operation, Value } from './history.ts';
import { brokenBy, KEPT } from './history.ts';
import { isOlder } from './session-promises.ts';

/**
 * Reads called at or after `quiet` (the moment from which nothing is in flight) agree, and none gives a value that an
 * answered write has certainly replaced. Where `quiet` is null nothing is asked yet.
 */
export function eventual(history: History, quiet: number | null): Judgement {
  if (quiet === null) return KEPT;
  const { ops } = history;
  const reads: number[] = [];
  ops.forEach((op, i) => {
    if (op.kind === 'read' && op.end !== null && op.start >= quiet) reads.push(i);
  });
  for (const r of reads) {
    const read = ops[r] as Operation;
    for (let i = 0; i < ops.length; i++) {
      const op = ops[i] as Operation;
      if (op.key !== read.key || op.end === null) continue;
      if (op.kind === 'write' && isOlder(history, op.key, read.value, op.value)) return brokenBy(i, r);
      if (op.kind === 'read' && op.start >= quiet && op.value !== read.value) return brokenBy(i, r);
    }
  }
  return KEPT;
}

export interface Copy {
  readonly holder: string;
  readonly key: string;
  readonly value: Value;
}

/** Copies of one key are equal; the witness names two that are not. A holder without a copy of a key does not count. */
export function converged(copies: readonly Copy[]): Judgement {
  for (let i = 0; i < copies.length; i++) {
    const copy = copies[i] as Copy;
    const other = copies.findIndex(({ key }) => key === copy.key);
    if (copies[other]?.value !== copy.value) return brokenBy(other, i);
  }
  return KEPT;
}
