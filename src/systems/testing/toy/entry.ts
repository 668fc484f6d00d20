// A lock that two clerks take, as the catalog would see it. e2e/add-a-system.spec.ts copies this folder to
// src/systems/toy/ in a tree of its own, adds one line to the catalog there, and looks at what has changed.

import type { Folder } from '../../../contract/loading.ts';

export const entry: Folder = {
  wordsOf: () => ['clerks'],
  manifest: () => import('./index.ts').then((m) => m.toy),
  verbs: () => import('./verbs.ts').then((m) => m.verbs),
  readers: () => import('./readers.ts').then((m) => m.readers),
  words: {
    clerks: { en: () => import('./text/clerks.en.ts'), zh: () => import('./text/clerks.zh.ts') },
  },
};
