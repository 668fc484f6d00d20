// The search beside the plain search, over every scenario under random settings, bounds and starts; and what it relies
// on: models that are pure, actors that are alike where they say so. SEARCHES=1000 makes that many (npm run test:search).

import { describe, expect, test } from 'vitest';
import { pick, random32 } from '../base/rng.ts';
import type { Params, Switch } from '../contract/system.ts';
import type { ExploreOptions } from '../kernel/exploration.ts';
import { explore } from '../kernel/explore.ts';
import type { Model } from '../kernel/model.ts';
import { breachesWithin } from '../kernel/testing/model-contract.ts';
import { differences } from '../kernel/testing/same-search.ts';
import { checkSymmetry } from '../kernel/testing/symmetry.ts';
import { catalog } from './catalog.ts';

const SEARCHES = Number(process.env.SEARCHES ?? 40);
const SEED = Number(process.env.SEED ?? 1);
const MOST_STATES = 2500;

interface Place {
  readonly entry: (typeof catalog)[number];
  readonly scenario: string;
  readonly switches: readonly Switch[];
}
const places: readonly Place[] = (
  await Promise.all(
    catalog.map(async (entry) => {
      const { scenarios, switches } = await entry.head();
      return scenarios.map(({ id }) => ({ entry, scenario: id, switches }));
    }),
  )
).flat();

async function modelOf({ entry, scenario }: Place, settings: Params): Promise<Model> {
  const { system, params } = await entry.load(scenario, settings);
  return system.model(params, 1);
}

/** Numbers below n, one after another. */
const dice = (search: number): ((n: number) => number) => {
  let thrown = 0;
  return (n) => pick(random32(SEED, search), thrown++, n);
};

/** A third of the switches are set; numbers stay so small that much of what there is fits the bound. */
function randomSettings({ switches }: Place, roll: (n: number) => number): Params {
  const settings: Record<string, string | number> = {};
  for (const one of switches) {
    if (one.name === 'layout' || one.name === 'scheduler' || roll(3) > 0) continue;
    settings[one.name] =
      one.kind === 'choice'
        ? (one.values[roll(one.values.length)] as string)
        : one.kind === 'number'
          ? Math.min(one.max, one.min + roll(4))
          : one.default;
  }
  return settings;
}

function randomBounds(model: Model, roll: (n: number) => number): ExploreOptions {
  const maxStates = 1 + roll(MOST_STATES);
  const depth = roll(3) === 0 ? { maxDepth: roll(14) } : {};
  const map = roll(4) === 0 ? { map: true } : {};
  if (roll(4) > 0) return { maxStates, ...depth, ...map };
  let from = model.init();
  for (let steps = roll(6); steps > 0; steps--) {
    const enabled = model.enabled(from);
    const action = enabled[roll(Math.max(1, enabled.length))];
    if (action) from = model.next(from, action);
  }
  return { maxStates, ...depth, ...map, from };
}

test(`${SEARCHES} random searches find what the plain search finds`, async () => {
  for (let search = 0; search < SEARCHES; search++) {
    const roll = dice(search);
    const place = places[roll(places.length)] as Place;
    const settings = randomSettings(place, roll);
    const model = await modelOf(place, settings);
    const options = randomBounds(model, roll);
    const where = `${search}: ${place.scenario} ${JSON.stringify({ settings, ...options, from: undefined })}`;
    expect([where, differences(model, options)]).toEqual([where, []]);
  }
}, 3_600_000);

describe.each(places)('$entry.id/$scenario', (place) => {
  test('is pure, and whole finds what the plain search finds', async () => {
    const model = await modelOf(place, {});
    expect(breachesWithin(model, 60)).toEqual([]);
    expect(differences(model, { maxStates: MOST_STATES })).toEqual([]);
    expect(differences(model, { maxStates: 400, map: true })).toEqual([]);
  });
});

test.each(['stale-set', 'remote-marker', 'udp-tcp', 'consistency', 'thundering-herd'])(
  'readers and writers of %s that are declared alike are',
  async (scenario) => {
    const place = places.find((one) => one.scenario === scenario) as Place;
    for (const settings of [
      { readers: 2, writers: 2 },
      { readers: 3, writers: 1, grain: 'message' },
    ]) {
      expect(checkSymmetry(await modelOf(place, settings), 120)).toBeGreaterThan(100);
    }
    const { states, stored } = explore(await modelOf(place, { readers: 3, writers: 1 }));
    expect(stored * 2).toBeLessThan(states);
  },
);

test('a model that is changed is searched as it is: its parts are no longer asked', async () => {
  const place = places.find((one) => one.scenario === 'stale-set') as Place;
  const model = await modelOf(place, {});
  const changed = { ...model, enabled: (state: unknown) => model.enabled(state).slice(0, 1) };
  expect(explore(changed).edges).toBeLessThan(explore(model).edges);
  expect(differences(changed, {})).toEqual([]);
});
