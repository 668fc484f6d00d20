// The scenarios: which play, in which order, what they end with and what they ask.

import type { Prediction, PredictionOption, Scenario } from '../../contract/system.ts';
import type { SchedulerSpec } from '../../kernel/scheduler.ts';
import { goals } from './goals.ts';
import { networkScenarios } from './network/scenarios.ts';

const scripted = (keys: string): SchedulerSpec => ({
  kind: 'scripted',
  keys: keys.split(' '),
  otherwise: 'manual',
});
const guess = (id: string, right: boolean, keys: string): PredictionOption => ({
  id,
  right,
  keys: keys === '' ? [] : keys.split(' '),
});
const ask = (
  id: string,
  at: number,
  shown: number,
  ...options: readonly PredictionOption[]
): readonly Prediction[] => [{ id, at, shown, options }];

const STEPS = 60;

const numbered = (what: string, from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `${what}.${from + i}`).join(' ');
/** Where the real chain is gone along instead: its periods, and the headers about one stamped before its parent. */
const PERIODS = numbered('period', 1, 413);
const HEADERS = numbered('header', 822_776, 13);

/** Every stamp as early as it may be, but the last of each period of twelve two hours ahead. */
const WARP = '1.back 11.ahead 12.back 23.ahead 24.back 35.ahead';
/** Eight blocks without work, one with work, the honest one; then each is checked. */
const FLOOD = [
  ...Array.from({ length: 8 }, (_, i) => `junk.${i + 1}`),
  'worked.1',
  'honest.1',
  ...Array.from({ length: 10 }, (_, i) => `check.${i + 1}`),
].join(' ');

const list: readonly Scenario[] = [
  {
    id: 'transaction',
    params: { layout: 'transaction' },
    headings: 'long',
    views: ['lanes', 'bytes'],
    switches: ['signer', 'second', 'lowS'],
    compare: { signer: 'thief' },
    scheduler: scripted('sign.T7 send.T7.N1 send.T7.N2 sign.T8 send.T8.N1 send.T8.N2 serve'),
    steps: STEPS,
    claims: {
      'owner-consents': 'holds',
      'as-signed': 'holds',
      'payment-taken': 'reached',
      'node-refused': 'not reached',
    },
    predictions: ask(
      'unconfirmed',
      4,
      5,
      guess('taken', true, 'send.T8.N1'),
      guess('waits', false, 'send.T8.N1'),
      guess('bank', false, ''),
    ),
    source: '2',
    next: 'forgery',
  },
  {
    id: 'forgery',
    params: { layout: 'forgery' },
    headings: 'long',
    views: ['lanes', 'bytes'],
    switches: ['believer'],
    compare: { believer: 'on' },
    scheduler: scripted('made-up more-out not-mine negative too-large twice young greedy copied copied-root'),
    steps: 10,
    claims: { 'no-forgery-taken': 'holds', 'nodes-agree': 'holds', 'forgery-refused': 'reached' },
    predictions: ask(
      'copied',
      8,
      10,
      guess('refused', true, 'copied copied-root'),
      guess('first', false, 'copied copied-root'),
      guess('second', false, 'copied copied-root'),
    ),
    source: '5',
    next: 'mine-a-block',
  },
  {
    id: 'mine-a-block',
    params: { layout: 'mine-a-block' },
    switches: ['target', 'workers', 'wins'],
    views: ['mining', 'lanes'],
    compare: { wins: 'first' },
    scheduler: {
      kind: 'scripted',
      keys: 'claim.W1.0 claim.W2.1 try.W1.0 claim.W1.2 try.W2.1 claim.W2.3 try.W2.3 try.W1.2'.split(' '),
      otherwise: 'first',
    },
    steps: STEPS,
    claims: { 'lowest-wins': 'holds', 'block-found': 'reached' },
    predictions: ask(
      'lower',
      7,
      8,
      guess('tried', true, 'try.W1.2'),
      guess('dropped', false, ''),
      guess('shared', false, ''),
    ),
    source: '4',
    next: 'retarget',
  },
  {
    id: 'retarget',
    params: { layout: 'retarget' },
    views: ['lanes', 'curve', 'chain'],
    switches: ['retarget', 'real'],
    compare: { retarget: 'off' },
    scheduler: scripted(`0.same 1.double 2.same 3.halve 4.tenth 5.same 6.same 7.same ${PERIODS}`),
    steps: 8,
    claims: { 'ten-minutes': 'holds', clamped: 'reached', 'power-changed': 'reached' },
    predictions: ask(
      'leave',
      4,
      7,
      guess('two', true, '4.tenth 5.same 6.same'),
      guess('one', false, '4.tenth 5.same'),
      guess('none', false, '4.tenth'),
    ),
    source: '4',
    next: 'timestamps',
  },
  {
    id: 'timestamps',
    params: { layout: 'timestamps' },
    views: ['lanes', 'curve', 'chain'],
    switches: ['offByOne', 'real'],
    compare: { offByOne: 'off' },
    scheduler: scripted(`${WARP} ${HEADERS}`),
    steps: 6,
    claims: { 'target-honest': 'violated', 'before-parent': 'reached', 'lie-refused': 'not reached' },
    predictions: ask(
      'ahead',
      1,
      2,
      guess('easier', true, '11.ahead'),
      guess('refused', false, '11.ahead'),
      guess('same', false, '11.ahead'),
    ),
    source: '7',
    next: 'history',
  },
  {
    id: 'invalid-flood',
    params: { layout: 'invalid-flood' },
    headings: 'long',
    switches: ['order', 'signatures', 'signatureUs'],
    compare: { order: 'signatures-first' },
    scheduler: scripted(FLOOD),
    steps: 20,
    claims: { 'honest-soon': 'holds', 'flood-refused': 'reached', 'work-wasted': 'reached' },
    predictions: ask(
      'cost',
      10,
      11,
      guess('hash', true, 'check.1'),
      guess('block', false, 'check.1'),
      guess('find', false, 'check.1'),
    ),
    source: '4',
    next: 'incentives',
  },
  {
    id: 'incentives',
    params: { layout: 'incentives' },
    views: ['lanes', 'curve'],
    switches: ['fees', 'rarity'],
    compare: { fees: 0 },
    scheduler: scripted(Array.from({ length: 34 }, (_, i) => `${i + 1}.same`).join(' ')),
    steps: 34,
    claims: {
      'supply-capped': 'holds',
      'miners-paid': 'holds',
      'fees-outweigh': 'reached',
      'last-satoshi': 'reached',
    },
    predictions: ask(
      'subsidy',
      4,
      5,
      guess('half', true, '5.same'),
      guess('less', false, '5.same'),
      guess('vote', false, '5.same'),
    ),
    source: '6',
    next: 'why-not-a-server',
  },
  {
    id: 'history',
    params: { layout: 'history' },
    views: ['lanes', 'chain', 'bytes'],
    switches: ['evidence', 'minimumWork', 'checkpoint', 'snapshot'],
    compare: { evidence: 'hash' },
    scheduler: scripted(
      'headers.true proof.honest proof.changed proof.inner proof.repeated headers.cheap block.pruned old.pruned',
    ),
    steps: 8,
    claims: { 'not-fooled': 'holds', 'payment-proven': 'reached', 'trick-refused': 'reached' },
    predictions: ask(
      'inner',
      3,
      4,
      guess('refused', true, 'proof.inner'),
      guess('root', false, 'proof.inner'),
      guess('taken', false, 'proof.inner'),
    ),
    source: '8',
    next: 'invalid-flood',
  },
];

/** By the server; and what comes of it where there is a vote. */
const ONE_COIN_TWICE =
  'send.T8 send.T8x show.Z.T8 show.Q.T8x compare vote.N1.T8 vote.N2.T8 count.Z vote.N3.T8x join.1 join.2 vote.Y count.Q';

/** Others than work that could say which payment came first. */
const otherOrders: readonly Scenario[] = [
  {
    id: 'why-not-a-server',
    params: { layout: 'why-not-a-server' },
    switches: ['orderer'],
    compare: { orderer: 'vote' },
    scheduler: scripted(ONE_COIN_TWICE),
    steps: 5,
    claims: { 'no-coin-twice': 'violated', 'goods-handed': 'reached', 'orderer-caught': 'reached' },
    predictions: ask(
      'second',
      3,
      4,
      guess('nothing', true, 'show.Q.T8x'),
      guess('spent', false, 'show.Q.T8x'),
      guess('signature', false, 'show.Q.T8x'),
    ),
    source: '2',
    next: 'block-and-mempool',
  },
  {
    id: 'proof-of-stake',
    params: { layout: 'proof-of-stake' },
    headings: 'long',
    switches: ['slashing', 'stake'],
    compare: { slashing: 'on' },
    scheduler: scripted('draw make.A.both sign.V1.both sign.V2.both sign.V3.both sign.A.Q'),
    steps: 6,
    claims: {
      'payment-stays': 'violated',
      'attack-costs': 'violated',
      accepted: 'reached',
      'signed-twice': 'reached',
    },
    predictions: ask(
      'both',
      2,
      3,
      guess('both', true, 'sign.V1.both'),
      guess('first', false, 'sign.V1.Z'),
      guess('none', false, ''),
    ),
    source: '4',
    next: 'why-not-a-server',
  },
];

export const scenarios: readonly Scenario[] = [...list, ...networkScenarios, ...otherOrders].map(
  (scenario) => {
    const found = goals[scenario.id];
    return found ? { ...scenario, goals: found } : scenario;
  },
);
