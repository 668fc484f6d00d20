// Every scenario, as data: settings, a default order of events, what it ends with, and one question each.

import type { Params, Prediction, PredictionOption, Scenario } from '../../contract/system.ts';
import { LINES, LOG, STEPS } from './programs/steps.ts';

/** No run ends later than this. */
const MOST_STEPS = 1000;

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
  /** What happens first, in this order of weight; a fault too. */
  readonly keys?: string;
  readonly claims: Scenario['claims'];
  readonly predictions: readonly Prediction[];
  readonly source: string;
  readonly next: string;
}

const scenario = (id: string, { keys, switches, ...told }: Told): Scenario => ({
  id,
  scheduler:
    keys === undefined
      ? { kind: 'earliest' }
      : { kind: 'scripted', keys: keys.split(' '), otherwise: 'earliest' },
  steps: MOST_STEPS,
  switches: switches.split(' '),
  views: ['lineage', 'lanes'],
  ...told,
});

const STARTS = 'start:w0 start:w1 start:w2';
/** The tasks of a stage end, in their order. */
const endsOf = (stage: number, tasks: number): string =>
  Array.from({ length: tasks }, (_, task) => `end:${stage}.0.${task}`).join(' ');

export const scenarios: readonly Scenario[] = [
  scenario('lazy', {
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
  scenario('stages', {
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
    next: 'lazy',
  }),
];
