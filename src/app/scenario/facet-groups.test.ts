import { expect, test } from 'vitest';
import { text } from '../../base/text.ts';
import { entryOf } from '../../contract/loading.ts';
import type { BlockedChoice, Choice } from '../../session/frame.ts';
import { newSession } from '../../systems/testing/new-session.ts';
import { entryWith, facetGroups, firstEntry, LISTED } from './facet-groups.ts';

const toy = entryOf(
  'toy',
  () => import('../../systems/testing/toy/card.ts'),
  () => import('../../systems/testing/toy/entry.ts'),
);
const START = { system: 'toy', scenario: 'note' };

async function group() {
  const { frame } = await newSession([toy]).open(START);
  const [found, ...more] = facetGroups(frame.choices, frame.blocked ?? []);
  if (!found) throw new Error('no group');
  expect(more).toEqual([]);
  return found;
}

const choice = (key: string, facets?: Choice['facets'], actor = 'a'): Choice => ({
  key,
  actor,
  kind: 'k',
  label: text(key),
  heading: text(key),
  arrows: [],
  group: 'step',
  isDefault: false,
  dueMs: null,
  sentStep: null,
  ...(facets ? { facets } : {}),
});

test('choices and what cannot happen are one group, by facets in their own order', async () => {
  const { actor, facets, entries } = await group();
  expect(actor).toBe('ann');
  expect(facets.map(({ name, values }) => [name, values.map(({ id }) => id)])).toEqual([
    ['place', ['place.desk', 'place.door', 'place.lock']],
    ['word', ['word.free', 'word.taken', 'word.later']],
  ]);
  expect(entries.filter((entry) => entry.choice)).toHaveLength(6);
  expect(entries.filter((entry) => entry.blocked)).toHaveLength(3);
});

test('begins at the scheduler’s pick; a changed facet keeps the others', async () => {
  const made = await group();
  const first = firstEntry(made);
  expect(first?.key).toBe('ann.note.desk.taken');
  if (!first) return;
  expect(entryWith(made, first, 'place', 'place.door')?.key).toBe('ann.note.door.taken');
  expect(entryWith(made, first, 'word', 'word.later')?.key).toBe('ann.note.desk.later');
  // What cannot happen is composed as well, and says why.
  expect(entryWith(made, first, 'place', 'place.lock')?.blocked?.reason.key).toBe('blocked.no-room');
  expect(entryWith(made, first, 'place', 'place.roof')).toBeUndefined();
});

test('where no choice keeps all others, most are kept, and what can happen goes before what cannot', () => {
  const at = (to: string, upTo: string, bytes: string) => ({
    to: text(to),
    upTo: text(upTo),
    bytes: text(bytes),
  });
  const choices = [
    choice('1', at('A', '1', 'signed')),
    choice('2', at('A', '2', 'signed')),
    choice('3', at('A', '2', 'forged')),
    choice('4', at('B', '1', 'signed')),
    choice('5', at('B', '3', 'forged')),
  ];
  const refused = ['6', '7', '8', '9'].map(
    (key): BlockedChoice => ({
      key,
      actor: 'a',
      label: text(key),
      reason: text('no'),
      facets: at('C', key, 'signed'),
    }),
  );
  const [made] = facetGroups(choices, refused);
  const from = made?.entries[2];
  if (!made || !from) throw new Error('no group');
  expect(entryWith(made, from, 'to', 'B')?.key).toBe('5');
  expect(entryWith(made, from, 'to', 'C')?.key).toBe('6');
  expect(entryWith(made, from, 'bytes', 'signed')?.key).toBe('2');
});

test('few choices, those without facets, and those of others stay a list', () => {
  const many = (actor: string, count: number) =>
    Array.from({ length: count }, (_, i) => choice(`${actor}${i}`, { n: text(String(i)) }, actor));
  expect(facetGroups(many('a', LISTED), [])).toEqual([]);
  expect(facetGroups(many('a', LISTED + 1), [])).toHaveLength(1);
  expect(facetGroups([...many('a', 5), ...many('b', 5)], [])).toEqual([]);
  const plain = Array.from({ length: 20 }, (_, i) => choice(String(i)));
  expect(facetGroups(plain, [])).toEqual([]);
});
