// Who holds which names: by price, and by who comes before a namespace is opened.

import { describe, expect, test } from 'vitest';
import type { Params } from '../../../contract/system.ts';
import type { Squat } from './squat.ts';
import { enabled, heldBy, next, start } from './squat.ts';

const ALIKE = { price: 'alike', creator: 'none' };

function played(params: Params, keys: string): Squat {
  let state = start(params);
  for (const key of keys.split(' ')) {
    const action = enabled(state, params).find((one) => one.key === key);
    if (!action) throw new Error(`${key} is not possible`);
    state = next(state, action, params);
  }
  return state;
}
const keysAt = (state: Squat, params: Params): readonly string[] =>
  enabled(state, params).map(({ key }) => key);

describe('a squatter', () => {
  const all = 'squat.dave squat.d4v3 squat.dv squat.daves-cafe';
  test('holds every name where all cost alike, and pays again for all', () => {
    const after = played(ALIKE, `${all} expire`);
    expect([heldBy(after, 'T'), after.freed]).toEqual([4, []]);
  });
  test('cannot pay again for the dear ones by length: whoever comes first has them', () => {
    const by = { ...ALIKE, price: 'length' };
    const after = played(by, 'squat.dave expire want.dave');
    expect([heldBy(after, 'T'), heldBy(after, 'V')]).toEqual([0, 1]);
    expect(() => played(by, all)).toThrow('not possible');
  });
});

describe('the creator of a namespace', () => {
  const params = { ...ALIKE, creator: 'keeps' };
  test('has names for nothing before it opens it, when nobody else may have any', () => {
    expect(keysAt(start(params), params).every((key) => /^(import|ready)/.test(key))).toBe(true);
    const after = played(params, 'import.dave import.dv ready');
    expect([heldBy(after, 'C'), after.burnt]).toEqual([2, { V: 0, T: 0 }]);
  });
  test('has none by import once it is open, and pays for them again as everybody does', () => {
    const after = played(params, 'import.dave ready want.dave expire');
    expect(keysAt(after, params).some((key) => key.startsWith('import'))).toBe(false);
    expect([after.owners.dave, after.burnt.C]).toEqual(['C', 2500]);
    expect(played(params, 'import.dave ready want.dave').refused).toEqual(['dave']);
  });
});
