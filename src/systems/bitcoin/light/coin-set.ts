// A set of coins as a new node is sent it instead of the history: each coin with its place, its height, its amount and what
// opens it, and one hash over all of them, which the program may name beforehand. The coins are real: the outputs of two
// transactions of block 830,000.

import { bytesOfHex } from '../../../base/bytes.ts';
import { doubleSha256 } from '../consensus/double-sha256.ts';
import type { Output } from '../consensus/transaction.ts';
import { parseTransaction } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { counted, i64, joined, shown, u32 } from '../consensus/wire.ts';
import { coinbaseHex, HEIGHT, transactionHex } from '../facts/payment.ts';

/** As they are, or with the first coin of the coinbase opened by another. */
export type CoinSet = 'true' | 'changed';

/** The hash over all coins, in the order people print it. */
export function coinsHash(which: CoinSet): string {
  const all = [coinbaseHex, transactionHex].map((hex) => parseTransaction(bytesOfHex(hex)));
  const coins = all.flatMap((transaction, t) => {
    const txid = txidOf(transaction);
    return transaction.outputs.map((output, index) =>
      joined([
        txid,
        u32(index),
        u32(2 * HEIGHT + (t === 0 ? 1 : 0)),
        ...coin(output, which, t === 0 && index === 0),
      ]),
    );
  });
  return shown(doubleSha256(joined(coins)));
}

function coin({ value, script }: Output, which: CoinSet, first: boolean): readonly Uint8Array[] {
  const opened =
    first && which === 'changed' ? script.map((byte, at) => (at === 2 ? byte ^ 1 : byte)) : script;
  return [i64(value), counted(opened)];
}
