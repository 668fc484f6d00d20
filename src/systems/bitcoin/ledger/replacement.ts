// A payment in the place of another that waits for a block and spends the same coin (BIP 125). No rule of the chain says
// which of the two is the right one: what a node keeps until one is mined is its own choice.

import type { Transaction } from '../consensus/transaction.ts';
import { pointName } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { shown } from '../consensus/wire.ts';
import { feeOf, sizeOf } from './sums.ts';

/** Satoshi for each virtual byte of the newcomer that it must leave beyond what it replaces. */
const STEP = 1n;

/** Of a pool those that spend what this one spends, with all that spend what these make. */
export function inItsWay(transaction: Transaction, pool: readonly Transaction[]): readonly Transaction[] {
  const taken = new Set(transaction.inputs.map(pointName));
  const found: Transaction[] = [];
  // A payment stands in the pool behind those that it spends from.
  for (const one of pool) {
    if (!one.inputs.some((input) => taken.has(pointName(input)))) continue;
    found.push(one);
    const txid = shown(txidOf(one));
    for (const index of one.outputs.keys()) taken.add(`${txid}:${index}`);
  }
  return found;
}

export interface Price {
  readonly left: bigint;
  /** The least that would do. */
  readonly want: bigint;
}

/** What it leaves to the miner, beside what it would have to leave to take the place of these; null where a coin is unknown. */
export function priceOf(
  transaction: Transaction,
  replaced: readonly Transaction[],
  pool: readonly Transaction[],
): Price | null {
  const left = feeOf(transaction, pool);
  if (left === null) return null;
  const size = BigInt(sizeOf(transaction));
  let want = size * STEP;
  for (const one of replaced) want += feeOf(one, pool) ?? 0n;
  // And more for each byte than those that spend the same coin.
  const own = new Set(transaction.inputs.map(pointName));
  for (const one of replaced) {
    if (!one.inputs.some((input) => own.has(pointName(input)))) continue;
    const least = ((feeOf(one, pool) ?? 0n) * size) / BigInt(sizeOf(one)) + 1n;
    if (least > want) want = least;
  }
  return { left, want };
}
