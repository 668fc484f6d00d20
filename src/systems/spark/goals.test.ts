// Every goal: its solution reaches it and no shorter run does; one without a solution is reached by no run at all, or by
// none of those that a search sees.

import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../kernel/property.ts';
import { catalog } from '../catalog.ts';
import { newSession } from '../testing/new-session.ts';
import { goals } from './goals.ts';
import { scenarios } from './scenarios.ts';

const MOST_STATES = 2000;
const cases = scenarios.flatMap(({ id: scenario, goals: list = [] }) =>
  list.map((goal) => ({ scenario, goal })),
);

test('every goal is of a scenario', async () => {
  const entry = catalog.find(({ id }) => id === 'spark');
  const ids = (await entry?.head())?.scenarios.map(({ id }) => id) ?? [];
  for (const id of Object.keys(goals)) expect(ids).toContain(id);
});

describe.each(cases)('$scenario $goal.id', ({ scenario, goal }) => {
  test(goal.solution ? 'is reached by its solution' : 'is reached by no run', async () => {
    const session = newSession();
    await session.open({ system: 'spark', scenario, params: goal.params });
    const verdict = async (): Promise<Verdict | undefined> =>
      (await session.frame()).properties.find(({ name }) => name === goal.property)?.soFar;
    if (goal.solution) {
      expect(await verdict()).not.toBe(goal.want);
      for (const key of goal.solution) await session.choose(key);
      expect(await verdict()).toBe(goal.want);
      expect(goal.solution.length).toBeLessThanOrEqual(goal.steps);
      return;
    }
    const bounds = { from: 'start', maxStates: MOST_STATES, maxDepth: goal.steps } as const;
    const found = await session.explore(bounds);
    expect(found.states).toBeGreaterThan(5);
    expect(found.properties[goal.property]?.verdict).not.toBe(goal.want);
  });
});
