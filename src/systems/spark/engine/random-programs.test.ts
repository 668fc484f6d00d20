// Random programs with random kills: the results are those of the run without failure, whatever dies and when.
import { expect, test } from 'vitest';
import { pick } from '../../../base/rng.ts';
import type { Program } from './driver.ts';
import type { Kill } from './inline.ts';
import { runInline } from './inline.ts';
import type { Rdd } from './rdd.ts';

const add = (a: number, b: number): number => a + b;

/** A program of pairs of numbers, made of operators drawn by the seed. */
function programOf(seed: number): Program {
  let drawn = 0;
  const any = (n: number): number => pick(seed, drawn++, n);
  const plan = Array.from({ length: 3 + any(5) }, () => ({ operator: any(13), n: 1 + any(4), with: any(8) }));
  const actions = Array.from({ length: 1 + any(3) }, () => ({ of: any(8), action: any(3) }));
  return (sc, results) => {
    const pairs = Array.from({ length: 30 }, (_, i) => [(i * 7) % 11, i]);
    const made: Rdd[] = [sc.parallelize(pairs, 4)];
    for (const step of plan) {
      const last = made.at(-1) as Rdd;
      const other = made[step.with % made.length] as Rdd;
      made.push(apply(last, other, step.operator, step.n));
    }
    for (const { of, action } of actions) {
      const rdd = made[made.length - 1 - (of % made.length)] as Rdd;
      results.push(action === 0 ? rdd.count() : action === 1 ? rdd.collect() : rdd.values().sum());
    }
  };
}

function apply(rdd: Rdd, other: Rdd, operator: number, n: number): Rdd {
  const few = (x: Rdd): Rdd => x.reduceByKey(add, n);
  const operators: readonly (() => Rdd)[] = [
    () => rdd.map(([key, value]: [number, number]) => [(key + 1) % 7, value]),
    () => rdd.filter(([, value]: [number, number]) => value % 3 !== 0),
    () => few(rdd),
    () => rdd.partitionBy(n),
    () =>
      few(rdd)
        .join(few(other))
        .mapValues(([a, b]: [number, number]) => a - b),
    () => rdd.union(other),
    () => rdd.mapValues((x: number) => x * 2).persist(),
    () => few(rdd).persist('MEMORY_AND_DISK'),
    () => rdd.groupByKey(n).mapValues((list: number[]) => list.length),
    () => rdd.repartition(n),
    () => rdd.sortByKey(true, n),
    () => rdd.coalesce(n),
    () => {
      const marked = few(rdd);
      marked.checkpoint();
      return marked;
    },
  ];
  return (operators[operator % operators.length] as () => Rdd)();
}

test('200 random programs end as they do without failure', () => {
  let ended = 0;
  let died = 0;
  for (let seed = 0; seed < 200; seed++) {
    const workers = 2 + pick(seed, 1000, 3);
    const plan = { program: programOf(seed), workers, memory: 1000, cores: 2, input: () => undefined };
    const calm = runInline(plan);
    expect({ seed, failed: calm.failed }).toEqual({ seed, failed: undefined });
    const kills: Kill[] = Array.from({ length: workers - 1 }, (_, i) => ({
      worker: i,
      at: pick(seed, 2000 + i, calm.run.state.started),
    }));
    const rough = runInline(plan, { kills, onKill: () => died++ });
    expect({ seed, failed: rough.failed, results: rough.results }).toEqual({
      seed,
      failed: undefined,
      results: calm.results,
    });
    expect(rough.checksum).toBe(calm.checksum);
    ended += 1;
  }
  expect(ended).toBe(200);
  expect(died).toBeGreaterThan(200);
});
