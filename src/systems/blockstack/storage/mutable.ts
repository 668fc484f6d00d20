// Data beside the chain. Mutable data is signed by the name's key, with a version: a reader refuses what is older than
// what it has seen, and a first reader cannot tell. A deletion is a signed tombstone. Immutable data is named by its hash.

import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';

export interface Signed {
  /** `name/path`. */
  readonly id: string;
  readonly version: number;
  /** Null: deleted. */
  readonly value: string | null;
  /** Compact ECDSA over secp256k1, in hex. */
  readonly signature: string;
}

const digestOf = (id: string, version: number, value: string | null): Uint8Array =>
  sha256(utf8(canonicalJson([id, version, value])));

export function signed(secret: Uint8Array, id: string, version: number, value: string | null): Signed {
  const signature = hexOf(secp256k1.sign(digestOf(id, version, value), secret, { prehash: false }));
  return { id, version, value, signature };
}

export type ReadFault = 'not-signed-by-name' | 'older-than-seen' | 'another-id' | 'no-data' | 'deleted';
export type Read =
  | { readonly ok: true; readonly value: string; readonly version: number }
  | { readonly ok: false; readonly why: ReadFault; readonly version: number | null };

export function signedBy(key: Uint8Array, { id, version, value, signature }: Signed): boolean {
  try {
    return secp256k1.verify(bytesOfHex(signature), digestOf(id, version, value), key, { prehash: false });
  } catch {
    return false;
  }
}

/**
 * What a reader makes of what several stores answer: the newest that the key signed, if it is not older than the
 * version `seen` (0: none).
 */
export function read(key: Uint8Array, id: string, answers: readonly Signed[], seen = 0): Read {
  const mine = answers.filter((one) => one.id === id);
  const valid = mine.filter((one) => signedBy(key, one));
  const newest = valid.reduce<Signed | null>(
    (best, one) => (best && best.version >= one.version ? best : one),
    null,
  );
  if (!newest) {
    const why = answers.length === 0 ? 'no-data' : mine.length === 0 ? 'another-id' : 'not-signed-by-name';
    return { ok: false, why, version: null };
  }
  const { value, version } = newest;
  if (version < seen) return { ok: false, why: 'older-than-seen', version };
  return value === null ? { ok: false, why: 'deleted', version } : { ok: true, value, version };
}

/** The name of immutable data. */
export const immutableId = (value: string): string => hexOf(sha256(utf8(value)));
export const isItself = (id: string, value: string): boolean => immutableId(value) === id;
