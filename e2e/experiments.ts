/** Memcache's scenarios under load that open with their experiment. */
export const SEVEN = [
  'growth',
  'partition-vs-replicate',
  'clusters-incast',
  'regional-pool',
  'cold-start',
  'gutter',
  'billion',
];
