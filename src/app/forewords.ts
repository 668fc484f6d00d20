// What a plain address is about, in its own words: written when the page is built, and read before any of the page's
// script is there (`.foreword` in index.html). Done on import: Vite's runner, which imports it, closes after that.

import type { Language } from '../base/words.ts';
import { plain } from '../base/words.ts';
import { catalog } from '../systems/catalog.ts';
import { scenarioQuestion, scenarioTitle } from './system-text.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

/** A title and what is said under it, by `SYSTEM/SCENARIO`; the first page's is ''. */
type Forewords = Record<string, readonly [title: string, says: string]>;

async function forewordsIn(language: Language): Promise<Forewords> {
  const page = language === 'zh' ? zh : en;
  const forewords: Forewords = { '': [page['page.home'], page['page.lead']] };
  for (const { id, card, words } of catalog) {
    const [{ scenarios }, its] = await Promise.all([card(), words(language, ['card'])]);
    for (const { id: scenario } of scenarios)
      forewords[`${id}/${scenario}`] = [
        plain(its, scenarioTitle(scenario)),
        plain(its, scenarioQuestion(scenario)),
      ];
  }
  return forewords;
}

/** Each as JSON, by name. */
export const forewords = {
  'forewords.en': JSON.stringify(await forewordsIn('en')),
  'forewords.zh': JSON.stringify(await forewordsIn('zh')),
};
