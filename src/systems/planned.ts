// Systems of the course that are not built yet, in the order of the lectures: what the first page says of them. One
// that is in the catalog speaks for itself, and its lines here may go.

import type { Language } from '../base/words.ts';

interface Planned {
  readonly id: string;
  readonly words: Readonly<
    Record<Language, { readonly title: string; readonly paper: string; readonly question: string }>
  >;
}

export const planned: readonly Planned[] = [
  {
    id: 'blockstack',
    words: {
      en: {
        title: 'Blockstack',
        paper: 'Ali et al., USENIX ATC 2016 · lecture\u00a020',
        question: 'Nobody hands out names. Who owns one?',
      },
      zh: {
        title: 'Blockstack',
        paper: 'Ali 等，USENIX ATC 2016 · 第\u00a020\u00a0讲',
        question: '没有人分配名字，名字归谁？',
      },
    },
  },
];
