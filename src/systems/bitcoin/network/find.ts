// Finding a block: its header as it is mined, the search for a nonce as a Job, and the block that comes of it. The target
// is easy: some 256 tries.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import type { Job } from '../../../kernel/job.ts';
import type { Header } from '../consensus/header.ts';
import { headerBytes, parseHeader } from '../consensus/header.ts';
import { merkleRoot } from '../consensus/merkle.ts';
import { MEDIAN_OF } from '../consensus/network.ts';
import { medianTime } from '../consensus/retarget.ts';
import { fromCompact, hex256 } from '../consensus/target.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { displayed, hashOf } from '../mining/hash.ts';
import type { RangeInput } from '../mining/range.ts';
import { minedOf, minedPlainly } from '../mining/range.ts';
import { bestChain, blockOf } from './chain.ts';
import { coinbaseOf, feesOf, finderOf, transactionOf } from './payments.ts';
import type { BlockRecord, Node } from './state.ts';
import { GENESIS } from './state.ts';

export const BITS = 0x2000ffff;
const TARGET = hex256(fromCompact(BITS).target);
/** When the first block was made, in seconds since 1970. */
export const START = 1_231_006_505;
/** Between two blocks, in seconds. */
export const INTERVAL_S = 600;

/** Every header of this network holds a solution within so many nonces, but for one in 10^111. */
const NONCES = 1 << 16;

/** What stands for this block in the next header; before the first there is none. */
export const blockBytes = (block: BlockRecord | undefined): Uint8Array =>
  block ? bytesOf(block.hash) : new Uint8Array(32);

/** The hash of a block as it stands in the next header; of a name, where a search has no hash. */
const bytesOf = (hash: string): Uint8Array =>
  /^[0-9a-f]{64}$/.test(hash) ? displayed(bytesOfHex(hash)) : sha256(utf8(hash));

/** When a block after these is stamped: the later of an interval after the last and a second after the median. */
export function timeAfter(chain: readonly BlockRecord[], early: boolean): number {
  const median = medianTime(chain.slice(-MEDIAN_OF).map(({ time }) => time));
  const last = chain.at(-1)?.time ?? 0;
  return early ? median + 1 : Math.max(median + 1, last + INTERVAL_S);
}

/** The next block of this node, not yet found. */
export function planned(finder: string, node: Node, early: boolean): BlockRecord {
  const chain = bestChain(node);
  return {
    name: `${finder}${node.found + 1}`,
    height: chain.length,
    parent: node.tip,
    payments: node.chosen ?? node.pool,
    time: timeAfter(chain, early),
    nonce: 0,
    hash: `${finder}${node.found + 1}`,
  };
}

/** Its coinbase, then its payments. */
export const transactionsIn = ({ name, height, payments, outs }: BlockRecord): readonly Transaction[] => [
  coinbaseOf(finderOf(name), height, feesOf(payments), outs),
  ...payments.map(transactionOf),
];

const rootOf = (block: BlockRecord): Uint8Array => merkleRoot(transactionsIn(block).map(txidOf)).root;

function headerHex(block: BlockRecord, previous: Uint8Array): string {
  const root = rootOf(block);
  return hexOf(
    headerBytes({ version: 1, previous, merkleRoot: root, time: START + block.time, bits: BITS, nonce: 0 }),
  );
}

/** The Merkle root of the block that this node works on, as people write it. */
export const plannedRoot = (finder: string, node: Node): string =>
  hexOf(displayed(rootOf(planned(finder, node, false))));

const inputOf = (block: BlockRecord, parent: BlockRecord | undefined): RangeInput => ({
  header: headerHex(block, blockBytes(parent)),
  target: TARGET,
  from: 0,
  to: NONCES,
});

const parentIn = (node: Node): BlockRecord => blockOf(node, node.tip);

/** The proof of work of the next find, as work for somebody. */
export function findJob(finder: string, node: Node, early: boolean): Job {
  return { kind: 'bitcoin/mine-range', input: inputOf(planned(finder, node, early), parentIn(node)) };
}

/** The block that is found. Without the result of its job, as in a search, its name stands for its hash. */
export function foundBlock(
  finder: string,
  node: Node,
  early: boolean,
  result: Uint8Array | undefined,
): BlockRecord {
  const block = planned(finder, node, early);
  return result ? solved(block, parentIn(node), minedOf(result).hit) : block;
}

function solved(block: BlockRecord, parent: BlockRecord | undefined, hit: number | null): BlockRecord {
  if (hit === null) throw new RangeError(`no nonce below ${NONCES} solves ${block.name}`);
  const { header } = inputOf(block, parent);
  return { ...block, nonce: hit, hash: hexOf(displayed(hashOf(bytesOfHex(header), hit))) };
}

const firsts = new Map<number, BlockRecord>();
/** The first block, which all have, its reward in so many outputs: solved once. */
export function genesis(outs = 1): BlockRecord {
  const known = firsts.get(outs);
  if (known) return known;
  const plain: BlockRecord = {
    name: GENESIS,
    height: 0,
    parent: null,
    payments: [],
    time: 0,
    nonce: 0,
    hash: GENESIS,
    ...(outs > 1 ? { outs } : {}),
  };
  const { hit } = minedPlainly(inputOf(plain, undefined));
  const first = solved(plain, undefined, hit);
  firsts.set(outs, first);
  return first;
}

/** Its 80 bytes, the nonce that was found among them. */
export const headerOf = (block: BlockRecord, parent: BlockRecord | undefined): Header => ({
  ...parseHeader(bytesOfHex(inputOf(block, parent).header)),
  nonce: block.nonce,
});

/** Its header hashes to what it says, meets the target, and stands on this parent; for a block of a search, true. */
export function isWorked(block: BlockRecord, parent: BlockRecord | undefined): boolean {
  if (block.hash === block.name) return true;
  const { header } = inputOf(block, parent);
  const hash = hexOf(displayed(hashOf(bytesOfHex(header), block.nonce)));
  return hash === block.hash && hash <= TARGET;
}
