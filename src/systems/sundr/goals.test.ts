// Every goal of the server's seat: its solution reaches it and no shorter run does; one without a solution is reached by no
// run at all: a search of every state says so.

import { expect, test } from 'vitest';
import type { Goal } from '../../contract/system.ts';
import { explore } from '../../kernel/explore.ts';
import type { Model } from '../../kernel/model.ts';
import type { Verdict } from '../../kernel/property.ts';
import { verdictAt, worse } from '../../kernel/property.ts';
import { goals } from './goals.ts';
import { scenarios } from './scenarios.ts';
import { modelOf, paramsOf } from './testing/ready.ts';
import { todayModel } from './today/model.ts';

const all = Object.entries(goals).flatMap(([scenario, list]) =>
  list.map((goal) => [`${scenario} ${goal.id}`, scenario, goal] as const),
);
const modelFor = (scenario: string, { params }: Goal): Model<unknown> => {
  const found = scenarios.find(({ id }) => id === scenario);
  if (!found) throw new Error(`no scenario ${scenario}`);
  const set = { ...found.params, ...params };
  return (set.layout === 'tlog' ? todayModel(paramsOf(set), 1) : modelOf(set)) as Model<unknown>;
};

test('every scenario has goals', () => {
  expect(scenarios.filter((one) => !one.goals?.length).map(({ id }) => id)).toEqual([]);
});

test.each(all.filter(([, , { solution }]) => solution))(
  '%s: its solution reaches it, and no shorter run does',
  (_, scenario, goal) => {
    const model = modelFor(scenario, goal);
    const property = model.properties.find(({ name }) => name === goal.property);
    if (!property) throw new Error(`no property ${goal.property}`);
    let state = model.init();
    let verdict: Verdict = verdictAt(property, state);
    for (const key of goal.solution ?? []) {
      expect(verdict).not.toBe(goal.want);
      const action = model.enabled(state).find((each) => each.key === key);
      if (!action) throw new Error(`${key} is not enabled`);
      state = model.next(state, action);
      verdict = worse(verdict, verdictAt(property, state));
    }
    expect(verdict).toBe(goal.want);
    const shorter = explore(model, { maxDepth: goal.steps - 1 }).properties[goal.property]?.verdict;
    expect(shorter).not.toBe(goal.want);
  },
);

test.each(all.filter(([, , { solution }]) => !solution))('%s: no run reaches it', (_, scenario, goal) => {
  const { complete, states, properties } = explore(modelFor(scenario, goal));
  expect(complete).toBe(true);
  expect(states).toBeGreaterThan(10);
  expect(properties[goal.property]?.verdict).not.toBe(goal.want);
});
