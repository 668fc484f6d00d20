// The measured curve beside the rule: what is claimed of it on the page.
import { expect, test } from 'vitest';
import { textOfUtf8 } from '../../../base/bytes.ts';
import { findingsOf, ruleOf } from './findings.ts';
import type { Checkpoints } from './measure.ts';
import { measureCheckpoints, ROUNDS } from './measure.ts';

const measure = (workers: number, seed = 1): Checkpoints =>
  JSON.parse(textOfUtf8(measureCheckpoints({ workers, seed }, { progress: () => {} })) ?? '') as Checkpoints;

const three = measure(3);
const mean = (values: readonly number[]): number => values.reduce((sum, n) => sum + n, 0) / values.length;

test('checkpoints cost less the rarer they are, and deaths more', () => {
  const { measured } = three;
  const tasks = measured.map((one) => one.tasks);
  expect(tasks).toEqual([...tasks].sort((a, b) => b - a));
  const again = measured.map((one) => mean(one.again.map(([, more]) => more)));
  expect(again).toEqual([...again].sort((a, b) => a - b));
});

test('a checkpoint costs two rounds: the count that makes its partitions, and the job that writes them', () => {
  const { checkpoint, round } = ruleOf(three, 20);
  expect(checkpoint).toBe(2 * round);
});

test('without checkpoints a death reaches back to the first round', () => {
  const none = three.measured.at(-1);
  expect(none?.every).toBe(ROUNDS);
  const late = none?.again.at(-1)?.[1] ?? 0;
  expect(late).toBeGreaterThan(ROUNDS);
});

test('the interval that costs least is the rule’s, where it reckons with the part that is lost', () => {
  for (const deathEvery of [10, 20, 40]) {
    const {
      bestRounds = 0,
      ruleRounds = 0,
      ruleLineageRounds = 0,
    } = findingsOf(three, 2, deathEvery).metrics;
    expect(bestRounds / ruleLineageRounds).toBeGreaterThan(0.6);
    expect(bestRounds / ruleLineageRounds).toBeLessThan(1.6);
    expect(bestRounds).toBeGreaterThan(1.5 * ruleRounds);
  }
});

test('the rarer the deaths, the rarer the checkpoints', () => {
  const best = [10, 40, 160].map((deathEvery) => findingsOf(three, 2, deathEvery).metrics.bestRounds ?? 0);
  expect(best).toEqual([...best].sort((a, b) => a - b));
  expect(new Set(best).size).toBe(3);
});

test('another seed takes other moments, and the tasks without a death are the same', () => {
  const other = measure(3, 2);
  expect(other.measured.map(({ tasks }) => tasks)).toEqual(three.measured.map(({ tasks }) => tasks));
  expect(other).not.toEqual(three);
});
