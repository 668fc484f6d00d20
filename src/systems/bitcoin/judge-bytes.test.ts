// What is found in bytes that a reader changes, and the headers one can walk along.

import { expect, test } from 'vitest';
import { bytesOfHex, hexOf } from '../../base/bytes.ts';
import { text } from '../../base/text.ts';
import { STRETCHES, stretch } from './chain-walk.ts';
import { parseTransaction } from './consensus/transaction.ts';
import { transactionHex } from './facts/payment.ts';
import { judged } from './judge-bytes.ts';
import { transactionPlay } from './ledger/transaction.ts';
import type { About, BytesScene } from './scene-bytes.ts';
import { headerFound, transactionScene } from './scene-bytes.ts';

const with1 = (bytes: Uint8Array, place: number, by = 1): Uint8Array =>
  bytes.map((byte, i) => (i === place ? byte ^ by : byte));
const rulesOf = (about: About, bytes: Uint8Array): readonly string[] | undefined =>
  judged(about, bytes)?.failed.map(({ rule }) => rule);

const params = { layout: 'transaction', signer: 'owner', lowS: 'on', byte: '' };
/** T7 as it reached the first node. */
function t7(): BytesScene {
  let state = transactionPlay.init(params);
  for (const key of ['sign.T7', 'send.T7.N1']) {
    const action = transactionPlay.enabled(state, params).find((one) => one.key === key);
    if (action) state = transactionPlay.next(state, action, params);
  }
  return transactionPlay.scene?.('bytes', state, params, null) as BytesScene;
}
const bytesIn = ({ fields }: Pick<BytesScene, 'fields'>): Uint8Array =>
  bytesOfHex(fields.map(({ hex }) => hex).join(''));
const placeIn = ({ fields }: Pick<BytesScene, 'fields'>, id: string): number => {
  const at = fields.findIndex((field) => field.id === id);
  return fields.slice(0, at).reduce((sum, { hex }) => sum + hex.length / 2, 0);
};

test('every header that can be walked along is valid where it can be checked, and points at the one before', () => {
  for (const id of STRETCHES)
    for (const { header, place, hash } of stretch(id)) {
      const { failed, hashes } = headerFound(header, place);
      expect(failed).toEqual([]);
      expect(hashes[0]?.hex).toBe(hash);
    }
  expect(STRETCHES.map((id) => stretch(id).length)).toEqual([100, 20, 13, 8]);
  const early = stretch('before-parent').filter(({ after }) => after !== null && after < 0);
  expect(early.map(({ height }) => height)).toEqual([822_787]);
});

test('a byte changed in a header fails the work, and whatever else it is about', () => {
  const one = stretch('first')[64];
  if (!one) throw new Error('no header 64');
  const about: About = { kind: 'header', ...one.place };
  const bytes = bytesOfHex(one.hex);
  expect(rulesOf(about, bytes)).toEqual([]);
  expect(rulesOf(about, with1(bytes, 4))).toEqual(['high-hash', 'prev-blk-not-found']);
  expect(rulesOf(about, with1(bytes, 36))).toEqual(['high-hash']);
  expect(rulesOf(about, with1(bytes, 71, 0x40))).toEqual(['high-hash', 'time-too-old']);
  expect(rulesOf(about, with1(bytes, 72))).toEqual(['high-hash', 'bad-diffbits']);
});

test('at the edge of a period the target is held against the stamps of the period, and one period was held back', () => {
  const edges = stretch('edges');
  const held = edges.filter(({ retarget }) => retarget && retarget.usedS !== retarget.actualS);
  expect(held.map(({ height }) => height)).toEqual([68_544]);
  for (const [at, one] of edges.entries()) {
    const about: About = { kind: 'header', ...one.place };
    expect(one.retarget === null).toBe(at % 2 === 0);
    expect(rulesOf(about, with1(bytesOfHex(one.hex), 72))).toContain('bad-diffbits');
  }
});

test('a byte changed in a payment fails the check that it is about, with both values', () => {
  const scene = t7();
  const about = scene.about as About;
  const bytes = bytesIn(scene);
  expect(rulesOf(about, bytes)).toEqual([]);
  const at = (id: string, more = 0): Uint8Array => with1(bytes, placeIn(scene, id) + more);
  expect(rulesOf(about, at('input 0 spent'))).toEqual(['bad-txns-inputs-missingorspent']);
  expect(rulesOf(about, at('output 0 key', 5))).toEqual(['mandatory-script-verify-flag-failed']);
  expect(rulesOf(about, at('output 0 value', 7))).toEqual(['bad-txns-vout-toolarge']);
  expect(judged(about, at('output 0 value', 4))?.failed).toEqual([
    { rule: 'bad-txns-in-belowout', got: '100000000', want: '4394957296' },
  ]);
});

test('where the counts no longer fit there is nothing to judge', () => {
  const scene = t7();
  expect(judged(scene.about as About, with1(bytesIn(scene), 4, 0x40))).toBeNull();
});

test('fields of a real payment side by side are its bytes; its witness is in the wtxid and not in the txid', () => {
  const about: About = { kind: 'transaction' };
  const real = parseTransaction(bytesOfHex(transactionHex));
  const scene = transactionScene(text('none'), real, null, [], null, about);
  const bytes = bytesIn(scene);
  expect(hexOf(bytes)).toBe(transactionHex);
  const changed = judged(about, with1(bytes, placeIn(scene, 'input 0 witness-0 witness') + 9));
  expect(changed?.hashes[0]).toEqual(scene.hashes[0]);
  expect(changed?.hashes[1]).not.toEqual(scene.hashes[1]);
});
