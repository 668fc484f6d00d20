// Turns a Text into words of a table and fails where a key is missing or an argument was left out.

import type { Text } from '../../../base/text.ts';
import { plain } from '../../../base/words.ts';
import { catalog } from '../../catalog.ts';

/** All words, as the catalog gives them. */
const entry = catalog.find(({ id }) => id === 'memcache');
export const en = (await entry?.words('en')) ?? {};
export const zh = (await entry?.words('zh')) ?? {};

export function saidIn(words: Readonly<Record<string, string>>, said: Text): string {
  const missing = keysOf(said).filter((key) => words[key] === undefined);
  if (missing.length > 0) throw new Error(`no words for ${missing.join(', ')}`);
  const out = plain(words, said);
  if (/[{}]/.test(out)) throw new Error(`an argument is missing: ${out}`);
  return out;
}

export const inBoth = (said: Text): readonly string[] => [saidIn(en, said), saidIn(zh, said)];

const keysOf = ({ key, args = {} }: Text): readonly string[] => [
  key,
  ...Object.values(args).flatMap((arg) => (typeof arg === 'object' ? keysOf(arg) : [])),
];
