// The lowest integer of a range that hits, by all workers at once; the answer is the same for any number of them, with
// shared memory (shared-search.ts) or by messages: then ranges are handed out in rising order, and nothing above the
// lowest hit so far is waited for. A stop resolves when the last worker has left: nobody is at work any more.

import { assert } from '../base/assert.ts';
import type { Nearest } from '../kernel/job.ts';
import { FARTHEST } from '../kernel/job.ts';
import type { Scanned } from './messages.ts';
import type { Pool, SubmitOptions } from './pool.ts';
import type { Seat } from './shared-search.ts';
import * as shared from './shared-search.ts';

export interface Search {
  /** "system/name": names a ScanFunction. */
  readonly kind: string;
  readonly input: unknown;
  readonly from: number;
  readonly to: number;
}

export interface Found {
  /** The lowest hit in [from, to), or null. */
  readonly hit: number | null;
  /** How many integers were tried: at least those up to the hit; depends on the workers, as do the seats. */
  readonly tried: number;
  readonly seats: readonly Seat[];
  /** Where to take the search up again: nothing below this is untried. */
  readonly untried: number;
}

export interface SearchOptions {
  /** How many workers, of those the pool may have; all where this is not given. */
  readonly workers?: number | undefined;
  /** Told ten times a second what the seats have done so far and what is untried, and once when the last one has left. */
  readonly onProgress?: ((seats: readonly Seat[], untried: number) => void) | undefined;
  /** Rejects with its reason, once the last seat has left. */
  readonly signal?: AbortSignal | undefined;
}

/** By messages, a range grows while it takes less than this (a message costs about 0.1 ms) and shrinks past twice it. */
const MESSAGE_MS = 8;
const POLL_MS = 100;

export const triedBy = (seats: readonly Seat[]): number => seats.reduce((sum, { tried }) => sum + tried, 0);

/** Of several seats, the nearest of all; the lowest integer among equals. */
export function nearestOf(seats: readonly Seat[]): Nearest {
  let best = FARTHEST;
  for (const { nearest } of seats) {
    const closer = nearest.score < best.score || (nearest.score === best.score && nearest.at < best.at);
    if (nearest.at >= 0 && (best.at < 0 || closer)) best = nearest;
  }
  return best;
}

export async function search(
  pool: Pool,
  shareMemory: boolean,
  { kind, input, from, to }: Search,
  { workers = pool.workers(), onProgress, signal }: SearchOptions = {},
): Promise<Found> {
  signal?.throwIfAborted();
  if (to <= from) return { hit: null, tried: 0, seats: [], untried: to };
  const seats = Math.max(1, Math.min(workers, pool.workers()));
  const scan: ScanRange = async (range, nearest, options) => {
    const scanned = await pool.submit(() => ({ type: 'scan', kind, input, ...range, nearest }), options);
    assert(scanned && 'hit' in scanned, 'a scan says what it hit');
    return scanned;
  };
  const inThisThread = pool.workers() === 0;
  if (!shareMemory || inThisThread) return byMessages(scan, seats, { from, to }, onProgress, signal);

  const range = { from, to, batch: shared.batchFor(from, to) };
  const words = shared.startSearch(new Int32Array(new SharedArrayBuffer(4 * shared.wordsFor(seats))));
  const stop = (): void => shared.stopSearch(words);
  const tell = (): void => onProgress?.(shared.seatsOf(words), shared.untriedFrom(words, range));
  const poll = onProgress && setInterval(tell, POLL_MS);
  signal?.addEventListener('abort', stop);
  try {
    await allLeave(
      Array.from({ length: seats }, (_, seat) =>
        pool.submit(() => ({ type: 'search', kind, input, ...range, seat, words }), { signal, leaves: true }),
      ),
      stop,
    );
  } finally {
    clearInterval(poll);
    signal?.removeEventListener('abort', stop);
    tell();
  }
  signal?.throwIfAborted();
  const best = shared.bestBatch(words, range);
  const { hit } = best ? await scan(best, FARTHEST, { signal, leaves: true }) : { hit: -1 };
  const done = shared.seatsOf(words);
  return { hit: best && hit, tried: triedBy(done), seats: done, untried: shared.untriedFrom(words, range) };
}

type ScanRange = (
  range: { from: number; to: number },
  nearest: Nearest,
  options?: SubmitOptions,
) => Promise<Scanned>;

/** Resolves or rejects when all have; the first that rejects has the others stopped. */
async function allLeave(seats: readonly Promise<unknown>[], stop: () => void): Promise<void> {
  for (const seat of seats) seat.catch(stop);
  const left = await Promise.allSettled(seats);
  for (const end of left) if (end.status === 'rejected') throw end.reason;
}

async function byMessages(
  scan: ScanRange,
  lanes: number,
  { from, to }: { from: number; to: number },
  onProgress: SearchOptions['onProgress'],
  signal: AbortSignal | undefined,
): Promise<Found> {
  let next = from;
  let best = Number.POSITIVE_INFINITY;
  let failed = false;
  let toldMs = performance.now();
  const seats = Array.from({ length: lanes }, (): Seat => ({ tried: 0, ranges: 0, nearest: FARTHEST }));
  /** Where the range begins that a lane waits for. */
  const waited = new Map<number, number>();
  const tell = (): void => onProgress?.([...seats], Math.min(next, ...waited.values()));
  const lane = async (seat: number): Promise<void> => {
    let length = shared.BATCH;
    while (next < to && next < best && !failed) {
      signal?.throwIfAborted();
      const range = { from: next, to: Math.min(to, next + length) };
      next = range.to;
      waited.set(seat, range.from);
      const { tried, ranges, nearest } = seats[seat] as Seat;
      const beganMs = performance.now();
      const scanned = await scan(range, nearest, { signal, leaves: true });
      waited.delete(seat);
      const nowMs = performance.now();
      if (nowMs - beganMs < MESSAGE_MS) length *= 2;
      else if (nowMs - beganMs > 2 * MESSAGE_MS) length = Math.max(shared.BATCH, length / 2);
      const { hit } = scanned;
      const end = hit >= 0 ? hit + 1 : range.to;
      seats[seat] = { tried: tried + end - range.from, ranges: ranges + 1, nearest: scanned.nearest };
      if (hit >= 0) best = Math.min(best, hit);
      if (nowMs - toldMs < POLL_MS) continue;
      toldMs = nowMs;
      tell();
    }
  };
  try {
    await allLeave(
      seats.map((_, seat) => lane(seat)),
      () => {
        failed = true;
      },
    );
  } finally {
    tell();
  }
  signal?.throwIfAborted();
  return { hit: best < to ? best : null, tried: triedBy(seats), seats, untried: next };
}
