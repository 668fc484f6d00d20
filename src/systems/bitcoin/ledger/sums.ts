// What a payment moves: which coins it opens, who is paid, what comes back to its payer, and what is left to the miner. A
// coin is opened whole, so what is over goes back as an output of its own; the fee stands nowhere, it is what is missing.

import { about } from '../../../base/numbers.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { transactionBytes } from '../consensus/transaction.ts';
import { sameBytes } from '../consensus/wire.ts';
import type { Person } from './coins.ts';
import { personOf } from './coins.ts';
import { coinsSpent } from './node.ts';

export interface SumLine {
  /** `in 0`, `out 1`. */
  readonly id: string;
  /** Satoshi; null of a coin that this node has never seen. */
  readonly value: string | null;
  /** Whose key it is; null where it is nobody's here. */
  readonly who: Person | null;
  /** An output to a key that opened an input. */
  readonly change: boolean;
}

export interface Sums {
  readonly lines: readonly SumLine[];
  /** Inputs less outputs, and for each virtual byte (without witnesses, a byte); null where an input is not known. */
  readonly fee: string | null;
  readonly rate: string | null;
}

/** Beside a node's pool; a coin that the pool spends already has its value all the same. */
export function sumsOf(transaction: Transaction, pool: readonly Transaction[]): Sums {
  const coins = coinsSpent(transaction, pool);
  const spent = coins.map((coin, i): SumLine => {
    const who = coin ? personOf(coin.script) : null;
    return { id: `in ${i}`, value: coin ? String(coin.value) : null, who, change: false };
  });
  const paid = transaction.outputs.map(({ value, script }, i): SumLine => {
    const change = coins.some((coin) => coin && sameBytes(coin.script, script));
    return { id: `out ${i}`, value: String(value), who: personOf(script), change };
  });
  const fee = feeOf(transaction, pool);
  return {
    lines: [...spent, ...paid],
    fee: fee === null ? null : String(fee),
    rate: fee === null ? null : rateOf(transaction, fee),
  };
}

/** Inputs less outputs; null where an input is not known. */
export function feeOf(transaction: Transaction, pool: readonly Transaction[]): bigint | null {
  let fee = 0n;
  for (const coin of coinsSpent(transaction, pool)) {
    if (!coin) return null;
    fee += coin.value;
  }
  return transaction.outputs.reduce((left, { value }) => left - value, fee);
}

export const sizeOf = (transaction: Transaction): number => transactionBytes(transaction).length;
export const rateOf = (transaction: Transaction, fee: bigint): string =>
  about(Number(fee) / sizeOf(transaction));
