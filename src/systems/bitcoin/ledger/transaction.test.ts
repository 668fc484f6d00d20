// A byte of a payment changed on its way: every place of it, and what a node says.

import { expect, test } from 'vitest';
import { txidOf } from '../consensus/txid.ts';
import { output, payment } from './coins.ts';
import { checkByte, transactionOf } from './payments.ts';
import { inItsWay, priceOf } from './replacement.ts';
import { sizeOf, sumsOf } from './sums.ts';
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
  const size = sizeOf(transactionOf('T8', { signer: 'owner', byte: '' }));
  for (let place = 0; place < size; place++) {
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

/** The node's pool after these keys, and what was said of the last. */
function after(second: string, keys: string): { readonly pool: readonly string[]; readonly ending: string } {
  const params = { layout: 'transaction', signer: 'owner', lowS: 'on', byte: '', second };
  let state = transactionPlay.init(params);
  let ending = '';
  for (const key of keys.split(' ')) {
    const action = transactionPlay.enabled(state, params).find((one) => one.key === key);
    if (!action) throw new Error(key);
    const next = transactionPlay.next(state, action, params);
    ending = transactionPlay.came(state, action, next, params).ending;
    state = next;
  }
  return { pool: state.pool.N1, ending };
}
const TWO = 'sign.T7 send.T7.N1 sign.T8 send.T8.N1';

test('what no output takes is the fee, and what is over comes back to who pays', () => {
  const params = { layout: 'transaction', signer: 'owner', lowS: 'on', byte: '', second: 'more-fee' };
  const held = [transactionOf('T7', params)];
  const told = (['T7', 'T8', 'T9', 'T10'] as const).map((name) => {
    const { lines, fee } = sumsOf(transactionOf(name, params), held);
    return [...lines.map(({ value, who, change }) => `${value} ${who}${change ? ' back' : ''}`), fee];
  });
  expect(told).toEqual([
    ['100000000 X', '60000000 Y', '39990000 X back', '10000'],
    ['60000000 Y', '25000000 Z', '34990000 Y back', '10000'],
    ['60000000 Y', '25000000 Z', '34970000 Y back', '30000'],
    ['60000000 Y', '59940000 Y back', '60000'],
  ]);
});

test('a node that lets more fee win takes the later payment instead, and not one that leaves less', () => {
  expect(after('more-fee', `${TWO} sign.T9 send.T9.N1`)).toEqual({ pool: ['T7', 'T9'], ending: 'replaced' });
  const back = `${TWO} sign.T10 send.T10.N1`;
  expect(after('more-fee', back)).toEqual({ pool: ['T7', 'T10'], ending: 'replaced' });
  expect(after('more-fee', `${back} sign.T9 send.T9.N1`)).toEqual({ pool: ['T7', 'T10'], ending: 'refused' });
  expect(after('first-seen', back)).toEqual({ pool: ['T7', 'T8'], ending: 'refused' });
});

test('a place behind its last byte is refused', () => {
  const settings = (byte: string) => ({ layout: 'transaction', signer: 'owner', lowS: 'on', byte });
  const size = sizeOf(transactionOf('T8', settings('')));
  expect(() => checkByte(settings(`${size - 1}=00`))).not.toThrow();
  expect(() => checkByte(settings(`${size}=00`))).toThrow(/transaction.no-byte/);
});

test('to take the place of another it must leave what that left, a satoshi for each of its own bytes, and more a byte', () => {
  const params = { layout: 'transaction', signer: 'owner', lowS: 'on', byte: '', second: 'more-fee' };
  const [t7, t8, t9] = (['T7', 'T8', 'T9'] as const).map((name) => transactionOf(name, params));
  if (!t7 || !t8 || !t9) throw new Error('no payments');
  const pool = [t7, t8];
  expect(inItsWay(t9, pool)).toEqual([t8]);
  const size = BigInt(sizeOf(t9));
  expect(priceOf(t9, [t8], pool)).toEqual({ left: 30_000n, want: 10_000n + size });
  // Whatever spends from what is replaced goes with it.
  const spender = payment({ txid: txidOf(t8), index: 1 }, [output(34_900_000n, 'Q')], 'Y', 'Y');
  expect(inItsWay(t9, [...pool, spender])).toEqual([t8, spender]);
  expect(priceOf(t9, [t8, spender], [...pool, spender])).toMatchObject({
    left: 30_000n,
    want: 100_000n + size,
  });
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
    ['100,000,000', '0', '0'],
    ['39,990,000', '60,000,000', '0'],
    ['39,990,000', '34,990,000', '25,000,000'],
  ]);
});
