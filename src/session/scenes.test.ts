import { expect, test } from 'vitest';
import { present } from '../base/assert.ts';
import { toySession } from './testing/toy-session.ts';

const OPEN = { kind: 'open', from: { system: 'toy', scenario: 'post' } } as const;

test('a frame holds what each view of the scenario draws of the state, and not the state', async () => {
  const toy = toySession();
  await toy.open(OPEN.from);
  const frame = await toy.advance(2);
  expect(frame.scenes).toEqual([{ kind: 'post', seen: [], net: [0, 1] }]);
  expect(frame).not.toHaveProperty('state');
  const words = JSON.stringify(frame);
  for (const field of ['"lost":', '"seal":']) expect(words).not.toContain(field);
});

test('a scene is as the window’s actor sees it', async () => {
  const { session } = toySession();
  await session.act('r', OPEN, { columns: 0 });
  const { frame: all } = await session.act('r', { kind: 'advance', count: 2 }, { columns: 0 });
  const { frame: taker } = await session.act('r', { kind: 'show' }, { columns: 0, seenBy: 'taker' });
  expect(all.scenes).toMatchObject([{ net: [0, 1] }]);
  expect(taker.scenes).toMatchObject([{ net: [] }]);
  expect(taker.fingerprint).toBe(all.fingerprint);
});

test('what a view needs once a run comes with its head, and with no step after it', async () => {
  const { session } = toySession();
  const { head } = await session.act('r', OPEN, { columns: 0 });
  expect(head?.still).toEqual({ letters: 4 });
  expect(await session.act('r', { kind: 'advance', count: 1 }, { columns: 0 })).not.toHaveProperty('head');
});

test('two runs compared bring the scene of every step of both', async () => {
  const toy = toySession();
  await toy.open(OPEN.from);
  const frames = [await toy.frame()];
  for (let step = 1; step <= 4; step++) frames.push(await toy.advance(1));
  const { a, b } = await toy.compare({ letters: 2 });
  expect(a.scenes).toEqual(frames.map(({ scenes }) => scenes));
  expect(present(b.scenes, 'scenes')).toHaveLength(b.track.steps.length + 1);
  expect([a.still, b.still]).toEqual([{ letters: 4 }, { letters: 2 }]);
});
