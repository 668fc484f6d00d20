// Checkpoints, memory for blocks, the stages of known programs, case by case: named as in the list of facts (section 2),
// which has them from Spark's own tests.
import { describe, expect, test } from 'vitest';
import { add, list, pairs, planOf } from '../testing/bench.ts';
import { store, touch } from './blocks.ts';
import type { Program } from './driver.ts';
import { runInline } from './inline.ts';
import type { Rdd } from './rdd.ts';
import type { State } from './state.ts';
import { newState } from './state.ts';

describe('2.5 checkpoints', () => {
  const program: Program = (sc, results) => {
    const marked = pairs(sc).reduceByKey(add, 2);
    const child = marked.mapValues((x) => x);
    marked.checkpoint();
    results.push(child.count(), marked.toDebugString(), child.count());
  };
  test('E1 checkpoint only marks; after the first action a job of its own computes again and writes; then it is the only parent', () => {
    const { results, run } = runInline(planOf(program));
    expect(run.state.jobs.map(({ action, writes }) => [action, writes])).toEqual([
      ['count', false],
      ['checkpoint', true],
      ['count', false],
    ]);
    expect(results[1]).toMatch(/^\(2\) ShuffledRDD\[2\].*\n \| {2}ReliableCheckpointRDD\[4\] at checkpoint/);
    expect(run.state.jobs[2]?.stages.length).toBe(1);
  });
  test('E3 a parent’s checkpoint shortens what stands on it: union, zip, cogroup and coalesce', () => {
    const { results } = runInline(
      planOf((sc, seen) => {
        const marked = pairs(sc).reduceByKey(add, 2);
        const on = [marked.union(pairs(sc)), marked.zip(marked), marked.cogroup(marked), marked.coalesce(1)];
        marked.checkpoint();
        marked.count();
        for (const rdd of on) seen.push(/ReliableCheckpointRDD/.test(rdd.toDebugString()));
      }),
    );
    expect(results).toEqual([true, true, true, true]);
  });
  test('E5 only the nearest marked RDD of a branch is written', () => {
    const { run } = runInline(
      planOf((sc) => {
        const far = pairs(sc).reduceByKey(add, 2);
        const near = far.mapValues((x) => x);
        far.checkpoint();
        near.checkpoint();
        return near.count();
      }),
    );
    expect(run.state.jobs.filter(({ writes }) => writes).map(({ rdd }) => rdd)).toEqual([3]);
  });
});

describe('2.6 memory for blocks', () => {
  const level = (): 'MEMORY_ONLY' => 'MEMORY_ONLY';
  const put = (state: State, rdd: number, partition: number) =>
    store(state, { worker: 0, rdd, partition, address: '', size: 4000 }, level);
  const get = (state: State, rdd: number, partition: number): void => {
    const block = state.blocks.find((one) => one.rdd === rdd && one.partition === partition);
    if (block) touch(state, block);
  };
  const held = (state: State): string[] =>
    state.blocks.map(({ rdd, partition }) => `${rdd}_${partition}`).sort();

  test('F1 the least recently used goes: a1 for a3, then a3 where a2 was read', () => {
    const state = newState(1, 8400);
    for (const rdd of [1, 2, 3]) put(state, rdd, 0);
    expect(held(state)).toEqual(['2_0', '3_0']);
    get(state, 2, 0);
    put(state, 1, 0);
    expect(held(state)).toEqual(['1_0', '2_0']);
  });
  test('F2 a partition never drives out another of its own RDD', () => {
    const state = newState(1, 8400);
    for (const partition of [1, 2, 3]) put(state, 0, partition);
    get(state, 0, 1);
    put(state, 0, 3);
    expect(held(state)).toEqual(['0_1', '0_2']);
  });
  test('F3 two RDDs: the older of the other goes, and at last nothing can', () => {
    const state = newState(1, 8400);
    put(state, 0, 1);
    put(state, 0, 2);
    put(state, 1, 1);
    expect(held(state)).toEqual(['0_2', '1_1']);
    get(state, 0, 2);
    put(state, 0, 3);
    expect(held(state)).toEqual(['0_2', '0_3']);
    put(state, 0, 4);
    expect(held(state)).toEqual(['0_2', '0_3']);
  });
  test('F4 where room for a block cannot be made nothing is dropped; MEMORY_AND_DISK spills what is driven out', () => {
    const state = newState(1, 8400);
    put(state, 0, 1);
    store(state, { worker: 0, rdd: 1, partition: 0, address: '', size: 9000 }, level);
    expect(held(state)).toEqual(['0_1']);
    const both = newState(1, 8400);
    for (const rdd of [1, 2, 3]) {
      store(both, { worker: 0, rdd, partition: 0, address: '', size: 4000 }, () => 'MEMORY_AND_DISK');
    }
    expect(both.blocks.map(({ rdd, memory, disk }) => [rdd, memory, disk])).toEqual([
      [1, false, true],
      [2, true, false],
      [3, true, false],
    ]);
  });
  test('F5 no partition fits: nothing is held and three counts are right; room for some of twenty: some are held', () => {
    const program: Program = (sc, results) => {
      const rdd = sc.parallelize(list(200), 20).persist();
      results.push(rdd.count(), rdd.count(), rdd.count());
    };
    const [none, some] = [10, 500].map((memory) => runInline(planOf(program, 2, memory)));
    expect([none?.results, none?.run.state.blocks.length]).toEqual([[200, 200, 200], 0]);
    expect(some?.results).toEqual([200, 200, 200]);
    expect(some?.run.state.blocks.length).toBeGreaterThan(0);
    expect(some?.run.state.blocks.length).toBeLessThan(20);
  });
});

describe('2.8 stages of the programs that people know', () => {
  const pagerank = (k: number, links: (edges: Rdd) => Rdd, first: (links: Rdd) => Rdd): number => {
    const { run } = runInline(
      planOf((sc) => {
        const made = links(
          sc.parallelize(
            [
              [1, 2],
              [1, 3],
              [2, 3],
              [3, 1],
            ],
            3,
          ),
        );
        let ranks = first(made);
        for (let i = 0; i < k; i++) {
          ranks = made
            .join(ranks)
            .values()
            .flatMap(([outs, rank]: [number[], number]) => outs.map((to) => [to, rank / outs.length]))
            .reduceByKey(add)
            .mapValues((sum: number) => 0.15 + 0.85 * sum);
        }
        return ranks.collect();
      }, 3),
    );
    return run.state.stages.length;
  };
  const grouped = (edges: Rdd): Rdd => edges.distinct().groupByKey();
  const one = (links: Rdd): Rdd => links.mapValues(() => 1);
  test('PageRank, five iterations: 8 stages, 9 with ranks by map, 14 with links that have no partitioner, 9 with partitionBy', () => {
    expect(pagerank(5, (edges) => grouped(edges).cache(), one)).toBe(8);
    expect(
      pagerank(
        5,
        (edges) => grouped(edges).cache(),
        (links) => links.map(([page]: [number]) => [page, 1]),
      ),
    ).toBe(9);
    expect(
      pagerank(
        5,
        (edges) =>
          grouped(edges)
            .map((x) => x)
            .persist(),
        one,
      ),
    ).toBe(14);
    expect(
      pagerank(
        5,
        (edges) =>
          grouped(edges)
            .map((x) => x)
            .partitionBy(3)
            .persist(),
        one,
      ),
    ).toBe(9);
  });
});

test('an accumulator counts a transformation twice where its partition is computed twice, an action once', () => {
  const { results } = runInline(
    planOf((sc) => {
      const [seen, done] = [sc.accumulator(), sc.accumulator()];
      const rdd = sc.parallelize(list(10), 2).map((x: number) => {
        seen.add(1);
        return x;
      });
      rdd.count();
      rdd.foreach(() => done.add(1));
      return [seen.value, done.value];
    }),
  );
  expect(results).toEqual([[20, 10]]);
});
