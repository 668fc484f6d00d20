// The cards of all systems with their words: what home, Find and the corrections say of them. Once loaded they are at
// hand at once, so that a page drawn with them has its place from the beginning.

import type { Language, Words } from '../base/words.ts';
import type { Card } from '../contract/loading.ts';
import { catalog } from './parts-catalog.ts';

export interface Listed {
  readonly id: string;
  readonly card: Card;
  readonly words: Words;
}

const loaded = new Map<Language, readonly Listed[]>();

/** Systems in the order of the lectures. */
export async function loadCards(language: Language): Promise<readonly Listed[]> {
  const all = await Promise.all(
    catalog.map(async ({ id, card, words }) => {
      const [own, its] = await Promise.all([card(), words(language, ['card'])]);
      return { id, card: own, words: its };
    }),
  );
  const listed = all.sort((a, b) => a.card.lecture - b.card.lecture);
  loaded.set(language, listed);
  return listed;
}

const NONE: readonly Listed[] = [];
export const cardsAtHand = (language: Language): readonly Listed[] => loaded.get(language) ?? NONE;
