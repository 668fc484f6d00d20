// Memcache at Facebook: what this folder offers to the rest. Paper: Nishtala et al., "Scaling Memcache at Facebook",
// NSDI 2013. The layout decides which part answers; a part is loaded when a run first needs it.

import type { Manifest } from '../../contract/loading.ts';
import type { Params, Part, Scenario, SmallRun } from '../../contract/system.ts';
import { switches } from './params.ts';
import { scenarios } from './scenarios.ts';
import { LOAD_LAYOUTS, wordsOf } from './words-of.ts';

type Steps = Omit<Part, 'words' | 'experiment' | 'outcome'>;
type Beside = NonNullable<Part['experiment']>;
type Small = (params: Params, seed: number) => SmallRun;

const races = (): Promise<Steps> => import('./races.ts').then((m) => m.races as Steps);

/** What makes the steps, by layout; the races where none is named. */
const STEPS: Readonly<Record<string, () => Promise<Steps>>> = {
  'cross-shard': () => import('./cross-shard/part.ts').then((m) => m.crossShard as Steps),
  growth: () => import('./load/steps/growth.ts').then((m) => m.growthSteps as Steps),
  incast: () => import('./load/steps/incast.ts').then((m) => m.incastSteps as Steps),
  'hot-keys': () => import('./load/steps/hot-keys.ts').then((m) => m.hotKeysSteps as Steps),
  'regional-pool': () => import('./load/steps/regional.ts').then((m) => m.regionalSteps as Steps),
  'cold-start': () => import('./load/steps/cold-start.ts').then((m) => m.coldStartSteps as Steps),
  gutter: () => import('./load/steps/gutter.ts').then((m) => m.gutterSteps as Steps),
  billion: () => import('./load/steps/billion.ts').then((m) => m.billionSteps as Steps),
};

/** The simulation that stands beside a scenario's steps, whatever its layout is set to. */
const EXPERIMENTS: Readonly<Record<string, Beside>> = {
  growth: async (...of) => (await import('./load/growth.ts')).growthExperiment(...of),
  'partition-vs-replicate': async (...of) => (await import('./load/hot-keys.ts')).hotKeysExperiment(...of),
  'clusters-incast': async (...of) => (await import('./load/incast.ts')).incastExperiment(...of),
  'regional-pool': async (...of) => (await import('./load/regional.ts')).regionalExperiment(...of),
  'thundering-herd': async (...of) => (await import('./load/herd.ts')).herdExperiment(...of),
  'cold-start': async (...of) => (await import('./load/cold-start.ts')).coldStartExperiment(...of),
  gutter: async (...of) => (await import('./load/gutter.ts')).gutterExperiment(...of),
  billion: async (...of) => (await import('./load/billion.ts')).billionExperiment(...of),
};

/** The simulation, and beside what it found the small run of its steps. */
const withSmall = (beside: Beside | undefined, small: Small | undefined): Beside | undefined =>
  beside && small
    ? async (params, seed) => {
        const { job, read } = await beside(params, seed);
        return { job, read: (bytes) => ({ ...read(bytes), small: small(params, seed) }) };
      }
    : beside;

export const memcache: Manifest = {
  id: 'memcache',
  version: 1,
  switches,
  scenarios,
  async part({ id, params: own }: Scenario, { layout = '' }): Promise<Part> {
    const steps: Steps & { readonly small?: Small } = await (STEPS[layout] ?? races)();
    const experiment = withSmall(EXPERIMENTS[id], steps.small);
    const words = new Set([...wordsOf(id), ...wordsOf(LOAD_LAYOUTS[layout] ?? String(layout))]);
    const outcome: Part['outcome'] = async (...of) =>
      (await import('./endings/outcome.ts')).outcome(id, String(own.layout ?? 'cluster'), ...of);
    return { ...steps, outcome, words: [...words], ...(experiment ? { experiment } : {}) };
  },
};
