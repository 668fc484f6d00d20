// Others than work that could say which payment came first: what each can do wrong, in every order.

import { describe, expect, test } from 'vitest';
import type { Params } from '../../../contract/system.ts';
import { explore } from '../../../kernel/explore.ts';
import type { Model } from '../../../kernel/model.ts';
import { partOf } from '../play.ts';
import { isSignature, provesTwo, signature } from './head.ts';
import { serverPlay } from './server.ts';
import { stakePlay } from './stake.ts';

const searched = (model: Model, name: string): string => {
  const { complete, properties } = explore(model);
  expect(complete).toBe(true);
  const { verdict = '', length } = properties[name] ?? {};
  return length === undefined ? verdict : `${verdict} in ${length}`;
};
const server = (params: Params) =>
  partOf(serverPlay).model({ orderer: 'server', members: 'open', ...params }, 1);
const stake = (params: Params) => partOf(stakePlay).model({ slashing: 'off', stake: 10, ...params }, 1);

test('a signature is of one name and one text, and two of one name convict it', () => {
  const signed = signature('S', 'one');
  expect(isSignature('S', 'one', signed)).toBe(true);
  expect(isSignature('S', 'two', signed)).toBe(false);
  expect(isSignature('R', 'one', signed)).toBe(false);
  expect([provesTwo('S', 'one', 'two'), provesTwo('S', 'one', 'one')]).toEqual([true, false]);
});

describe('in every order', () => {
  test.each<[string, Params, string, string]>([
    ['a server spends a coin twice', {}, 'no-coin-twice', 'violated in 4'],
    ['and is caught only by those who compare', {}, 'orderer-caught', 'reached in 5'],
    ['a vote of known names does not', { orderer: 'vote', members: 'closed' }, 'no-coin-twice', 'holds'],
    ['one that anybody may join does', { orderer: 'vote' }, 'no-coin-twice', 'violated in 8'],
  ])('%s', (_, params, name, verdict) => {
    expect(searched(server(params), name)).toBe(verdict);
  });

  test.each<[string, Params, string, string]>([
    ['a final payment is taken back for nothing', {}, 'attack-costs', 'violated in 4'],
    ['with 10 % of the stake', {}, 'payment-stays', 'violated in 5'],
    ['where stake is burned, two final blocks cost a third', { slashing: 'on' }, 'attack-costs', 'holds'],
    ['whatever the attacker has', { slashing: 'on', stake: 40 }, 'attack-costs', 'holds'],
  ])('%s', (_, params, name, verdict) => {
    expect(searched(stake(params), name)).toBe(verdict);
  });
});
