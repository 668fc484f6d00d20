// A transparency log's Merkle tree and its two proofs (RFC 6962, section 2.1; RFC 9162, section 2.1, for the verifiers):
// that an entry is in the log, and that an old log is the beginning of a new one. The second says in a few hashes what
// SUNDR's straw man says by sending the whole log. Hashes are hex, sizes and indices bigints: a log may have 2^64 - 1
// entries, a number that no double holds.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf } from '../../base/bytes.ts';

/**
 * Why a proof proves nothing. hash-length: a hash is not of 32 bytes. index-out-of-range: the log ends before this entry.
 * size-zero: any log begins with the empty one, so nothing is said. sizes-reversed: the old log is the larger one.
 * proof-length: more or fewer hashes than a log of this size has on that path. root-mismatch and old-root-mismatch: the
 * hashes lead elsewhere.
 */
export type ProofError =
  | 'hash-length'
  | 'index-out-of-range'
  | 'size-zero'
  | 'sizes-reversed'
  | 'proof-length'
  | 'root-mismatch'
  | 'old-root-mismatch';

export type ProofVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: ProofError;
      /** Hashes, counts or numbers that had to be equal or in order. */
      readonly expected: string;
      readonly actual: string;
    };

export interface Inclusion {
  readonly leafHash: string;
  readonly index: bigint;
  readonly size: bigint;
  readonly root: string;
  /** From the leaf's sibling up. */
  readonly proof: readonly string[];
}

export interface Consistency {
  readonly size1: bigint;
  readonly root1: string;
  readonly size2: bigint;
  readonly root2: string;
  readonly proof: readonly string[];
}

/** The root of a log without entries: SHA-256 of nothing. */
const EMPTY_ROOT = hexOf(sha256(new Uint8Array()));

/** SHA-256 of a zero byte and the entry. */
export function leafHash(entry: Uint8Array): string {
  const bytes = new Uint8Array(entry.length + 1);
  bytes.set(entry, 1);
  return hexOf(sha256(bytes));
}

/** SHA-256 of a one byte and both hashes. */
export function nodeHash(left: string, right: string): string {
  return hexOf(sha256(bytesOfHex(`01${left}${right}`)));
}

/** Where a log of at least two entries is cut: the largest power of two below its size. */
function cutOf(size: number): number {
  let cut = 1;
  while (cut * 2 < size) cut *= 2;
  return cut;
}

/** The root over these leaf hashes. */
export function rootOf(leaves: readonly string[]): string {
  if (leaves.length <= 1) return leaves[0] ?? EMPTY_ROOT;
  const cut = cutOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, cut)), rootOf(leaves.slice(cut)));
}

/** The proof that the leaf at this index is under the root of all of them (RFC 6962, section 2.1.1). */
export function inclusionProof(leaves: readonly string[], index: number): readonly string[] {
  if (leaves.length <= 1) return [];
  const cut = cutOf(leaves.length);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return index < cut
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - cut), rootOf(left)];
}

/** The proof that the log of the first `old` leaves is the beginning of the log of all (RFC 6962, section 2.1.2). */
export function consistencyProof(leaves: readonly string[], old: number): readonly string[] {
  return old === 0 ? [] : subproof(leaves, old, true);
}

/** `whole`: these leaves begin where the log does, so the verifier has the old root already. */
function subproof(leaves: readonly string[], old: number, whole: boolean): readonly string[] {
  if (old === leaves.length) return whole ? [] : [rootOf(leaves)];
  const cut = cutOf(leaves.length);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return old <= cut
    ? [...subproof(left, old, whole), rootOf(right)]
    : [...subproof(right, old - cut, false), rootOf(left)];
}

const wrong = (
  error: ProofError,
  expected: string | bigint | number,
  actual: string | bigint | number,
): ProofVerdict => ({
  ok: false,
  error,
  expected: String(expected),
  actual: String(actual),
});

const isHash = (hash: string): boolean => /^[0-9a-f]{64}$/.test(hash);

function notAHash(hashes: readonly string[]): ProofVerdict | null {
  const bad = hashes.find((hash) => !isHash(hash));
  return bad === undefined ? null : wrong('hash-length', 32, bad.length / 2);
}

const bitLength = (n: bigint): number => (n === 0n ? 0 : n.toString(2).length);
const bitCount = (n: bigint): number => n.toString(2).replaceAll('0', '').length;

/** Whether the entry is in the log of this size and root. It does not bind the size (`notBound`). */
export function verifyInclusion({ leafHash: leaf, index, size, root, proof }: Inclusion): ProofVerdict {
  const bad = notAHash([leaf, root, ...proof]);
  if (bad) return bad;
  if (index >= size) return wrong('index-out-of-range', `< ${size}`, index);
  const { inner, length } = pathOf(index, size - 1n);
  if (proof.length !== length) return wrong('proof-length', length, proof.length);
  let hash = leaf;
  proof.forEach((sibling, level) => {
    hash = isLeft(index, level, inner) ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  });
  return hash === root ? { ok: true } : wrong('root-mismatch', root, hash);
}

/** Whether the old log is the beginning of the new one. Two logs of one size must be one log. */
export function verifyConsistency({ size1, root1, size2, root2, proof }: Consistency): ProofVerdict {
  const bad = notAHash([root1, root2, ...proof]);
  if (bad) return bad;
  if (size1 === 0n) return wrong('size-zero', '≥ 1', size1);
  if (size1 > size2) return wrong('sizes-reversed', `≤ ${size2}`, size1);
  if (size1 === size2) {
    if (proof.length > 0) return wrong('proof-length', 0, proof.length);
    return root1 === root2 ? { ok: true } : wrong('root-mismatch', root1, root2);
  }
  // The old log's last entry, and up from there to the largest complete tree that ends with it: a node of both logs.
  let node = size1 - 1n;
  let last = size2 - 1n;
  for (; (node & 1n) === 1n; node >>= 1n) last >>= 1n;
  const { inner, length } = pathOf(node, last);
  // Where that tree is the whole old log, the proof need not name it.
  const path = node === 0n ? [root1, ...proof] : proof;
  if (path.length !== length + 1)
    return wrong('proof-length', proof.length + length + 1 - path.length, proof.length);
  let [old, now] = [path[0] as string, path[0] as string];
  path.slice(1).forEach((sibling, level) => {
    if (isLeft(node, level, inner)) {
      old = nodeHash(sibling, old);
      now = nodeHash(sibling, now);
    } else now = nodeHash(now, sibling);
  });
  if (old !== root1) return wrong('old-root-mismatch', root1, old);
  return now === root2 ? { ok: true } : wrong('root-mismatch', root2, now);
}

/**
 * The siblings of a node up to the root, by its place and that of the last node on its level. On the `inner` levels, until
 * its path meets that of the last node, there is one each; above, only where one stands on the left.
 */
function pathOf(node: bigint, last: bigint): { readonly inner: number; readonly length: number } {
  const inner = bitLength(node ^ last);
  return { inner, length: inner + bitCount(node >> BigInt(inner)) };
}

/** Whether the sibling of this level stands on the left. */
const isLeft = (node: bigint, level: number, inner: number): boolean =>
  level >= inner || ((node >> BigInt(level)) & 1n) === 1n;
