// What was played when the page was built, fetched when a page shows it. Where it does not come, the session plays it.

import { folder } from 'virtual:played';
import type { CorrectionLinks, FirstMoment, PlayedStart } from '../session/played.ts';
import { pagePart } from '../widgets/part.ts';
import type { Language } from './language.ts';

const fetched = <T>(name: string): Promise<T> =>
  pagePart(async () => {
    const response = await fetch(`${folder}/${name}.json`);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  });

export const playedFirst = (language: Language): Promise<readonly FirstMoment[]> =>
  fetched(`first.${language}`);
export const playedCorrections = (): Promise<CorrectionLinks> => fetched('corrections');

/** Null where it was not played, or does not come: the session plays it. */
export const playedStart = async (system: string, scenario: string): Promise<PlayedStart | null> => {
  const response = await fetch(`${folder}/${system}/${scenario}.json`).catch(() => null);
  return response?.ok ? response.json() : null;
};
