// Finding a block: its header as it is mined, the search for a nonce as a Job, and the block that comes of it. The target
// is easy: some 256 tries.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import type { Job } from '../../../kernel/job.ts';
import type { Header } from '../consensus/header.ts';
import { headerBytes, parseHeader } from '../consensus/header.ts';
import { merkleRoot } from '../consensus/merkle.ts';
import type { Network as Chain } from '../consensus/network.ts';
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
import { bitsOf, nextBits, secondsAt, triesAt, unusual } from './targets.ts';

const targetOf = (block: BlockRecord): string => hex256(fromCompact(bitsOf(block)).target);
/** When the first block was made, in seconds since 1970. */
export const START = 1_231_006_505;

/** Every header of this network holds a solution within so many nonces, but for one in 10^111. */
const noncesOf = (block: BlockRecord): number => Math.min(2 ** 32, 256 * triesAt(bitsOf(block)));

/** What stands for this block in the next header; before the first there is none. */
export const blockBytes = (block: BlockRecord | undefined): Uint8Array =>
  block ? bytesOf(block.hash) : new Uint8Array(32);

/** The hash of a block as it stands in the next header; of a name, where a search has no hash. */
const bytesOf = (hash: string): Uint8Array =>
  /^[0-9a-f]{64}$/.test(hash) ? displayed(bytesOfHex(hash)) : sha256(utf8(hash));

/** When a block after these is stamped: the later of so many seconds after the last and one after the median. */
function timeAfter(chain: readonly BlockRecord[], seconds: number, early: boolean): number {
  const median = medianTime(chain.slice(-MEDIAN_OF).map(({ time }) => time));
  const last = chain.at(-1)?.time ?? 0;
  return early ? median + 1 : Math.max(median + 1, last + seconds);
}

/** The next block of this node, not yet found. */
export function planned(finder: string, node: Node, early: boolean, rules: Chain): BlockRecord {
  const chain = bestChain(node);
  const bits = nextBits(chain, rules);
  return {
    name: `${finder}${node.found + 1}`,
    height: chain.length,
    parent: node.tip,
    payments: node.chosen ?? node.pool,
    time: timeAfter(chain, secondsAt(bits, rules), early),
    nonce: 0,
    hash: `${finder}${node.found + 1}`,
    ...unusual(bits),
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
    headerBytes({
      version: 1,
      previous,
      merkleRoot: root,
      time: START + block.time,
      bits: bitsOf(block),
      nonce: 0,
    }),
  );
}

/** The Merkle root of the block that this node works on, as people write it. */
export const plannedRoot = (finder: string, node: Node, rules: Chain): string =>
  hexOf(displayed(rootOf(planned(finder, node, false, rules))));

const inputOf = (block: BlockRecord, parent: BlockRecord | undefined): RangeInput => ({
  header: headerHex(block, blockBytes(parent)),
  target: targetOf(block),
  from: 0,
  to: noncesOf(block),
});

const parentIn = (node: Node): BlockRecord => blockOf(node, node.tip);

/** The proof of work of the next find, as work for somebody. */
/** `block`: the next of this node (`planned`). */
export function findJob(node: Node, block: BlockRecord): Job {
  return { kind: 'bitcoin/mine-range', input: inputOf(block, parentIn(node)) };
}

/** The block that is found. Without the result of its job, as in a search, its name stands for its hash. */
export function foundBlock(node: Node, block: BlockRecord, result: Uint8Array | undefined): BlockRecord {
  return result ? solved(block, parentIn(node), minedOf(result).hit) : block;
}

function solved(block: BlockRecord, parent: BlockRecord | undefined, hit: number | null): BlockRecord {
  if (hit === null) throw new RangeError(`no nonce below ${noncesOf(block)} solves ${block.name}`);
  const { header } = inputOf(block, parent);
  return { ...block, nonce: hit, hash: hexOf(displayed(hashOf(bytesOfHex(header), hit))) };
}

const firsts = new Map<string, BlockRecord>();
/** The first block, which all have, with these bits and its reward in so many outputs: solved once. */
export function genesis(outs: number, bits: number): BlockRecord {
  const known = firsts.get(`${outs} ${bits}`);
  if (known) return known;
  const plain: BlockRecord = {
    name: GENESIS,
    height: 0,
    parent: null,
    payments: [],
    time: 0,
    nonce: 0,
    hash: GENESIS,
    ...unusual(bits),
    ...(outs > 1 ? { outs } : {}),
  };
  const { hit } = minedPlainly(inputOf(plain, undefined));
  const first = solved(plain, undefined, hit);
  firsts.set(`${outs} ${bits}`, first);
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
  return hash === block.hash && hash <= targetOf(block);
}
