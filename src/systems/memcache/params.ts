// The switches, one list for every scenario: a scenario only changes their defaults. Which model answers them depends
// on the layout; a switch that its model does not read changes nothing there.

import type { Shown } from '../../base/number-words.ts';
import type { Params, Switch } from '../../contract/system.ts';
import { schedulerSwitch } from '../../contract/system.ts';

const choice = (name: string, ...values: readonly [string, ...string[]]): Switch => ({
  kind: 'choice',
  name,
  values,
  default: values[0],
});
const number = (
  name: string,
  min: number,
  max: number,
  byDefault: number,
  ...shown: readonly Shown[]
): Switch => ({
  kind: 'number',
  name,
  min,
  max,
  default: byDefault,
  ...(shown.length > 0 ? { shown } : {}),
});
/** What a hundred percent of the load is, in that layout's own unit. */
const load = (layout: string, id: string, whole: number): Shown => ({
  id,
  times: whole / 100,
  when: { layout: [layout] },
});

/** Switches that only these layouts read. */
const only = (layout: readonly string[], ...list: readonly Switch[]): readonly Switch[] =>
  list.map((one) => ({ ...one, when: { layout } }));

const RACES = ['cluster', 'cold-cluster', 'two-regions', 'remote-writer'];

export const switches: readonly Switch[] = [
  choice(
    'layout',
    'cluster',
    'cold-cluster',
    'two-regions',
    'remote-writer',
    'cross-shard',
    'growth',
    'incast',
    'hot-keys',
    'regional-pool',
    'cold-start',
    'gutter',
    'billion',
  ),
  ...only([...RACES, 'cross-shard'], choice('grain', 'rpc', 'message')),
  ...only(
    RACES,
    number('readers', 0, 6, 1),
    number('writers', 0, 6, 1),
    number('ops', 1, 100_000, 1),
    number('writes', 0, 100_000, 0),
    choice('writerReads', 'off', 'on'),
    choice('warm', 'off', 'on'),
    choice('lease', 'off', 'on'),
    choice('loser', 'stop', 'wait', 'read', 'stale'),
    choice('tokenRate', 'memcached', 'facebook'),
    choice('clientCrash', 'off', 'on'),
    choice('order', 'write-delete', 'delete-write', 'delete-write-delete'),
    choice('write', 'invalidate', 'update'),
    choice('ownDelete', 'on', 'off'),
    choice('squeal', 'off', 'on'),
    choice('lostDelete', 'off', 'on'),
  ),
  ...only(
    ['cold-cluster'],
    choice('fill', 'holdoff', 'add', 'lease'),
    choice('slowReader', 'off', 'on'),
    choice('delayedDelete', 'off', 'on'),
  ),
  ...only(['two-regions'], choice('invalidate', 'stream', 'web')),
  ...only(['remote-writer'], choice('marker', 'on', 'off'), choice('evictMarker', 'off', 'on')),
  ...only(
    RACES,
    choice('drop', 'off', 'on'),
    choice('duplicate', 'off', 'on'),
    choice('history', 'off', 'on'),
    choice('fillAfterLoss', 'off', 'on'),
  ),
  ...only(['cross-shard'], choice('twoPhase', 'off', 'on'), choice('coordinatorCrash', 'off', 'on')),
  ...only(['growth'], choice('stage', 'one', 'many', 'sharded', 'cached')),
  ...only(['hot-keys'], choice('placement', 'split', 'replicate')),
  ...only(['regional-pool'], choice('regional', 'off', 'on')),
  ...only(['cold-start'], choice('warmup', 'off', 'on')),
  ...only(['gutter'], choice('gutter', 'off', 'rehash', 'on')),
  /** Percent of the load a scenario is made for. */
  ...only(
    ['growth', 'hot-keys', 'cold-start', 'gutter', 'billion'],
    number(
      'load',
      10,
      300,
      100,
      load('growth', 'pages', 6000),
      load('cold-start', 'gets', 10_000),
      load('gutter', 'gets', 12_000),
      load('billion', 'gets', 1e9),
      load('cluster', 'each', 25),
    ),
  ),
  /** Clients of the hot key, and its deletes a second: the herd's simulation. */
  ...only([], number('clients', 10, 1000, 400), number('deletes', 1, 200, 20)),
  ...only(['growth', 'hot-keys', 'incast', 'gutter'], number('servers', 2, 200, 8)),
  ...only(['growth', 'cold-start', 'billion'], number('shards', 1, 1000, 4)),
  /** Requests one web server may have unanswered, and replies a switch port can hold. */
  ...only(
    ['incast'],
    choice('sliding', 'off', 'on'),
    number('window', 1, 521, 100, { id: 'requests' }),
    number('buffer', 10, 521, 100, { id: 'answers' }),
  ),
  /** Keys a request asks for. */
  ...only(['hot-keys', 'incast'], number('keys', 1, 200, 100)),
  /** Per mille of the gets whose item the caches have room for. */
  ...only(
    ['billion'],
    number('hitRate', 0, 1000, 950, { id: 'percent', over: 10 }),
    number('regions', 1, 8, 2),
  ),
  ...only(['regional-pool', 'billion'], number('clusters', 1, 32, 4)),
  /** Exponent of the popularity of keys (Zipf), in hundredths. */
  ...only(
    ['regional-pool', 'cold-start', 'gutter', 'billion'],
    number('skew', 0, 150, 90, { id: 'zipf', over: 100 }),
  ),
  /** Percent of the keys, coldest first, that live in the regional pool. */
  ...only(['regional-pool'], number('cold', 0, 100, 80, { id: 'percent' })),
  schedulerSwitch,
];

/** The params as the rules read them. */
export interface Settings {
  readonly layout: 'cluster' | 'cold-cluster' | 'two-regions' | 'remote-writer';
  readonly messages: boolean;
  readonly readers: number;
  readonly writers: number;
  /** Operations of each reader. */
  readonly ops: number;
  /** Writes of each writer. */
  readonly writes: number;
  readonly writerReads: boolean;
  readonly warm: boolean;
  readonly lease: boolean;
  readonly loser: 'stop' | 'wait' | 'read' | 'stale';
  readonly facebookRate: boolean;
  readonly clientCrash: boolean;
  readonly order: 'write-delete' | 'delete-write' | 'delete-write-delete';
  readonly update: boolean;
  readonly ownDelete: boolean;
  readonly squeal: boolean;
  readonly lostDelete: boolean;
  readonly fill: 'holdoff' | 'add' | 'lease';
  readonly slowReader: boolean;
  readonly delayedDelete: boolean;
  readonly webInvalidates: boolean;
  readonly marker: boolean;
  readonly evictMarker: boolean;
  readonly drop: boolean;
  readonly duplicate: boolean;
  readonly history: boolean;
  /** Put in the cache what was read after a lost get, which section 3.1 forbids. */
  readonly fillAfterLoss: boolean;
}

export function settingsOf(params: Params): Settings {
  const on = (name: string): boolean => params[name] === 'on';
  const messages = params.grain === 'message';
  const ops = Number(params.ops);
  return {
    layout: params.layout as Settings['layout'],
    messages,
    readers: Number(params.readers),
    writers: Number(params.writers),
    ops,
    writes: Number(params.writes) || ops,
    writerReads: on('writerReads'),
    warm: on('warm'),
    lease: on('lease'),
    loser: params.loser as Settings['loser'],
    facebookRate: params.tokenRate === 'facebook',
    clientCrash: on('clientCrash'),
    order: params.order as Settings['order'],
    update: params.write === 'update',
    ownDelete: on('ownDelete'),
    squeal: on('squeal'),
    lostDelete: on('lostDelete'),
    fill: params.fill as Settings['fill'],
    slowReader: on('slowReader'),
    delayedDelete: on('delayedDelete'),
    webInvalidates: params.invalidate === 'web',
    marker: on('marker'),
    evictMarker: on('evictMarker'),
    drop: messages && on('drop'),
    duplicate: messages && on('duplicate'),
    history: on('history'),
    fillAfterLoss: on('fillAfterLoss'),
  };
}
