// What concurrent SUNDR adds (section 3.4): before it sees anything, a user signs an update certificate for its next
// operation; whoever is answered meanwhile is shown it as pending, counts it, and records it in what it signs, so that
// nobody can take it back.

import { NONE } from './rules.ts';
import type { Signer } from './signer.ts';
import { hashOf } from './signer.ts';
import type { Entry, Operation, Pending, Refusal, Shown, Vector } from './state.ts';
import { countIn } from './vectors.ts';

const certificateHash = (id: string, op: Operation, after: string): string => hashOf({ id, op, after });

/**
 * The certificate of an operation beside its structure without i-handles, which the server computes: version and
 * operation are signed, and the hash of the user's structure before (`handle`, '' for the first).
 */
export function certificateOf(
  signer: Signer,
  made: { readonly id: string; readonly signer: string; readonly op: Operation; readonly vector: Vector },
  before: Entry | undefined,
): Entry {
  const { id, signer: who, op, vector } = made;
  const after = before?.hash ?? '';
  const hash = certificateHash(id, op, after);
  return {
    id,
    signer: who,
    n: 0,
    op,
    over: [],
    vector,
    handle: after,
    hash,
    signature: signer.sign(who, hash),
  };
}

export function badCertificate(signer: Signer, pending: readonly Entry[]): Refusal | null {
  for (const { id, signer: who, op, handle, hash, signature } of pending) {
    const expected = certificateHash(id, op, handle);
    if (expected !== hash) return { check: 'bad-signature', expected: hash, actual: expected, at: [id] };
    if (!signer.verifies(who, hash, signature)) {
      return { check: 'bad-signature', expected: signer.publicKey(who), actual: signature, at: [id] };
    }
  }
  return null;
}

/** Hash of a structure without i-handles: the same before and after its user has signed it. */
const bare = ({ id, vector }: Pick<Entry, 'id' | 'vector'>): string => hashOf({ id, vector });

/** What a structure records of what was pending when it was signed. */
export const recorded = (pending: readonly Entry[]): readonly Pending[] =>
  pending.map((entry) => ({
    user: entry.signer,
    version: countIn(entry.vector, entry.signer),
    hash: bare(entry),
  }));

/** Something that a structure records as pending, and that is shown neither signed by now nor pending still. */
export function missing({ entries, pending }: Shown): Refusal | null {
  for (const { id, pending: list = [] } of entries) {
    for (const { user, version, hash } of list) {
      const signed = entries.find((entry) => entry.signer === user && countIn(entry.vector, user) >= version);
      const isKept = signed
        ? countIn(signed.vector, user) > version || bare(signed) === hash
        : pending.some((entry) => bare(entry) === hash);
      if (isKept) continue;
      const actual = entries.find((entry) => entry.signer === user)?.id ?? NONE;
      return { check: 'pending-entry-missing', expected: `${user}${version}`, actual, at: [id] };
    }
  }
  return null;
}

/** What is being written to this file by somebody who has not signed it yet. */
export const beingWritten = ({ pending }: Shown, file: string): Entry | undefined =>
  pending.findLast(({ op }) => op.kind === 'mod' && op.file === file);
