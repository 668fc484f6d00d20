// The search behind linearizability and sequential consistency: can these operations be put in one order that keeps a
// given partial order and in which every read returns the last value written? After Wing and Gong, "Testing and
// verifying concurrent objects" (1993), with Lowe's memo of dead ends (2017). Two things keep it quick: a read that is
// legal now is taken at once (it changes nothing, so taking it early never hurts), so only writes branch; and a dead
// end is one number. About a microsecond for six operations; a search calls this in every state, so it works in
// scratch arrays and is not reentrant.

import type { History, Operation } from './history.ts';
import { initialValue, precedes } from './history.ts';

/** Bits of a set of operations and of the values of all keys must fit one double. */
export const MAX_OPERATIONS = 26;

const predecessors = new Int32Array(MAX_OPERATIONS);
const keyIndex = new Int32Array(MAX_OPERATIONS);
const valueIndex = new Int32Array(MAX_OPERATIONS);
const isWrite = new Uint8Array(MAX_OPERATIONS);
const current = new Int32Array(MAX_OPERATIONS);
const radix = new Int32Array(MAX_OPERATIONS);
const order = new Int32Array(MAX_OPERATIONS);
const deadEnds = new Set<number>();
let count = 0;
let keys = 0;
let required = 0;
let ordered = 0;

/** Which pairs must keep their order: `time` = all that precede, `client` = those of one client. */
export type Kept = 'time' | 'client';

/** An order of `chosen` (indices into the history) as asked, or null where there is none. */
export function legalOrder(
  history: History,
  chosen: readonly number[],
  kept: Kept,
): readonly number[] | null {
  const taken = chosen.filter((i) => says(history.ops[i] as Operation));
  if (taken.length > MAX_OPERATIONS) throw new Error(`a history of more than ${MAX_OPERATIONS} operations`);
  prepare(history, taken, kept);
  const found = extend(0);
  if (!found) return null;
  return Array.from(order.subarray(0, ordered), (i) => taken[i] as number);
}

const says = (op: Operation): boolean => op.kind === 'write' || op.end !== null;

function prepare(history: History, taken: readonly number[], kept: Kept): void {
  count = taken.length;
  keys = 0;
  required = 0;
  ordered = 0;
  deadEnds.clear();
  for (let i = 0; i < count; i++) {
    const op = history.ops[taken[i] as number] as Operation;
    isWrite[i] = op.kind === 'write' ? 1 : 0;
    if (op.end !== null) required |= 1 << i;
    intern(history, taken, i, op);
    let mask = 0;
    for (let j = 0; j < count; j++) {
      const other = history.ops[taken[j] as number] as Operation;
      if (precedes(other, op) && (kept === 'time' || other.client === op.client)) mask |= 1 << j;
    }
    predecessors[i] = mask;
  }
}

/** Numbers the keys, and the values of each key from 0 = its initial one. */
function intern(history: History, taken: readonly number[], i: number, op: Operation): void {
  const initial = initialValue(history, op.key);
  let key = -1;
  let value = op.value === initial ? 0 : -1;
  for (let j = 0; j < i; j++) {
    const other = history.ops[taken[j] as number] as Operation;
    if (other.key !== op.key) continue;
    key = keyIndex[j] as number;
    if (other.value === op.value) value = valueIndex[j] as number;
  }
  if (key < 0) {
    key = keys++;
    radix[key] = 1;
    current[key] = 0;
  }
  if (value < 0) {
    value = radix[key] as number;
    radix[key] = value + 1;
  }
  keyIndex[i] = key;
  valueIndex[i] = value;
}

function extend(before: number): boolean {
  const mark = ordered;
  const done = takeReads(before);
  if ((done & required) === required) return true;
  let end = done;
  for (let k = 0; k < keys; k++) end = end * (radix[k] as number) + (current[k] as number);
  if (!deadEnds.has(end)) {
    for (let i = 0; i < count; i++) {
      const bit = 1 << i;
      if (!isWrite[i] || done & bit || (predecessors[i] as number) & ~done) continue;
      const key = keyIndex[i] as number;
      const old = current[key] as number;
      current[key] = valueIndex[i] as number;
      order[ordered++] = i;
      if (extend(done | bit)) return true;
      ordered--;
      current[key] = old;
    }
    deadEnds.add(end);
  }
  ordered = mark;
  return false;
}

function takeReads(before: number): number {
  let done = before;
  for (let grew = true; grew; ) {
    grew = false;
    for (let i = 0; i < count; i++) {
      const bit = 1 << i;
      if (isWrite[i] || done & bit || (predecessors[i] as number) & ~done) continue;
      if (current[keyIndex[i] as number] !== valueIndex[i]) continue;
      done |= bit;
      order[ordered++] = i;
      grew = true;
    }
  }
  return done;
}
