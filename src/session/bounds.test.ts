// What may be held ends a run with a sentence, the same one for a button, End, a link and a saved file, at the same step.

import { describe, expect, test } from 'vitest';
import { Refusal } from '../base/result.ts';
import type { Model } from '../kernel/model.ts';
import { toySession } from './testing/toy-session.ts';
import { TOY_CATALOG } from './testing/toy-system.ts';

const MEGABYTE = 500_000;

/** The toy with another model. */
const changed = (change: (model: Model) => Model) =>
  TOY_CATALOG.map((entry) => ({
    ...entry,
    load: async (...args: Parameters<typeof entry.load>) => {
      const loaded = await entry.load(...args);
      const { system } = loaded;
      const model = (...of: Parameters<typeof system.model>) => change(system.model(...of));
      return { ...loaded, system: { ...system, model } };
    },
  }));

/** Every state holds a megabyte more than the one before, and so many at the start. */
const heavy = (atStart: number) => {
  const weigh = (state: unknown, megabytes: number): unknown => ({
    ...(state as object),
    weight: 'x'.repeat(MEGABYTE * megabytes),
    megabytes,
  });
  const catalog = changed((light) => ({
    ...light,
    init: () => weigh(light.init(), atStart),
    next: (state, action, result) =>
      weigh(light.next(state, action, result), (state as { megabytes: number }).megabytes + 1),
  }));
  return toySession({ catalog });
};
const post = { system: 'toy', scenario: 'post' };
/** Four of a megabyte fit under the bound of a state, five do not. */
const LAST = 4;
const sentence = { key: 'session.too-much.state', args: { step: LAST + 1, most: 4 } };

const refusal = async (asked: Promise<unknown>) => {
  const error: unknown = await asked.catch((thrown) => thrown);
  return error instanceof Refusal ? error.text : error;
};

describe('a state that would hold too much', () => {
  test('stops End, which says so; a step by hand is refused in the same words; everything before stays', async () => {
    const session = heavy(0);
    await session.open(post);
    const end = await session.advance(1000);
    expect([end.cursor.step, end.halt]).toEqual([LAST, sentence]);
    const { choices } = end;
    expect(await refusal(session.choose(choices[0]?.key ?? ''))).toEqual(sentence);
    expect(await session.seek({ try: 0, step: 1 })).toMatchObject({ halt: null, cursor: { step: 1 } });
    const other = (await session.frame()).choices.at(-1)?.key ?? '';
    expect((await session.choose(other)).cursor).toEqual({ try: 1, step: 2 });
  });

  test('stops a link and a saved file at the same step, with the same words', async () => {
    const light = toySession();
    await light.open(post);
    await light.advance(1000);
    const { frame, warning } = await heavy(0).openLink(await light.link());
    expect([frame.cursor.step, warning]).toEqual([LAST, sentence]);
    const restored = await heavy(0).restore(await light.save());
    expect([restored.frame.cursor.step, restored.warning]).toEqual([LAST, sentence]);
  });

  test('is not opened at all where the first one does already', async () => {
    expect(await refusal(heavy(5).open(post))).toEqual({
      key: 'session.too-much.settings',
      args: { most: 4 },
    });
  });
});

describe('a frame', () => {
  test('lists so many choices and says how many more there are, the scheduler’s pick among those listed', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => ({ key: `take ${n}`, kind: 'take', actor: 'taker' }));
    const session = toySession({
      catalog: changed(({ enabled, ...rest }) => ({ ...rest, enabled: (s) => [...many, ...enabled(s)] })),
    });
    await session.open(post);
    const { choices, unlisted } = await session.frame();
    expect(choices.length + unlisted).toBe(5001);
    expect(choices.length).toBeLessThanOrEqual(1001);
    expect(choices.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect((await session.choose('take 4999')).cursor.step).toBe(1);
  });
});
