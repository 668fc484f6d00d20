// How the target follows the hash power: every 2016 blocks it is set anew from how long they took, by at most four times
// either way (Nakamoto 2008, section 4; Core's CalculateNextWorkRequired). The time is taken from the first block of the
// period to its last, which is one interval short of 2016.

import type { Network } from './network.ts';
import { fromCompact, toCompact } from './target.ts';

export interface Retarget {
  readonly bits: number;
  /** Seconds from the first block of the period to its last, as stamped. */
  readonly actualS: number;
  /** The same, held between a quarter and four times of what it should be. */
  readonly usedS: number;
}

/** `firstTime` and `lastTime` are the stamps of the first and the last block of the period that ends. */
export function retarget(network: Network, firstTime: number, lastTime: number, lastBits: number): Retarget {
  const { timespanS, limit } = network;
  const actualS = lastTime - firstTime;
  const usedS = Math.min(Math.max(actualS, Math.floor(timespanS / 4)), timespanS * 4);
  const target = (fromCompact(lastBits).target * BigInt(usedS)) / BigInt(timespanS);
  return { bits: toCompact(target > limit ? limit : target), actualS, usedS };
}

/** Median of the times of the last eleven blocks, or of as many as there are. */
export function medianTime(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
