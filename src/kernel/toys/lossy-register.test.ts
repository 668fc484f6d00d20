import { describe, expect, it } from 'vitest';
import { explore } from '../explore.ts';
import { firstMoment, nextMoment } from '../moment.ts';
import { picked } from '../scheduler.ts';
import { lossyRegister, TIMER_MS } from './lossy-register.ts';
import { replayIdeal } from './replay.ts';

const OFF = { loss: false, duplication: false, timer: false, dedup: false };

const judged = (settings: Partial<typeof OFF>) => {
  const { complete, states, properties } = explore(lossyRegister({ ...OFF, ...settings }));
  const of = (name: string) => [properties[name]?.verdict, properties[name]?.length];
  return {
    complete,
    states,
    once: of('at-most-once'),
    last: of('last-write-stays'),
    done: of('both-acknowledged'),
  };
};

describe('a register over a network that loses and duplicates', () => {
  it('needs nothing where every message arrives once: one run of five states', () => {
    expect(judged({})).toEqual({
      complete: true,
      states: 5,
      once: ['holds', undefined],
      last: ['holds', undefined],
      done: ['reached', 4],
    });
  });

  it('applies a write twice without deduplication: the network copies it, or the timer fires early', () => {
    expect(judged({ duplication: true }).once).toEqual(['violated', 3]);
    expect(judged({ timer: true }).once).toEqual(['violated', 3]);
    expect(explore(lossyRegister({ ...OFF, duplication: true })).properties['at-most-once']?.choices).toEqual(
      ['duplicate:w1.1', 'w1.1', 'w1.1+'],
    );
  });

  it('then an old write can come back over the last one', () => {
    expect(judged({ duplication: true }).last).toEqual(['violated', 6]);
  });

  it('stands still when its only message is lost, and with a timer goes on', () => {
    const lose = (timer: boolean) => {
      const model = lossyRegister({ ...OFF, loss: true, dedup: true, timer });
      const { states } = replayIdeal(model, ['drop:w1.1']);
      return model.enabled(states[1] as (typeof states)[number]).map(({ key }) => key);
    };
    expect(lose(false)).toEqual([]);
    expect(lose(true)).toEqual(['client.again1.1']);
  });

  it('holds with deduplication in every order of loss, copies and timers', () => {
    const all = judged({ loss: true, duplication: true, timer: true, dedup: true });
    expect(all).toMatchObject({
      complete: true,
      once: ['holds', undefined],
      last: ['holds', undefined],
      done: ['reached', 4],
    });
    // Neither a message nor its copy is copied again (8390 where a message could be, once its copy had arrived).
    expect(all.states).toBe(8298);
  });

  it('in simulated time the timer fires only for what was lost, and no clock is in the state', () => {
    const model = lossyRegister({ loss: true, duplication: true, timer: true, dedup: true });
    for (let seed = 0; seed < 20; seed++) {
      const keys: string[] = [];
      let at = firstMoment(model, seed);
      let mayDrop = true;
      for (;;) {
        const enabled = model.enabled(at.state);
        const drop = mayDrop ? enabled.find(({ key }) => key === 'drop:w1.1:ack') : undefined;
        const action = drop ?? enabled[picked(model, seed, { kind: 'earliest' }, at, enabled)];
        if (!action) break;
        if (action === drop) mayDrop = false;
        at = nextMoment(model, seed, at, action);
        keys.push(action.key);
      }
      expect(keys).toEqual([
        'w1.1',
        'drop:w1.1:ack',
        'client.again1.1',
        'w1.2',
        'w1.2:ack',
        'w2.1',
        'w2.1:ack',
      ]);
      expect(at.nowMs).toBeGreaterThanOrEqual(TIMER_MS + 4 * 5);
      expect(at.nowMs).toBeLessThanOrEqual(TIMER_MS + 4 * 15);
      expect(at.state).toEqual(replayIdeal(model, keys).states.at(-1));
    }
  });
});
