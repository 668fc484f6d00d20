// Heavy real work as data: a pure, content-addressed description. Whoever computes it, inline, in one worker or in a
// pool, with or without shared memory, the bytes are the same; so a lost job is simply made again.

import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/canonical.ts';

export interface Job {
  /** "system/name": names the function that computes it. */
  readonly kind: string;
  /** Plain JSON; large bytes are named by the address of the job that made them (`inputs`). */
  readonly input: unknown;
  /** Addresses of jobs whose results this one reads, or of a part of one (`partAt`). */
  readonly inputs?: readonly string[];
}

/** The address of a part of a result: its bytes from, and to. */
export const partAt = (address: string, from: number, to: number): string => `${address}#${from}-${to}`;

/** What `partAt` joined. */
export function wholeOf(address: string): {
  readonly whole: string;
  readonly part: readonly [from: number, to: number] | null;
} {
  const [, whole = address, from, to] = /^(.*)#(\d+)-(\d+)$/.exec(address) ?? [];
  return { whole, part: from === undefined ? null : [Number(from), Number(to)] };
}

export interface JobContext {
  /** The results of `inputs`, by index. */
  readonly inputs: readonly Uint8Array[];
  /** Makes code of a text that we printed; undefined where that may not be (docs/architecture.md, "Code made from text"). */
  readonly compile?: ((text: string) => unknown) | undefined;
  /** Says how far it is, from 0 to 1. Throws where the job was cancelled. */
  progress(done: number): void;
}

/** Computes one kind of job. Pure: bytes from the input alone, fresh each time (they are given away). */
export type JobFunction = (input: never, context: JobContext) => Uint8Array;

/**
 * Real work that is timed where it runs. The clock gives milliseconds from an unknown beginning; what it gives is this
 * machine's, so that nothing of it is kept by address, and nothing of it is in a run.
 */
export type TimedFunction = (
  input: never,
  context: Pick<JobContext, 'progress'> & { clock(): number },
) => Uint8Array;

/** Timed functions by kind ("system/name"). */
export type TimedTable = Readonly<Record<string, TimedFunction>>;

/** Job functions by kind. */
export type JobTable = Readonly<Record<string, JobFunction>>;

/** What came nearest to a hit: the less the score (32 bits, unsigned), the nearer; `at` is the integer, -1 for none yet. */
export interface Nearest {
  readonly score: number;
  readonly at: number;
}

export const FARTHEST: Nearest = { score: 0xffffffff, at: -1 };

/**
 * The lowest integer in [from, to) that hits, or -1. Where one of those it tried is nearer than `nearest`, it says so
 * there; a scan that has no measure of nearness leaves it as it is.
 */
export type Scan = (
  from: number,
  to: number,
  nearest: { -readonly [K in keyof Nearest]: Nearest[K] },
) => number;

/** A search made ready from its input. Pure, and called for batch after batch by any number of workers, each with its own. */
export type ScanFunction = (input: never) => Scan;

/** Scan functions by kind ("system/name"). */
export type ScanTable = Readonly<Record<string, ScanFunction>>;

/** In lower-case hex. */
export const sha256Of = (bytes: Uint8Array): string => hexOf(sha256(bytes));

/** The job's content address: SHA-256 over its canonical JSON, in hex. */
export function addressOf(job: Job): string {
  const { kind, input, inputs = [] } = job;
  return sha256Of(utf8(canonicalJson([kind, input, inputs])));
}

/** Where results are kept, by address. */
export interface JobResults {
  get(address: string): Uint8Array | undefined;
}

/** A job under way. */
export interface BegunJob {
  readonly bytes: Promise<Uint8Array>;
  /** Gives it up: the promise rejects, and where nobody else waits for it the work stops. */
  stop(): void;
}

/** The results at hand, for one who need not know their addresses. */
export interface JobFinder {
  find(job: Job): Uint8Array | undefined;
}
