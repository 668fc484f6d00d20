// Spark, as the catalog sees it: where everything is. Only lazy imports stand here, so
// that a page loads of this folder what it shows and nothing more.

import type { Folder } from '../../contract/loading.ts';
import { wordsOf } from './words-of.ts';

export const entry: Folder = {
  wordsOf,
  manifest: () => import('./index.ts').then((m) => m.spark),
  functions: () => import('./functions.ts').then((m) => m.sparkFunctions),
  corrections: () => import('./corrections.ts').then((m) => m.corrections),
  verbs: () => import('./verbs.ts').then((m) => m.verbs),
  words: {
    first: { en: () => import('./text/first.en.ts'), zh: () => import('./text/first.zh.ts') },
    asked: { en: () => import('./text/asked.en.ts'), zh: () => import('./text/asked.zh.ts') },
    'asked-more': {
      en: () => import('./text/asked-more.en.ts'),
      zh: () => import('./text/asked-more.zh.ts'),
    },
    checkpoints: {
      en: () => import('./text/checkpoints.en.ts'),
      zh: () => import('./text/checkpoints.zh.ts'),
    },
    rounds: { en: () => import('./text/rounds.en.ts'), zh: () => import('./text/rounds.zh.ts') },
    partition: { en: () => import('./text/partition.en.ts'), zh: () => import('./text/partition.zh.ts') },
    endings: { en: () => import('./text/endings.en.ts'), zh: () => import('./text/endings.zh.ts') },
    corrections: {
      en: () => import('./text/corrections.en.ts'),
      zh: () => import('./text/corrections.zh.ts'),
    },
    terms: { en: () => import('./text/terms.en.ts'), zh: () => import('./text/terms.zh.ts') },
  },
};
