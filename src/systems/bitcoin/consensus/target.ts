// The compact target `bits` and the work behind it, as Core's arith_uint256 has them: a floating-point number of three
// bytes and an exponent, with a sign bit that a valid target does not use.

export interface Compact {
  /** Truncated to 256 bits. */
  readonly target: bigint;
  readonly negative: boolean;
  readonly overflow: boolean;
}

const TOP = 1n << 256n;

/** What `bits` says (Core's SetCompact). */
export function fromCompact(bits: number): Compact {
  const size = bits >>> 24;
  const digits = bits & 0x007fffff;
  const word = size <= 3 ? digits >>> (8 * (3 - size)) : digits;
  const target = size <= 3 ? BigInt(word) : (BigInt(word) << BigInt(8 * (size - 3))) % TOP;
  return {
    target,
    negative: word !== 0 && (bits & 0x00800000) !== 0,
    overflow: word !== 0 && (size > 34 || (word > 0xff && size > 33) || (word > 0xffff && size > 32)),
  };
}

/** The target in its compact form, rounded down to three bytes (Core's GetCompact). */
export function toCompact(target: bigint, negative = false): number {
  let size = target === 0n ? 0 : Math.ceil(target.toString(16).length / 2);
  let word = Number(size <= 3 ? target << BigInt(8 * (3 - size)) : target >> BigInt(8 * (size - 3)));
  // The top bit is the sign: a number that would set it takes one byte more.
  if (word & 0x00800000) {
    word >>= 8;
    size++;
  }
  return ((size << 24) | word | (negative && word !== 0 ? 0x00800000 : 0)) >>> 0;
}

/** The highest hash that `bits` allows; null where no hash would do: negative, zero, too large, or easier than the limit. */
export function targetOf(bits: number, limit: bigint): bigint | null {
  const { target, negative, overflow } = fromCompact(bits);
  return negative || overflow || target === 0n || target > limit ? null : target;
}

/** Hashes that are expected for one block at these bits: 2^256 / (target + 1), rounded down (Core's GetBlockProof). */
export function workOf(bits: number): bigint {
  const { target, negative, overflow } = fromCompact(bits);
  return negative || overflow || target === 0n ? 0n : TOP / (target + 1n);
}

/** A hash as the number that is compared with the target: its bytes little-endian. */
export function hashNumber(hash: Uint8Array): bigint {
  const view = new DataView(hash.buffer, hash.byteOffset, 32);
  let n = 0n;
  for (let at = 24; at >= 0; at -= 8) n = (n << 64n) | view.getBigUint64(at, true);
  return n;
}

/** 64 hex digits. */
export const hex256 = (n: bigint): string => n.toString(16).padStart(64, '0');
export const bitsHex = (bits: number): string => bits.toString(16).padStart(8, '0');

/** How many times harder than the easiest target of mainnet. */
export const difficultyOf = (bits: number): number =>
  Number(((0xffffn << 208n) * 1_000_000n) / (fromCompact(bits).target || 1n)) / 1_000_000;
