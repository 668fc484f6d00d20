// Our rules beside Bitcoin's own history: what the chain did, ours computes.

import { describe, expect, test } from 'vitest';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { dataFile, dataJson, dataText, hasData } from '../testing/data.ts';
import { blockBroken, blockBytes, blockWeight, parseBlock, placeBroken } from './block.ts';
import { blockHash, HEADER_BYTES, headerBytes, parseHeader } from './header.ts';
import { HeaderChain } from './header-chain.ts';
import { hasWork } from './header-rules.ts';
import { merkleRoot } from './merkle.ts';
import { parseProof, payment, proofBytes, proofOf, proven } from './merkle-proof.ts';
import { mainnet } from './network.ts';
import { retarget } from './retarget.ts';
import { signatureHash } from './sighash.ts';
import { subsidyAt } from './subsidy.ts';
import { bitsHex, fromCompact, hex256, toCompact, workOf } from './target.ts';
import { hasWitness, outputSum, parseTransaction, transactionBytes } from './transaction.ts';
import { txidOf, wtxidOf } from './txid.ts';
import { shown } from './wire.ts';

const headersOf = (name: string) => {
  const bytes = dataFile(name);
  return Array.from({ length: bytes.length / HEADER_BYTES }, (_, i) => parseHeader(bytes, i * HEADER_BYTES));
};

describe.skipIf(!hasData)('real data', () => {
  const edges = () => headersOf('headers_mainnet_period_edges_0_832608.bin');

  test('every one of 413 retargets is the chain’s, with one clamp, at height 68,544', () => {
    const headers = edges();
    const clamped: number[] = [];
    for (let k = 1; k <= 413; k++) {
      const [first, last, next] = [2 * k - 2, 2 * k - 1, 2 * k].map((i) => headers[i]);
      if (!first || !last || !next) throw new Error(String(k));
      const { bits, actualS, usedS } = retarget(mainnet, first.time, last.time, last.bits);
      expect(bitsHex(bits), `retarget ${k}`).toBe(bitsHex(next.bits));
      if (actualS !== usedS) clamped.push(2016 * k);
    }
    expect(headers).toHaveLength(827);
    expect(clamped).toEqual([68_544]);
    expect(headers.every((one) => hasWork(blockHash(one), one.bits, mainnet))).toBe(true);
  });

  test('the work behind each of 827 points is the sum of the work of the blocks up to it', () => {
    const headers = edges();
    const works = dataFile('chainwork_mainnet_period_edges_0_832608.bin');
    let sum = 0n;
    headers.forEach(({ bits }, i) => {
      // Point 2k-1 is the last block of a period of 2016, all at the bits of its first.
      sum += workOf(bits) * (i === 0 || i % 2 === 0 ? 1n : 2015n);
      expect(hex256(sum), `point ${i}`).toBe(hexOf(works.subarray(32 * i, 32 * i + 32)));
    });
  });

  test('4,033 headers in a row keep every rule, with two retargets; seven are stamped before their parent', () => {
    const headers = headersOf('headers_mainnet_822528_826560.bin');
    const chain = new HeaderChain({ network: mainnet, height: 822_528 });
    const judged = headers.map((one) => chain.add(one));
    expect(judged.flatMap(({ broken }) => broken)).toEqual([]);
    const unchecked = judged.flatMap(({ height, unchecked: list }) => list.map(({ rule }) => [height, rule]));
    expect(unchecked.filter(([, rule]) => rule === 'time-too-old')).toHaveLength(11);
    expect(unchecked.filter(([, rule]) => rule === 'bad-diffbits')).toEqual([[822_528, 'bad-diffbits']]);
    expect(judged.filter(({ boundary }) => boundary).map(({ height }) => height)).toEqual([
      822_528, 824_544, 826_560,
    ]);
    const back = headers.slice(1).filter(({ time }, i) => time < (headers[i]?.time ?? 0));
    expect(back).toHaveLength(7);
  });

  test('headers 0 to 99 are a whole chain from genesis on', () => {
    const chain = new HeaderChain({ network: mainnet, height: 0 });
    const judged = headersOf('headers_mainnet_0_99.bin').map((one) => chain.add(one));
    expect(judged.flatMap(({ broken, unchecked }) => [...broken, ...unchecked])).toEqual([]);
    expect(shown(judged[99]?.hash as Uint8Array)).toMatch(/^00000000cd9b1264.*4b1995$/);
    expect(chain.chainwork).toBe(100n * 4_295_032_833n);
  });

  test('the eight stale headers of 2026 are linked and have their work', () => {
    const rows = dataText('stale_branch_961632_961639.csv').trim().split('\n').slice(1);
    const chain = new HeaderChain({ network: mainnet, height: 961_632 });
    for (const row of rows) {
      const [, hash = '', hex = ''] = row.split(',');
      const { broken, hash: own } = chain.add(parseHeader(bytesOfHex(hex.trim())));
      expect([shown(own), broken]).toEqual([hash, []]);
    }
    expect(rows).toHaveLength(8);
  });

  test('block 830,000: its bytes, txids, wtxids, root, weight, and a coinbase of subsidy and fees', () => {
    const bytes = dataFile('block_0830000.bin');
    const block = parseBlock(bytes);
    const { transactions, header } = block;
    expect(transactions).toHaveLength(1851);
    expect(transactions.filter(hasWitness)).toHaveLength(1722);
    expect(hexOf(blockBytes(block)) === hexOf(bytes)).toBe(true);
    expect(blockWeight(block)).toBe(3_993_683);
    expect(blockBroken(block)).toBeNull();
    expect(placeBroken(block, 830_000, header.time, mainnet)).toBeNull();
    const paid = outputSum(transactions[0] as (typeof transactions)[0]);
    expect(paid - BigInt(subsidyAt(830_000))).toBe(23_268_040n);
    const differ = transactions.filter((one) => shown(txidOf(one)) !== shown(wtxidOf(one)));
    expect(differ).toHaveLength(1722);
  });

  test('real proofs hold with their transaction’s bytes, or with the coinbase’s at the same depth; changed ones do not', () => {
    const { transactions, header } = parseBlock(dataFile('block_0830000.bin'));
    const txids = transactions.map(txidOf);
    const coinbase = {
      proof: parseProof(dataFile('txoutproof/0830000-0.bin')),
      transaction: transactionBytes(transactions[0] as (typeof transactions)[0]),
    };
    for (const place of [0, 1, 10, 100, 1000, 1850]) {
      const bytes = dataFile(`txoutproof/0830000-${place}.bin`);
      const proof = parseProof(bytes);
      expect(hexOf(proofBytes(proofOf(header, txids, [place])))).toBe(hexOf(bytes));
      const txid = txids[place] as Uint8Array;
      const transaction = transactionBytes(transactions[place] as (typeof transactions)[0]);
      expect(proven(proof)).toEqual({ fault: null, depth: 11, matches: [{ place, txid }] });
      expect(payment(proof, txid, { transaction })).toBeNull();
      expect(payment(proof, txid, { coinbase })).toBeNull();
      expect(payment(proof, txid, {})).toBe('inner-node');
      expect(payment(proof, txids[5] as Uint8Array, { transaction })).toBe('not-there');
      const other = transactionBytes(transactions[7] as (typeof transactions)[0]);
      expect(payment(proof, txid, { transaction: other })).toBe('inner-node');
      const changed = proof.hashes.map((hash, i) => (i === 2 ? hash.map((byte) => byte ^ 1) : hash));
      expect(proven({ ...proof, hashes: changed }).fault).toBe('root');
      expect(proven({ ...proof, hashes: proof.hashes.slice(1) }).fault).not.toBeNull();
      expect(proven({ ...proof, hashes: [...proof.hashes, txid] }).fault).toBe('left-over');
    }
  });

  test('Core’s proof-of-work vectors: 4 retargets, 20 compact targets', () => {
    const { retarget: four, setCompact } = dataJson('core_pow_vectors.json') as {
      retarget: readonly { firstTime: number; lastTime: number; lastBits: string; expected: string }[];
      setCompact: readonly [string, string | null, boolean | null, boolean, string | null][];
    };
    for (const { firstTime, lastTime, lastBits, expected } of four) {
      const { bits } = retarget(mainnet, firstTime, lastTime, Number(lastBits));
      expect(`0x${bitsHex(bits)}`).toBe(expected);
    }
    for (const [bits, value, negative, overflow, again] of setCompact) {
      const compact = fromCompact(Number(bits));
      expect(compact.overflow, bits).toBe(overflow);
      if (negative !== null) expect(compact.negative, bits).toBe(negative);
      if (value !== null) expect(compact.target, bits).toBe(BigInt(`0x${value}`));
      if (again !== null) expect(toCompact(compact.target, compact.negative), bits).toBe(Number(again));
    }
    expect([four.length, setCompact.length]).toEqual([4, 20]);
    expect(toCompact(0x80n)).toBe(0x02008000);
  });

  test('all 500 signature hashes of Core’s, of every type, with OP_CODESEPARATOR taken out', () => {
    const [, ...vectors] = dataJson('bitcoinjs_core_sighash.json') as [
      unknown,
      ...[string, string, number, number, string][],
    ];
    for (const [raw, script, place, type, want] of vectors) {
      const transaction = parseTransaction(bytesOfHex(raw));
      expect(hexOf(transactionBytes(transaction))).toBe(raw);
      expect(shown(signatureHash(transaction, place, bytesOfHex(script), type))).toBe(want);
    }
    expect(vectors).toHaveLength(500);
  });

  test('blocks of other programs’ tests: headers, roots and the commitment to witnesses', () => {
    const { valid } = dataJson('bitcoinjs_block.json') as {
      valid: readonly { id: string; hex: string; valid: boolean; description: string }[];
    };
    for (const { id, hex, valid: works, description } of valid) {
      const bytes = bytesOfHex(hex);
      const header = parseHeader(bytes);
      expect(shown(blockHash(header)), description).toBe(id);
      expect(hexOf(headerBytes(header))).toBe(hex.slice(0, 160));
      expect(hasWork(blockHash(header), header.bits, mainnet), description).toBe(works);
      if (bytes.length === HEADER_BYTES) continue;
      const block = parseBlock(bytes);
      expect(merkleRoot(block.transactions.map(txidOf)).root, description).toEqual(header.merkleRoot);
      expect(blockBroken(block), description).toBeNull();
      expect(placeBroken(block, 481_824, header.time, { ...mainnet, namedHeight: 1e9 })).toBeNull();
    }
    expect(valid).toHaveLength(8);
  });
});
