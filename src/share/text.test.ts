import { expect, test } from 'vitest';
import { placesOf } from '../base/words.ts';
import { en as session } from '../session/text.en.ts';
import { zh as sessionZh } from '../session/text.zh.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

test('both languages speak of the same things', () => {
  const pairs = [
    [en, zh],
    [session, sessionZh],
  ] as const;
  for (const [english, chinese] of pairs) {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const [key, template] of Object.entries(english)) {
      expect(placesOf((chinese as Record<string, string>)[key] ?? ''), key).toEqual(placesOf(template));
    }
  }
});
