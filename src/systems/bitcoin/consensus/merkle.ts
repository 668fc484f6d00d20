// The Merkle tree over a block's transactions (Nakamoto 2008, sections 7 and 8). A level of odd length takes its last hash
// twice, so that two lists of transactions can have one root (CVE-2012-2459): such a list is called `repeated` and refused.

import { doubleSha256 } from './double-sha256.ts';
import { joined, sameBytes } from './wire.ts';

export const pairHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  doubleSha256(joined([left, right]));

export interface MerkleRoot {
  readonly root: Uint8Array;
  /** Two neighbours of some level are equal: the same root belongs to a shorter list. */
  readonly repeated: boolean;
}

/** The level above. */
export function levelAbove(level: readonly Uint8Array[]): readonly Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i] as Uint8Array;
    above.push(pairHash(left, level[i + 1] ?? left));
  }
  return above;
}

export function merkleRoot(leaves: readonly Uint8Array[]): MerkleRoot {
  let level = leaves;
  let repeated = false;
  while (level.length > 1) {
    for (let i = 0; i + 1 < level.length; i += 2)
      if (sameBytes(level[i] as Uint8Array, level[i + 1] as Uint8Array)) repeated = true;
    level = levelAbove(level);
  }
  return { root: level[0] ?? new Uint8Array(32), repeated };
}
