// A ledger without its old blocks: what stood there is proven by whoever kept it, and nothing else is.

import { expect, test } from 'vitest';
import type { Params } from '../../../contract/system.ts';
import type { Owned } from './owner.ts';
import { bytesOf, enabled, next, shownTo, startOwned } from './owner.ts';

const params = { stolen: 'on', withheld: 'off', ledger: 'headers' };
const played = (keys: string, by: Params = params): Owned =>
  keys.split(' ').reduce((state, key) => {
    const action = enabled(state, by).find((one) => one.key === key);
    if (!action) throw new Error(`${key} is not possible`);
    return next(state, action);
  }, startOwned);

test('a register of a block that was thrown away is proven by its hashes, and another one is not', () => {
  const state = played('register update transfer checkpoint revoke');
  expect(state.gone).toBe(3);
  expect(shownTo(state, 'right')).toMatchObject({ ok: true, path: [4, 1] });
  expect(shownTo(state, 'changed')).toMatchObject({ ok: false, of: 'operations', height: 1 });
});

test('what is thrown away and what is kept is counted', () => {
  const { thrown, kept } = bytesOf(played('register checkpoint'));
  expect(thrown).toBe(3 + 37 + 20);
  expect(kept).toBe(2 * (32 + 16));
});

test('nobody throws anything away where all blocks are kept', () => {
  expect(() => played('register checkpoint', { ...params, ledger: 'whole' })).toThrow('not possible');
  expect(() => played('register show.right')).toThrow('not possible');
});
