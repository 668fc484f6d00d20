// Memcache ready for each of its scenarios, as everybody comes by it: the part of its own layout is there.

import { present } from '../../../base/assert.ts';
import type { System } from '../../../contract/system.ts';
import { catalog } from '../../catalog.ts';
import { memcache } from '../index.ts';

const entry = present(
  catalog.find(({ id }) => id === 'memcache'),
  'Memcache in the catalog',
);
const loaded = await Promise.all(
  memcache.scenarios.map(async ({ id }) => [id, (await entry.load(id, {})).system] as const),
);
const systems: Readonly<Record<string, System>> = Object.fromEntries(loaded);

export const ready = (scenario: string): System => present(systems[scenario], scenario);
