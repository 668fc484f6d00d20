// Two checkpoints and a proof from anywhere: are both signed by this key, and is the old log the beginning of the new one?

import { utf8 } from '../../../base/bytes.ts';
import { verifyConsistency } from '../tlog.ts';
import type { Checkpoint } from '../tlog-checkpoint.ts';
import { openCheckpoint } from '../tlog-checkpoint.ts';
import type { Pasted } from './params.ts';

/** `error` is named as in the table `proofs`; `field`, where it is about one of the four texts. */
export type PasteVerdict =
  | { readonly ok: true; readonly old: string; readonly now: string }
  | {
      readonly ok: false;
      readonly field: keyof Pasted | null;
      readonly error: string;
      readonly expected: string;
      readonly actual: string;
    };

const fault = (field: keyof Pasted | null, error: string, expected = '', actual = ''): PasteVerdict => ({
  ok: false,
  field,
  error,
  expected,
  actual,
});

/** A note copied from a page may have lost its last newline, or have gained some: that says nothing about who signed. */
const ended = (note: string): Uint8Array => utf8(`${note.replace(/\r\n/g, '\n').trimEnd()}\n`);

/** Hashes of a proof: hex, with spaces, commas or newlines between them. Null where it is something else. */
function hashesIn(proof: string): readonly string[] | null {
  const hashes = proof.split(/[\s,]+/).filter((hash) => hash !== '');
  return hashes.every((hash) => /^[0-9a-f]+$/i.test(hash)) ? hashes.map((hash) => hash.toLowerCase()) : null;
}

/** Never throws. */
export function verifyPasted(pasted: Pasted): PasteVerdict {
  const opened: Checkpoint[] = [];
  for (const field of ['old', 'new'] as const) {
    const checkpoint = openCheckpoint(ended(pasted[field]), pasted.key);
    if (typeof checkpoint === 'string') return fault(checkpoint === 'not-a-key' ? 'key' : field, checkpoint);
    opened.push(checkpoint);
  }
  const [old, now] = opened as [Checkpoint, Checkpoint];
  if (old.origin !== now.origin) return fault(null, 'other-log', old.origin, now.origin);
  const proof = hashesIn(pasted.proof);
  if (proof === null) return fault('proof', 'not-hex');
  const verdict = verifyConsistency({
    size1: old.size,
    root1: old.root,
    size2: now.size,
    root2: now.root,
    proof,
  });
  if (verdict.ok) return { ok: true, old: String(old.size), now: String(now.size) };
  return fault(
    verdict.error === 'hash-length' ? 'proof' : null,
    verdict.error,
    verdict.expected,
    verdict.actual,
  );
}
