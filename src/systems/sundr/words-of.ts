// Which tables of words a scenario or a layout speaks from.

const TODAY = ['system', 'today', 'proofs'];
const USERS = ['system', 'steps', 'view'];
/** What its views say beside the tree. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  trapdoor: ['bytes'],
  'signed-log': ['log'],
  'drop-an-entry': ['log', 'bytes'],
  rollback: ['log'],
  'why-log-fetches': ['log'],
  fork: ['vectors'],
  'cannot-merge': ['vectors'],
  'timestamp-box': ['box'],
  'merkle-path': ['merkle', 'one-more', 'bytes'],
  'version-vectors': ['vectors'],
};

/** `edited`: bytes of a file may be edited, which a scenario begins with or its settings bring. */
export const wordsOf = (scenario: string, layout?: string, edited = false): readonly string[] => {
  const own = scenario === 'today' ? TODAY : [...USERS, ...(VIEWS[scenario] ?? [])];
  const tables = edited && !own.includes('bytes') ? [...own, 'bytes'] : own;
  const isOther = layout !== undefined && (layout === 'tlog') !== (scenario === 'today');
  return isOther ? [...new Set([...TODAY, ...USERS, ...tables])] : tables;
};
