// The whole tree by height as runs: stretches of one block a height fold to "+14", and what is between them are forks.

import type { DrawnBlock } from '../network/scene.ts';

export interface Run {
  readonly from: number;
  readonly to: number;
  /** Blocks of the one height, where it is a fork; else 1. */
  readonly most: number;
}

export function runsOf(blocks: readonly DrawnBlock[]): readonly Run[] {
  const counts: number[] = [];
  for (const { height } of blocks) counts[height] = (counts[height] ?? 0) + 1;
  const runs: Run[] = [];
  for (const [height, count = 0] of counts.entries()) {
    const last = runs.at(-1);
    // Heights next to each other that have more than one block are one fork.
    if (last && last.most > 1 === count > 1)
      runs[runs.length - 1] = { ...last, to: height, most: Math.max(last.most, count) };
    else runs.push({ from: height, to: height, most: count });
  }
  return runs;
}
