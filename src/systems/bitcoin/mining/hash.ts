// What is mined, and one hash of it: small, for who only looks at a hash and does not mine.

import { sha256 } from '@noble/hashes/sha2.js';

/** What is mined. `header`: 80 bytes in hex, of which the last four, the nonce, do not count. `target`: 32 bytes in hex. */
export interface MiningInput {
  readonly header: string;
  readonly target: string;
}

/** The header with this nonce, double-hashed: as a number its bytes run the other way (`displayed`). */
export function hashOf(header: Uint8Array, nonce: number): Uint8Array {
  const bytes = Uint8Array.from(header);
  new DataView(bytes.buffer).setUint32(76, nonce, true);
  return sha256(sha256(bytes));
}

/** A hash as people write it: the bytes of the number, highest first. */
export const displayed = (hash: Uint8Array): Uint8Array => Uint8Array.from(hash).reverse();

/** Its highest 32 bits: how near a hash came is told by these. */
export const highest = (shown: Uint8Array): number =>
  new DataView(shown.buffer, shown.byteOffset).getUint32(0);
