import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../actors/world.ts';
import { pick } from '../../../base/rng.ts';
import type { Params } from '../../../contract/system.ts';
import { explore } from '../../../kernel/explore.ts';
import { memcache } from '../index.ts';
import { inBoth } from '../testing/say.ts';
import type { PairWorld } from './model.ts';
import { pairModel } from './model.ts';
import { crossShard } from './part.ts';

const defaults: Params = Object.fromEntries(memcache.switches.map((each) => [each.name, each.default]));
const paramsOf = (set: Params): Params => ({ ...defaults, layout: 'cross-shard', ...set });
const search = (set: Params) => explore(pairModel(paramsOf(set)));

describe('a pair on two shards', () => {
  it('is read half in three steps without two-phase commit, and never with it', () => {
    const plain = search({});
    expect(plain).toMatchObject({ complete: true, states: 15 });
    expect(plain.properties['pair-whole']).toEqual({
      verdict: 'violated',
      length: 3,
      choices: ['coordinator.0', 'pair-reader.0', 'pair-reader.1'],
    });
    const committed = search({ twoPhase: 'on' });
    expect(committed).toMatchObject({ complete: true, states: 31 });
    expect(committed.properties).toMatchObject({
      'pair-whole': { verdict: 'holds' },
      'pair-ends-whole': { verdict: 'holds' },
      'nobody-blocked': { verdict: 'does not apply' },
      'pair-read': { verdict: 'reached' },
    });
  });

  it('blocks its reader while the coordinator is down, with two-phase commit only', () => {
    const crash = { coordinatorCrash: 'on' };
    const blocked = search({ twoPhase: 'on', ...crash });
    expect(blocked.complete).toBe(true);
    expect(blocked.properties['nobody-blocked']).toMatchObject({ verdict: 'violated', length: 3 });
    expect(blocked.properties['pair-whole']?.verdict).toBe('holds');
    const plain = search(crash);
    expect(plain.properties['nobody-blocked']?.verdict).toBe('holds');
    expect(plain.properties['pair-ends-whole']).toMatchObject({ verdict: 'violated', length: 2 });
  });

  it.each([{}, { coordinatorCrash: 'on' }])('keeps its promises message by message too: %j', (set) => {
    const found = search({ twoPhase: 'on', grain: 'message', ...set });
    expect(found.complete).toBe(true);
    expect(found.properties['pair-whole']?.verdict).toBe('holds');
    expect(found.properties['pair-ends-whole']?.verdict).toBe('holds');
  });

  it('a coordinator that comes back finishes what it began: every rest with it up has both at the new version', () => {
    const model = pairModel(paramsOf({ twoPhase: 'on', coordinatorCrash: 'on' }));
    const seen = new Set<string>();
    const open: PairWorld[] = [model.init()];
    let rests = 0;
    for (let world = open.pop(); world; world = open.pop()) {
      const enabled = model.enabled(world);
      if (enabled.length === 0) {
        rests++;
        expect(world.down).toEqual([]);
        expect([world.locals['shard-a'], world.locals['shard-b']]).toMatchObject([
          { value: 2 },
          { value: 2 },
        ]);
      }
      for (const action of enabled) {
        const next = model.next(world, action);
        const key = JSON.stringify(next);
        if (seen.has(key)) continue;
        seen.add(key);
        open.push(next);
      }
    }
    expect(rests).toBeGreaterThan(0);
  });

  it.each([
    {},
    { twoPhase: 'on' },
    { coordinatorCrash: 'on' },
    { twoPhase: 'on', coordinatorCrash: 'on' },
    { twoPhase: 'on', coordinatorCrash: 'on', grain: 'message' },
  ])('has words for whatever happens: %j', (set) => {
    const params = paramsOf(set);
    const model = pairModel(params);
    for (let seed = 1; seed <= 30; seed++) {
      let world = model.init();
      for (let step = 0; step < 40; step++) {
        const enabled = model.enabled(world);
        for (const { reason } of model.blocked?.(world) ?? []) expect(reason.key).toMatch(/^blocked\./);
        if (enabled.length === 0) break;
        const action = enabled[pick(seed, step, enabled.length)] as WorldAction;
        const next = model.next(world, action);
        const story = crossShard.narrate(world, action, next, params);
        const mark = crossShard.mark(world, action, next, params);
        const offer = crossShard.offer(world, action, params);
        const texts = [
          story.sentence,
          ...(story.why ? [story.why] : []),
          ...mark.heading,
          ...mark.chips.map((chip) => chip.text),
          ...mark.arrows.map((arrow) => arrow.label),
          offer.label,
          offer.heading,
          ...crossShard
            .inspect(next, params)
            .flatMap(({ rows }) => rows.flatMap(({ label, value }) => [label, value])),
        ];
        for (const each of texts) expect(inBoth(each).every((said) => said.length > 0)).toBe(true);
        world = next;
      }
    }
  });
});
