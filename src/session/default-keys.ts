// The default run's choices, as far as the scenario's predictions look. Predictions are true of the scenario's own
// settings only: under others, or another seed, nothing is asked.

import { DEFAULT_SEED, differing } from './params.ts';
import type { Run } from './run.ts';
import type { Work } from './work.ts';

export async function defaultKeysOf(run: Run, work: Work): Promise<readonly string[]> {
  const far = Math.max(0, ...run.scenario.predictions.map(({ at }) => at));
  const altered = Object.keys(differing(run.defaults, run.params)).length > 0 || run.seed !== DEFAULT_SEED;
  if (far === 0 || altered) return [];
  const plain = run.under(run.params);
  for (let step = 0; step < far; step++) {
    const next = await work.settle(() => plain.advance({ try: 0, step }));
    if (!next) break;
    await work.pace();
  }
  return plain.timeline.tries.keys(0);
}
