import { expect, test } from 'vitest';
import { Refusal } from '../base/result.ts';
import { toySession } from './testing/toy-session.ts';

const POST = { system: 'toy', scenario: 'post' } as const;

test('choices are told as the run itself would tell them, at every length', async () => {
  const { session } = toySession();
  const own = toySession();
  await own.open(POST);
  const keys: string[] = [];
  const sentences: unknown[] = [];
  for (;;) {
    const frame = await own.frame();
    const told = await session.tell(POST, keys);
    expect(told.steps).toEqual(sentences);
    expect(told.ways).toEqual(frame.choices.map(({ key, label }) => ({ key, label })));
    const next = frame.choices.at(-1);
    if (!next) break;
    keys.push(next.key);
    sentences.push((await own.choose(next.key)).story?.sentence);
  }
  expect(keys.length).toBeGreaterThan(3);
});

test('what a map has for keys has words in every one of its states, under every setting', async () => {
  const { session } = toySession();
  for (const loss of ['off', 'on']) {
    const about = { ...POST, params: { letters: 3, loss } };
    const { map } = await session.explore(about, { maxStates: 500, maxDepth: 100, map: true });
    const paths = new Map<number, readonly string[]>([[0, []]]);
    for (const [from, to, key] of map?.edges ?? []) {
      if (!paths.has(to)) paths.set(to, [...(paths.get(from) ?? []), key]);
    }
    expect(paths.size).toBe(map?.states.length);
    for (const [id, keys] of paths) {
      const { ways } = await session.tell(about, keys);
      const edges = map?.edges.filter(([from]) => from === id).map(([, , key]) => key);
      expect(ways.map(({ key }) => key)).toEqual(edges);
    }
  }
});

test('the open run stays as it is, and a choice that is not possible is refused by its step', async () => {
  const own = toySession();
  await own.open(POST);
  const before = await own.frame();
  const first = before.choices[0]?.key ?? '';
  await own.session.tell(POST, [first]);
  expect(await own.frame()).toEqual(before);
  const asked = own.session.tell(POST, [first, 'fly']);
  await expect(asked).rejects.toBeInstanceOf(Refusal);
  await expect(asked).rejects.toMatchObject({
    text: { key: 'session.not-possible', args: { key: 'fly', step: 2 } },
  });
});
