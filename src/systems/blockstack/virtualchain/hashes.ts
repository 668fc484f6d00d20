// The hashes of the name system: hash160 (addresses, preorders, zone files), hash128 (names that are owned already),
// base 40 (how a name is written before it is hashed) and Bitcoin's Merkle tree over hashes as people see them.

import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';

/** RIPEMD-160 of SHA-256: 20 bytes. */
export const hash160 = (bytes: Uint8Array): Uint8Array => ripemd160(sha256(bytes));

/** The first 16 bytes of SHA-256. */
export const hash128 = (bytes: Uint8Array): Uint8Array => sha256(bytes).slice(0, 16);

const twice = (bytes: Uint8Array): Uint8Array => sha256(sha256(bytes));

const BASE40 = '0123456789abcdefghijklmnopqrstuvwxyz-_.+';

/** A text of base-40 digits as one big-endian integer, in whole bytes; throws a RangeError at another character. */
export function base40(text: string): Uint8Array {
  let value = 0n;
  for (const [at, letter] of [...text].entries()) {
    const digit = BASE40.indexOf(letter);
    if (digit < 0) throw new RangeError(`no base-40 digit at ${at}: ${letter}`);
    value = value * 40n + BigInt(digit);
  }
  const hex = value.toString(16);
  return bytesOfHex(hex.length % 2 === 0 ? hex : `0${hex}`);
}

export function bytesJoined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** What a preorder hides: the name, the script that pays, and the fresh address that is to own it (the salt). */
export const preorderHash = (name: string, payerScript: Uint8Array, address: string): string =>
  hexOf(hash160(bytesJoined(base40(name), payerScript, utf8(address))));

/** What an update says instead of its name; binds it to a consensus hash (as a hex string). */
export const updateHash = (name: string, consensus: string): string => hexOf(hash128(utf8(name + consensus)));

export const nameHash = (name: string): string => hexOf(hash128(utf8(name)));

const turned = (hex: string): Uint8Array => bytesOfHex(hex).reverse();

/**
 * Bitcoin's Merkle root of hashes written as people see them (bytes turned round), written so too. Hashes may be of
 * any length; one alone is its own root. Throws a RangeError where there is none.
 */
export function merkleRoot(hashes: readonly string[]): string {
  if (hashes.length === 0) throw new RangeError('a Merkle tree of nothing');
  let row = hashes.map(turned);
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < row.length; i += 2) {
      const left = row[i] as Uint8Array;
      above.push(twice(bytesJoined(left, row[i + 1] ?? left)));
    }
    row = above;
  }
  return hexOf((row[0] as Uint8Array).slice().reverse());
}

/** The record of one operation in a block's list: SHA-256 twice over its text, in hex. */
export const recordHash = (operation: string): string => hexOf(twice(utf8(operation)));
