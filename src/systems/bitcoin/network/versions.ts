// Versions of the rules: what a node that runs one finds wrong with a block or a payment, by Core's name where Core has the
// rule.

import type { Network as Chain } from '../consensus/network.ts';
import { isWorked } from './find.ts';
import { bytesOf, finderOf, isBounded, isSigned } from './payments.ts';
import type { Version } from './settings.ts';
import { INTERVAL_S } from './settings.ts';
import type { BlockRecord } from './state.ts';
import { bitsOf, nextBits } from './targets.ts';

export type Fault =
  | 'high-hash'
  | 'mandatory-script-verify-flag-failed'
  | 'bad-diffbits'
  | 'bad-txns-premature-spend-of-coinbase'
  | 'hurried'
  | 'bad-blk-length'
  | 'too-short'
  | 'bad-txns-vout-toolarge';

export const sizeOfBlock = ({ name, height, payments }: BlockRecord): number =>
  bytesOf(finderOf(name), height, payments);

/** Whether this version finds the amounts of a payment in order. */
export const paysWhatIsThere = (payment: string, { wraps }: Version): boolean => wraps || isBounded(payment);

/** What this version alone finds wrong with a block; null where nothing is. */
export function versionFault(
  block: BlockRecord,
  parent: BlockRecord | undefined,
  version: Version,
): Fault | null {
  const { most, over, unhurried } = version;
  if (!parent) return null;
  if (unhurried && block.time < parent.time + INTERVAL_S) return 'hurried';
  if (most < Number.POSITIVE_INFINITY && sizeOfBlock(block) > most) return 'bad-blk-length';
  if (over > 0 && block.height === 1 && sizeOfBlock(block) <= over) return 'too-short';
  return block.payments.every((payment) => paysWhatIsThere(payment, version))
    ? null
    : 'bad-txns-vout-toolarge';
}

/** What its place in the chain asks for: its target, and that what is spent has matured. */
export function chainFault(block: BlockRecord, before: readonly BlockRecord[], chain: Chain): Fault | null {
  if (bitsOf(block) !== nextBits(before, chain)) return 'bad-diffbits';
  // Every payment here spends the first block's reward.
  const isEarly = block.payments.length > 0 && block.height < chain.maturity;
  return isEarly ? 'bad-txns-premature-spend-of-coinbase' : null;
}

/** And what all do: its work and its signatures. */
export function faultOf(block: BlockRecord, parent: BlockRecord | undefined, version: Version): Fault | null {
  const own = versionFault(block, parent, version);
  if (own) return own;
  if (!isWorked(block, parent)) return 'high-hash';
  return block.payments.every(isSigned) ? null : 'mandatory-script-verify-flag-failed';
}

/** The first block of a chain that this version refuses, and why. */
export function refusedIn(
  chain: readonly BlockRecord[],
  version: Version,
): { readonly block: BlockRecord; readonly fault: Fault } | null {
  for (const [i, block] of chain.entries()) {
    const fault = versionFault(block, chain[i - 1], version);
    if (fault) return { block, fault };
  }
  return null;
}
