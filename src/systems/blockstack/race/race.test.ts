// Who can steal a name, who can only grief, and in how few steps: every order of everything, by the one search.

import { describe, expect, test } from 'vitest';
import type { Params } from '../../../contract/system.ts';
import { explore } from '../../../kernel/explore.ts';
import type { Model } from '../../../kernel/model.ts';
import { racePlay } from './play.ts';
import { raceProperties } from './properties.ts';
import type { Race, RaceAction } from './race.ts';
import { enabled, feesOf, next, ownerOf, settingsOf, start } from './race.ts';
import { USUAL } from './testing/usual.ts';

function modelOf(set: Params): Model<Race, RaceAction> {
  const settings = settingsOf({ ...USUAL, ...set });
  return {
    init: () => start,
    enabled: (race) => enabled(race, settings),
    next: (race, action) => next(race, action, settings),
    properties: raceProperties(settings),
  };
}

function found(set: Params): Record<string, unknown> {
  const { complete, properties } = explore(modelOf(set));
  expect(complete).toBe(true);
  const said = (name: string): unknown => properties[name]?.length ?? properties[name]?.verdict;
  return { theft: said('no-theft'), grief: said('no-grief'), late: said('no-late-register') };
}

describe('facts C4: set, theft, grief', () => {
  test.each<[string, Params, number | 'holds', number | 'holds' | null]>([
    ['one-step', { register: 'one-step' }, 3, null],
    ['hash only, blind', { register: 'hash' }, 6, 5],
    ['hash only, accepted', { register: 'hash', reveal: 'accepted' }, 'holds', 'holds'],
    [
      'hash only, accepted, dictionary',
      { register: 'hash', reveal: 'accepted', dictionary: 'on' },
      5,
      'holds',
    ],
    ['bns, blind, any delay', {}, 7, 5],
    ['bns, blind, delay 0', { delay: '0' }, 8, 5],
    ['bns, accepted, delay 0', { reveal: 'accepted', delay: '0' }, 'holds', 'holds'],
    ['bns, accepted, delay 1', { reveal: 'accepted', delay: '1' }, 'holds', 7],
    ['bns, accepted, delay 2', { reveal: 'accepted', delay: '2' }, 7, 7],
    ['bns, blind, copies allowed, delay 0', { unique: 'off', delay: '0' }, 'holds', 'holds'],
    ['both sent together', { reveal: 'together' }, 5, 2],
    ['same, sameBlock on', { reveal: 'together', sameBlock: 'on' }, 4, 2],
    ['same, in the order sent', { reveal: 'together', order: 'fifo' }, 6, 2],
    [
      'together, in the order sent, sameBlock on',
      { reveal: 'together', order: 'fifo', sameBlock: 'on' },
      'holds',
      'holds',
    ],
    ['namecoin, delay 0', { register: 'namecoin', delay: '0' }, 'holds', 'holds'],
  ])('%s', (_, set, theft, grief) => {
    expect(found(set)).toMatchObject({ theft, ...(grief === null ? {} : { grief }) });
  });
});

describe('an old preorder', () => {
  test('by the bug it counts one block after its life, in seven steps', () => {
    expect(found({ preorderLife: 3, expiryBug: 'on' })).toMatchObject({ late: 7, theft: 7, grief: 5 });
  });
  test('without the bug it does not', () => {
    expect(found({ preorderLife: 3 })).toMatchObject({ late: 'holds', theft: 7, grief: 5 });
  });
});

test('a salt that was used before is as good as none: with a dictionary T is first by two blocks', () => {
  const careful: Params = { reveal: 'accepted', delay: '0', dictionary: 'on' };
  expect(found(careful)).toMatchObject({ theft: 'holds', grief: 'holds' });
  expect(found({ ...careful, salt: 'reused' })).toMatchObject({ theft: 5 });
});

describe('a miner who takes first who pays most', () => {
  const bid = { register: 'one-step', order: 'fee' };
  const played = (keys: string): Race => {
    const model = modelOf(bid);
    return keys.split(' ').reduce((race, key) => {
      const action = model.enabled(race).find((one) => one.key === key);
      if (!action) throw new Error(`${key} is not possible`);
      return model.next(race, action);
    }, model.init());
  };

  test('lets whoever is late come first for a higher fee, up to what the name is worth', () => {
    const race = played('send.RV send.RT bump.T bump.V bump.T');
    expect([race.waiting, race.paid]).toEqual([['RT', 'RV'], { RV: 3000, RT: 4000 }]);
    expect(() => played('send.RV send.RT bump.T bump.V bump.T bump.V')).toThrow('bump.V is not possible');
    expect(() => played('send.RV send.RT bump.V')).toThrow('not possible');
    expect(() => played('send.RV bump.V')).toThrow('not possible');
  });

  test('has all that was bid, of whoever lost, too', () => {
    const race = played('send.RV send.RT bump.T mine.RT mine.RV');
    expect([ownerOf(race), feesOf(race)]).toEqual(['T', 3000]);
  });

  test('takes a name of one step from who sent first, and none from who hides it and reveals with care', () => {
    expect(found(bid)).toMatchObject({ theft: 4 });
    expect(found({ order: 'fee', reveal: 'accepted', delay: '1' })).toMatchObject({ theft: 'holds' });
  });

  test('asks no fee where it orders as it likes', () => {
    const model = modelOf({});
    expect(model.next(model.init(), model.enabled(model.init())[0] as RaceAction)).not.toHaveProperty('paid');
  });
});

describe('how a run ended, in words', () => {
  const ended = (set: Params, keys: string): readonly (string | undefined)[] => {
    const params = { ...USUAL, ...set };
    const settings = settingsOf(params);
    const state = keys.split(' ').reduce((race, key) => {
      const action = enabled(race, settings).find((one) => one.key === key);
      if (!action) throw new Error(`${key} cannot be`);
      return next(race, action, settings);
    }, start);
    const { said, beside = [] } = racePlay.ending?.(params, { state, violated: {} } as never) ?? {};
    return [said?.key, ...beside.map(({ key }) => key)];
  };
  const REUSED = { reveal: 'accepted', delay: '0', dictionary: 'on', salt: 'reused' };

  test.each<[string, Params, string, readonly string[]]>([
    ['a name that was guessed', REUSED, 'send.PV send.PT mine.PT send.RT mine.RT', ['race.end.T-guessed']],
    [
      'one that no dictionary has',
      { ...REUSED, salt: 'fresh' },
      'send.PV mine.PV send.RV mine.RV',
      ['race.end.V-hidden'],
    ],
    [
      'a copied hash, and what V may do about it',
      {},
      'send.PV send.CT mine.CT-PV send.RV mine.RV',
      ['race.end.griefed', 'beside.copy'],
    ],
    [
      'one that only waits',
      {},
      'send.PV send.CT mine.PV send.RV mine.RV',
      ['race.end.V-first', 'beside.fees'],
    ],
    [
      'two registers in one block, which no care of V’s prevents',
      { register: 'one-step' },
      'send.RV send.RT mine.RV-RT',
      ['race.end.griefed', 'beside.fees'],
    ],
  ])('%s', (_, set, keys, wanted) => {
    expect(ended(set, keys)).toEqual(wanted);
  });
});
