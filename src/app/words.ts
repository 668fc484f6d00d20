// The page's words in components: typed keys, filled in the language at hand.

import { useCallback } from 'react';
import type { Text, TextArg } from '../base/text.ts';
import { excerpt } from '../base/text.ts';
import { plain } from '../base/words.ts';
import { page, usePage } from './store.ts';
import { switchName, switchValue } from './system-text.ts';
import type { PageKey } from './text.en.ts';

export type T = (key: PageKey, args?: Readonly<Record<string, TextArg>>) => string;

export function useT(): T {
  const words = usePage((state) => state.words);
  return useCallback((key, args) => plain(words, args === undefined ? { key } : { key, args }), [words]);
}

/** Outside of components: keyboard, titles. */
export const inWords = (text: Text): string => plain(page().words, text);

/** A setting within a sentence: "lease on"; where the value says it all, the value alone. */
export function settingWords(t: T, name: string, value: string | number): string {
  if (page().system?.switches.some((one) => one.name === name && one.kind === 'text'))
    return t('compare.text', { name: switchName(name), start: excerpt(String(value)) });
  const words = switchValue(name, value);
  if (value !== 'on' && value !== 'off' && typeof value === 'string') return inWords(words as Text);
  const called = inSentence(inWords(switchName(name)));
  return t(called.includes(' ') ? 'compare.quoted' : 'compare.side', { name: called, value: words });
}

/** Without its capital, where that is all the first word is capitalised for. */
const inSentence = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
