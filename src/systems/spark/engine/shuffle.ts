// The two sides of a shuffle: what a map task writes for each reducer, and what a reducer makes of it. Map outputs are
// merged by map index and keys stand in the order in which they first came, so the bytes are the same on every run.

import type { Aggregator, Records, Shuffle } from './graph.ts';
import { mapKey } from './keys.ts';
import { refused } from './why.ts';

export type Pair = readonly [unknown, unknown];

/** The pair that a record must be where its key is asked for. */
export function pairOf(record: unknown): Pair {
  if (!Array.isArray(record) || record.length !== 2) {
    throw refused('pairs');
  }
  return record as unknown as Pair;
}

/** One map task's output: the records for each reducer. */
export function mapOutput(shuffle: Shuffle, records: Records): readonly Records[] {
  const { aggregator } = shuffle;
  return toReducers(
    shuffle,
    aggregator?.mapSide === true ? combine(records, aggregator.create, aggregator.add) : records.map(pairOf),
  );
}

/** Pairs by the reducer that each goes to. */
export function toReducers({ partitioner }: Shuffle, pairs: readonly Pair[]): readonly Records[] {
  const parts: Pair[][] = Array.from({ length: partitioner.partitions }, () => []);
  for (const pair of pairs) parts[partitioner.of(pair[0])]?.push(pair);
  return parts;
}

/** What a reducer makes of the outputs, by map index. */
export function reduceInput(outputs: readonly Records[], aggregator: Aggregator | undefined): Records {
  const all = outputs.flat();
  if (aggregator === undefined) return all;
  return aggregator.mapSide
    ? combine(all, (value) => value, aggregator.merge)
    : combine(all, aggregator.create, aggregator.add);
}

type Create = (value: unknown) => unknown;
type Add = (combined: unknown, value: unknown) => unknown;

/** One pair a key, in the order in which the keys first came. */
export function combine(records: Records, create: Create, add: Add): Pair[] {
  const { take, pairs } = combiner(create, add);
  for (let i = 0; i < records.length; i++) take(records[i]);
  return pairs;
}

/** The same, record by record. */
export function combiner(
  create: Create,
  add: Add,
): { readonly take: (record: unknown) => void; readonly pairs: Pair[] } {
  const at = new Map<unknown, [unknown, unknown]>();
  const pairs: [unknown, unknown][] = [];
  return {
    pairs,
    take(record) {
      const pair = pairOf(record);
      const key = pair[0];
      const value = pair[1];
      const name = mapKey(key);
      const found = at.get(name);
      if (found) {
        found[1] = add(found[1], value);
      } else {
        const made: [unknown, unknown] = [key, create(value)];
        at.set(name, made);
        pairs.push(made);
      }
    },
  };
}
