import { expect, test } from 'vitest';
import type { Scenario } from '../../contract/system.ts';
import { mainFix } from './main-fix.ts';

const scenario = (compare: Scenario['compare'], params: Scenario['params'] = {}): Scenario => ({
  id: 'a',
  params,
  switches: [],
  compare,
  scheduler: { kind: 'seeded' },
  steps: 1,
  claims: {},
  predictions: [],
  next: 's',
  source: '1',
});

test('the map is compared with what the scenario is compared with', () => {
  expect(mainFix(scenario({ lease: 'on' }), { lease: 'off' })).toEqual({
    name: 'lease',
    now: 'off',
    value: 'on',
  });
});

test('where the run already stands under the fix, it is compared with what it was', () => {
  expect(mainFix(scenario({ lease: 'on' }), { lease: 'on' })?.value).toBe('off');
  expect(mainFix(scenario({ fill: 'add' }, { fill: 'holdoff' }), { fill: 'add' })?.value).toBe('holdoff');
});

test('a scenario with nothing to compare has no other map', () => {
  expect(mainFix(scenario({}), { lease: 'on' })).toBeNull();
});
