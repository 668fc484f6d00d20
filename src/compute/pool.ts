// Hands pieces of work to workers, one at a time each, and makes them again elsewhere when a worker dies. Workers are
// started when first needed. One that cannot start is left out; when none can, the work is done in this thread and
// `notice` is told. Which worker does what, and how often it is lost, never shows in a result.

import { assert, unreachable } from '../base/assert.ts';
import type { Endpoint } from './endpoint.ts';
import { loopback } from './endpoint.ts';
import type { LoadFunctions } from './job-server.ts';
import { serveJobs } from './job-server.ts';
import type { Reply, Result, Task } from './messages.ts';

export interface PoolOptions {
  /** How many workers at most; 0: everything in this thread. */
  readonly workers: number;
  readonly start: (worker: number) => Endpoint;
  readonly load: LoadFunctions;
  /** Where memory may be shared with workers: the arena, if any. Null: they get copies. */
  readonly shared: { readonly arena: () => SharedArrayBuffer | null } | null;
  readonly notice?: ((reason: string) => void) | undefined;
}

export interface SubmitOptions {
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * It hears of the stop in a way of its own, and the promise rejects when it has left its worker; one that has not
   * after LEAVE_MS is ended.
   */
  readonly leaves?: boolean;
  /** Where its worker cannot be told to stop it has STUCK_MS to come to an end by itself, before it is ended. */
  readonly patient?: boolean;
  /** Told once, when no worker is at it any more and none will be: what it read may then be freed. */
  readonly onLeft?: (() => void) | undefined;
}

export interface Pool {
  /** Workers it may have now; 0 where all is done in this thread. */
  readonly workers: () => number;
  /** `make` is asked when the work is handed out, each time. Rejects with the signal's reason where it was stopped. */
  submit(make: () => Task, options?: SubmitOptions): Promise<Result>;
  lose(worker: number): void;
  close(): void;
}

/** A piece of work that has killed so many workers is at fault itself. */
const MAX_CRASHES = 3;
const LEAVE_MS = 2000;
/** A stopped job looks up far more often than this; one that has not is stuck. */
const STUCK_MS = 1000;

interface Entry {
  readonly make: () => Task;
  readonly onProgress: ((done: number) => void) | undefined;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
  readonly leaves: boolean;
  readonly patient: boolean;
  onLeft: (() => void) | undefined;
  crashes: number;
  grace: ReturnType<typeof setTimeout> | undefined;
  /** Why, once it was stopped. */
  stopped: { readonly reason: unknown } | null;
}

interface Slot {
  readonly index: number;
  readonly endpoint: Endpoint;
  /** The word that tells it which ticket to stop; null where it cannot be told. */
  readonly stop: Int32Array | null;
  ready: boolean;
  entry: Entry | null;
  ticket: number;
  isJob: boolean;
  /** Ends it, where what it does was stopped and it does not say so. */
  stuck: ReturnType<typeof setTimeout> | undefined;
}

export function createPool(options: PoolOptions): Pool {
  const slots: (Slot | null)[] = [];
  const queue: Entry[] = [];
  let inline = options.workers === 0;
  let limit = Math.max(1, options.workers);
  let tickets = 0;
  let closed = false;

  function startSlot(index: number): void {
    let endpoint: Endpoint;
    try {
      endpoint = inline ? loopback((port) => serveJobs(port, options.load)) : options.start(index);
    } catch (error) {
      leaveOut(index, String((error as Error)?.message ?? error));
      return;
    }
    const stop = endpoint.sameThread
      ? new Int32Array(1)
      : options.shared && new Int32Array(new SharedArrayBuffer(4));
    const slot: Slot = {
      index,
      endpoint,
      stop,
      ready: false,
      entry: null,
      ticket: 0,
      isJob: false,
      stuck: undefined,
    };
    slots[index] = slot;
    endpoint.onMessage((message) => {
      if (slots[index] === slot) hear(slot, message as Reply);
    });
    endpoint.onFailure((reason) => {
      if (slots[index] !== slot) return;
      if (slot.ready) vacate(slot, reason);
      else {
        endpoint.kill();
        leaveOut(index, reason);
      }
    });
  }

  function leaveOut(index: number, reason: string): void {
    slots[index] = null;
    limit--;
    if (limit === 0) {
      inline = true;
      limit = 1;
      slots.length = 0;
    }
    options.notice?.(reason);
    dispatch();
  }

  /** The slot is free; its work waits first in line, unless it is the work that ends its workers. */
  function vacate(slot: Slot, crash: string | null): void {
    const { entry } = slot;
    clearTimeout(slot.stuck);
    slot.endpoint.kill();
    // What runs in this thread cannot be killed; it is told.
    if (slot.endpoint.sameThread && slot.stop) Atomics.store(slot.stop, 0, slot.ticket);
    slots[slot.index] = null;
    if (entry?.stopped) {
      entry.reject(entry.stopped.reason);
      left(entry);
    } else if (entry) {
      if (crash !== null && ++entry.crashes >= MAX_CRASHES) {
        entry.reject(new Error(`the work ended its worker ${MAX_CRASHES} times: ${crash}`));
        left(entry);
      } else {
        queue.unshift(entry);
      }
    }
    dispatch();
  }

  function hear(slot: Slot, reply: Reply): void {
    if (reply.type === 'ready') {
      slot.ready = true;
      slot.endpoint.post({ type: 'start', arena: options.shared?.arena() ?? null, stop: slot.stop });
      dispatch();
      return;
    }
    const { entry } = slot;
    if (!entry || reply.ticket !== slot.ticket) return;
    if (reply.type === 'progress') {
      if (!entry.stopped) entry.onProgress?.(reply.done);
      return;
    }
    clearTimeout(slot.stuck);
    slot.entry = null;
    settle(entry, reply);
    left(entry);
    dispatch();
  }

  function left(entry: Entry): void {
    entry.onLeft?.();
    entry.onLeft = undefined;
  }

  function settle(entry: Entry, reply: Exclude<Reply, { type: 'ready' | 'progress' }>): void {
    if (entry.stopped) {
      entry.reject(entry.stopped.reason);
      return;
    }
    switch (reply.type) {
      case 'done':
        entry.resolve(reply.result);
        break;
      case 'failed':
        entry.reject(new Error(reply.message));
        break;
      case 'stopped':
        entry.reject(new Error('stopped'));
        break;
      default:
        unreachable(reply, 'pool');
    }
  }

  function dispatch(): void {
    if (closed) return;
    for (const slot of slots) {
      if (slot?.ready && !slot.entry && queue.length > 0) handOut(slot, queue.shift() as Entry);
    }
    const starting = slots.filter((slot) => slot && !slot.ready).length;
    const live = slots.filter((slot) => slot !== null).length;
    for (let more = Math.min(queue.length - starting, limit - live); more > 0; more--) {
      const free = slots.indexOf(null);
      startSlot(free >= 0 ? free : slots.length);
    }
  }

  function handOut(slot: Slot, entry: Entry): void {
    slot.entry = entry;
    slot.ticket = ++tickets;
    const task = entry.make();
    slot.isJob = task.type === 'job' || task.type === 'timed';
    slot.endpoint.post({ ...task, ticket: slot.ticket });
  }

  function stop(entry: Entry, reason: unknown): void {
    entry.stopped = { reason };
    const waiting = queue.indexOf(entry);
    if (waiting >= 0) queue.splice(waiting, 1);
    const slot = slots.find((each) => each?.entry === entry);
    if (slot && entry.leaves) {
      entry.grace = setTimeout(() => {
        if (slots[slot.index] === slot && slot.entry === entry) lose(slot.index);
      }, LEAVE_MS);
      return;
    }
    entry.reject(reason);
    if (!slot) {
      left(entry);
      return;
    }
    if (!slot.stop) {
      if (!slot.isJob) return;
      // A worker is dear to start; what was begun ahead is mostly soon done.
      if (entry.patient) slot.stuck = setTimeout(() => lose(slot.index), STUCK_MS);
      else lose(slot.index);
      return;
    }
    Atomics.store(slot.stop, 0, slot.ticket);
    // One that never looks up is ended; only what it was doing is gone with it. This thread cannot be.
    if (!slot.endpoint.sameThread) slot.stuck = setTimeout(() => lose(slot.index), STUCK_MS);
  }

  function lose(worker: number): void {
    const slot = slots[worker];
    if (slot) vacate(slot, null);
  }

  return {
    workers: () => (inline ? 0 : limit),
    submit(make, { onProgress, signal, onLeft, leaves = false, patient = false } = {}) {
      assert(!closed, 'the pool is closed');
      let onAbort = (): void => {};
      let made: Entry | undefined;
      return new Promise<Result>((resolve, reject) => {
        if (signal?.aborted) {
          onLeft?.();
          throw signal.reason;
        }
        const entry: Entry = {
          make,
          onProgress,
          resolve,
          reject,
          leaves,
          patient,
          onLeft,
          grace: undefined,
          crashes: 0,
          stopped: null,
        };
        made = entry;
        onAbort = () => stop(entry, signal?.reason);
        signal?.addEventListener('abort', onAbort);
        queue.push(entry);
        dispatch();
      }).finally(() => {
        clearTimeout(made?.grace);
        signal?.removeEventListener('abort', onAbort);
      });
    },
    lose,
    close() {
      closed = true;
      const open = [...queue.splice(0), ...slots.map((slot) => slot?.entry ?? null)];
      for (const slot of slots) {
        clearTimeout(slot?.stuck);
        slot?.endpoint.kill();
      }
      slots.length = 0;
      for (const entry of open) {
        if (!entry) continue;
        entry.reject(new Error('the pool was closed'));
        left(entry);
      }
    },
  };
}
