// A whole run whose tasks are jobs of a pool of workers, several at once. The scheduler's workers (who holds what, who
// dies) are not the pool's: any of the pool's computes any task, since whatever was made lies where all can read it. Tasks
// are begun when they start; when one ends, what it reads is looked up again, and where that has changed it is computed
// anew, as in a thread where a task reads when it ends. So a run is, step by step, the run `runInline` makes.

import type { BegunJob, Job, JobResults } from '../../../kernel/job.ts';
import { addressOf } from '../../../kernel/job.ts';
import type { BlockTally } from '../engine/block-tally.ts';
import { countBlocks } from '../engine/block-tally.ts';
import type { Outcome } from '../engine/evaluate.ts';
import type { Finished, Kill } from '../engine/inline.ts';
import { startAll, tally } from '../engine/inline.ts';
import type { Plan, Run } from '../engine/run.ts';
import { end, isOver, newRun } from '../engine/run.ts';
import type { Task } from '../engine/state.ts';
import { GIVEN_ALONE, NUMBERS_ALONE } from '../given.ts';
import { driverOf } from '../language/program.ts';
import type { Tree } from '../language/tree.ts';
import type { InputFile } from './input-file.ts';
import type { Code } from './task-bytes.ts';
import { readTask } from './task-bytes.ts';
import { taskJobs } from './task-jobs.ts';

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

export async function runOnWorkers(
  plan: TaskPlan,
  jobs: Jobs,
  { kills = [], ends = 'as-started', closures = false, run: number = 0, signal, onEnd }: TaskOptions = {},
): Promise<FinishedTasks> {
  const { tree, files, ...setting } = plan;
  const { cores = null, parallelism = null, seed = null, level = null } = setting;
  const texts = new Map(files.map((file) => [file.name, file.bytes]));
  const whole: Plan = { ...setting, program: driverOf(tree, GIVEN_ALONE), input: (name) => texts.get(name) };
  const run = newRun(whole);
  const counted = tally();
  const blocks = countBlocks();
  const numbers = NUMBERS_ALONE;
  const tasks = taskJobs({ tree, files, cores, parallelism, seed, level, numbers, closures, run: number });
  const begun = new Map<string, Begun>();
  let code: Code | null = null;

  function begin(task: Task): Begun {
    const name = nameOf(task);
    const { state, notes, reached } = run;
    const job = tasks.of({ state, notes, graph: reached.context }, task);
    if (!job) throw new Error(`what task ${name} reads lies nowhere`);
    const address = addressOf(job);
    const before = begun.get(name);
    if (before?.address === address) return before;
    before?.stop();
    const made = { address, ...jobs.begin(job, { get: tasks.given }) };
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

  /** The task that ends next, once it is done. */
  function next(): Promise<Task> {
    const { running } = run.state;
    const candidates = ends === 'as-started' ? running.slice(0, 1) : running;
    return Promise.race(candidates.map((task) => begin(task).bytes.then(() => task)));
  }

  try {
    while (!isOver(run)) {
      if (signal?.aborted) throw new Error('stopped');
      const isStarted = startAll(whole, run, kills, ({ worker }) => tasks.drop(worker));
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
      tasks.made(task.worker, address, read.made);
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
