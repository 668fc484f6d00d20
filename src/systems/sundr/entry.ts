// SUNDR, as the catalog sees it: what home shows of it, and where everything else is. Only lazy imports stand here, so
// that a page loads of this folder what it shows and nothing more.

import type { Folder } from '../../contract/loading.ts';
import { wordsOf } from './words-of.ts';

export const entry: Folder = {
  wordsOf: (scenario) => wordsOf(scenario),
  manifest: () => import('./index.ts').then((m) => m.sundr),
  functions: () => import('./functions.ts').then(({ jobs, timed }) => ({ jobs, timed })),
  verbs: () => import('./verbs.ts').then((m) => m.verbs),
  readers: () => import('./readers.ts').then((m) => m.readers),
  corrections: () => import('./corrections.ts').then((m) => m.corrections),
  words: {
    system: { en: () => import('./text/system.en.ts'), zh: () => import('./text/system.zh.ts') },
    steps: { en: () => import('./text/steps.en.ts'), zh: () => import('./text/steps.zh.ts') },
    'asked-files': {
      en: () => import('./text/asked-files.en.ts'),
      zh: () => import('./text/asked-files.zh.ts'),
    },
    'asked-log': { en: () => import('./text/asked-log.en.ts'), zh: () => import('./text/asked-log.zh.ts') },
    'asked-meet': {
      en: () => import('./text/asked-meet.en.ts'),
      zh: () => import('./text/asked-meet.zh.ts'),
    },
    'asked-forks': {
      en: () => import('./text/asked-forks.en.ts'),
      zh: () => import('./text/asked-forks.zh.ts'),
    },
    view: { en: () => import('./text/view.en.ts'), zh: () => import('./text/view.zh.ts') },
    'one-more': { en: () => import('./text/one-more.en.ts'), zh: () => import('./text/one-more.zh.ts') },
    log: { en: () => import('./text/log.en.ts'), zh: () => import('./text/log.zh.ts') },
    vectors: { en: () => import('./text/vectors.en.ts'), zh: () => import('./text/vectors.zh.ts') },
    box: { en: () => import('./text/box.en.ts'), zh: () => import('./text/box.zh.ts') },
    bytes: { en: () => import('./text/bytes.en.ts'), zh: () => import('./text/bytes.zh.ts') },
    sides: { en: () => import('./text/sides.en.ts'), zh: () => import('./text/sides.zh.ts') },
    pending: { en: () => import('./text/pending.en.ts'), zh: () => import('./text/pending.zh.ts') },
    merkle: { en: () => import('./text/merkle.en.ts'), zh: () => import('./text/merkle.zh.ts') },
    today: { en: () => import('./text/today.en.ts'), zh: () => import('./text/today.zh.ts') },
    proofs: { en: () => import('./text/proofs.en.ts'), zh: () => import('./text/proofs.zh.ts') },
    endings: { en: () => import('./text/endings.en.ts'), zh: () => import('./text/endings.zh.ts') },
    beside: { en: () => import('./text/beside.en.ts'), zh: () => import('./text/beside.zh.ts') },
    terms: { en: () => import('./text/terms.en.ts'), zh: () => import('./text/terms.zh.ts') },
    corrections: {
      en: () => import('./text/corrections.en.ts'),
      zh: () => import('./text/corrections.zh.ts'),
    },
    verbs: { en: () => import('./text/verbs.en.ts'), zh: () => import('./text/verbs.zh.ts') },
  },
};
