// The page's own words, so that a test asks for a button by what it does and survives a better wording.

import { dialogs as dialogsEn } from '../src/app/dialogs/text.en.ts';
import { dialogs as dialogsZh } from '../src/app/dialogs/text.zh.ts';
import { home } from '../src/app/home/text.en.ts';
import { scenario as scenarioEn } from '../src/app/scenario/text.en.ts';
import { scenario as scenarioZh } from '../src/app/scenario/text.zh.ts';
import type { PageKey } from '../src/app/text.en.ts';
import { en } from '../src/app/text.en.ts';
import { zh } from '../src/app/text.zh.ts';
import type { Text, TextArg } from '../src/base/text.ts';
import type { Words } from '../src/base/words.ts';
import { plain } from '../src/base/words.ts';
import { en as sessionWords } from '../src/session/text.en.ts';
import { en as shareWords } from '../src/share/text.en.ts';

export type Language = 'en' | 'zh';
const TABLES: Readonly<Record<Language, Words>> = {
  en: { ...en, ...scenarioEn, ...dialogsEn, ...home },
  zh: { ...zh, ...scenarioZh, ...dialogsZh },
};

export const say = (key: PageKey, args?: Text['args'], language: Language = 'en'): string =>
  plain(TABLES[language], args === undefined ? { key } : { key, args });

/** What is wrong with a link or a file, in English. */
export const refusal = (key: string, args: Readonly<Record<string, TextArg>> = {}): string =>
  plain({ ...sessionWords, ...shareWords }, { key, args });

/** The beginning of a sentence, up to its first argument. */
export const beginningOf = (key: string): string =>
  (({ ...TABLES.en, ...sessionWords, ...shareWords }) as Words)[key]
    ?.split('{')[0]
    ?.replaceAll('`', '')
    .trimEnd() ?? key;
