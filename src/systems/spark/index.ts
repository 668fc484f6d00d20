// Spark: what this folder offers to the rest. Paper: Zaharia et al., "Resilient distributed datasets: a fault-tolerant
// abstraction for in-memory cluster computing", NSDI 2012.

import type { Manifest } from '../../contract/loading.ts';
import type { Part, Scenario } from '../../contract/system.ts';
import { switches } from './params.ts';
import { scenarios } from './scenarios.ts';
import { wordsOf } from './words-of.ts';

const timed: Part['timed'] = async (_view, params) =>
  (await import('./rounds/findings.ts')).timedRounds(params);

/** What is measured beside a scenario's steps. */
const BESIDE: Readonly<Record<string, (scenario: Scenario) => Promise<Pick<Part, 'experiment' | 'timed'>>>> =
  {
    'checkpoint-interval': async (scenario) => {
      const { checkpointsExperiment } = await import('./checkpoints/findings.ts');
      return { experiment: (params, seed) => checkpointsExperiment(scenario, params, seed) };
    },
    pagerank: async () => ({ timed }),
    'co-partitioned': async () => ({ timed }),
  };

export const spark: Manifest = {
  id: 'spark',
  version: 1,
  switches,
  scenarios,
  async part(scenario, params): Promise<Part> {
    const { id } = scenario;
    const { partOf } = await import('./part.ts');
    const part = await partOf(params);
    const outcome: Part['outcome'] = async (now, end) =>
      (await import('./outcome.ts')).outcome(id, now, end as never);
    const beside = await BESIDE[id]?.(scenario);
    return { ...(part as unknown as Part), ...beside, outcome, words: wordsOf(id) };
  },
};
