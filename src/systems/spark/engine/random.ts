// The generators that Spark samples with, to the bit, so that the same seed keeps the same records: XORShift (Marsaglia
// 2003, shifts 21, 35, 4) and java.util.Random. All arithmetic is on 64-bit integers.

import { log } from '../../../base/fixed-math.ts';

const MASK = (1n << 64n) - 1n;
const TWO_53 = 9007199254740992;

const rotl = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** MurmurHash3.bytesHash of eight bytes, little-endian words, as Scala's. */
function murmurOfEight(bytes: DataView, seed: number): number {
  let h = seed;
  for (const at of [0, 4]) {
    const k = Math.imul(rotl(Math.imul(bytes.getInt32(at, true), 0xcc9e2d51), 15), 0x1b873593);
    h = (Math.imul(rotl(h ^ k, 13), 5) + 0xe6546b64) | 0;
  }
  h ^= 8;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export interface Random {
  /** In [0, 1), 53 bits. */
  double(): number;
  /** In [0, n). */
  int(n: number): number;
}

/** Spark's XORShiftRandom; the seed is a 64-bit integer. */
export function xorShiftOf(seed: number | bigint): Random {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigInt64(0, BigInt.asIntN(64, BigInt(seed)));
  const low = murmurOfEight(bytes, 0x3c074a61);
  const high = murmurOfEight(bytes, low);
  let state = ((BigInt(high) << 32n) | BigInt(low >>> 0)) & MASK;
  function next(count: number): number {
    let x = state ^ ((state << 21n) & MASK);
    x ^= x >> 35n;
    x ^= (x << 4n) & MASK;
    state = x;
    return Number(x & ((1n << BigInt(count)) - 1n));
  }
  return fromBits((count) => next(count));
}

/** What java.util.Random makes of a source of bits. */
function fromBits(next: (count: number) => number): Random {
  return {
    double: () => (next(26) * 134217728 + next(27)) / TWO_53,
    int(n) {
      const r = next(31);
      if ((n & -n) === n) return Number((BigInt(n) * BigInt(r)) >> 31n);
      let bits = r;
      while (bits - (bits % n) + (n - 1) >= 2147483648) bits = next(31);
      return bits % n;
    },
  };
}

/** The first `count` values of java.util.Random(seed).nextLong. */
export function javaLongs(seed: number, count: number): bigint[] {
  const mask = (1n << 48n) - 1n;
  let state = (BigInt(seed) ^ 0x5deece66dn) & mask;
  const next32 = (): bigint => {
    state = (state * 0x5deece66dn + 0xbn) & mask;
    return BigInt.asIntN(32, state >> 16n);
  };
  return Array.from({ length: count }, () => BigInt.asIntN(64, (next32() << 32n) + next32()));
}

/** ln(1 + x) for -1 < x <= 0, by the four operations alone (Kahan's correction of the logarithm). */
function log1p(x: number): number {
  const y = 1 + x;
  return y === 1 ? x : (log(y) * x) / (y - 1);
}

/** Which of `items` a sample without replacement keeps (BernoulliSampler): by gaps where few are kept. */
export function sampled<T>(items: readonly T[], fraction: number, seed: bigint): T[] {
  if (fraction <= 0) return [];
  const random = xorShiftOf(seed);
  if (fraction > 0.4) return items.filter(() => random.double() <= fraction);
  const scale = log1p(-fraction);
  const kept: T[] = [];
  const gap = (): number => Math.floor(log(Math.max(random.double(), 5e-11)) / scale);
  for (let at = gap(); at < items.length; at += 1 + gap()) kept.push(items[at] as T);
  return kept;
}
