// The words of a system: the tables that a run's page must have, laid over those at hand.

import type { Language, Words } from '../base/words.ts';
import { dialogWords } from './language.ts';
import { catalog } from './parts-catalog.ts';
import { page, set } from './store.ts';

/** These tables of a system as one; nothing where there is no such system. */
export const systemWords = async (
  system: string,
  language: Language,
  tables: readonly string[],
): Promise<Words> => (await catalog.find(({ id }) => id === system)?.words(language, tables)) ?? {};

/** Those that a scenario's page begins with: they come beside the run, not after it. */
export async function firstWords(system: string, scenario: string, language: Language): Promise<Words> {
  const tables = await catalog.find(({ id }) => id === system)?.wordsOf(scenario);
  return systemWords(system, language, tables ?? []);
}

/** Sees to it that the page has these tables, as a run's head names them; one that is there stays as it is. */
export async function needWords(system: string, tables: readonly string[]): Promise<void> {
  const { language } = page();
  const needed = await systemWords(system, language, tables);
  const { words, language: now } = page();
  const isThere = Object.keys(needed).every((key) => words[key] === needed[key]);
  if (now !== language) return needWords(system, tables);
  if (!isThere) set({ words: { ...words, ...needed } });
}

/** Sees to it that the page has the words of its dialogs. */
export async function needDialogWords(): Promise<void> {
  const { language } = page();
  const needed = await dialogWords(language);
  if (page().language !== language) return needDialogWords();
  set({ words: { ...page().words, ...needed } });
}
