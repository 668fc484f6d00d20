// Which tables of words a scenario speaks from.

const RACES = new Set(['first-wins', 'preorder', 'salt', 'fees']);
const OWN: Readonly<Record<string, readonly string[]>> = {
  'consensus-hash': ['nodes'],
  history: ['owner'],
  access: ['access'],
  squatting: ['squat'],
  zooko: ['zooko'],
};

export const wordsOf = (scenario: string): readonly string[] => [
  'system',
  ...(RACES.has(scenario) ? ['race'] : (OWN[scenario] ?? [])),
];
