import { expect, it } from 'vitest';
import type { Words } from '../../../base/words.ts';
import { placesOf } from '../../../base/words.ts';
import { words as besideEn } from './beside.en.ts';
import { words as besideZh } from './beside.zh.ts';
import { words as proofsEn } from './proofs.en.ts';
import { words as proofsZh } from './proofs.zh.ts';
import { words as todayEn } from './today.en.ts';
import { words as todayZh } from './today.zh.ts';
import { words as verbsEn } from './verbs.en.ts';
import { words as verbsZh } from './verbs.zh.ts';

it.each<[string, Words, Words]>([
  ['beside', besideEn, besideZh],
  ['proofs', proofsEn, proofsZh],
  ['today', todayEn, todayZh],
  ['verbs', verbsEn, verbsZh],
])('the table %s asks for the same values in both languages', (_, en, zh) => {
  for (const [key, template] of Object.entries(en))
    expect(placesOf(zh[key] ?? ''), key).toEqual(placesOf(template));
});
