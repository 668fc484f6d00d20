// Where real Spark put keys, slices, lines, samples and ranges (placement.jsonl), beside where this engine puts them.
// What our language has no type for is named, not compared.

import { canonicalJson } from '../../base/canonical.ts';
import { Refusal } from '../../base/result.ts';
import type { Context } from './engine/context.ts';
import { runInline } from './engine/inline.ts';
import type { InputOf } from './engine/job.ts';
import { double, hashOf, long } from './engine/keys.ts';
import { hashPartitioner } from './engine/partitioner.ts';
import type { Rdd } from './engine/rdd.ts';

export interface Placement {
  readonly hash?: {
    readonly key: string;
    readonly type: string;
    readonly hashCode: number;
    readonly at: Readonly<Record<string, number>>;
  };
  readonly slices?: {
    readonly length: number;
    readonly partitions: number;
    readonly sizes: readonly number[];
  };
  readonly textFile?: { readonly lines: readonly number[]; readonly minPartitions: number };
  readonly sample?: {
    readonly fraction: number;
    readonly kept: readonly number[];
    readonly replacement: boolean;
    readonly seed: number;
  };
  readonly sortByKey?: { readonly keys: readonly (readonly number[])[]; readonly partitions: number };
  readonly sortByKeySkewed?: { readonly keys: readonly Readonly<Record<string, number>>[] };
  readonly coalesce?: { readonly parts: readonly (readonly number[])[] };
  readonly randomSplit?: {
    readonly got: readonly (readonly number[])[];
    readonly seed: number;
    readonly weights: readonly number[];
  };
}

/** What each kind of line must say. */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
  hash: ['key', 'type', 'hashCode', 'at'],
  slices: ['length', 'partitions', 'sizes'],
  textFile: ['lines', 'minPartitions'],
  sample: ['fraction', 'kept', 'replacement', 'seed'],
  sortByKey: ['keys', 'partitions'],
  sortByKeySkewed: ['keys'],
  coalesce: ['parts'],
  randomSplit: ['got', 'seed', 'weights'],
};

export interface PlacementResult {
  readonly name: string;
  /** 'lacks': our language has no such type; `actual` says which. */
  readonly verdict: 'equal' | 'differs' | 'lacks';
  readonly expected?: unknown;
  readonly actual?: unknown;
}

const range = (a: number, b: number): number[] => Array.from({ length: b - a + 1 }, (_, i) => a + i);

/** The records of each partition, from a run of its own. */
function parts(make: (sc: Context) => Rdd, input: InputOf = () => undefined): unknown[][] {
  const { results, failed } = runInline({
    workers: 2,
    cores: 2,
    input,
    program: (sc) => make(sc).glom().collect(),
  });
  if (failed !== undefined) throw new Refusal(failed);
  return results[0] as unknown[][];
}

/** A key as the file spells it, by its type; undefined where our language has none such. */
function keyOfSpelling(type: string, key: string): { readonly key: unknown } | undefined {
  if (type === 'int') return { key: Number(key) };
  if (type === 'long') return Number.isSafeInteger(Number(key)) ? { key: long(Number(key)) } : undefined;
  if (type === 'double') return { key: double(Number(key)) };
  if (type === 'string') return { key };
  if (type === 'tuple') return { key: key.slice(1, -1).split(',').map(itemOf) };
  if (type === 'other' && (key === 'null' || key === 'false')) return { key: key === 'null' ? null : false };
  return undefined;
}

const itemOf = (item: string): unknown =>
  item === 'null' ? null : item === 'true' ? true : /^-?\d+$/.test(item) ? Number(item) : item;

export function placed(line: Placement, input: InputOf): PlacementResult {
  const compare = (name: string, expected: unknown, actual: unknown): PlacementResult =>
    canonicalJson(expected) === canonicalJson(actual)
      ? { name, verdict: 'equal' }
      : { name, verdict: 'differs', expected, actual };

  if (line.hash) {
    const { key, type, hashCode, at } = line.hash;
    const name = `hash of ${type} ${key}`;
    const ours = keyOfSpelling(type, key);
    if (!ours) return { name, verdict: 'lacks', actual: `${type} ${key}` };
    const places = Object.fromEntries(
      Object.keys(at).map((n) => [n, hashPartitioner(Number(n)).of(ours.key)]),
    );
    return compare(name, { hashCode, at }, { hashCode: hashOf(ours.key), at: places });
  }
  if (line.slices) {
    const { length, partitions, sizes } = line.slices;
    const got = parts((sc) => sc.parallelize(range(1, length), partitions)).map((part) => part.length);
    return compare(`slices of ${length} into ${partitions}`, sizes, got);
  }
  if (line.textFile) {
    const { lines, minPartitions } = line.textFile;
    const got = parts((sc) => sc.textFile('/data/service.log', minPartitions), input);
    return compare(
      `lines of a text in ${minPartitions}`,
      lines,
      got.map((part) => part.length),
    );
  }
  if (line.sample) {
    const { fraction, kept, replacement, seed } = line.sample;
    const name = `sample ${fraction} by seed ${seed}`;
    if (replacement) return { name, verdict: 'lacks', actual: 'sample with replacement' };
    return compare(
      name,
      kept,
      parts((sc) => sc.parallelize(range(1, 100), 4).sample(false, fraction, seed)).flat(),
    );
  }
  if (line.sortByKey) {
    const { keys, partitions } = line.sortByKey;
    const pairs = range(1, 60).map((i) => [(i * 37) % 61, i]);
    const got = parts((sc) => sc.parallelize(pairs, 4).sortByKey(true, partitions).keys());
    return compare(`sortByKey into ${partitions}`, keys, got);
  }
  if (line.sortByKeySkewed) {
    const pairs = range(1, 200).map((i) => [i % 3 === 0 ? 5 : i % 20, i]);
    const got = parts((sc) => sc.parallelize(pairs, 4).sortByKey(true, 4).keys());
    return compare('sortByKey of skewed keys', line.sortByKeySkewed.keys, got.map(countsOf));
  }
  if (line.coalesce) {
    return compare(
      'coalesce',
      line.coalesce.parts,
      parts((sc) => sc.parallelize(range(1, 30), 7).coalesce(3)),
    );
  }
  if (line.randomSplit) {
    const { got, seed, weights } = line.randomSplit;
    const ours = weights.map((_, i) =>
      parts((sc) => sc.parallelize(range(1, 40), 2).randomSplit(weights, seed)[i] as Rdd).flat(),
    );
    return compare('randomSplit', got, ours);
  }
  return { name: 'an unknown line', verdict: 'lacks', actual: Object.keys(line).join() };
}

function countsOf(keys: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[String(key)] = (counts[String(key)] ?? 0) + 1;
  return counts;
}
