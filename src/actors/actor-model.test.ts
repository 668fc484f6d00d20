// What the network may do to messages and what actors may do by themselves, one sentence each.

import { describe, expect, it } from 'vitest';
import { text } from '../base/text.ts';
import { explore } from '../kernel/explore.ts';
import type { Model } from '../kernel/model.ts';
import { firstMoment, nextMoment } from '../kernel/moment.ts';
import type { Act, Actor } from './actor.ts';
import type { Body, Local } from './testing/talkers.ts';
import { network, say, talker } from './testing/talkers.ts';
import type { World, WorldAction } from './world.ts';

describe('a message that is duplicated', () => {
  const pair = () =>
    network([talker('ann', say('m1'), say('m2')), talker('bob')], { mayDuplicate: () => true });

  it('is two messages with keys of their own, each answered under its own name', () => {
    const { keys, run } = pair();
    const twice = run('duplicate:m1');
    expect(twice.net.map(({ id }) => id)).toEqual(['m1', 'm1+', 'm2']);
    expect(keys(run('duplicate:m1', 'm1+', 'm1')).filter((key) => key.startsWith('m1'))).toEqual([
      'm1+.ok',
      'm1.ok',
    ]);
  });

  it('is not duplicated again, nor is its copy, however often either is delivered', () => {
    const { keys, run } = pair();
    const again = (...chosen: readonly string[]) =>
      keys(run(...chosen)).filter((key) => /^duplicate:m1\+*$/.test(key));
    expect(again()).toEqual(['duplicate:m1']);
    expect(again('duplicate:m1')).toEqual([]);
    expect(again('duplicate:m1', 'm1')).toEqual([]);
    expect(again('duplicate:m1', 'm1+')).toEqual([]);
  });

  it('keeps every key unique and the messages in flight bounded on any path', () => {
    const { model } = pair();
    const seen = new Set<string>();
    const open = [model.init()];
    for (let world = open.pop(); world; world = open.pop()) {
      const keys = model.enabled(world).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      // Two messages, or their answers, and a copy of each.
      expect(world.net.length).toBeLessThanOrEqual(8);
      for (const action of model.enabled(world)) {
        const next = model.next(world, action);
        const print = JSON.stringify(next.net.map(({ id, copied }) => [id, copied === true]));
        if (!seen.has(print)) open.push(next);
        seen.add(print);
      }
    }
    expect(seen.size).toBeGreaterThan(50);
  });
});

describe('messages that are lost', () => {
  it('make one world in whatever order they were lost', () => {
    const { run } = network([talker('ann', say('m1'), say('m2')), talker('bob')], {
      mayDrop: () => true,
      mayResend: () => true,
    });
    expect(run('drop:m2', 'drop:m1')).toEqual(run('drop:m1', 'drop:m2'));
    expect(run('drop:m2', 'drop:m1').lost.map(({ id }) => id)).toEqual(['m1', 'm2']);
  });
});

describe('a timer', () => {
  const LENGTH_MS = 100;
  /** A clock that rings every so often, counting; a `reset` message sets it anew while it runs. */
  const clock = (acts: (local: Local) => readonly Act[]): Actor<Local, Body> => ({
    id: 'bob',
    initial: { local: [], sends: [] },
    receive: (local, { id }) => ({ local: [...local, id], sends: [] }),
    acts,
    act: (local) => ({ local: [...local, 'rang'], sends: [] }),
  });
  const duesAfter = (actor: Actor<Local, Body>, chosen: readonly string[]) => {
    const { model } = network([talker('ann', say('reset', 'bob', { delayMs: 40 })), actor]);
    let at = firstMoment(model, 1);
    for (const key of chosen) {
      const action = model.enabled(at.state).find((each) => each.key === key);
      if (!action) throw new Error(key);
      at = nextMoment(model, 1, at, action);
    }
    const pending = (model.pending?.(at.state) ?? []).find(({ key }) => key === 'bob.ring');
    return { nowMs: at.nowMs, dueMs: at.pending.get(pending?.id ?? '')?.dueMs };
  };

  it('that has rung and is set again rings its whole length later', () => {
    const again = clock(() => [{ name: 'ring', kind: 'ring', delayMs: LENGTH_MS }]);
    const { nowMs, dueMs } = duesAfter(again, ['bob.ring']);
    expect(nowMs).toBe(LENGTH_MS);
    expect(dueMs).toBe(2 * LENGTH_MS);
  });

  it('that is set anew while it runs says so by what armed it, and its key stays', () => {
    const resets = (local: Local) => local.filter((each) => each === 'reset').length;
    const told = clock((local) => [{ name: 'ring', kind: 'ring', delayMs: LENGTH_MS, armed: resets(local) }]);
    const after = duesAfter(told, ['reset']);
    expect(after.dueMs).toBe(after.nowMs + LENGTH_MS);
    const untold = clock(() => [{ name: 'ring', kind: 'ring', delayMs: LENGTH_MS }]);
    expect(duesAfter(untold, ['reset']).dueMs).toBe(LENGTH_MS);
  });
});

describe('a network that is full', () => {
  const most = 3;
  /** Says something new whenever it likes, up to ten times. */
  const chatty: Actor<Local, Body> = {
    ...talker('ann'),
    acts: (local) => (local.length < 10 ? [{ name: `say${local.length}`, kind: 'say' }] : []),
    act: (local, name) => ({ local: [...local, name], sends: [say(`m${local.length}`)] }),
  };
  const full = () =>
    network([chatty, talker('bob')], { mostInFlight: most, mayDuplicate: () => true, mayDrop: () => true });

  it('takes no step that would add to it, says why, and goes on with those that do not', () => {
    const { model, keys, run } = full();
    const world = run('ann.say0', 'ann.say1', 'm0');
    expect(keys(world)).toContain('ann.say2');
    const filled = run('ann.say0', 'ann.say1', 'm0', 'ann.say2');
    expect(filled.net).toHaveLength(most);
    // A delivery whose answer takes its place adds nothing; a copy would.
    expect(keys(filled)).toEqual(['m1', 'm2', 'm0.ok', 'drop:m1', 'drop:m2', 'drop:m0.ok']);
    expect(model.blocked?.(filled)).toEqual([
      { key: 'ann.say3', kind: 'say', actor: 'ann', of: 'say3', reason: text('blocked.full', { most }) },
    ]);
  });

  it('is searched as it is run: no state holds more, and the search finds what a plain one does', () => {
    const { model } = full();
    const promised: Model<World<Local, Body>, WorldAction> = {
      ...model,
      properties: [{ name: 'full', kind: 'always', judge: ({ net }) => net.length <= most }],
    };
    const bounds = { maxDepth: 7, maxStates: 20_000 };
    const inParts = explore(promised, bounds);
    expect(inParts.properties.full?.verdict).not.toBe('violated');
    const { states, edges, statesByDepth } = explore(
      { ...promised, enabled: (w) => model.enabled(w) },
      bounds,
    );
    expect(states).toBeGreaterThan(500);
    expect({ states, edges, statesByDepth }).toEqual({
      states: inParts.states,
      edges: inParts.edges,
      statesByDepth: inParts.statesByDepth,
    });
  });
});
