// A model under some settings, all others as they are where nobody sets them, and a run of it.

import type { WorldAction } from '../../../actors/world.ts';
import { present } from '../../../base/assert.ts';
import type { Params } from '../../../contract/system.ts';
import type { Model } from '../../../kernel/model.ts';
import { sundrModel } from '../model.ts';
import { switches } from '../params.ts';
import type { SundrWorld } from '../state.ts';

export const paramsOf = (set: Params): Params =>
  Object.fromEntries(switches.map((one) => [one.name, set[one.name] ?? one.default]));

export const modelOf = (set: Params): Model<SundrWorld, WorldAction> => sundrModel(paramsOf(set), 1);

/** The world after these keys; throws where one is not possible, and says what was. */
export function run(set: Params, ...keys: readonly string[]): SundrWorld {
  const model = modelOf(set);
  let world = model.init();
  for (const key of keys) {
    const enabled = model.enabled(world);
    const found = enabled.find((action) => action.key === key);
    world = model.next(world, present(found, `${key} among ${enabled.map((one) => one.key).join(' ')}`));
  }
  return world;
}
