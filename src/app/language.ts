// Which language, and its tables: from the address (`?lang=`), else what was chosen before, else what the browser asks for.

import type { Words } from '../base/words.ts';
import { catalog } from '../systems/catalog.ts';
import { recall, remember } from './remember.ts';

export type Language = 'en' | 'zh';

export function languageNow(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? recall('language');
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

export async function systemWords(system: string, language: Language): Promise<Words> {
  return (await catalog.find((entry) => entry.id === system)?.words[language]()) ?? {};
}
