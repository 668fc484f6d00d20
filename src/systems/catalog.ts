// Every system there is, one lazy line each: nothing of a system is loaded until it is opened.

import type { JobTable } from '../kernel/job.ts';
import type { System } from '../kernel/system.ts';

export interface CatalogEntry {
  readonly id: string;
  readonly load: () => Promise<System>;
  /** The functions its jobs name, without the system. */
  readonly functions?: () => Promise<{ readonly jobs: JobTable }>;
  readonly words: Tables;
  /** Words that only some runs need: where `System.brief` is not true of their params, and in findings. */
  readonly moreWords?: Tables;
}
type Words = Readonly<Record<string, string>>;
type Tables = { readonly en: () => Promise<Words>; readonly zh: () => Promise<Words> };

export const catalog: readonly CatalogEntry[] = [
  {
    id: 'memcache',
    load: () => import('./memcache/index.ts').then((m) => m.memcache as unknown as System),
    functions: () => import('./memcache/jobs.ts'),
    words: {
      en: () => import('./memcache/text.en.ts').then((m) => m.en),
      zh: () => import('./memcache/text.zh.ts').then((m) => m.zh),
    },
    moreWords: {
      en: () => import('./memcache/load/text.en.ts').then((m) => m.loadEn),
      zh: () => import('./memcache/load/text.zh.ts').then((m) => m.loadZh),
    },
  },
];

/** All words of a system in one language. */
export async function allWords(entry: CatalogEntry, language: 'en' | 'zh'): Promise<Words> {
  const [some, more] = await Promise.all([entry.words[language](), entry.moreWords?.[language]()]);
  return { ...some, ...more };
}
