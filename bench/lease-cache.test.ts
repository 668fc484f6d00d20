// The contenders of the explore benchmark search the same protocol: the same counts, and the same answer.

import { expect, it } from 'vitest';
import { explore } from '../src/kernel/explore.ts';
import { leaseCache } from './lease-cache.ts';
import { leaseCacheObjects, searchWithStrings } from './lease-cache-objects.ts';
import { compared, median, missesFloor, percentile, skippedRow } from './measure.ts';

it('counts the same states and transitions by rules, by objects and by strings', () => {
  const size = { writes: 2, leases: 2, operations: 2 };
  const rules = explore(leaseCache(size));
  const objects = explore(leaseCacheObjects(size));
  const { states, edges, statesByDepth } = rules;
  expect(rules.complete).toBe(true);
  expect(states).toBeGreaterThan(1000);
  expect(objects).toMatchObject({ complete: true, states, edges, statesByDepth });
  expect(searchWithStrings(size)).toEqual({ states, edges, holds: true });
  expect(rules.properties['quiescent-is-fresh']?.verdict).toBe('holds');
  expect(objects.properties['quiescent-is-fresh']?.verdict).toBe('holds');
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
