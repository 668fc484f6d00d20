// The simulation that stands beside each load scenario.

import type { Experiment, Params } from '../../../kernel/system.ts';
import { billionExperiment } from './billion.ts';
import { coldStartExperiment } from './cold-start.ts';
import { growthExperiment } from './growth.ts';
import { gutterExperiment } from './gutter.ts';
import { herdExperiment } from './herd.ts';
import { hotKeysExperiment } from './hot-keys.ts';
import { incastExperiment } from './incast.ts';
import { regionalExperiment } from './regional.ts';

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
