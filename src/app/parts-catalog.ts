// The catalog as the page and its workers use it: whatever a system loads is a part, asked for once more where it does
// not arrive.

import type { CatalogEntry } from '../contract/loading.ts';
import { part } from '../session/late-part.ts';
import { catalog as own } from '../systems/catalog.ts';

type Load = (...args: unknown[]) => Promise<unknown>;

/** Every function of an entry loads something. */
export function asParts<T>(entry: T): T {
  if (typeof entry === 'function') {
    return ((...args: unknown[]) => part(() => (entry as unknown as Load)(...args))) as T;
  }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  return Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, asParts(value)])) as T;
}

export const catalog: readonly CatalogEntry[] = own.map(asParts);
