// What the observer judges while he writes is what the whole history is judged to be, in every state of every setting.

import { expect, it } from 'vitest';
import type { Settings } from '../../contract/settings.ts';
import type { History } from '../../semantics/history.ts';
import { isLinearizable, isSequential } from '../../semantics/ordered.ts';
import { monotonicReads, readYourWrites } from '../../semantics/session-promises.ts';
import { catalog } from '../catalog.ts';
import { historyIn } from './history.ts';
import type { MemcacheWorld } from './model.ts';
import { FIRST_VALUE, KEY } from './protocol.ts';

/** The order of the writes is known: their values are versions, which grow. */
function versioned(history: History): History {
  const values = history.ops.filter(({ kind }) => kind === 'write').map(({ value }) => Number(value));
  return { ...history, versions: { [KEY]: [FIRST_VALUE, ...values.sort((a, b) => a - b)] } };
}

const WHOLE: Readonly<Record<string, (history: History) => boolean>> = {
  linearizable: isLinearizable,
  sequential: isSequential,
  'zookeeper-session': (history) =>
    monotonicReads(versioned(history)).ok && readYourWrites(versioned(history)).ok,
};

it.each<[string, Settings, boolean]>([
  ['consistency', {}, true],
  ['consistency', { grain: 'message' }, true],
  ['consistency', { lease: 'off', readers: 2, ops: 2 }, true],
  ['look-aside', { history: 'on', duplicate: 'on' }, true],
  ['two-regions', { history: 'on', writers: 2, ops: 2 }, true],
  ['remote-marker', { history: 'on', writers: 2, write: 'update' }, true],
  ['udp-tcp', { history: 'on', ops: 2, clientCrash: 'on' }, false],
  ['stale-set', { history: 'on', loser: 'stop', lease: 'on', grain: 'message' }, false],
])('%s %j, which breaks it: %s', async (scenario, settings, breaks) => {
  const { system, params } = await (catalog[0] as (typeof catalog)[number]).load(scenario, settings);
  const model = system.model(params, 1);
  const seen = new Set<string>();
  const queue = [{ state: model.init(), broken: new Set<string>() }];
  let isBroken = false;
  for (let at = 0; at < queue.length && at < 3000; at++) {
    const { state, broken } = queue[at] as (typeof queue)[number];
    const history = historyIn(state as MemcacheWorld);
    const now = new Set(broken);
    for (const { name, judge } of model.properties) {
      const whole = WHOLE[name];
      if (!whole) continue;
      if (!whole(history)) now.add(name);
      // What was broken once stays so.
      expect([name, judge(state)]).toEqual([name, !now.has(name)]);
      isBroken ||= now.has('linearizable');
    }
    for (const action of model.enabled(state)) {
      const after = model.next(state, action);
      const print = JSON.stringify([after, [...now]]);
      if (!seen.has(print)) queue.push({ state: after, broken: now });
      seen.add(print);
    }
  }
  expect(isBroken).toBe(breaks);
});
