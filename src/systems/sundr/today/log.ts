// A log of today (RFC 6962), and the same log as it is shown to somebody else: the entries, signed checkpoints, and the
// proofs over them, made anew whenever they are asked for. All is a pure function of the settings and the seed.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';
import { vkeyOf } from '../note.ts';
import type { ProofVerdict } from '../tlog.ts';
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../tlog.ts';
import type { Checkpoint, CheckpointError } from '../tlog-checkpoint.ts';
import { openCheckpoint, signCheckpoint } from '../tlog-checkpoint.ts';

/** What a user keeps: where its log ends. The branch is what the server knows, and no user. */
export interface Held {
  readonly branch: 'main' | 'other';
  readonly size: number;
  /** Hex. */
  readonly root: string;
}

export interface Log {
  /** The key by which all know the log. */
  readonly vkey: string;
  /** The entry at a place, from 0; `splitAt` entries were appended when the log parted, the last of them twice. */
  entry(branch: Held['branch'], index: number, splitAt: number | null): string;
  head(branch: Held['branch'], size: number, splitAt: number | null): Held;
  /** The signed note that says so. */
  checkpoint(held: Held): string;
  /** Reads the note as a user does: signature first. */
  opened(note: string): Checkpoint | CheckpointError;
  /** The log proves that what is held was the beginning of its branch, as well as it can; the user verifies. */
  consistent(old: Held, now: Held, splitAt: number | null): Proven;
  /** The log proves an entry of the branch it shows; the user verifies it against what it holds. */
  included(held: Held, index: number, splitAt: number | null): Proven;
}

export interface Proven {
  readonly proof: readonly string[];
  readonly verdict: ProofVerdict;
}

export const ORIGIN = 'log.example/bank';

export function logOf(entries: readonly string[], seed: number): Log {
  const signer = { name: ORIGIN, secret: sha256(utf8(`log of today ${seed}`)) };
  const vkey = vkeyOf(signer);
  const noteOf = remembered((root: string, size: number) =>
    signCheckpoint({ origin: ORIGIN, size: BigInt(size), root }, signer),
  );

  const entry: Log['entry'] = (branch, index, splitAt) => {
    const text = entries[index] ?? '';
    return branch === 'other' && index + 1 === splitAt ? `${text} *` : text;
  };
  const leafOf = remembered((text: string) => leafHash(utf8(text)));
  const leaves = (branch: Held['branch'], size: number, splitAt: number | null): readonly string[] =>
    Array.from({ length: size }, (_, index) => leafOf(entry(branch, index, splitAt)));
  const rootOver = remembered(rootOf);

  return {
    vkey,
    entry,
    head: (branch, size, splitAt) => ({
      branch: splitAt !== null && size >= splitAt ? branch : 'main',
      size,
      root: rootOver(leaves(branch, size, splitAt)),
    }),
    checkpoint: ({ size, root }) => noteOf(root, size),
    opened: remembered((note: string) => openCheckpoint(utf8(note), vkey)),
    consistent: remembered((old: Held, now: Held, splitAt: number | null) => {
      const proof = consistencyProof(leaves(now.branch, now.size, splitAt), old.size);
      const [size1, size2] = [BigInt(old.size), BigInt(now.size)];
      return { proof, verdict: verifyConsistency({ size1, root1: old.root, size2, root2: now.root, proof }) };
    }),
    included: remembered((held: Held, index: number, splitAt: number | null) => {
      const all = leaves(held.branch, held.size, splitAt);
      const proof = inclusionProof(all, index);
      const asked = { leafHash: all[index] as string, index: BigInt(index), size: BigInt(held.size) };
      return { proof, verdict: verifyInclusion({ ...asked, root: held.root, proof }) };
    }),
  };
}

/** The function with its answers kept: it is pure, and a search asks it the same in thousands of states. */
function remembered<Of extends readonly unknown[], T>(make: (...of: Of) => T): (...of: Of) => T {
  const kept = new Map<string, T>();
  return (...of) => {
    const name = canonicalJson(of);
    const found = kept.get(name) ?? make(...of);
    kept.set(name, found);
    return found;
  };
}
