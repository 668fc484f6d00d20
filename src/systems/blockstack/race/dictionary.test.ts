// The dictionary attack is run: what fits is found by hashing, and a fresh address is in no dictionary.

import { expect, test } from 'vitest';
import { guessed, LIKELY } from './dictionary.ts';
import { addressOf, LABELS } from './transactions.ts';

test.each(LABELS)(
  '%s is found behind a hash of the name alone, and behind an address that was seen',
  (label) => {
    const name = `${label}.id`;
    const tried = LIKELY.indexOf(label) + 1;
    expect(tried).toBeGreaterThan(0);
    expect(guessed(name, 'hash', 'any')).toEqual({ tried, found: name });
    expect(guessed(name, 'bns', addressOf('V'))).toEqual({ tried, found: name });
    expect(guessed(name, 'bns', 'address of V')).toEqual({ tried: LIKELY.length, found: null });
  },
);

test('a name that nobody thinks of is not found, whatever is known of its owner', () => {
  expect(guessed('x7-qq-3.id', 'hash', 'any')).toEqual({ tried: LIKELY.length, found: null });
});

test('no name is in the dictionary twice', () => {
  expect(new Set(LIKELY).size).toBe(LIKELY.length);
});
