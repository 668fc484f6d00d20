// Where the lecture notes say something looser than the rules: section of each, and the run that shows the difference, as
// settings and choices. A test plays every one and checks what it is said to show.

import type { Correction } from '../../contract/loading.ts';

const keys = (text: string): readonly string[] => text.split(' ');

export const corrections: readonly Correction[] = [
  {
    id: 'target',
    scenario: 'retarget',
    notes: '19.6',
    paper: '4',
    params: {},
    choices: keys('0.same 1.double 2.same'),
    step: 2,
    shows: ['power-changed', 'reached'],
  },
  {
    id: 'lying-clock',
    scenario: 'timestamps',
    notes: '19.6',
    paper: '7',
    params: {},
    choices: keys('1.honest 11.too-old 11.honest 12.too-new'),
    step: 2,
    shows: ['lie-refused', 'reached'],
  },
  {
    id: 'most-work',
    scenario: 'history',
    notes: '19.8',
    paper: '5',
    params: { minimumWork: 'off' },
    choices: keys('headers.true headers.cheap'),
    step: 2,
    shows: ['not-fooled', 'holds'],
  },
  {
    id: 'six-blocks',
    scenario: 'double-spend',
    notes: '19.8',
    paper: '11',
    params: { z: 6, attackerFinds: 7, honestFinds: 6 },
    choices: [
      ...keys('A.pay tx.Z.A>M M.find.1 M.find.2 M.find.3 M.find.4 M.find.5 M.find.6 A.double'),
      ...keys('A.find.1 A.find.2 A.find.3 A.find.4 A.find.5 A.find.6 A.find.7 inv.A7.A>M'),
    ],
    step: 17,
    shows: ['payment-stays', 'violated'],
  },
  {
    id: 'subsidy',
    scenario: 'incentives',
    notes: '19.9',
    paper: '6',
    params: {},
    choices: keys('1.same 2.same 3.same 4.same 5.same'),
    step: 5,
    shows: ['supply-capped', 'holds'],
  },
  {
    id: 'changed-set',
    scenario: 'block-and-mempool',
    notes: '19.7',
    paper: '5',
    params: {},
    choices: keys('A.pay.t1 A.pay.t2 tx.t1.A>H H.renew tx.t2.A>H H.renew'),
    step: 6,
    shows: ['set-aside', 'reached'],
  },
  {
    id: 'soft-fork',
    scenario: 'soft-fork',
    notes: '19.10',
    paper: '5',
    params: {},
    choices: keys('A.pay.t1 A.pay.t2 A.renew A.find.1 inv.A1.A>M inv.A1.A>H'),
    step: 6,
    shows: ['contested', 'reached'],
  },
];
