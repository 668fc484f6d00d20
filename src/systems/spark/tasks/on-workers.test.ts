// Tasks in a pool of workers: whoever computes them, however many there are, and whatever becomes of them, a run is the
// run of one thread.
import { describe, expect, test } from 'vitest';
import { haveMet, meetingPlace } from '../../../compute/testing/meeting.ts';
import { runInline } from '../engine/inline.ts';
import { loseBlock } from '../engine/run.ts';
import { GIVEN_ALONE } from '../given.ts';
import { parseProgram } from '../language/parse.ts';
import { driverOf } from '../language/program.ts';
import { TEXTS } from '../testing/programs.ts';
import { inputFile } from './input-file.ts';
import type { TaskOptions } from './on-workers.ts';
import { runOnWorkers } from './on-workers.ts';
import { taskRunner, WAYS } from './testing/runners.ts';

const PROGRAMS: Readonly<Record<string, string>> = {
  wordcount: `
    const counts = sc.textFile('words', 4).flatMap(line => line.split(' '))
      .map(word => [word, 1]).reduceByKey((a, b) => a + b, 3);
    counts.count();
    counts.collect()`,
  'log mining, held in memory': `
    const errors = sc.textFile('log', 4).filter(line => line.startsWith('ERROR')).persist();
    const tally = sc.accumulator('seen');
    errors.foreach(line => { tally.add(1); });
    errors.filter(line => line.includes('mysql')).map(line => line.split('\\t')[1]).collect();
    sc.parallelize([tally.value, -0, 0 / 0], 1).collect()`,
  'a join of two, sorted': `
    const left = sc.parallelize(range(0, 40), 4).map(i => [i % 10, 'a' + i]);
    const right = sc.parallelize(range(0, 20), 3).map(i => [i % 7, 'b' + i]);
    left.partitionBy(5).persist().leftOuterJoin(right).sortByKey(false, 3).collect()`,
  'ranks, with a checkpoint': `
    const links = sc.textFile('edges', 3).map(line => line.split(' ').map(x => Number(x))).distinct().groupByKey().cache();
    let ranks = links.mapValues(() => 1);
    for (let i = 0; i < 3; i++) {
      ranks = links.join(ranks).values().flatMap(([outs, rank]) => outs.map(to => [to, rank / outs.length]))
        .reduceByKey((a, b) => a + b).mapValues(sum => 0.15 + 0.85 * sum);
      if (i === 1) { ranks.checkpoint(); ranks.count(); }
    }
    ranks.collect()`,
};
const files = Object.entries(TEXTS).map(([name, text]) => inputFile(name, new TextEncoder().encode(text)));

async function plans(source: string) {
  const tree = await parseProgram(source);
  const program = driverOf(tree, GIVEN_ALONE);
  const workers = 3;
  return {
    here: { program, workers, input: (name: string) => TEXTS[name] },
    there: { tree, workers, files },
  };
}
let runs = 0;

test('a file of a held partition that is gone is missed by a worker as by the one thread', async () => {
  const { here, there } = await plans(`
    const kept = sc.textFile('words', 2).persist(StorageLevel.DISK_ONLY);
    kept.count();
    kept.count()`);
  const runner = taskRunner({ workers: 2 });
  const ways = [
    (onEnd: TaskOptions['onEnd']) => Promise.resolve(runInline(here, { onEnd } as never)),
    (onEnd: TaskOptions['onEnd']) => runOnWorkers(there, runner, { onEnd, run: ++runs } as TaskOptions),
  ];
  const told: string[][] = [];
  for (const way of ways) {
    const ends: string[] = [];
    await way(({ partition, worker }, { kind }, now) => {
      ends.push(`${partition} on ${worker} ${kind}`);
      if (ends.length === 2)
        for (const { worker: on, rdd, partition: p } of now.state.blocks) loseBlock(now, on, rdd, p);
    });
    told.push(ends);
  }
  runner.close();
  expect(told[1]).toEqual(told[0]);
  expect(told[0]?.filter((end) => end.endsWith('failed')).length).toBe(2);
});

describe.each(Object.entries(PROGRAMS))('%s', (_, source) => {
  test.each(WAYS)('is the same, step by step, as in one thread: %s', async (__, runner) => {
    const { here, there } = await plans(source);
    const ours = runInline(here);
    const kills = [{ worker: 1, at: ours.run.state.started - 2 }];
    for (const options of [{}, { kills }]) {
      const one = runInline(here, options);
      const many = await runOnWorkers(there, runner(), { ...options, run: ++runs });
      expect(many.failed).toBe(undefined);
      expect(many.results).toEqual(one.results);
      expect(many.checksum).toBe(ours.checksum);
      expect(many.run.state).toEqual(one.run.state);
      expect(many.computed).toEqual(one.computed);
    }
  });
});

test('printed code and closures give the same bytes, and it is said which ran', async () => {
  const { there } = await plans(PROGRAMS.wordcount as string);
  const runner = taskRunner({ workers: 1 }, { prints: true });
  try {
    const printed = await runOnWorkers(there, runner, { run: ++runs });
    const closures = await runOnWorkers(there, runner, { run: ++runs, closures: true });
    expect([printed.code, closures.code]).toEqual(['printed', 'closures']);
    expect(closures.run.state).toEqual(printed.run.state);
  } finally {
    runner.close();
  }
});

test('two tasks are at work at once on two workers', async () => {
  const { there } = await plans(PROGRAMS.wordcount as string);
  const meeting = meetingPlace();
  const runner = taskRunner({ workers: 2 }, { meeting });
  try {
    await runOnWorkers(there, runner, { run: ++runs });
    expect(haveMet(meeting)).toBe(true);
  } finally {
    runner.close();
  }
});

describe('whatever happens to the workers of the pool', () => {
  const source = PROGRAMS['ranks, with a checkpoint'] as string;

  test('whichever of two tasks is done first, the result is one', async () => {
    const { here, there } = await plans(source);
    const { checksum } = runInline(here);
    const [, , two] = WAYS;
    const asDone: TaskOptions = { ends: 'as-done', run: ++runs };
    expect((await runOnWorkers(there, (two as (typeof WAYS)[0])[1](), asDone)).checksum).toBe(checksum);
  });

  test('one that dies in the middle of a task leaves no trace', async () => {
    const { here, there } = await plans(source);
    const runner = taskRunner({ workers: 2 });
    try {
      let ends = 0;
      const onEnd = (): void => {
        ends += 1;
        if (ends % 5 === 0) runner.lose(ends % 2);
      };
      const many = await runOnWorkers(there, runner, { run: ++runs, onEnd });
      expect(ends).toBeGreaterThan(15);
      expect(many.run.state).toEqual(runInline(here).run.state);
    } finally {
      runner.close();
    }
  });

  test('results that must be let go are made again from their jobs, within the bound', async () => {
    const { here, there } = await plans(source);
    const runner = taskRunner({ workers: 1, maxBytes: 12_000 });
    try {
      const many = await runOnWorkers(there, runner, { run: ++runs });
      expect(many.run.state).toEqual(runInline(here).run.state);
      const { held, evicted, madeAgain, bound } = runner.memory();
      expect(bound).toBe(12_000);
      expect(held).toBeLessThanOrEqual(bound);
      expect(evicted).toBeGreaterThan(0);
      expect(madeAgain).toBeGreaterThan(0);
    } finally {
      runner.close();
    }
  });
});

test('blocks: what is held, driven out, spilled and made again is counted', async () => {
  const source = `
    const plain = sc.parallelize(range(1, 400), 4).map(x => x * 2).persist('MEMORY_ONLY');
    const disk = sc.parallelize(range(1, 400), 4).map(x => x * 3).persist('MEMORY_AND_DISK');
    plain.count(); disk.count(); plain.count(); disk.count()`;
  const { there } = await plans(source);
  const [, runner] = WAYS[0] as (typeof WAYS)[0];
  const tight = await runOnWorkers({ ...there, workers: 1, memory: 3000 }, runner(), { run: ++runs });
  const wide = await runOnWorkers({ ...there, workers: 1 }, runner(), { run: ++runs });
  expect(tight.results).toEqual(wide.results);
  expect(wide.blocks).toEqual({
    held: 8 * 816,
    onDisk: 0,
    bound: null,
    evicted: 0,
    spilled: 0,
    madeAgain: 0,
  });
  expect(tight.blocks.bound).toBe(3000);
  expect(tight.blocks.held).toBeLessThanOrEqual(3000);
  expect(tight.blocks.evicted).toBeGreaterThan(0);
  expect(tight.blocks.spilled).toBeGreaterThan(0);
  expect(tight.blocks.madeAgain).toBeGreaterThan(0);
});

test('a file is known by its SHA-256 and its size; a byte-order mark is not part of it', () => {
  const file = inputFile('abc', new TextEncoder().encode('\ufeffabc'));
  expect(file).toMatchObject({
    name: 'abc',
    size: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
});
