// Where tasks would best run, case by case: named as in the list of facts (section 2), which has them from Spark's own
// tests.
import { describe, expect, test } from 'vitest';
import { add, bench, fresh, list, pairs, planOf } from '../testing/bench.ts';
import type { Context } from './context.ts';
import { runInline } from './inline.ts';
import { localityOf, preferred } from './locality.ts';
import type { Rdd } from './rdd.ts';
import type { State } from './state.ts';
import { newState } from './state.ts';
import { nextOffer } from './tasks.ts';

/** A shuffle's outputs, one a worker, of so many bytes for reducer 0. */
const outputsOf = (bytes: readonly number[]) =>
  bytes.map((size, worker) => ({ worker, address: 'x', sizes: [size, 1] }));
const hold = (state: State, rdd: Rdd, partition: number, worker: number): void => {
  state.blocks.push({ worker, rdd: rdd.id, partition, address: 'b', size: 1, memory: true, disk: false });
};

describe('2.6 locality', () => {
  test('H1 a reduce prefers the hosts that have a fifth of its input: of 10, 20, 30 and 40 the last three', () => {
    const sc = fresh();
    const rdd = pairs(sc, 20, 4).reduceByKey(add, 2);
    const state = { ...newState(4), outputs: { 0: outputsOf([10, 20, 30, 40]) } };
    expect(preferred(state, rdd, 0)).toEqual({ near: 'node', workers: [1, 2, 3] });
    // A narrow chain over it has its preference; what is lost has no part in it.
    const above = rdd.mapValues((x) => x).filter(() => true);
    expect(preferred(state, above, 0).workers).toEqual([1, 2, 3]);
    state.outputs[0] = state.outputs[0].map((output, map) => (map === 3 ? null : output)) as never;
    expect(preferred(state, above, 0).workers).toEqual([1, 2]);
  });
  test('H1 from a thousand map tasks or a thousand reducers on nobody looks', () => {
    const workersOf = (maps: number, reducers: number): readonly number[] => {
      const sc = fresh();
      const rdd = pairs(sc, maps, maps).reduceByKey(add, reducers);
      return preferred({ ...newState(2), outputs: { 0: outputsOf([1, 1]) } }, rdd, 0).workers;
    };
    expect([workersOf(999, 999), workersOf(1000, 2), workersOf(2, 1000)]).toEqual([[0, 1], [], []]);
  });
  test('H1 a narrow parent’s preference beats a shuffle’s', () => {
    const sc = fresh();
    const placed = pairs(sc, 20, 2).partitionBy(2).persist();
    const joined = placed.cogroup(pairs(sc, 20, 2), 2);
    const state = { ...newState(4), outputs: { 0: outputsOf([1, 1]), 1: outputsOf([1, 1, 1, 1]) } };
    hold(state, placed, 0, 3);
    expect(preferred(state, joined, 0)).toEqual({ near: 'process', workers: [3] });
    // Where the narrow parent is not held, the shuffle behind it counts; that beside it never does.
    state.blocks = [];
    expect(preferred(state, joined, 0)).toEqual({ near: 'node', workers: [0, 1] });
  });
  test('H1 what is held beats everything: behind it nobody looks', () => {
    const sc = fresh();
    const below = pairs(sc, 20, 2).persist();
    const top = below.reduceByKey(add, 2).persist();
    const state = { ...newState(4), outputs: { 0: outputsOf([1, 1]) } };
    hold(state, below, 0, 2);
    hold(state, top, 0, 3);
    expect(preferred(state, top, 0)).toEqual({ near: 'process', workers: [3] });
  });
  test('H1 the first narrow parent with a preference wins', () => {
    const sc = fresh();
    const [a, b, c] = list(3).map(() => sc.parallelize(list(2), 2).persist()) as [Rdd, Rdd, Rdd];
    const zipped = a.zip(b).zip(c);
    const state = newState(4);
    hold(state, c, 0, 3);
    expect(preferred(state, zipped, 0).workers).toEqual([3]);
    hold(state, b, 0, 2);
    expect(preferred(state, zipped, 0).workers).toEqual([2]);
  });
  test('the levels: its process, its host, nothing asked for, elsewhere', () => {
    const state = { ...newState(4), hosts: [0, 0, 1, 1] };
    const near = (of: 'process' | 'node') =>
      list(4).map((worker) => localityOf(state, { near: of, workers: [0] }, worker));
    expect(near('process')).toEqual(['process', 'node', 'any', 'any']);
    expect(near('node')).toEqual(['node', 'node', 'any', 'any']);
    expect(localityOf(state, { near: 'node', workers: [] }, 3)).toBe('no-preference');
  });
  test('a free worker takes what it is nearest to, and of equals the first', () => {
    const of = (worker: number, hosts: number[]) => {
      const { state, sc, rdd, job } = bench(4, (made) => made.parallelize(list(4), 4).persist(), { hosts });
      hold(state, rdd, 0, 3);
      hold(state, rdd, 2, 1);
      hold(state, rdd, 3, 1);
      job();
      const offer = nextOffer(state, sc, worker);
      return [offer?.task.partition, offer?.locality];
    };
    const apart = [0, 1, 2, 3];
    expect(list(4).map((worker) => of(worker, apart))).toEqual([
      [1, 'no-preference'],
      [2, 'process'],
      [1, 'no-preference'],
      [0, 'process'],
    ]);
    expect(of(0, [0, 0, 1, 1])).toEqual([2, 'node']);
  });
});

test('a map task says how many bytes it wrote for each reducer, and reduces go where most of them lie', () => {
  const skewed = (sc: Context): Rdd => sc.parallelize(list(40), 4).map((x: number) => [x < 10 ? 0 : 1, x]);
  const { run } = runInline({
    ...planOf((sc) => skewed(sc).partitionBy(2).count(), 4),
    reduceLocality: true,
  });
  const sizes = run.state.outputs[0]?.map((output) => output?.sizes);
  const [none = 0, some = 0] = sizes?.[1] ?? [];
  expect(some).toBeGreaterThan(none);
  expect(sizes).toEqual([[some, none], ...Array(3).fill([none, some])]);
  const { state, sc, job } = bench(4, (made) => skewed(made).partitionBy(2), {
    reduceLocality: true,
  });
  state.outputs = run.state.outputs;
  job();
  // Map 0 alone has what reducer 0 reads; a list of nothing takes some bytes too.
  const [holder] =
    state.outputs[0]?.flatMap((output, map) => (map === 0 && output ? [output.worker] : [])) ?? [];
  expect(list(4).map((worker) => nextOffer(state, sc, worker)?.task.partition)).toEqual(
    list(4).map((worker) => (worker === holder ? 0 : 1)),
  );
});
