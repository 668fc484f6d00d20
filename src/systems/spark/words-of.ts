// The tables of words that a scenario's page begins with.

export const wordsOf = (): readonly string[] => ['system', 'steps', 'lineage', 'language'];
