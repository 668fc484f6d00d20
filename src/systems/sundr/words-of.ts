// Which tables of words a scenario or a layout speaks from.

const TODAY = ['system', 'today', 'proofs'];
const USERS = ['system', 'steps', 'view'];
/** What it asks and wants, and what its views say beside the tree. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  trapdoor: ['asked-files', 'bytes'],
  'signed-files': ['asked-files'],
  'signed-log': ['asked-log', 'log'],
  'drop-an-entry': ['asked-log', 'log', 'bytes'],
  rollback: ['asked-log', 'log'],
  'why-log-fetches': ['asked-log', 'log'],
  fork: ['asked-forks', 'vectors'],
  'cannot-merge': ['asked-forks', 'vectors'],
  'out-of-band': ['asked-meet', 'sides'],
  'timestamp-box': ['box'],
  'merkle-path': ['asked-files', 'merkle', 'one-more', 'bytes'],
  'version-vectors': ['asked-meet', 'vectors'],
  concurrent: ['pending'],
  byzantine: ['asked-files'],
};

/** `more`: tables that its settings bring, where the scenario does not begin with them. */
export const wordsOf = (
  scenario: string,
  layout?: string,
  more: readonly string[] = [],
): readonly string[] => {
  const own = scenario === 'today' ? TODAY : [...USERS, ...(OWN[scenario] ?? [])];
  const tables = [...new Set([...own, ...more])];
  const isOther = layout !== undefined && (layout === 'tlog') !== (scenario === 'today');
  return isOther ? [...new Set([...TODAY, ...USERS, ...tables])] : tables;
};
