// Blocks made for tests: a coinbase, payments, a root that fits, and work under an easy limit.

import type { Block } from '../consensus/block.ts';
import { heightScript } from '../consensus/block.ts';
import type { Header } from '../consensus/header.ts';
import { blockHash, mined } from '../consensus/header.ts';
import { hasWork } from '../consensus/header-rules.ts';
import { merkleRoot } from '../consensus/merkle.ts';
import { regtest } from '../consensus/network.ts';
import { payTo, publicKeyOf } from '../consensus/script.ts';
import { COIN } from '../consensus/subsidy.ts';
import type { OutPoint, Output, Transaction } from '../consensus/transaction.ts';
import { FINAL, NULL_POINT } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';

export const EASY = 0x207fffff;
export const secretOf = (n: number): Uint8Array => new Uint8Array(32).fill(n);
export const scriptOf = (n: number): Uint8Array => payTo(publicKeyOf(secretOf(n)));

export const pay = (coins: number, to: number): Output => ({
  value: BigInt(Math.round(coins * COIN)),
  script: scriptOf(to),
});

export const spending = (points: readonly OutPoint[], outputs: readonly Output[]): Transaction => ({
  version: 1,
  inputs: points.map(({ txid, index }) => ({
    txid,
    index,
    script: new Uint8Array(),
    sequence: FINAL,
    witness: [],
  })),
  outputs,
  lockTime: 0,
});

export function coinbase(height: number, outputs: readonly Output[], extra = 0): Transaction {
  const script = Uint8Array.of(...heightScript(height), extra);
  return {
    version: 1,
    inputs: [{ ...NULL_POINT, script, sequence: FINAL, witness: [] }],
    outputs,
    lockTime: 0,
  };
}

export const worked = (header: Header): Header =>
  mined(header, (hash) => hasWork(hash, header.bits, regtest));

export function header(
  previous: Uint8Array,
  time: number,
  transactions: readonly Transaction[] = [],
): Header {
  const { root } = merkleRoot(transactions.map(txidOf));
  return worked({ version: 1, previous, merkleRoot: root, time, bits: EASY, nonce: 0 });
}

export const block = (transactions: readonly Transaction[], time = 1000): Block => ({
  header: header(new Uint8Array(32), time, transactions),
  transactions,
});

/** So many headers, ten minutes apart. */
export function chain(length: number, start = 1_600_000_000): readonly Header[] {
  const out: Header[] = [];
  let previous: Uint8Array = new Uint8Array(32);
  for (let i = 0; i < length; i++) {
    const one = header(previous, start + 600 * i);
    out.push(one);
    previous = blockHash(one);
  }
  return out;
}
