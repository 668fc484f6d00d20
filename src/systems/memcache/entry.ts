// Memcache at Facebook, as the catalog sees it: what home shows of it, and where everything else is. Only lazy imports
// stand here, so that a page loads of this folder what it shows and nothing more.

import type { Folder, Functions } from '../../contract/loading.ts';
import { wordsOf } from './words-of.ts';

const only = (kind: string, compute: NonNullable<Functions['jobs']>[string]): Functions => ({
  jobs: { [kind]: compute },
});

/** The simulations' jobs, each alone. */
const JOBS: Readonly<Record<string, (kind: string) => Promise<Functions>>> = {
  'memcache/growth': (kind) => import('./load/growth.ts').then((m) => only(kind, m.measureGrowth)),
  'memcache/partition-vs-replicate': (kind) =>
    import('./load/hot-keys.ts').then((m) => only(kind, m.measureHotKeys)),
  'memcache/clusters-incast': (kind) => import('./load/incast.ts').then((m) => only(kind, m.measureIncast)),
  'memcache/regional-pool': (kind) => import('./load/regional.ts').then((m) => only(kind, m.measureRegional)),
  'memcache/thundering-herd': (kind) => import('./load/herd.ts').then((m) => only(kind, m.measureHerd)),
  'memcache/cold-start': (kind) => import('./load/cold-start.ts').then((m) => only(kind, m.measureColdStart)),
  'memcache/gutter': (kind) => import('./load/gutter.ts').then((m) => only(kind, m.measureGutter)),
  'memcache/billion': (kind) => import('./load/billion.ts').then((m) => only(kind, m.measureBillion)),
};

export const entry: Folder = {
  wordsOf,
  manifest: () => import('./index.ts').then((m) => m.memcache),
  functions: async (kind) => (await JOBS[kind]?.(kind)) ?? {},
  corrections: () => import('./corrections.ts').then((m) => m.corrections),
  words: {
    system: { en: () => import('./text/system.en.ts'), zh: () => import('./text/system.zh.ts') },
    races: { en: () => import('./text/races.en.ts'), zh: () => import('./text/races.zh.ts') },
    pair: { en: () => import('./text/pair.en.ts'), zh: () => import('./text/pair.zh.ts') },
    load: { en: () => import('./text/load.en.ts'), zh: () => import('./text/load.zh.ts') },
    growth: { en: () => import('./text/growth.en.ts'), zh: () => import('./text/growth.zh.ts') },
    'partition-vs-replicate': {
      en: () => import('./text/partition-vs-replicate.en.ts'),
      zh: () => import('./text/partition-vs-replicate.zh.ts'),
    },
    'clusters-incast': {
      en: () => import('./text/clusters-incast.en.ts'),
      zh: () => import('./text/clusters-incast.zh.ts'),
    },
    'regional-pool': {
      en: () => import('./text/regional-pool.en.ts'),
      zh: () => import('./text/regional-pool.zh.ts'),
    },
    'thundering-herd': {
      en: () => import('./text/thundering-herd.en.ts'),
      zh: () => import('./text/thundering-herd.zh.ts'),
    },
    'cold-start': {
      en: () => import('./text/cold-start.en.ts'),
      zh: () => import('./text/cold-start.zh.ts'),
    },
    gutter: { en: () => import('./text/gutter.en.ts'), zh: () => import('./text/gutter.zh.ts') },
    billion: { en: () => import('./text/billion.en.ts'), zh: () => import('./text/billion.zh.ts') },
    terms: { en: () => import('./text/terms.en.ts'), zh: () => import('./text/terms.zh.ts') },
    endings: { en: () => import('./text/endings.en.ts'), zh: () => import('./text/endings.zh.ts') },
    corrections: {
      en: () => import('./text/corrections.en.ts'),
      zh: () => import('./text/corrections.zh.ts'),
    },
  },
};
