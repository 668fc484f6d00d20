// The 80 bytes that are hashed (Nakamoto 2008, sections 3 and 4): version, the hash of the block before, the Merkle root of
// the transactions, a time in seconds since 1970, the compact target, the nonce.

import { doubleSha256 } from './double-sha256.ts';
import { i32, joined, u32, WireReader } from './wire.ts';

export const HEADER_BYTES = 80;

export interface Header {
  readonly version: number;
  /** 32 bytes in the order of SHA-256. */
  readonly previous: Uint8Array;
  readonly merkleRoot: Uint8Array;
  /** Seconds since 1970. */
  readonly time: number;
  /** The compact target. */
  readonly bits: number;
  readonly nonce: number;
}

/** Reads the 80 bytes from `at` on; throws CutShort where there are fewer. */
export function parseHeader(bytes: Uint8Array, at = 0): Header {
  const from = new WireReader(bytes, at);
  return {
    version: from.i32(),
    previous: from.take(32),
    merkleRoot: from.take(32),
    time: from.u32(),
    bits: from.u32(),
    nonce: from.u32(),
  };
}

export const headerBytes = ({ version, previous, merkleRoot, time, bits, nonce }: Header): Uint8Array =>
  joined([i32(version), previous, merkleRoot, u32(time), u32(bits), u32(nonce)]);

/** The name of a block, and its proof of work: both hashes of its header. */
export const blockHash = (header: Header): Uint8Array => doubleSha256(headerBytes(header));

/** Tries nonces from this one on until the hash is low enough; for easy targets. */
export function mined(header: Header, met: (hash: Uint8Array) => boolean): Header {
  for (let nonce = header.nonce; nonce <= 0xffffffff; nonce++) {
    const tried = { ...header, nonce };
    if (met(blockHash(tried))) return tried;
  }
  throw new RangeError('no nonce of this header is low enough');
}
