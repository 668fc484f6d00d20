// The contenders of the explore benchmark search the same protocol: the same counts, and the same answer.

import { expect, it } from 'vitest';
import { explore } from '../src/kernel/explore.ts';
import { plainSearch } from '../src/kernel/testing/plain-search.ts';
import { leaseCacheActors } from './lease-cache-actors.ts';
import { leaseCacheObjects, searchWithStrings } from './lease-cache-objects.ts';
import { compared, median, missesFloor, percentile, skippedRow } from './measure.ts';

it('counts the same states and transitions by actors, by objects, by strings and by the oracle', () => {
  const size = { writes: 2, leases: 2, operations: 2 };
  const strings = searchWithStrings(size);
  const { states, edges } = strings;
  expect(states).toBeGreaterThan(1000);
  expect(strings.holds).toBe(true);
  const same = { complete: true, states, edges, properties: { 'quiescent-is-fresh': { verdict: 'holds' } } };
  expect(explore(leaseCacheActors(size))).toMatchObject(same);
  expect(explore(leaseCacheObjects(size))).toMatchObject(same);
  expect(plainSearch(leaseCacheActors(size))).toMatchObject(same);
});

it('takes the median of ratios within a round, and fails below the floor only', () => {
  const head = { name: 'x', unit: '1/s', floor: 3, goal: 4, note: '' };
  const row = compared(head, [10, 40, 30], [5, 10, 10]);
  expect(row).toMatchObject({ ours: 30, peer: 10, ratio: 3, min: 2, max: 4, rounds: 3 });
  expect(missesFloor(row)).toBe(false);
  expect(missesFloor({ ...row, ratio: 2.9 })).toBe(true);
  expect(missesFloor(skippedRow(head, [1]))).toBe(false);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(percentile([5, 1, 4, 2, 3], 0.8)).toBe(4);
});
