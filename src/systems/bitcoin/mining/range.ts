// One range of nonces as the step of a run: what is asked, and what it holds. Where the result of its Job is not at hand (in
// a search), it is worked out here, hash by hash by the library: slower than the kernel, and held against it in a test.

import { bytesOfHex } from '../../../base/bytes.ts';
import type { Nearest } from '../../../kernel/job.ts';
import { FARTHEST } from '../../../kernel/job.ts';
import { hashNumber } from '../consensus/target.ts';
import type { MiningInput } from './hash.ts';
import { displayed, hashOf, highest } from './hash.ts';

export interface RangeInput extends MiningInput {
  readonly from: number;
  readonly to: number;
}

/** What a range of nonces holds. */
export interface Mined {
  /** The lowest nonce that will do, or null. */
  readonly hit: number | null;
  readonly nearest: Nearest;
}

export function minedPlainly({ header, target, from, to }: RangeInput): Mined {
  const bytes = bytesOfHex(header);
  const most = BigInt(`0x${target}`);
  let nearest = FARTHEST;
  for (let nonce = from; nonce < to; nonce++) {
    const hash = hashOf(bytes, nonce);
    const score = highest(displayed(hash));
    if (score < nearest.score) nearest = { score, at: nonce };
    if (hashNumber(hash) <= most) return { hit: nonce, nearest };
  }
  return { hit: null, nearest };
}

/** Three words: whether and where it hit, how near and where. */
export function minedBytes({ hit, nearest }: Mined): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  view.setUint32(0, hit === null ? 0 : 1);
  view.setUint32(4, hit ?? 0);
  view.setUint32(8, nearest.score);
  view.setUint32(12, Math.max(0, nearest.at));
  return new Uint8Array(view.buffer);
}

export function minedOf(bytes: Uint8Array): Mined {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    hit: view.getUint32(0) === 0 ? null : view.getUint32(4),
    nearest: { score: view.getUint32(8), at: view.getUint32(12) },
  };
}
