// Messages delivered twice, and settings that few ask for: what must hold in every race whatever its switches are.

import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../actors/world.ts';
import { pick } from '../../base/rng.ts';
import type { Params } from '../../contract/system.ts';
import { explore } from '../../kernel/explore.ts';
import { historyIn } from './history.ts';
import { memcache } from './index.ts';
import type { MemcacheWorld } from './model.ts';
import { memcacheModel } from './model.ts';

const defaults: Params = Object.fromEntries(memcache.switches.map((each) => [each.name, each.default]));
const RACES = ['cluster', 'cold-cluster', 'two-regions', 'remote-writer'];

/** Settings of the races, drawn by number: every switch anywhere in its list, numbers small. */
function drawn(n: number, set: Params): Params {
  const params: Record<string, string | number> = { ...defaults };
  memcache.switches.forEach((each, i) => {
    params[each.name] =
      each.kind === 'choice'
        ? (each.values[pick(n, i, each.values.length)] as string)
        : each.kind === 'number'
          ? Math.min(each.max, each.min + pick(n, i, 3))
          : each.default;
  });
  return { ...params, layout: RACES[n % RACES.length] as string, history: 'off', ...set };
}

function walk(params: Params, seed: number, steps: number, see: (world: MemcacheWorld) => void): void {
  const model = memcacheModel(params);
  let world = model.init();
  for (let step = 0; step < steps; step++) {
    const enabled = model.enabled(world);
    const keys = enabled.map(({ key }) => key);
    expect(new Set(keys).size, `${JSON.stringify(params)}: ${keys.join(' ')}`).toBe(keys.length);
    see(world);
    if (enabled.length === 0) return;
    world = model.next(world, enabled[pick(seed, step, enabled.length)] as WorldAction);
  }
}

describe('messages that may come twice', () => {
  it('keep every key unique under any switches', () => {
    let copies = 0;
    for (let n = 0; n < 300; n++) {
      walk(drawn(n, { grain: 'message', duplicate: 'on' }), n, 120, (world) => {
        copies += world.net.filter(({ id }) => id.endsWith('+')).length;
      });
    }
    expect(copies).toBeGreaterThan(1000);
  });

  it('keep the keys of a retry apart from copies of the first try', () => {
    const set = { layout: 'cluster', lease: 'on', loser: 'wait', readers: 2, ops: 2, drop: 'on' };
    for (let n = 0; n < 200; n++) {
      walk(drawn(n, { ...set, grain: 'message', duplicate: 'on' }), n, 200, () => {});
    }
  });
});

describe('every switch at its largest', () => {
  it.each(['off', 'on'])('leaves so many messages in flight and no more, copies %s', (duplicate) => {
    let most = 0;
    for (let n = 0; n < 12; n++) {
      const large: Record<string, string | number> = {};
      for (const each of memcache.switches) if (each.kind === 'number') large[each.name] = each.max;
      walk(drawn(n, { ...large, squeal: 'on', duplicate }), n, 1200, (world) => {
        most = Math.max(most, world.net.length);
        // A step that adds to a network that is not full adds at most its answer and its log entries.
        expect(most).toBeLessThan(72);
      });
    }
    expect(most).toBeGreaterThan(60);
  });
});

describe('two regions whose primary has no mcsqueal', () => {
  it.each([
    { write: 'update', writerReads: 'off' },
    { write: 'invalidate', writerReads: 'on' },
    { write: 'update', writerReads: 'on' },
  ])('run with any writer: %j', (set) => {
    const fixed = { layout: 'two-regions', squeal: 'off', duplicate: 'off', writers: 2, ops: 2 };
    for (let n = 0; n < 40; n++) {
      const params = drawn(n, { ...fixed, ...set });
      walk(params, n, 80, () => {});
    }
  });
});

describe('a history of messages that may come twice', () => {
  const model = memcacheModel({
    ...defaults,
    readers: 1,
    ops: 2,
    grain: 'message',
    duplicate: 'on',
    history: 'on',
  });
  const reached = (...keys: readonly string[]): MemcacheWorld =>
    keys.reduce((world, key) => {
      const action = model.enabled(world).find((each) => each.key === key);
      if (!action) throw new Error(`${key} is not enabled`);
      return model.next(world, action);
    }, model.init());
  const writes = (world: MemcacheWorld) =>
    historyIn(world)
      .ops.filter(({ kind }) => kind === 'write')
      .map(({ value, end }) => ({ value, done: end !== null }));

  it('does not take a copy made in the network for a write that was done', () => {
    expect(writes(reached('C2.0.begin', 'duplicate:C2.0.write'))).toEqual([]);
    expect(writes(reached('C2.0.begin', 'duplicate:C2.0.write', 'C2.0.write'))).toEqual([
      { value: 2, done: false },
    ]);
  });

  it('keeps the version of the first copy that is done, and gives none of a late one to the next write', () => {
    const first = ['C2.0.begin', 'duplicate:C2.0.write', 'C2.0.write'];
    expect(writes(reached(...first, 'C2.0.write+'))).toEqual([{ value: 2, done: false }]);
    const done = [...first, 'C2.0.write.reply', 'C2.0.delete', 'C2.0.delete.reply', 'C2.1.begin'];
    expect(writes(reached(...done, 'C2.0.write+'))).toEqual([{ value: 2, done: true }]);
  });
});

describe('a history longer than can be judged', () => {
  const params = { ...defaults, readers: 2, ops: 20, history: 'on' };
  const promises = ['linearizable', 'sequential', 'zookeeper-session'];
  const model = memcacheModel(params);
  const run = (seed: number, steps: number) => {
    let world = model.init();
    const said: Record<string, Set<unknown>> = Object.fromEntries(promises.map((name) => [name, new Set()]));
    for (let step = 0; step < steps; step++) {
      const enabled = model.enabled(world);
      if (enabled.length === 0) break;
      world = model.next(world, enabled[pick(seed, step, enabled.length)] as WorldAction);
      for (const { name, judge } of model.properties) said[name]?.add(judge(world));
    }
    return { world, said };
  };

  it('is unknown from there on, is not thrown at, and what was broken before stays broken', () => {
    let broken = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { world, said } = run(seed, 400);
      expect(historyIn(world).ops.length).toBeLessThanOrEqual(26);
      for (const name of promises) {
        const at = model.properties.find((each) => each.name === name)?.judge(world);
        expect(at).toBe(said[name]?.has(false) ? false : 'unknown');
        if (at === false) broken++;
      }
    }
    expect(broken).toBeGreaterThan(0);
    expect(broken).toBeLessThan(60);
  });

  it('is unknown in a search too, complete as it may be', () => {
    const one = { ...defaults, readers: 0, writers: 1, writes: 30, history: 'on' };
    const { complete, properties } = explore(memcacheModel(one));
    expect(complete).toBe(true);
    for (const name of promises) expect(properties[name]).toEqual({ verdict: 'unknown' });
    expect(properties['cache-ends-right']).toEqual({ verdict: 'holds' });
  });
});
