// Every scenario, as data: settings, a default order of events, what it ends with, and one question each.

import type { Params, Prediction, PredictionOption, Scenario } from '../../contract/system.ts';
import { goals } from './goals.ts';
import { LINES, LINKS, LOG, STEPS } from './programs/steps.ts';

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
  /** Of the default run. */
  readonly steps: number;
  readonly switches: string;
  readonly compare: Params;
  /** What happens first, in this order of weight; a fault too. */
  readonly keys?: string;
  readonly claims: Scenario['claims'];
  readonly predictions: readonly Prediction[];
  readonly source: string;
  readonly next: string;
  /** What leads, before the lineage; what is timed stands after all. */
  readonly leads?: string;
  readonly timed?: readonly string[];
}

const scenario = (id: string, { keys, switches, leads, ...told }: Told): Scenario => ({
  id,
  scheduler:
    keys === undefined
      ? { kind: 'earliest' }
      : { kind: 'scripted', keys: keys.split(' '), otherwise: 'earliest' },
  switches: switches.split(' '),
  ...(goals[id] ? { goals: goals[id] } : {}),
  views: [...(leads ? [leads] : []), 'lineage', 'lanes', ...(told.timed ?? [])],
  ...told,
});

const STARTS = 'start:w0 start:w1 start:w2';
/** The tasks of a stage end, in their order. */
const endsOf = (stage: number, tasks: number): string =>
  Array.from({ length: tasks }, (_, task) => `end:${stage}.0.${task}`).join(' ');

export const scenarios: readonly Scenario[] = [
  scenario('lazy', {
    steps: 8,
    params: { program: STEPS.mining, input: LOG },
    switches: 'persist partitions program input',
    compare: { persist: 'none' },
    claims: { 'same-bytes': 'holds', 'cached-once': 'holds', answer: 'reached' },
    predictions: ask(
      'second',
      4,
      guess('kept', true, 'start:w0 start:w1 end:1.0.1'),
      guess('file', false, ''),
      guess('nothing', false, ''),
    ),
    source: '2.2.1',
    next: 'stages',
  }),
  scenario('persist', {
    steps: 12,
    params: { program: STEPS.thrice, input: LINES, persist: 'none' },
    switches: 'persist partitions program input',
    compare: { persist: 'as-written' },
    claims: { 'same-bytes': 'holds', 'same-result': 'holds', answer: 'reached' },
    predictions: ask(
      'second',
      4,
      guess('file', true, 'start:w0'),
      guess('kept', false, ''),
      guess('rest', false, ''),
    ),
    source: '3.2',
    next: 'pipeline',
  }),
  scenario('pipeline', {
    steps: 8,
    params: { program: STEPS.pipeline, input: LINES, partitions: 4 },
    switches: 'workers partitions program input',
    compare: { workers: 1 },
    claims: { 'same-bytes': 'holds', 'same-result': 'holds', answer: 'reached' },
    predictions: ask(
      'tasks',
      0,
      guess('four', true, 'start:w0'),
      guess('sixteen', false, ''),
      guess('two', false, ''),
    ),
    source: '5.1',
    next: 'stages',
  }),
  scenario('stages', {
    steps: 12,
    params: { program: STEPS.words, input: LINES, partitions: 4 },
    switches: 'partitions reducers workers program',
    compare: { reducers: 1 },
    claims: { 'same-bytes': 'holds', 'same-result': 'holds', answer: 'reached' },
    predictions: ask(
      'may-start',
      5,
      guess('map', true, 'start:w0'),
      guess('reduce', false, ''),
      guess('waits', false, ''),
    ),
    source: '5.1',
    next: 'narrow-crash',
  }),
  scenario('narrow-crash', {
    steps: 26,
    params: { program: STEPS.mining, input: LOG, workers: 3, partitions: 6, kills: 1 },
    keys: `${STARTS} ${endsOf(0, 6)} kill:w1`,
    switches: 'persist notice workers program',
    compare: { persist: 'none' },
    claims: { 'same-result': 'holds', 'cached-once': 'holds', 'made-again': 'reached', answer: 'reached' },
    predictions: ask(
      'lost',
      16,
      guess(
        'own',
        true,
        'end:1.0.2 start:w2 end:1.0.0 start:w0 end:1.0.5 start:w2 end:1.0.3 start:w0 end:1.0.1',
      ),
      guess('all', false, ''),
      guess('none', false, ''),
    ),
    source: '3.2',
    next: 'wide-crash',
  }),
  scenario('wide-crash', {
    steps: 34,
    params: { program: STEPS.ranking, input: LINES, workers: 3, partitions: 3, reducers: 3, kills: 1 },
    keys: `${STARTS} ${endsOf(0, 3)} ${endsOf(1, 3)} ${endsOf(3, 3)} kill:w1`,
    switches: 'checkpointEvery notice workers program',
    compare: { checkpointEvery: 1 },
    claims: { 'same-result': 'holds', 'made-again': 'reached', answer: 'reached' },
    predictions: ask(
      'back',
      22,
      guess('both', true, 'fetch-fail:4.0.0 start:w0 fetch-fail:4.0.2 end:2.1.1 start:w0 end:3.1.1'),
      guess('last', false, ''),
      guess('all', false, ''),
    ),
    source: '5.4',
    next: 'pagerank',
  }),
  scenario('memory-loss', {
    steps: 24,
    params: { program: STEPS.counted, input: LINES, workers: 3, partitions: 3, reducers: 3, kills: 1 },
    keys: `${STARTS} ${endsOf(0, 3)} ${endsOf(1, 3)} kill:w1`,
    switches: 'persist notice workers program',
    compare: { persist: 'none' },
    claims: { 'same-bytes': 'holds', 'same-result': 'holds', 'made-again': 'reached', answer: 'reached' },
    predictions: ask(
      'bytes',
      16,
      guess(
        'same',
        true,
        'end:3.0.2 start:w2 end:3.0.0 fetch-fail:3.0.1 start:w0 end:2.0.1 start:w0 end:3.1.1',
      ),
      guess('order', false, ''),
      guess('none', false, ''),
    ),
    source: '3.2',
    next: 'persist-vs-checkpoint',
  }),
  scenario('persist-vs-checkpoint', {
    steps: 26,
    params: {
      program: STEPS.counted,
      input: LINES,
      workers: 3,
      partitions: 3,
      reducers: 3,
      kills: 1,
      checkpointEvery: 1,
    },
    keys: `${STARTS} ${endsOf(0, 3)} ${endsOf(1, 3)} ${endsOf(3, 3)} kill:w1`,
    switches: 'checkpointEvery persist notice program',
    compare: { checkpointEvery: 0 },
    claims: { 'same-result': 'holds', 'cut-at-checkpoint': 'holds', answer: 'reached' },
    predictions: ask(
      'from',
      22,
      guess('storage', true, 'end:4.0.2 start:w2 end:4.0.0 end:4.0.1'),
      guess('files', false, ''),
      guess('copy', false, ''),
    ),
    source: '5.4',
    next: 'eviction',
  }),
  scenario('eviction', {
    steps: 12,
    params: { program: STEPS.room, input: LINES, memory: 1 },
    switches: 'memory persist program input',
    compare: { persist: 'memory-and-disk' },
    claims: { 'cached-once': 'holds', 'same-result': 'holds', 'made-again': 'reached', answer: 'reached' },
    predictions: ask(
      'third',
      6,
      guess('input', true, 'end:1.0.1 end:1.0.0 start:w0 start:w1 end:2.0.1'),
      guess('memory', false, ''),
      guess('loud', false, ''),
    ),
    source: '5.3',
    next: 'pagerank',
  }),
  scenario('pagerank', {
    steps: 70,
    params: { program: STEPS.pagerank, input: LINKS, partitions: 2, reducers: 3, workers: 3 },
    switches: 'persist reducers workers program',
    compare: { persist: 'none' },
    claims: { 'same-result': 'holds', 'cached-once': 'holds', answer: 'reached' },
    predictions: ask(
      'round',
      10,
      guess('memory', true, 'start:w0 start:w1 start:w2 end:2.0.1'),
      guess('input', false, ''),
      guess('shuffled', false, ''),
    ),
    source: '3.2.2',
    next: 'co-partitioned',
    timed: ['rounds'],
  }),
  scenario('co-partitioned', {
    steps: 22,
    params: { program: STEPS.alike, input: LINKS, partitions: 2, reducers: 3, workers: 3 },
    switches: 'reducers persist workers program',
    compare: { reducers: 2 },
    claims: { 'same-result': 'holds', 'cached-once': 'holds', answer: 'reached' },
    predictions: ask(
      'join',
      10,
      guess('narrow', true, 'start:w0 start:w1 start:w2 end:2.0.1'),
      guess('ranks', false, ''),
      guess('both', false, ''),
    ),
    source: '3.2.2',
    next: 'checkpoint-interval',
    timed: ['rounds'],
  }),
  scenario('checkpoint-interval', {
    steps: 50,
    params: {
      program: STEPS.interval,
      input: LINKS,
      workers: 3,
      partitions: 2,
      reducers: 2,
      kills: 1,
      checkpointEvery: 2,
    },
    keys: `${STARTS} ${[0, 1, 2, 3, 7, 9].map((stage) => endsOf(stage, 2)).join(' ')} kill:w1`,
    switches: 'checkpointEvery workers deathEvery program',
    compare: { checkpointEvery: 0 },
    claims: {
      'same-result': 'holds',
      'cut-at-checkpoint': 'holds',
      'made-again': 'reached',
      answer: 'reached',
    },
    predictions: ask(
      'from',
      27,
      guess(
        'checkpoint',
        true,
        'start:w2 fetch-fail:10.0.1 start:w2 fetch-fail:10.0.0 end:8.0.1 start:w0 end:9.1.1 start:w0 start:w2 end:10.1.1',
      ),
      guess('input', false, ''),
      guess('round', false, ''),
    ),
    source: '5.4',
    next: 'straggler',
    leads: 'findings',
  }),
  scenario('straggler', {
    steps: 14,
    params: { program: STEPS.words, input: LINES, partitions: 4, workers: 3, kills: 1, speculation: 'on' },
    keys: `${STARTS} delay:0.0.0 end:0.0.1 end:0.0.2 end:0.0.3 copy:0.0.0.c end:0.0.0.c`,
    switches: 'speculation partitions workers program',
    compare: { speculation: 'off' },
    claims: { 'same-bytes': 'holds', 'same-result': 'holds', answer: 'reached' },
    predictions: ask(
      'first',
      9,
      guess('copy', true, 'end:0.0.0.c'),
      guess('original', false, 'end:0.0.0'),
      guess('both', false, ''),
    ),
    source: '5.1',
    next: 'playground',
  }),
  scenario('playground', {
    steps: 24,
    params: { program: STEPS.ranking, input: LINES, workers: 3, partitions: 3, reducers: 3, kills: 1 },
    switches: 'example program input workers partitions',
    compare: { workers: 2 },
    claims: { 'same-result': 'holds', answer: 'reached' },
    predictions: [],
    source: '2.2',
    next: 'lazy',
  }),
];
