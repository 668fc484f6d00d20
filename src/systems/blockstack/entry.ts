// Blockstack, as the catalog sees it: where everything is. Only lazy imports stand here.

import type { Folder } from '../../contract/loading.ts';
import { wordsOf } from './words-of.ts';

export const entry: Folder = {
  wordsOf,
  manifest: () => import('./index.ts').then((m) => m.blockstack),
  verbs: () => import('./verbs.ts').then((m) => m.verbs),
  corrections: () => import('./corrections.ts').then((m) => m.corrections),
  words: {
    system: { en: () => import('./text/system.en.ts'), zh: () => import('./text/system.zh.ts') },
    race: { en: () => import('./text/race.en.ts'), zh: () => import('./text/race.zh.ts') },
    nodes: { en: () => import('./text/nodes.en.ts'), zh: () => import('./text/nodes.zh.ts') },
    owner: { en: () => import('./text/owner.en.ts'), zh: () => import('./text/owner.zh.ts') },
    access: { en: () => import('./text/access.en.ts'), zh: () => import('./text/access.zh.ts') },
    zooko: { en: () => import('./text/zooko.en.ts'), zh: () => import('./text/zooko.zh.ts') },
    terms: { en: () => import('./text/terms.en.ts'), zh: () => import('./text/terms.zh.ts') },
    corrections: {
      en: () => import('./text/corrections.en.ts'),
      zh: () => import('./text/corrections.zh.ts'),
    },
    squat: { en: () => import('./text/squat.en.ts'), zh: () => import('./text/squat.zh.ts') },
    verbs: { en: () => import('./text/verbs.en.ts'), zh: () => import('./text/verbs.zh.ts') },
  },
};
