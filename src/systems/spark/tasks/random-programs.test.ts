// Random programs with random kills, in every way to run their tasks: the results are those of one thread without failure.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runInline } from '../engine/inline.ts';
import { GIVEN_ALONE } from '../given.ts';
import { parseProgram } from '../language/parse.ts';
import { driverOf } from '../language/program.ts';
import { runOnWorkers } from './on-workers.ts';
import { WAYS } from './testing/runners.ts';

/** Operators on pairs of numbers; `@` is the last RDD, `#` an earlier one, `N` a small number. */
const OPERATORS = [
  '@.map(([k, v]) => [(k + N) % 7, v])',
  '@.filter(([k, v]) => v % 3 !== N % 3)',
  '@.flatMap(([k, v]) => [[k, v], [k + 1, v / 2]])',
  '@.reduceByKey((a, b) => a + b, N)',
  '@.partitionBy(N)',
  '@.reduceByKey((a, b) => a + b, N).join(#.reduceByKey((a, b) => a > b ? a : b, N)).mapValues(([a, b]) => a - b)',
  '@.union(#)',
  "@.mapValues(x => x * 2).persist('MEMORY_ONLY')",
  "@.reduceByKey((a, b) => a + b, N).persist('MEMORY_AND_DISK')",
  '@.groupByKey(N).mapValues(list => list.length)',
  '@.sortByKey(N > 2, N)',
  '@.distinct(N)',
  '@.coalesce(N)',
  '@.repartition(N)',
];
const ACTIONS = ['collect()', 'count()', 'values().sum()', 'take(N)', 'countByKey()'];

const step = fc.tuple(fc.nat(OPERATORS.length - 1), fc.nat(9), fc.integer({ min: 1, max: 4 }));
const action = fc.tuple(fc.nat(ACTIONS.length - 1), fc.nat(9), fc.integer({ min: 1, max: 4 }));
const source = fc
  .tuple(
    fc.array(step, { minLength: 2, maxLength: 5 }),
    fc.array(action, { minLength: 1, maxLength: 2 }),
    fc.boolean(),
  )
  .map(([steps, actions, marks]) => {
    const lines = ['const r0 = sc.parallelize(range(0, 30), 4).map(i => [(i * 7) % 11, i]);'];
    steps.forEach(([operator, with_, n], i) => {
      const other = with_ % (i + 1);
      const text = (OPERATORS[operator] as string).replaceAll('@', `r${i}`).replaceAll('#', `r${other}`);
      lines.push(`const r${i + 1} = ${text.replace(/\bN\b/g, String(n))};`);
    });
    if (marks) lines.push(`r${steps.length >> 1}.checkpoint();`);
    for (const [which, of, n] of actions)
      lines.push(`r${steps.length - (of % 2)}.${(ACTIONS[which] as string).replace('N', String(n))};`);
    return lines.join('\n');
  });
const kills = fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(30)), {
  maxLength: 2,
  selector: ([worker]) => worker,
});
let runs = 0;

test('whatever dies, and whoever computes, the results are the same, and so is every step', async () => {
  let died = 0;
  await fc.assert(
    fc.asyncProperty(source, kills, async (text, drawn) => {
      const tree = await parseProgram(text);
      const plan = { workers: 3, memory: 1000, cores: 2 };
      const here = { ...plan, program: driverOf(tree, GIVEN_ALONE), input: () => undefined };
      const calm = runInline(here);
      expect(calm.failed).toBe(undefined);
      const killed = drawn.map(([worker, at]) => ({ worker, at: at % calm.run.state.started }));
      const rough = runInline(here, { kills: killed, onKill: () => died++ });
      expect(rough.results).toEqual(calm.results);
      for (const [way, runner] of WAYS) {
        const there = { ...plan, tree, files: [] };
        const many = await runOnWorkers(there, runner(), { kills: killed, run: ++runs });
        expect({ way, results: many.results }).toEqual({ way, results: calm.results });
        expect(many.checksum).toBe(calm.checksum);
        expect(many.run.state).toEqual(rough.run.state);
      }
    }),
    { numRuns: 8, seed: 11 },
  );
  expect(died).toBeGreaterThan(3);
});
