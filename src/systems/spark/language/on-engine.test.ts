// Programs as text, through parser, checker and closures, on the real engine.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Case } from '../cases.ts';
import { caseScope, differences } from '../cases.ts';
import { runInline } from '../engine/inline.ts';
import { hashPartitioner, modulo } from '../engine/partitioner.ts';
import type { Rdd } from '../engine/rdd.ts';
import { programs, input as text } from '../testing/programs.ts';
import { ENGINE_MEMBERS, GIVEN } from './names.ts';
import { parseProgram } from './parse.ts';
import { driverOf } from './program.ts';
import { ProgramRefusal } from './refusal.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const INPUTS = here('../../../../../shared/data/own/spark/inputs');
const input = (path: string): string | undefined => {
  const file = `${INPUTS}/${path.replace('/data/', '')}`;
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
const cases = readFileSync(here('../testing/cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

describe('the 47 cases of real Spark, as programs of the language', () => {
  for (const one of cases) {
    const needs = one.js.includes('/data/') && !existsSync(INPUTS);
    it.skipIf(needs)(one.case, async () => {
      const tree = await parseProgram(one.js, [...GIVEN, 'nums', 'pairs', 'p3']);
      expect(differences(one, (sc) => driverOf(tree, caseScope(sc))(sc) as Rdd, input)).toEqual([]);
    });
  }
});

const add = '(a, b) => a + b';
const TEXTS: Readonly<Record<string, string>> = {
  wordcount: `
    const counts = sc.textFile('words', 4).flatMap(line => line.split(' '))
      .map(word => [word, 1]).reduceByKey(${add}, 3);
    counts.count();
    counts.map(([word, n]) => [n, word]).collect()`,
  logMining: `
    const errors = sc.textFile('log', 4).filter(line => line.startsWith('ERROR')).persist(StorageLevel.MEMORY_ONLY);
    const mysql = errors.filter(line => line.includes('mysql'));
    errors.count();
    mysql.count();
    mysql.map(line => line.split('\\t')[1]).collect()`,
  join: `
    const left = sc.parallelize(range(0, 39).map(i => [i % 10, 'a' + i]), 4);
    const right = sc.parallelize(range(0, 19).map(i => [i % 7, \`b$\{i}\`]), 3);
    const placed = left.partitionBy(new HashPartitioner(5)).persist();
    placed.join(right).count();
    left.leftOuterJoin(right, 5).collect()`,
  pagerank: `
    const links = sc.textFile('edges', 3).map(line => line.split(' ').map(x => Number(x))).distinct().groupByKey().cache();
    let ranks = links.mapValues(() => 1);
    const step = ranks => links.join(ranks).values()
      .flatMap(([outs, rank]) => outs.map(to => [to, rank / outs.length]))
      .reduceByKey(${add}).mapValues(sum => 0.15 + 0.85 * sum);
    for (let i = 0; i < 3; i++) ranks = step(ranks);
    ranks.collect();
    ranks.values().sum()`,
};

describe('four programs, as text and as plain functions of the engine', () => {
  it.each(Object.keys(TEXTS))('%s has the same results and the same checksum', async (name) => {
    const tree = await parseProgram(TEXTS[name] as string);
    const program = driverOf(tree, { HashPartitioner: hashPartitioner, Modulo: modulo });
    const ours = runInline({ workers: 2, cores: 2, input: text, program });
    const theirs = runInline({
      workers: 2,
      cores: 2,
      input: text,
      program: programs[name] as typeof program,
    });
    expect(ours.failed).toBeUndefined();
    expect(ours.results).toEqual(theirs.results);
    expect(ours.checksum).toBe(theirs.checksum);
    expect(ours.run.state.stages.length).toBe(theirs.run.state.stages.length);
  });
});

describe('what is written from habit', () => {
  const resultsOf = async (source: string): Promise<readonly unknown[]> => {
    const program = driverOf(await parseProgram(source));
    const run = runInline({ workers: 2, cores: 1, input: text, program });
    if (run.failed !== undefined) throw run.error;
    return run.results;
  };
  const numbers = 'sc.parallelize([5, 12, 7, 31], 2)';

  it('every member that a program may name is there', () => {
    const { reached } = runInline({
      workers: 1,
      cores: 1,
      input: text,
      program: (sc) => sc.emptyRDD().count(),
    }).run;
    const { context } = reached;
    const had = [context, context.rdds[0], context.accumulator(0)] as unknown as Record<string, unknown>[];
    const missing = [...ENGINE_MEMBERS.keys()].filter((name) =>
      had.every((one) => typeof one[name] !== 'function'),
    );
    expect(missing).toEqual([]);
  });

  it('the first and the last are found by what a function gives of each', async () => {
    const source = ['takeOrdered(2, x => -x)', 'top(2, x => x % 10)', 'max(x => x % 10)', 'min(x => x % 10)']
      .map((call) => `${numbers}.${call};`)
      .join('\n');
    expect(await resultsOf(source)).toEqual([[31, 12], [7, 5], 7, 31]);
    expect(await resultsOf("sc.parallelize([['b', 1], ['a', 9], ['b', 0]], 2).max()")).toEqual([['b', 1]]);
  });

  it('a map has the last value of each key', async () => {
    expect(await resultsOf("sc.parallelize([['a', 1], ['b', 2], ['a', 3]], 3).collectAsMap()")).toEqual([
      [
        ['a', 3],
        ['b', 2],
      ],
    ]);
  });

  it('a filter keeps what JavaScript takes as true', async () => {
    expect(
      await resultsOf("sc.parallelize(['a1', '', 'b'], 2).filter(s => s.match(/\\d/)).collect()"),
    ).toEqual([['a1']]);
    expect(await resultsOf("sc.parallelize(['a1', '', 'b'], 2).filter(s => s.length).count()")).toEqual([2]);
  });

  it.each([
    ['sc.parallelize([1]).take()', 1, 21, 'program.arguments-just'],
    ['sc.parallelize([1])\n  .sortByKey(true, 2, 3)', 2, 4, 'program.arguments'],
    ["sc.parallelize(['a']).sum()", 1, 4, 'engine.no-number'],
    ['sc.parallelize([1]).takeSample(false, 1)', 1, 21, 'program.instead'],
    ['console.log(1)', 1, 1, 'program.prints'],
    ['print(1)', 1, 1, 'program.prints'],
  ])('%s is refused in its place', async (source, line, column, key) => {
    const refused = await resultsOf(source).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProgramRefusal);
    const { why, ...place } = refused as ProgramRefusal;
    expect([place.line, place.column, why.key]).toEqual([line, column, key]);
  });
});
