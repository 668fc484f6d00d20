import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../base/bytes.ts';
import type { Consistency, Inclusion } from './tlog.ts';
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './tlog.ts';

const LEAVES = Array.from({ length: 64 }, (_, i) => leafHash(utf8(`entry ${i}`)));
const MOST = 2n ** 64n - 1n;
const name = (verdict: ReturnType<typeof verifyInclusion>): string => (verdict.ok ? 'ok' : verdict.error);

/** Every hex hash with one of its 256 bits turned. */
const flips = (hash: string): readonly string[] =>
  [...hash].flatMap((digit, at) =>
    [1, 2, 4, 8].map(
      (bit) => hash.slice(0, at) + (Number.parseInt(digit, 16) ^ bit).toString(16) + hash.slice(at + 1),
    ),
  );

describe('the tree', () => {
  it('hashes a leaf behind a zero byte, a node behind a one, and nothing as nothing', () => {
    const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest('hex');
    const [a, b] = [leafHash(utf8('a')), leafHash(utf8('b'))];
    expect(a).toBe(sha(Uint8Array.of(0), utf8('a')));
    expect(rootOf([a, b])).toBe(sha(Uint8Array.of(1), Buffer.from(a, 'hex'), Buffer.from(b, 'hex')));
    expect(rootOf([])).toBe(sha());
  });
});

describe('the seven leaves of RFC 6962, section 2.1.3', () => {
  const [a, b, c, d, e, f, j] = LEAVES as [string, string, string, string, string, string, string];
  const seven = [a, b, c, d, e, f, j];
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
  const root = nodeHash(k, l);

  it.each([
    [0, [b, h, l]],
    [3, [c, g, l]],
    [4, [f, j, k]],
    [6, [i, k]],
  ])('the path of leaf %i', (index, proof) => {
    expect(rootOf(seven)).toBe(root);
    expect(inclusionProof(seven, index)).toEqual(proof);
    const leaf = seven[index] as string;
    expect(verifyInclusion({ leafHash: leaf, index: BigInt(index), size: 7n, root, proof })).toEqual({
      ok: true,
    });
  });

  it.each([
    [3, nodeHash(g, c), [c, d, g, l]],
    [4, k, [l]],
    [6, nodeHash(k, i), [i, j, k]],
  ])('from %i leaves to seven', (old, root1, proof) => {
    expect(rootOf(seven.slice(0, old))).toBe(root1);
    expect(consistencyProof(seven, old)).toEqual(proof);
    const asked = { size1: BigInt(old), root1, size2: 7n, root2: root, proof };
    expect(verifyConsistency(asked)).toEqual({ ok: true });
  });
});

describe('all logs of up to 64 entries', () => {
  const roots = Array.from({ length: 65 }, (_, size) => rootOf(LEAVES.slice(0, size)));
  const inclusion = (index: number, size: number): Inclusion => ({
    leafHash: LEAVES[index] as string,
    index: BigInt(index),
    size: BigInt(size),
    root: roots[size] as string,
    proof: inclusionProof(LEAVES.slice(0, size), index),
  });
  const consistency = (old: number, size: number): Consistency => ({
    size1: BigInt(old),
    root1: roots[old] as string,
    size2: BigInt(size),
    root2: roots[size] as string,
    proof: consistencyProof(LEAVES.slice(0, size), old),
  });

  it('have an inclusion proof for every entry, for no other index and no other leaf', () => {
    let proofs = 0;
    let others = 0;
    for (let size = 1; size <= 64; size++) {
      for (let index = 0; index < size; index++) {
        const right = inclusion(index, size);
        if (!verifyInclusion(right).ok) throw new Error(`${index} of ${size}`);
        proofs++;
        const elsewhere = (index + 1 + ((index * 7) % size)) % size;
        if (elsewhere === index) continue;
        others++;
        if (verifyInclusion({ ...right, index: BigInt(elsewhere) }).ok)
          throw new Error(`${elsewhere} for ${index}`);
        if (verifyInclusion({ ...right, leafHash: LEAVES[elsewhere] as string }).ok)
          throw new Error('other leaf');
      }
    }
    expect([proofs, others > 1900]).toEqual([2080, true]);
  });

  it('have a consistency proof from every log before them', () => {
    let proofs = 0;
    for (let size = 1; size <= 64; size++) {
      for (let old = 1; old <= size; old++, proofs++) {
        const right = consistency(old, size);
        if (!verifyConsistency(right).ok) throw new Error(`${old} to ${size}`);
        if (right.proof.length > 0 && verifyConsistency({ ...right, proof: right.proof.slice(1) }).ok)
          throw new Error(`${old} to ${size}, a hash less`);
        if (verifyConsistency({ ...right, proof: [...right.proof, LEAVES[0] as string] }).ok)
          throw new Error(`${old} to ${size}, a hash more`);
      }
    }
    expect(proofs).toBe(2080);
  });

  it('refuse any turned bit of leaf, root, proof and index', () => {
    for (const [index, size] of [
      [0, 1],
      [2, 3],
      [4, 7],
      [6, 7],
      [37, 64],
    ] as const) {
      const right = inclusion(index, size);
      for (const leaf of flips(right.leafHash))
        expect(name(verifyInclusion({ ...right, leafHash: leaf }))).toBe('root-mismatch');
      for (const root of flips(right.root))
        expect(name(verifyInclusion({ ...right, root }))).toBe('root-mismatch');
      right.proof.forEach((hash, at) => {
        for (const other of flips(hash))
          expect(name(verifyInclusion({ ...right, proof: right.proof.with(at, other) }))).toBe(
            'root-mismatch',
          );
      });
      for (let bit = 0n; bit < 64n; bit++)
        expect(name(verifyInclusion({ ...right, index: right.index ^ (1n << bit) }))).toMatch(
          /^(index-out-of-range|proof-length|root-mismatch)$/,
        );
    }
  });

  it('refuse any turned bit of a consistency proof and its roots', () => {
    for (const [old, size] of [
      [3, 7],
      [4, 7],
      [6, 7],
      [1, 64],
      [33, 64],
    ] as const) {
      const right = consistency(old, size);
      for (const root1 of flips(right.root1)) expect(verifyConsistency({ ...right, root1 }).ok).toBe(false);
      for (const root2 of flips(right.root2))
        expect(name(verifyConsistency({ ...right, root2 }))).toBe('root-mismatch');
      right.proof.forEach((hash, at) => {
        for (const other of flips(hash))
          expect(verifyConsistency({ ...right, proof: right.proof.with(at, other) }).ok).toBe(false);
      });
    }
  });

  it('do not bind the size: with another one some proofs still verify', () => {
    const right = inclusion(0, 5);
    expect(verifyInclusion({ ...right, size: 7n }).ok).toBe(true);
    let [tried, kept] = [0, 0];
    for (let size = 1; size <= 33; size++) {
      for (let index = 0; index < size; index++) {
        for (let bit = 1; bit <= 128; bit *= 2) {
          tried++;
          if (verifyInclusion({ ...inclusion(index, size), size: BigInt(size ^ bit) }).ok) kept++;
        }
      }
    }
    expect([tried, kept]).toEqual([4488, 1376]);
  });

  it('know a fork: of two logs that part, neither is the beginning of the other', () => {
    const other = [...LEAVES.slice(0, 9), leafHash(utf8('for C only')), ...LEAVES.slice(10, 20)];
    const verdict = verifyConsistency({
      size1: 12n,
      root1: rootOf(LEAVES.slice(0, 12)),
      size2: 20n,
      root2: rootOf(other),
      proof: consistencyProof(other, 12),
    });
    expect(verdict).toMatchObject({
      ok: false,
      error: 'old-root-mismatch',
      expected: rootOf(LEAVES.slice(0, 12)),
      actual: rootOf(other.slice(0, 12)),
    });
  });
});

describe('what a verifier refuses by policy', () => {
  const [a = '', b = ''] = LEAVES;
  const root = rootOf([a, b]);

  it('a leaf hash, a root or a proof hash not of 32 bytes', () => {
    const right = { leafHash: a, index: 0n, size: 2n, root, proof: [b] };
    expect(verifyInclusion({ ...right, leafHash: a.slice(2) })).toEqual({
      ok: false,
      error: 'hash-length',
      expected: '32',
      actual: '31',
    });
    expect(name(verifyInclusion({ ...right, root: `${root}00` }))).toBe('hash-length');
    expect(name(verifyInclusion({ ...right, proof: [''] }))).toBe('hash-length');
    expect(name(verifyConsistency({ size1: 1n, root1: 'ab', size2: 2n, root2: root, proof: [b] }))).toBe(
      'hash-length',
    );
  });

  it('an empty old log, one larger than the new, and two of one size that differ', () => {
    const right = { size1: 1n, root1: a, size2: 2n, root2: root, proof: [b] };
    expect(name(verifyConsistency(right))).toBe('ok');
    expect(name(verifyConsistency({ ...right, size1: 0n }))).toBe('size-zero');
    expect(name(verifyConsistency({ ...right, size1: 3n }))).toBe('sizes-reversed');
    expect(name(verifyConsistency({ ...right, size1: 2n }))).toBe('proof-length');
    expect(name(verifyConsistency({ ...right, size1: 2n, proof: [] }))).toBe('root-mismatch');
    expect(name(verifyConsistency({ ...right, size1: 2n, root1: root, proof: [] }))).toBe('ok');
  });

  it('an index past the end, in a log of any size up to 2^64 - 1', () => {
    expect(name(verifyInclusion({ leafHash: a, index: 0n, size: 0n, root, proof: [] }))).toBe(
      'index-out-of-range',
    );
    const right = { leafHash: a, size: MOST, root };
    expect(name(verifyInclusion({ ...right, index: MOST, proof: [] }))).toBe('index-out-of-range');
    // The last entry of 2^64 - 1 has a sibling for each of the 63 ones in its index.
    const proof = LEAVES.slice(0, 63);
    const top = proof.reduce((hash, sibling) => nodeHash(sibling, hash), a);
    expect(name(verifyInclusion({ ...right, index: MOST - 1n, proof, root: top }))).toBe('ok');
    expect(name(verifyInclusion({ ...right, index: MOST - 1n, proof: proof.slice(1), root: top }))).toBe(
      'proof-length',
    );
    const grown = verifyConsistency({
      size1: 2n ** 63n,
      root1: a,
      size2: MOST,
      root2: nodeHash(a, b),
      proof: [b],
    });
    expect(name(grown)).toBe('ok');
  });
});
