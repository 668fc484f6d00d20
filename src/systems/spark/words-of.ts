// The tables of words that a scenario's page begins with.

/** Their questions stand with the system's own words. */
const FIRST = ['lazy', 'stages', 'narrow-crash', 'wide-crash', 'playground'];
const MORE = ['pagerank', 'co-partitioned', 'straggler'];

export const wordsOf = (scenario: string): readonly string[] => [
  'system',
  'steps',
  'lineage',
  'language',
  ...(FIRST.includes(scenario) ? [] : [MORE.includes(scenario) ? 'asked-more' : 'asked']),
];
