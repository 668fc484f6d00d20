// Which language, and its tables: from the address (`?lang=`), else what was chosen before, else what the browser asks for.

import type { Words } from '../base/words.ts';
import { catalog } from '../systems/catalog.ts';
import { recall, remember } from './remember.ts';
import { view } from './view-settings.ts';

export type Language = 'en' | 'zh';

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

/** The page's own words with those of links, files and sessions. */
export async function pageWords(language: Language): Promise<Words> {
  const tables =
    language === 'zh'
      ? await Promise.all([
          import('../share/text.zh.ts'),
          import('../session/text.zh.ts'),
          import('./text.zh.ts'),
        ])
      : await Promise.all([
          import('../share/text.en.ts'),
          import('../session/text.en.ts'),
          import('./text.en.ts'),
        ]);
  return Object.assign({}, ...tables.map((table) => ('zh' in table ? table.zh : table.en))) as Words;
}

/** The words of the first page and of the corrections. */
export const homeWords = (language: Language): Promise<Words> =>
  language === 'zh'
    ? import('./home/text.zh.ts').then(({ home }) => home)
    : import('./home/text.en.ts').then(({ home }) => home);

/** The system's words: those every page of it needs, or all. */
export async function systemWords(system: string, language: Language, brief: boolean): Promise<Words> {
  const entry = catalog.find(({ id }) => id === system);
  const [some, more] = await Promise.all([
    entry?.words[language](),
    brief ? undefined : entry?.moreWords?.[language](),
  ]);
  return { ...some, ...more };
}
