import { expect, test } from 'vitest';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { blockBroken } from '../consensus/block.ts';
import { parseHeader } from '../consensus/header.ts';
import { payTo, publicKeyOf } from '../consensus/script.ts';
import { targetOf } from '../consensus/target.ts';
import { parseTransaction } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { secretOf } from '../ledger/coins.ts';
import type { Payee } from './coinbase.ts';
import { coinbaseBytes, withCoinbase } from './coinbase.ts';
import { hashOf } from './hash.ts';
import { BLOCK_64 } from './testing/headers.ts';

const coinbaseOf = (payee: Payee, extra: number) =>
  parseTransaction(coinbaseBytes(BLOCK_64.slice(144, 152), payee, extra));

test('a header with a coinbase of one’s own is a block whose rules hold, and its root is the txid', () => {
  for (const extra of [1, 2, 0xffffffff]) {
    const header = parseHeader(bytesOfHex(withCoinbase(BLOCK_64, 'M', extra)));
    const coinbase = coinbaseOf('M', extra);
    expect(hexOf(header.merkleRoot)).toBe(hexOf(txidOf(coinbase)));
    expect(blockBroken({ header, transactions: [coinbase] })).toBeNull();
  }
});

test('it pays the key of who mines', () => {
  for (const payee of ['M', 'Q'] as const)
    expect(coinbaseOf(payee, 1).outputs[0]?.script).toEqual(payTo(publicKeyOf(secretOf(payee))));
});

test('only the Merkle root of the header is another one, for each extra nonce and each payee', () => {
  const all = [
    withCoinbase(BLOCK_64, 'M', 1),
    withCoinbase(BLOCK_64, 'M', 2),
    withCoinbase(BLOCK_64, 'Q', 1),
  ];
  expect(new Set(all.map((header) => header.slice(72, 136))).size).toBe(3);
  for (const header of all)
    expect(header.slice(0, 72) + header.slice(136)).toBe(BLOCK_64.slice(0, 72) + BLOCK_64.slice(136));
});

test('the nonce of a block is worth nothing under somebody else’s coinbase', () => {
  const nonce = 82_803_279;
  const target = targetOf(parseHeader(bytesOfHex(BLOCK_64)).bits, (1n << 256n) - 1n) as bigint;
  const number = (header: string): bigint =>
    BigInt(`0x${hexOf(hashOf(bytesOfHex(header), nonce).reverse())}`);
  expect(number(BLOCK_64) <= target).toBe(true);
  expect(number(withCoinbase(BLOCK_64, 'Q', 1)) > target).toBe(true);
});
