// What a person may do to a run of Spark: write a program of their own, and break things at any moment.
import { describe, expect, test } from 'vitest';
import { explore } from '../../kernel/explore.ts';
import { newSession } from '../testing/new-session.ts';
import type { Program } from './engine/driver.ts';
import { sparkModel } from './model.ts';
import { input } from './testing/programs.ts';

const OPEN = { system: 'spark', scenario: 'lazy' };

describe('a program of one’s own', () => {
  test('runs as it is written, with the numbers that stand beside it', async () => {
    const session = newSession();
    const program = 'sc.parallelize(range(1, 10), partitions).map(x => [x % reducers, x]).countByKey()';
    await session.open({ ...OPEN, params: { program, partitions: 5, reducers: 3 } });
    await session.advance(100);
    const { properties } = await session.summary();
    expect(properties).toMatchObject({ answer: 'reached', 'same-result': 'holds' });
  });

  test('where it is refused, says line, column and reason, and the run is as it was', async () => {
    const session = newSession();
    await session.open(OPEN);
    const before = await session.advance(3);
    for (const [program, key, line, column] of [
      ['sc.parallelize([1])\n  .map(x => window.x)\n  .count()', 'program.unknown', 2, 13],
      ["sc\n .textFile('nowhere').count()", 'engine.no-input', 2, 3],
      ['while (true) {}', 'program.loop', 1, 1],
    ] as const) {
      await expect(session.open({ ...OPEN, params: { program } })).rejects.toMatchObject({
        text: { key: 'program.refused', args: { line, column, why: { key } } },
      });
      expect(await session.frame()).toEqual(before);
    }
  });

  test('where a task of it fails four times, the job is given up, with the place', async () => {
    const session = newSession();
    const program = 'sc.parallelize([1, 2], 2).map(x => x[0]).collect()';
    await session.open({ ...OPEN, params: { program } });
    await session.advance(100);
    const { properties, steps } = await session.summary();
    expect(properties).toMatchObject({ answer: 'not reached' });
    expect(steps).toBeGreaterThan(8);
  });
});

const persisted: Program = (sc, results) => {
  const kept = sc
    .textFile('words', 2)
    .persist('DISK_ONLY')
    .map((line: string) => [line.length % 2, 1])
    .reduceByKey((a: number, b: number) => a + b, 2)
    .persist();
  kept.checkpoint();
  results.push(kept.count(), kept.collect());
};

describe('faults', () => {
  test('of every kind may be caused while the program runs', () => {
    const model = sparkModel({ plan: { program: persisted, workers: 2, input }, kills: 1, notice: 'late' });
    const kinds = new Set<string>();
    let state = model.init();
    for (;;) {
      const enabled = model.enabled(state);
      for (const { kind } of enabled) if (model.faults?.has(kind)) kinds.add(kind);
      const step = enabled.find(({ kind }) => !model.faults?.has(kind));
      if (!step) break;
      state = model.next(state, step);
    }
    expect([...kinds].sort()).toEqual([
      'delay',
      'evict',
      'kill',
      'lose-block',
      'lose-checkpoint',
      'lose-output',
    ]);
  });

  test('a lost file of a held partition: its task fails once and computes it again, in every order the same', () => {
    const program: Program = (sc, results) => {
      const kept = sc.textFile('words', 2).persist('DISK_ONLY');
      results.push(kept.count(), kept.count());
    };
    const model = sparkModel({ plan: { program, workers: 2, input }, kills: 1, notice: 'at-once' });
    let state = model.init();
    const seen: string[] = [];
    for (;;) {
      const enabled = model.enabled(state);
      const lost = enabled.find(({ kind }) => kind === 'lose-block');
      const step = lost ?? enabled.find(({ kind }) => !model.faults?.has(kind));
      if (!step) break;
      seen.push(step.kind);
      state = model.next(state, step);
    }
    expect(seen.filter((kind) => kind === 'lose-block' || kind === 'fail')).toEqual(['lose-block', 'fail']);
    expect(explore(model)).toMatchObject({
      complete: true,
      properties: {
        'same-result': { verdict: 'holds' },
        'cached-once': { verdict: 'holds' },
        'made-again': { verdict: 'reached' },
      },
    });
  });

  test('a slow task has a copy where speculation is on; the first to end counts, in every order the same', () => {
    const program: Program = (sc) =>
      sc
        .textFile('words', 2)
        .map((line: string) => [line.length % 2, 1])
        .reduceByKey((a: number, b: number) => a + b, 1)
        .collect();
    const of = (speculation: boolean) =>
      explore(sparkModel({ plan: { program, workers: 2, input }, kills: 1, notice: 'at-once', speculation }));
    const [on, off] = [of(true), of(false)];
    expect(on).toMatchObject({
      complete: true,
      properties: { 'same-bytes': { verdict: 'holds' }, 'same-result': { verdict: 'holds' } },
    });
    expect(on.states).toBeGreaterThan(off.states);
  });
});
