// Spark: what this folder offers to the rest. Paper: Zaharia et al., "Resilient distributed datasets: a fault-tolerant
// abstraction for in-memory cluster computing", NSDI 2012.

import type { Manifest } from '../../contract/loading.ts';
import type { Part } from '../../contract/system.ts';
import { switches } from './params.ts';
import { scenarios } from './scenarios.ts';
import { wordsOf } from './words-of.ts';

export const spark: Manifest = {
  id: 'spark',
  version: 1,
  switches,
  scenarios,
  async part({ id }, params): Promise<Part> {
    const { partOf } = await import('./part.ts');
    const part = await partOf(params);
    const outcome: Part['outcome'] = async (now, end) =>
      (await import('./outcome.ts')).outcome(id, now, end as never);
    return { ...(part as unknown as Part), outcome, words: wordsOf(id) };
  },
};
