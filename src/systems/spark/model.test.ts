// Stepping Spark: how few steps lead to an answer, what a kill makes again, and that every order of everything ends with
// the same bytes.
import { describe, expect, test } from 'vitest';
import { pick } from '../../base/rng.ts';
import { explore } from '../../kernel/explore.ts';
import { firstMoment, nextMoment } from '../../kernel/moment.ts';
import { picked } from '../../kernel/scheduler.ts';
import type { Program } from './engine/driver.ts';
import { unsafeRandom } from './language/attempt.ts';
import { sparkModel } from './model.ts';
import type { SparkState } from './model-state.ts';
import { madeAgain } from './model-state.ts';
import { input, programs } from './testing/programs.ts';

const wordcount =
  (partitions: number, reducers: number): Program =>
  (sc) =>
    sc
      .textFile('words', partitions)
      .flatMap((line: string) => line.split(' '))
      .map((word: string) => [word, 1])
      .reduceByKey((a: number, b: number) => a + b, reducers)
      .collect();

const modelOf = (program: Program, kills: number, notice: 'at-once' | 'late' = 'at-once', workers = 2) =>
  sparkModel({ plan: { program, workers, input }, kills, notice });

describe('word count on two workers', () => {
  for (const [partitions, reducers, steps] of [
    [1, 1, 4],
    [2, 1, 6],
    [2, 2, 8],
    [4, 2, 12],
  ] as const) {
    test(`${partitions} map and ${reducers} reduce tasks: an answer in ${steps} steps, in every order the same bytes`, () => {
      const found = explore(modelOf(wordcount(partitions, reducers), 0));
      expect(found.complete).toBe(true);
      expect(found.properties).toMatchObject({
        answer: { verdict: 'reached', length: steps },
        'same-bytes': { verdict: 'holds' },
        'same-result': { verdict: 'holds' },
        'made-again': { verdict: 'not reached' },
      });
    });
  }

  test('with one kill something is made again in five steps, and every order still has the same bytes', () => {
    const found = explore(modelOf(wordcount(2, 1), 1));
    expect(found.complete).toBe(true);
    expect(found.properties).toMatchObject({
      'made-again': { verdict: 'reached', length: 5 },
      'same-bytes': { verdict: 'holds' },
      'same-result': { verdict: 'holds' },
      'cached-once': { verdict: 'does not apply' },
      'cut-at-checkpoint': { verdict: 'does not apply' },
    });
  });

  test('one map task alone: its stage is over when its output is lost, so the fetch must fail first', () => {
    const found = explore(modelOf(wordcount(1, 1), 1));
    expect(found.properties['made-again']).toMatchObject({ verdict: 'reached', length: 7 });
  });

  test('a driver that hears late sees more orders, with the same end', () => {
    const soon = explore(modelOf(wordcount(2, 1), 1));
    const late = explore(modelOf(wordcount(2, 1), 1, 'late'));
    expect(late.complete).toBe(true);
    expect(late.states).toBeGreaterThan(soon.states);
    expect(late.properties).toMatchObject({
      'same-result': { verdict: 'holds' },
      answer: { verdict: 'reached', length: 6 },
    });
  });
});

test('a persisted RDD, counted twice: whatever dies or is evicted, what is held is never computed again', () => {
  const twice: Program = (sc, results) => {
    const errors = sc
      .textFile('log', 2)
      .filter((line: string) => line.startsWith('ERROR'))
      .persist();
    results.push(errors.count(), errors.count());
  };
  const found = explore(modelOf(twice, 1));
  expect(found.complete).toBe(true);
  expect(found.properties).toMatchObject({
    answer: { verdict: 'reached', length: 8 },
    'made-again': { verdict: 'reached', length: 7 },
    'cached-once': { verdict: 'holds' },
    'same-bytes': { verdict: 'holds' },
    'same-result': { verdict: 'holds' },
  });
});

test('a function that asks for chance gives other bytes when it is made again, and same-bytes is broken', () => {
  const program: Program = (sc) =>
    sc
      .parallelize([1, 2, 3, 4], 2)
      .map((x: number) => [x, unsafeRandom()])
      .reduceByKey((a: number) => a, 1)
      .collect();
  const found = explore(modelOf(program, 1), { maxDepth: 9 });
  expect(found.properties['same-bytes']).toMatchObject({ verdict: 'violated' });
  expect(explore(modelOf(wordcount(2, 1), 1), { maxDepth: 9 }).properties['same-bytes']?.verdict).not.toBe(
    'violated',
  );
});

describe('a free worker that has nothing of what the tasks read', () => {
  /** One map task, so that one worker has all that both reduces read. */
  const keysWith = (localityWaitMs: number): string[] => {
    const plan = { program: wordcount(1, 2), workers: 2, input, reduceLocality: true };
    const model = sparkModel({ plan, kills: 0, notice: 'at-once', localityWaitMs });
    const keys: string[] = [];
    for (let moment = firstMoment(model, 1); ; ) {
      const enabled = model.enabled(moment.state);
      const action = enabled[picked(model, 1, { kind: 'earliest' }, moment, enabled)];
      if (!action) return keys;
      keys.push(action.key);
      moment = nextMoment(model, 1, moment, action);
    }
  };
  test('takes one at once where nobody waits', () => {
    expect(keysWith(0).slice(2, 4)).toEqual(['start:w0', 'start:w1']);
  });
  test('leaves them to the worker that has it for as long as is waited for places near by', () => {
    expect(keysWith(3000)).toEqual([
      'start:w0',
      'end:0.0.0',
      'start:w0',
      'end:1.0.0',
      'start:w0',
      'end:1.0.1',
    ]);
    expect(keysWith(1).slice(2, 4)).toEqual(['start:w0', 'start:w1']);
  });
});

/** A walk by seed to the end of the program. */
function walk(
  program: Program,
  seed: number,
  kills: number,
): { readonly end: SparkState; readonly steps: number } {
  const model = modelOf(program, kills, seed % 2 === 0 ? 'at-once' : 'late', 3);
  let state = model.init();
  let steps = 0;
  for (;;) {
    const enabled = model.enabled(state);
    const [first] = enabled;
    if (!first) return { end: state, steps };
    state = model.next(state, enabled[pick(seed, steps, enabled.length)] ?? first);
    steps += 1;
    if (steps > 2000) throw new Error('a run without end');
    for (const { name, kind, judge } of model.properties) {
      if (kind === 'always')
        expect({ name, seed, steps, holds: judge(state) }).toMatchObject({ holds: true });
    }
  }
}

describe('random walks with faults keep every promise', () => {
  for (const [name, program] of Object.entries(programs)) {
    test(name, () => {
      let again = 0;
      for (let seed = 0; seed < 12; seed++) {
        const { end } = walk(program, seed, 2);
        again += madeAgain(end).length;
        expect(end.notes.length).toBeGreaterThan(0);
      }
      expect(again).toBeGreaterThan(0);
    });
  }
});
