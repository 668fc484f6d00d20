// The DAG scheduler (Spark's DAGScheduler; section 5.1 of the paper) as functions that change a state: a job is cut into
// stages at shuffles; a stage runs when the outputs that it reads are there; a lost output is made again by a further
// attempt of the stage that made it, for the lost partitions only.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { determinismOf } from './determinism.ts';
import type { GraphNode, Shuffle } from './graph.ts';
import { parentsOf, pipelined, shufflesInto } from './graph.ts';
import type { JobSpec } from './job.ts';
import type { Graph, Job, Stage, State, TaskSet } from './state.ts';
import { at, jobOf } from './state.ts';

/** Attempts of one stage that may end with a fetch failure before its jobs are given up. */
export const MOST_STAGE_FAILURES = 4;

/** Hands in a job; its number. What can run is submitted at once. */
export function submitJob(state: State, graph: Graph, spec: JobSpec): number {
  const id = state.jobs.length;
  if (spec.partitions.length === 0) {
    state.jobs.push(jobOf(spec, id, -1));
    return id;
  }
  const stage = newStage(state, graph, spec.rdd, -1, spec.partitions.length, id);
  const job = jobOf(spec, id, stage.id);
  job.stages = state.stages.filter(({ jobs }) => jobs.includes(id)).map((one) => one.id);
  state.jobs.push(job);
  submitStage(state, graph, stage);
  return id;
}

/** Hands in a job for the outputs of a shuffle alone (DAGScheduler.submitMapStage); its number. Nothing runs where they are there. */
export function submitMapStage(state: State, graph: Graph, shuffle: Shuffle): number {
  const id = state.jobs.length;
  const stage = mapStage(state, graph, shuffle, id);
  const partitions = Array.from({ length: stage.tasks }, (_, p) => p);
  const spec: JobSpec = { rdd: shuffle.parent, partitions, action: 'map stage', result: () => null };
  const job = jobOf(spec, id, stage.id);
  job.stages = state.stages.filter(({ jobs }) => jobs.includes(id)).map((one) => one.id);
  state.jobs.push(job);
  if (isAvailable(state, stage)) mapJobsDone(state, stage);
  else submitStage(state, graph, stage);
  return id;
}

/** Jobs that asked for a shuffle's outputs and nothing more have them. */
function mapJobsDone(state: State, stage: Stage): void {
  for (const job of state.jobs) {
    if (job.stage !== stage.id || job.status !== 'running') continue;
    job.status = 'done';
    job.done = job.done.map(() => true);
    leave(state, job);
  }
}

function newStage(
  state: State,
  graph: Graph,
  rdd: GraphNode,
  shuffle: number,
  tasks: number,
  job: number,
): Stage {
  const parents = shufflesInto(rdd).map((into) => mapStage(state, graph, into, job).id);
  const stage: Stage = {
    id: state.stages.length,
    jobs: [job],
    rdd: rdd.id,
    shuffle,
    parents: parents.sort((a, b) => a - b),
    rdds: pipelined(rdd).map(({ id }) => id),
    tasks,
    next: 0,
    ran: false,
    pending: [],
    failedAttempts: [],
    status: 'new',
    recordsRead: 0,
    bytesRead: 0,
    recordsWritten: 0,
  };
  state.stages.push(stage);
  return stage;
}

/** The stage that writes a shuffle: the one that a running job has, or a new one. */
function mapStage(state: State, graph: Graph, shuffle: Shuffle, job: number): Stage {
  const known = state.stageOf[shuffle.id];
  if (known !== undefined) {
    needFor(state, at(state.stages, known), job);
    return at(state.stages, known);
  }
  const { parent } = shuffle;
  state.outputs[shuffle.id] ??= Array.from({ length: parent.partitions }, () => null);
  const stage = newStage(state, graph, parent, shuffle.id, parent.partitions, job);
  state.stageOf[shuffle.id] = stage.id;
  return stage;
}

function needFor(state: State, stage: Stage, job: number): void {
  if (stage.jobs.includes(job)) return;
  stage.jobs.push(job);
  for (const parent of stage.parents) needFor(state, at(state.stages, parent), job);
}

const outputsOf = (state: State, shuffle: number): State['outputs'][string] => state.outputs[shuffle] ?? [];

/** All its outputs are there, as far as the driver knows. */
export const isAvailable = (state: State, stage: Stage): boolean =>
  outputsOf(state, stage.shuffle).every((output) => output !== null);

/**
 * Map stages that must run before this one. The walk ends at an RDD all of whose partitions are held: what is behind it
 * is not needed (DAGScheduler.getMissingParentStages).
 */
function missingParents(state: State, graph: Graph, stage: Stage): Stage[] {
  const missing = new Map<number, Stage>();
  const seen = new Set<number>();
  const waiting: GraphNode[] = [at(graph.rdds, stage.rdd)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    if (isHeld(state, node)) continue;
    for (const dependency of parentsOf(node)) {
      if (dependency.kind === 'narrow') {
        waiting.push(dependency.parent);
        continue;
      }
      const [job = 0] = stage.jobs;
      const parent = mapStage(state, graph, dependency, job);
      if (!isAvailable(state, parent)) missing.set(parent.id, parent);
      else if (parent.next === 0) parent.next = 1;
    }
  }
  return [...missing.values()].sort((a, b) => a.id - b.id);
}

/** Whether every partition is held somewhere, as far as the driver knows. */
function isHeld(state: State, { id, level, partitions }: GraphNode): boolean {
  if (level === 'NONE') return false;
  const held = new Set(state.blocks.filter(({ rdd }) => rdd === id).map(({ partition }) => partition));
  return held.size === partitions;
}

export function submitStage(state: State, graph: Graph, stage: Stage): void {
  if (stage.status === 'waiting' || stage.status === 'running') return;
  const parents = missingParents(state, graph, stage);
  if (parents.length === 0) {
    submitTasks(state, graph, stage);
    return;
  }
  stage.status = 'waiting';
  for (const parent of parents) submitStage(state, graph, parent);
}

/** Which of its tasks are still owed. */
function owed(state: State, stage: Stage): number[] {
  if (stage.shuffle >= 0) {
    return outputsOf(state, stage.shuffle).flatMap((output, map) => (output === null ? [map] : []));
  }
  const job = at(state.jobs, at(stage.jobs, 0));
  return job.partitions.flatMap((_, i) => (job.done[i] ? [] : [i]));
}

const isIndeterminate = (state: State, graph: Graph, stage: Stage): boolean =>
  determinismOf(state, at(graph.rdds, stage.rdd)) === 'indeterminate';

function submitTasks(state: State, graph: Graph, stage: Stage): void {
  // What its tasks make again may be something else: the outputs that are left do not go with it.
  const isMixed = stage.shuffle >= 0 && !isAvailable(state, stage) && isIndeterminate(state, graph, stage);
  if (isMixed) state.outputs[stage.shuffle] = outputsOf(state, stage.shuffle).map(() => null);
  const waiting = owed(state, stage);
  for (const set of state.sets) if (set.stage === stage.id) set.zombie = true;
  state.sets.push({ stage: stage.id, attempt: stage.next, waiting, done: {}, failures: {}, zombie: false });
  stage.next += 1;
  stage.ran = true;
  stage.status = 'running';
  stage.pending = stage.shuffle >= 0 ? [...waiting] : [];
}

/** The set of a stage's attempt. */
export function setOf(state: State, stage: number, attempt: number): TaskSet | undefined {
  return state.sets.find((set) => set.stage === stage && set.attempt === attempt);
}

/** After a map task's end: is the stage whole, and who waited for it? */
export function mapTaskDone(state: State, graph: Graph, stage: Stage, partition: number): void {
  stage.pending = stage.pending.filter((other) => other !== partition);
  if (stage.status !== 'running' || stage.pending.length > 0) return;
  if (!isAvailable(state, stage)) {
    // An output was lost while the others were made.
    stage.status = 'new';
    submitStage(state, graph, stage);
    return;
  }
  stage.status = 'done';
  stage.failedAttempts = [];
  mapJobsDone(state, stage);
  submitWaiting(state, graph);
}

/** Stages that waited for outputs, in order of id. */
export function submitWaiting(state: State, graph: Graph): void {
  for (const stage of state.stages) {
    if (stage.status !== 'waiting') continue;
    stage.status = 'new';
    submitStage(state, graph, stage);
  }
}

/** A task's value is there: is the job done? */
export function resultTaskDone(state: State, stage: Stage, index: number, value: unknown): void {
  const job = at(state.jobs, at(stage.jobs, 0));
  if (job.status !== 'running' || job.done[index]) return;
  job.values[index] = value;
  job.done[index] = true;
  if (!job.done.every((done) => done)) return;
  job.status = 'done';
  stage.status = 'done';
  stage.failedAttempts = [];
  leave(state, job);
}

/** Stages that no running job needs any more are forgotten: a later job gets new ones over the same outputs. */
function leave(state: State, job: Job): void {
  for (const id of job.stages) {
    const stage = at(state.stages, id);
    if (stage.jobs.some((other) => state.jobs[other]?.status === 'running')) continue;
    if (state.stageOf[stage.shuffle] === id) delete state.stageOf[stage.shuffle];
    for (const set of state.sets) if (set.stage === id) set.zombie = true;
    if (stage.status === 'running' || stage.status === 'waiting') stage.status = 'failed';
    state.running = state.running.filter((task) => task.stage !== id);
  }
}

/** Gives up every job that needs a stage. */
export function abortStage(state: State, stage: Stage, reason: Text): void {
  stage.status = 'failed';
  for (const id of stage.jobs) {
    const job = state.jobs[id];
    if (job?.status === 'running') failJob(state, job, reason);
  }
}

/**
 * A map stage whose outputs may be others when it makes them again: every stage after it must run whole. A result that
 * was handed to the driver cannot be taken back: its job is given up.
 */
export function rollBack(state: State, graph: Graph, mapStageAgain: Stage): void {
  if (!isIndeterminate(state, graph, mapStageAgain)) return;
  const isAfter = (id: number): boolean => {
    const { parents } = at(state.stages, id);
    return parents.some((parent) => parent === mapStageAgain.id || isAfter(parent));
  };
  for (const job of state.jobs) {
    if (job.status !== 'running' || job.stage < 0 || !isAfter(job.stage)) continue;
    const last = at(state.stages, job.stage);
    if (last.shuffle < 0 && job.done.some((done) => done)) {
      abortStage(state, last, text('failed.rollback', { stage: last.id, parent: mapStageAgain.id }));
    }
  }
}

export function failJob(state: State, job: Job, reason: Text): void {
  job.status = 'failed';
  job.reason = reason;
  leave(state, job);
}

/** Outputs of these workers are forgotten. */
export function forgetOutputs(state: State, ...workers: readonly number[]): void {
  for (const [shuffle, outputs] of Object.entries(state.outputs)) {
    state.outputs[shuffle] = outputs.map((output) =>
      output && workers.includes(output.worker) ? null : output,
    );
  }
}
