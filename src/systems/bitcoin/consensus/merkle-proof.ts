// That a transaction is in a block, for one who has the header alone (Nakamoto 2008, section 8), in Core's form of it
// (CMerkleBlock, BIP 37): the tree walked from the top, a flag for each node met, a hash for each that is not opened.
// A proof counts only with the bytes of what it proves: an inner node of the tree is 64 bytes long and could be shown as a
// transaction of that size. So a transaction of 64 bytes is refused; and one may show instead, by the coinbase at
// the same depth, that this is the depth of transactions.

import type { Header } from './header.ts';
import { HEADER_BYTES, headerBytes, parseHeader } from './header.ts';
import { levelAbove, pairHash } from './merkle.ts';
import { isCoinbase, parseTransaction, strippedBytes } from './transaction.ts';
import { txidOf } from './txid.ts';
import { CutShort, count, counted, joined, sameBytes, u32, WireReader } from './wire.ts';

export interface MerkleProof {
  readonly header: Header;
  /** How many transactions the block is said to have. */
  readonly transactions: number;
  readonly hashes: readonly Uint8Array[];
  /** One bit a node, the lowest bit of a byte first. */
  readonly flags: Uint8Array;
}

export function parseProof(bytes: Uint8Array): MerkleProof {
  const header = parseHeader(bytes);
  const from = new WireReader(bytes, HEADER_BYTES);
  const transactions = from.u32();
  const hashes = from.list(() => from.take(32));
  const flags = from.counted();
  if (from.left > 0) throw new CutShort(from.at);
  return { header, transactions, hashes, flags };
}

export const proofBytes = ({ header, transactions, hashes, flags }: MerkleProof): Uint8Array =>
  joined([headerBytes(header), u32(transactions), count(hashes.length), ...hashes, counted(flags)]);

/** So many nodes a level has, from the leaves up. */
const widthAt = (transactions: number, level: number): number => Math.ceil(transactions / 2 ** level);

const heightOf = (transactions: number): number => {
  let level = 0;
  while (widthAt(transactions, level) > 1) level++;
  return level;
};

/** The walk from the top to these leaves: a flag for each node that is met, a hash for each that is not opened. */
function walked(
  header: Header,
  transactions: number,
  places: readonly number[],
  nodeAt: (level: number, at: number) => Uint8Array,
): MerkleProof {
  const bits: boolean[] = [];
  const hashes: Uint8Array[] = [];
  const walk = (level: number, at: number): void => {
    const within = places.some((place) => place >> level === at);
    bits.push(within);
    if (level === 0 || !within) {
      hashes.push(nodeAt(level, at));
      return;
    }
    walk(level - 1, 2 * at);
    if (2 * at + 1 < widthAt(transactions, level - 1)) walk(level - 1, 2 * at + 1);
  };
  walk(heightOf(transactions), 0);
  const flags = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, i) => {
    if (bit) flags[i >> 3] = (flags[i >> 3] as number) | (1 << (i & 7));
  });
  return { header, transactions, hashes, flags };
}

/** The proof that the leaves at these places stand in the tree. */
export function proofOf(
  header: Header,
  txids: readonly Uint8Array[],
  places: readonly number[],
): MerkleProof {
  const levels = [txids];
  while ((levels.at(-1) as readonly Uint8Array[]).length > 1)
    levels.push(levelAbove(levels.at(-1) as readonly Uint8Array[]));
  return walked(header, txids.length, places, (level, at) => levels[level]?.[at] as Uint8Array);
}

/** Why a proof does not count. */
export type ProofFault =
  | 'empty'
  | 'short'
  | 'repeated'
  | 'left-over'
  | 'root'
  | 'not-there'
  | 'inner-node'
  | 'coinbase';

export interface Proven {
  readonly fault: ProofFault | null;
  /** What it proves: places and txids. */
  readonly matches: readonly { readonly place: number; readonly txid: Uint8Array }[];
  /** Levels between a transaction and the root. */
  readonly depth: number;
}

/** Walks the tree again (Core's ExtractMatches), and holds its root against the header's. */
export function proven({ header, transactions, hashes, flags }: MerkleProof): Proven {
  const matches: Proven['matches'][number][] = [];
  const depth = heightOf(transactions);
  const failed = (fault: ProofFault): Proven => ({ fault, matches: [], depth });
  // A transaction has at least 60 bytes, and a block at most four million.
  if (transactions === 0) return failed('empty');
  if (transactions > 4_000_000 / 60 || hashes.length > transactions) return failed('short');
  let bit = 0;
  let used = 0;
  let fault: ProofFault | null = null;
  const walk = (level: number, at: number): Uint8Array => {
    const index = bit++;
    if (index >= flags.length * 8) fault ??= 'short';
    const within = (((flags[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
    if (fault) return new Uint8Array(32);
    if (level === 0 || !within) {
      const hash = hashes[used++];
      if (!hash) fault ??= 'short';
      else if (level === 0 && within) matches.push({ place: at, txid: hash });
      return hash ?? new Uint8Array(32);
    }
    const left = walk(level - 1, 2 * at);
    if (2 * at + 1 >= widthAt(transactions, level - 1)) return pairHash(left, left);
    const right = walk(level - 1, 2 * at + 1);
    // Equal neighbours: the tail of a shorter list, shown twice.
    if (sameBytes(left, right)) fault ??= 'repeated';
    return pairHash(left, right);
  };
  const root = walk(depth, 0);
  if (fault) return failed(fault);
  if (used < hashes.length || Math.ceil(bit / 8) !== flags.length) return failed('left-over');
  if (!sameBytes(root, header.merkleRoot)) return failed('root');
  return { fault: null, matches, depth };
}

/** What is shown beside the path: the bytes of the transaction, or a coinbase at equal depth with its own bytes. */
export interface Evidence {
  readonly transaction?: Uint8Array;
  readonly coinbase?: { readonly proof: MerkleProof; readonly transaction: Uint8Array };
}

/** Whether this txid is in the block of this header. */
export function payment(proof: MerkleProof, txid: Uint8Array, evidence: Evidence): ProofFault | null {
  const { fault, matches, depth } = proven(proof);
  if (fault) return fault;
  if (!matches.some((match) => sameBytes(match.txid, txid))) return 'not-there';
  const { transaction, coinbase } = evidence;
  if (transaction) return isItself(transaction, txid) ? null : 'inner-node';
  if (!coinbase) return 'inner-node';
  const beside = proven(coinbase.proof);
  const first = beside.matches.find(({ place }) => place === 0);
  const same = sameBytes(headerBytes(coinbase.proof.header), headerBytes(proof.header));
  const whole =
    beside.fault === null &&
    same &&
    beside.depth === depth &&
    first !== undefined &&
    isItself(coinbase.transaction, first.txid) &&
    isCoinbase(parseTransaction(coinbase.transaction));
  return whole ? null : 'coinbase';
}

/** The bytes are those of a transaction of this txid, and not an inner node of the tree. */
function isItself(bytes: Uint8Array, txid: Uint8Array): boolean {
  try {
    const transaction = parseTransaction(bytes);
    return strippedBytes(transaction).length !== 64 && sameBytes(txidOf(transaction), txid);
  } catch {
    return false;
  }
}

/** Hashes of the nodes that a proof of one leaf gives, by "level:place". */
function nodesOf({ transactions, hashes, flags }: MerkleProof): ReadonlyMap<string, Uint8Array> {
  const nodes = new Map<string, Uint8Array>();
  let bit = 0;
  let used = 0;
  const walk = (level: number, at: number): void => {
    const index = bit++;
    const within = (((flags[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
    if (level === 0 || !within) {
      nodes.set(`${level}:${at}`, hashes[used++] as Uint8Array);
      return;
    }
    walk(level - 1, 2 * at);
    if (2 * at + 1 < widthAt(transactions, level - 1)) walk(level - 1, 2 * at + 1);
  };
  walk(heightOf(transactions), 0);
  return nodes;
}

/**
 * The first trick: of a proof of one transaction, the same path ended one level early. What it "proves" is an inner node,
 * whose 64 bytes are the two hashes under it.
 */
export function innerProof(proof: MerkleProof): {
  readonly proof: MerkleProof;
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
} {
  const nodes = nodesOf(proof);
  const { matches } = proven(proof);
  const place = matches[0]?.place ?? 0;
  const pair = place & ~1;
  const left = nodes.get(`0:${pair}`) as Uint8Array;
  const bytes = joined([left, nodes.get(`0:${pair + 1}`) ?? left]);
  const hash = pairHash(bytes.subarray(0, 32), bytes.subarray(32));
  const short = walked(proof.header, widthAt(proof.transactions, 1), [place >> 1], (level, at) =>
    level === 0 && at === place >> 1 ? hash : (nodes.get(`${level + 1}:${at}`) as Uint8Array),
  );
  return { proof: short, bytes, hash };
}

/** The second: a neighbour on the path made equal to it, as it is where the tail of a list stands twice. */
export function repeatedProof(proof: MerkleProof): MerkleProof {
  const nodes = nodesOf(proof);
  const { matches } = proven(proof);
  const place = matches[0]?.place ?? 0;
  const own = nodes.get(`0:${place}`) as Uint8Array;
  return walked(proof.header, proof.transactions, [place], (level, at) =>
    level === 0 ? own : (nodes.get(`${level}:${at}`) as Uint8Array),
  );
}
