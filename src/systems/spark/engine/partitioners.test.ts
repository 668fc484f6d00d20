// Who keeps a partitioner, and what is narrow or wide, case by case: named as in the list of facts (section 2),
// which has them from Spark's own tests.
import { describe, expect, test } from 'vitest';
import { add, fresh, list, pairs, planOf } from '../testing/bench.ts';
import type { Program } from './driver.ts';
import { pipelined, shufflesInto } from './graph.ts';
import { runInline } from './inline.ts';
import { hashOf } from './keys.ts';
import { defaultPartitioner, hashPartitioner, modulo, rangeBounds, rangePartitioner } from './partitioner.ts';
import type { Rdd } from './rdd.ts';

describe('2.4 partitioners, narrow or wide', () => {
  test('D1 who keeps the partitioner and who drops it', () => {
    const sc = fresh();
    const p = pairs(sc).partitionBy(3);
    const kept = [
      p.mapValues((x) => x),
      p.flatMapValues((x) => [x]),
      p.filter(() => true),
      p.sample(false, 0.5, 1),
      p.mapPartitions((x) => x, true),
    ];
    const dropped = [p.map((x) => x), p.flatMap((x) => [x]), p.keyBy((x) => x), p.mapPartitions((x) => x)];
    expect(kept.map(({ partitioner }) => partitioner?.spelling)).toEqual(kept.map(() => 'hash 3'));
    expect(dropped.map(({ partitioner }) => partitioner)).toEqual(dropped.map(() => undefined));
    expect(p.partitionBy(3)).toBe(p);
    for (const narrow of [p.groupByKey(3), p.reduceByKey(add, 3)])
      expect(shufflesInto(narrow).length).toBe(1);
  });
  test('D1 an RDD that is read from its checkpoint keeps its partitioner', () => {
    const { results } = runInline(
      planOf((made) => {
        const marked = pairs(made).partitionBy(3);
        marked.checkpoint();
        marked.count();
        return [
          marked.saved?.kind,
          marked.partitioner?.spelling,
          marked.reduceByKey(add, 3).dependencies[0]?.kind,
        ];
      }),
    );
    expect(results).toEqual([['ReliableCheckpointRDD', 'hash 3', 'narrow']]);
  });
  test('D2 a join decides for each side: the two-way side alone is shuffled, or neither', () => {
    const sc = fresh();
    const [two, four] = [pairs(sc).groupByKey(2), pairs(sc).groupByKey(4)];
    const before = sc.shuffles.length;
    expect(two.join(four).partitioner?.spelling).toBe('hash 4');
    expect(sc.shuffles.length).toBe(before + 1);
    two.join(pairs(sc).reduceByKey(add, 2));
    expect(sc.shuffles.length).toBe(before + 2);
  });
  test('D3 the partitioner taken when none is named', () => {
    const of = (n: number, has: boolean) => ({
      partitions: n,
      partitioner: has ? hashPartitioner(n) : undefined,
    });
    const n = (a: [number, boolean], b: [number, boolean], parallelism?: number): number =>
      defaultPartitioner([of(...a), of(...b)], parallelism).partitions;
    expect(n([150, false], [10, true])).toBe(150);
    expect(n([10, true], [100, true])).toBe(100);
    expect(n([100, true], [150, false])).toBe(100);
    expect(n([9, true], [11, false])).toBe(9);
    expect(n([1000, false], [10, true])).toBe(1000);
    expect(n([20, false], [10, true])).toBe(10);
    expect(n([20, false], [10, false], 4)).toBe(4);
    expect(n([20, false], [10, true], 4)).toBe(10);
    expect(n([1000, false], [10, true], 4)).toBe(10);
  });
  test('D4 reduceByKey after partitionBy by the same: one ShuffledRDD in the lineage', () => {
    const { toDebugString } = {
      toDebugString: pairs(fresh()).partitionBy(hashPartitioner(3)).reduceByKey(add, 3).toDebugString(),
    };
    expect(toDebugString.match(/ShuffledRDD/g)?.length).toBe(1);
  });
  test('D5 union: partition with partition where all are partitioned alike, in a row otherwise; empty ones are ignored', () => {
    const sc = fresh();
    const p = pairs(sc).partitionBy(3);
    const alike = p.union(p.mapValues((x) => x));
    expect([alike.kind, alike.partitions, alike.partitioner?.spelling]).toEqual([
      'PartitionerAwareUnionRDD',
      3,
      'hash 3',
    ]);
    const row = p.union(pairs(sc));
    expect([row.kind, row.partitions, row.partitioner]).toEqual(['UnionRDD', 7, undefined]);
    expect(p.union(sc.emptyRDD()).partitions).toBe(3);
  });
  test('D6 subtract has no partitioner; subtractByKey keeps it, and is narrow on a side that has it', () => {
    const sc = fresh();
    const p = pairs(sc).partitionBy(3);
    expect(p.subtract(pairs(sc)).partitioner).toBe(undefined);
    const before = sc.shuffles.length;
    expect(p.subtractByKey(pairs(sc)).partitioner?.spelling).toBe('hash 3');
    expect(sc.shuffles.length).toBe(before + 1);
  });
  test('D7 equal partitioners; null goes to 0; no negative partition; fewer ranges than asked', () => {
    expect(hashPartitioner(3).spelling === hashPartitioner(4).spelling).toBe(false);
    expect([hashPartitioner(5).of(null), hashOf(-7), hashPartitioner(5).of(-7)]).toEqual([0, -7, 3]);
    expect(rangePartitioner([1, 2], true).spelling === rangePartitioner([1, 2], false).spelling).toBe(false);
    const bounds = rangeBounds([{ count: 3, kept: [1, 2, 3] }], 22);
    expect(rangePartitioner(bounds, true).partitions).toBe(3);
    expect(rangePartitioner(rangeBounds([], 22), true).partitions).toBe(1);
    expect([5, 6].map((key) => rangePartitioner([5], true).of(key))).toEqual([0, 1]);
    expect([-1, 0, 9, 10, 39].map((key) => modulo(3, 10).of(key))).toEqual([2, 0, 0, 1, 0]);
  });
  test('D8 sortByKey runs its sampling job when it is called; distinct by the same number is narrow', () => {
    const { run } = runInline(planOf((sc) => void pairs(sc).sortByKey()));
    expect(run.state.jobs.map(({ action }) => action)).toEqual(['sortByKey']);
    const sc = fresh();
    const p = pairs(sc).partitionBy(3);
    expect([p.distinct(3).partitioner?.spelling, p.distinct(2).partitioner]).toEqual(['hash 3', undefined]);
    expect(pipelined(p.distinct(3)).length).toBe(2);
  });
  test('D8 partitions with far more than their share are sampled again by a second job', () => {
    const { run, results } = runInline(
      planOf((sc) => {
        const skewed = sc
          .parallelize(list(4), 4)
          .flatMap((x: number) => list(x === 0 ? 2000 : 5).map((i) => [(i * 7919) % 2003, i]));
        return skewed.sortByKey(true, 2).keys().glom().collect();
      }),
    );
    expect(run.state.jobs.map(({ action }) => action)).toEqual(['sortByKey', 'sortByKey', 'collect']);
    const [low = [], high = []] = results[0] as number[][];
    expect(low.length + high.length).toBe(2015);
    expect(Math.max(...low)).toBeLessThan(Math.min(...high));
    expect(Math.min(low.length, high.length)).toBeGreaterThan(500);
  });
  test('D9 repartition is four RDDs; coalesce without a shuffle is narrow', () => {
    const sc = fresh();
    const made = sc.rdds.length;
    sc.parallelize(list(10), 4).repartition(2);
    expect(sc.rdds.slice(made + 1).map(({ kind }) => kind)).toEqual([
      'MapPartitionsRDD',
      'ShuffledRDD',
      'CoalescedRDD',
      'MapPartitionsRDD',
    ]);
    expect(shufflesInto(sc.parallelize(list(10), 4).coalesce(2))).toEqual([]);
  });
  test('D10 slice i of a list runs from floor(i len / n) to floor((i + 1) len / n)', () => {
    const { results } = runInline(planOf((sc) => sc.parallelize(list(10), 4).glom().collect()));
    expect(results).toEqual([
      [
        [0, 1],
        [2, 3, 4],
        [5, 6],
        [7, 8, 9],
      ],
    ]);
  });
  test('D11 take tries one partition, then more at a time', () => {
    const jobs = (program: Program) =>
      runInline(planOf(program)).run.state.jobs.map(({ partitions }) => partitions.length);
    const half: Program = (sc) => sc.parallelize(list(101), 100).take(50);
    expect(jobs(half).length).toBeGreaterThan(1);
    const { run, results } = runInline({ ...planOf(half), firstTries: 1000 });
    expect([run.state.jobs.length, results]).toEqual([1, [list(50)]]);
    expect(jobs((sc) => sc.parallelize(list(1000), 10).take(50))).toEqual([1]);
    expect(
      jobs((sc) =>
        sc
          .parallelize(list(16), 16)
          .filter((x: number) => x > 14)
          .take(1),
      ),
    ).toEqual([1, 4, 11]);
  });
  test('D12 a join of three and two partitions has three; key k lies at k mod 3', () => {
    const { results } = runInline(
      planOf((sc) => {
        const side = (n: number): Rdd =>
          sc.parallelize(
            [1, 2, 3, 4].map((k) => [k, k]),
            n,
          );
        return side(3).join(side(2)).keys().glom().collect();
      }),
    );
    expect(results).toEqual([[[3], [1, 4], [2]]]);
  });
});
