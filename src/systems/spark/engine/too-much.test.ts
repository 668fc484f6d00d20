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
