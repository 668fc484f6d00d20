// Every partition of every stage of the program's jobs, with what has become of it and where: in order of stage. What the
// inspector says and the lineage draws.

import type { Reached } from './engine/driver.ts';
import type { Stage } from './engine/state.ts';
import { at, blockOf, isReachable } from './engine/state.ts';
import { partitionOf } from './engine/tasks.ts';
import type { SparkState } from './model-state.ts';

/** `later`: its stage waits for another; `owed`: nobody has begun it. `lost`: it was there, and its worker or file is gone. */
export type CellIs = 'later' | 'owed' | 'runs' | 'file' | 'lost' | 'kept' | 'saved' | 'done' | 'skipped';

export interface Cell {
  readonly is: CellIs;
  /** Who holds it, runs it, or held it last; -1: nobody. */
  readonly worker: number;
  /** Whether the RDDs of its stage have a kept partition of this number. */
  readonly kept: boolean;
  /** It was made more than once. */
  readonly again: boolean;
}

export interface StageCells {
  readonly stage: Stage;
  readonly cells: readonly Cell[];
}

export function cellsOf(state: SparkState, { context }: Reached): readonly StageCells[] {
  const { scheduler, made } = state;

  function cell(stage: Stage, index: number): Cell {
    const partition = partitionOf(scheduler, { stage: stage.id, partition: index });
    const held = stage.rdds.filter((rdd) => context.rdds[rdd]?.level !== 'NONE');
    const block = held.map((rdd) => blockOf(scheduler, rdd, partition)).find((one) => one !== undefined);
    const output = scheduler.outputs[stage.shuffle]?.[index];
    const wrote = made[`shuffle ${stage.shuffle}.${index}`];
    const again = [
      wrote,
      ...held.map((rdd) => made[`rdd ${rdd}.${partition}`]),
      made[`saved ${stage.rdd}.${partition}`],
    ].some((one) => (one?.times ?? 0) > 1);
    const of = (is: CellIs, worker: number): Cell => ({ is, worker, kept: block !== undefined, again });
    const task = scheduler.running.find((one) => one.stage === stage.id && one.partition === index);
    if (task) return of('runs', task.worker);
    if (stage.shuffle >= 0 && output)
      return of(isReachable(scheduler, output) ? 'file' : 'lost', output.worker);
    if (scheduler.saved[stage.rdd]?.[partition]) return of('saved', -1);
    const job = scheduler.jobs[stage.jobs[0] ?? -1];
    if (stage.shuffle < 0 && job?.done[index]) {
      return block ? of('kept', block.worker) : of('done', -1);
    }
    if (stage.shuffle >= 0 && wrote) return of('lost', wrote.worker);
    const lost = held.map((rdd) => made[`rdd ${rdd}.${partition}`]).find((one) => one !== undefined);
    if (lost && !block) return of('lost', lost.worker);
    if (job && job.status !== 'running') return of('skipped', -1);
    return of(stage.status === 'running' ? 'owed' : 'later', -1);
  }

  return scheduler.stages.map((stage) => ({
    stage,
    cells: Array.from({ length: stage.tasks }, (_, index) => cell(at(scheduler.stages, stage.id), index)),
  }));
}
