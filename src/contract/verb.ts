// A system's own commands on the command line (`toy visits`, `mine`). A verb is pure: it is given its arguments and a
// host that reads files, runs jobs and makes links, and gives back what is to be printed; the command line prints it.
// A folder names its verbs in `verbs.ts`, each with its usage, so that help is written without loading a system.

import type { Text } from '../base/text.ts';
import type { BegunJob, Job, JobResults, JobTable } from '../kernel/job.ts';
import type { Settings } from './settings.ts';

/** Bad usage or bad input: one clear line on standard error, exit 2. What a system has in words is a `Refusal`. */
export class UsageError extends Error {}

/** flag: no value. text, count (a whole number from 0 on): one value. texts: may be given several times. */
type OptionKind = 'flag' | 'text' | 'texts' | 'count';
export type OptionKinds = Readonly<Record<string, OptionKind>>;

export interface Args {
  /** What is not an option, in order; without the verb's own name. */
  readonly words: readonly string[];
  has(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  count(name: string): number | undefined;
}

export interface VerbResult {
  /** 0: done, and so it is. 1: a check failed, or it was stopped. 2: bad input that is no usage (unparsable data). */
  readonly exit: 0 | 1 | 2;
  /** Printed as one document by `--json`. */
  readonly json: unknown;
  /** For people, a line each; a `Text` is said from the system's tables in the language of `--lang`. */
  readonly lines: readonly (string | Text)[];
}

export interface Verb {
  /** `json` and `lang` are understood by all. */
  readonly options: OptionKinds;
  run(args: Args, host: VerbHost): Promise<VerbResult>;
}

/** Its line in help, and where it is. Names are one or two words; the first of two is the system or what it is about. */
export interface VerbEntry {
  /** `toy visits FILE [--json]` */
  readonly usage: string;
  readonly about: string;
  readonly load: () => Promise<Verb>;
  /** Jobs that commands alone ask for, and no page. */
  readonly jobs?: () => Promise<{ readonly jobs: JobTable }>;
}
export type Verbs = Readonly<Record<string, VerbEntry>>;

/** What a runner keeps of results, in bytes. */
export interface JobMemory {
  /** Now; of it in memory shared with the workers. */
  readonly held: number;
  readonly shared: number;
  /** The most that is kept, but for what is in use. */
  readonly bound: number;
  /** Let go so far to stay within the bound; and what found no room in shared memory and is sent by message. */
  readonly evicted: number;
  readonly spilled: number;
  /** Results (a count) made again from their jobs, since they had been let go. */
  readonly madeAgain: number;
}

/** Work of a verb, done as jobs are anywhere. An interrupt rejects what runs; a verb may still answer with what it has. */
export interface VerbJobs {
  run(job: Job, options?: { readonly onProgress?: (done: number) => void }): Promise<Uint8Array>;
  /** Begins one ahead, which may be given up; `inputs`: where to look for what no job made. */
  begin(job: Job, inputs: JobResults): BegunJob;
  /** What is kept of results. */
  memory(): JobMemory;
  /** The lowest hit of a range ("system/name" names the scan), by all workers at once. */
  search(
    search: {
      readonly kind: string;
      readonly input: unknown;
      readonly from: number;
      readonly to: number;
    },
    options?: { readonly onProgress?: (tried: number) => void },
  ): Promise<{ readonly hit: number | null; readonly tried: number }>;
}

/** A run to make a link of. */
export interface VerbRun {
  readonly scenario: string;
  readonly params?: Settings;
  readonly seed?: number;
  readonly choices: readonly string[];
}

/** All that a verb meets of the machine. Files that cannot be read are refused in words. */
export interface VerbHost {
  /** A whole file; refused past `most` bytes (256 MiB where it is not said). */
  bytes(path: string, most?: number): Promise<Uint8Array>;
  /** The same as UTF-8, without a byte-order mark; refused where it is not. */
  text(path: string, most?: number): Promise<string>;
  /** A file of any size, piece by piece. */
  chunks(path: string): AsyncIterable<Uint8Array>;
  /** A link of this system. Choices that are not possible are refused. */
  link(run: VerbRun): Promise<string>;
  /** 0: in this thread. */
  jobs(workers: number): VerbJobs;
  /** How many workers this machine would keep busy. */
  readonly cores: number;
  /** From 0 to 1. */
  progress(done: number): void;
  /** Milliseconds from an unknown beginning, for work that is measured. */
  clock(): number;
  /** Lets an interrupt be heard during long work in this thread. */
  breathe(): Promise<void>;
  /** Ctrl-C was pressed. */
  readonly signal: { readonly aborted: boolean };
}
