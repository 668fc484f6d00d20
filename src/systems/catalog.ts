// Every system there is, one lazy line each: nothing of a system is loaded until it is opened.

import type { System } from '../kernel/system.ts';

export interface CatalogEntry {
  readonly id: string;
  readonly load: () => Promise<System>;
  readonly words: { readonly en: () => Promise<Words>; readonly zh: () => Promise<Words> };
}
type Words = Readonly<Record<string, string>>;

export const catalog: readonly CatalogEntry[] = [
  {
    id: 'memcache',
    load: () => import('./memcache/index.ts').then((m) => m.memcache as unknown as System),
    words: {
      en: () => import('./memcache/text.en.ts').then((m) => m.en),
      zh: () => import('./memcache/text.zh.ts').then((m) => m.zh),
    },
  },
];
