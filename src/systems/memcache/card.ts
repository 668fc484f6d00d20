// What pages that speak of several systems show of Memcache at Facebook.

import type { Card, Table } from '../../contract/loading.ts';
import { cardGroup, cardScenario } from '../../contract/loading.ts';

export const card: Card = {
  lecture: 17,
  core: ['look-aside', 'stale-set', 'thundering-herd', 'cold-cluster-race', 'remote-marker'],
  groups: [
    cardGroup(
      'races',
      'look-aside stale-set update-vs-invalidate read-your-writes back-in-time udp-tcp cross-shard',
    ),
    cardGroup('regions', 'cold-cluster-race two-regions remote-marker consistency'),
    cardGroup(
      'load',
      'thundering-herd growth partition-vs-replicate clusters-incast regional-pool cold-start gutter billion',
    ),
  ],
  scenarios: [
    cardScenario(
      'look-aside',
      'after-delete.database',
      'cache-ends-right never-backwards stale-value',
      'squeal ownDelete',
    ),
    cardScenario('update-vs-invalidate', 'order.old', 'cache-ends-right stale-value', 'write lease'),
    cardScenario(
      'read-your-writes',
      'own-write.old',
      'reads-own-writes cache-ends-right stale-value',
      'ownDelete squeal',
    ),
    cardScenario('two-regions', 'replica-read.old', 'cache-ends-right stale-value', 'invalidate lease'),
    cardScenario('stale-set', 'last.set', 'cache-ends-right stale-value', 'lease order'),
    cardScenario(
      'cold-cluster-race',
      'add.refused',
      'cache-ends-right stale-value',
      'fill slowReader delayedDelete',
    ),
    cardScenario(
      'remote-marker',
      'own-read.old',
      'reads-own-writes cache-ends-right stale-value',
      'marker evictMarker',
    ),
    cardScenario(
      'back-in-time',
      'second-read.older',
      'never-backwards cache-ends-right stale-value',
      'loser warm',
    ),
    cardScenario(
      'consistency',
      'promise.linearizable',
      'linearizable sequential zookeeper-session never-backwards cache-ends-right stale-value',
      'lease loser layout',
    ),
    cardScenario(
      'thundering-herd',
      'second-miss.database',
      'database-spared herd-formed one-read-serves-all cache-ends-right',
      'lease loser clients deletes load',
    ),
    cardScenario('udp-tcp', 'lost-get.stored', 'cache-ends-right stale-value', 'fillAfterLoss drop lease'),
    cardScenario(
      'cross-shard',
      'both.half',
      'pair-whole pair-ends-whole nobody-blocked pair-read',
      'twoPhase coordinatorCrash',
    ),
    cardScenario(
      'growth',
      'first.six',
      'servers-keep-up database-keeps-up page-served',
      'stage load shards hitRate',
    ),
    cardScenario(
      'partition-vs-replicate',
      'queue.three',
      'servers-keep-up requests-answered',
      'placement servers keys',
    ),
    cardScenario(
      'clusters-incast',
      'port.two',
      'nothing-dropped port-full page-served',
      'sliding window buffer servers',
    ),
    cardScenario('regional-pool', 'copies.each', 'one-copy pool-served', 'regional cold clusters skew'),
    cardScenario('cold-start', 'half.all', 'database-keeps-up warm-served', 'warmup load shards skew'),
    cardScenario(
      'gutter',
      'again.each',
      'database-keeps-up servers-keep-up gutter-served',
      'gutter load servers skew',
    ),
    cardScenario(
      'billion',
      'writes.primary',
      'database-keeps-up caches-carry',
      'hitRate clusters regions skew shards load',
    ),
  ],
  live: { scenario: 'stale-set', steps: 5 },
};

export const words: Table = { en: () => import('./text/card.en.ts'), zh: () => import('./text/card.zh.ts') };
