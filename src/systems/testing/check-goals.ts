// What every goal of a system promises: its solution reaches it; one without a solution is reached by no run at all, or by
// none of those that a search of so many states sees.

import { describe, expect, test } from 'vitest';
import type { Goal, Scenario } from '../../contract/system.ts';
import type { Verdict } from '../../kernel/property.ts';
import { newSession } from './new-session.ts';

interface Search {
  readonly maxStates: number;
  /** A search that sees no more than so many states shows nothing. */
  readonly moreThan: number;
}

export function checkGoals(
  system: string,
  scenarios: readonly Scenario[],
  { maxStates, moreThan }: Search,
): void {
  const cases = scenarios.flatMap(({ id, goals = [] }) => goals.map((goal) => ({ scenario: id, goal })));

  describe.each(cases)('$scenario $goal.id', ({ scenario, goal }) => {
    test(goal.solution ? 'is reached by its solution' : 'is reached by no run', async () => {
      const session = newSession();
      await session.open({ system, scenario, params: goal.params });
      const verdict = async (): Promise<Verdict | undefined> =>
        (await session.frame()).properties.find(({ name }) => name === goal.property)?.soFar;
      if (goal.solution) {
        expect(await verdict()).not.toBe(goal.want);
        for (const key of goal.solution) await session.choose(key);
        expect(await verdict()).toBe(goal.want);
        expect(goal.solution.length).toBeLessThanOrEqual(goal.steps);
        return;
      }
      const found = await session.explore({ from: 'start', maxStates, maxDepth: goal.steps });
      expect(found.states).toBeGreaterThan(moreThan);
      expect(found.properties[goal.property]?.verdict).not.toBe(goal.want);
    });
  });
}

/** Goals that are listed beside the scenarios are each of one that there is. */
export function checkListedGoals(
  goals: Readonly<Record<string, readonly Goal[]>>,
  scenarios: readonly Scenario[],
): void {
  test('every goal is of a scenario', () => {
    const ids = scenarios.map(({ id }) => id);
    for (const id of Object.keys(goals)) expect(ids).toContain(id);
  });
}
