// Jobs, between driver and scheduler: what an action asks for, and what is kept of it when it is done.

import { Refusal } from '../../../base/result.ts';
import type { Text } from '../../../base/text.ts';
import type { GraphNode, Records } from './graph.ts';

/** A job: an action's function over some partitions of an RDD. */
export interface JobSpec {
  readonly rdd: GraphNode;
  readonly partitions: readonly number[];
  /** What a task gives back of its partition. */
  readonly result: (records: Records, partition: number) => unknown;
  readonly action: string;
  /** Set where the job writes a checkpoint of the RDD. */
  readonly writes?: true;
}

/** What is kept of a finished job: a value a partition asked for, and the accumulators after it. */
export interface JobNote {
  readonly values: readonly unknown[];
  readonly sums: Readonly<Record<string, number>>;
  /** Why it was given up. */
  readonly failed?: Text;
  /** What the block manager held when it ended. */
  readonly held?: readonly Held[];
}

/** So much of an RDD is held. */
export interface Held {
  readonly rdd: number;
  readonly partitions: number;
  readonly memory: number;
  readonly disk: number;
}

/** A job that was given up: what the driver's action throws. */
export class JobFailed extends Refusal {}

/** Not a failure: the program cannot go on before this job is done. A program must not catch it. */
export class NeedsJob {
  readonly job: JobSpec;
  constructor(job: JobSpec) {
    this.job = job;
  }
}

/** The text of an input by name, as it is or in UTF-8; undefined where there is none. Always the same function for the same texts. */
export type InputOf = (name: string) => string | Uint8Array | undefined;
