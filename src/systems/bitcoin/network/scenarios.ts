// The scenarios on the step-through network, as data.

import { never, reach } from '../../../contract/goals.ts';
import type { Prediction, PredictionOption, Scenario } from '../../../contract/system.ts';

const guess = (id: string, right: boolean, keys: string): PredictionOption => ({
  id,
  right,
  keys: keys === '' ? [] : keys.split(' '),
});
const ask = (
  id: string,
  at: number,
  options: readonly PredictionOption[],
  under?: Prediction['under'],
): Prediction => ({ id, at, shown: at + 1, options, ...(under ? { under } : {}) });
const scripted = (keys: string): Scenario['scheduler'] => ({
  kind: 'scripted',
  keys: keys.split(' '),
  otherwise: 'manual',
});

const TWO_AT_ONCE = 'A.find.1 H.find.1 inv.A1.A>M inv.H1.H>M H.find.2 inv.H2.H>M inv.H2.H>A';
/** A tells all but M of Q, and H's block has it. */
const RACE = 'A.pay tx.Z.A>M A.double tx.Q.A>H H.find.1 inv.H1.H>M';
const RACING = { attack: 'race', nodes: 3, z: 0, attackerFinds: 0 };
/** A block with Q in it, found before A pays, and told after. */
const FINNEY = 'A.double A.find.1 A.pay tx.Z.A>M inv.A1.A>M';
const FINNEYS = { attack: 'finney', nodes: 3, z: 0, attackerFinds: 1, honestFinds: 0 };
const TAKEN_BACK = 'A.pay tx.Z.A>M M.find.1 A.double A.find.1 A.find.2 inv.A2.A>M';
const MAJORITY =
  'A.pay tx.Z.A>M M.find.1 M.find.2 M.find.3 A.double A.find.1 A.find.2 A.find.3 A.find.4 inv.A4.A>M';
const SPLIT =
  'cut:halves cut:eclipse A.pay tx.Z.A>M tx.Z.M>H H.find.1 inv.H1.H>M B.find.1 B.find.2 inv.B2.B>C heal:halves heal:eclipse inv.B2.B>M inv.B2.B>H inv.B2.B>A';

const CHOOSING =
  'A.pay.t1 A.pay.t2 A.pay.t3 tx.t1.A>H tx.t2.A>H tx.t3.A>H H.renew A.pay.t4 tx.t4.A>H H.find.1 inv.H1.H>M inv.H1.H>B tx.t1.A>B B.renew B.find.1 inv.B1.B>M inv.B1.B>H';
const TIGHTER =
  'A.pay.t1 A.pay.t2 tx.t2.A>H A.renew A.find.1 inv.A1.A>M inv.A1.A>H inv.A1.A>B H.renew H.find.1 inv.H1.H>A inv.H1.H>M inv.H1.H>B B.find.1 inv.B1.B>A inv.B1.B>M inv.B1.B>H';
const LOOSER =
  'A.pay.t1 A.pay.t2 tx.t1.A>H tx.t2.A>H H.renew H.find.1 inv.H1.H>A inv.H1.H>M inv.H1.H>B A.renew A.find.1 inv.A1.A>M inv.A1.A>H A.find.2 inv.A2.A>M inv.A2.A>H';
const OVERFLOWN =
  'A.overflow tx.V.A>M tx.V.A>H A.find.1 inv.A1.A>M inv.A1.A>H inv.A1.A>B H.find.1 inv.H1.H>M inv.H1.H>B B.find.1 inv.B1.B>M inv.B1.B>A inv.B1.B>H';

const VIEWS = ['blocks', 'lanes', 'nodes', 'explorer'];

export const networkScenarios: readonly Scenario[] = [
  {
    id: 'fork',
    params: { layout: 'network', nodes: 3, payments: 'off', attackerFinds: 1, honestFinds: 2 },
    views: VIEWS,
    switches: ['honestFinds', 'attackerFinds', 'nodes', 'stamps', 'grain'],
    compare: { honestFinds: 1 },
    scheduler: scripted(TWO_AT_ONCE),
    steps: 7,
    claims: { 'most-work': 'holds', fork: 'reached', reorg: 'reached' },
    predictions: [
      ask('alike', 3, [
        guess('keeps', true, 'inv.H1.H>M'),
        guess('newer', false, 'inv.H1.H>M'),
        guess('both', false, 'inv.H1.H>M'),
      ]),
    ],
    source: '5',
    next: 'double-spend',
    goals: [
      reach('reorg', {}, 'reorg', 'reached', 'H.find.1 A.find.1 H.find.2 inv.H2.H>A'),
      never('alike', { honestFinds: 1 }, 'reorg', 'reached', 40),
    ],
  },
  {
    id: 'double-spend',
    params: { layout: 'network' },
    views: VIEWS,
    switches: ['z', 'attackerFinds', 'honestFinds', 'share', 'nodes', 'grain', 'attack'],
    compare: { attackerFinds: 1 },
    // What follows is possible from three nodes on: how the race and Finney's attack go, where these are set.
    scheduler: scripted(`${TAKEN_BACK} tx.Q.A>H H.find.1 inv.H1.H>M inv.A1.A>H inv.A1.H>M`),
    steps: 7,
    claims: {
      'no-coin-twice': 'holds',
      'payment-stays': 'violated',
      fork: 'reached',
      reorg: 'reached',
      accepted: 'reached',
    },
    predictions: [
      ask('longer', 6, [
        guess('leaves', true, 'inv.A2.A>M'),
        guess('keeps', false, 'inv.A2.A>M'),
        guess('refuses', false, 'inv.A2.A>M'),
      ]),
      ask(
        'race',
        5,
        [
          guess('leaves', true, 'inv.H1.H>M'),
          guess('keeps', false, 'inv.H1.H>M'),
          guess('both', false, 'inv.H1.H>M'),
        ],
        RACING,
      ),
      ask(
        'finney',
        3,
        [guess('nothing', true, 'tx.Z.A>M'), guess('coin', false, 'tx.Z.A>M'), guess('late', false, '')],
        FINNEYS,
      ),
    ],
    source: '11',
    next: 'majority',
    goals: [
      reach(
        'zero',
        { z: 0, attackerFinds: 1, honestFinds: 0 },
        'payment-stays',
        'violated',
        'A.pay tx.Z.A>M A.double A.find.1 inv.A1.A>M',
      ),
      reach('back', {}, 'payment-stays', 'violated', TAKEN_BACK),
      never('equal', { attackerFinds: 1 }, 'payment-stays', 'violated', 40),
      reach('race', RACING, 'payment-stays', 'violated', RACE),
      reach('finney', FINNEYS, 'payment-stays', 'violated', FINNEY),
      never('waits', { ...RACING, z: 1 }, 'payment-stays', 'violated', 40),
    ],
  },
  {
    id: 'majority',
    params: { layout: 'network', z: 3, share: 51, attackerFinds: 4, honestFinds: 3 },
    views: VIEWS,
    switches: ['share', 'z', 'attackerFinds', 'honestFinds'],
    compare: { attackerFinds: 3 },
    scheduler: scripted(MAJORITY),
    steps: 11,
    claims: { 'payment-stays': 'violated', reorg: 'reached', accepted: 'reached' },
    predictions: [
      ask('deep', 10, [
        guess('gone', true, 'inv.A4.A>M'),
        guess('safe', false, 'inv.A4.A>M'),
        guess('half', false, 'inv.A4.A>M'),
      ]),
    ],
    source: '11',
    next: 'partition',
    goals: [reach('deep', {}, 'payment-stays', 'violated', MAJORITY)],
  },
  {
    id: 'partition',
    params: { layout: 'network', nodes: 5, partition: 'on', attackerFinds: 0, honestFinds: 2 },
    views: VIEWS,
    switches: ['partition', 'honestFinds', 'z', 'nodes'],
    compare: { honestFinds: 1 },
    scheduler: scripted(SPLIT),
    steps: 13,
    claims: {
      'most-work': 'holds',
      'payment-stays': 'holds',
      fork: 'reached',
      reorg: 'reached',
      accepted: 'reached',
    },
    predictions: [
      ask('heal', 10, [
        guess('shorter', true, 'inv.B2.B>M'),
        guess('merge', false, 'inv.B2.B>M'),
        guess('first', false, 'inv.B2.B>M'),
      ]),
    ],
    source: '5',
    next: 'soft-fork',
    goals: [reach('undone', { honestFinds: 2 }, 'reorg', 'reached', 'H.find.1 B.find.1 B.find.2 inv.B2.B>H')],
  },
  {
    id: 'chain-growth',
    params: { layout: 'network', nodes: 4, payments: 'off', attackerFinds: 4, honestFinds: 4, share: 25 },
    views: VIEWS,
    switches: ['nodes', 'honestFinds', 'attackerFinds', 'grain', 'loss'],
    compare: { grain: 'message' },
    scheduler: { kind: 'earliest' },
    steps: 120,
    claims: { 'most-work': 'holds', supply: 'holds', signatures: 'holds' },
    predictions: [
      ask('when', 0, [
        guess('chance', true, 'A.find.1'),
        guess('clock', false, ''),
        guess('turns', false, ''),
      ]),
    ],
    source: '4',
    next: 'fork',
    goals: [
      reach('fork', {}, 'fork', 'reached', 'A.find.1 H.find.1'),
      reach('left', {}, 'reorg', 'reached', 'A.find.1 H.find.1 H.find.2 inv.H2.H>A'),
    ],
  },
  {
    id: 'block-and-mempool',
    params: { layout: 'network', nodes: 4, payments: 'many', attackerFinds: 0, honestFinds: 2 },
    views: VIEWS,
    switches: ['limit', 'honestFinds', 'nodes'],
    compare: { limit: 1200 },
    scheduler: scripted(CHOOSING),
    steps: 18,
    claims: { supply: 'holds', 'set-aside': 'reached', 'all-in': 'not reached' },
    predictions: [
      ask('room', 6, [
        guess('fee', true, 'H.renew'),
        guess('first', false, 'H.renew'),
        guess('wait', false, ''),
      ]),
    ],
    source: '5',
    next: 'chain-growth',
    goals: [
      reach(
        'all',
        {},
        'all-in',
        'reached',
        'A.pay.t1 A.pay.t2 A.pay.t3 A.pay.t4 tx.t1.A>H tx.t2.A>H tx.t3.A>H tx.t4.A>H H.renew H.find.1 H.find.2 inv.H2.H>M',
      ),
      reach(
        'aside',
        { limit: 1200 },
        'set-aside',
        'reached',
        'A.pay.t1 A.pay.t2 tx.t1.A>H H.renew tx.t2.A>H',
      ),
    ],
  },
  {
    id: 'soft-fork',
    params: {
      layout: 'network',
      nodes: 4,
      payments: 'many',
      rules: 'tighter',
      attackerFinds: 1,
      honestFinds: 1,
    },
    views: VIEWS,
    switches: ['upgraded', 'rules', 'limit', 'honestFinds', 'attackerFinds'],
    compare: { upgraded: 1 },
    scheduler: scripted(TIGHTER),
    steps: 17,
    claims: { 'most-work': 'holds', reorg: 'reached', contested: 'reached', apart: 'not reached' },
    predictions: [
      ask('longer', 14, [
        guess('leaves', true, 'inv.B1.B>A'),
        guess('keeps', false, 'inv.B1.B>A'),
        guess('refuses', false, 'inv.B1.B>A'),
      ]),
    ],
    source: '5',
    next: 'hard-fork',
    goals: [
      reach('refused', {}, 'contested', 'reached', 'A.pay.t1 A.pay.t2 A.renew A.find.1'),
      never('apart', {}, 'apart', 'reached', 40),
    ],
  },
  {
    id: 'hard-fork',
    params: { layout: 'network', nodes: 4, payments: 'many', rules: 'apart', limit: 400, honestFinds: 1 },
    views: VIEWS,
    switches: ['rules', 'upgraded', 'limit', 'honestFinds', 'attackerFinds'],
    compare: { rules: 'looser' },
    scheduler: scripted(LOOSER),
    steps: 16,
    claims: { 'no-coin-twice': 'holds', contested: 'reached', apart: 'reached', replayed: 'reached' },
    predictions: [
      ask('longer', 15, [
        guess('refuses', true, 'inv.A2.A>H'),
        guess('follows', false, 'inv.A2.A>H'),
        guess('both', false, 'inv.A2.A>H'),
      ]),
    ],
    source: '5',
    next: 'bugs-and-versions',
    goals: [
      reach(
        'apart',
        {},
        'apart',
        'reached',
        'A.pay.t1 A.pay.t2 tx.t1.A>H tx.t2.A>H H.renew H.find.1 A.find.1',
      ),
      reach(
        'replay',
        {},
        'replayed',
        'reached',
        'A.pay.t1 A.pay.t2 tx.t1.A>H tx.t2.A>H H.renew H.find.1 A.renew A.find.1',
      ),
      never('looser', { rules: 'looser' }, 'apart', 'reached', 40),
    ],
  },
  {
    id: 'bugs-and-versions',
    params: {
      layout: 'network',
      nodes: 4,
      payments: 'off',
      rules: 'overflow',
      attackerFinds: 1,
      honestFinds: 1,
    },
    views: VIEWS,
    switches: ['upgraded', 'rules', 'honestFinds', 'attackerFinds', 'nodes'],
    compare: { upgraded: 1 },
    scheduler: scripted(OVERFLOWN),
    steps: 14,
    claims: { supply: 'violated', reorg: 'reached', contested: 'reached', apart: 'not reached' },
    predictions: [
      ask('healed', 11, [
        guess('leaves', true, 'inv.B1.B>M'),
        guess('keeps', false, 'inv.B1.B>M'),
        guess('asks', false, ''),
      ]),
    ],
    source: '5',
    next: 'proof-of-stake',
    goals: [
      reach('coins', {}, 'supply', 'violated', 'A.overflow A.find.1'),
      never('mended', { upgraded: 4 }, 'supply', 'violated', 40),
    ],
  },
];
