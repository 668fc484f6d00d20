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
  /** Addresses of jobs whose results this one reads. */
  readonly inputs?: readonly string[];
}

export interface JobContext {
  /** The results of `inputs`, by index. */
  readonly inputs: readonly Uint8Array[];
  /** Says how far it is, from 0 to 1. Throws where the job was cancelled. */
  progress(done: number): void;
}

/** Computes one kind of job. Pure: bytes from the input alone, fresh each time (they are given away). */
export type JobFunction = (input: never, context: JobContext) => Uint8Array;

/** Job functions by kind. */
export type JobTable = Readonly<Record<string, JobFunction>>;

/**
 * A search made ready from its input: the lowest integer in [from, to) that hits, or -1. Pure, and called for batch after
 * batch by any number of workers, each with its own.
 */
export type ScanFunction = (input: never) => (from: number, to: number) => number;

/** Scan functions by kind ("system/name"). */
export type ScanTable = Readonly<Record<string, ScanFunction>>;

/** The job's content address: SHA-256 over its canonical JSON, in hex. */
export function addressOf(job: Job): string {
  const { kind, input, inputs = [] } = job;
  return hexOf(sha256(utf8(canonicalJson([kind, input, inputs]))));
}

/** Where results are kept, by address. */
export interface JobResults {
  get(address: string): Uint8Array | undefined;
}

/** The results at hand, for one who need not know their addresses. */
export interface JobFinder {
  find(job: Job): Uint8Array | undefined;
}
