// The facts that are committed are those of the data.

import { describe, expect, test } from 'vitest';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { stretch } from '../chain-walk.ts';
import { blockHash, HEADER_BYTES, parseHeader } from '../consensus/header.ts';
import { parseProof, payment } from '../consensus/merkle-proof.ts';
import { parseTransaction } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { historyPlay } from '../light/history.ts';
import type { Play } from '../play.ts';
import { partOf } from '../play.ts';
import { scenarios } from '../scenarios.ts';
import { headerFound } from '../scene-bytes.ts';
import { dataFile, dataText, hasData } from '../testing/data.ts';
import { realRetargetsPlay } from '../time/real-retargets.ts';
import { realStampsPlay } from '../time/real-stamps.ts';
import { CHECKPOINT, cheapHeader } from './cheap-header.ts';
import { firstHundred } from './first-hundred.ts';
import { BLOCK_BYTES, coinbaseHex, coinbaseProofHex, proofHex, transactionHex } from './payment.ts';
import { periodEdges } from './period-edges.ts';
import { periods } from './periods.ts';
import { staleBranch } from './stale-branch.ts';
import { FIRST_HEIGHT, stampedBefore } from './stamped-before.ts';

test('the real retargets are our rule’s, 413 of them, one held back at height 68,544', () => {
  const params = { layout: 'retarget', real: 'on' };
  let state = realRetargetsPlay.init(params);
  let clampedAt = 0;
  for (let steps = 0; ; steps++) {
    const [action] = realRetargetsPlay.enabled(state, params);
    if (!action) {
      expect(steps).toBe(413);
      break;
    }
    const after = realRetargetsPlay.next(state, action, params);
    if (after.clamps > state.clamps) clampedAt = 2016 * after.made;
    state = after;
  }
  expect(state).toEqual({ made: 413, clamps: 1, differ: 0 });
  expect(clampedAt).toBe(68_544);
});

test.each([
  ['retarget', realRetargetsPlay, 413],
  ['timestamps', realStampsPlay, 13],
] as const)('%s goes along the real chain by itself, to its end', (id, play, steps) => {
  const script = scenarios.find((one) => one.id === id)?.scheduler;
  const keys = script?.kind === 'scripted' ? script.keys : [];
  const params = { layout: id, real: 'on' };
  const { init, enabled, next } = partOf(play as Play).model(params, 0);
  let state = init();
  for (let step = 0; step < steps; step++) {
    const [action] = enabled(state);
    if (!action) throw new Error(`no step after ${step}`);
    expect(keys).toContain(action.key);
    state = next(state, action);
  }
  expect(enabled(state)).toEqual([]);
});

test('the payment is proven by its own bytes, and by the coinbase at the same depth', () => {
  const proof = parseProof(bytesOfHex(proofHex));
  const transaction = bytesOfHex(transactionHex);
  const txid = txidOf(parseTransaction(transaction));
  const coinbase = { proof: parseProof(bytesOfHex(coinbaseProofHex)), transaction: bytesOfHex(coinbaseHex) };
  expect(payment(proof, txid, { transaction })).toBeNull();
  expect(payment(proof, txid, { coinbase })).toBeNull();
});

describe.skipIf(!hasData)('beside the data', () => {
  test('periods', () => {
    const bytes = dataFile('headers_mainnet_period_edges_0_832608.bin');
    const edge = (i: number) => parseHeader(bytes, i * HEADER_BYTES);
    for (const [k, { firstTime, lastTime, bits }] of periods().entries()) {
      expect([firstTime, bits]).toEqual([edge(2 * k).time, edge(2 * k).bits]);
      expect(lastTime).toBe(k === 413 ? null : edge(2 * k + 1).time);
    }
    expect(periods()).toHaveLength(414);
  });

  test('edges of periods, as the chain has them', () => {
    const bytes = dataFile('headers_mainnet_period_edges_0_832608.bin');
    const edge = (i: number): string => hexOf(bytes.subarray(i * HEADER_BYTES, (i + 1) * HEADER_BYTES));
    for (const [height, ...pair] of periodEdges) {
      const k = height / 2016;
      expect(pair).toEqual([edge(2 * k - 1), edge(2 * k)]);
    }
  });

  test('headers', () => {
    const bytes = dataFile('headers_mainnet_822528_826560.bin');
    const from = (FIRST_HEIGHT - 822_528) * HEADER_BYTES;
    expect(stampedBefore.join('')).toBe(hexOf(bytes.subarray(from, from + 13 * HEADER_BYTES)));
  });

  test('the first hundred, and the branch that was left', () => {
    expect(firstHundred.join('')).toBe(hexOf(dataFile('headers_mainnet_0_99.bin')));
    const rows = dataText('stale_branch_961632_961639.csv').trim().split('\n').slice(1);
    expect(staleBranch).toEqual(rows.map((row) => row.split(',')[2]));
  });

  test('a payment of block 830,000', () => {
    expect(proofHex).toBe(hexOf(dataFile('txoutproof/0830000-1000.bin')));
    expect(coinbaseProofHex).toBe(hexOf(dataFile('txoutproof/0830000-0.bin')));
    expect(dataFile('block_0830000.bin')).toHaveLength(BLOCK_BYTES);
  });
});

test('the header that leaves the chain before the checkpoint breaks no rule of a header, and is another block', () => {
  const real = stretch('edges').find(({ height }) => height === CHECKPOINT);
  if (!real) throw new Error('no header there');
  const header = parseHeader(bytesOfHex(cheapHeader));
  const { place } = real;
  const { failed, checks } = headerFound(header, { ...place, medianTime: null });
  expect(failed).toEqual([]);
  expect(checks.filter(({ state }) => state === 'holds').map(({ rule }) => rule)).toEqual([
    'high-hash',
    'prev-blk-not-found',
    'bad-diffbits',
  ]);
  expect(hexOf(blockHash(header))).not.toBe(real.hash);
});

test('a checkpoint refuses the cheap chain at that block, whatever work it has, and the wallet reads no further', () => {
  const params = {
    layout: 'history',
    evidence: 'bytes',
    minimumWork: 'off',
    checkpoint: 'on',
    snapshot: 'none',
  };
  const state = historyPlay.init(params);
  const sent = (key: string, by = params) => {
    const action = historyPlay.enabled(state, by).find((one) => one.key === key);
    if (!action) throw new Error(key);
    return historyPlay.next(state, action, by);
  };
  expect(sent('headers.cheap')).toMatchObject({ chain: null, seen: { cheap: 'other-block' } });
  expect(sent('headers.cheap').read.wallet).toBe(80 * (CHECKPOINT + 1));
  expect(sent('headers.true').chain).toBe('true');
  expect(sent('headers.cheap', { ...params, checkpoint: 'off' }).chain).toBe('cheap');
});
