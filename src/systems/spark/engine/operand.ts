// What operators are written against: an RDD that others can be made from, and the driver that makes them.

import type { HeldOf } from './debug-string.ts';
import type { GraphNode, NodeFields, Records, Shuffle, StorageLevel } from './graph.ts';
import type { JobSpec } from './job.ts';

export interface Maker {
  /** spark.default.parallelism, where it is set. */
  readonly parallelism: number | undefined;
  /** How many partitions take() tries first. */
  readonly firstTries: number;
  /** What every persist() comes to; as written where this is undefined. */
  readonly level: StorageLevel | undefined;
  /** Of whatever is drawn by chance, where a program gives none. */
  readonly seed: number;
  /** How many jobs the program has been answered. */
  readonly jobs: number;
  /** RDDs given up by unpersist, and after how many jobs. */
  readonly unpersisted: { readonly rdd: number; readonly after: number }[];
  readonly heldOf: HeldOf;
  rdd(fields: NodeFields): Operand;
  shuffle(fields: Omit<Shuffle, 'kind' | 'id'>): Shuffle;
  /** Runs what an operator is made of: whatever it makes has the operator's place. */
  within<T>(operator: string, make: () => T): T;
  /** The values of a job, by partition asked for. Throws NeedsJob where it is not done, JobFailed where it was given up. */
  run(job: JobSpec): readonly unknown[];
}

export interface Operand extends GraphNode {
  readonly context: Maker;
  /**
   * One partition of the parent for one of its own; `keeps` the partitioner where keys stay as they are; `byOrder` where
   * what comes out depends on the order of what goes in.
   */
  narrow(of: (records: Records, partition: number) => Records, keeps?: boolean, byOrder?: boolean): Operand;
  /** All records, by partition: a job. */
  everything(action: string): Records;
}
