// The load simulations as Jobs: seeded, pure, the same bytes in every engine.

import type { JobTable } from '../../kernel/job.ts';
import { measureBillion } from './load/billion.ts';
import { measureColdStart } from './load/cold-start.ts';
import { measureGrowth } from './load/growth.ts';
import { measureGutter } from './load/gutter.ts';
import { measureHerd } from './load/herd.ts';
import { measureHotKeys } from './load/hot-keys.ts';
import { measureIncast } from './load/incast.ts';
import { measureRegional } from './load/regional.ts';

export const jobs: JobTable = {
  'memcache/growth': measureGrowth,
  'memcache/partition-vs-replicate': measureHotKeys,
  'memcache/clusters-incast': measureIncast,
  'memcache/regional-pool': measureRegional,
  'memcache/thundering-herd': measureHerd,
  'memcache/cold-start': measureColdStart,
  'memcache/gutter': measureGutter,
  'memcache/billion': measureBillion,
};
