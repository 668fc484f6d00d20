// The whole run at a glance grows with the run: a step more is added, and what comes of it is what a look at the whole
// from the start would see.

import { afterEach, expect, test, vi } from 'vitest';
import { present } from '../base/assert.ts';
import { Timeline } from '../timeline/timeline.ts';
import { toySession } from './testing/toy-session.ts';

const post = { system: 'toy', scenario: 'post', params: { letters: 500 } };

afterEach(() => {
  vi.restoreAllMocks();
});

test('a step at the end of a long run looks at that step alone', async () => {
  const session = toySession();
  await session.open(post);
  await session.advance(700);
  await session.overview();
  const looks = vi.spyOn(Timeline.prototype, 'actorOf');
  await session.advance(1);
  expect((await session.overview())?.length).toBe(701);
  expect(looks.mock.calls.length).toBeLessThan(10);
});

test('what was added up step by step is what is seen from the start', async () => {
  const grown = toySession();
  await grown.open(post);
  for (let steps = 0; steps < 900; steps += 37) {
    await grown.advance(37);
    await grown.overview();
  }
  const whole = toySession();
  await whole.openLink(await grown.link());
  const seen = present(await whole.overview(), 'the overview');
  expect(await grown.overview()).toEqual(seen);
  const { length, bin, bursts } = seen;
  const bins = Math.ceil(length / bin);
  expect(bins).toBeLessThanOrEqual(200);
  expect(bursts.map(({ counts }) => counts.length)).toEqual(bursts.map(() => bins));
  expect(bursts.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count)).toBe(length);
});

test('another try at the end of a long one is seen whole, and so is the first again', async () => {
  const session = toySession();
  await session.open(post);
  await session.advance(600);
  const first = await session.overview();
  await session.seek({ try: 0, step: 500 });
  const frame = await session.frame();
  await session.choose(
    present(
      frame.choices.find(({ isDefault }) => !isDefault),
      'another choice',
    ).key,
  );
  expect((await session.overview())?.length).toBe(501);
  await session.seek({ try: 0, step: 600 });
  expect(await session.overview()).toEqual({ ...first, forks: [500] });
});
