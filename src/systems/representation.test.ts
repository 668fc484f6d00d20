// What a link's second half covers is what a person can observe. A system whose states are written otherwise, every
// field by another name, makes the same links and opens those of the other without a word.

import { describe, expect, it } from 'vitest';
import { pick } from '../base/rng.ts';
import type { System } from '../contract/system.ts';
import type { Model } from '../kernel/model.ts';
import type { ByHand } from '../session/by-hand.ts';
import { catalog } from './catalog.ts';
import { newSession } from './testing/new-session.ts';
import { renamed } from './testing/renamed.ts';

const STEPS = 60;
/** Of ten steps, so many are chosen by hand: anywhere in the list, faults as well. */
const BY_HAND = 3;

const elsewhere = catalog.map((entry) => ({
  ...entry,
  load: async (...args: Parameters<typeof entry.load>) => {
    const loaded = await entry.load(...args);
    return { ...loaded, system: renamed(loaded.system) };
  },
}));

async function walked(session: ByHand, seed: number): Promise<ByHand> {
  for (let step = 0; step < STEPS; step++) {
    const { choices, cursor } = await session.frame();
    if (choices.length === 0) break;
    const key = choices[pick(seed, step, choices.length)]?.key ?? '';
    if (pick(seed, STEPS + step, 10) < BY_HAND) await session.choose(key);
    else if ((await session.advance(1)).cursor.step === cursor.step) break;
  }
  return session;
}

const scenarios = (await Promise.all(catalog.map(({ head }) => head()))).flatMap(
  ({ id: system, scenarios }) => scenarios.map(({ id, compare }) => ({ system, id, compare })),
);

describe.each(scenarios)('$system/$id with its fields renamed', ({ system, id, compare }) => {
  it.each([{}, compare])('has the links it had: %j', async (params) => {
    for (const seed of [1, 2, 3]) {
      const request = { system, scenario: id, params, seed };
      const [here, there] = [newSession(), newSession(elsewhere)];
      for (const session of [here, there]) {
        await session.open(request);
        await walked(session, seed);
      }
      const link = await here.link();
      expect(await there.link()).toBe(link);
      expect((await there.frame()).fingerprint).not.toBe((await here.frame()).fingerprint);
      expect((await newSession(elsewhere).openLink(link)).warning).toBeNull();
    }
  });
});

type Change = (model: Model) => Partial<Model>;

/** The catalog with every model changed so. */
const changed = (change: Change) =>
  catalog.map((entry) => ({
    ...entry,
    load: async (...args: Parameters<typeof entry.load>) => {
      const loaded = await entry.load(...args);
      const { system } = loaded;
      const model = (...of: Parameters<System['model']>): Model => {
        const before = system.model(...of);
        return { ...before, ...change(before) };
      };
      return { ...loaded, system: { ...system, model } };
    },
  }));

describe('a model that has really changed', () => {
  const more = { key: 'more', kind: 'more', actor: 'more' };
  const changes: readonly (readonly [string, Change])[] = [
    ['one choice more on the way', ({ enabled }) => ({ enabled: (state) => [...enabled(state), more] })],
    [
      'another verdict',
      ({ properties }) => ({ properties: properties.map((one) => ({ ...one, judge: () => undefined })) }),
    ],
    [
      'other delays',
      ({ pending }) => ({
        pending: (state) => (pending?.(state) ?? []).map((one) => ({ ...one, delayMs: one.delayMs + 5 })),
      }),
    ],
  ];

  it.each(changes)('is told by %s', async (_, change) => {
    const [first] = scenarios;
    const session = newSession();
    await session.open({ system: first?.system ?? '', scenario: first?.id ?? '' });
    await session.advance(8);
    const link = await session.link();
    expect((await newSession(changed(() => ({}))).openLink(link)).warning).toBeNull();
    expect((await newSession(changed(change)).openLink(link)).warning?.key).toBe('link.drifted');
  });
});
