// A node with its pool of payments that wait for a block: it holds each against the coins that are there, those of earlier
// payments in the pool included, and takes it or names the rule.

import { mainnet } from '../consensus/network.ts';
import type { Broken } from '../consensus/rules.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { pointName } from '../consensus/transaction.ts';
import type { Coin } from '../consensus/transaction-rules.ts';
import { spendingBroken, transactionBroken } from '../consensus/transaction-rules.ts';
import { txidOf } from '../consensus/txid.ts';
import { sameBytes, shown } from '../consensus/wire.ts';
import { coinsAtStart, NEXT_HEIGHT } from './coins.ts';

/** Every coin that a node has seen: the chain's, and those that its pool makes. */
function seen(pool: readonly Transaction[]): Map<string, Coin> {
  const made = new Map<string, Coin>(coinsAtStart);
  for (const transaction of pool) {
    const txid = txidOf(transaction);
    for (const [index, output] of transaction.outputs.entries())
      made.set(pointName({ txid, index }), { ...output, height: NEXT_HEIGHT, coinbase: false });
  }
  return made;
}

/** What a node would spend from: of the coins that it has seen those that its pool does not spend. */
function unspent(pool: readonly Transaction[]): ReadonlyMap<string, Coin> {
  const coins = seen(pool);
  for (const { inputs } of pool) for (const input of inputs) coins.delete(pointName(input));
  return coins;
}

/** The coins that a payment opens, spent by the pool or not; undefined where the node has not seen one. */
export function coinsSpent(
  { inputs }: Transaction,
  pool: readonly Transaction[],
): readonly (Coin | undefined)[] {
  const coins = seen(pool);
  return inputs.map((input) => coins.get(pointName(input)));
}

/** Satoshi that this script can spend, as anybody adds them up who has the chain and the pool. */
export const balanceOf = (script: Uint8Array, pool: readonly Transaction[]): bigint =>
  [...unspent(pool).values()].reduce(
    (sum, coin) => sum + (sameBytes(coin.script, script) ? coin.value : 0n),
    0n,
  );

const answers = new Map<string, Broken | null>();

/** The first rule that it breaks beside this pool. The same question has the same answer, and is asked once. */
export function refusalOf(
  transaction: Transaction,
  pool: readonly Transaction[],
  lowS: boolean,
): Broken | null {
  const question = [transaction, ...pool].map((one) => shown(txidOf(one))).join() + lowS;
  const known = answers.get(question);
  if (known !== undefined) return known;
  const own = transactionBroken(transaction);
  const spending = { height: NEXT_HEIGHT, maturity: mainnet.maturity, lowS };
  const answer = own ?? spendingBroken(transaction, unspent(pool), spending).broken;
  answers.set(question, answer);
  return answer;
}
