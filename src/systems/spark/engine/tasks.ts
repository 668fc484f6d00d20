// The task scheduler (Spark's TaskSchedulerImpl and TaskSetManager): which task a free worker takes, and what follows
// from a task's end, good or bad, and from the end of a worker. Each is one step of a run.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { store, touch } from './blocks.ts';
import type { Locality } from './locality.ts';
import { LOCALITIES, localityOf, preferred } from './locality.ts';
import {
  abortStage,
  forgetOutputs,
  MOST_STAGE_FAILURES,
  mapTaskDone,
  resultTaskDone,
  rollBack,
  setOf,
  submitStage,
} from './scheduler.ts';
import type { Graph, Stage, State, Task, TaskSet } from './state.ts';
import { at, blockOf, hostOf, isSameWork, lasts, TASK_MS } from './state.ts';

/** How often a task of one stage attempt may fail before its jobs are given up. */
export const MOST_TASK_FAILURES = 4;

/** What every task is counted as, however small. */
export const TASK_STEPS = 1e4;
/** A task took so many steps; what all tasks took so far. */
export function spend(state: State, steps: number): number {
  if (steps > TASK_STEPS) state.spent = (state.spent ?? 0) + steps - TASK_STEPS;
  return TASK_STEPS * state.started + (state.spent ?? 0);
}

/** What a task that ended well did. */
export interface TaskResult {
  /** Of a result task: its value. */
  readonly value?: unknown;
  /** Of a map task: the address of its output, and its bytes for each reducer. */
  readonly output?: string;
  readonly sizes?: readonly number[];
  /** Of a task that wrote a partition to reliable storage: its address. */
  readonly saved?: string;
  /** Partitions it computed whose RDD is persisted, in the order in which they came. */
  readonly stored: readonly {
    readonly rdd: number;
    readonly partition: number;
    readonly address: string;
    readonly size: number;
  }[];
  /** Held partitions that it read. */
  readonly hits: readonly { readonly rdd: number; readonly partition: number }[];
  /** Every partition that it computed. */
  readonly computed: readonly { readonly rdd: number; readonly partition: number }[];
  readonly recordsRead: number;
  /** Of shuffle blocks. */
  readonly bytesRead: number;
  readonly recordsWritten: number;
  readonly added: Readonly<Record<string, number>>;
  /** What it is counted as, of all that a run may take. */
  readonly steps: number;
}

/** A map output that a task could not read; `worker` where it should have been, -1 where the driver knows of none. */
export interface FetchFailure {
  readonly shuffle: number;
  readonly map: number;
  readonly worker: number;
}

/** The partition of the stage's RDD that a task computes. */
export function partitionOf(
  state: State,
  { stage: id, partition }: Pick<Task, 'stage' | 'partition'>,
): number {
  const stage = at(state.stages, id);
  return stage.shuffle >= 0 ? partition : at(at(state.jobs, at(stage.jobs, 0)).partitions, partition);
}

/** A task that a free worker may take, and how near it is to what the task reads. */
export interface Offer {
  readonly task: Task;
  readonly locality: Locality;
}

/**
 * What a free worker would take: of the oldest attempt that has any, the task that it is nearest to
 * (TaskSetManager.resourceOffer).
 */
export function nextOffer(state: State, graph: Graph, worker: number): Offer | undefined {
  const { alive, known } = at(state.workers, worker);
  if ((!alive && known) || state.running.some((task) => task.worker === worker)) return undefined;
  for (const set of state.sets) {
    if (set.zombie || set.waiting.length === 0) continue;
    const node = at(graph.rdds, at(state.stages, set.stage).rdd);
    if (!likesPlaces(state)) return offered(set, at(set.waiting, 0), worker, 'no-preference');
    const near = set.waiting.map((partition) => {
      const wants = preferred(state, node, partitionOf(state, { stage: set.stage, partition }));
      return LOCALITIES.indexOf(localityOf(state, wants, worker));
    });
    const best = Math.min(...near);
    return offered(set, at(set.waiting, near.indexOf(best)), worker, at(LOCALITIES, best));
  }
  return undefined;
}

/** Whether there is anything that a task could be near to. */
const likesPlaces = ({ blocks, reduceLocality }: State): boolean => blocks.length > 0 || !!reduceLocality;

function offered(set: TaskSet, partition: number, worker: number, locality: Locality): Offer {
  const { stage, attempt, failures } = set;
  return { task: { stage, attempt, partition, worker, tried: failures[partition] ?? 0 }, locality };
}

export const nextTask = (state: State, graph: Graph, worker: number): Task | undefined =>
  nextOffer(state, graph, worker)?.task;

export function startTask(state: State, task: Task): void {
  const set = setOf(state, task.stage, task.attempt) as TaskSet;
  set.waiting = set.waiting.filter((partition) => partition !== task.partition);
  state.started += 1;
  state.running.push(task);
}

/** One attempt of a task is over. */
const drop = (state: State, task: Task): void => {
  state.running = state.running.filter((other) => !isSameWork(other, task) || other.copy !== task.copy);
};

/** A task is done: whatever else works at it is killed, which counts as no failure. */
const dropAll = (state: State, task: Task): void => {
  state.running = state.running.filter((other) => !isSameWork(other, task));
};

/** Whatever a task left behind on its worker, and what it counted. */
function keepEffects(state: State, graph: Graph, task: Task, result: TaskResult): void {
  for (const { rdd, partition } of result.hits) {
    const block = blockOf(state, rdd, partition);
    if (block) touch(state, block);
  }
  for (const block of result.stored) {
    store(state, { worker: task.worker, ...block }, (rdd) => at(graph.rdds, rdd).level);
  }
  for (const [id, by] of Object.entries(result.added)) state.sums[id] = (state.sums[id] ?? 0) + by;
}

function doneIn(set: TaskSet, { partition, worker }: Task, tookMs: number): void {
  set.done[partition] = worker;
  const { [partition]: _, ...others } = set.took ?? {};
  if (tookMs !== TASK_MS) set.took = { ...others, [partition]: tookMs };
  else if (set.took) set.took = others;
}

export function taskDone(
  state: State,
  graph: Graph,
  task: Task,
  result: TaskResult,
  tookMs = lasts(task),
): void {
  dropAll(state, task);
  const stage = at(state.stages, task.stage);
  // Every attempt of the stage is spared a partition that is done.
  for (const set of state.sets) {
    if (set.stage !== task.stage) continue;
    set.waiting = set.waiting.filter((partition) => partition !== task.partition);
    if (set.attempt === task.attempt) doneIn(set, task, tookMs);
  }
  keepEffects(state, graph, task, result);
  stage.recordsRead += result.recordsRead;
  stage.bytesRead += result.bytesRead;
  stage.recordsWritten += result.recordsWritten;
  if (result.saved !== undefined) {
    const list = state.saved[stage.rdd] ?? Array.from({ length: stage.tasks }, () => null);
    list[partitionOf(state, task)] = result.saved;
    state.saved[stage.rdd] = list;
  }
  if (stage.shuffle < 0) {
    resultTaskDone(state, stage, task.partition, result.value ?? null);
    return;
  }
  // What a worker sent before its end was known counts for nothing: its output is gone.
  const isGone = at(state.workers, task.worker).known && !at(state.workers, task.worker).alive;
  const outputs = state.outputs[stage.shuffle];
  if (!isGone && outputs) {
    const { output: address = '', sizes } = result;
    outputs[task.partition] = { worker: task.worker, address, ...(state.reduceLocality && { sizes }) };
  }
  mapTaskDone(state, graph, stage, task.partition);
}

/**
 * A task could not read a map output: its stage attempt has failed, the outputs of that worker count as lost, and the
 * stage that made them runs again for what is lost, then this one for what is owed. It does not count as a failure of
 * the task. A failure of an older attempt is ignored.
 */
export function fetchFailed(state: State, graph: Graph, task: Task, failure: FetchFailure): void {
  drop(state, task);
  const stage = at(state.stages, task.stage);
  const set = setOf(state, task.stage, task.attempt);
  if (set) set.zombie = true;
  if (task.attempt !== stage.next - 1) return;
  if (!stage.failedAttempts.includes(task.attempt)) stage.failedAttempts.push(task.attempt);
  const outputs = state.outputs[failure.shuffle];
  if (outputs) outputs[failure.map] = null;
  if (failure.worker >= 0) forgetOutputs(state, failure.worker);
  if (stage.failedAttempts.length >= MOST_STAGE_FAILURES) {
    abortStage(state, stage, text('failed.stage', { stage: stage.id, times: MOST_STAGE_FAILURES }));
    return;
  }
  if (stage.status === 'running') stage.status = 'failed';
  const writer = state.stageOf[failure.shuffle];
  if (writer !== undefined) rollBack(state, graph, at(state.stages, writer));
  for (const id of [writer, stage.id]) {
    if (id === undefined || !isNeeded(state, at(state.stages, id))) continue;
    const again: Stage = at(state.stages, id);
    if (again.status === 'failed' || again.status === 'done') again.status = 'new';
    submitStage(state, graph, again);
  }
}

/** A job that goes on wants it. */
const isNeeded = (state: State, { jobs }: Stage): boolean =>
  jobs.some((job) => state.jobs[job]?.status === 'running');

/** It took what none may: whatever needs this task is given up. */
export function stop(state: State, task: Task, reason: Text): void {
  drop(state, task);
  abortStage(state, at(state.stages, task.stage), reason);
}

/** A task ended badly for a reason of its own: it is tried again, at most four times in one attempt of its stage. */
export function taskFailed(state: State, task: Task, reason: Text): void {
  drop(state, task);
  const set = setOf(state, task.stage, task.attempt);
  if (!set || set.zombie) return;
  const failures = (set.failures[task.partition] ?? 0) + 1;
  set.failures[task.partition] = failures;
  if (failures >= MOST_TASK_FAILURES) {
    abortStage(
      state,
      at(state.stages, task.stage),
      text('failed.task', { task: task.partition, stage: task.stage, times: failures, why: reason }),
    );
    return;
  }
  if (state.running.some((other) => isSameWork(other, task))) return;
  set.waiting = [...set.waiting, task.partition].sort((a, b) => a - b);
}

/** A worker's process ends: what it held is gone. The driver hears of it by `workerLost`. */
export function kill(state: State, worker: number): void {
  state.workers[worker] = { alive: false, known: false };
}

/** A whole host ends, and with it every worker on it. */
export function killHost(state: State, worker: number): void {
  for (const other of sharingHost(state, worker)) {
    state.workers[other] = { alive: false, known: false, host: 'gone' };
  }
}

/** The workers on a worker's host, itself too. */
const sharingHost = (state: State, worker: number): number[] =>
  state.workers.flatMap((_, id) => (hostOf(state, id) === hostOf(state, worker) ? [id] : []));

/**
 * Map outputs that are forgotten with a worker: its own, where nobody else keeps its files; those of its whole host where
 * the driver hears that the host is gone and what kept them with it; none where storage apart has them
 * (DAGScheduler.handleExecutorLost).
 */
function forgetFilesOf(state: State, worker: number, isHostLost: boolean): void {
  if (state.keeper === 'storage' || (state.keeper === 'host' && !isHostLost)) return;
  forgetOutputs(state, ...(isHostLost ? sharingHost(state, worker) : [worker]));
}

/**
 * The driver hears that a worker is gone: it forgets its blocks and outputs, its running tasks have failed, and map
 * tasks of running stages that it had done are owed again (`Resubmitted`).
 */
export function workerLost(state: State, worker: number): void {
  const before = at(state.workers, worker);
  state.workers[worker] = { ...before, alive: false, known: true };
  forgetFilesOf(state, worker, before.host === 'gone');
  state.blocks = state.blocks.filter((block) => block.worker !== worker);
  for (const set of state.sets) {
    const stage = at(state.stages, set.stage);
    if (set.zombie || stage.shuffle < 0 || stage.status !== 'running') continue;
    const lost = Object.entries(set.done).flatMap(([partition, by]) =>
      by === worker ? [Number(partition)] : [],
    );
    for (const partition of lost) delete set.done[partition];
    set.waiting = [...set.waiting, ...lost].sort((a, b) => a - b);
    stage.pending = [...stage.pending, ...lost].sort((a, b) => a - b);
  }
  for (const task of state.running.filter((one) => one.worker === worker)) {
    taskFailed(state, task, text('failed.worker'));
  }
}
