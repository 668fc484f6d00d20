// What the cases of section 2 are written with: small programs, and a scheduler alone that is moved by hand.

import { Context } from '../engine/context.ts';
import type { Program } from '../engine/driver.ts';
import type { JobSpec } from '../engine/job.ts';
import { NeedsJob } from '../engine/job.ts';
import type { Rdd } from '../engine/rdd.ts';
import type { Plan } from '../engine/run.ts';
import { submitJob } from '../engine/scheduler.ts';
import type { State, Task } from '../engine/state.ts';
import { newState } from '../engine/state.ts';
import type { TaskResult } from '../engine/tasks.ts';
import { nextTask, startTask, taskDone } from '../engine/tasks.ts';

export const add = (a: number, b: number): number => a + b;
export const list = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
export const noInput = (): undefined => undefined;
export const planOf = (program: Program, workers = 2, memory?: number): Plan => ({
  program,
  workers,
  memory,
  input: noInput,
});
export const fresh = (parallelism?: number): Context => new Context([], noInput, { parallelism });
export const pairs = (sc: Context, n = 20, slices = 4): Rdd =>
  sc.parallelize(list(n), slices).map((x: number) => [x % 5, x]);

/** The job that an action would hand in. */
export function jobOf(action: () => unknown): JobSpec {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof NeedsJob) return thrown.job;
    throw thrown;
  }
  throw new Error('no job was asked for');
}

/** A scheduler alone, moved by hand: tasks start and end as the test says. */
export function bench(workers: number, build: (sc: Context) => Rdd, setting: Partial<State> = {}) {
  const sc = fresh();
  const rdd = build(sc);
  const state: State = { ...newState(workers), ...setting };
  const job = (of: Rdd = rdd) =>
    submitJob(
      state,
      sc,
      jobOf(() => of.count()),
    );
  const begin = (worker: number): Task => {
    const task = nextTask(state, sc, worker);
    if (!task) throw new Error(`nothing for worker ${worker}`);
    startTask(state, task);
    return task;
  };
  const result = (extra: Partial<TaskResult> = {}): TaskResult => ({
    stored: [],
    hits: [],
    computed: [],
    recordsRead: 0,
    bytesRead: 0,
    recordsWritten: 0,
    added: {},
    steps: 0,
    ...extra,
  });
  const finish = (task: Task, extra: Partial<TaskResult> = {}, tookMs?: number) =>
    taskDone(state, sc, task, result({ output: 'x', ...extra }), tookMs);
  /** Starts and ends one task on a worker. */
  const one = (worker: number, extra: Partial<TaskResult> = {}): Task => {
    const task = begin(worker);
    finish(task, extra);
    return task;
  };
  return { sc, rdd, state, job, begin, finish, one };
}
export const names = (state: State): string[] =>
  state.sets.map(({ stage, attempt }) => `${stage}.${attempt}`);
export const ran = (state: State, job: number): boolean[] =>
  (state.jobs[job]?.stages ?? []).map((id) => state.stages[id]?.ran === true);
export const tasksOf = (state: State): number[] =>
  state.jobs.map(({ stages }) =>
    stages.reduce((sum, id) => sum + (state.stages[id]?.ran ? (state.stages[id]?.tasks ?? 0) : 0), 0),
  );
