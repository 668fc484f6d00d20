// docs/terms.md against every string of the page, the session, links and files, and the systems, in both languages.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dialogs } from './app/dialogs/text.en.ts';
import { dialogs as dialogsZh } from './app/dialogs/text.zh.ts';
import { home } from './app/home/text.en.ts';
import { home as homeZh } from './app/home/text.zh.ts';
import { scenario } from './app/scenario/text.en.ts';
import { scenario as scenarioZh } from './app/scenario/text.zh.ts';
import { en as page } from './app/text.en.ts';
import { zh as pageZh } from './app/text.zh.ts';
import { glossaryOf, termsIn } from './base/glossary.ts';
import type { Words } from './base/words.ts';
import { en as session } from './session/text.en.ts';
import { zh as sessionZh } from './session/text.zh.ts';
import { en as share } from './share/text.en.ts';
import { zh as shareZh } from './share/text.zh.ts';
import { catalog } from './systems/catalog.ts';

interface Term {
  readonly name: string;
  readonly meaning: string;
  readonly chinese: string;
  readonly not: readonly string[];
}

const terms: readonly Term[] = readFileSync(new URL('../docs/terms.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!Term|--)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name = '', meaning = '', chinese = '', not = '']) => ({
    name,
    meaning,
    chinese,
    not: not.split('、').filter((word) => word !== ''),
  }));

const systems = await Promise.all(
  catalog.map(async (entry) => [await entry.words('en'), await entry.words('zh')] as const),
);
const pairs: readonly (readonly [Words, Words])[] = [
  [home, homeZh],
  [page, pageZh],
  [scenario, scenarioZh],
  [dialogs, dialogsZh],
  [session, sessionZh],
  [share, shareZh],
  ...systems,
];

/** Terms that a template says, outside of mono and of arguments. */
const said = (template: string): readonly Term[] =>
  termsIn(template.replace(/`[^`]*`/g, '').replace(/\{\w+ ([^{}|]+)\|[^{}|]+\}|\{\w+\}/g, '$1'), terms).map(
    ({ term }) => term,
  );

test('there is a list, and every term in it is said somewhere', () => {
  expect(terms.length).toBeGreaterThan(30);
  const all = new Set(pairs.flatMap(([en]) => Object.values(en).flatMap(said)));
  for (const term of terms) expect(all.has(term), term.name).toBe(true);
});

test('where the English says a term, the Chinese says its one translation', () => {
  const wrong: string[] = [];
  for (const [en, zh] of pairs) {
    for (const [key, template] of Object.entries(en)) {
      for (const { name, chinese } of said(template))
        if (!zh[key]?.includes(chinese))
          wrong.push(`${key}: ${name} is ${chinese}: ${template} | ${zh[key]}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('no string says what the list does not', () => {
  for (const [, zh] of pairs)
    for (const [key, template] of Object.entries(zh))
      for (const { not } of terms) for (const word of not) expect(template, key).not.toContain(word);
});

test('the notes that explain the terms say the same as the list', () => {
  for (const [en, zh] of systems) {
    for (const { id, name, note } of glossaryOf(en)) {
      const row = terms.find((term) => term.name === name);
      expect(row, name).toMatchObject({ meaning: note, chinese: zh[`term.${id}`] });
      expect(zh[`term.${id}.note`]).toBeTruthy();
    }
  }
});

test('the words that an empty search suggests find a scenario in their own language', async () => {
  for (const [language, hint] of [
    ['en', home['home.searchNone']],
    ['zh', homeZh['home.searchNone']],
    ['en', dialogs['palette.none']],
    ['zh', dialogsZh['palette.none']],
  ] as const) {
    const cards = await Promise.all(catalog.map((entry) => entry.words(language, ['card'])));
    const all = cards
      .flatMap((card) => Object.values(card))
      .join('\n')
      .toLowerCase();
    const words = (hint.split(/[:：]/)[1] ?? '').split(/[,、]/).map((word) => word.replace(/[.。\s]/g, ''));
    expect(words).toHaveLength(3);
    for (const word of words) expect(all, word).toContain(word);
  }
});
