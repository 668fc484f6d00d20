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

/** What a node would spend from: the chain's coins, less those that its pool spends, with those that it makes. */
function unspent(pool: readonly Transaction[]): ReadonlyMap<string, Coin> {
  const spent = new Set(pool.flatMap(({ inputs }) => inputs.map(pointName)));
  const made = new Map<string, Coin>(coinsAtStart);
  for (const transaction of pool) {
    const txid = txidOf(transaction);
    for (const [index, output] of transaction.outputs.entries())
      made.set(pointName({ txid, index }), { ...output, height: NEXT_HEIGHT, coinbase: false });
  }
  for (const point of spent) made.delete(point);
  return made;
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
