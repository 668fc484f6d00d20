import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../base/words.ts';
import { words as english } from '../text/language.en.ts';
import { words as chinese } from '../text/language.zh.ts';

const folder = new URL('.', import.meta.url);
const sources = ['', 'pattern/'].flatMap((sub) =>
  readdirSync(new URL(`./${sub}`, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(`./${sub}${name}`, folder), 'utf8')),
);

describe('the words for what a program may not do', () => {
  it('ask for the same values in both languages', () => {
    for (const [key, template] of Object.entries(english))
      expect(placesOf(chinese[key as keyof typeof english]), key).toEqual(placesOf(template));
  });

  it('are all used, and none that is used is missing', () => {
    const all = sources.join('\n');
    const quoted = new Set(
      [...all.matchAll(/'((?:pattern\.)?[a-z][a-z-]*)'/g)].map(([, name]) => name as string),
    );
    for (const key of Object.keys(english)) {
      const name = key.replace(/^program\.(kind\.|pattern\.(?!flags))?/, '');
      if (key !== 'program.refused') expect(quoted.has(name), key).toBe(true);
    }
    const thrown = [...all.matchAll(/amiss\([\w.]+, '([a-z.-]+)'/g)].map(([, name]) => name as string);
    expect(thrown.length).toBeGreaterThan(30);
    for (const name of thrown)
      expect(`program.${name}` in english || `program.pattern.${name}` in english, name).toBe(true);
  });
});
