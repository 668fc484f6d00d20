// A search for the lowest hit in a range of integers, over shared words: each worker claims the next batch, scans it,
// and leaves when the search is over, was stopped, or a lower batch has hit. Who owns the order: one word, NEXT. Batches
// are claimed in rising order by exchanging it, so when all seats have left, every batch below the lowest that hit has
// been scanned, and the answer does not depend on how many workers there were. A seat's own words are written by its
// holder alone. Uncontended claims cost tens of ns, a batch of 1024 hashes 0.3 ms. Within a batch a seat listens for the
// stop four times, so that it is heard at once on a slow machine and before the scan is compiled, too.

import type { Nearest, Scan } from '../kernel/job.ts';
import { FARTHEST } from '../kernel/job.ts';

export const BATCH = 1024;
/** Integers between two looks at the stop: a look costs less than 10 ns. */
const SLICE = 256;

const STOP = 0;
const NEXT = 1;
const BEST = 2;
/** Seats begin a cache line on, and have one each, so that no holder slows another. */
const SEATS = 16;
const SEAT_WORDS = 16;
/** Words of a seat: odd while the others are being written; the batch it is at; and what is told of it. */
const VERSION = 0;
const AT = 1;
const RANGES = 2;
const TRIED = 3;
const SCORE = 5;
const NEAREST = 6;
/** Batch numbers are 32-bit words. */
const NONE = 0x7fffffff;

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly batch: number;
}

/** What one seat has done so far. */
export interface Seat {
  readonly tried: number;
  /** Batches, or by messages longer ranges, that it claimed and is through with. */
  readonly ranges: number;
  readonly nearest: Nearest;
}

/** 1024, or more where the range has more batches than a word can count. */
export function batchFor(from: number, to: number): number {
  let batch = BATCH;
  while ((to - from) / batch > NONE - 1) batch *= 2;
  return batch;
}

export const wordsFor = (seats: number): number => SEATS + seats * SEAT_WORDS;

export function startSearch(words: Int32Array): Int32Array {
  words.fill(0);
  words[BEST] = NONE;
  for (let place = SEATS; place < words.length; place += SEAT_WORDS) {
    words[place + AT] = NONE;
    putSeat(words, place, { tried: 0, ranges: 0, nearest: FARTHEST });
  }
  return words;
}

export const stopSearch = (words: Int32Array): void => void Atomics.store(words, STOP, 1);

/** The lowest batch that hit, or null. */
export function bestBatch(
  words: Int32Array,
  { from, to, batch }: Range,
): { from: number; to: number } | null {
  const best = Atomics.load(words, BEST);
  if (best === NONE) return null;
  return { from: from + best * batch, to: Math.min(to, from + (best + 1) * batch) };
}

/** Everything below this was tried, or needs no more trying; at it or above it, what a stopped search has left undone. */
export function untriedFrom(words: Int32Array, { from, to, batch }: Range): number {
  let lowest = Atomics.load(words, NEXT);
  for (let place = SEATS; place < words.length; place += SEAT_WORDS) {
    lowest = Math.min(lowest, Atomics.load(words, place + AT));
  }
  return Math.min(to, from + lowest * batch);
}

/** Every seat, each as it stood at one moment. */
export const seatsOf = (words: Int32Array): Seat[] =>
  Array.from({ length: (words.length - SEATS) / SEAT_WORDS }, (_, seat) => seatAt(words, seat));

/** A reader that comes while the holder writes looks again: a few stores, so no reader waits long. */
function seatAt(words: Int32Array, seat: number): Seat {
  const place = SEATS + seat * SEAT_WORDS;
  for (let looks = 0; ; looks++) {
    const version = Atomics.load(words, place + VERSION);
    const read = {
      tried: wide(words, place + TRIED),
      ranges: Atomics.load(words, place + RANGES),
      nearest: { score: Atomics.load(words, place + SCORE) >>> 0, at: wide(words, place + NEAREST) },
    };
    // A holder that was killed while it wrote leaves an odd number for good.
    if ((version % 2 === 0 && Atomics.load(words, place + VERSION) === version) || looks > 1000) return read;
  }
}

function putSeat(words: Int32Array, place: number, { tried, ranges, nearest }: Seat): void {
  Atomics.add(words, place + VERSION, 1);
  putWide(words, place + TRIED, tried);
  Atomics.store(words, place + RANGES, ranges);
  Atomics.store(words, place + SCORE, nearest.score | 0);
  putWide(words, place + NEAREST, nearest.at);
  Atomics.add(words, place + VERSION, 1);
}

/** A whole number of up to 53 bits (or -1) in two words. */
const wide = (words: Int32Array, place: number): number =>
  Atomics.load(words, place + 1) * 2 ** 32 + (Atomics.load(words, place) >>> 0);

function putWide(words: Int32Array, place: number, value: number): void {
  Atomics.store(words, place, value | 0);
  Atomics.store(words, place + 1, Math.floor(value / 2 ** 32));
}

/**
 * One seat's part. The seat's word says which batch it is at *before* the batch is claimed (hence a compare-exchange
 * and not an add): whoever takes the seat of a worker that died scans that batch again, so none is ever skipped. (One
 * that died between losing a claim and naming the next batch has a batch of another's scanned twice, and counted so.)
 */
export function searchSeat(words: Int32Array, seat: number, scan: Scan, range: Range): void {
  const { from, to, batch } = range;
  const place = SEATS + seat * SEAT_WORDS;
  const batches = Math.ceil((to - from) / batch);
  if (Atomics.load(words, place + VERSION) % 2 !== 0) Atomics.add(words, place + VERSION, 1);
  let { tried, ranges } = seatAt(words, seat);
  const nearest = { ...seatAt(words, seat).nearest };
  const scanBatch = (index: number): void => {
    const start = from + index * batch;
    const end = Math.min(to, start + batch);
    let hit = -1;
    let at = start;
    while (at < end && hit < 0 && (at === start || Atomics.load(words, STOP) === 0)) {
      const until = Math.min(end, at + SLICE);
      hit = scan(at, until, nearest);
      at = hit >= 0 ? hit + 1 : until;
    }
    if (hit >= 0) lower(words, index);
    tried += at - start;
    const through = hit >= 0 || at === end;
    if (through) ranges++;
    putSeat(words, place, { tried, ranges, nearest });
    // One that was stopped stays at its batch: that is where the search may be taken up again.
    if (through) Atomics.store(words, place + AT, NONE);
  };
  const left = Atomics.load(words, place + AT);
  if (left !== NONE && left < Atomics.load(words, NEXT)) scanBatch(left);
  while (Atomics.load(words, STOP) === 0) {
    const index = Atomics.load(words, NEXT);
    if (index >= batches || index > Atomics.load(words, BEST)) return;
    Atomics.store(words, place + AT, index);
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
