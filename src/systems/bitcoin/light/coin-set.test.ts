import { expect, test } from 'vitest';
import { periods } from '../facts/periods.ts';
import { coinsHash } from './coin-set.ts';

test('one changed byte of one coin changes the hash over all', () => {
  expect(coinsHash('true')).toMatch(/^[0-9a-f]{64}$/);
  expect(coinsHash('true')).toBe(coinsHash('true'));
  expect(coinsHash('changed')).not.toBe(coinsHash('true'));
});

test('the target that a core’s month is set against is that of block 826,560', () => {
  expect(periods().find(({ height }) => height === 826_560)?.bits).toBe(0x1704005a);
});
