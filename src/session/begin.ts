// A run with nothing chosen yet: the scenario that a request names, at its settings, with what they need loaded.

import type { CatalogEntry } from '../contract/loading.ts';
import { entryIn } from '../contract/loading.ts';
import type { Settings } from '../contract/settings.ts';
import { checkedSeed } from '../contract/settings.ts';
import type { JobFinder } from '../kernel/job.ts';
import type { OpenRequest } from './api.ts';
import { Run } from './run.ts';

export interface Grounds {
  readonly catalog: readonly Pick<CatalogEntry, 'id' | 'load'>[];
  readonly results: JobFinder;
  readonly clock: () => number;
}

export async function begin(
  { catalog, results, clock }: Grounds,
  id: string,
  { system, scenario, params = {}, seed }: OpenRequest,
): Promise<Run> {
  const loaded = await entryIn(catalog, system).load(scenario, params);
  return new Run({ ...loaded, id, seed: checkedSeed(seed), results, clock });
}

/** The run at other settings: they may need another part of the system. */
export const beginUnder = (
  grounds: Grounds,
  { system, scenario, params, seed }: Run,
  id: string,
  settings: Settings,
): Promise<Run> =>
  begin(grounds, id, { system: system.id, scenario: scenario.id, params: { ...params, ...settings }, seed });
