// Runs a list of choices, with ideal results (none) or with real ones from a runner, and says how each property stood
// after every step.

import { present } from '../../base/assert.ts';
import type { JobRunner } from '../../compute/job-runner.ts';
import type { Action, Model } from '../model.ts';
import type { Verdict } from '../property.ts';
import { verdictAt } from '../property.ts';

export interface Replayed<S> {
  readonly states: readonly S[];
  /** By step, by property. */
  readonly verdicts: readonly (readonly Verdict[])[];
}

const verdictsOf = <S, A extends Action>(model: Model<S, A>, state: S): Verdict[] =>
  model.properties.map((property) => verdictAt(property, state));

const actionOf = <S, A extends Action>(model: Model<S, A>, state: S, key: string): A =>
  present(
    model.enabled(state).find((action) => action.key === key),
    `${key} among what is enabled`,
  );

export function replayIdeal<S, A extends Action>(model: Model<S, A>, keys: readonly string[]): Replayed<S> {
  const states = [model.init()];
  for (const key of keys) {
    const state = states.at(-1) as S;
    states.push(model.next(state, actionOf(model, state, key)));
  }
  return { states, verdicts: states.map((state) => verdictsOf(model, state)) };
}

export async function replayReal<S, A extends Action>(
  model: Model<S, A>,
  keys: readonly string[],
  runner: JobRunner,
): Promise<Replayed<S>> {
  const states = [model.init()];
  for (const key of keys) {
    const state = states.at(-1) as S;
    const action = actionOf(model, state, key);
    const job = model.job?.(state, action);
    states.push(model.next(state, action, job && (await runner.run(job))));
  }
  return { states, verdicts: states.map((state) => verdictsOf(model, state)) };
}
