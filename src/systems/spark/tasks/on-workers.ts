// A whole run whose tasks are jobs of a pool of workers, several at once. The scheduler's workers (who holds what, who
// dies) are not the pool's: any of the pool's computes any task, since whatever was made lies where all can read it. Tasks
// are begun when they start; when one ends, what it reads is looked up again, and where that has changed it is computed
// anew, as in a thread where a task reads when it ends. So a run is, step by step, the run `runInline` makes.

import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf } from '../../../base/bytes.ts';
import type { BegunJob, Job, JobResults } from '../../../kernel/job.ts';
import { addressOf, partAt } from '../../../kernel/job.ts';
import type { BlockTally } from '../engine/block-tally.ts';
import { countBlocks } from '../engine/block-tally.ts';
import type { Outcome } from '../engine/evaluate.ts';
import { unitOf } from '../engine/here.ts';
import type { Finished, Kill } from '../engine/inline.ts';
import { startAll, tally } from '../engine/inline.ts';
import type { Plan, Run } from '../engine/run.ts';
import { end, isOver, newRun } from '../engine/run.ts';
import { splitRange } from '../engine/sources.ts';
import type { Task } from '../engine/state.ts';
import { GIVEN_ALONE } from '../given.ts';
import { driverOf } from '../language/program.ts';
import type { Tree } from '../language/tree.ts';
import type { InputFile } from './input-file.ts';
import type { Read } from './reads.ts';
import { readsOf } from './reads.ts';
import type { Code, Made, Place } from './task-bytes.ts';
import { readTask } from './task-bytes.ts';
import type { Bundle, TaskInput } from './task-job.ts';
import { bundleBytes } from './task-job.ts';

const TASK = 'spark/task';
const RELIABLE = -1;

/** Begins jobs: the page's runner, or the command line's. `inputs`: where to look for what no job made. */
export interface Jobs {
  begin(job: Job, inputs: JobResults): BegunJob;
}

export interface TaskPlan extends Omit<Plan, 'program' | 'input' | 'lengths'> {
  readonly tree: Tree;
  readonly files: readonly InputFile[];
}

export interface TaskOptions {
  readonly kills?: readonly Kill[];
  /** Of two tasks that run, the one that was started first ends first; or whichever is done first. */
  readonly ends?: 'as-started' | 'as-done';
  readonly closures?: boolean;
  /** Another number is another run: nothing that an earlier one made is taken for it. */
  readonly run?: number;
  readonly signal?: { readonly aborted: boolean } | undefined;
  readonly onEnd?: (task: Task, outcome: Outcome, run: Run) => void;
}

export interface FinishedTasks extends Finished {
  /** How the program's functions ran in the tasks; null where there were none. */
  readonly code: Code | null;
  readonly blocks: BlockTally;
}

/** A task under way. */
interface Begun extends BegunJob {
  readonly address: string;
}

/** Where something that was made lies: parts of a job's result. */
interface Lying {
  readonly job: string;
  readonly parts: readonly Place[];
}

export async function runOnWorkers(
  plan: TaskPlan,
  jobs: Jobs,
  { kills = [], ends = 'as-started', closures = false, run: number = 0, signal, onEnd }: TaskOptions = {},
): Promise<FinishedTasks> {
  const { tree, files, ...setting } = plan;
  const texts = new Map(files.map((file) => [file.name, file.bytes]));
  const given = new Map(files.map((file) => [file.address, file.bytes]));
  const whole: Plan = { ...setting, program: driverOf(tree, GIVEN_ALONE), input: (name) => texts.get(name) };
  const run = newRun(whole);
  const counted = tally();
  const blocks = countBlocks();
  const lying = new Map<number, Map<string, Lying>>();
  const begun = new Map<string, Begun>();
  let bundle: { readonly job: number; readonly address: string } | undefined;
  let code: Code | null = null;

  /** The address of the program with the notes so far. */
  function bundled(): string {
    const job = run.notes.length;
    if (bundle?.job === job) return bundle.address;
    const { cores = null, parallelism = null, seed = null } = setting;
    const lengths = Object.fromEntries(files.map(({ name, size }) => [name, size]));
    const content: Bundle = {
      tree,
      notes: run.notes,
      cores,
      parallelism,
      seed,
      lengths,
      closures,
      run: number,
    };
    const bytes = bundleBytes(content);
    bundle = { job, address: `spark:${hexOf(sha256(bytes))}` };
    given.set(bundle.address, bytes);
    return bundle.address;
  }

  /** Undefined where what is to be read lies nowhere. */
  function addressOfRead(read: Read): string | undefined {
    if (read.kind === 'gone') return undefined;
    if (read.kind === 'text') {
      const { source, split } = read;
      const file = files.find(({ name }) => name === source.input);
      return file && partAt(file.address, ...splitRange(file.bytes, source.ends, split));
    }
    const at = lying.get(read.worker)?.get(read.address);
    const part = at?.parts[read.part];
    return at && part && partAt(at.job, ...part);
  }

  /** The job of a task as things stand. */
  function jobOf(task: Task): Job {
    const reads: string[] = [];
    const inputs: string[] = [];
    const gone: Record<string, number> = {};
    for (const read of readsOf(run.state, run.reached.context, task).values()) {
      const address = addressOfRead(read);
      if (address === undefined) {
        if (read.kind === 'gone' || read.kind === 'made') gone[read.name] = read.worker;
        continue;
      }
      reads.push(read.name);
      inputs.push(address);
    }
    const input: TaskInput = { unit: unitOf(run.state, task), bundle: bundled(), reads, gone };
    return { kind: TASK, input, inputs: [bundled(), ...inputs] };
  }

  function begin(task: Task): Begun {
    const name = nameOf(task);
    const job = jobOf(task);
    const address = addressOf(job);
    const before = begun.get(name);
    if (before?.address === address) return before;
    before?.stop();
    const made = { address, ...jobs.begin(job, { get: (each) => given.get(each) }) };
    // Whoever waits for it hears; one that was given up is nobody's.
    made.bytes.catch(() => {});
    begun.set(name, made);
    return made;
  }

  /** Every task that runs is begun, as things stand; what runs no more is given up. */
  function beginAll(): void {
    const running = new Set(run.state.running.map(nameOf));
    for (const [name, { stop }] of begun) {
      if (running.has(name)) continue;
      stop();
      begun.delete(name);
    }
    for (const task of run.state.running) begin(task);
  }

  function keep(worker: number, job: string, made: Made): void {
    for (const [address, where, parts] of made) {
      const on = where === 'storage' ? RELIABLE : worker;
      const own = lying.get(on) ?? new Map<string, Lying>();
      own.set(address, { job, parts });
      lying.set(on, own);
    }
  }

  /** The task that ends next, once it is done. */
  function next(): Promise<Task> {
    const { running } = run.state;
    const candidates = ends === 'as-started' ? running.slice(0, 1) : running;
    return Promise.race(candidates.map((task) => begin(task).bytes.then(() => task)));
  }

  try {
    while (!isOver(run)) {
      if (signal?.aborted) throw new Error('stopped');
      const isStarted = startAll(whole, run, kills, ({ worker }) => lying.delete(worker));
      if (isOver(run)) break;
      if (run.state.running.length === 0) {
        if (isStarted) continue;
        throw new Error('nothing can run: no worker is left');
      }
      beginAll();
      const task = await next();
      const { address, bytes } = begin(task);
      const read = readTask(await bytes);
      begun.delete(nameOf(task));
      code ??= read.code;
      keep(task.worker, address, read.made);
      counted.ended(read.outcome);
      end(whole, run, task, read.outcome);
      blocks.ended(read.outcome, run);
      onEnd?.(task, read.outcome, run);
    }
    return { ...counted.finished(run), code, blocks: blocks.tally(run) };
  } finally {
    for (const { stop } of begun.values()) stop();
  }
}

const nameOf = ({ stage, attempt, partition, worker, tried }: Task): string =>
  `${stage}.${attempt}.${partition} ${tried} on ${worker}`;
