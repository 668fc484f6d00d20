// The tasks of a run as jobs: how each is spelled as things stand, and where what they made lies. Whoever begins them (the
// session, a step at a time; the command line, a whole run) keeps one of these for a run.

import type { Job } from '../../../kernel/job.ts';
import { partAt, sha256Of } from '../../../kernel/job.ts';
import { unitOf } from '../engine/here.ts';
import type { JobNote } from '../engine/job.ts';
import { splitRange } from '../engine/sources.ts';
import type { Graph, State, Task } from '../engine/state.ts';
import type { InputFile } from './input-file.ts';
import type { Read } from './reads.ts';
import { readsOf } from './reads.ts';
import type { Made, Place } from './task-bytes.ts';
import type { Bundle, CalmInput, TaskInput } from './task-spelled.ts';
import { bundleBytes, CALM, TASK } from './task-spelled.ts';

/** A program with all that it is run with, but for the notes of its jobs. */
export interface TaskProgram extends Omit<Bundle, 'notes' | 'lengths'> {
  readonly files: readonly InputFile[];
}

/** A run as it stands. */
interface Standing {
  readonly state: State;
  readonly notes: readonly JobNote[];
  readonly graph: Graph;
}

export interface TaskJobs {
  /** A running task's job as things stand; undefined where something that it reads was made by no job. */
  of(run: Standing, task: Task): Job | undefined;
  /** The undisturbed run, whole, as one job. */
  calm(setting: Pick<CalmInput, 'workers' | 'memory'>): Job;
  /** What a job of this address made lies in its result, and on this worker. */
  made(worker: number, job: string, made: Made): void;
  /** What is on a worker is gone. */
  drop(worker: number): void;
  /** The bytes of what no job made: programs with their notes, files. */
  given(address: string): Uint8Array | undefined;
}

/** Where something that was made lies: parts of a job's result. */
interface Lying {
  readonly job: string;
  readonly parts: readonly Place[];
}

const RELIABLE = -1;
const NO_NOTES: readonly JobNote[] = [];

export function taskJobs({ files, ...program }: TaskProgram): TaskJobs {
  const given = new Map(files.map((file) => [file.address, file.bytes]));
  const lengths = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes.length]));
  const lying = new Map<number, Map<string, Lying>>();
  const bundles = new WeakMap<readonly JobNote[], string>();

  /** The address of the program with the notes so far. */
  function bundled(notes: readonly JobNote[]): string {
    const known = bundles.get(notes);
    if (known !== undefined) return known;
    const bytes = bundleBytes({ ...program, notes, lengths });
    const address = `spark:${sha256Of(bytes)}`;
    bundles.set(notes, address);
    given.set(address, bytes);
    return address;
  }

  /** Undefined where it lies nowhere that is known. */
  function addressOfRead(read: Exclude<Read, { kind: 'gone' }>): string | undefined {
    if (read.kind === 'text') {
      const { source, split } = read;
      const file = files.find(({ name }) => name === source.input);
      return file && partAt(file.address, ...splitRange(file.bytes, source.ends, split));
    }
    const at = lying.get(read.worker)?.get(read.address);
    const part = at?.parts[read.part];
    return at && part && partAt(at.job, ...part);
  }

  return {
    of({ state, notes, graph }, task) {
      const reads: string[] = [];
      const bundle = bundled(notes);
      const inputs = [bundle];
      const gone: Record<string, number> = {};
      for (const read of readsOf(state, graph, task).values()) {
        if (read.kind === 'gone') {
          gone[read.name] = read.worker;
          continue;
        }
        const address = addressOfRead(read);
        if (address === undefined) return undefined;
        reads.push(read.name);
        inputs.push(address);
      }
      const input: TaskInput = { unit: unitOf(state, task), bundle, reads, gone };
      return { kind: TASK, input, inputs };
    },
    calm({ workers, memory }) {
      const bundle = bundled(NO_NOTES);
      const input: CalmInput = { bundle, workers, memory, files: files.map(({ name }) => name) };
      return { kind: CALM, input, inputs: [bundle, ...files.map(({ address }) => address)] };
    },
    made(worker, job, made) {
      for (const [address, where, parts] of made) {
        const on = where === 'storage' ? RELIABLE : worker;
        const own = lying.get(on) ?? new Map<string, Lying>();
        own.set(address, { job, parts });
        lying.set(on, own);
      }
    },
    drop: (worker) => void lying.delete(worker),
    given: (address) => given.get(address),
  };
}
