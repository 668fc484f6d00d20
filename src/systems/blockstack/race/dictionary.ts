// A dictionary attack on a preorder: T hashes every likely name, as a preorder of V's would, until one fits what waits in the
// mempool. Whoever hides the name behind an address that nobody has seen is in no dictionary.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { base40, hash160, preorderHash } from '../virtualchain/hashes.ts';
import type { Rules } from '../virtualchain/rules.ts';
import { hashOf, scriptOf } from './transactions.ts';

const PEOPLE =
  'alice amy anna ben bob carl carol chris dan dana dave dora ed ella emma erin eva frank fred gina grace greg hana harry heidi ian ivan jack jane john judy kate ken laura leo lisa lucy mallory mark mary mia mike nina olivia oscar otto paul peggy peter rosa ruth sam sara sybil tom trent victor walter wendy zoe'.split(
    ' ',
  );
const DIGITS: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0' };
/** What people make of their names: as it is, with digits, without vowels, with what they sell. */
const FORMS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.replace(/[aeio]/g, (vowel) => DIGITS[vowel] ?? vowel),
  (name) => name.replace(/[aeiouy]/g, ''),
  (name) => `${name}s-cafe`,
];
export const LIKELY: readonly string[] = [
  ...new Set(FORMS.flatMap((form) => PEOPLE.map(form)).filter((name) => name !== '')),
];

export interface Guess {
  /** So many names were hashed. */
  readonly tried: number;
  /** The one that fits. */
  readonly found: string | null;
}

const known = new Map<string, Guess>();
/** What T finds out from the hash of V's preorder; `address`: the one of V's that T knows. */
export function guessed(name: string, register: Rules['register'], address: string): Guess {
  const key = `${name} ${register} ${address}`;
  const before = known.get(key);
  if (before) return before;
  const wanted = hashOf(name, 'V', register);
  const payer = bytesOfHex(scriptOf('V'));
  const hashed = (one: string): string =>
    register === 'hash' ? hexOf(hash160(base40(one))) : preorderHash(one, payer, address);
  const at = LIKELY.findIndex((label) => hashed(`${label}.id`) === wanted);
  const guess = at < 0 ? { tried: LIKELY.length, found: null } : { tried: at + 1, found: `${LIKELY[at]}.id` };
  known.set(key, guess);
  return guess;
}
