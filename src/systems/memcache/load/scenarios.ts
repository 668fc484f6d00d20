// The scenarios whose steps are moments of a load simulation, as data.

import type { Claim, Params, Prediction, Scenario } from '../../../kernel/system.ts';

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
  readonly predictions: readonly Prediction[];
}

/** A question before step `at`; what really happens next is the one key there is, whatever was guessed. */
const ask = (
  id: string,
  at: number,
  next: string,
  right: string,
  ...wrong: readonly string[]
): readonly Prediction[] => [
  {
    id,
    at,
    options: [right, ...wrong].map((option) => ({ id: option, right: option === right, keys: [next] })),
  },
];

const recorded: readonly Recorded[] = [
  {
    id: 'growth',
    layout: 'growth',
    switches: ['stage', 'load', 'shards', 'hitRate'],
    compare: { stage: 'cached' },
    claims: { 'servers-keep-up': 'violated', 'database-keeps-up': 'holds', 'page-served': 'reached' },
    source: '17.1',
    predictions: ask('full', 2, 'arrive web-1 2', 'web', 'database', 'none'),
  },
  {
    id: 'partition-vs-replicate',
    layout: 'hot-keys',
    params: { servers: 2 },
    switches: ['placement', 'servers', 'keys'],
    compare: { placement: 'replicate' },
    claims: { 'servers-keep-up': 'violated', 'requests-answered': 'reached' },
    source: '3.2.3',
    predictions: ask('halves', 1, 'ask-part web-1 1', 'same', 'half', 'quarter'),
  },
  {
    id: 'clusters-incast',
    layout: 'incast',
    params: { window: 400, servers: 100 },
    switches: ['window', 'buffer', 'servers'],
    compare: { window: 100 },
    claims: { 'nothing-dropped': 'violated', 'port-full': 'reached', 'page-served': 'reached' },
    source: '3.1',
    predictions: ask('window', 1, 'send web 1', 'middle', 'large', 'small'),
  },
  {
    id: 'regional-pool',
    layout: 'regional-pool',
    switches: ['regional', 'clusters', 'cold', 'skew'],
    compare: { regional: 'on' },
    claims: { 'one-copy': 'violated', 'pool-served': 'not reached' },
    source: '4.2',
    predictions: ask('copies', 2, 'miss cluster-2 2', 'each', 'one', 'none'),
  },
  {
    id: 'cold-start',
    layout: 'cold-start',
    switches: ['warmup', 'load', 'shards', 'skew'],
    compare: { warmup: 'on' },
    claims: { 'database-keeps-up': 'violated', 'warm-served': 'not reached' },
    source: '4.3',
    predictions: ask('half', 1, 'miss web 1', 'all', 'few', 'half'),
  },
  {
    id: 'gutter',
    layout: 'gutter',
    params: { skew: 70 },
    switches: ['gutter', 'load', 'servers', 'skew'],
    compare: { gutter: 'on' },
    claims: { 'database-keeps-up': 'violated', 'servers-keep-up': 'holds', 'gutter-served': 'not reached' },
    source: '3.3',
    predictions: ask('spread', 4, 'no-answer web 4', 'cascade', 'even', 'none'),
  },
  {
    id: 'billion',
    layout: 'billion',
    params: { hitRate: 990, shards: 700 },
    switches: ['hitRate', 'clusters', 'regions', 'skew', 'shards', 'load'],
    compare: { hitRate: 970 },
    claims: { 'database-keeps-up': 'holds', 'caches-carry': 'reached' },
    source: '7',
    predictions: ask('clusters', 1, 'share users 1', 'more', 'same', 'fewer'),
  },
];

export const loadScenarios: readonly Scenario[] = recorded.map(({ id, layout, params, ...rest }) => ({
  id,
  params: { ...params, layout },
  scheduler: { kind: 'first' },
  steps: STEPS,
  measured: true,
  ...rest,
}));
