// What driver and workers know, as plain data: one state of the scheduler. Whatever happens is a function that changes a
// state (scheduler.ts); nobody keeps anything elsewhere. Contents are named by address, never held here.

import type { Text } from '../../../base/text.ts';
import type { GraphNode, Shuffle } from './graph.ts';
import type { JobSpec } from './job.ts';

/** The lineage that a state speaks of, by id. */
export interface Graph {
  readonly rdds: readonly GraphNode[];
  readonly shuffles: readonly Shuffle[];
}

export interface Worker {
  /** False: its process is gone, and with it all it held in memory and on its disk. */
  alive: boolean;
  /** Whether the driver has heard of its end. */
  known: boolean;
  /** Its host is gone as well. */
  host?: 'gone';
}

/** Where a map task's output lies, as the driver believes. */
export interface Output {
  readonly worker: number;
  readonly address: string;
  /** Bytes for each reducer, where reduces go by them. */
  readonly sizes?: readonly number[];
  /** The file is gone though its worker lives. */
  lost?: true;
}

/** A partition that a worker holds because its RDD is persisted. The list of a state is in order of use, oldest first. */
export interface Block {
  readonly worker: number;
  readonly rdd: number;
  readonly partition: number;
  readonly address: string;
  /** Bytes. */
  readonly size: number;
  memory: boolean;
  disk: boolean;
  /** Its file is gone though its worker lives. */
  lost?: true;
}

export type StageStatus = 'new' | 'waiting' | 'running' | 'failed' | 'done';

export interface Stage {
  readonly id: number;
  /** Jobs that need it. */
  jobs: number[];
  readonly rdd: number;
  /** The shuffle it writes, or -1: the last stage of a job. */
  readonly shuffle: number;
  readonly parents: readonly number[];
  /** Its RDD and all that stands narrowly under it. */
  readonly rdds: readonly number[];
  readonly tasks: number;
  /** Number of its next attempt: 1 at first where it was skipped before. */
  next: number;
  /** Whether any attempt was submitted. */
  ran: boolean;
  /** Map tasks of the running attempt that have not ended. */
  pending: number[];
  /** Attempts that ended with a fetch failure since the last success. */
  failedAttempts: number[];
  status: StageStatus;
  recordsRead: number;
  bytesRead: number;
  recordsWritten: number;
}

export interface Job {
  readonly id: number;
  readonly rdd: number;
  readonly partitions: readonly number[];
  readonly action: string;
  readonly writes: boolean;
  /** All stages listed for it, those to be skipped too. */
  stages: number[];
  /** Its last stage; -1 where there is nothing to do. */
  readonly stage: number;
  values: unknown[];
  done: boolean[];
  status: 'running' | 'done' | 'failed';
  reason?: Text;
}

/** The tasks of one attempt of a stage. */
export interface TaskSet {
  readonly stage: number;
  readonly attempt: number;
  waiting: number[];
  /** The worker that did each. */
  done: { [partition: string]: number };
  /** Milliseconds that those took which took longer or shorter than is usual. */
  took?: { [partition: string]: number };
  failures: { [partition: string]: number };
  /** Starts nothing any more: a fetch failed, or a newer attempt runs. */
  zombie: boolean;
}

/** A task attempt that runs. It has no number: two orders of starts that lead to the same are the same. */
export interface Task {
  readonly stage: number;
  readonly attempt: number;
  readonly partition: number;
  readonly worker: number;
  /** How often this task of this stage attempt had failed before. */
  readonly tried: number;
  delayed?: true;
  /** A second attempt beside one that is slow. */
  readonly copy?: true;
}

/** Milliseconds that a task takes; one that was made slow. */
export const TASK_MS = 100;
const SLOW_MS = 1000;
export const lasts = ({ delayed }: Task): number => (delayed ? SLOW_MS : TASK_MS);

/** Two attempts at one task. */
export const isSameWork = (a: Task, b: Task): boolean =>
  a.stage === b.stage && a.attempt === b.attempt && a.partition === b.partition;

export interface State {
  jobs: Job[];
  stages: Stage[];
  sets: TaskSet[];
  running: Task[];
  /** How many tasks were started. */
  started: number;
  /** Steps of tasks that took more than few. */
  spent?: number;
  workers: Worker[];
  outputs: { [shuffle: string]: (Output | null)[] };
  blocks: Block[];
  /** Reliable storage: addresses by RDD and partition. */
  saved: { [rdd: string]: (string | null)[] };
  /** The stage that writes a shuffle, as long as a job needs it. */
  stageOf: { [shuffle: string]: number };
  sums: { [accumulator: string]: number };
  /** Bytes of memory for blocks a worker has. */
  readonly memory: number;
  /** Who has a map output's file when the process that wrote it has ended: nobody; its host; storage apart. */
  readonly keeper?: 'host' | 'storage';
  /** The host of each worker, where several share one. */
  readonly hosts?: readonly number[];
  /** Reduces prefer workers that have much of their input (spark.shuffle.reduceLocality.enabled). */
  readonly reduceLocality?: true;
  /** Stages whose tasks run all at once or not at all. */
  readonly barriers?: readonly number[];
  /** Blocks of a shuffle arrive in any order; by map index where this is absent. */
  readonly arrival?: 'any';
}

export const newState = (
  workers: number,
  memory = Number.MAX_SAFE_INTEGER,
  reduceLocality = false,
): State => ({
  ...(reduceLocality && { reduceLocality }),
  jobs: [],
  stages: [],
  sets: [],
  running: [],
  started: 0,
  workers: Array.from({ length: workers }, () => ({ alive: true, known: true })),
  outputs: {},
  blocks: [],
  saved: {},
  stageOf: {},
  sums: {},
  memory,
});

/** The same, to be changed: what no event changes any more is shared. */
export const copyOf = (state: State): State => ({
  ...state,
  jobs: state.jobs.map((job) =>
    job.status === 'running' ? { ...job, values: [...job.values], done: [...job.done] } : job,
  ),
  stages: state.stages.map((stage) => ({
    ...stage,
    jobs: [...stage.jobs],
    failedAttempts: [...stage.failedAttempts],
  })),
  sets: state.sets.map((set) => ({ ...set, done: { ...set.done }, failures: { ...set.failures } })),
  running: state.running.map((task) => ({ ...task })),
  workers: [...state.workers],
  outputs: valuesCopied(state.outputs, (list) => list.map((output) => output && { ...output })),
  saved: valuesCopied(state.saved, (list) => [...list]),
  stageOf: { ...state.stageOf },
  sums: { ...state.sums },
});

const valuesCopied = <T>(of: Readonly<Record<string, T>>, copy: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, copy(value)]));

export const jobOf = (spec: JobSpec, id: number, stage: number): Job => ({
  id,
  rdd: spec.rdd.id,
  partitions: spec.partitions,
  action: spec.action,
  writes: spec.writes === true,
  stages: [],
  stage,
  values: spec.partitions.map(() => null),
  done: spec.partitions.map(() => false),
  status: spec.partitions.length === 0 ? 'done' : 'running',
});

/** What stands at an index that is known to be there. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}

/** A worker's host: its own where nothing is said of hosts. */
export const hostOf = ({ hosts }: State, worker: number): number => hosts?.[worker] ?? worker;

export function isReachable(state: State, output: Output | null | undefined): output is Output {
  if (!output || output.lost) return false;
  const { alive, host } = at(state.workers, output.worker);
  return alive || state.keeper === 'storage' || (state.keeper === 'host' && host !== 'gone');
}

/** The block of a partition that can be read, wherever it is. */
export const blockOf = (state: State, rdd: number, partition: number): Block | undefined =>
  state.blocks.find(
    (block) => block.rdd === rdd && block.partition === partition && at(state.workers, block.worker).alive,
  );
