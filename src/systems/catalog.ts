// Every system there is: nothing of one is loaded until it is asked for.

import type { CatalogEntry } from '../contract/loading.ts';
import { entryOf } from '../contract/loading.ts';

export const catalog: readonly CatalogEntry[] = [
  // One line a system.
  entryOf(
    'memcache',
    () => import('./memcache/card.ts'),
    () => import('./memcache/entry.ts'),
  ),
  entryOf(
    'sundr',
    () => import('./sundr/card.ts'),
    () => import('./sundr/entry.ts'),
  ),
  entryOf(
    'spark',
    () => import('./spark/card.ts'),
    () => import('./spark/entry.ts'),
  ),
  entryOf(
    'bitcoin',
    () => import('./bitcoin/card.ts'),
    () => import('./bitcoin/entry.ts'),
  ),
  entryOf(
    'blockstack',
    () => import('./blockstack/card.ts'),
    () => import('./blockstack/entry.ts'),
  ),
];
