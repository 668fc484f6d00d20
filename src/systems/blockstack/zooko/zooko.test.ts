// Which naming passes which test, by running every one of them.

import { expect, test } from 'vitest';
import type { Params } from '../../../contract/system.ts';
import { LOOK, lookAlikes, zookoPlay } from './play.ts';

const tested = (params: Params): Readonly<Record<string, string>> => {
  let state = zookoPlay.init(params);
  for (let [action] = zookoPlay.enabled(state, params); action; [action] = zookoPlay.enabled(state, params))
    state = zookoPlay.next(state, action, params);
  const out: Record<string, string> = {};
  for (const { naming, passed } of state.results) out[naming] = `${out[naming] ?? ''}${passed ? '+' : '-'}`;
  return out;
};

const three = { trials: 'three', consensusCheck: 'on' };

test('e-mail, keys and contacts each fail one, the name system none', () => {
  expect(tested(three)).toEqual({ email: '++-', key: '+-+', contacts: '-++', names: '+++' });
});

test('a reader who compares no hashes makes the name system a server', () => {
  expect(tested({ ...three, consensusCheck: 'off' })).toMatchObject({ names: '++-' });
});

test('petnames pass the three as well, and cannot be told on; look-alikes get past all but keys and petnames', () => {
  expect(tested({ ...three, trials: 'five' })).toEqual({
    email: '++--+',
    key: '+-+++',
    contacts: '-++--',
    names: '+++-+',
    petnames: '++++-',
  });
});

test('the rules let look-alikes through, and the one that Mallory wishes for is among them', () => {
  const all = lookAlikes('alice');
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain(LOOK);
  expect(all).not.toContain('alice');
  expect(lookAlikes('bcd')).toEqual([]);
});
