// When a slow task gets a copy (TaskSetManager.checkSpeculatableTasks): once most of its stage is done, and it has run
// much longer than the median of those. A state has no clock: who asks says how long a task has run. In a model it is how
// long the task will run, since somebody looks again and again until it ends.

import { LOCALITIES, localityOf, preferred } from './locality.ts';
import { setOf } from './scheduler.ts';
import type { Graph, State, Task, TaskSet } from './state.ts';
import { at, hostOf, isSameWork, lasts, TASK_MS } from './state.ts';
import { partitionOf } from './tasks.ts';

/** Somebody looks this often, and a task that has not run for so long is not slow. */
const LOOK_MS = 100;

/** Of its own pace a running task must have less than this share of the average, or have run twice too long (since 3.4). */
const PACE = 0.75;
const SURELY = 2;

export interface SpeculationRule {
  /** So much of a stage attempt must be done (spark.speculation.quantile). */
  readonly quantile: number;
  /** So many times the median is slow (spark.speculation.multiplier). */
  readonly multiplier: number;
  /** So long is slow in a stage of a single task, where it is set (spark.speculation.task.duration.threshold). */
  readonly aloneMs?: number;
  /** Whether records are counted while a task runs (spark.speculation.efficiency.enabled). */
  readonly counts?: true;
}
/** The defaults until Spark 3.3, until 3.5, and since 4.0. */
export const SPARK_3: SpeculationRule = { quantile: 0.75, multiplier: 1.5 };
export const SPARK_3_4: SpeculationRule = { ...SPARK_3, counts: true };
export const SPARK_4: SpeculationRule = { quantile: 0.9, multiplier: 3, counts: true };

export interface Watch {
  /** How long a running task has run, in ms. */
  ran(task: Task): number;
  /** Its records a second as a share of the average's. */
  pace?(task: Task): number;
}
const TO_THE_END: Watch = { ran: lasts };

/** The copies that may be started, each on the nearest free worker of a host where the task does not run. */
export function copies(state: State, graph: Graph, rule = SPARK_3, watch = TO_THE_END): Task[] {
  const free = state.workers.flatMap(({ alive }, id) =>
    alive && !state.running.some((task) => task.worker === id) ? [id] : [],
  );
  return state.running.flatMap((task) => {
    const set = setOf(state, task.stage, task.attempt);
    if (!set || !isSlow(state, set, task, rule, watch)) return [];
    const elsewhere = free.filter((worker) => hostOf(state, worker) !== hostOf(state, task.worker));
    const worker = nearest(state, graph, task, elsewhere);
    if (worker === undefined) return [];
    const { stage, attempt, partition, tried } = task;
    return [{ stage, attempt, partition, worker, tried, copy: true as const }];
  });
}

function isSlow(state: State, set: TaskSet, task: Task, rule: SpeculationRule, watch: Watch): boolean {
  if (set.zombie || set.waiting.length > 0 || state.barriers?.includes(set.stage)) return false;
  if (task.copy || state.running.some((other) => other.copy && isSameWork(other, task))) return false;
  const ran = watch.ran(task);
  const all = sizeOf(state, set);
  if (all === 1) return rule.aloneMs !== undefined && ran > rule.aloneMs;
  const took = Object.keys(set.done)
    .map((partition) => set.took?.[partition] ?? TASK_MS)
    .sort((a, b) => a - b);
  if (took.length < Math.max(1, Math.floor(rule.quantile * all))) return false;
  const median = at(took, took.length >> 1);
  const long = Math.max(rule.multiplier * median, LOOK_MS);
  if (ran <= long) return false;
  return !rule.counts || ran > SURELY * long || (watch.pace?.(task) ?? 0) < PACE;
}

/** How many tasks an attempt has, but for those that another attempt did. */
function sizeOf({ running }: State, { stage, attempt, waiting, done }: TaskSet): number {
  const all = new Set([...waiting.map(String), ...Object.keys(done)]);
  for (const task of running) {
    if (task.stage === stage && task.attempt === attempt) all.add(String(task.partition));
  }
  return all.size;
}

function nearest(state: State, graph: Graph, task: Task, workers: readonly number[]): number | undefined {
  const wants = preferred(state, at(graph.rdds, at(state.stages, task.stage).rdd), partitionOf(state, task));
  const far = (worker: number): number => LOCALITIES.indexOf(localityOf(state, wants, worker));
  return [...workers].sort((a, b) => far(a) - far(b) || a - b)[0];
}
