// The payments of the example: T7 is X's to Y, T8 is Y's to Z, each with its change. T9 and T10 spend T8's coin again: T9
// leaves more to the miner out of Y's change, T10 pays all of it back to Y. And what may be changed of one on its way.

import { unreachable } from '../../../base/assert.ts';
import { Refusal } from '../../../base/result.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import { flipped } from '../consensus/script.ts';
import type { Output, Transaction } from '../consensus/transaction.ts';
import { outputSum, parseTransaction, transactionBytes } from '../consensus/transaction.ts';
import type { Person } from './coins.ts';
import { COIN_VALUE, coinOf, FEE, made, output, POINTS, payment } from './coins.ts';

/** What may be changed of a payment on its way. */
export const EDITS = ['amount', 'payee', 'previous', 'signature', 'flip'] as const;
export type Edit = (typeof EDITS)[number];
export const NAMES = ['T7', 'T8', 'T9', 'T10'] as const;
export type Name = (typeof NAMES)[number];

/** What X pays Y, and Y pays Z; and what T9 and T10 leave to the miner. */
const TO_Y = (COIN_VALUE * 6n) / 10n;
const TO_Z = COIN_VALUE / 4n;
const MORE: Readonly<Record<'T9' | 'T10', bigint>> = { T9: 3n * FEE, T10: 6n * FEE };

export const nameOf = (what: string): Name => (what.split('.')[0] ?? what) as Name;

/** Who signs it as the payer. */
export const sender = (what: string, params: Params): Person =>
  nameOf(what) === 'T7' ? 'X' : params.signer === 'owner' ? 'Y' : 'Q';
/** Whose key is used. */
export const keyOf = (what: string, params: Params): Person =>
  nameOf(what) === 'T7' ? 'X' : params.signer === 'thief' ? 'Q' : 'Y';
export const payeeOf = (what: string, params: Params): Person => {
  const name = nameOf(what);
  if (name === 'T7' || name === 'T10') return 'Y';
  return params.signer === 'owner' ? 'Z' : 'Q';
};

/** What is over goes back to the payer. */
const withChange = (coin: bigint, paid: Output, fee: bigint, payer: Person): readonly Output[] => [
  paid,
  output(coin - paid.value - fee, payer),
];

const t7 = payment(POINTS.t6, withChange(COIN_VALUE, output(TO_Y, 'Y'), FEE, 'X'), 'X', 'X');

function outputsOf(name: Name, payee: Person): readonly Output[] {
  switch (name) {
    case 'T7':
      return t7.outputs;
    case 'T8':
      // A thief leaves nothing.
      return payee === 'Z' ? withChange(TO_Y, output(TO_Z, 'Z'), FEE, 'Y') : [output(TO_Y - FEE, payee)];
    case 'T9':
      return withChange(TO_Y, output(TO_Z, payee), MORE.T9, 'Y');
    case 'T10':
      return [output(TO_Y - MORE.T10, 'Y')];
    default:
      return unreachable(name, 'outputsOf');
  }
}

const build = made((said: string): Transaction => {
  const [name = '', payee = '', key = '', edit = ''] = said.split(' ');
  const outputs = outputsOf(name as Name, payee as Person);
  const plain = name === 'T7' ? t7 : payment(coinOf(t7), outputs, 'Y', key as Person);
  return edit === '' ? plain : edited(plain, edit as Edit);
});

function edited(transaction: Transaction, edit: Edit): Transaction {
  const { inputs, outputs } = transaction;
  const [first, ...others] = outputs;
  if (!first) return transaction;
  switch (edit) {
    case 'amount':
      return { ...transaction, outputs: [{ ...first, value: first.value - FEE }, ...others] };
    case 'payee':
      return { ...transaction, outputs: [output(outputSum(transaction), 'Q')] };
    case 'previous':
      return {
        ...transaction,
        inputs: inputs.map((one) => ({
          ...one,
          txid: one.txid.map((byte, i) => (i === 0 ? byte ^ 1 : byte)),
        })),
      };
    case 'signature':
      return {
        ...transaction,
        inputs: inputs.map((one) => ({
          ...one,
          script: one.script.map((byte, i) => (i === 20 ? byte ^ 1 : byte)),
        })),
      };
    case 'flip':
      return flipped(transaction, 0);
    default:
      return unreachable(edit, 'edited');
  }
}

/** The payment that "T8" or "T8.amount" is under these settings. */
export function transactionOf(what: string, params: Params): Transaction {
  const plain = signedAs(what, params);
  return what === 'T8' ? (withByte(plain, params) ?? plain) : plain;
}

/** Refuses a place behind the last byte of T8. */
export function checkByte(params: Params): void {
  const [place] = String(params.byte ?? '').split('=');
  const { length } = transactionBytes(signedAs('T8', params));
  if (Number(place) >= length)
    throw new Refusal(text('transaction.no-byte', { place: Number(place), bytes: length, last: length - 1 }));
}

/** With the byte that the learner changed; null where it is no transaction any more. */
function withByte(plain: Transaction, { byte = '' }: Params): Transaction | null {
  const [place, value] = String(byte).split('=');
  if (value === undefined) return plain;
  const bytes = transactionBytes(plain);
  bytes[Number(place)] = Number.parseInt(value, 16);
  try {
    return parseTransaction(bytes);
  } catch {
    return null;
  }
}

export const unreadable = (what: string, params: Params): boolean =>
  what === 'T8' && withByte(signedAs(what, params), params) === null;

/** As its payer signed it, changed on its way or not. */
export function signedAs(what: string, params: Params): Transaction {
  const [, edit = ''] = what.split('.');
  return build([nameOf(what), payeeOf(what, params), keyOf(what, params), edit].join(' '));
}
