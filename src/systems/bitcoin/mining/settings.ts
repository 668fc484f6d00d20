// What is mined under these settings. The target is set by the header's own `bits`, which are part of what is hashed: an
// easier target is another header.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { Refusal } from '../../../base/result.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import { bitsHex, hex256, targetOf, toCompact, workOf } from '../consensus/target.ts';
import type { MiningInput } from './hash.ts';
import { NONCES } from './nonces.ts';

const DIFFICULTY_1 = 0xffffn << 208n;
const ANY = (1n << 256n) - 1n;

export interface MiningSettings extends MiningInput {
  /** Hashes expected for one that is low enough. */
  readonly expected: number;
  /** The compact target, as the header has it. */
  readonly bits: number;
  readonly from: number;
  /** Nonces of a range. */
  readonly length: number;
  readonly workers: readonly string[];
  readonly wins: 'lowest' | 'first';
}

/** Refuses, in words, what no header or nonce can be. */
export function miningSettings(params: Params): MiningSettings {
  const bytes = bytesOfHex(String(params.header).toLowerCase());
  const view = new DataView(bytes.buffer);
  if (params.target !== 'header') {
    view.setUint32(72, toCompact(DIFFICULTY_1 << BigInt(32 - Number(params.target))), true);
  }
  const bits = view.getUint32(72, true);
  const target = targetOf(bits, ANY);
  if (target === null) throw new Refusal(text('mining.no-target', { bits: bitsHex(bits) }));
  const from = Number(params.from);
  if (from >= NONCES) throw new Refusal(text('mining.no-nonce', { from }));
  return {
    header: hexOf(bytes),
    target: hex256(target),
    expected: Number(workOf(bits)),
    bits,
    from,
    length: 1 << Number(params.k),
    workers: Array.from({ length: Number(params.workers) }, (_, i) => `W${i + 1}`),
    wins: params.wins as MiningSettings['wins'],
  };
}
