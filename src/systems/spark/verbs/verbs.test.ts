// Spark's commands, called as the command line calls them.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createJobRunner } from '../../../compute/job-runner.ts';
import type { Args, Verb, VerbHost } from '../../../contract/verb.ts';
import { sparkFunctions } from '../functions.ts';
import { TEXTS } from '../testing/programs.ts';
import { verbs } from '../verbs.ts';

const TESTING = fileURLToPath(new URL('../testing', import.meta.url));

const never = (): never => {
  throw new Error('no worker is started here');
};

/** Files by name, and those of the testing folder. */
const hostWith = (files: Readonly<Record<string, string>>): VerbHost =>
  ({
    text: async (path: string) => files[path] ?? (await readFile(path, 'utf8')),
    bytes: async (path: string) => new TextEncoder().encode(files[path] ?? (await readFile(path, 'utf8'))),
    jobs: () => createJobRunner({ workers: 0, start: () => never(), load: async () => sparkFunctions }),
    cores: 2,
    signal: { aborted: false },
    clock: () => 0,
    breathe: async () => {},
  }) as unknown as VerbHost;

const argsOf = (
  words: string[],
  options: Readonly<Record<string, string | string[] | number>> = {},
): Args => ({
  words,
  has: (name) => name in options,
  text: (name) => options[name] as string | undefined,
  texts: (name) => (options[name] as string[] | undefined) ?? [],
  count: (name) => options[name] as number | undefined,
});

async function call(name: string, args: Args, files: Readonly<Record<string, string>> = {}) {
  const verb = (await verbs[name]?.load()) as Verb;
  return verb.run(args, hostWith(files));
}

test('spark cases: none of the 47 differs', async () => {
  const { exit, json } = await call('spark cases', argsOf([`${TESTING}/cases.jsonl`]));
  expect({ exit, json }).toEqual({ exit: 0, json: { cases: 47, differ: [] } });
});

test('spark cases: a case that is made wrong differs, by the name of its field', async () => {
  const [line = ''] = (await readFile(`${TESTING}/cases.jsonl`, 'utf8')).split('\n');
  const wrong = line.replace('"count": 20', '"count": 21');
  const { exit, json } = await call('spark cases', argsOf(['wrong.jsonl']), { 'wrong.jsonl': wrong });
  expect({ exit, json }).toEqual({
    exit: 1,
    json: {
      cases: 1,
      differ: [{ case: 'parallelize', differences: [{ field: 'count', expected: 21, actual: 20 }] }],
    },
  });
});

test('spark placement: nothing differs, and what the language lacks is named', async () => {
  const { exit, json } = await call('spark placement', argsOf([`${TESTING}/placement.jsonl`]));
  expect({ exit, json }).toMatchObject({ exit: 0, json: { differ: [] } });
  expect((json as { lacks: string[] }).lacks).toContain('sample with replacement');
});

describe('spark run', () => {
  const PROGRAM = `
    const counts = sc.textFile('words', 4).flatMap(line => line.split(' '))
      .map(word => [word, 1]).reduceByKey((a, b) => a + b, 3);
    counts.count();
    counts.collect()`;
  const files = { 'count.js': PROGRAM, 'words.txt': TEXTS.words as string, 'bad.js': 'window.alert(1)' };
  const run = (options: Readonly<Record<string, string[] | number>>) =>
    call('spark run', argsOf(['count.js'], { input: ['words=words.txt'], ...options }), files);

  test('counts words, and with a worker killed the checksum is the same and lost partitions are made again', async () => {
    const calm = (await run({ workers: 2 })).json as Record<string, unknown>;
    const rough = (await run({ workers: 2, kill: ['0@4'] })).json as Record<string, unknown>;
    expect(calm).toMatchObject({ stages: 3, skippedStages: 1, tasks: 10, recomputedPartitions: [] });
    expect(rough.checksum).toBe(calm.checksum);
    expect(rough.results).toEqual(calm.results);
    expect(rough.recomputedPartitions).not.toEqual([]);
  });

  test('names its inputs by hash and size, says how its code ran and what memory it used', async () => {
    expect((await run({ workers: 2, memory: 4096 })).json).toMatchObject({
      code: 'closures',
      inputs: [{ name: 'words', size: TEXTS.words?.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      memory: { evicted: 0, spilled: 0, madeAgain: 0, blocks: { bound: 4096, held: 0, madeAgain: 0 } },
    });
  });

  test('says what is wrong', async () => {
    await expect(run({ workers: 2, kill: ['5@1'] })).rejects.toThrow('there are 2 workers');
    await expect(call('spark run', argsOf(['bad.js']), files)).rejects.toThrow('program.refused');
    await expect(call('spark run', argsOf(['count.js']), files)).rejects.toThrow('engine.no-input');
  });
});

const WHOLE = {
  case: 'mine',
  js: 'sc => sc.parallelize([1, 2], 2)',
  toDebugString: '(2) ParallelCollectionRDD[0] at parallelize at X.scala:1 []',
  partitioner: null,
  partitions: 2,
  count: 2,
  sizes: [1, 1],
  jobs: [],
};

describe('a file of cases that is amiss', () => {
  const called = (verb: string, line: string) => call(verb, argsOf(['my.jsonl']), { 'my.jsonl': line });

  test.each([
    ['spark cases', '[1]', 'this is no object'],
    ['spark cases', '{"case": "x"}', '`js` must be a text'],
    ['spark cases', JSON.stringify({ ...WHOLE, jobs: [1] }), '`jobs` must be a list of jobs'],
    ['spark placement', '{"hush": {}}', 'this is none of hash, slices'],
    ['spark placement', '{"slices": {"length": 3}}', '`slices` needs `partitions`'],
  ])('%s %s', async (verb, line, why) => {
    await expect(called(verb, line)).rejects.toThrow(`my.jsonl, line 1: ${why}`);
  });

  test('a program that is refused is one that differs, with its line and column', async () => {
    const refused = JSON.stringify({ ...WHOLE, js: 'sc => sc.nope()' });
    const { exit, lines } = await called('spark cases', `${refused}\n${JSON.stringify(WHOLE)}`);
    expect(exit).toBe(1);
    expect(lines).toMatchObject([
      'mine',
      { key: 'program.refused', args: { line: 1, column: 10 } },
      'mine',
      expect.stringContaining('jobs'),
      '2 cases, 2 differ',
    ]);
  });
});
