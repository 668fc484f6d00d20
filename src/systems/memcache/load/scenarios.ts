// The scenarios whose steps are moments of a load simulation, as data.

import type { Claim, Params, Prediction, Scenario } from '../../../contract/system.ts';

/** No recording is longer. */
const STEPS = 1_000_000;

interface Recorded {
  readonly id: string;
  readonly layout: string;
  readonly params?: Params;
  readonly switches: readonly string[];
  readonly compare: Params;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly source: string;
  readonly next: string;
  readonly predictions: readonly Prediction[];
}

/**
 * A question about the steps from `at` on; what really happens are the only keys there are, so that no other guess can
 * be run. They are given as the run has them: kind and actor, numbered from `at`.
 */
const ask = (
  id: string,
  at: number,
  next: readonly string[],
  right: string,
  ...wrong: readonly string[]
): readonly Prediction[] => [
  {
    id,
    at,
    shown: at + next.length,
    options: [
      { id: right, right: true, keys: next.map((step, index) => `${step} ${at + index}`) },
      ...wrong.map((option) => ({ id: option, right: false, keys: [] })),
    ],
  },
];
const times = (n: number, step: string): readonly string[] => Array.from({ length: n }, () => step);

const recorded: readonly Recorded[] = [
  {
    id: 'growth',
    layout: 'growth',
    switches: ['stage', 'load', 'shards', 'hitRate'],
    compare: { stage: 'cached' },
    claims: { 'servers-keep-up': 'violated', 'database-keeps-up': 'holds', 'page-served': 'reached' },
    source: '17.1',
    next: 'partition-vs-replicate',
    predictions: ask('first', 2, [...times(4, 'arrive web-1'), 'ask web-1'], 'six', 'three', 'two'),
  },
  {
    id: 'partition-vs-replicate',
    layout: 'hot-keys',
    params: { servers: 2 },
    switches: ['placement', 'servers', 'keys'],
    compare: { placement: 'replicate' },
    claims: { 'servers-keep-up': 'violated', 'requests-answered': 'reached' },
    source: '3.2.3',
    next: 'clusters-incast',
    predictions: ask(
      'queue',
      4,
      ['answer cache-1', 'answer cache-2', ...times(2, 'ask-part web-1'), 'ask-part web-2'],
      'three',
      'two',
      'one',
    ),
  },
  {
    id: 'clusters-incast',
    layout: 'incast',
    params: { window: 400, servers: 100 },
    switches: ['sliding', 'window', 'buffer', 'servers'],
    compare: { sliding: 'on' },
    claims: { 'nothing-dropped': 'violated', 'port-full': 'reached', 'page-served': 'reached' },
    source: '3.1',
    next: 'regional-pool',
    predictions: ask(
      'port',
      7,
      [
        'queue cache-3',
        'queue cache-4',
        'drop cache-1',
        'drop cache-2',
        'drop cache-3',
        'drop cache-4',
        'drop cache-1',
      ],
      'two',
      'all',
      'none',
    ),
  },
  {
    id: 'regional-pool',
    layout: 'regional-pool',
    switches: ['regional', 'cold', 'clusters', 'skew'],
    compare: { regional: 'on' },
    claims: { 'one-copy': 'violated', 'pool-served': 'not reached' },
    source: '4.2',
    next: 'cold-start',
    predictions: ask(
      'copies',
      2,
      ['cluster-2', 'cluster-3', 'cluster-4'].flatMap((who) => [`miss ${who}`, `keep-cold ${who}`]),
      'each',
      'one',
      'none',
    ),
  },
  {
    id: 'cold-start',
    layout: 'cold-start',
    switches: ['warmup', 'load', 'shards', 'skew'],
    compare: { warmup: 'on' },
    claims: { 'database-keeps-up': 'violated', 'warm-served': 'not reached' },
    source: '4.3',
    next: 'gutter',
    predictions: ask(
      'half',
      1,
      [
        ...['miss web', 'read web', 'miss web', 'read web', 'filled database'],
        ...['miss web', 'read web', 'miss web', 'read web'],
      ],
      'all',
      'half',
      'few',
    ),
  },
  {
    id: 'gutter',
    layout: 'gutter',
    params: { skew: 70 },
    switches: ['gutter', 'load', 'servers', 'skew'],
    compare: { gutter: 'on' },
    claims: { 'database-keeps-up': 'violated', 'servers-keep-up': 'holds', 'gutter-served': 'not reached' },
    source: '3.3',
    next: 'billion',
    predictions: ask(
      'again',
      4,
      ['no-answer web', 'read web', 'hit web', 'no-answer web', 'read web'],
      'each',
      'once',
      'none',
    ),
  },
  {
    id: 'billion',
    layout: 'billion',
    params: { hitRate: 990, shards: 700 },
    switches: ['hitRate', 'clusters', 'regions', 'skew', 'shards', 'load'],
    compare: { hitRate: 970 },
    claims: { 'database-keeps-up': 'holds', 'caches-carry': 'reached' },
    source: '7',
    next: 'look-aside',
    predictions: ask('writes', 9, ['writes users', 'replicates database-1'], 'primary', 'own', 'both'),
  },
];

export const loadScenarios: readonly Scenario[] = recorded.map(({ id, layout, params, ...rest }) => ({
  id,
  params: { ...params, layout },
  scheduler: { kind: 'first' },
  steps: STEPS,
  views: ['findings', 'lanes'],
  ...rest,
}));
