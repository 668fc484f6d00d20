// The switches, one list for every scenario: a scenario only changes their defaults. Which model answers them depends
// on the layout; a switch that its model does not read changes nothing there.

import type { Params, Switch } from '../../kernel/system.ts';
import { schedulerSwitch } from '../../kernel/system.ts';

const choice = (name: string, ...values: readonly [string, ...string[]]): Switch => ({
  kind: 'choice',
  name,
  values,
  default: values[0],
});
const number = (name: string, min: number, max: number, byDefault: number): Switch => ({
  kind: 'number',
  name,
  min,
  max,
  default: byDefault,
});

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
  choice('grain', 'rpc', 'message'),
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
  choice('fill', 'holdoff', 'add', 'lease'),
  choice('slowReader', 'off', 'on'),
  choice('delayedDelete', 'off', 'on'),
  choice('invalidate', 'stream', 'web'),
  choice('marker', 'on', 'off'),
  choice('evictMarker', 'off', 'on'),
  choice('drop', 'off', 'on'),
  choice('duplicate', 'off', 'on'),
  choice('history', 'off', 'on'),
  schedulerSwitch,
  choice('fillAfterLoss', 'off', 'on'),
  choice('twoPhase', 'off', 'on'),
  choice('coordinatorCrash', 'off', 'on'),
  choice('stage', 'one', 'many', 'sharded', 'cached'),
  choice('placement', 'split', 'replicate'),
  choice('regional', 'off', 'on'),
  choice('warmup', 'off', 'on'),
  choice('gutter', 'off', 'rehash', 'on'),
  /** Percent of the load a scenario is made for. */
  number('load', 10, 300, 100),
  number('clients', 10, 1000, 400),
  /** Deletes of the hot key, a second. */
  number('deletes', 1, 200, 20),
  number('servers', 2, 200, 8),
  number('shards', 1, 1000, 4),
  /** Requests one web server may have unanswered. */
  number('window', 1, 521, 100),
  /** Replies a switch port can hold. */
  number('buffer', 10, 521, 100),
  /** Keys a request asks for. */
  number('keys', 1, 200, 100),
  /** Per mille of the gets whose item the caches have room for. */
  number('hitRate', 0, 1000, 950),
  number('clusters', 1, 32, 4),
  number('regions', 1, 8, 2),
  /** Exponent of the popularity of keys (Zipf), in hundredths. */
  number('skew', 0, 150, 90),
  /** Percent of the keys, coldest first, that live in the regional pool. */
  number('cold', 0, 100, 80),
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
