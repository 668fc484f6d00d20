// The target of each block of the network: as mainnet sets it, with a first target, a period and a pace of its own.

import type { Network as Chain } from '../consensus/network.ts';
import { retarget } from '../consensus/retarget.ts';
import { fromCompact, workOf } from '../consensus/target.ts';
import { INTERVAL_S } from './settings.ts';
import type { BlockRecord } from './state.ts';

/** The usual target: one hash in 256 is low enough. */
export const BITS = 0x2000ffff;

export const bitsOf = ({ bits = BITS }: BlockRecord): number => bits;

/** Of a block with these bits: nothing where they are the usual ones, so that its line is short. */
export const unusual = (bits: number): Pick<BlockRecord, 'bits'> => (bits === BITS ? {} : { bits });

const tries = new Map<number, number>();
/** Hashes that are expected for one block. */
export function triesAt(bits: number): number {
  let known = tries.get(bits);
  if (known === undefined) {
    known = Number(workOf(bits));
    tries.set(bits, known);
  }
  return known;
}

/** The bits that the block after this chain must have. */
export function nextBits(before: readonly BlockRecord[], chain: Chain): number {
  const last = before.at(-1);
  if (!last) return chain.limitBits;
  const { retargets, interval } = chain;
  const first = before[before.length - interval];
  return retargets && first && before.length % interval === 0
    ? retarget(chain, first.time, last.time, bitsOf(last)).bits
    : bitsOf(last);
}

/** Seconds to a block with these bits, on average, where the hash power is what it was. */
export const secondsAt = (bits: number, { limit }: Chain): number =>
  Number((BigInt(INTERVAL_S) * limit) / fromCompact(bits).target);

/** A block may be made so much harder than the first by early stamps, and no more: its work is real. */
const HARDEST = 64;
export const mayHarden = (bits: number, { limitBits }: Chain): boolean =>
  triesAt(bits) < HARDEST * triesAt(limitBits);
