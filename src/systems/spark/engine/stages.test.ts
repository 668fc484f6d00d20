// How a job is cut into stages, and which of them are skipped, case by case: named as in the list of facts (section 2),
// which has them from Spark's own tests.
// Not here nor in its neighbours: C18, D7's arrays, D9's first sentence, D10's lookup, E2, E4, E5's property, E6, E7.
import { describe, expect, test } from 'vitest';
import { add, bench, fresh, jobOf, list, names, pairs, planOf, ran, tasksOf } from '../testing/bench.ts';
import type { Program } from './driver.ts';
import type { Shuffle } from './graph.ts';
import { shufflesInto } from './graph.ts';
import { runInline } from './inline.ts';
import { hashPartitioner } from './partitioner.ts';
import type { Rdd } from './rdd.ts';
import { loseBlock } from './run.ts';
import { submitJob, submitMapStage } from './scheduler.ts';
import type { Stage } from './state.ts';
import { fetchFailed } from './tasks.ts';

describe('2.1 the graph of stages', () => {
  test('A1 a map and a reduce: two stages, the map stage first and with the lower number', () => {
    const { run } = runInline(planOf((sc) => pairs(sc).reduceByKey(add).count()));
    expect(run.state.stages.map(({ id, shuffle, ran: did }) => [id, shuffle, did])).toEqual([
      [0, 0, true],
      [1, -1, true],
    ]);
    expect(names(run.state)).toEqual(['0.0', '1.0']);
  });
  test('A2 B reads A shuffled, C reads both A and B shuffled, D reads C shuffled: three map stages and a result, A’s once', () => {
    const { state, job } = bench(2, (sc) => {
      const b = pairs(sc).partitionBy(2);
      // Narrow on b, so that c reads the shuffle of a itself; b is shuffled beside it.
      const c = b.join(b.map(([key, value]: [number, number]) => [key + 1, value]));
      return c.mapValues(() => 1).reduceByKey(add, 3);
    });
    job();
    const shuffling = state.stages.filter(({ shuffle }) => shuffle >= 0);
    const [a, b, c] = shuffling as [Stage, Stage, Stage];
    expect([state.stages.length, shuffling.length]).toEqual([4, 3]);
    expect([a, b, c].map(({ parents }) => parents)).toEqual([[], [a.id], [a.id, b.id]]);
    expect(state.stages.at(-1)?.parents).toEqual([c.id]);
  });
  test('A3 only the shuffles that are read directly count as parents', () => {
    const sc = fresh();
    const a = pairs(sc);
    const c = pairs(sc)
      .partitionBy(2)
      .map((x) => x)
      .partitionBy(hashPartitioner(3));
    const d = c.mapValues((x) => x);
    const e = a.join(d, 3);
    const parents = shufflesInto(e).map(({ parent }) => parent.id);
    expect(parents).toEqual(expect.arrayContaining([a.id]));
    expect(parents.length).toBe(2);
    expect(shufflesInto(a)).toEqual([]);
  });
  test('A4 groupBy, map, groupBy: stages of RDDs 0 1 2, 3 4 5 and 6, by the operators that made them', () => {
    const { state, sc, job } = bench(2, (made) =>
      made
        .parallelize(list(10), 2)
        .map((x) => x)
        .groupBy((x: number) => x % 3)
        .map((x) => x)
        .groupBy(([key]: [number]) => key),
    );
    job();
    expect(state.stages.map(({ rdds }) => rdds)).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
    expect(state.stages.map(({ rdds }) => rdds.map((id) => sc.rdds[id]?.site.split(' ')[0]))).toEqual([
      ['parallelize', 'map', 'groupBy'],
      ['groupBy', 'map', 'groupBy'],
      ['groupBy'],
    ]);
  });
  test('A5 an RDD zipped with itself thirty times is walked once a node, for its stage and for its place', () => {
    const { state, job, begin } = bench(1, (sc) => {
      let rdd: Rdd = sc.parallelize([1], 1);
      for (let i = 0; i < 30; i++) rdd = rdd.zip(rdd);
      return rdd;
    });
    job();
    expect(state.stages.map(({ rdds }) => rdds.length)).toEqual([31]);
    expect(state.sets.length).toBe(1);
    expect(begin(0).partition).toBe(0);
  });
  test('A6 a job over no partitions ends with no stage', () => {
    const { results, run } = runInline(planOf((sc) => sc.emptyRDD().count()));
    expect([results, run.state.stages]).toEqual([[0], []]);
  });
  test('A7 a narrow chain is one stage with as many tasks as partitions', () => {
    const { run } = runInline(
      planOf((sc) =>
        sc
          .parallelize(list(9), 3)
          .map((x) => x)
          .filter(() => true)
          .count(),
      ),
    );
    expect(run.state.stages.map(({ tasks }) => tasks)).toEqual([3]);
  });
  test('A8 the walk for missing parents stops at an RDD only where all its partitions are held', () => {
    const program: Program = (sc, results) => {
      const cached = pairs(sc).reduceByKey(add, 2).persist();
      results.push(cached.count());
      results.push(cached.map((x) => x).count());
    };
    for (const dropped of [0, 1]) {
      const { state, sc, rdd, job, one } = bench(2, (made) => pairs(made).reduceByKey(add, 2).persist());
      job();
      for (let map = 0; map < 4; map++) one(map % 2);
      for (const partition of list(2 - dropped))
        one(partition, { stored: [{ rdd: rdd.id, partition, address: 'b', size: 1 }], value: 1 });
      if (dropped === 1) one(1, { value: 1 });
      // Every map output is gone; whether that matters depends on what is held.
      for (const shuffle of Object.keys(state.outputs)) state.outputs[shuffle] = [null, null, null, null];
      submitJob(
        state,
        sc,
        jobOf(() => rdd.map((x) => x).count()),
      );
      expect(ran(state, 1)).toEqual(dropped === 0 ? [false, true] : [true, false]);
    }
    expect(runInline(planOf(program)).results).toEqual([5, 5]);
  });
});

describe('2.2 skips, caches, reuse', () => {
  test('B1 two shuffles, counted twice: 3 stages and 24 tasks, then 1 stage and 8 with 2 and 16 skipped', () => {
    const { run } = runInline(
      planOf((sc, results) => {
        const twice = sc
          .parallelize(list(10), 8)
          .map((x) => x)
          .groupBy((x) => x, 8)
          .flatMap(([, items]: [number, number[]]) => items.map((x) => [x, x]))
          .groupByKey(8);
        results.push(twice.count(), twice.count());
      }),
    );
    expect([ran(run.state, 0), ran(run.state, 1)]).toEqual([
      [true, true, true],
      [false, false, true],
    ]);
    expect(tasksOf(run.state)).toEqual([24, 8]);
  });
  test('B2 a repartitioned, cached RDD counted twice: four stages, one of them skipped', () => {
    const { run } = runInline(
      planOf((sc, results) => {
        const rdd = sc.parallelize(list(100), 100).repartition(10).cache();
        results.push(rdd.count(), rdd.count());
      }),
    );
    expect(run.state.stages.map((stage) => stage.ran)).toEqual([true, true, false, true]);
  });
  test('B3 where all of a cached RDD is held no map stage runs, outputs or not', () => {
    const { state, sc, rdd, job, one } = bench(2, (made) => pairs(made).reduceByKey(add, 2).persist());
    job();
    for (const map of list(4)) one(map % 2);
    for (const partition of list(2))
      one(partition, { stored: [{ rdd: rdd.id, partition, address: 'b', size: 1 }], value: 1 });
    state.outputs = { 0: [null, null, null, null] };
    submitJob(
      state,
      sc,
      jobOf(() => rdd.mapValues((x) => x).count()),
    );
    expect(names(state)).toEqual(['0.0', '1.0', '3.0']);
  });
  test('B4 a second job over the same shuffle: its map stage is 2, and after a fetch failure its attempt 1 makes the lost task', () => {
    const { state, sc, rdd, job, begin, one } = bench(2, (made) => pairs(made, 20, 2).reduceByKey(add, 2));
    job();
    one(0);
    one(1);
    one(0, { value: 1 });
    one(1, { value: 1 });
    submitJob(
      state,
      sc,
      jobOf(() => rdd.count()),
    );
    expect(ran(state, 1)).toEqual([false, true]);
    fetchFailed(state, sc, begin(0), { shuffle: 0, map: 0, worker: 0 });
    expect(names(state)).toEqual(['0.0', '1.0', '3.0', '2.1']);
    expect(state.sets.at(-1)?.waiting).toEqual([0]);
  });
  test('B5 a map stage alone, then a reduce on it: the reduce runs directly; the map stage again launches nothing', () => {
    const { state, sc, rdd, job, one } = bench(2, (made) => pairs(made, 20, 2).reduceByKey(add, 2));
    const [shuffle] = shufflesInto(rdd);
    const alone = () => submitMapStage(state, sc, shuffle as Shuffle);
    alone();
    expect([names(state), state.sets[0]?.waiting]).toEqual([['0.0'], [0, 1]]);
    one(0);
    expect(state.jobs[0]?.status).toBe('running');
    one(1);
    expect(state.jobs[0]).toMatchObject({ status: 'done', stages: [0] });
    job();
    expect([names(state), ran(state, 1)]).toEqual([
      ['0.0', '2.0'],
      [false, true],
    ]);
    one(0, { value: 1 });
    one(1, { value: 1 });
    const { started } = state;
    alone();
    expect([names(state), state.started]).toEqual([['0.0', '2.0'], started]);
    expect(state.jobs.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
  });
  test('B6 the last stage cannot fetch while the middle RDD is held: only the lost task of the middle runs, where it is held', () => {
    const { state, sc, job, begin, one } = bench(3, (made) => {
      const middle = pairs(made, 20, 2).reduceByKey(add, 2).persist();
      return middle.map(([key, value]: [number, number]) => [value % 2, key]).groupByKey(2);
    });
    const middle = 2;
    job();
    one(0);
    one(0);
    one(1, { stored: [{ rdd: middle, partition: 0, address: 'b', size: 1 }] });
    one(2, { stored: [{ rdd: middle, partition: 1, address: 'b', size: 1 }] });
    fetchFailed(state, sc, begin(0), { shuffle: 1, map: 1, worker: 2 });
    expect(names(state)).toEqual(['0.0', '1.0', '2.0', '1.1']);
    expect(begin(2)).toMatchObject({ stage: 1, attempt: 1, partition: 1, worker: 2 });
  });
  test('B7 the files of a DISK_ONLY RDD are deleted: each task fails once, then computes its partition again', () => {
    const ends: string[] = [];
    const { results, run, computed } = runInline(
      planOf((sc, seen) => {
        const rdd = sc.parallelize([1, 2], 2).persist('DISK_ONLY');
        seen.push(rdd.count(), rdd.count());
      }),
      {
        onEnd({ partition }, { kind }, now) {
          ends.push(`${partition} ${kind}`);
          if (ends.length === 2) for (const partition of [0, 1]) loseBlock(now, partition, 0, partition);
        },
      },
    );
    expect(results).toEqual([2, 2]);
    expect(ends.slice(2).sort()).toEqual(['0 done', '0 failed', '1 done', '1 failed']);
    expect([...computed]).toEqual([
      ['0.0', 2],
      ['0.1', 2],
    ]);
    expect(run.state.blocks.map(({ partition, disk, lost }) => [partition, disk, lost]).sort()).toEqual([
      [0, true, undefined],
      [1, true, undefined],
    ]);
  });
});
