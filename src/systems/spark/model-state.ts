// The state of a run of Spark: the scheduler's, the driver's notes, and what is remembered to judge the promises.

import type { JobNote } from './engine/job.ts';
import type { State } from './engine/state.ts';

/** A partition that was kept, a map output or a checkpoint, as it was made. */
export interface Made {
  /** Of what was made first. */
  readonly address: string;
  /** Who made it last. */
  readonly worker: number;
  /** Who had made it the time before, where it was made again. */
  readonly from?: number;
  readonly times: number;
}

/** How a thing was made: beside the state and not in it, since links that were given out name states. */
interface Making {
  /** The task attempt. */
  readonly by: string;
  /** That a map task wrote. */
  readonly records: number | null;
}
const makings = new WeakMap<Made, Making>();

export const madeBy = (made: Made, making: Making): Made => {
  makings.set(made, making);
  return made;
};
export const makingOf = (made: Made): Making | undefined => makings.get(made);

export interface SparkState {
  readonly scheduler: State;
  readonly notes: readonly JobNote[];
  /** Faults that happened. */
  readonly faults: number;
  /** By name: `rdd R.P` (kept), `shuffle S.M`, `saved R.P`. */
  readonly made: Readonly<Record<string, Made>>;
  /** What came out different when it was made again. */
  readonly differs: readonly string[];
  /** Held partitions that a task computed nevertheless, and partitions computed though they lay in reliable storage. */
  readonly twice: readonly string[];
  readonly behind: readonly string[];
  /** How many partitions of inputs were read by tasks that ended well, and how many kept ones. */
  readonly read: number;
  readonly hits: number;
}

/** What was made more than once, in order of name. */
export const madeAgain = ({ made }: SparkState): readonly string[] =>
  Object.keys(made)
    .filter((name) => (made[name]?.times ?? 0) > 1)
    .sort();
