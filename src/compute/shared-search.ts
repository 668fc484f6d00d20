// A search for the lowest hit in a range of integers, over shared words: each worker claims the next batch, scans it,
// and stops when the search is over or a lower batch has hit. Batches are claimed in rising order, so when all seats
// have left, every batch below the lowest that hit has been scanned: the answer does not depend on how many workers
// there were. Uncontended claims cost tens of ns, a batch of 1024 hashes 0.3 ms.

import type { ScanFunction } from '../kernel/job.ts';

export const BATCH = 1024;

const STOP = 0;
const NEXT = 1;
const BEST = 2;
const SEATS = 3;
/** Batch numbers are 32-bit words. */
const NONE = 0x7fffffff;

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly batch: number;
}

/** 1024, or more where the range has more batches than a word can count. */
export function batchFor(from: number, to: number): number {
  let batch = BATCH;
  while ((to - from) / batch > NONE - 1) batch *= 2;
  return batch;
}

export const wordsFor = (seats: number): number => SEATS + seats;

export function startSearch(words: Int32Array): Int32Array {
  words.fill(NONE, SEATS);
  words[BEST] = NONE;
  return words;
}

export const stopSearch = (words: Int32Array): void => void Atomics.store(words, STOP, 1);

/** Indices claimed so far: what progress and rates are told from. */
export const claimed = (words: Int32Array, { from, to, batch }: Range): number =>
  Math.min(to - from, Atomics.load(words, NEXT) * batch);

/** The lowest batch that hit, or null. */
export function bestBatch(
  words: Int32Array,
  { from, to, batch }: Range,
): { from: number; to: number } | null {
  const best = Atomics.load(words, BEST);
  if (best === NONE) return null;
  return { from: from + best * batch, to: Math.min(to, from + (best + 1) * batch) };
}

/**
 * One seat's part. The seat's word says which batch it is at *before* the batch is claimed (hence a compare-exchange
 * and not an add): whoever takes the seat of a worker that died scans that batch again, so none is ever skipped.
 */
export function searchSeat(
  words: Int32Array,
  seat: number,
  scan: ReturnType<ScanFunction>,
  range: Range,
): void {
  const { from, to, batch } = range;
  const batches = Math.ceil((to - from) / batch);
  const scanBatch = (index: number): void => {
    const start = from + index * batch;
    if (scan(start, Math.min(to, start + batch)) >= 0) lower(words, index);
  };
  const left = Atomics.load(words, SEATS + seat);
  if (left !== NONE) scanBatch(left);
  while (Atomics.load(words, STOP) === 0) {
    const index = Atomics.load(words, NEXT);
    if (index >= batches || index > Atomics.load(words, BEST)) return;
    Atomics.store(words, SEATS + seat, index);
    if (Atomics.compareExchange(words, NEXT, index, index + 1) === index) scanBatch(index);
  }
}

function lower(words: Int32Array, index: number): void {
  for (let best = Atomics.load(words, BEST); index < best; ) {
    const found = Atomics.compareExchange(words, BEST, best, index);
    if (found === best) return;
    best = found;
  }
}
