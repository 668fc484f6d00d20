// A block of one's own: a coinbase that pays whoever mines, with an extra nonce in its script as miners of 2009 had it
// (the target, then a number), is its only transaction, so the Merkle root is its txid. Another extra nonce is another
// root, and another header with all its nonces; and so is another payee, which makes a copied nonce worth nothing.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { sha256Words } from './sha256-words.ts';

/** The keys of M, who mines, and of Q, who copies (ledger/coins.ts). */
const KEYS = {
  M: '024692a9e89d8e2aba732dab9b418b6a9e27bf9d1c3ec3c6bc6e76fdfde1a9a7ff',
  Q: '035b6c95933f793fc26d65d56f11b2eaa758a578b38abdd1872dc9ee24388f0899',
} as const;
export type Payee = keyof typeof KEYS;

/**
 * The bytes of the transaction, field by field, for a page that reads no others (consensus/transaction.ts reads them).
 * `bits`: as they lie in the header, in hex; `extra`: up to 32 bits.
 */
export function coinbaseBytes(bits: string, payee: Payee, extra: number): Uint8Array {
  const word = new Uint8Array(4);
  new DataView(word.buffer).setUint32(0, extra, true);
  const nobody = `${'00'.repeat(32)}ffffffff`;
  const input = `${nobody}0a04${bits}04${hexOf(word)}ffffffff`;
  const fiftyCoins = '00f2052a01000000';
  const output = `${fiftyCoins}2321${KEYS[payee]}ac`;
  return bytesOfHex(`0100000001${input}01${output}00000000`);
}

/** The header, in hex, with this coinbase as its only transaction. */
export function withCoinbase(header: string, payee: Payee, extra: number): string {
  const root = sha256Words(sha256Words(coinbaseBytes(header.slice(144, 152), payee, extra)));
  return header.slice(0, 72) + hexOf(root) + header.slice(136);
}
