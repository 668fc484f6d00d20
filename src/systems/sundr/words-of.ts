// Which tables of words a scenario or a layout speaks from.

const TODAY = ['system', 'today', 'proofs'];
const USERS = ['system', 'steps', 'view'];
/** What its views say beside the tree. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  'signed-log': ['log'],
  'drop-an-entry': ['log'],
  rollback: ['log'],
  'why-log-fetches': ['log'],
  fork: ['vectors'],
  'cannot-merge': ['vectors'],
  'timestamp-box': ['box'],
  'merkle-path': ['merkle', 'one-more'],
  'version-vectors': ['vectors'],
};

export const wordsOf = (scenario: string, layout?: string): readonly string[] => {
  const tables = scenario === 'today' ? TODAY : [...USERS, ...(VIEWS[scenario] ?? [])];
  const isOther = layout !== undefined && (layout === 'tlog') !== (scenario === 'today');
  return isOther ? [...new Set([...TODAY, ...USERS, ...tables])] : tables;
};
