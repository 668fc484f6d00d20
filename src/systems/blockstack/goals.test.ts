// Every goal: its solution reaches it; one without a solution is reached by no run at all.

import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../kernel/property.ts';
import { newSession } from '../testing/new-session.ts';
import { scenarios } from './scenarios.ts';

const cases = scenarios.flatMap(({ id, goals = [] }) => goals.map((goal) => ({ scenario: id, goal })));

describe.each(cases)('$scenario $goal.id', ({ scenario, goal }) => {
  test(goal.solution ? 'is reached by its solution' : 'is reached by no run', async () => {
    const session = newSession();
    await session.open({ system: 'blockstack', scenario, params: goal.params });
    const verdict = async (): Promise<Verdict | undefined> =>
      (await session.frame()).properties.find(({ name }) => name === goal.property)?.soFar;
    if (goal.solution) {
      expect(await verdict()).not.toBe(goal.want);
      for (const key of goal.solution) await session.choose(key);
      expect(await verdict()).toBe(goal.want);
      expect(goal.solution.length).toBeLessThanOrEqual(goal.steps);
      return;
    }
    const found = await session.explore({ from: 'start', maxStates: 20_000, maxDepth: goal.steps });
    expect(found.states).toBeGreaterThan(10);
    expect(found.properties[goal.property]?.verdict).not.toBe(goal.want);
  });
});
