// What is to be made again for what the jobs still owe, found from lineage and holdings as the scheduler will find it: back
// through lost partitions, and no further than what is held, stored or written.

import type { Context } from '../engine/context.ts';
import type { GraphNode, Shuffle } from '../engine/graph.ts';
import { parentsOf } from '../engine/graph.ts';
import type { State } from '../engine/state.ts';
import { at, blockOf, isReachable } from '../engine/state.ts';
import { partitionOf } from '../engine/tasks.ts';
import type { SparkState } from '../model-state.ts';

export type Lineage = Pick<Context, 'rdds' | 'shuffles'>;

/** Whether a partition can be read as it is: a worker holds it. */
export const holds = (state: State, { id }: GraphNode, partition: number): boolean => {
  const block = blockOf(state, id, partition);
  return block !== undefined && !block.lost;
};
export const isStored = (state: State, { id, saved }: GraphNode, partition: number): boolean =>
  saved !== undefined && (state.saved[id]?.[partition] ?? null) !== null;

/** By the names of `SparkState.made`: everything that was made once, is gone, and will be made again for the jobs that run. */
export function dueAgain({ scheduler, made }: SparkState, { rdds, shuffles }: Lineage): ReadonlySet<string> {
  const due = new Set<string>();
  const seen = new Set<string>();
  const isNew = (name: string): boolean => !seen.has(name) && seen.add(name).has(name);
  const owes = (name: string): void => {
    if (made[name]) due.add(name);
  };

  /** A task's way down: what it finds is read, what it does not find is computed. */
  function partition(node: GraphNode, p: number): void {
    if (!isNew(`rdd ${node.id}.${p}`)) return;
    if (holds(scheduler, node, p)) return;
    if (node.level !== 'NONE') owes(`rdd ${node.id}.${p}`);
    if (isStored(scheduler, node, p)) return;
    for (const dependency of parentsOf(node)) {
      if (dependency.kind === 'shuffle') shuffle(dependency);
      else for (const q of dependency.of(p)) partition(dependency.parent, q);
    }
  }

  /** What is missing of a shuffle is made before any of its readers runs; and the stage asks for its own inputs whole. */
  function shuffle({ id, parent }: Shuffle): void {
    if (!isNew(`shuffle ${id}`)) return;
    const outputs = scheduler.outputs[id];
    const missing = Array.from({ length: parent.partitions }, (_, map) => map).filter(
      (map) => !isReachable(scheduler, outputs?.[map]),
    );
    for (const map of missing) {
      owes(`shuffle ${id}.${map}`);
      partition(parent, map);
    }
    if (missing.length > 0) stage(parent);
  }

  /** Where the scheduler looks for what a stage misses: behind an RDD that is held whole it does not look. */
  function stage(node: GraphNode): void {
    if (!isNew(`stage ${node.id}`) || isWhole(node)) return;
    for (const dependency of parentsOf(node)) {
      if (dependency.kind === 'shuffle') shuffle(dependency);
      else stage(dependency.parent);
    }
  }

  const isWhole = (node: GraphNode): boolean =>
    node.level !== 'NONE' &&
    Array.from({ length: node.partitions }, (_, p) => p).every((p) => holds(scheduler, node, p));

  for (const { id, status, rdd, shuffle: writes, jobs } of scheduler.stages) {
    const job = jobs.map((one) => scheduler.jobs[one]).find((one) => one?.status === 'running');
    if (!job) continue;
    const node = at(rdds, rdd);
    if (writes >= 0) {
      if (status === 'running') shuffle(at(shuffles, writes));
      continue;
    }
    job.done.forEach((isDone, index) => {
      if (!isDone) partition(node, partitionOf(scheduler, { stage: id, partition: index }));
    });
    if (status !== 'running') stage(node);
  }
  return due;
}
