// Runs kernel Jobs, knowing no system: inline, in one worker or in a pool; with shared memory where there is some, else
// by messages; the bytes are the same. Results are kept by address, the same job asked for twice at once is made once,
// and a result that was let go is made again from its job (lineage, as in Zaharia et al., "Resilient distributed
// datasets", 2012).

import { assert } from '../base/assert.ts';
import type { Job, JobResults } from '../kernel/job.ts';
import { addressOf } from '../kernel/job.ts';
import { lazyArena } from './arena.ts';
import type { Endpoint } from './endpoint.ts';
import type { LoadFunctions } from './job-server.ts';
import type { Payload } from './messages.ts';
import { createPool } from './pool.ts';
import { createResultStore } from './result-store.ts';
import type { Found, Search, SearchOptions } from './search.ts';
import { search } from './search.ts';
import { canShareMemory } from './shared-memory.ts';

export interface RunOptions {
  /** Where to look for inputs that this runner neither holds nor has made before. */
  readonly inputs?: JobResults | undefined;
  /** From 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Gives up: the promise rejects with the signal's reason, and nobody else waiting, the work stops. */
  readonly signal?: AbortSignal | undefined;
}

export interface JobRunner {
  /** Workers at work or ready to be started; 0 where all is done in this thread. */
  readonly workers: () => number;
  /** The job's bytes, the caller's own copy. */
  run(job: Job, options?: RunOptions): Promise<Uint8Array>;
  search(search: Search, options?: SearchOptions): Promise<Found>;
  /** Kills a worker as a crash would: what it was doing is made again. Nothing happens where it was not started. */
  lose(worker: number): void;
  close(): void;
}

export interface RunnerOptions {
  /** 0: in this thread. */
  readonly workers: number;
  /** Starts a worker that serves jobs (job-server.ts); may throw. */
  readonly start: (worker: number) => Endpoint;
  /** For work in this thread. */
  readonly load: LoadFunctions;
  /** Told why a worker could not start. */
  readonly notice?: ((reason: string) => void) | undefined;
  /** Bytes of results to keep. */
  readonly maxBytes?: number;
  /** false: by messages even where memory could be shared. */
  readonly shareMemory?: boolean;
}

const DEFAULT_MAX_BYTES = 256 * 2 ** 20;
/** Results past this are sent by message. */
const ARENA_BYTES = 64 * 2 ** 20;

const NOT_YET = Promise.resolve(new Uint8Array());

/** One job under way and who waits for it. */
interface Making {
  readonly address: string;
  readonly bytes: Promise<Uint8Array>;
  readonly stop: AbortController;
  readonly listeners: Set<(done: number) => void>;
  waiting: number;
}

export function createJobRunner(options: RunnerOptions): JobRunner {
  const { workers, start, load, notice, maxBytes = DEFAULT_MAX_BYTES } = options;
  const shareMemory = (options.shareMemory ?? true) && workers > 0 && canShareMemory();
  const arena = shareMemory ? lazyArena(Math.min(maxBytes, ARENA_BYTES)) : () => null;
  const store = createResultStore(maxBytes, arena);
  const pool = createPool({
    workers,
    start,
    load,
    notice,
    shared: shareMemory ? { arena: () => arena()?.memory ?? null } : null,
  });
  const making = new Map<string, Making>();
  const jobs = new Map<string, Job>();

  async function make(
    address: string,
    job: Job,
    sources: JobResults | undefined,
    own: Making,
  ): Promise<Uint8Array> {
    const { kind, input, inputs = [] } = job;
    const { signal } = own.stop;
    for (const each of inputs) store.hold(each);
    try {
      await Promise.all(inputs.map((each) => provide(each, sources, signal)));
      signal.throwIfAborted();
      const payloads = (): Payload[] =>
        inputs.map((each) => {
          const payload = store.payload(each);
          assert(payload, `input ${each} was lost while held`);
          return payload;
        });
      const result = await pool.submit(() => ({ type: 'job', kind, input, inputs: payloads() }), {
        signal,
        onProgress: (done) => {
          for (const listener of own.listeners) listener(done);
        },
      });
      assert(result instanceof Uint8Array, `${kind} gives bytes`);
      store.put(address, result);
      return result;
    } finally {
      for (const each of inputs) store.release(each);
      if (making.get(address) === own) making.delete(address);
    }
  }

  /** Sees to it that the store holds an input. */
  async function provide(
    address: string,
    sources: JobResults | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    if (store.has(address)) return;
    const given = sources?.get(address);
    if (given) return store.put(address, given);
    const job = jobs.get(address);
    assert(job, `input ${address}: run its job first, or hand its bytes in`);
    await run(job, { inputs: sources, signal });
  }

  function begin(address: string, job: Job, sources: JobResults | undefined): Making {
    const listeners = new Set<(done: number) => void>();
    const own: { -readonly [K in keyof Making]: Making[K] } = {
      address,
      bytes: NOT_YET,
      stop: new AbortController(),
      listeners,
      waiting: 0,
    };
    own.bytes = make(address, job, sources, own);
    making.set(address, own);
    return own;
  }

  async function run(job: Job, { inputs, onProgress, signal }: RunOptions = {}): Promise<Uint8Array> {
    signal?.throwIfAborted();
    const address = addressOf(job);
    jobs.set(address, job);
    const kept = store.get(address);
    if (kept) return kept;
    return wait(making.get(address) ?? begin(address, job, inputs), onProgress, signal);
  }

  /**
   * Its bytes for one who waits. Giving up takes effect within the abort itself: work in this thread hears nothing else
   * until it ends.
   */
  function wait(
    own: Making,
    onProgress: ((done: number) => void) | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    own.waiting++;
    if (onProgress) own.listeners.add(onProgress);
    return new Promise<Uint8Array>((resolve, reject) => {
      const leave = (): void => {
        signal?.removeEventListener('abort', abort);
        if (onProgress) own.listeners.delete(onProgress);
        own.waiting--;
      };
      const abort = (): void => {
        leave();
        reject(signal?.reason);
        if (own.waiting > 0) return;
        if (making.get(own.address) === own) making.delete(own.address);
        own.stop.abort(signal?.reason);
      };
      signal?.addEventListener('abort', abort);
      own.bytes.then((bytes) => resolve(bytes.slice()), reject).finally(() => !signal?.aborted && leave());
    });
  }

  return {
    workers: pool.workers,
    run,
    search: (what, searchOptions) => search(pool, pool.workers(), shareMemory, what, searchOptions),
    lose: pool.lose,
    close: pool.close,
  };
}
