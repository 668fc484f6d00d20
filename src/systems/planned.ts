// Systems of the course that are not built yet, in the order of the lectures: what the first page says of them. One
// that is in the catalog speaks for itself, and its lines here may go.

import type { Language } from '../base/words.ts';

interface Planned {
  readonly id: string;
  readonly words: Readonly<
    Record<Language, { readonly title: string; readonly paper: string; readonly question: string }>
  >;
}

export const planned: readonly Planned[] = [];
