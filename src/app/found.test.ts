import { expect, test } from 'vitest';
import { glossaryOf } from '../base/glossary.ts';
import { catalog } from '../systems/catalog.ts';
import { find, findableIn, scenariosIn } from './found.ts';

async function everything(language: 'en' | 'zh') {
  const all = await Promise.all(
    catalog.map(async (entry) => {
      const [card, words, terms, english] = await Promise.all([
        entry.card(),
        entry.words(language, ['card']),
        entry.words(language, ['terms']),
        entry.words('en', ['terms']),
      ]);
      return findableIn({ id: entry.id, card, words }, glossaryOf(terms, english));
    }),
  );
  return all.flat();
}

test.each([
  ['en', 'lease'],
  ['zh', '租约'],
  ['zh', 'lease'],
] as const)('in %s, “%s” finds scenarios, a switch and a term', async (language, typed) => {
  const found = find(await everything(language), typed);
  const of = (kind: string) => found.filter((one) => one.kind === kind);
  expect(of('scenario').length).toBeGreaterThan(0);
  expect(of('switch').map(({ id }) => id)).toContain('memcache?lease');
  expect(of('term').map(({ id }) => id)).toContain('memcache#lease');
});

test('a switch is listed once, at a scenario of the core path that has it', async () => {
  const leases = (await everything('en')).filter(({ id }) => id === 'memcache?lease');
  expect(leases).toHaveLength(1);
  expect(leases[0]?.to).toEqual({ system: 'memcache', scenario: 'stale-set' });
});

test('what shows the word comes before what is only said about it; one kind alone is listed whole', async () => {
  const found = find(await everything('en'), 'old value');
  expect(found[0]).toMatchObject({ kind: 'scenario', to: { scenario: 'stale-set' } });
  const all = Array.from({ length: 9 }, (_, id) => ({
    kind: 'scenario' as const,
    words: `s${id}`,
    aside: '',
    about: '',
  }));
  expect(find(all, 's')).toHaveLength(9);
  expect(find([...all, { kind: 'term' as const, words: 's', aside: '', about: '' }], 's')).toHaveLength(7);
});

test('the parts of what is typed may stand in any order, in whatever case, in any language', () => {
  const one = (words: string) => ({ kind: 'scenario' as const, words, aside: '', about: '' });
  const all = [one('Stale set: one old value stays'), one('过期写入')];
  expect(find(all, 'OLD set')).toEqual([all[0]]);
  expect(find(all, '过期')).toEqual([all[1]]);
  expect(find(all, 'nothing')).toEqual([]);
});

test.each(['en', 'zh'] as const)('in %s, home and Find find the same scenarios', async (language) => {
  const listed = await Promise.all(
    catalog.map(async (entry) => ({
      id: entry.id,
      card: await entry.card(),
      words: await entry.words(language, ['card']),
    })),
  );
  const here = listed.flatMap(scenariosIn);
  expect(here.length).toBeGreaterThan(10);
  for (const typed of ['lease', 'incast', here[0]?.words ?? '', here.at(-1)?.question ?? '']) {
    const whole = find(
      listed.flatMap((one) => findableIn(one, [])),
      typed,
    );
    const ids = find(here, typed).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual(
      expect.arrayContaining(whole.filter(({ kind }) => kind === 'scenario').map(({ id }) => id)),
    );
  }
});

test('an action typed whole comes before scenarios that only speak of its words', () => {
  const one = (kind: 'scenario' | 'action', words: string, about = '') => ({ kind, words, aside: '', about });
  const all = [one('scenario', 'A herd', 'starts against a cold cache'), one('action', 'Start again')];
  expect(find(all, 'start again')[0]?.words).toBe('Start again');
  expect(find(all, 'herd')[0]?.words).toBe('A herd');
});
