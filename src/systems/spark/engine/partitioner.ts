// Partitioners: where a key goes. Two are equal where they send every key alike; an operator over an equally
// partitioned RDD needs no shuffle. Hash and range are Spark's; `Modulo(n, by)` keeps `by` neighbours together.

import { compareKeys, hashOf } from './keys.ts';
import { xorShiftOf } from './random.ts';
import { refused } from './why.ts';

export interface Partitioner {
  readonly kind: 'HashPartitioner' | 'RangePartitioner' | 'Modulo';
  readonly partitions: number;
  of(key: unknown): number;
  /** Equal partitioners have one spelling. */
  readonly spelling: string;
}

/** How many partitions there are to be. */
export function counted(n: unknown): number {
  if (typeof n === 'number' && Number.isInteger(n) && n > 0) return n;
  throw refused('no-count');
}

const floorMod = (x: number, n: number): number => ((x % n) + n) % n;

export const hashPartitioner = (n: number): Partitioner => ({
  kind: 'HashPartitioner',
  partitions: counted(n),
  of: (key) => floorMod(hashOf(key), n),
  spelling: `hash ${n}`,
});

/** floor(key / by) mod n. */
export function modulo(n: number, by = 1): Partitioner {
  if (typeof by !== 'number' || !Number.isFinite(by) || by === 0) throw refused('no-divisor');
  return {
    kind: 'Modulo',
    partitions: counted(n),
    of(key) {
      if (typeof key !== 'number' || !Number.isFinite(key)) throw refused('modulo');
      return floorMod(Math.floor(key / by), n);
    },
    spelling: `modulo ${n} ${by}`,
  };
}

/** Ranges of keys between sorted bounds; a key equal to a bound goes to the lower range. */
export function rangePartitioner(bounds: readonly unknown[], ascending: boolean): Partitioner {
  const n = bounds.length + 1;
  return {
    kind: 'RangePartitioner',
    partitions: n,
    of(key) {
      let low = 0;
      let high = bounds.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compareKeys(key, bounds[middle]) > 0) low = middle + 1;
        else high = middle;
      }
      return ascending ? low : n - 1 - low;
    },
    spelling: `range ${ascending} ${JSON.stringify(bounds)}`,
  };
}

/** Of one partition's keys: how many there were, and those that were kept. */
export interface Sketch {
  readonly count: number;
  readonly kept: readonly unknown[];
}

/** How many keys a partition gives to the sample for `n` ranges (RangePartitioner: 20 a range, at most a million, three times over). */
export const sketchSize = (n: number, partitions: number): number =>
  Math.ceil((3 * Math.min(20 * n, 1e6)) / Math.max(1, partitions));

/** scala.util.hashing.byteswap32. */
export function byteswap32(x: number): number {
  const h = Math.imul(x, 0x9e3775cd);
  const reversed = (h >>> 24) | ((h >>> 8) & 0xff00) | ((h & 0xff00) << 8) | (h << 24);
  return Math.imul(reversed, 0x9e3775cd);
}

/** Which part of all keys a sample for `n` ranges is. */
export function sampleFraction(n: number, sketches: readonly Sketch[]): number {
  const all = sketches.reduce((sum, { count }) => sum + count, 0);
  return Math.min(Math.min(20 * n, 1e6) / Math.max(1, all), 1);
}

/** A reservoir of at most `size` of a partition's keys (SamplingUtils.reservoirSampleAndCount). */
export function sketch(keys: readonly unknown[], size: number, rdd: number, partition: number): Sketch {
  const kept = keys.slice(0, size);
  if (keys.length > size) {
    const random = xorShiftOf(byteswap32(partition ^ (rdd << 16)));
    for (let seen = size + 1; seen <= keys.length; seen++) {
      const at = Math.floor(random.double() * seen);
      if (at < size) kept[at] = keys[seen - 1];
    }
  }
  return { count: keys.length, kept };
}

/** The bounds of at most `most` ranges (RangePartitioner.determineBounds). */
export function rangeBounds(sketches: readonly Sketch[], most: number): unknown[] {
  const candidates: { readonly key: unknown; readonly weight: number }[] = [];
  for (const { count, kept } of sketches) {
    for (const key of kept) candidates.push({ key, weight: count / kept.length });
  }
  candidates.sort((a, b) => compareKeys(a.key, b.key));
  let total = 0;
  for (const { weight } of candidates) total += weight;
  const n = Math.min(most, candidates.length);
  const step = total / n;
  const bounds: unknown[] = [];
  let cumulative = 0;
  let target = step;
  for (const { key, weight } of candidates) {
    if (bounds.length >= n - 1) break;
    cumulative += weight;
    if (cumulative < target) continue;
    if (bounds.length > 0 && compareKeys(key, bounds.at(-1)) <= 0) continue;
    bounds.push(key);
    target += step;
  }
  return bounds;
}

/** What an operator is told about where its keys go: a number of partitions, a partitioner, or nothing. */
export type Where = number | Partitioner | undefined;

interface Placed {
  readonly partitions: number;
  readonly partitioner?: Partitioner | undefined;
}

/**
 * The partitioner that operators on keys take when they are told none (Partitioner.defaultPartitioner): the largest
 * there is, where it is less than ten times too small for the widest parent or no smaller than the default.
 */
export function defaultPartitioner(parents: readonly Placed[], parallelism: number | undefined): Partitioner {
  let largest: Placed | undefined;
  for (const parent of parents) {
    if (parent.partitioner && parent.partitions > (largest?.partitions ?? 0)) largest = parent;
  }
  const widest = Math.max(...parents.map(({ partitions }) => partitions));
  const count = parallelism ?? widest;
  if (largest?.partitioner && (widest < 10 * largest.partitions || count <= largest.partitions)) {
    return largest.partitioner;
  }
  return hashPartitioner(count);
}

export function partitionerFor(
  where: Where,
  parents: readonly Placed[],
  parallelism: number | undefined,
): Partitioner {
  if (where === undefined) return defaultPartitioner(parents, parallelism);
  return typeof where === 'object' && where !== null && 'spelling' in where ? where : hashPartitioner(where);
}

export const samePartitioner = (a: Partitioner | undefined, b: Partitioner | undefined): boolean =>
  a !== undefined && a.spelling === b?.spelling;
