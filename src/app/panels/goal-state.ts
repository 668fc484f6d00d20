// How far a learner is with a goal: a pure function of the goal and the moment on screen.

import type { Goal, Params, Scenario } from '../../contract/system.ts';
import type { Frame } from '../../session/frame.ts';
import type { SystemHead } from '../store.ts';

export type GoalState = 'elsewhere' | 'under way' | 'reached' | 'spent';

/** The scenario's own settings, by every switch. */
export const ownParams = (system: SystemHead, scenario: Scenario): Params => ({
  ...Object.fromEntries(system.switches.map((one) => [one.name, one.default])),
  ...scenario.params,
});

/** The settings a goal is played under: the scenario's own, with the goal's over them. */
export const goalParams = (own: Params, goal: Goal): Params => ({ ...own, ...goal.params });

export function goalState(
  goal: Goal,
  own: Params,
  frame: Pick<Frame, 'params' | 'cursor' | 'properties'>,
): GoalState {
  const wanted = goalParams(own, goal);
  const same = Object.entries(wanted).every(([name, value]) => frame.params[name] === value);
  if (!same) return 'elsewhere';
  const verdict = frame.properties.find(({ name }) => name === goal.property)?.soFar;
  const { step } = frame.cursor;
  if (verdict === goal.want && step <= goal.steps) return 'reached';
  return step >= goal.steps ? 'spent' : 'under way';
}
