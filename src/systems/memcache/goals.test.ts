import { describe, expect, it } from 'vitest';
import type { Goal, Params, Scenario } from '../../contract/system.ts';
import { explore } from '../../kernel/explore.ts';
import type { Verdict } from '../../kernel/property.ts';
import { verdictAt, worse } from '../../kernel/property.ts';
import { memcache } from './index.ts';
import { ready } from './testing/ready.ts';
import { en } from './testing/say.ts';

const defaults: Params = Object.fromEntries(memcache.switches.map((each) => [each.name, each.default]));
const all = memcache.scenarios.flatMap((scenario) =>
  (scenario.goals ?? []).map((goal) => [`${scenario.id} ${goal.id}`, scenario, goal] as const),
);
const modelOf = (scenario: Scenario, goal: Goal) =>
  ready(scenario.id).model({ ...defaults, ...scenario.params, ...goal.params }, 1);

describe('the goals of the races', () => {
  it.each(all.filter(([, , { solution }]) => solution))(
    '%s: its solution reaches it, no shorter run does',
    (_id, scenario, goal) => {
      const model = modelOf(scenario, goal);
      const property = model.properties.find(({ name }) => name === goal.property);
      if (!property) throw new Error(`no property ${goal.property}`);
      let state = model.init();
      let verdict: Verdict = verdictAt(property, state);
      for (const key of goal.solution ?? []) {
        const action = model.enabled(state).find((each) => each.key === key);
        if (!action) throw new Error(`${key} is not enabled`);
        state = model.next(state, action);
        verdict = worse(verdict, verdictAt(property, state));
      }
      expect(verdict).toBe(goal.want);
      expect(explore(model).properties[goal.property]?.length).toBe(goal.solution?.length);
      expect(goal.steps).toBeGreaterThanOrEqual(goal.solution?.length ?? 0);
    },
  );

  it.each(all.filter(([, , { solution }]) => !solution))(
    '%s: cannot be reached, in all states',
    (_id, scenario, goal) => {
      const found = explore(modelOf(scenario, goal));
      expect(found.complete).toBe(true);
      expect(found.properties[goal.property]?.verdict).toBe(
        goal.want === 'violated' ? 'holds' : 'not reached',
      );
    },
  );

  it.each(all)('%s: is said in words', (_id, scenario, goal) => {
    expect(Object.keys(en)).toContain(`${scenario.id}.goal.${goal.id}`);
  });

  it('has one of each kind in every race', () => {
    expect(all.length).toBeGreaterThan(12);
    for (const scenario of memcache.scenarios) {
      if (
        scenario.params.layout !== undefined &&
        !['cold-cluster', 'two-regions', 'remote-writer', 'cross-shard'].includes(
          String(scenario.params.layout),
        )
      )
        continue;
      expect(
        scenario.goals?.some(({ solution }) => solution),
        scenario.id,
      ).toBe(true);
    }
  });
});
