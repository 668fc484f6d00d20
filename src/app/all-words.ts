// The words of a system that only some runs need (CatalogEntry.moreWords): laid over the table at hand when asked for.

import { systemWords } from './language.ts';
import { page, set } from './store.ts';

export async function needAllWords(system: string): Promise<void> {
  const { language } = page();
  const all = await systemWords(system, language, false);
  if (page().language === language) set({ words: { ...page().words, ...all } });
}
