// A whole run in this thread: every free worker takes a task, then the task that runs longest ends, and so on; workers
// die where they are told to.

import { fingerprint, fingerprintHex } from '../../../base/fingerprint.ts';
import type { Text } from '../../../base/text.ts';
import type { Contents } from './contents.ts';
import { packed, workerContents } from './contents.ts';
import type { Outcome } from './evaluate.ts';
import { JobFailed } from './job.ts';
import type { Plan, Run } from './run.ts';
import { die, end, isOver, newRun, outcomeOf, start } from './run.ts';
import type { Task } from './state.ts';
import { at } from './state.ts';

export interface Kill {
  readonly worker: number;
  /** Right after this many tasks were started before it, and it: 0 is the first start. Tries again count. */
  readonly at: number;
}

export interface Options {
  readonly kills?: readonly Kill[];
  /** Told of every end of a task. */
  readonly onEnd?: (task: Task, outcome: Outcome, run: Run) => void;
  readonly onKill?: (kill: Kill, run: Run) => void;
  /** Where contents are kept; by worker, and gone with it, where this is not given. */
  readonly contents?: Contents;
  /** Asked now and then within tasks; what it throws ends the run. */
  readonly look?: () => void;
}

export interface Finished {
  readonly run: Run;
  readonly results: readonly unknown[];
  /** Why the program ended before its end. */
  readonly failed: Text | undefined;
  readonly checksum: string;
  /** Partitions computed in tasks that ended well, "rdd.partition", with how often. */
  readonly computed: ReadonlyMap<string, number>;
  /** Bytes of shuffle blocks that were read. */
  readonly shuffledBytes: number;
  /** What was thrown: by the program, or by the task that ended its job. */
  readonly error: Error | undefined;
}

/** What is counted of a run while it goes. */
export interface Tally {
  ended(outcome: Outcome): void;
  finished(run: Run): Finished;
}

export function tally(): Tally {
  const computed = new Map<string, number>();
  let thrown: Error | undefined;
  return {
    ended(outcome) {
      if (outcome.kind === 'failed') thrown = outcome.error;
      if (outcome.kind !== 'done') return;
      for (const { rdd, partition } of outcome.result.computed) {
        const name = `${rdd}.${partition}`;
        computed.set(name, (computed.get(name) ?? 0) + 1);
      }
    },
    finished(run) {
      const { results, failed } = run.reached;
      const checksum = fingerprintHex(fingerprint(packed(results)));
      const shuffledBytes = run.state.stages.reduce((sum, stage) => sum + stage.bytesRead, 0);
      const error = run.reached.error instanceof JobFailed ? thrown : run.reached.error;
      return { run, results, failed, checksum, computed, shuffledBytes, error };
    },
  };
}

/** Every free worker takes a task; workers die where they are told to. Whether any task was started. */
export function startAll(
  plan: Plan,
  run: Run,
  kills: readonly Kill[],
  onKill: (kill: Kill) => void,
): boolean {
  let isStarted = false;
  for (let worker = 0; worker < plan.workers; worker++) {
    const task = isOver(run) ? undefined : start(run, worker);
    if (!task) continue;
    isStarted = true;
    for (const kill of kills) {
      if (kill.at !== run.state.started - 1 || !at(run.state.workers, kill.worker).alive) continue;
      die(plan, run, kill.worker, true);
      onKill(kill);
    }
  }
  return isStarted;
}

export function runInline(
  plan: Plan,
  { kills = [], onEnd, onKill, contents: given, look }: Options = {},
): Finished {
  const run = newRun(plan);
  const own = workerContents();
  const contents = given ?? own;
  const { ended, finished } = tally();
  while (!isOver(run)) {
    const isStarted = startAll(plan, run, kills, (kill) => {
      own.drop(kill.worker);
      onKill?.(kill, run);
    });
    const [task] = run.state.running;
    if (!task) {
      if (isStarted) continue;
      throw new Error('nothing can run: no worker is left');
    }
    const outcome = outcomeOf(plan, run, task, contents, look);
    ended(outcome);
    end(plan, run, task, outcome);
    onEnd?.(task, outcome, run);
  }
  return finished(run);
}
