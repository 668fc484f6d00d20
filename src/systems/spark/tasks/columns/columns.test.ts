// A task over columns ends as the same task record by record, to the last byte; and which programs it is for.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { JobFunction, JobResults } from '../../../../kernel/job.ts';
import { addressOf, wholeOf } from '../../../../kernel/job.ts';
import { sparkFunctions } from '../../functions.ts';
import { parseProgram } from '../../language/parse.ts';
import { inputFile } from '../input-file.ts';
import type { FinishedTasks, Jobs, TaskOptions } from '../on-workers.ts';
import { runOnWorkers } from '../on-workers.ts';
import type { TaskInput } from '../task-spelled.ts';

const ran = { columns: 0, tasks: 0 };
vi.mock('./task.ts', async (original) => {
  const { columnTask } = await original<typeof import('./task.ts')>();
  return {
    columnTask(...args: Parameters<typeof columnTask>) {
      const outcome = columnTask(...args);
      ran.tasks++;
      if (outcome) ran.columns++;
      return outcome;
    },
  };
});

/** What a run may take where a test asks for less than is shipped: stopped sooner, it is stopped by the same lines. */
const bound = vi.hoisted(() => ({ most: Number.POSITIVE_INFINITY }));
vi.mock('../../engine/why.ts', async (original) => {
  const why = await original<typeof import('../../engine/why.ts')>();
  return { ...why, mostSteps: (bytes: number) => Math.min(bound.most, why.mostSteps(bytes)) };
});

const compile = (text: string): unknown => new Function(`return ${text}`)();

/** Jobs in this thread, by printed code or by closures. */
function inThisThread(prints: boolean): Jobs {
  const made = new Map<string, Uint8Array>();
  return {
    begin(job, inputs: JobResults) {
      const bytesAt = (address: string): Uint8Array => {
        const { whole, part } = wholeOf(address);
        const bytes = made.get(whole) ?? inputs.get(whole) ?? new Uint8Array();
        return part ? bytes.slice(...part) : bytes;
      };
      const task = sparkFunctions.jobs[job.kind as 'spark/task'] as JobFunction;
      const context = {
        inputs: (job.inputs ?? []).map(bytesAt),
        compile: prints ? compile : undefined,
        progress: () => {},
      };
      const bytes = task(job.input as TaskInput as never, context);
      made.set(addressOf(job), bytes);
      return { bytes: Promise.resolve(bytes), stop: () => {} };
    },
  };
}

interface Both {
  readonly record: FinishedTasks;
  readonly column: FinishedTasks;
  /** Tasks over columns, and all. */
  readonly columns: number;
  readonly tasks: number;
}

async function both(source: string, text: string, options: TaskOptions = {}): Promise<Both> {
  const files = [inputFile('in', new TextEncoder().encode(text))];
  const plan = { tree: await parseProgram(source), files, workers: 2 };
  const record = await runOnWorkers(plan, inThisThread(false), options);
  Object.assign(ran, { columns: 0, tasks: 0 });
  const column = await runOnWorkers(plan, inThisThread(true), { ...options, run: 1 });
  expect(column.run.state).toEqual(record.run.state);
  expect(column.results).toEqual(record.results);
  expect(column.failed).toEqual(record.failed);
  expect(column.checksum).toBe(record.checksum);
  expect(column.computed).toEqual(record.computed);
  return { record, column, ...ran };
}

const EDGES = '1 2\n1 3\n2 3\n3 1\n4 1\n4 3\n2 4\n1 2\n5 1\n3 5\n-7 1\n1 -7\n';
const WORDS = 'to be or not to be\n\nthat is  the question\nwhether it is nobler in the mind';
const PAIRS = `sc.textFile('in', 3).map(line => { const p = line.split(' '); return [Number(p[0]), Number(p[1])]; })`;

const WHOLE: readonly (readonly [what: string, program: string, text: string])[] = [
  [
    'word count',
    `sc.textFile('in', 3).flatMap(line => line.split(' ')).map(word => [word, 1]).reduceByKey((a, b) => a + b, 3).collect()`,
    WORDS,
  ],
  [
    'log mining, held in memory',
    `const kept = sc.textFile('in', 2).filter(line => line.includes('is') && !line.startsWith('to')).persist();
     kept.count(); kept.filter(line => line === 'that is  the question').count(); kept.collect()`,
    WORDS,
  ],
  [
    'ranks',
    `const links = ${PAIRS}.groupByKey(2).cache();
     let ranks = links.mapValues(outs => 1);
     for (let i = 0; i < 3; i++) {
       ranks = links.join(ranks).values().flatMap(([outs, rank]) => outs.map(to => [to, rank / outs.length]))
         .reduceByKey((a, b) => a + b, 2).mapValues(sum => 0.15 + 0.85 * sum);
     }
     ranks.values().max(); ranks.collect()`,
    EDGES,
  ],
  [
    'pairs by key, with a captured number',
    `const least = 2;
     const big = ${PAIRS}.filter(([a, b]) => a + b > least ? true : a < 0).keyBy(([a, b]) => a);
     big.partitionBy(2).mapValues(([a, b]) => Math.floor(a / 2) * b).filter(p => p[1] !== 4).values().collect();
     big.keys().collect()`,
    EDGES,
  ],
  [
    'texts as values',
    `sc.textFile('in', 2).map(line => { const w = line.split(' '); return [w[0], line]; }).partitionBy(3).collect()`,
    WORDS,
  ],
  ['lengths', `sc.textFile('in', 2).map(line => line.length + 0.5).collect()`, WORDS],
];

describe.each(WHOLE)('%s', (_, program, text) => {
  test('every task is over columns, and ends as record by record', async () => {
    const { record, columns, tasks } = await both(program, text);
    expect(record.failed).toBe(undefined);
    expect([columns, tasks]).toEqual([tasks, tasks]);
    expect(tasks).toBeGreaterThan(1);
  });

  test('and so it is where a worker dies', async () => {
    const { run } = (await both(program, text)).record;
    const kills = [{ worker: 1, at: Math.max(0, run.state.started - 2) }];
    expect((await both(program, text, { kills })).record.failed).toBe(undefined);
  });
});

const NOT: readonly (readonly [why: string, program: string, text: string])[] = [
  ['letters past ASCII', WHOLE[0]?.[1] as string, 'été ici\nété là'],
  ['lines that end in two ways', WHOLE[0]?.[1] as string, 'a b\r\nb c\n'],
  ['a number that is none', `${PAIRS}.collect()`, '1 x\n2 3\n'],
  ['a word that is not there, which is refused with its place', `${PAIRS}.collect()`, '1 2\n3\n'],
  ['-0 and infinities', `sc.textFile('in', 1).map(x => -Number(x)).collect()`, '0\n1\n'],
  ['keys of more than 32 bits', `${PAIRS}.reduceByKey((a, b) => a + b, 2).collect()`, '4294967296 1\n1 2\n'],
  ['a line that is too long to be sure of', WHOLE[0]?.[1] as string, `a b ${'c'.repeat(70_000)}`],
  ['a list that is too long to be sure of', WHOLE[0]?.[1] as string, 'a '.repeat(9000)],
  ['chance', `sc.textFile('in', 1).map(x => unsafeRandom()).collect()`, 'a\nb\n'],
  ['texts that are joined', `sc.textFile('in', 1).map(x => x + '!').collect()`, 'a\nb\n'],
];

test.each(NOT)('record by record: %s', async (_, program, text) => {
  const { columns, tasks } = await both(program, text);
  expect(columns).toBeLessThan(tasks);
});

test('an accumulator is told once a record, in columns or not', async () => {
  const { record, column } = await both(
    `const seen = sc.accumulator('seen');
     sc.textFile('in', 2).foreach(line => { seen.add(1); });
     sc.textFile('in', 2).map(line => line.length).collect();
     sc.parallelize([seen.value], 1).collect()`,
    WORDS,
  );
  expect(column.results).toEqual(record.results);
});

test('any text is read as it is record by record', async () => {
  const piece = fc.constantFrom('a', 'b', 'ab', ' ', ' ', '\n', '\n', '7', '-', '.', '0', '12', 'e', '\t');
  const programs = [WHOLE[0]?.[1] as string, WHOLE[4]?.[1] as string, `${PAIRS}.groupByKey(2).collect()`];
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom(...programs),
      async (pieces, program) => {
        await both(program, pieces.join(''));
      },
    ),
    { numRuns: 60, seed: 11 },
  );
});

test('what a run may take is counted alike where records are many', async () => {
  const text = 'to be or not to be\n'.repeat(3000);
  const { record, columns, tasks } = await both(WHOLE[0]?.[1] as string, text);
  expect(record.run.state.spent).toBeGreaterThan(1e5);
  expect(columns).toBe(tasks);
});

test('records that become ever more are left to be stopped in their place', async () => {
  const more = '.flatMap(x => [1, 2, 3, 4, 5, 6, 7, 8].map(y => y))'.repeat(9);
  const source = `sc.textFile('in', 1).map(x => 1)${more}.map(x => [1, x]).reduceByKey((a, b) => a + b, 1).collect()`;
  bound.most = 3e6;
  const { record, columns } = await both(source, 'a\n').finally(() => {
    bound.most = Number.POSITIVE_INFINITY;
  });
  expect(columns).toBe(0);
  expect(record.failed).toMatchObject({ args: { line: 1, why: { key: 'engine.total' } } });
});
