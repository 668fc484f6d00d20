// Every scenario, as data: settings, a default order of events, what it ends with, and one question each.

import type { Params, Prediction, PredictionOption, Scenario } from '../../contract/system.ts';
import { goals } from './goals.ts';
import { todayScenario } from './today/scenario.ts';

/** No run ends later than this. */
const STEPS = 1000;

const guess = (id: string, right: boolean, keys: string): PredictionOption => ({
  id,
  right,
  keys: keys === '' ? [] : keys.split(' '),
});
/** Asked after `at` steps; shown by the keys of the right guess, which the default run takes next. */
const ask = (id: string, at: number, ...options: readonly PredictionOption[]): readonly Prediction[] => [
  { id, at, shown: at + (options.find(({ right }) => right)?.keys.length ?? 0), options },
];

interface Told {
  readonly params: Params;
  readonly switches: string;
  readonly compare: Params;
  readonly keys: string;
  readonly claims: Scenario['claims'];
  readonly predictions: readonly Prediction[];
  readonly source: string;
  readonly next: string;
  readonly views?: readonly string[];
  readonly timed?: readonly string[];
}

const scenario = (id: string, { keys, switches, ...told }: Told): Scenario => ({
  id,
  scheduler: { kind: 'scripted', keys: keys.split(' '), otherwise: 'first' },
  steps: STEPS,
  switches: switches.split(' '),
  ...told,
  ...(goals[id] ? { goals: goals[id] } : {}),
});

/** The five steps of one operation, and its messages. */
const operation = (user: string, k: number, answer: string): string =>
  [
    `${user}.${k}.ask~${answer}`,
    `${user}.${k}.ask.show`,
    `${user}.check-signatures`,
    `${user}.check-own`,
    `${user}.build`,
    `${user}.sign`,
    `${user}.${k}.commit`,
  ].join(' ');

export const scenarios: readonly Scenario[] = [
  scenario('trapdoor', {
    params: { protocol: 'files', server: 'liar', sigCheck: 'off' },
    switches: 'sigCheck protocol server',
    compare: { sigCheck: 'on' },
    keys: 'A.0.ask~none B.0.ask~A1 C.0.ask~A1.alter.A1 C.1.ask~B1',
    claims: { authentic: 'violated', 'no-silent-harm': 'violated', detected: 'not reached' },
    predictions: ask(
      'altered',
      2,
      guess('runs', true, 'C.0.ask~A1.alter.A1'),
      guess('refuses', false, 'C.0.ask~A1.alter.A1'),
      guess('later', false, 'C.0.ask~A1.alter.A1 C.1.ask~B1'),
    ),
    views: ['lanes', 'tree'],
    source: '1',
    next: 'signed-files',
  }),
  scenario('signed-files', {
    params: { protocol: 'files', server: 'free' },
    switches: 'protocol server sigCheck',
    compare: { protocol: 'straw' },
    keys: 'A.0.ask~none B.0.ask~A1 C.0.ask~none C.1.ask~B1',
    claims: { authentic: 'holds', 'fresh-across': 'violated', 'no-silent-harm': 'violated' },
    predictions: ask(
      'old',
      2,
      guess('mixed', true, 'C.0.ask~none C.1.ask~B1'),
      guess('refused', false, 'C.0.ask~none'),
      guess('new', false, 'C.0.ask~A1 C.1.ask~B1'),
    ),
    views: ['tree', 'lanes'],
    source: '1',
    next: 'signed-log',
  }),
  scenario('signed-log', {
    params: { protocol: 'straw', grain: 'message' },
    switches: 'fetchLog grain server',
    compare: { fetchLog: 'off' },
    keys: [
      operation('A', 0, 'none'),
      operation('B', 0, 'A1'),
      operation('C', 0, 'B1'),
      operation('C', 1, 'C1'),
    ].join(' '),
    claims: { authentic: 'holds', 'fork-consistent': 'holds', 'own-op-kept': 'holds', forked: 'not reached' },
    predictions: ask(
      'covers',
      12,
      guess('all', true, 'B.sign'),
      guess('own', false, 'B.sign'),
      guess('file', false, 'B.sign'),
    ),
    views: ['lanes', 'log'],
    source: '3.1',
    next: 'drop-an-entry',
  }),
  scenario('drop-an-entry', {
    params: { protocol: 'straw', server: 'liar' },
    switches: 'sigCheck server',
    compare: { sigCheck: 'off' },
    keys: 'A.0.ask~none B.0.ask~A1 C.0.ask~B1.omit.A1',
    claims: { authentic: 'holds', detected: 'reached', 'no-silent-harm': 'holds' },
    predictions: ask(
      'whose',
      2,
      guess('b', true, 'C.0.ask~B1.omit.A1'),
      guess('none', false, 'C.0.ask~B1.omit.A1'),
      guess('a', false, 'C.0.ask~B1.omit.A1'),
    ),
    views: ['log', 'tree', 'lanes'],
    source: '3.1',
    next: 'rollback',
  }),
  scenario('rollback', {
    params: { protocol: 'straw', server: 'liar', work: 'turns', users: 2, maxOps: 3 },
    switches: 'ownCheck protocol server',
    compare: { ownCheck: 'off' },
    keys: 'A.0.ask~none B.0.ask~A1 A.1.ask~none',
    claims: { 'own-op-kept': 'holds', detected: 'reached', 'no-silent-harm': 'holds' },
    predictions: ask(
      'gone',
      2,
      guess('own', true, 'A.1.ask~none'),
      guess('signature', false, 'A.1.ask~none'),
      guess('nothing', false, 'A.1.ask~none'),
    ),
    views: ['tree', 'log', 'lanes'],
    source: '3.1',
    next: 'why-log-fetches',
  }),
  scenario('why-log-fetches', {
    params: { protocol: 'straw', server: 'free', fetchLog: 'off' },
    switches: 'fetchLog ownCheck server',
    compare: { fetchLog: 'on' },
    keys: 'A.0.ask~none B.0.ask~A1 C.0.ask~none C.1.ask~B1',
    claims: {
      authentic: 'holds',
      'fresh-across': 'violated',
      'fork-consistent': 'violated',
      detected: 'not reached',
    },
    predictions: ask(
      'second',
      3,
      guess('accepts', true, 'C.1.ask~B1'),
      guess('refuses', false, 'C.1.ask~B1'),
      guess('old', false, 'C.1.ask~none'),
    ),
    views: ['tree', 'log', 'lanes'],
    source: '3.1',
    next: 'fork',
  }),
  scenario('fork', {
    params: { protocol: 'serialized', server: 'free', work: 'turns', users: 3, maxOps: 5 },
    switches: 'protocol orderCheck server',
    compare: { server: 'honest' },
    keys: 'A.0.ask~none B.0.ask~A1 C.0.ask~A1+B1 A.1.ask~A1+B1+C1 C.1.ask~A1+B1+C1',
    claims: {
      'own-op-kept': 'holds',
      'no-merge': 'holds',
      'fork-consistent': 'holds',
      forked: 'reached',
      detected: 'not reached',
    },
    predictions: ask(
      'hidden',
      4,
      guess('signs', true, 'C.1.ask~A1+B1+C1'),
      guess('notices', false, 'C.1.ask~A1+B1+C1'),
      guess('waits', false, 'C.1.ask~A1+B1+C1'),
    ),
    views: ['tree', 'vectors', 'lanes'],
    source: '3.3',
    next: 'cannot-merge',
  }),
  scenario('cannot-merge', {
    params: { protocol: 'serialized', server: 'liar', work: 'turns', users: 2, maxOps: 4 },
    switches: 'orderCheck ownCheck protocol server',
    compare: { orderCheck: 'off' },
    keys: 'A.0.ask~none B.0.ask~A1 A.1.ask~A1 B.1.ask~A2+B1',
    claims: { 'no-merge': 'holds', forked: 'reached', detected: 'reached', 'no-silent-harm': 'holds' },
    predictions: ask(
      'merge',
      3,
      guess('refused', true, 'B.1.ask~A2+B1'),
      guess('merged', false, 'B.1.ask~A2+B1'),
      guess('signature', false, 'B.1.ask~A2+B1'),
    ),
    views: ['tree', 'vectors', 'lanes'],
    source: '3.3',
    next: 'out-of-band',
  }),
  scenario('out-of-band', {
    params: { protocol: 'serialized', server: 'free', work: 'turns', users: 2, maxOps: 5, talk: 'on' },
    switches: 'talk server protocol',
    compare: { server: 'honest' },
    keys: 'A.0.ask~none B.0.ask~A1 A.1.ask~A1 B.1.ask~A1+B1 A.tell A.tell.B B.join B.2.again~A2',
    claims: { forked: 'reached', detected: 'reached', 'fork-consistent': 'holds' },
    predictions: ask(
      'compare',
      4,
      guess('parted', true, 'A.tell A.tell.B'),
      guess('prefix', false, 'A.tell A.tell.B'),
      guess('server', false, 'A.tell'),
    ),
    views: ['tree', 'lanes'],
    source: '3.2',
    next: 'timestamp-box',
  }),
  scenario('timestamp-box', {
    params: { protocol: 'straw', server: 'liar', forge: 'none', work: 'turns', users: 2, maxOps: 3, box: 2 },
    switches: 'box boxCheck server',
    compare: { boxCheck: 'off' },
    keys: 'T.0.ask~none A.0.ask~T1 T.1.ask~A1 B.0.ask~T1 T.2.ask~T2 T.3.ask~T3 B.1.ask~B1',
    claims: { 'box-fresh': 'holds', 'box-at-limit': 'not reached', detected: 'reached', forked: 'reached' },
    predictions: ask(
      'age',
      6,
      guess('refuses', true, 'B.1.ask~B1'),
      guess('accepts', false, 'B.1.ask~B1'),
      guess('box', false, 'B.1.ask~B1'),
    ),
    views: ['tree', 'box', 'lanes'],
    source: '3.2',
    next: 'merkle-path',
  }),
  scenario('merkle-path', {
    params: { protocol: 'serialized', server: 'liar' },
    switches: 'protocol server sigCheck',
    compare: { server: 'honest' },
    keys: 'A.0.ask~none B.0.ask~A1 C.0.ask~A1+B1.alter.auth.py',
    claims: { authentic: 'holds', detected: 'reached', 'no-silent-harm': 'holds' },
    predictions: ask(
      'block',
      2,
      guess('handle', true, 'C.0.ask~A1+B1.alter.auth.py'),
      guess('signature', false, 'C.0.ask~A1+B1.alter.auth.py'),
      guess('nothing', false, 'C.0.ask~A1+B1.alter.auth.py'),
    ),
    views: ['merkle', 'tree', 'lanes', 'one-more'],
    timed: ['one-more'],
    source: '3.3.1',
    next: 'version-vectors',
  }),
  scenario('version-vectors', {
    params: { protocol: 'serialized', server: 'liar', forge: 'none', work: 'turns', users: 2, maxOps: 6 },
    switches: 'orderCheck ownCheck server',
    compare: { orderCheck: 'off' },
    keys: 'A.0.ask~none B.0.ask~A1 A.1.ask~A1+B1 A.2.ask~A2+B1 B.1.ask~A2+B1 B.2.ask~A3+B2',
    claims: { 'no-merge': 'holds', 'no-teleport': 'holds', forked: 'reached', detected: 'reached' },
    predictions: ask(
      'order',
      5,
      guess('neither', true, 'B.2.ask~A3+B2'),
      guess('newer', false, 'B.2.ask~A3+B2'),
      guess('own', false, 'B.2.ask~A3+B2'),
    ),
    views: ['vectors', 'tree', 'lanes'],
    source: '3.3.2',
    next: 'concurrent',
  }),
  scenario('concurrent', {
    params: { protocol: 'concurrent', grain: 'message', work: 'turns', users: 3, maxOps: 2 },
    switches: 'wait protocol server',
    compare: { wait: 'off' },
    keys:
      'A.0.ask~none C.0.ask~none&A1 A.0.ask.show A.check-signatures A.check-own A.build C.0.ask.show ' +
      'C.check-signatures C.check-own C.build C.sign C.0.commit A.sign A.0.commit C.wait',
    claims: { 'fork-consistent': 'holds', 'own-op-kept': 'holds', forked: 'not reached' },
    predictions: ask(
      'pending',
      12,
      guess('waits', true, 'A.sign A.0.commit C.wait'),
      guess('old', false, ''),
      guess('new', false, ''),
    ),
    views: ['pending', 'lanes'],
    source: '3.4',
    next: 'byzantine',
  }),
  scenario('byzantine', {
    params: { protocol: 'straw', server: 'liar', work: 'turns', users: 3, maxOps: 4 },
    switches: 'server protocol sigCheck helps removes',
    compare: { server: 'honest' },
    keys: 'A.0.ask~none B.0.ask~none C.0.ask~A1 B.1.ask~B1',
    claims: {
      authentic: 'holds',
      'fork-consistent': 'holds',
      'no-silent-harm': 'holds',
      forked: 'reached',
      detected: 'not reached',
    },
    predictions: ask(
      'best',
      1,
      guess('parts', true, 'B.0.ask~none'),
      guess('outvoted', false, 'B.0.ask~none'),
      guess('forges', false, 'B.0.ask~none.wrong-key.auth.py'),
    ),
    views: ['tree', 'lanes'],
    source: '2.2',
    next: 'today',
  }),
  todayScenario,
];
