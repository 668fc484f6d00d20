// Which language, and its tables: from the address (`?lang=`), else what was chosen before, else what the browser asks for.

import type { Language, Words } from '../base/words.ts';
import { pagePart } from '../widgets/part.ts';
import { loadCards } from './cards.ts';
import { recall, remember } from './remember.ts';
import { view } from './view-settings.ts';

export type { Language } from '../base/words.ts';

export function languageNow(): Language {
  const asked = view.language ?? recall('language');
  if (asked) return asked.startsWith('zh') ? 'zh' : 'en';
  return navigator.languages.find((tag) => /^(zh|en)/.test(tag))?.startsWith('zh') ? 'zh' : 'en';
}

export function keepLanguage(language: Language): void {
  remember('language', language);
  const url = new URL(location.href);
  if (!url.searchParams.has('lang')) return;
  url.searchParams.set('lang', language);
  history.replaceState(history.state, '', url);
}

let asksDialogs = false;

/** What only dialogs say; from the first time on they come with the page's own words, in whichever language. */
export async function dialogWords(language: Language): Promise<Words> {
  const { dialogs } = await pagePart<{ readonly dialogs: Words }>(() =>
    language === 'zh' ? import('./dialogs/text.zh.ts') : import('./dialogs/text.en.ts'),
  );
  asksDialogs = true;
  return dialogs;
}

/** The page's own words with those of links, files and sessions. */
export async function pageWords(language: Language): Promise<Words> {
  const own = pagePart(async () =>
    language === 'zh'
      ? await Promise.all([
          import('../share/text.zh.ts'),
          import('../session/text.zh.ts'),
          import('./text.zh.ts'),
        ])
      : Promise.all([import('../share/text.en.ts'), import('../session/text.en.ts'), import('./text.en.ts')]),
  );
  const [more, tables] = await Promise.all([asksDialogs ? dialogWords(language) : {}, own]);
  return Object.assign({}, more, ...tables.map((table) => ('zh' in table ? table.zh : table.en))) as Words;
}

/** What only a scenario's page says. */
export async function scenarioWords(language: Language): Promise<Words> {
  const { scenario } = await pagePart<{ readonly scenario: Words }>(() =>
    language === 'zh' ? import('./scenario/text.zh.ts') : import('./scenario/text.en.ts'),
  );
  return scenario;
}

/** The words of the first page and of the corrections; the cards of all systems are at hand with them. */
export async function homeWords(language: Language): Promise<Words> {
  const [{ home }] = await Promise.all([
    pagePart<{ readonly home: Words }>(() =>
      language === 'zh' ? import('./home/text.zh.ts') : import('./home/text.en.ts'),
    ),
    loadCards(language),
  ]);
  return home;
}
