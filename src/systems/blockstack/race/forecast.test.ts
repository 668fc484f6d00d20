// What the miner is told of a block before it is mined is what every node makes of it after; and of every rule that can
// refuse here both values are named.

import { describe, expect, test } from 'vitest';
import { plain } from '../../../base/words.ts';
import type { Params } from '../../../contract/system.ts';
import { words as en } from '../text/race.en.ts';
import { words as system } from '../text/system.en.ts';
import { forecasts } from './forecast.ts';
import type { Race } from './race.ts';
import { enabled, next, settingsOf, start } from './race.ts';
import { USUAL } from './testing/usual.ts';

const words = { ...system, ...en };

function played(set: Params, keys: string): { readonly race: Race; readonly params: Params } {
  const params = { ...USUAL, ...set };
  const settings = settingsOf(params);
  let race = start;
  for (const key of keys.split(' ').filter(Boolean)) {
    const action = enabled(race, settings).find((one) => one.key === key);
    if (!action) throw new Error(`${key} is not possible`);
    race = next(race, action, settings);
  }
  return { race, params };
}

/** Of the block with this key: each verdict with both values, in words. */
function told(set: Params, keys: string, block: string): readonly (string | null)[] {
  const { race, params } = played(set, keys);
  return (forecasts(race, settingsOf(params))[block] ?? []).map(({ verdict, values }) =>
    values ? `${verdict}: ${plain(words, values.is)} / ${plain(words, values.must)}` : verdict,
  );
}

test.each<[string, Params, string, string, readonly (string | null)[]]>([
  [
    'a copied hash',
    {},
    'send.PV send.CT',
    'mine.CT-PV',
    [null, 'hash-taken: d6b05150 / new; it waits since block 1'],
  ],
  [
    'the same in the order sent',
    {},
    'send.PV send.CT',
    'mine.PV-CT',
    [null, expect.stringMatching('^hash-taken')],
  ],
  [
    'a register behind a preorder that was refused',
    {},
    'send.PV send.CT mine.CT-PV send.RV',
    'mine.RV',
    [expect.stringMatching(/^no-preorder: none that waits \/ d6b05150$/)],
  ],
  [
    'both in one block',
    { reveal: 'together' },
    'send.PV-RV',
    'mine.PV-RV',
    [null, 'same-block: block 1 / before block 1'],
  ],
  [
    'one that is too old',
    { preorderLife: 3 },
    'send.PV mine.PV mine.empty mine.empty mine.empty send.RV',
    'mine.RV',
    ['expired-preorder: 4 blocks old / at most 3 blocks old'],
  ],
  [
    'a second register',
    { register: 'one-step' },
    'send.RV send.RT mine.RV',
    'mine.RT',
    ['owned: V’s / nobody'],
  ],
  [
    'two at once',
    { register: 'one-step' },
    'send.RV send.RT',
    'mine.RV-RT',
    Array(2).fill('two-registers: 2 registers in this block / 1 register in this block'),
  ],
])('%s', (_, set, keys, block, wanted) => {
  expect(told(set, keys, block)).toEqual(wanted);
});

describe('in every state that the race can come to', () => {
  test.each<[string, Params]>([
    ['salted', {}],
    ['in one step', { register: 'one-step' }],
    ['hash alone', { register: 'hash' }],
    ['together, in the order sent', { reveal: 'together', order: 'fifo' }],
    ['best paid first', { register: 'one-step', order: 'fee' }],
    ['as Namecoin', { register: 'namecoin' }],
    ['not held back', { delay: '0' }],
  ])('%s: foretold is exactly what may be mined, and comes true', (_, set) => {
    const params = { ...USUAL, ...set };
    const settings = settingsOf(params);
    const seen = new Map([[JSON.stringify(start), start]]);
    for (const race of seen.values()) {
      const foretold = forecasts(race, settings);
      const mining = enabled(race, settings).filter(({ kind }) => kind === 'mine');
      expect(Object.keys(foretold)).toEqual(mining.map(({ key }) => key));
      for (const action of enabled(race, settings)) {
        const after = next(race, action, settings);
        if (seen.size < 1500) seen.set(JSON.stringify(after), after);
        const outcomes = foretold[action.key];
        if (!outcomes || action.txs.length === 0) continue;
        expect(outcomes.map(({ verdict }) => verdict)).toEqual(after.blocks.at(-1)?.verdicts);
        for (const { verdict, values } of outcomes) expect(values === null).toBe(verdict === null);
      }
    }
    expect(seen.size).toBeGreaterThan(10);
  });
});
