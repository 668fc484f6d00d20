// A checkpoint (C2SP, "tlog-checkpoint"): what a log signs to say how far it is. A signed note of three lines or more:
// the log's name, its size in decimal, its root in base64; lines after these are extensions, and are signed with them.

import { base64Of, bytesOfBase64 } from '../../base/base64.ts';
import { bytesOfHex, hexOf } from '../../base/bytes.ts';
import type { NoteError, Signer } from './note.ts';
import { signNote, verifyNote } from './note.ts';

export interface Checkpoint {
  readonly origin: string;
  readonly size: bigint;
  /** Hex. */
  readonly root: string;
}

export type CheckpointError = NoteError | 'not-a-checkpoint' | 'hash-length';

const MOST = 2n ** 64n - 1n;

/** A size or an index: decimal, without leading zeros, at most 2^64 - 1. Null where it is not. */
export function wholeNumber(text: string): bigint | null {
  if (!/^(0|[1-9]\d{0,19})$/.test(text)) return null;
  const number = BigInt(text);
  return number <= MOST ? number : null;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64Of(bytesOfHex(root))}\n`;
}

export const signCheckpoint = (checkpoint: Checkpoint, signer: Signer): string =>
  signNote(checkpointText(checkpoint), signer);

/** Reads the signed text of a checkpoint. */
export function checkpointOf(text: string): Checkpoint | CheckpointError {
  const [origin = '', digits = '', encoded = '', ...rest] = text.split('\n');
  const size = wholeNumber(digits);
  const root = bytesOfBase64(encoded);
  // What follows the last newline is nothing; an extension line is not empty.
  const extended = rest.pop() === '' && rest.every((line) => line !== '');
  if (origin === '' || size === null || !root || !extended) return 'not-a-checkpoint';
  return root.length === 32 ? { origin, size, root: hexOf(root) } : 'hash-length';
}

/** The checkpoint that this key has signed, or why there is none. */
export function openCheckpoint(bytes: Uint8Array, vkey: string): Checkpoint | CheckpointError {
  const { error, text } = verifyNote(bytes, vkey);
  return error ?? checkpointOf(text);
}
