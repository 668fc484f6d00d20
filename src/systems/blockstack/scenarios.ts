// The scenarios: which play, in which order, what they end with and what they ask.

import { never, reach } from '../../contract/goals.ts';
import type { Prediction, Scenario } from '../../contract/system.ts';
import type { SchedulerSpec } from '../../kernel/scheduler.ts';

const scripted = (keys: string): SchedulerSpec => ({
  kind: 'scripted',
  keys: keys.split(' '),
  otherwise: 'manual',
});

/** The right option first; all are run by the same keys: what is asked is what comes of them. */
const ask = (id: string, at: number, keys: string, ...options: readonly string[]): readonly Prediction[] => {
  const list = keys.split(' ');
  return [
    {
      id,
      at,
      shown: at + list.length,
      options: options.map((option, i) => ({ id: option, right: i === 0, keys: list })),
    },
  ];
};

const KEPT = { 'no-theft': 'holds', 'no-grief': 'holds', 'no-late-register': 'holds' } as const;
/** Those of five trials last: the others are there without them. */
const TESTS = ['email', 'key', 'contacts', 'names', 'petnames']
  .flatMap((naming) =>
    ['unique', 'readable', 'decentralised', 'distinct', 'told'].map((trial) => `${naming}.${trial}`),
  )
  .join(' ');
const blocks = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `block.${from + i}`).join(' ');

export const scenarios: readonly Scenario[] = [
  {
    id: 'zooko',
    params: { layout: 'zooko' },
    views: ['lanes', 'triangle'],
    switches: ['consensusCheck', 'trials'],
    compare: { consensusCheck: 'off' },
    scheduler: scripted(TESTS),
    steps: 12,
    claims: { 'two-of-three': 'holds', 'all-three': 'reached' },
    predictions: ask('third', 11, 'names.decentralised', 'kept', 'moved', 'lost'),
    source: '20.4',
    next: 'first-wins',
    goals: [
      reach('three', {}, 'all-three', 'reached', 'names.unique names.readable names.decentralised'),
      never('believe', { consensusCheck: 'off' }, 'all-three', 'reached', 12),
    ],
  },
  {
    id: 'first-wins',
    params: { layout: 'race', register: 'one-step' },
    views: ['lanes', 'miner'],
    switches: ['register'],
    compare: { register: 'bns' },
    // Where there are preorders: V's first.
    scheduler: scripted('send.RV send.RT mine.RV mine.RT send.PV mine.PV'),
    steps: 4,
    claims: {
      'no-theft': 'holds',
      'no-grief': 'holds',
      'no-late-register': 'does not apply',
      'name-owned': 'reached',
      'fee-lost': 'reached',
    },
    predictions: ask('second', 3, 'mine.RT', 'ignored', 'shared', 'fork'),
    source: '20.5',
    next: 'preorder',
    goals: [
      reach('front', {}, 'no-theft', 'violated', 'send.RV send.RT mine.RT'),
      reach('both', {}, 'no-grief', 'violated', 'send.RV send.RT mine.RV-RT'),
    ],
  },
  {
    id: 'preorder',
    params: { layout: 'race' },
    views: ['lanes', 'miner'],
    switches: ['register', 'reveal', 'unique'],
    compare: { unique: 'off' },
    scheduler: scripted('send.PV send.CT mine.CT-PV send.RV mine.RV'),
    steps: 5,
    claims: { ...KEPT, 'no-grief': 'violated', 'name-owned': 'not reached', 'fee-lost': 'not reached' },
    predictions: ask('copy', 2, 'mine.CT-PV send.RV mine.RV', 'kept-out', 'stolen', 'nothing'),
    source: '20.8',
    next: 'salt',
    goals: [
      reach('steal', {}, 'no-theft', 'violated', 'send.PV mine.PV send.RV send.PT mine.PT send.RT mine.RT'),
      never('careful', { reveal: 'accepted', delay: '0' }, 'no-theft', 'violated', 20),
      reach(
        'guess',
        { register: 'hash', reveal: 'accepted', dictionary: 'on' },
        'no-theft',
        'violated',
        'send.PV send.CT mine.CT send.RT mine.RT',
      ),
      reach(
        'salt',
        { reveal: 'accepted', delay: '0', dictionary: 'on', salt: 'reused' },
        'no-theft',
        'violated',
        'send.PV send.PT mine.PT send.RT mine.RT',
      ),
      reach(
        'late',
        { preorderLife: 3, expiryBug: 'on' },
        'no-late-register',
        'violated',
        'send.PV mine.PV mine.empty mine.empty mine.empty send.RV mine.RV',
      ),
    ],
  },
  {
    id: 'salt',
    params: { layout: 'race', reveal: 'accepted', delay: '0', dictionary: 'on', salt: 'reused' },
    views: ['lanes', 'miner'],
    switches: ['salt', 'dictionary', 'reveal'],
    compare: { salt: 'fresh' },
    scheduler: scripted('send.PV send.PT mine.PT send.RT mine.RT mine.PV send.RV mine.RV'),
    steps: 6,
    claims: { ...KEPT, 'no-theft': 'violated', 'name-owned': 'not reached', 'fee-lost': 'reached' },
    predictions: ask('reused', 1, 'send.PT mine.PT send.RT mine.RT', 'stolen', 'hidden', 'griefed'),
    source: '20.8',
    next: 'fees',
    goals: [
      never('fresh', { salt: 'fresh' }, 'no-theft', 'violated', 20),
      reach(
        'none',
        { salt: 'fresh', register: 'hash' },
        'no-theft',
        'violated',
        'send.PV send.CT mine.CT send.RT mine.RT',
      ),
    ],
  },
  {
    id: 'fees',
    params: { layout: 'race', reveal: 'accepted', delay: '1' },
    views: ['lanes', 'miner'],
    switches: ['name', 'order'],
    compare: { name: 'd4v3' },
    // Where fees count they are bid; in one step both registers race.
    scheduler: scripted(
      'send.PV mine.PV send.RV send.PT bump.T bump.V mine.RV-PT mine.PT-RV send.RT mine.RV mine.RT',
    ),
    steps: 5,
    claims: { ...KEPT, 'name-owned': 'reached', 'fee-lost': 'reached' },
    predictions: ask('loser', 4, 'mine.RV-PT', 'gone', 'back', 'free'),
    source: '20.8',
    next: 'squatting',
    goals: [
      reach('won', {}, 'name-owned', 'reached', 'send.PV mine.PV send.RV mine.RV'),
      reach(
        'outbid',
        { register: 'one-step', order: 'fee' },
        'no-theft',
        'violated',
        'send.RV send.RT bump.T mine.RT',
      ),
      never('bid', { order: 'fee' }, 'no-theft', 'violated', 20),
    ],
  },
  {
    id: 'squatting',
    params: { layout: 'squat' },
    views: ['lanes', 'squat'],
    switches: ['price', 'creator'],
    compare: { price: 'length' },
    scheduler: scripted(
      'import.dave ready squat.dave squat.dv squat.d4v3 squat.daves-cafe want.dv expire want.dave',
    ),
    steps: 8,
    claims: { 'no-squatting': 'violated', 'name-let-go': 'not reached' },
    predictions: ask('renew', 5, 'expire', 'all', 'none', 'half'),
    source: '20.5',
    next: 'consensus-hash',
    goals: [
      reach('hold', { price: 'length' }, 'no-squatting', 'violated', 'squat.dave want.dave'),
      reach('free', { price: 'length' }, 'name-let-go', 'reached', 'squat.dave expire'),
      reach('keep', { creator: 'keeps' }, 'no-squatting', 'violated', 'import.dave ready want.dave'),
    ],
  },
  {
    id: 'consensus-hash',
    params: { layout: 'nodes', sameBlock: 'on' },
    views: ['lanes', 'hashes'],
    switches: ['sameBlock', 'client', 'eclipsed', 'unique', 'consensusCheck', 'expiryBug'],
    compare: { sameBlock: 'off' },
    scheduler: scripted(`${blocks(1, 12)} check.honest check.changed check.owner`),
    steps: 14,
    claims: {
      'same-hash-same-names': 'holds',
      'nodes-agree': 'violated',
      'old-op-proven': 'reached',
      'lie-refused': 'reached',
    },
    predictions: ask('rejoin', 6, blocks(7, 12), 'never', 'next', 'names'),
    source: '20.9',
    next: 'history',
    goals: [
      reach('part', { sameBlock: 'off', unique: 'off' }, 'nodes-agree', 'violated', blocks(1, 4)),
      never('same', { sameBlock: 'off' }, 'nodes-agree', 'violated', 14),
      never('late', { sameBlock: 'off', eclipsed: 'late' }, 'nodes-agree', 'violated', 15),
      reach('forged', { sameBlock: 'off', eclipsed: 'forged' }, 'nodes-agree', 'violated', blocks(1, 3)),
    ],
  },
  {
    id: 'history',
    params: { layout: 'owner' },
    views: ['lanes', 'history'],
    switches: ['stolen', 'withheld', 'ledger'],
    compare: { stolen: 'off' },
    scheduler: scripted(
      'register update fetch.old fetch.changed fetch.right steal revoke checkpoint show.right show.changed',
    ),
    steps: 7,
    claims: { 'zone-hash': 'holds', 'owner-in-charge': 'violated', 'wrong-file-refused': 'reached' },
    predictions: ask('stolen', 6, 'revoke', 'nothing', 'revoked', 'back'),
    source: '20.9',
    next: 'access',
    goals: [
      reach('take', {}, 'owner-in-charge', 'violated', 'register steal'),
      never('file', {}, 'zone-hash', 'violated', 8),
    ],
  },
  {
    id: 'access',
    params: { layout: 'access' },
    views: ['lanes'],
    switches: ['rekey'],
    compare: { rekey: 'off' },
    scheduler: scripted('write read.B.1 read.C.1 read.T.1 remove read.C.2 kept.C.2 forged.B.2'),
    steps: 8,
    claims: { 'only-readers': 'holds', 'signed-by-name': 'holds', 'reader-removed': 'reached' },
    predictions: ask('kept', 6, 'kept.C.2', 'nothing', 'all', 'half'),
    source: '20.9',
    next: 'zooko',
    goals: [
      never('never', {}, 'only-readers', 'violated', 12),
      reach('leak', { rekey: 'off' }, 'only-readers', 'violated', 'write remove kept.C.2'),
    ],
  },
];
