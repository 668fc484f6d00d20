// The flips of a whole run as marks on a ruler of so many pixels: one a pixel column, however many fall into it. What
// is violated comes before what is only reached.

import type { Verdict } from './lane-types.ts';

export interface Flip {
  readonly step: number;
  readonly property: string;
  readonly verdict: Verdict;
  /** How many flips it stands for. */
  readonly count: number;
}
export interface FlipMark {
  readonly x: number;
  readonly bad: boolean;
  /** No other mark is near: there is room for a pointed one. */
  readonly alone: boolean;
}

/** Half the width of a pointed mark, twice. */
const APART = 9;

export function flipMarks(flips: readonly Flip[], x: (step: number) => number): readonly FlipMark[] {
  const columns = new Map<number, boolean>();
  for (const { step, verdict } of flips) {
    const column = Math.round(x(step));
    columns.set(column, (columns.get(column) ?? false) || verdict === 'violated');
  }
  const sorted = [...columns].sort((a, b) => a[0] - b[0]);
  return sorted.map(([at, bad], index) => {
    const before = sorted[index - 1]?.[0] ?? Number.NEGATIVE_INFINITY;
    const after = sorted[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    return { x: at, bad, alone: at - before >= APART && after - at >= APART };
  });
}

export interface FlipCount {
  readonly property: string;
  readonly verdict: Verdict;
  readonly count: number;
  readonly first: number;
}

/** The same in few words: how often each property turned, and where first. */
export function flipCounts(flips: readonly Flip[]): readonly FlipCount[] {
  const counts = new Map<string, FlipCount>();
  for (const { property, verdict, count, step } of flips) {
    const id = `${property} ${verdict}`;
    const known = counts.get(id);
    counts.set(id, {
      property,
      verdict,
      count: count + (known?.count ?? 0),
      first: Math.min(step, known?.first ?? step),
    });
  }
  return [...counts.values()];
}
