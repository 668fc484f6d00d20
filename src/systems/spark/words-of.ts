// The tables of words that a scenario's page begins with.

/** Their questions stand with the system's own words. */
const FIRST = ['lazy', 'stages', 'narrow-crash', 'wide-crash', 'playground'];
const MORE = ['straggler'];
const TIMED = ['pagerank', 'co-partitioned'];

function asked(scenario: string): readonly string[] {
  if (FIRST.includes(scenario)) return [];
  if (scenario === 'checkpoint-interval') return ['checkpoints'];
  if (TIMED.includes(scenario)) return ['asked-more', 'rounds'];
  return [MORE.includes(scenario) ? 'asked-more' : 'asked'];
}

export const wordsOf = (scenario: string): readonly string[] => ['first', ...asked(scenario)];
