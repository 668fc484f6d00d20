// What a transaction is held against: first itself (Core's CheckTransaction), then the coins that it spends
// (CheckTxInputs and the scripts). The first rule that is broken is the answer.

import { hexOf } from '../../../base/bytes.ts';
import type { Broken } from './rules.ts';
import { broken } from './rules.ts';
import { payeeOf, scriptFault } from './script.ts';
import { MOST_MONEY } from './subsidy.ts';
import type { Output, Transaction } from './transaction.ts';
import { FINAL, isCoinbase, isNull, outputSum, pointName } from './transaction.ts';

const COINBASE_SCRIPT = { least: 2, most: 100 };
/** Below: a height; from here on: a time. */
const LOCK_TIME_OF_DAY = 500_000_000;

/** What can be said of a transaction by itself. */
export function transactionBroken(transaction: Transaction): Broken | null {
  const { inputs, outputs } = transaction;
  if (inputs.length === 0) return broken('bad-txns-vin-empty', 0, 1);
  if (outputs.length === 0) return broken('bad-txns-vout-empty', 0, 1);
  let sum = 0n;
  for (const { value } of outputs) {
    if (value < 0n) return broken('bad-txns-vout-negative', String(value), 0);
    if (value > BigInt(MOST_MONEY)) return broken('bad-txns-vout-toolarge', String(value), MOST_MONEY);
    sum += value;
    if (sum > BigInt(MOST_MONEY)) return broken('bad-txns-txouttotal-toolarge', String(sum), MOST_MONEY);
  }
  const points = new Set<string>();
  const twice = inputs.map(pointName).find((point) => points.size === points.add(point).size);
  if (twice !== undefined) return broken('bad-txns-inputs-duplicate', twice, 'once');
  if (isCoinbase(transaction)) {
    const { least, most } = COINBASE_SCRIPT;
    const size = inputs[0]?.script.length ?? 0;
    return size < least || size > most ? broken('bad-cb-length', size, `${least}..${most}`) : null;
  }
  const empty = inputs.find(isNull);
  return empty ? broken('bad-txns-prevout-null', pointName(empty), 'an output') : null;
}

/** Not before this height or time, unless every input gave that up. */
export function finalBroken(
  { lockTime, inputs }: Transaction,
  height: number,
  medianTime: number,
): Broken | null {
  const now = lockTime < LOCK_TIME_OF_DAY ? height : medianTime;
  const final = lockTime === 0 || lockTime < now || inputs.every(({ sequence }) => sequence === FINAL);
  return final ? null : broken('bad-txns-nonfinal', lockTime, `< ${now}`);
}

export interface Coin extends Output {
  /** Of the block that made it. */
  readonly height: number;
  readonly coinbase: boolean;
}

/** Coins that are not spent yet, by "txid:index". */
export interface Coins {
  get(point: string): Coin | undefined;
}

export interface Spending {
  /** Of the block that the transaction would be in. */
  readonly height: number;
  readonly maturity: number;
  /** Refuses the high half of s, as nodes do that would not have a txid changed. */
  readonly lowS: boolean;
}

/** What can be said of it beside the coins that it spends; and the fee it leaves. */
export function spendingBroken(
  transaction: Transaction,
  coins: Coins,
  { height, maturity, lowS }: Spending,
): { readonly broken: Broken } | { readonly broken: null; readonly fee: bigint } {
  let sum = 0n;
  const spent: Coin[] = [];
  for (const input of transaction.inputs) {
    const coin = coins.get(pointName(input));
    if (!coin)
      return { broken: broken('bad-txns-inputs-missingorspent', pointName(input), 'an unspent output') };
    spent.push(coin);
  }
  for (const coin of spent) {
    const depth = height - coin.height;
    if (coin.coinbase && depth < maturity)
      return { broken: broken('bad-txns-premature-spend-of-coinbase', depth, maturity) };
    sum += coin.value;
  }
  const paid = outputSum(transaction);
  if (sum < paid) return { broken: broken('bad-txns-in-belowout', String(sum), String(paid)) };
  for (const [place, coin] of spent.entries()) {
    const fault = scriptFault(transaction, place, coin.script, lowS);
    const key = payeeOf(coin.script);
    if (fault)
      return {
        broken: broken('mandatory-script-verify-flag-failed', fault, hexOf(key ?? coin.script)),
      };
  }
  return { broken: null, fee: sum - paid };
}
