// A byte of a payment changed on its way: every place of it, and what a node says.

import { expect, test } from 'vitest';
import { transactionPlay } from './transaction.ts';

const KEYS = ['sign.T7', 'send.T7.N1', 'sign.T8', 'send.T8.N1'];

function answerTo(byte: string): string {
  const params = { layout: 'transaction', signer: 'owner', lowS: 'on', byte };
  let state = transactionPlay.init(params);
  for (const key of KEYS) {
    const action = transactionPlay.enabled(state, params).find((one) => one.key === key);
    if (!action) throw new Error(key);
    state = transactionPlay.next(state, action, params);
  }
  return state.refused.N1?.rule ?? 'taken';
}

test('no byte of a signed payment can be changed without a node saying so', () => {
  const answers = new Set<string>();
  for (let place = 0; place < 150; place++) {
    const [zero, one] = [answerTo(`${place}=00`), answerTo(`${place}=01`)];
    // One of the two is another byte than was there.
    expect([zero, one].filter((answer) => answer !== 'taken').length, String(place)).toBeGreaterThan(0);
    answers.add(zero).add(one);
  }
  expect([...answers].sort()).toEqual([
    'bad-txns-in-belowout',
    'bad-txns-inputs-missingorspent',
    'bad-txns-vout-toolarge',
    'mandatory-script-verify-flag-failed',
    'taken',
    'unreadable',
  ]);
});

test('a place past the end changes nothing', () => {
  expect(answerTo('999=00')).toBe('taken');
});

test('a balance is what anybody adds up from the ledger: what is paid moves from one key to the next', () => {
  const params = { layout: 'transaction', signer: 'owner', lowS: 'on', byte: '' };
  let state = transactionPlay.init(params);
  const balances = (): readonly unknown[] =>
    transactionPlay
      .rows(state, params)
      .filter(({ actor }) => actor === 'N1')
      .flatMap(({ rows }) =>
        rows.filter(({ id }) => id.startsWith('balance')).map(({ value }) => value.args?.n),
      );
  const seen = [balances()];
  for (const key of KEYS) {
    const action = transactionPlay.enabled(state, params).find((one) => one.key === key);
    if (action) state = transactionPlay.next(state, action, params);
    if (key.startsWith('send')) seen.push(balances());
  }
  expect(seen).toEqual([
    ['100000000', '0', '0'],
    ['0', '99990000', '0'],
    ['0', '0', '99980000'],
  ]);
});
