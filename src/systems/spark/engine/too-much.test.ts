// What would fill a worker's memory, or keep it for ever, though no call of a function does: stopped, with its place.
import { expect, test } from 'vitest';
import { GIVEN_ALONE } from '../given.ts';
import { parseProgram } from '../language/parse.ts';
import { driverOf } from '../language/program.ts';
import { ProgramRefusal } from '../language/refusal.ts';
import { runInline } from './inline.ts';

async function endOf(source: string): Promise<string> {
  const program = driverOf(await parseProgram(source), GIVEN_ALONE);
  const { error } = runInline({ program, workers: 2, input: () => undefined });
  if (!(error instanceof ProgramRefusal)) throw new Error(`it ran: ${source}`);
  return `${error.why.key} ${error.line}:${error.column}`;
}

test.each([
  ['1:4', 'sc.parallelize([1, 2], 1e9).count()'],
  ['1:29', 'sc.parallelize([[1, 2]], 1).reduceByKey((a, b) => a + b, 1e9).count()'],
  ['2:38', 'let r = sc.parallelize([1], 1);\nfor (let i = 0; i < 60; i++) { r = r.union(r) };\nr.count()'],
])('more partitions than anybody can list, at %s', async (at, source) => {
  expect(await endOf(source)).toBe(`engine.many-partitions ${at}`);
});

test('a job in a loop without end', async () => {
  const source = 'const r = sc.parallelize([1], 1);\nfor (let i = 0; i < 1e6; i++) { r.count() }';
  expect(await endOf(source)).toBe('engine.many-jobs 2:35');
});

test.each([
  [
    'records that are each with each',
    '2:3',
    'const r = sc.parallelize(range(1, 1e5), 1);\nr.cartesian(r).count()',
  ],
  [
    'a join of one key',
    '2:3',
    'const r = sc.parallelize(range(1, 5e4), 1).map(x => [1, x]);\nr.join(r, 1).count()',
  ],
  [
    'records that are held',
    '1:34',
    "sc.parallelize(range(1, 500), 1).map(x => 'k'.padStart(4e6, 'k') + x).count()",
  ],
  [
    'keys that grow as records come',
    '1:34',
    "sc.parallelize(range(1, 1e5), 1).map(x => [x % 50, 'x'.repeat(1e5)]).reduceByKey((a, b) => a + b, 1).count()",
  ],
  [
    'a partition that is computed twice for each before it',
    '2:38',
    'let r = sc.parallelize([1], 1);\nfor (let i = 0; i < 40; i++) { r = r.zip(r) }\nr.count()',
  ],
])('%s', async (_, at, source) => {
  expect(await endOf(source)).toBe(`engine.much ${at}`);
});

test.each([
  [
    'many calls, none of which is much',
    '1:35',
    'sc.parallelize(range(1, 2000), 2).map(x => range(1, 1e6).length).count()',
  ],
  [
    'records without a call',
    '1:64',
    'sc.parallelize(range(1, 9000), 2).flatMap(x => range(1, 3000)).distinct().map(x => [x, x]).groupByKey(2).count()',
  ],
])('a run in all: %s', async (_, at, source) => {
  expect(await endOf(source)).toBe(`engine.total ${at}`);
});

test('a run of many tasks, each of which is little', async () => {
  const source = 'const r = sc.parallelize([1], 3000);\nfor (let i = 0; i < 99; i++) { r.count() }';
  const program = driverOf(await parseProgram(source), GIVEN_ALONE);
  const { run, failed } = runInline({ program, workers: 2, input: () => undefined });
  expect(failed).toMatchObject({
    key: 'program.refused',
    args: { line: 1, column: 14, why: { key: 'engine.total' } },
  });
  expect(run.state.started).toBeLessThan(30_010);
});

test('a driver that is long and run again after each of its jobs', async () => {
  const source = `const r = sc.parallelize([1], 1); let n = 0;
for (let i = 0; i < 400; i++) { for (let j = 0; j < 1000; j++) { n = n + 1 }; r.count() }`;
  expect(await endOf(source)).toBe('program.again 2:81');
});

test.each([
  ['operators', 'r = r.map(x => x)', 'engine.deep 2:52'],
  ['shuffles', 'r = r.groupByKey(1)', 'engine.deep 2:52'],
])('a lineage that is too deep to walk: %s', async (_, step, why) => {
  const source = `let r = sc.parallelize([[1, 1]], 2);
for (let i = 0; i < 5000; i++) { if (i >= 0) ${step} }
r.count()`;
  expect(await endOf(source)).toBe(why);
});

test('as deep as it may be it runs', async () => {
  const source = `let r = sc.parallelize([[1, 1]], 2);
for (let i = 0; i < 390; i++) { r = i % 5 === 0 ? r.repartition(2).map(x => x) : r }
r.count()`;
  const program = driverOf(await parseProgram(source), GIVEN_ALONE);
  const { failed, results } = runInline({ program, workers: 2, input: () => undefined });
  expect([failed, results]).toEqual([undefined, [1]]);
});

test('what reads a file may take more, by its bytes', async () => {
  const program = driverOf(
    await parseProgram("sc.textFile('in', 2).map(x => range(1, 5e4).length).count()"),
    GIVEN_ALONE,
  );
  const run = (lines: number) =>
    runInline({
      program,
      workers: 2,
      input: () => 'a line of forty letters, of which some are blank\n'.repeat(lines),
    });
  expect(run(1000).failed).toBe(undefined);
  expect(run(10_000).failed).toMatchObject({ args: { line: 1, column: 22, why: { key: 'engine.total' } } });
});

test.each([
  ['1:24', 'no-count', 'sc.parallelize([1], 1).repartition(0)'],
  ['1:24', 'no-count', 'sc.parallelize([1], 1).coalesce(1.5)'],
  ['1:26', 'no-function', 'sc.parallelize([[1, 1]]).foldByKey(0, 3, (a, b) => a + b)'],
  ['1:24', 'no-function', 'sc.parallelize([1], 1).map(3)'],
  ['1:24', 'no-operand', 'sc.parallelize([1], 1).union(3)'],
  ['1:24', 'no-operand', 'sc.parallelize([1], 1).join([[1, 1]])'],
  ['1:24', 'no-number', "sc.parallelize([1], 1).sample(false, 'half', 1)"],
  ['1:24', 'no-fraction', 'sc.parallelize([1], 1).sample(false, 1e9, 1)'],
  ['1:24', 'no-level', "sc.parallelize([1], 1).persist('MEMORY')"],
  ['1:4', 'no-records', 'sc.parallelize(1).count()'],
  ['1:41', 'no-divisor', 'sc.parallelize([[1, 2]], 1).partitionBy(new Modulo(2, NaN)).count()'],
  ['1:41', 'no-count', 'sc.parallelize([[1, 2]], 1).partitionBy(new HashPartitioner(0)).count()'],
  ['1:27', 'zip-records', 'sc.parallelize([1, 2], 2).zip(sc.parallelize([1], 2)).count()'],
  ['1:4', 'pairs', 'sc.parallelize([1], 1).groupByKey(1).count()'],
  ['1:53', 'accumulator', 'const a = sc.accumulator(0); sc.parallelize([1], 1).map(x => a.value).collect()'],
])('what an operator cannot be given, at %s: %s', async (at, why, source) => {
  expect(await endOf(source)).toBe(`engine.${why} ${at}`);
});

test('several RDDs are one, as arguments or as a list', async () => {
  const source = 'const r = sc.parallelize([1, 2], 2); sc.union(r, r).count(); sc.union([r, r, r]).count()';
  const program = driverOf(await parseProgram(source), GIVEN_ALONE);
  expect(runInline({ program, workers: 2, input: () => undefined }).results).toEqual([4, 6]);
});

test('what a bound of ours stops is not tried again; what a function makes of its records is', async () => {
  const startedBy = async (f: string) => {
    const program = driverOf(await parseProgram(`sc.parallelize([1], 1).map(${f}).count()`), GIVEN_ALONE);
    return runInline({ program, workers: 2, input: () => undefined }).run.state.started;
  };
  expect(await startedBy('x => range(1, 1e12)')).toBe(1);
  expect(await startedBy("x => 'x'.repeat(1e10)")).toBe(1);
  expect(await startedBy('x => [x] - 1')).toBe(4);
});

test('an accumulator begins with what it is given', async () => {
  const source =
    'const a = sc.accumulator(5, "n"); sc.parallelize([1, 2], 2).foreach(x => a.add(x)); sc.parallelize([a.value], 1).first()';
  const program = driverOf(await parseProgram(source), GIVEN_ALONE);
  expect(runInline({ program, workers: 2, input: () => undefined }).results.at(-1)).toBe(8);
});
