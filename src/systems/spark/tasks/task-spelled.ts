// How a task is spelled as a job, for whoever begins it: nothing of what computes it is here.

import { utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';
import type { Unit } from '../engine/evaluate.ts';
import type { StorageLevel } from '../engine/graph.ts';
import type { JobNote } from '../engine/job.ts';
import type { Numbers } from '../given.ts';
import type { Tree } from '../language/tree.ts';

/** The kinds of jobs: a task, an undisturbed run. */
export const TASK = 'spark/task';
export const CALM = 'spark/calm';

/** The program as far as it has come: all that a worker must have to know the graph. */
export interface Bundle {
  readonly tree: Tree;
  readonly notes: readonly JobNote[];
  readonly cores: number | null;
  readonly parallelism: number | null;
  readonly seed: number | null;
  /** What every persist() comes to; as written where it is null. */
  readonly level: StorageLevel | null;
  /** Numbers that stand beside the program. */
  readonly numbers: Numbers;
  /** Bytes of each input. */
  readonly lengths: Readonly<Record<string, number>>;
  /** Closures even where code may be made. */
  readonly closures: boolean;
  /** Two runs of one program do the work twice. */
  readonly run: number;
}

export interface TaskInput {
  readonly unit: Unit;
  /** The address of the bundle, which is the first input. */
  readonly bundle: string;
  /** What the other inputs are, by index: a block, a saved partition, a part of a map output, a split of a text. */
  readonly reads: readonly string[];
  /** Map outputs and held partitions that are gone, with the worker each should be on. */
  readonly gone: Readonly<Record<string, number>>;
}

export interface CalmInput {
  /** The address of the bundle, which is the first input; the others are these files. */
  readonly bundle: string;
  readonly files: readonly string[];
  readonly workers: number;
  readonly memory?: number | undefined;
}

export const readName = {
  block: (rdd: number, partition: number): string => `block ${rdd}.${partition}`,
  saved: (rdd: number, partition: number): string => `saved ${rdd}.${partition}`,
  part: (shuffle: number, map: number, reducer: number): string => `part ${shuffle}.${map}.${reducer}`,
  text: (input: string, split: number): string => `text ${split} ${input}`,
} as const;

export const bundleBytes = (bundle: Bundle): Uint8Array => utf8(canonicalJson(bundle));
