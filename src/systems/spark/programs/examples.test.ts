// What each example of the playground is there to show, run.
import { expect, test } from 'vitest';
import { indeterminateIn } from '../engine/determinism.ts';
import { runInline } from '../engine/inline.ts';
import type { Run } from '../engine/run.ts';
import { givenOf } from '../given.ts';
import { parseProgram } from '../language/parse.ts';
import { driverOf } from '../language/program.ts';
import { EXAMPLES } from './examples.ts';
import { LINES } from './steps.ts';

const PARTS = 4;
const WORDS = LINES.split(/[ \n]/).length;

async function run(source: string, kills: readonly { worker: number; at: number }[] = []) {
  const given = givenOf({ partitions: PARTS, reducers: 2, checkpointEvery: 0 });
  const program = driverOf(await parseProgram(source), given);
  return runInline({ program, workers: 2, cores: 2, input: () => LINES }, { kills });
}
const tasks = ({ state }: Run): number => state.started;
const ranIn = ({ state }: Run, job: number): number =>
  (state.jobs[job]?.stages ?? []).filter((id) => state.stages[id]?.ran).length;
const records = ({ state }: Run): number => state.stages.reduce((sum, one) => sum + one.recordsWritten, 0);

test('an accumulator in a map counts once for each time that the map is computed', async () => {
  const seenIn = ({ run: { state } }: { readonly run: Run }): number => state.sums['0.seen'] ?? 0;
  expect(seenIn(await run(EXAMPLES.accumulator))).toBe(2 * WORDS);
  const once = EXAMPLES.accumulator.replace('  });', '  })\n  .persist();');
  expect(seenIn(await run(once))).toBe(WORDS);
  // And again where a kept partition is lost.
  expect(seenIn(await run(once, [{ worker: 1, at: PARTS }]))).toBeGreaterThan(WORDS);
});

test('a function that draws gives other values where its partition is made again', async () => {
  const calm = await run(EXAMPLES.impure);
  const died = await run(EXAMPLES.impure, [{ worker: 1, at: PARTS }]);
  expect(died.results).not.toEqual(calm.results);
  expect(died.results[0]).toEqual(calm.results[0]);
});

test('groupByKey shuffles every pair, reduceByKey a sum a word and map task', async () => {
  const [grouped, reduced] = [await run(EXAMPLES.grouped), await run(EXAMPLES.reduced)];
  expect(records(grouped.run)).toBe(WORDS);
  expect(records(reduced.run)).toBeLessThan(WORDS);
  expect(reduced.shuffledBytes).toBeLessThan(grouped.shuffledBytes);
  expect(new Map(grouped.results[0] as [string, number][])).toEqual(
    new Map(reduced.results[0] as [string, number][]),
  );
});

test('a checkpoint of what is not kept computes it twice', async () => {
  const of = async (source: string): Promise<number> => {
    const { computed } = await run(source);
    return [...computed].filter(([name]) => name.startsWith('0.')).reduce((sum, [, n]) => sum + n, 0);
  };
  expect(await of(EXAMPLES.unkept)).toBe(2 * PARTS);
  expect(await of(EXAMPLES.kept)).toBe(PARTS);
});

test('coalesce(1) makes the whole stage one task; with a shuffle its input keeps its tasks', async () => {
  const { run: ran } = await run(EXAMPLES.coalesced);
  expect(ran.state.stages.map(({ tasks: n }) => n)).toEqual([1, PARTS, 1]);
});

test('take and sortByKey run jobs that nobody asked for', async () => {
  const { run: ran } = await run(EXAMPLES.unasked);
  expect(ran.notes.length).toBeGreaterThan(3);
  expect(ranIn(ran, 0)).toBe(1);
});

test('collect brings every record to the driver, count a number a partition', async () => {
  const { run: ran, results } = await run(EXAMPLES.collected);
  expect((results[0] as string[]).length).toBe(WORDS);
  expect(results[1]).toBe(WORDS);
  expect(tasks(ran)).toBe(2 * PARTS);
});

test('`counter += 1` in a task never reaches the driver, and is refused with its line', async () => {
  const source = `let counter = 0;\n${EXAMPLES.collected}words.foreach(word => { counter = counter + 1; });\n`;
  await expect(parseProgram(source)).rejects.toMatchObject({
    line: 7,
    text: { args: { why: { key: 'program.set-outside', args: { name: 'counter' } } } },
  });
});

test('lists do not change: what would change one is refused', async () => {
  const source = "sc.textFile('input', 2).map(line => line.split(' ').sort()).collect();\n";
  await expect(parseProgram(source)).rejects.toMatchObject({
    text: { args: { why: { key: 'program.changing' } } },
  });
});

test('what repartition deals out behind a shuffle is indeterminate in Spark, and the same here whoever dies', async () => {
  const { run: ran, checksum } = await run(EXAMPLES.dealt);
  const kinds = indeterminateIn(ran.reached.context.rdds).map(({ site }) => site.split(' ')[0]);
  expect(new Set(kinds)).toEqual(new Set(['repartition']));
  const killed = await run(EXAMPLES.dealt, [{ worker: 1, at: ran.state.started - 1 }]);
  expect(killed.run.state.started).toBeGreaterThan(ran.state.started);
  expect(killed.checksum).toBe(checksum);
});
