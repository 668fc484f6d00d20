// Promises to one client about its own past (Terry et al., "Session guarantees for weakly consistent replicated data",
// 1994): it reads its own writes, and its reads of a key never go back in time. Which write is the newer one is told by
// the store's own order where the history has it (`versions`), else by real time; concurrent writes may then be either.
// Needs the writes of a key to write different values, none of them the initial one.

import type { History, Judgement, Operation, Value } from './history.ts';
import { brokenBy, initialValue, KEPT, precedes } from './history.ts';

export function readYourWrites(history: History): Judgement {
  const { ops } = history;
  for (let r = 0; r < ops.length; r++) {
    const read = ops[r] as Operation;
    if (read.kind !== 'read' || read.end === null) continue;
    if (isFromNowhere(history, read)) return brokenBy(r);
    for (let w = 0; w < ops.length; w++) {
      const write = ops[w] as Operation;
      if (write.kind !== 'write' || !isSame(write, read) || !precedes(write, read)) continue;
      if (isOlder(history, read.key, read.value, write.value)) return brokenBy(w, r);
    }
  }
  return KEPT;
}

/** Every pair of reads suffices, and every third read between two that agree (a, b, a): the order is total in one client. */
export function monotonicReads(history: History): Judgement {
  const { ops } = history;
  for (let b = 0; b < ops.length; b++) {
    const later = ops[b] as Operation;
    if (later.kind !== 'read' || later.end === null) continue;
    if (isFromNowhere(history, later)) return brokenBy(b);
    for (let a = 0; a < ops.length; a++) {
      const earlier = ops[a] as Operation;
      if (earlier.kind !== 'read' || !isSame(earlier, later) || !precedes(earlier, later)) continue;
      if (isOlder(history, later.key, later.value, earlier.value)) return brokenBy(a, b);
      const back = earlier.value === later.value ? readBetween(ops, earlier, later) : -1;
      if (back >= 0) return brokenBy(a, back, b);
    }
  }
  return KEPT;
}

const isSame = (a: Operation, b: Operation): boolean => a.client === b.client && a.key === b.key;

/** Index of a read of another value by the same client in between, or -1. */
function readBetween(ops: readonly Operation[], a: Operation, b: Operation): number {
  return ops.findIndex(
    (op) => op.kind === 'read' && isSame(op, a) && op.value !== a.value && precedes(a, op) && precedes(op, b),
  );
}

function writeOf(history: History, key: string, value: Value): Operation | undefined {
  for (const op of history.ops) {
    if (op.kind === 'write' && op.key === key && op.value === value) return op;
  }
  return undefined;
}

const isFromNowhere = (history: History, read: Operation): boolean =>
  read.value !== initialValue(history, read.key) &&
  writeOf(history, read.key, read.value) === undefined &&
  !history.versions?.[read.key]?.includes(read.value);

/** True where value a of the key is certainly older than value b. */
export function isOlder(history: History, key: string, a: Value, b: Value): boolean {
  if (a === b) return false;
  const initial = initialValue(history, key);
  if (a === initial) return true;
  if (b === initial) return false;
  const versions = history.versions?.[key];
  if (versions) {
    const at = versions.indexOf(a);
    const bt = versions.indexOf(b);
    if (at >= 0 && bt >= 0) return at < bt;
  }
  const first = writeOf(history, key, a);
  const second = writeOf(history, key, b);
  return first !== undefined && second !== undefined && precedes(first, second);
}
