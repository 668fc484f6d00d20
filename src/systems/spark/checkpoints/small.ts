// The run that can be stepped through, counted: the scenario's own order, played to its end.

import { text } from '../../../base/text.ts';
import type { Params, Scenario, SmallRun } from '../../../contract/system.ts';
import { schedulerOf } from '../../../contract/system.ts';
import { firstMoment, nextMoment } from '../../../kernel/moment.ts';
import { picked } from '../../../kernel/scheduler.ts';
import { sparkModel } from '../model.ts';
import type { SparkState } from '../model-state.ts';
import { madeAgain } from '../model-state.ts';
import { optionsOf } from '../plan.ts';
import { treeOf } from '../programs/programs.ts';

/** No small run is longer. */
const MOST_STEPS = 400;

export async function smallRun(scenario: Scenario, params: Params, seed: number): Promise<SmallRun> {
  const { tasks: _, ...options } = optionsOf(await treeOf(String(params.program)), params, seed);
  const model = sparkModel(options);
  const spec = schedulerOf(scenario, params);
  let at = firstMoment(model, seed);
  while (at.step < MOST_STEPS) {
    const enabled = model.enabled(at.state);
    const action = enabled[picked(model, seed, spec, at, enabled)];
    if (!action) break;
    at = nextMoment(model, seed, at, action);
  }
  const again = madeAgain(at.state as SparkState).length;
  const args = { every: Number(params.checkpointEvery), again };
  const key = args.every === 0 ? 'never' : 'every';
  return { says: text(`checkpoint-interval.small.${key}`, args), steps: at.step, bad: [] };
}
