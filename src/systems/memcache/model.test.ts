import { describe, expect, it } from 'vitest';
import type { Params } from '../../contract/system.ts';
import { explore } from '../../kernel/explore.ts';
import { firstMoment, nextMoment } from '../../kernel/moment.ts';
import type { Verdict } from '../../kernel/property.ts';
import { atEnd, verdictAt, worse } from '../../kernel/property.ts';
import { picked } from '../../kernel/scheduler.ts';
import { memcache } from './index.ts';
import { memcacheModel } from './model.ts';
import { ready } from './testing/ready.ts';

const defaults: Params = Object.fromEntries(memcache.switches.map((each) => [each.name, each.default]));
const scenario = (id: string) => {
  const found = memcache.scenarios.find((each) => each.id === id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
};
const paramsOf = (id: string, set: Params = {}): Params => ({ ...defaults, ...scenario(id).params, ...set });

/** [states, shortest violation of the property or null] */
function search(id: string, set: Params, property = 'cache-ends-right'): [number, number | null] {
  const outcome = explore(memcacheModel(paramsOf(id, set)));
  expect(outcome.complete).toBe(true);
  const found = outcome.properties[property];
  return [outcome.states, found?.verdict === 'violated' ? (found.length ?? -1) : null];
}

describe('the shortest run that breaks a race has the published length, and the fix holds in every state', () => {
  it.each([
    ['no lease', 'stale-set', {}, 18, 5],
    ['with leases', 'stale-set', { lease: 'on' }, 21, null],
    ['deleting before the write', 'stale-set', { order: 'delete-write' }, 16, 5],
    ['deleting before the write, with leases', 'stale-set', { order: 'delete-write', lease: 'on' }, 24, 5],
    ['deleting before and after', 'stale-set', { order: 'delete-write-delete' }, 24, 6],
    [
      'deleting before and after, with leases',
      'stale-set',
      { order: 'delete-write-delete', lease: 'on' },
      35,
      null,
    ],
    ['mcsqueal deletes too', 'stale-set', { squeal: 'on' }, 34, 6],
    [
      'mcsqueal saves delete-before-write under leases',
      'stale-set',
      { squeal: 'on', order: 'delete-write', lease: 'on' },
      35,
      null,
    ],
    ['by messages', 'stale-set', { grain: 'message' }, 72, 12],
    ['by messages, with leases', 'stale-set', { grain: 'message', lease: 'on' }, 84, null],
    ['a cold cluster that just adds', 'cold-cluster-race', { fill: 'add' }, 29, 6],
    ['a cold cluster with leases', 'cold-cluster-race', { fill: 'lease' }, 39, 6],
    ['a cold cluster with hold-off', 'cold-cluster-race', { fill: 'holdoff' }, 38, null],
    ['hold-off and a slow reader', 'cold-cluster-race', { slowReader: 'on' }, 41, 7],
    ['hold-off and a delayed delete', 'cold-cluster-race', { delayedDelete: 'on' }, 46, 7],
    ['the web server deletes at the replica', 'two-regions', { invalidate: 'web', lease: 'off' }, 27, 6],
    ['the web server deletes at the replica, with leases', 'two-regions', { invalidate: 'web' }, 35, 6],
    ['the stream deletes, with leases', 'two-regions', { invalidate: 'stream' }, 25, null],
    ['the stream deletes, no lease', 'two-regions', { invalidate: 'stream', lease: 'off' }, 22, 6],
    ['writers update the cache', 'update-vs-invalidate', {}, 134, 4],
  ] as const)('%s', (_name, id, set, states, length) => {
    expect(search(id, set as Params)).toEqual([states, length]);
  });

  it('a writer far from the primary, without a marker', () => {
    expect(search('remote-marker', { marker: 'off' }, 'reads-own-writes')).toEqual([25, 4]);
  });

  it('a writer far from the primary, with a marker', () => {
    expect(search('remote-marker', { marker: 'on' }, 'reads-own-writes')[1]).toBeNull();
  });

  it('two writers far from the primary share one marker: the flaw section 5 admits', () => {
    expect(search('remote-marker', { marker: 'on', writers: 2 }, 'reads-own-writes')[1]).toBe(11);
  });

  it('an evicted marker is unsafe', () => {
    expect(search('remote-marker', { marker: 'on', evictMarker: 'on' }, 'reads-own-writes')[1]).toBe(7);
  });

  it('losers that read the database go back in time; losers that wait do not', () => {
    expect(search('back-in-time', { loser: 'read' }, 'never-backwards')[1]).toBe(7);
    expect(search('back-in-time', { loser: 'wait' }, 'never-backwards')[1]).toBeNull();
    expect(search('back-in-time', { loser: 'read', warm: 'on' }, 'never-backwards')[1]).toBeNull();
  });

  it('a lost mcsqueal delete leaves an old value unless it is replayed', () => {
    const [, length] = search('stale-set', { squeal: 'on', lease: 'on', ownDelete: 'off', lostDelete: 'on' });
    expect(length).toBe(5);
  });

  it('a client that dies with its lease blocks nobody for ever and leaves nothing stale', () => {
    const set = { lease: 'on', loser: 'wait', readers: 2, clientCrash: 'on' } as const;
    expect(search('stale-set', set)[1]).toBeNull();
  });
});

describe('no other promise breaks where a fix is said to hold', () => {
  it.each([
    ['stale-set', { lease: 'on' }],
    ['cold-cluster-race', { fill: 'holdoff' }],
    ['two-regions', { invalidate: 'stream' }],
    ['remote-marker', { marker: 'on' }],
    ['back-in-time', { loser: 'wait' }],
  ] as const)('%s %o', (id, set) => {
    const outcome = explore(memcacheModel(paramsOf(id, set as Params)));
    const violated = Object.entries(outcome.properties).filter(([, { verdict }]) => verdict === 'violated');
    expect(violated).toEqual([]);
  });
});

describe('one history, judged by each promise', () => {
  const shortest = (set: Params, property: string) => search('consistency', set, property)[1];

  it('two regions with leases are not linearizable, and keep every weaker promise', () => {
    expect(shortest({}, 'linearizable')).toBe(2);
    for (const kept of ['sequential', 'zookeeper-session', 'never-backwards', 'cache-ends-right']) {
      expect([kept, shortest({}, kept)]).toEqual([kept, null]);
    }
  });

  it('without leases every promise breaks', () => {
    for (const broken of [
      'linearizable',
      'sequential',
      'zookeeper-session',
      'never-backwards',
      'cache-ends-right',
    ]) {
      expect([broken, shortest({ lease: 'off', layout: 'cluster', warm: 'off' }, broken)]).not.toEqual([
        broken,
        null,
      ]);
    }
  });
});

describe('every race, run by its own scheduler', () => {
  const races = memcache.scenarios;

  it.each(races.map(({ id }) => id))('%s ends as it claims', (id) => {
    const { claims, scheduler } = scenario(id);
    const model = ready(id).model(paramsOf(id), 1);
    let at = firstMoment(model, 1);
    const verdicts: Verdict[] = model.properties.map((property) => verdictAt(property, at.state));
    for (let step = 0; step < 10_000; step++) {
      const enabled = model.enabled(at.state);
      const action = enabled[picked(model, 1, scheduler, at, enabled)];
      if (!action) break;
      at = nextMoment(model, 1, at, action);
      model.properties.forEach((property, i) => {
        verdicts[i] = worse(verdicts[i] as Verdict, verdictAt(property, at.state));
      });
    }
    const ended = Object.fromEntries(
      model.properties.map(({ name }, i) => [name, atEnd(verdicts[i] as Verdict)]),
    );
    expect(ended).toMatchObject(claims);
  });
});

describe('a long workload', () => {
  it('look-aside with 50,000 reads each is a run of over 100,000 steps', () => {
    const params = paramsOf('look-aside', { ops: 50_000 });
    const model = ready('look-aside').model(params, 1);
    const { scheduler } = scenario('look-aside');
    let at = firstMoment(model, 1);
    let steps = 0;
    for (;;) {
      const enabled = model.enabled(at.state);
      const action = enabled[picked(model, 1, scheduler, at, enabled)];
      if (!action) break;
      at = nextMoment(model, 1, at, action);
      steps++;
    }
    expect(steps).toBeGreaterThan(100_000);
  });
});
