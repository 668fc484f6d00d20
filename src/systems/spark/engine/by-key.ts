// Operators that bring the values of a key together: one shuffle, or none where the parent already has the partitioner.

import type { Call, Fn } from './fn.ts';
import { callOf } from './fn.ts';
import type { Aggregator, Records } from './graph.ts';
import { oneToOne } from './graph.ts';
import { compareKeys, mapKey } from './keys.ts';
import type { Operand } from './operand.ts';
import type { Partitioner, Sketch, Where } from './partitioner.ts';
import {
  byteswap32,
  counted,
  hashPartitioner,
  partitionerFor,
  rangeBounds,
  rangePartitioner,
  samePartitioner,
  sampleFraction,
  sketch,
  sketchSize,
} from './partitioner.ts';
import { javaLongs, sampled, xorShiftOf } from './random.ts';
import { combine, pairOf, reduceInput } from './shuffle.ts';
import { at } from './state.ts';
import { coalesced } from './unions.ts';

/** Through a shuffle, whatever the parent's partitioner is. */
export function shuffled(
  parent: Operand,
  partitioner: Partitioner,
  aggregator?: Aggregator,
  order?: (a: unknown, b: unknown) => number,
): Operand {
  const shuffle = parent.context.shuffle({ parent, partitioner, aggregator });
  return parent.context.rdd({
    kind: 'ShuffledRDD',
    dependencies: [shuffle],
    partitions: partitioner.partitions,
    partitioner,
    compute(_, inputs): Records {
      const records = reduceInput(inputs.shuffled(0), aggregator);
      return order ? [...records].sort((a, b) => order(pairOf(a)[0], pairOf(b)[0])) : records;
    },
  });
}

/** One pair a key. */
export function combineByKey(parent: Operand, where: Where, aggregator: Aggregator): Operand {
  const partitioner = partitionerFor(where, [parent], parent.context.parallelism);
  if (!samePartitioner(parent.partitioner, partitioner)) return shuffled(parent, partitioner, aggregator);
  const { create, add } = aggregator;
  return parent.narrow((records) => combine(records, create, add), true);
}

export const groups: Aggregator = {
  create: (value) => [value],
  add: (list, value) => {
    (list as unknown[]).push(value);
    return list;
  },
  merge: (left, right) => [...(left as unknown[]), ...(right as unknown[])],
  mapSide: false,
};

export function reducing(f: Call): Aggregator {
  return { create: (value) => value, add: f, merge: f, mapSide: true };
}

export function aggregating(zero: unknown, add: Fn, merge: Fn): Aggregator {
  const seq = callOf(add);
  return { create: (value) => seq(zero, value), add: seq, merge: callOf(merge), mapSide: true };
}

export function partitioned(parent: Operand, where: number | Partitioner): Operand {
  const partitioner = typeof where === 'number' ? hashPartitioner(where) : where;
  return samePartitioner(parent.partitioner, partitioner) ? parent : shuffled(parent, partitioner);
}

export function distinct(parent: Operand, n: number): Operand {
  const once = (records: Records): Records => {
    const seen = new Set<unknown>();
    return records.filter((record) => seen.size < seen.add(mapKey(record)).size);
  };
  if (parent.partitioner && n === parent.partitions) return parent.narrow(once, true);
  const keyed = parent.narrow((records) => records.map((record) => [record, null]));
  const combined = combineByKey(
    keyed,
    n,
    reducing((first) => first),
  );
  return combined.narrow((records) => records.map((record) => pairOf(record)[0]));
}

/** Sorted by ranges of keys. With more than one range it runs a job at once: a sample of the keys gives the bounds. */
export function sortByKey(parent: Operand, ascending: boolean, most: number): Operand {
  const n = counted(most);
  const order = ascending ? compareKeys : (a: unknown, b: unknown) => compareKeys(b, a);
  const bounds = n <= 1 ? [] : rangeBounds(sketches(parent, n), n);
  return shuffled(parent, rangePartitioner(bounds, ascending), undefined, order);
}

function sketches(parent: Operand, n: number): readonly Sketch[] {
  const { context } = parent;
  const keysOf = (): Operand => parent.narrow((records) => records.map((record) => pairOf(record)[0]));
  const keys = keysOf();
  const size = sketchSize(n, keys.partitions);
  const sampling = keys.narrow((records, p) => [sketch(records, size, keys.id, p)]);
  const first = sampling.everything('sortByKey') as readonly Sketch[];
  const fraction = sampleFraction(n, first);
  const heavy = first.flatMap(({ count }, p) => (fraction * count > size ? [p] : []));
  if (heavy.length === 0) return first;
  // Partitions with far more than their share are sampled again, by a second job (RangePartitioner).
  const pruned = context.rdd({
    kind: 'PartitionPruningRDD',
    dependencies: [{ kind: 'narrow', parent: keysOf(), of: (p) => [at(heavy, p)] }],
    partitions: heavy.length,
    compute: (p, inputs) => inputs.narrow(0, at(heavy, p)),
  });
  const seeds = javaLongs(byteswap32(-parent.id - 1), heavy.length);
  const again = context.rdd({
    kind: 'PartitionwiseSampledRDD',
    dependencies: [oneToOne(pruned)],
    partitions: heavy.length,
    compute: (p, inputs) => sampled(inputs.narrow(0, p), fraction, at(seeds, p)),
  });
  const kept = again.everything('sortByKey');
  const light = first.filter((_, p) => !heavy.includes(p));
  return [...light, { count: kept.length / fraction, kept }];
}

/** Records dealt out in turn from a beginning that each map task draws, through a shuffle (RDD.coalesce with shuffle). */
export function repartitioned(parent: Operand, most: number): Operand {
  const n = counted(most);
  const deal = (records: Records, p: number): Records => {
    let at = xorShiftOf(p).int(n);
    return records.map((record) => {
      at += 1;
      return [at, record];
    });
  };
  const dealt = parent.narrow(deal, false, true);
  const moved = shuffled(dealt, hashPartitioner(n));
  return coalesced(moved, n).narrow((records) => records.map((record) => pairOf(record)[1]));
}
