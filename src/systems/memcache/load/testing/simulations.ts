// Every simulation at hand at once, for tests: pages load them one by one.

import type { Experiment, Params } from '../../../../contract/system.ts';
import type { JobTable } from '../../../../kernel/job.ts';
import { billionExperiment, measureBillion } from '../billion.ts';
import { coldStartExperiment, measureColdStart } from '../cold-start.ts';
import { growthExperiment, measureGrowth } from '../growth.ts';
import { gutterExperiment, measureGutter } from '../gutter.ts';
import { herdExperiment, measureHerd } from '../herd.ts';
import { hotKeysExperiment, measureHotKeys } from '../hot-keys.ts';
import { incastExperiment, measureIncast } from '../incast.ts';
import { measureRegional, regionalExperiment } from '../regional.ts';

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

const table: Readonly<Record<string, (params: Params, seed: number) => Experiment>> = {
  growth: growthExperiment,
  'partition-vs-replicate': hotKeysExperiment,
  'clusters-incast': incastExperiment,
  'regional-pool': regionalExperiment,
  'thundering-herd': herdExperiment,
  'cold-start': coldStartExperiment,
  gutter: gutterExperiment,
  billion: billionExperiment,
};

export const experiment = (scenario: string, params: Params, seed: number): Experiment | undefined =>
  table[scenario]?.(params, seed);
