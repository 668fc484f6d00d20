// Who signs what, outside transactions: a head of a log, or a vote. Keys are made from names, so that every run has the same
// bytes.

import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, utf8 } from '../../../base/bytes.ts';

const secretOf = (name: string): Uint8Array => sha256(utf8(`the signing key of ${name}`));
const kept = new Map<string, Uint8Array>();

/** This one's signature of a text; made once. */
export function signature(name: string, said: string): Uint8Array {
  const key = `${name}: ${said}`;
  let made = kept.get(key);
  if (!made) {
    made = secp256k1.sign(sha256(utf8(said)), secretOf(name), { prehash: false });
    kept.set(key, made);
  }
  return made;
}

export const isSignature = (name: string, said: string, bytes: Uint8Array): boolean =>
  secp256k1.verify(bytes, sha256(utf8(said)), secp256k1.getPublicKey(secretOf(name)), { prehash: false });

const proven = new Map<string, boolean>();
/** Two texts about one thing that are both signed by the same: a proof against the signer, for anybody. */
export function provesTwo(name: string, one: string, other: string): boolean {
  const key = `${name}: ${one} / ${other}`;
  const known = proven.get(key);
  if (known !== undefined) return known;
  const found = one !== other && [one, other].every((said) => isSignature(name, said, signature(name, said)));
  proven.set(key, found);
  return found;
}

/** The first digits of it. */
export const shortSignature = (name: string, said: string): string =>
  `${hexOf(signature(name, said)).slice(0, 10)}…`;
