// Runs kernel Jobs, knowing no system: inline, in one worker or in a pool; with shared memory where there is some, else
// by messages; the bytes are the same. Results are kept by address, the same job asked for twice at once is made once,
// and a result that was let go is made again from its job (lineage, as in Zaharia et al., "Resilient distributed
// datasets", 2012).

import { assert } from '../base/assert.ts';
import type { JobMemory } from '../contract/verb.ts';
import type { BegunJob, Job, JobResults } from '../kernel/job.ts';
import { addressOf, wholeOf } from '../kernel/job.ts';
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
  /** Nobody waits for it yet: not begun, and refused, where it would keep this thread from what somebody waits for. */
  readonly ahead?: boolean | undefined;
  /** Gives up: the promise rejects with the signal's reason, and nobody else waiting, the work stops. */
  readonly signal?: AbortSignal | undefined;
}

export interface JobRunner {
  /** Workers at work or ready to be started; 0 where all is done in this thread. */
  readonly workers: () => number;
  /** The job's bytes, the caller's own copy. */
  run(job: Job, options?: RunOptions): Promise<Uint8Array>;
  /** The same for one who begins ahead and may give it up. */
  begin(job: Job, inputs?: JobResults): BegunJob;
  /** Timed work, anew each time: its bytes are nowhere kept. */
  time(work: Pick<Job, 'kind' | 'input'>, options?: Omit<RunOptions, 'inputs'>): Promise<Uint8Array>;
  search(search: Search, options?: SearchOptions): Promise<Found>;
  /** Kills a worker as a crash would: what it was doing is made again. Nothing happens where it was not started. */
  lose(worker: number): void;
  memory(): JobMemory;
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
  /** Who asked first did so ahead. */
  readonly isAhead: boolean;
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
  let madeAgain = 0;

  async function make(
    address: string,
    job: Job,
    sources: JobResults | undefined,
    own: Making,
  ): Promise<Uint8Array> {
    const { kind, input } = job;
    const { signal } = own.stop;
    const inputs = (job.inputs ?? []).map(wholeOf);
    const wholes = new Set(inputs.map(({ whole }) => whole));
    for (const each of wholes) store.hold(each);
    const release = (): void => {
      for (const each of wholes) store.release(each);
    };
    let isHanded = false;
    try {
      await Promise.all([...wholes].map((each) => provide(each, sources, signal)));
      signal.throwIfAborted();
      const payloads = (): Payload[] =>
        inputs.map(({ whole, part }) => {
          const payload = store.payload(whole, part);
          assert(payload, `input ${whole} was lost while held`);
          return payload;
        });
      isHanded = true;
      const result = await pool.submit(() => ({ type: 'job', kind, input, inputs: payloads() }), {
        signal,
        patient: own.isAhead,
        onLeft: release,
        onProgress: (done) => {
          for (const listener of own.listeners) listener(done);
        },
      });
      assert(result instanceof Uint8Array, `${kind} gives bytes`);
      store.put(address, result);
      return result;
    } finally {
      // One that was stopped may still be read from: what it reads lies where it is until its worker has left.
      if (!isHanded) release();
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
    madeAgain++;
    await run(job, { inputs: sources, signal });
  }

  function makeOne(address: string, job: Job, sources: JobResults | undefined, isAhead: boolean): Making {
    const listeners = new Set<(done: number) => void>();
    const own: { -readonly [K in keyof Making]: Making[K] } = {
      address,
      bytes: NOT_YET,
      stop: new AbortController(),
      listeners,
      isAhead,
      waiting: 0,
    };
    own.bytes = make(address, job, sources, own);
    making.set(address, own);
    return own;
  }

  async function run(job: Job, { inputs, onProgress, ahead, signal }: RunOptions = {}): Promise<Uint8Array> {
    signal?.throwIfAborted();
    if (ahead && pool.workers() === 0) throw new Error('no worker is there to begin it ahead');
    const address = addressOf(job);
    jobs.set(address, job);
    const kept = store.get(address);
    if (kept) return kept;
    return wait(making.get(address) ?? makeOne(address, job, inputs, ahead === true), onProgress, signal);
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

  async function time(
    { kind, input }: Pick<Job, 'kind' | 'input'>,
    options: Omit<RunOptions, 'inputs'> = {},
  ): Promise<Uint8Array> {
    const result = await pool.submit(() => ({ type: 'timed', kind, input }), options);
    assert(result instanceof Uint8Array, `${kind} gives bytes`);
    return result;
  }

  function begin(job: Job, inputs?: JobResults): BegunJob {
    const stop = new AbortController();
    return { bytes: run(job, { inputs, signal: stop.signal }), stop: () => stop.abort() };
  }

  return {
    workers: pool.workers,
    run,
    begin,
    time,
    search: (what, searchOptions) => search(pool, shareMemory, what, searchOptions),
    lose: pool.lose,
    memory: () => ({ ...store.memory(), madeAgain }),
    close: pool.close,
  };
}
