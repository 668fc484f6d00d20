// What the pool and a worker say to each other. A ticket names one piece of work; a worker has one at a time.

import type { Nearest } from '../kernel/job.ts';

/** Bytes by value, or where they lie in the arena. */
export type Payload = Uint8Array | Handle;

export interface Handle {
  readonly offset: number;
  readonly length: number;
}

export type Request =
  | {
      readonly type: 'start';
      /** The arena, where memory is shared. */
      readonly arena: SharedArrayBuffer | null;
      /** One word: the ticket that is to stop. Absent where nothing can be shared: then only killing stops a worker. */
      readonly stop: Int32Array | null;
    }
  | Work;

/** One piece of work, named by its ticket once it is handed out. */
export type Work = { readonly ticket: number } & Task;

export type Task =
  | {
      readonly type: 'job';
      readonly kind: string;
      readonly input: unknown;
      readonly inputs: readonly Payload[];
    }
  /** Work with a clock. */
  | { readonly type: 'timed'; readonly kind: string; readonly input: unknown }
  /** The lowest hit in [from, to), and what came nearer than this. */
  | {
      readonly type: 'scan';
      readonly kind: string;
      readonly input: unknown;
      readonly from: number;
      readonly to: number;
      readonly nearest: Nearest;
    }
  /** Claim and scan batches of a shared search until it is over. */
  | {
      readonly type: 'search';
      readonly kind: string;
      readonly input: unknown;
      readonly from: number;
      readonly to: number;
      readonly batch: number;
      readonly seat: number;
      readonly words: Int32Array;
    };

export interface Scanned {
  /** -1: none. */
  readonly hit: number;
  readonly nearest: Nearest;
}

/** Bytes of a job or of timed work; what a scan found; null for a seat of a shared search (its result is in its words). */
export type Result = Uint8Array | Scanned | null;

export type Reply =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly ticket: number; readonly done: number }
  | { readonly type: 'done'; readonly ticket: number; readonly result: Result }
  | { readonly type: 'stopped'; readonly ticket: number }
  | { readonly type: 'failed'; readonly ticket: number; readonly message: string };
