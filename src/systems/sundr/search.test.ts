// What a search of everything finds, pinned: who is safe under which checks, how short the attacks are, and how many
// states there are (those of the published-style counts are states as the facts define them).

import { describe, expect, test } from 'vitest';
import type { Params } from '../../contract/system.ts';
import { explore } from '../../kernel/explore.ts';
import { modelOf } from './testing/ready.ts';

function found(set: Params) {
  const { complete, states, properties } = explore(modelOf(set));
  const broken = Object.entries(properties).filter(([, one]) => one.verdict === 'violated');
  return {
    complete,
    states,
    broken: Object.fromEntries(broken.map(([name, one]) => [name, one.length])),
    properties,
  };
}

describe('the lecture’s question: why are fetches logged?', () => {
  const bank: Params = { protocol: 'straw', work: 'bank', server: 'free', history: 'off' };

  test('logged, and with one’s own last looked for, nothing is mixed', () => {
    expect(found(bank)).toMatchObject({ complete: true, states: 38, broken: {} });
  });

  test('unlogged, or with one’s own last not looked for, C runs the old with the new after four operations', () => {
    expect(found({ ...bank, fetchLog: 'off' })).toMatchObject({ states: 23, broken: { 'fresh-across': 4 } });
    expect(found({ ...bank, ownCheck: 'off' })).toMatchObject({ states: 73, broken: { 'fresh-across': 4 } });
  });

  test('fork consistency is lost earlier', () => {
    const judged: Params = { ...bank, history: 'on' };
    expect(found(judged)).toMatchObject({ complete: true, broken: {} });
    expect(found({ ...judged, fetchLog: 'off' }).broken).toMatchObject({ 'fork-consistent': 3 });
    expect(found({ ...judged, ownCheck: 'off' }).broken).toMatchObject({ 'fork-consistent': 2 });
  });
});

describe('version structures: can a server merge what it forked?', () => {
  const turns: Params = { protocol: 'serialized', work: 'turns', server: 'free', history: 'off', users: 2 };

  test.each([
    [2, 4, 77],
    [2, 5, 207],
    [2, 6, 529],
    [3, 3, 106],
    [3, 4, 601],
    [3, 5, 3196],
  ])('%i users, %i operations: never, in %i states', (users, maxOps, states) => {
    expect(found({ ...turns, users, maxOps })).toMatchObject({ complete: true, states, broken: {} });
  });

  test('without the check of one’s own previous: a rollback, another branch, a merge', () => {
    const { complete, states, broken } = found({ ...turns, maxOps: 4, ownCheck: 'off' });
    expect({ complete, states }).toEqual({ complete: true, states: 509 });
    expect(broken).toMatchObject({ 'own-op-kept': 2, 'no-teleport': 3, 'no-merge': 4 });
  });

  test('without the check of the order: another branch and a merge, but never a rollback', () => {
    const { states, broken } = found({ ...turns, maxOps: 4, orderCheck: 'off' });
    expect(states).toBe(153);
    expect(broken).toMatchObject({ 'no-teleport': 3, 'no-merge': 3 });
    expect(broken).not.toHaveProperty('own-op-kept');
  });
});

describe('a server that tries everything', () => {
  const liar: Params = { work: 'turns', server: 'liar', users: 2, maxOps: 3 };

  test('is believed at once where nobody verifies signatures; in two where it can only alter', () => {
    const blind: Params = { ...liar, protocol: 'straw', sigCheck: 'off' };
    expect(found(blind).broken).toMatchObject({ authentic: 1 });
    expect(found({ ...blind, forge: 'off' }).broken).toMatchObject({ authentic: 2 });
  });

  test.each(['straw', 'serialized', 'concurrent'])(
    'does no silent harm where all checks are on: %s',
    (protocol) => {
      const { complete, broken, properties } = found({ ...liar, protocol, history: 'on' });
      expect({ complete, broken }).toEqual({ complete: true, broken: {} });
      expect(properties.detected?.verdict).toBe('reached');
      expect(properties['no-silent-harm']?.verdict).toBe('holds');
    },
  );
});

describe('the timestamp box', () => {
  const box: Params = { protocol: 'straw', work: 'turns', server: 'free', box: 2, maxOps: 2, history: 'off' };

  test('bounds how old a branch is that somebody accepts, and the bound is met', () => {
    const { complete, broken, properties } = found(box);
    expect({ complete, broken }).toEqual({ complete: true, broken: {} });
    expect(properties['box-at-limit']?.verdict).toBe('reached');
  });

  test('bounds nothing where nobody looks at it', () => {
    expect(found({ ...box, boxCheck: 'off' }).broken).toMatchObject({ 'box-fresh': 4 });
  });
});
