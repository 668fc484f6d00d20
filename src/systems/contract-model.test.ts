// The contract of a Model (kernel/testing/model-contract.ts), for every scenario of every system: at its own settings,
// at those it is compared with, and at settings drawn from all its switches; along random choices, faults as well.

import { describe, expect, test } from 'vitest';
import type { Envelope } from '../actors/envelope.ts';
import { canonicalOrder } from '../actors/envelope.ts';
import type { World } from '../actors/world.ts';
import { pick } from '../base/rng.ts';
import type { Params, SystemHead } from '../contract/system.ts';
import { switchMatters } from '../contract/system.ts';
import type { Action, Model } from '../kernel/model.ts';
import { breaches } from '../kernel/testing/model-contract.ts';
import { catalog } from './catalog.ts';

const DRAWN = 7;
const STEPS = 80;

/** Any value of every switch that matters, numbers near their lowest: what is small meets most. */
function drawn(system: SystemHead, base: Params, n: number): Params {
  const params: Record<string, string | number> = { ...base };
  system.switches.forEach((each, i) => {
    if (!switchMatters(each, params)) return;
    params[each.name] =
      each.kind === 'choice'
        ? (each.values[pick(n, i, each.values.length)] as string)
        : each.kind === 'number'
          ? Math.min(each.max, each.min + pick(n, i, 4))
          : each.default;
  });
  return params;
}

/** The lists of a world are in canonical order, so that equal worlds are one however they came about. */
function listsOutOfOrder(model: Model, seed: number): readonly string[] {
  const wrong = new Set<string>();
  let state = model.init();
  for (let step = 0; step < STEPS; step++) {
    const { locals, net, lost, cuts, down } = state as Partial<World>;
    if (!locals || !net || !lost || !cuts || !down) return [];
    const inOrder = canonicalOrder(Object.keys(locals));
    const ids = (list: readonly Envelope[]): string => list.map(({ id }) => id).join();
    for (const [name, list] of Object.entries({ net, lost }))
      if (ids(list) !== ids([...list].sort(inOrder))) wrong.add(name);
    for (const [name, list] of Object.entries({ cuts, down }))
      if (list.join() !== [...list].sort().join()) wrong.add(name);
    const enabled = model.enabled(state);
    if (enabled.length === 0) break;
    state = model.next(state, enabled[pick(seed, step, enabled.length)] as Action);
  }
  return [...wrong];
}

const heads = await Promise.all(catalog.map(async (entry) => ({ entry, head: await entry.head() })));
const scenarios = heads.flatMap(({ entry, head }) =>
  head.scenarios.map((scenario) => ({ system: head.id, id: scenario.id, entry, head, scenario })),
);

describe.each(scenarios)('the model of $system/$id', ({ id, entry, head, scenario }) => {
  const settings: readonly (readonly [string, readonly number[], (base: Params) => Params])[] = [
    ['its own settings', [1, 2, 3], () => ({})],
    ['those it is compared with', [1, 2, 3], () => scenario.compare],
    // Other settings find more than other seeds of the same.
    ...Array.from({ length: DRAWN }, (_, n) => {
      return [`settings ${n + 1} drawn`, [n + 1], (base: Params) => drawn(head, base, n)] as const;
    }),
  ];

  test.each(settings)('is pure, plain and has keys of its own: %s', async (_, seeds, set) => {
    const { params: base } = await entry.load(id, {});
    const { system, params } = await entry.load(id, set(base));
    for (const seed of seeds) {
      const model = system.model(params, seed);
      expect(breaches(model, seed, STEPS), JSON.stringify(params)).toEqual([]);
      expect(listsOutOfOrder(model, seed), JSON.stringify(params)).toEqual([]);
    }
  });
});
