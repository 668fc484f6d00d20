import { expect, test } from 'vitest';
import type { Scenario, Switch } from '../../contract/system.ts';
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

const choice = (name: string, values: readonly [string, ...string[]]): Switch => ({
  kind: 'choice',
  name,
  values,
  default: values[0],
});
const lease = choice('lease', ['off', 'on']);
const switches = [lease, choice('fill', ['holdoff', 'add'])];

test('the map is compared with what the scenario is compared with', () => {
  expect(mainFix(scenario({ lease: 'on' }), { lease: 'off' }, switches)).toEqual({
    name: 'lease',
    now: 'off',
    value: 'on',
  });
});

test('where the run already stands under the fix, it is compared with what it was', () => {
  expect(mainFix(scenario({ lease: 'on' }), { lease: 'on' }, switches)?.value).toBe('off');
  expect(mainFix(scenario({ fill: 'add' }, { fill: 'holdoff' }), { fill: 'add' }, switches)?.value).toBe(
    'holdoff',
  );
});

test('a scenario with nothing to compare has no other map', () => {
  expect(mainFix(scenario({}), { lease: 'on' }, switches)).toBeNull();
});

test('a setting that means nothing under the present ones is compared with nothing', () => {
  const only = [{ ...lease, when: { real: ['off'] } }];
  const asked = scenario({ lease: 'on' });
  expect(mainFix(asked, { lease: 'off', real: 'off' }, only)?.value).toBe('on');
  expect(mainFix(asked, { lease: 'off', real: 'on' }, only)).toBeNull();
});
