// The toy as a system like any other: it has one of everything that a system may have and no other here has yet.

import { expect, test } from 'vitest';
import { entryOf } from '../contract/loading.ts';
import { textRefusal, withSettings } from '../contract/settings.ts';
import type { TextSwitch } from '../contract/system.ts';
import { newSession as newToySession } from './testing/new-session.ts';

const entry = entryOf(
  'toy',
  () => import('./testing/toy/card.ts'),
  () => import('./testing/toy/entry.ts'),
);
const newSession = () => newToySession([entry]);
const START = { system: 'toy', scenario: 'look-then-take' };

test('a text switch is a setting like any other: run, link, saved file, comparison and search', async () => {
  const session = newSession();
  await session.open({ ...START, params: { rota: 'ben' } });
  const frame = await session.advance(20);
  expect([frame.length, frame.key]).toEqual([3, 'ben.leave']);
  const link = await session.link();
  expect(link).toContain('p=rota.ben&');
  expect((await newSession().openLink(link)).frame.fingerprint).toBe(frame.fingerprint);

  const restored = newSession();
  await session.setParams({ rota: 'ben\nann' });
  const spelled = await session.link();
  expect(spelled).toContain('p=rota.ben%0Aann&');
  await restored.restore(await session.save());
  expect((await restored.frame()).params.rota).toBe('ben\nann');

  await session.open(START);
  await session.advance(20);
  const { said } = await session.compare({ rota: 'ann' });
  expect(JSON.stringify(said)).toContain('"start":"ann ben"');
  await session.open({ ...START, params: { rota: 'ann' } });
  const alone = await session.explore({ maxStates: 100, maxBytes: 1e6, maxDepth: 20, map: false });
  expect(alone).toMatchObject({ complete: true, states: 4 });
  expect(alone.properties['one-inside']?.verdict).toBe('holds');
});

test('a text that does not fit is refused in words, and the run stays as it was', async () => {
  const session = newSession();
  await session.open(START);
  const before = await session.advance(2);
  const refused = async (rota: string) => {
    const error = await session.setParams({ rota }).catch((reason) => reason);
    expect(await session.frame()).toEqual(before);
    return error.text;
  };
  const name = { key: 'switch.rota' };
  expect(await refused('carl')).toEqual({
    key: 'session.text.form',
    args: { name, form: { key: 'switch.rota.form' } },
  });
  expect(await refused('ann\n'.repeat(20))).toEqual({
    key: 'session.text.long',
    args: { name, length: 80, most: 40 },
  });
  // What its form allows and its part does not.
  expect((await refused('ann\nann')).key).toBe('rota.twice');
});

test('seen by one who takes part: what Ben does not find is not there for him', async () => {
  const session = newSession();
  await session.open({ system: 'toy', scenario: 'note' });
  await session.advance(2);
  const through = async (seenBy: string) =>
    (await session.session.act(session.run(), { kind: 'show' }, { columns: 5, seenBy })).frame;
  await session.seek({ try: 0, step: 1 });
  expect((await through('ann')).story?.sentence.key).toBe('say.note');
  expect((await through('ben')).story?.sentence.key).toBe('session.seen.nothing');
  const other = newSession();
  await other.open({ system: 'toy', scenario: 'note' });
  await other.choose('ann.note.door.taken');
  const { frame } = await other.session.act(other.run(), { kind: 'show' }, { columns: 5, seenBy: 'ben' });
  expect(frame.story?.sentence.key).toBe('say.note');
  expect(frame.panels.map(({ actor }) => actor)).toEqual(['ben']);
  expect(frame.properties.map(({ here }) => here)).toEqual(['unknown', 'unknown']);
});

test('half a character is refused where it stands', async () => {
  const one: TextSwitch = { kind: 'text', name: 'any', maxLength: 10, default: '' };
  expect(textRefusal(one, 'ab\ud800')).toMatchObject({ key: 'session.text.half', args: { at: 3 } });
  expect(textRefusal(one, '😀')).toBeNull();
  expect(withSettings({ id: 'x', version: 1, switches: [one], scenarios: [] }, {}, { any: '12' })).toEqual({
    any: '12',
  });
});
