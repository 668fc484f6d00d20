// The lowest integer of a range that hits, by all workers at once; the answer is the same for any number of them, with
// shared memory (shared-search.ts) or by messages: then ranges are handed out in rising order, and nothing above the
// lowest hit so far is waited for.

import { assert } from '../base/assert.ts';
import type { Pool, SubmitOptions } from './pool.ts';
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
  /** How many integers were tried: at least those up to the hit; depends on the workers. */
  readonly tried: number;
}

export interface SearchOptions {
  /** Told how many integers were tried so far. */
  readonly onProgress?: ((tried: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** By messages, a range grows while it takes less than this (a message costs about 0.1 ms) and shrinks past twice it. */
const MESSAGE_MS = 8;
const POLL_MS = 100;

export async function search(
  pool: Pool,
  workers: number,
  shareMemory: boolean,
  { kind, input, from, to }: Search,
  options: SearchOptions = {},
): Promise<Found> {
  options.signal?.throwIfAborted();
  if (to <= from) return { hit: null, tried: 0 };
  const scan = async (range: { from: number; to: number }, submit?: SubmitOptions): Promise<number> => {
    const hit = await pool.submit(() => ({ type: 'scan', kind, input, ...range }), submit);
    assert(typeof hit === 'number', 'a scan answers with a number');
    return hit;
  };
  const inThisThread = workers === 0;
  if (!shareMemory || inThisThread) return byMessages(scan, Math.max(1, workers), { from, to }, options);

  const range = { from, to, batch: shared.batchFor(from, to) };
  const words = shared.startSearch(new Int32Array(new SharedArrayBuffer(4 * shared.wordsFor(workers))));
  await withProgress(words, range, options, () =>
    Promise.all(
      Array.from({ length: workers }, (_, seat) =>
        pool.submit(() => ({ type: 'search', kind, input, ...range, seat, words }), {
          signal: options.signal,
        }),
      ),
    ),
  );
  const best = shared.bestBatch(words, range);
  const tried = shared.claimed(words, range);
  return { hit: best && (await scan(best, { signal: options.signal })), tried };
}

async function withProgress(
  words: Int32Array,
  range: shared.Range,
  { onProgress, signal }: SearchOptions,
  run: () => Promise<unknown>,
): Promise<void> {
  const stop = (): void => shared.stopSearch(words);
  const poll = onProgress && setInterval(() => onProgress(shared.claimed(words, range)), POLL_MS);
  signal?.addEventListener('abort', stop);
  try {
    await run();
    onProgress?.(shared.claimed(words, range));
  } catch (error) {
    stop();
    throw error;
  } finally {
    clearInterval(poll);
    signal?.removeEventListener('abort', stop);
  }
}

async function byMessages(
  scan: (range: { from: number; to: number }, submit?: SubmitOptions) => Promise<number>,
  lanes: number,
  { from, to }: { from: number; to: number },
  { onProgress, signal }: SearchOptions,
): Promise<Found> {
  let next = from;
  let tried = 0;
  let best = Number.POSITIVE_INFINITY;
  const lane = async (): Promise<void> => {
    let length = shared.BATCH;
    while (next < to && next < best) {
      const range = { from: next, to: Math.min(to, next + length) };
      next = range.to;
      const beganMs = performance.now();
      const hit = await scan(range, { signal });
      const tookMs = performance.now() - beganMs;
      if (tookMs < MESSAGE_MS) length *= 2;
      else if (tookMs > 2 * MESSAGE_MS) length = Math.max(shared.BATCH, length / 2);
      tried += range.to - range.from;
      onProgress?.(tried);
      if (hit >= 0) best = Math.min(best, hit);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { hit: best < to ? best : null, tried };
}
