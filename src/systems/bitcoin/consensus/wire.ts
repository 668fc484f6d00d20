// How Bitcoin writes numbers and hashes down: little-endian integers, counts in one to nine bytes, and hashes in the
// order in which SHA-256 gives them. People see a hash the other way round: `shown` turns it.

import { hexOf } from '../../../base/bytes.ts';

/** The bytes end before what they announce. */
export class CutShort extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`the bytes end at ${at}, before what they announce`);
    this.name = 'CutShort';
    this.at = at;
  }
}

/** A hash as explorers and Core print it: the bytes turned round, in hex. */
export const shown = (hash: Uint8Array): string => hexOf(Uint8Array.from(hash).reverse());

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Reads from the front; throws CutShort where there is too little. */
export class WireReader {
  at: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  private step(size: number): number {
    if (size > this.left) throw new CutShort(this.bytes.length);
    const at = this.at;
    this.at += size;
    return at;
  }

  u8(): number {
    return this.view.getUint8(this.step(1));
  }
  u32(): number {
    return this.view.getUint32(this.step(4), true);
  }
  i32(): number {
    return this.view.getInt32(this.step(4), true);
  }
  i64(): bigint {
    return this.view.getBigInt64(this.step(8), true);
  }
  take(size: number): Uint8Array {
    const at = this.step(size);
    return this.bytes.slice(at, at + size);
  }

  /** A count (CompactSize): one byte below 253, else 253, 254 or 255 and then two, four or eight bytes. */
  count(): number {
    const first = this.u8();
    if (first < 253) return first;
    if (first === 253) return this.view.getUint16(this.step(2), true);
    if (first === 254) return this.u32();
    const large = this.view.getBigUint64(this.step(8), true);
    // Nothing is that long: whoever says so is cut short.
    return large > 0xffffffffn ? 0xffffffff : Number(large);
  }

  counted(): Uint8Array {
    return this.take(this.count());
  }

  /** So many of these; a count larger than what is left is cut short at once. */
  list<T>(one: () => T): readonly T[] {
    const count = this.count();
    if (count > this.left) throw new CutShort(this.bytes.length);
    return Array.from({ length: count }, one);
  }
}

function number(size: number, write: (view: DataView) => void): Uint8Array {
  const out = new Uint8Array(size);
  write(new DataView(out.buffer));
  return out;
}
export const u32 = (n: number): Uint8Array => number(4, (view) => view.setUint32(0, n, true));
export const i32 = (n: number): Uint8Array => number(4, (view) => view.setInt32(0, n, true));
export const i64 = (n: bigint): Uint8Array => number(8, (view) => view.setBigInt64(0, n, true));

export function count(n: number): Uint8Array {
  if (n < 253) return Uint8Array.of(n);
  if (n < 0x10000) return Uint8Array.of(253, n & 255, n >> 8);
  return joined([Uint8Array.of(254), u32(n)]);
}

export const counted = (bytes: Uint8Array): Uint8Array => joined([count(bytes.length), bytes]);
