// The published vectors of Blockstack Core, blockstack.js and a live node's log, each by name; skipped where the file is
// not beside the project.

import { describe, expect, test } from 'vitest';
import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import { fileBytes, hasFile, hasVectors, vectors } from '../testing/data.ts';
import { consensusHash, opsHash, skips, snapshots } from './consensus.ts';
import { base40, hash128, hash160, merkleRoot, nameHash, preorderHash, updateHash } from './hashes.ts';
import { decoded, encoded } from './operations.ts';
import type { PriceRule } from './price.ts';
import { priceOf } from './price.ts';

describe.skipIf(!hasVectors)('published vectors', () => {
  const { real, derived } = hasVectors ? vectors() : ({} as ReturnType<typeof vectors>);
  const HEX: Readonly<Record<string, (of: { in_ascii?: string; in?: readonly string[] }) => string>> = {
    hash160: ({ in_ascii = '' }) => hexOf(hash160(utf8(in_ascii))),
    hash128: ({ in_ascii = '' }) => hexOf(hash128(utf8(in_ascii))),
    b40_to_bin: ({ in_ascii = '' }) => hexOf(base40(in_ascii)),
    merkle_root: (of) => merkleRoot(of.in ?? []),
    ops_hash: (of) => opsHash(of.in ?? []),
  };

  test('every hash', () => {
    expect(real.hashes).toHaveLength(8);
    for (const vector of real.hashes) expect(HEX[vector.fn]?.(vector), vector.fn).toBe(vector.out);
  });

  test('a signed preorder transaction: its payload is read, and its hash made again from what it hides', () => {
    const {
      name = '',
      payer_scriptPubKey = '',
      register_address = '',
      preorder_hash,
      consensus_hash,
    } = real.preorder_tx;
    const payload = real.preorder_tx.op_return_payload ?? '';
    const hash = preorderHash(name, bytesOfHex(payer_scriptPubKey), register_address);
    expect(hash).toBe(preorder_hash);
    expect(decoded(bytesOfHex(payload))).toEqual({ op: 'name-preorder', hash, consensus: consensus_hash });
    expect(real.preorder_tx.raw_tx).toContain(payload);
  });

  test('the skip list of a live node’s log, and the consensus hash over it', () => {
    const { block, prev_heights, prev_hashes } = real.consensus_skiplist_log;
    // The log is of a chain whose first block lies between two of the skips.
    expect(skips(block, 300)).toEqual(prev_heights);
    const [, wanted] =
      Object.entries(derived.consensus).find(([key]) => key.startsWith('ch block 2244')) ?? [];
    expect(consensusHash(opsHash([]), prev_hashes)).toBe(wanted);
  });

  test('sixteen empty blocks, of which the second stands in the node’s own source', () => {
    const chain = snapshots(0, Array<readonly string[]>(16).fill([])).map((one) => one.consensusHash);
    expect(chain).toEqual(derived.consensus['chain_of_empty_blocks_first_16 (first block 0)']);
    expect(chain[1]).toBe(real.consensus_hash_end_to_end.value);
  });

  test('a payload of each operation, both ways', () => {
    expect(Object.keys(derived.ops)).toHaveLength(8);
    for (const [name, payload] of Object.entries(derived.ops)) {
      const operation = decoded(bytesOfHex(payload));
      expect(hexOf(encoded(operation)), name).toBe(payload);
    }
    const update = decoded(bytesOfHex(derived.ops['update foo.test'] as string));
    const consensus = real.preorder_tx.consensus_hash as string;
    expect(update.nameConsensus).toBe(updateHash('foo.test', consensus));
    const kept = decoded(bytesOfHex(derived.ops['transfer foo.test keep'] as string));
    expect(kept).toMatchObject({ data: 'keep', nameHash: nameHash('foo.test'), consensus });
    const drop = decoded(bytesOfHex(derived.ops['transfer foo.test drop'] as string));
    expect(drop).toEqual({ ...kept, data: 'drop' });
    const reveal = Object.entries(derived.ops).find(([name]) => name.startsWith('namespace_reveal'))?.[1];
    expect(decoded(bytesOfHex(reveal ?? ''))).toEqual({
      op: 'namespace-reveal',
      lifetime: 52595,
      coeff: 4,
      base: 4,
      buckets: [6, 5, 4, 3, 2, ...Array<number>(11).fill(1)],
      discounts: [10, 10],
      version: 3,
      namespace: 'hello',
    });
  });

  test('the prices of the documents’ namespace, by the code’s formula', () => {
    const rule: PriceRule = {
      lifetime: 0xffffffff,
      coeff: 2,
      base: 10,
      buckets: [9, 9, 8, 8, 8, 8, ...Array<number>(10).fill(7)],
      nonalpha: 10,
      noVowel: 10,
    };
    const [, prices] = Object.entries(derived).find(([key]) => key.startsWith('prices')) ?? [];
    for (const [label, satoshi] of Object.entries(prices as Record<string, number>))
      expect(Number(priceOf(label, rule, 400_000).satoshi), label).toBe(satoshi);
  });

  const told = Object.entries(derived ?? {}).flatMap(([key, hash160]) => {
    const [, file] = /^zonefile hash of (.+)$/.exec(key) ?? [];
    return file === undefined ? [] : [{ file: `zonefiles/${file}`, hash160: String(hash160) }];
  });
  for (const { file, hash160: wanted } of [...(real?.zonefile_hashes ?? []), ...told])
    test.skipIf(!hasFile(file))(`the zone file ${file} hashes to what the chain says`, () => {
      expect(hexOf(hash160(fileBytes(file)))).toBe(wanted);
    });
});
