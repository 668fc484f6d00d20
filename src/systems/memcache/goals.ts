// What a learner may try to reach in a scenario, with one shortest solution each; null where the search of every state
// finds none. A test plays the solutions and searches for the others.

import { never, reach as reached } from '../../contract/goals.ts';
import type { Claim, Goal, Params } from '../../contract/system.ts';

const reach =
  (property: string, want: Claim) =>
  (id: string, params: Params, solution: string): Goal =>
    reached(id, params, property, want, solution);
const stale = reach('cache-ends-right', 'violated');
const blind = reach('reads-own-writes', 'violated');
const noStale = (id: string, params: Params, steps: number): Goal =>
  never(id, params, 'cache-ends-right', 'violated', steps);

export const goals: Readonly<Record<string, readonly Goal[]>> = {
  'look-aside': [
    reach('stale-value', 'reached')('old', {}, 'C1.0.get C1.0.read C3.0.write'),
    stale('stale', {}, 'C1.0.get C1.0.read C3.0.write C3.0.delete log.1.memcached C1.0.fill'),
    noStale('stale-lease', { lease: 'on' }, 12),
  ],
  'update-vs-invalidate': [
    stale('stale', {}, 'C2.0.write C3.0.write C3.0.update C2.0.update'),
    stale('stale-invalidate', { write: 'invalidate' }, 'C1.0.get C1.0.read C2.0.write C2.0.delete C1.0.fill'),
    noStale('stale-lease', { write: 'invalidate', lease: 'on' }, 10),
  ],
  'read-your-writes': [
    blind('blind', {}, 'C2.0.write C2.1.get'),
    never('blind-delete', { ownDelete: 'on' }, 'reads-own-writes', 'violated', 8),
  ],
  'two-regions': [
    stale('stale', {}, 'C2.0.write C2.0.delete-again C1.0.get C1.0.read C1.0.fill log.1.apply'),
    noStale('stale-stream', { invalidate: 'stream' }, 8),
  ],
  'stale-set': [
    stale('stale', {}, 'C1.0.get C1.0.read C2.0.write C2.0.delete C1.0.fill'),
    stale(
      'stale-lease',
      { order: 'delete-write', lease: 'on' },
      'C2.0.delete C1.0.get C1.0.read C1.0.fill C2.0.write',
    ),
    noStale('stale-never', { lease: 'on' }, 7),
  ],
  'cold-cluster-race': [
    stale('stale-add', { fill: 'add' }, 'C1.0.get C1.0.get-warm C2.0.write C2.0.delete C1.0.fill log.1.warm'),
    noStale('stale-holdoff', {}, 7),
    stale(
      'stale-slow',
      { slowReader: 'on' },
      'C1.0.get C1.0.get-warm C2.0.write C2.0.delete log.1.warm cold.hold-off C1.0.fill',
    ),
  ],
  'remote-marker': [
    blind('blind', {}, 'C1.0.write C1.0.delete C1.1.get C1.1.read'),
    never('blind-marker', { marker: 'on' }, 'reads-own-writes', 'violated', 10),
    blind(
      'blind-two',
      { marker: 'on', writers: 2 },
      'C1.0.set-marker C1.0.write C2.0.set-marker C2.0.write C2.0.delete C2.1.get log.1.apply log.1.memcached ' +
        'log.1.unmark C2.1.get-marker C2.1.read',
    ),
  ],
  'back-in-time': [
    reach('never-backwards', 'violated')(
      'backwards',
      {},
      'C1.0.get C1.0.read C2.0.get C1.0.fill C3.0.write C2.0.read C2.1.get',
    ),
    never('backwards-wait', { loser: 'wait' }, 'never-backwards', 'violated', 10),
  ],
  consistency: [
    reach('linearizable', 'violated')('late', {}, 'C3.0.write C1.0.get'),
    never('disorder', {}, 'sequential', 'violated', 10),
  ],
  'thundering-herd': [
    reach('herd-formed', 'reached')('herd', {}, 'C5.0.write C5.0.delete C1.0.get C2.0.get C3.0.get'),
    reach('one-read-serves-all', 'reached')(
      'spare',
      {},
      'C5.0.write C5.0.delete C1.0.get C1.0.read C1.0.fill C2.0.get C3.0.get C4.0.get',
    ),
    never('herd-lease', { lease: 'on' }, 'database-spared', 'violated', 12),
  ],
  'udp-tcp': [
    stale(
      'stale',
      {},
      'C1.0.begin C2.0.begin drop:C1.0.get C1.0.timeout C1.0.read C2.0.write C1.0.read.reply C2.0.write.reply ' +
        'C2.0.delete C1.0.fill C1.0.fill.reply C2.0.delete.reply',
    ),
    noStale('stale-rule', { fillAfterLoss: 'off' }, 16),
  ],
  'cross-shard': [
    reach('pair-whole', 'violated')('half', {}, 'coordinator.0 pair-reader.0 pair-reader.1'),
    never('half-committed', { twoPhase: 'on' }, 'pair-whole', 'violated', 12),
    reach('nobody-blocked', 'violated')(
      'block',
      { twoPhase: 'on', coordinatorCrash: 'on' },
      'coordinator.0 pair-reader.0 crash:coordinator',
    ),
  ],
};
