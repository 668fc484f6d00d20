// The coins and the payments of the lecture's example (19.2): T6 paid X, T7 is X's payment to Y, T8 is Y's to Z. Real
// transactions with real signatures; the keys are made from the names, so that every run has the same bytes.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../../base/bytes.ts';
import { payTo, publicKeyOf, signed } from '../consensus/script.ts';
import type { OutPoint, Output, Transaction } from '../consensus/transaction.ts';
import { FINAL, pointName } from '../consensus/transaction.ts';
import type { Coin } from '../consensus/transaction-rules.ts';
import { txidOf } from '../consensus/txid.ts';
import { sameBytes } from '../consensus/wire.ts';

const PEOPLE = ['X', 'Y', 'Z', 'Q', 'M'] as const;
export type Person = (typeof PEOPLE)[number];

const secrets = new Map<Person, Uint8Array>();
const scripts = new Map<Person, Uint8Array>();

export function secretOf(person: Person): Uint8Array {
  let secret = secrets.get(person);
  if (!secret) {
    secret = sha256(utf8(`the key of ${person}`));
    secrets.set(person, secret);
  }
  return secret;
}

export function scriptOf(person: Person): Uint8Array {
  let script = scripts.get(person);
  if (!script) {
    script = payTo(publicKeyOf(secretOf(person)));
    scripts.set(person, script);
  }
  return script;
}

/** Whose key a coin names. */
export const personOf = (script: Uint8Array): Person | null =>
  PEOPLE.find((person) => sameBytes(scriptOf(person), script)) ?? null;

/** Height of the block that a payment would be in, and of the blocks that made the coins. */
export const NEXT_HEIGHT = 200;
const OLD_HEIGHT = 50;
const YOUNG_HEIGHT = NEXT_HEIGHT - 40;

export const COIN_VALUE = 100_000_000n;
export const FEE = 10_000n;

const pointOf = (name: string): OutPoint => ({ txid: sha256(utf8(name)), index: 0 });

/** T6's output, which pays X; the reward of miner M, 40 blocks old; a coin that Q once had and spent. */
export const POINTS = {
  t6: pointOf('T6'),
  reward: pointOf('reward'),
  spent: pointOf('spent'),
  madeUp: pointOf('made up'),
};

export const coinsAtStart: ReadonlyMap<string, Coin> = new Map([
  [pointName(POINTS.t6), { value: COIN_VALUE, script: scriptOf('X'), height: OLD_HEIGHT, coinbase: false }],
  [
    pointName(POINTS.reward),
    { value: 50n * COIN_VALUE, script: scriptOf('M'), height: YOUNG_HEIGHT, coinbase: true },
  ],
]);

export const output = (value: bigint, to: Person): Output => ({ value, script: scriptOf(to) });

export const unsigned = (points: readonly OutPoint[], outputs: readonly Output[]): Transaction => ({
  version: 1,
  inputs: points.map((point) => ({ ...point, script: new Uint8Array(), sequence: FINAL, witness: [] })),
  outputs,
  lockTime: 0,
});

/** Spends a coin of `owner`, with the key of `signer`. */
export const payment = (
  point: OutPoint,
  outputs: readonly Output[],
  owner: Person,
  signer: Person,
): Transaction => signed(unsigned([point], outputs), 0, scriptOf(owner), secretOf(signer));

/** Made when first asked for: a signature takes a millisecond. */
export function made<K extends string>(how: (name: K) => Transaction): (name: K) => Transaction {
  const known = new Map<K, Transaction>();
  return (name) => {
    const transaction = known.get(name) ?? how(name);
    known.set(name, transaction);
    return transaction;
  };
}

/** The payment of T8's coin, from T7 as it is on its way. */
export const coinOf = (transaction: Transaction): OutPoint => ({ txid: txidOf(transaction), index: 0 });
