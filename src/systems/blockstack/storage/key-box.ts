// Data for several readers: encrypted once under a fresh key, and that key wrapped once for each of them (a key box).
// A wrap is ECIES: a key agreed over secp256k1 with a fresh key pair, spread by HKDF-SHA256. The cipher is the keystream of
// HMAC-SHA256 in counter mode, with an HMAC-SHA256 over all of it (encrypt, then authenticate). Keys come from outside:
// nothing here draws chance.

import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import { bytesJoined } from '../virtualchain/hashes.ts';

const TAG = 32;

const spread = (key: Uint8Array, info: string): Uint8Array => hkdf(sha256, key, undefined, utf8(info), 32);

/** A counter of four bytes, big-endian: a keystream of 128 GiB. */
function streamed(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  for (let at = 0, block = 0; at < bytes.length; at += 32, block++) {
    const pad = hmac(
      sha256,
      key,
      Uint8Array.of(block >>> 24, (block >>> 16) & 255, (block >>> 8) & 255, block & 255),
    );
    for (let i = 0; i < 32 && at + i < bytes.length; i++)
      out[at + i] = (out[at + i] as number) ^ (pad[i] as number);
  }
  return out;
}

/** A key must seal once only. */
export function sealed(key: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = streamed(spread(key, 'encrypt'), plain);
  return bytesJoined(cipher, hmac(sha256, spread(key, 'authenticate'), cipher));
}

/** Null: another key, or changed bytes. */
export function opened(key: Uint8Array, box: Uint8Array): Uint8Array | null {
  if (box.length < TAG) return null;
  const cipher = box.slice(0, -TAG);
  const tag = hmac(sha256, spread(key, 'authenticate'), cipher);
  let differ = 0;
  for (const [i, byte] of tag.entries()) differ |= byte ^ (box[cipher.length + i] as number);
  return differ === 0 ? streamed(spread(key, 'encrypt'), cipher) : null;
}

export interface Wrap {
  readonly reader: string;
  /** Public key of the pair made for this wrap, in hex. */
  readonly ephemeral: string;
  readonly wrapped: string;
}
export interface KeyBox {
  readonly data: string;
  readonly wraps: readonly Wrap[];
}
export interface Reader {
  readonly name: string;
  /** Compressed, 33 bytes. */
  readonly key: Uint8Array;
}

const agreed = (secret: Uint8Array, key: Uint8Array): Uint8Array =>
  spread(secp256k1.getSharedSecret(secret, key).slice(1), 'wrap');

/** `chance` gives 32 fresh bytes for the n-th key that is made: 0 for the data, then one a reader. */
export function boxed(
  plain: Uint8Array,
  readers: readonly Reader[],
  chance: (n: number) => Uint8Array,
): KeyBox {
  const dataKey = chance(0);
  return {
    data: hexOf(sealed(dataKey, plain)),
    wraps: readers.map(({ name, key }, i) => {
      const secret = chance(i + 1);
      return {
        reader: name,
        ephemeral: hexOf(secp256k1.getPublicKey(secret)),
        wrapped: hexOf(sealed(agreed(secret, key), dataKey)),
      };
    }),
  };
}

export type Unboxed =
  | { readonly ok: true; readonly plain: Uint8Array }
  | { readonly ok: false; readonly why: 'no-wrap' | 'wrong-key' | 'changed-data' };

export function unboxed({ data, wraps }: KeyBox, reader: string, secret: Uint8Array): Unboxed {
  const own = wraps.find((one) => one.reader === reader);
  if (!own) return { ok: false, why: 'no-wrap' };
  const key = opened(agreed(secret, bytesOfHex(own.ephemeral)), bytesOfHex(own.wrapped));
  if (!key) return { ok: false, why: 'wrong-key' };
  const plain = opened(key, bytesOfHex(data));
  return plain ? { ok: true, plain } : { ok: false, why: 'changed-data' };
}
