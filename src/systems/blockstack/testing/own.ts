// Blockstack as a catalog would name it, while it is not in the catalog.

import type { CatalogEntry } from '../../../contract/loading.ts';
import { entryOf } from '../../../contract/loading.ts';
import type { ByHand } from '../../../session/by-hand.ts';
import { newSession } from '../../testing/new-session.ts';

export const own: CatalogEntry = entryOf(
  'blockstack',
  () => import('../card.ts'),
  () => import('../entry.ts'),
);

export const ownSession = (): ByHand => newSession([own]);
