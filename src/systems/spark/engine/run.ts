// A run: the state of the scheduler, and the notes of the jobs done. What may happen to it, one step at a time: a task
// starts, a task ends (well, badly, or because it could not fetch), or a fault. Job and stage events happen within the
// step that causes them.

import { evicted, forgetBlock } from './blocks.ts';
import type { Contents } from './contents.ts';
import type { Program, Reached, Setting } from './driver.ts';
import { giveUp, noteOf, runDriver } from './driver.ts';
import type { Outcome } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import { keepOn, reachOf, unitOf } from './here.ts';
import type { JobNote } from './job.ts';
import { submitJob } from './scheduler.ts';
import type { State, Task } from './state.ts';
import { at, newState } from './state.ts';
import { isOverBound, stopped } from './stopped.ts';
import {
  fetchFailed,
  kill,
  nextTask,
  spend,
  startTask,
  stop,
  taskDone,
  taskFailed,
  workerLost,
} from './tasks.ts';
import { wordsOf } from './why.ts';

export interface Run {
  /** Changed in place. */
  readonly state: State;
  notes: readonly JobNote[];
  reached: Reached;
}

export interface Plan extends Setting {
  readonly program: Program;
  readonly workers: number;
  /** Bytes for blocks, a worker. */
  readonly memory?: number | undefined;
  /** Whether reduces prefer workers that have much of their input. */
  readonly reduceLocality?: boolean;
}

export function newRun(plan: Plan): Run {
  const state = newState(plan.workers, plan.memory, plan.reduceLocality);
  const run: Run = { state, notes: [], reached: runDriver(plan.program, [], plan) };
  goOn(plan, run);
  return run;
}

/** The program goes on as far as it can: past every job that has ended, to the next that is not done. */
export function goOn(plan: Plan, run: Run): void {
  const { state } = run;
  for (;;) {
    const { length } = run.notes;
    if (state.jobs.length === length) {
      giveUp(state, run.reached);
      const { job, context } = run.reached;
      if (!job) return;
      submitJob(state, context, job);
    }
    if (at(state.jobs, length).status === 'running') return;
    run.notes = [...run.notes, noteOf(state, length)];
    run.reached = runDriver(plan.program, run.notes, plan);
  }
}

export const isOver = ({ reached }: Run): boolean => reached.job === undefined;

/** A free worker takes a task; undefined where there is none for it. */
export function start(run: Run, worker: number): Task | undefined {
  const task = nextTask(run.state, run.reached.context, worker);
  if (task) startTask(run.state, task);
  return task;
}

/** What a running task comes to, as things stand; nothing is changed but `contents`. */
export function outcomeOf(
  { input }: Setting,
  run: Run,
  task: Task,
  contents: Contents,
  look?: () => void,
): Outcome {
  const { state, reached } = run;
  const { context, job } = reached;
  if (!job) throw new Error('no job runs');
  const unit = unitOf(state, task);
  const reach = { ...reachOf(state, contents, input), ...(look && { look }) };
  return evaluate(context, job, unit, reach, keepOn(contents, task.worker));
}

/** A running task ends. */
export function end(plan: Plan, run: Run, task: Task, outcome: Outcome): void {
  const { state } = run;
  const { context } = run.reached;
  if (outcome.kind === 'done') {
    const { rdd } = at(state.stages, task.stage);
    if (spend(state, outcome.result.steps) > context.mostSteps)
      stop(state, task, wordsOf(stopped(at(context.rdds, rdd), 'total')));
    else taskDone(state, context, task, outcome.result);
  } else if (outcome.kind === 'fetch-failed') fetchFailed(state, context, task, outcome.failure);
  else {
    if (outcome.lost) forgetBlock(state, outcome.lost.rdd, outcome.lost.partition);
    if (isOverBound(outcome.error)) stop(state, task, outcome.reason);
    else taskFailed(state, task, outcome.reason);
  }
  goOn(plan, run);
}

/** A worker dies; at once the driver hears of it, or later (`hear`). */
export function die(plan: Plan, run: Run, worker: number, isHeard: boolean): void {
  kill(run.state, worker);
  if (isHeard) hear(plan, run, worker);
}

export function hear(plan: Plan, run: Run, worker: number): void {
  workerLost(run.state, worker);
  goOn(plan, run);
}

/** A held partition leaves memory. */
export function evict({ state, reached }: Run, worker: number, rdd: number, partition: number): void {
  const levelOf = (id: number) => at(reached.context.rdds, id).level;
  state.blocks = state.blocks.flatMap((block) =>
    block.worker === worker && block.rdd === rdd && block.partition === partition
      ? evicted(block, levelOf)
      : [block],
  );
}

/** The file of a held partition is deleted on its worker's disk; nobody is told. */
export function loseBlock({ state }: Run, worker: number, rdd: number, partition: number): void {
  state.blocks = state.blocks.map((block) =>
    block.worker === worker && block.rdd === rdd && block.partition === partition && !block.memory
      ? { ...block, lost: true }
      : block,
  );
}

/** A map task's file is deleted on its worker's disk; nobody is told. */
export function loseOutput({ state }: Run, shuffle: number, map: number): void {
  const output = state.outputs[shuffle]?.[map];
  if (output) output.lost = true;
}

/** A partition is gone from reliable storage. */
export function loseCheckpoint({ state }: Run, rdd: number, partition: number): void {
  const list = state.saved[rdd];
  if (list) list[partition] = null;
}
