// The terms that a system explains, in a language, each with its English name beside it.

import type { Term } from '../base/glossary.ts';
import { glossaryOf } from '../base/glossary.ts';
import type { Language } from '../base/words.ts';
import { systemWords } from './need-words.ts';

/** None where a system has no table of terms. */
export async function termsOf(system: string, language: Language): Promise<readonly Term[]> {
  const [own, english] = await Promise.all(
    [language, 'en' as const].map((one) => systemWords(system, one, ['terms'])),
  );
  return glossaryOf(own ?? {}, english ?? {});
}
