// Which tables of words a scenario or a layout speaks from.

/** Scenarios of load, by the layout that makes their steps. */
export const LOAD_LAYOUTS: Readonly<Record<string, string>> = {
  growth: 'growth',
  'hot-keys': 'partition-vs-replicate',
  incast: 'clusters-incast',
  'regional-pool': 'regional-pool',
  'cold-start': 'cold-start',
  gutter: 'gutter',
  billion: 'billion',
};
const LOAD = new Set(Object.values(LOAD_LAYOUTS));

/** The tables that this scenario's own steps, questions and findings speak from. */
export function wordsOf(scenario: string): readonly string[] {
  if (LOAD.has(scenario)) return ['system', 'load', scenario];
  if (scenario === 'cross-shard') return ['system', 'pair'];
  if (scenario === 'thundering-herd') return ['system', 'races', 'load', scenario];
  return ['system', 'races'];
}
