// Words for what systems and sessions say, in the language asked for.

import type { Text } from '../base/text.ts';
import type { Language, Words } from '../base/words.ts';
import { plain } from '../base/words.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import type { Args } from '../contract/verb.ts';
import { UsageError } from '../contract/verb.ts';
import { catalog } from '../systems/catalog.ts';

export type Say = (text: Text) => string;

export function languageFrom(args: Args): Language {
  const language = args.text('lang') ?? 'en';
  if (language !== 'en' && language !== 'zh') throw new UsageError(`--lang is en or zh, not '${language}'`);
  return language;
}

/** Says texts of the command line, of the session and, where it is one of the catalog's, of a system. */
export async function sayIn(language: Language, system?: string | CatalogEntry): Promise<Say> {
  const entry = typeof system === 'string' ? catalog.find(({ id }) => id === system) : system;
  const tables: readonly Words[] = await Promise.all([
    language === 'en'
      ? import('../share/text.en.ts').then((m) => m.en)
      : import('../share/text.zh.ts').then((m) => m.zh),
    language === 'en'
      ? import('../session/text.en.ts').then((m) => m.en)
      : import('../session/text.zh.ts').then((m) => m.zh),
    language === 'en' ? import('./text.en.ts').then((m) => m.en) : import('./text.zh.ts').then((m) => m.zh),
    entry?.words(language) ?? {},
  ]);
  const words: Words = Object.assign({}, ...tables);
  return (text) => plain(words, text);
}
