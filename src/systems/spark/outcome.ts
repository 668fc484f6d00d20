// How a run ends, in words: its program’s results, and what was read, kept, lost and made again on the way there.

import { grouped } from '../../base/numbers.ts';
import type { Text } from '../../base/text.ts';
import { excerpt, text } from '../../base/text.ts';
import type { End, Outcome, Params } from '../../contract/system.ts';
import type { SparkState } from './model-state.ts';
import { madeAgain } from './model-state.ts';
import { scenarios } from './scenarios.ts';
import { listed, workerName } from './worker-name.ts';

export function outcome(scenario: string, params: Params, { state }: End<SparkState>): Outcome {
  const beside = besideOf(scenario, state);
  return {
    said: answer(scenario, params, state),
    words: ['endings'],
    facts: facts(state),
    ...(beside.length > 0 ? { beside } : {}),
  };
}

function answer(scenario: string, params: Params, state: SparkState): Text | null {
  const { notes, scheduler } = state;
  const failed = notes.find((note) => note.failed !== undefined)?.failed;
  if (failed) return text('end.failed', { why: failed });
  const own = scenarios.find(({ id }) => id === scenario)?.params.program;
  const again = madeAgain(state);
  const counts = {
    read: state.read,
    hits: state.hits,
    again: again.length,
    tasks: scheduler.started,
    partitions: Number(params.partitions),
    reducers: Number(params.reducers),
    records: scheduler.stages.reduce((sum, { recordsWritten }) => sum + recordsWritten, 0),
    by: by(state, again),
    bytes: grouped(scheduler.stages.reduce((sum, { bytesRead }) => sum + bytesRead, 0)),
    counted: Object.values(scheduler.sums)[0] ?? 0,
    toDriver: notes.reduce((sum, { values }) => sum + values.length, 0),
    jobs: notes.length,
    shuffles: shufflesRun(state),
    files: again.filter((name) => name.startsWith('shuffle')).length,
  };
  if (params.program !== own) return text('end.any', counts);
  const { example = 'own' } = params;
  if (scenario === 'playground' && example !== 'own') return text(`example.${example}.end`, counts);
  return text(`${scenario}.end.${ending(scenario, state, again)}`, counts);
}

function ending(scenario: string, state: SparkState, again: readonly string[]): string {
  const { scheduler, hits, faults } = state;
  switch (scenario) {
    case 'lazy':
      return hits > 0 ? 'kept' : 'twice';
    case 'persist':
      return hits > 0 ? 'kept' : 'each';
    case 'pipeline':
      return 'one';
    case 'stages':
      return 'cut';
    case 'narrow-crash':
      return again.length > 0 ? 'again' : faults > 0 ? 'unkept' : 'calm';
    case 'memory-loss':
      return again.some((name) => name.startsWith('rdd')) ? 'again' : faults > 0 ? 'unkept' : 'calm';
    case 'persist-vs-checkpoint':
      if (faults === 0) return 'calm';
      return Object.keys(scheduler.saved).length > 0 ? 'storage' : 'lineage';
    case 'eviction':
      if (again.length > 0) return 'again';
      return scheduler.blocks.some(({ memory }) => !memory) ? 'disk' : hits > 0 ? 'room' : 'unkept';
    case 'pagerank':
      return hits > 0 ? 'kept' : 'unkept';
    case 'co-partitioned':
      return shufflesRun(state) > 3 ? 'apart' : 'alike';
    case 'checkpoint-interval':
      if (again.length === 0) return 'calm';
      return Object.keys(scheduler.saved).length > 0 ? 'storage' : 'lineage';
    case 'straggler':
      return scheduler.started > scheduler.stages.reduce((sum, { tasks }) => sum + tasks, 0)
        ? 'copy'
        : 'waited';
    case 'playground':
      return again.length > 0 ? 'again' : 'calm';
    default:
      return again.length === 0 ? 'calm' : shufflesOf(again) > 1 ? 'deep' : 'short';
  }
}

/** What stands beside the question: what lineage is held against, and what no run of it shows. */
function besideOf(scenario: string, { scheduler }: SparkState): readonly Text[] {
  switch (scenario) {
    case 'narrow-crash':
      return [text('beside.immutable')];
    case 'wide-crash': {
      const rdds = new Set(scheduler.stages.flatMap((stage) => stage.rdds)).size;
      const records = scheduler.stages.reduce((sum, { recordsWritten }) => sum + recordsWritten, 0);
      return [text('beside.log', { rdds, records }), text('beside.four')];
    }
    case 'memory-loss':
      return [text('beside.disk')];
    case 'playground':
      return ['counter', 'repartition', 'collect'].map((id) => text(`beside.${id}`));
    default:
      return [];
  }
}

/** How many shuffles were written. */
const shufflesRun = ({ scheduler }: SparkState): number =>
  new Set(scheduler.stages.flatMap(({ shuffle, ran }) => (shuffle >= 0 && ran ? [shuffle] : []))).size;

/** How many shuffles some map output was made again of. */
const shufflesOf = (again: readonly string[]): number =>
  new Set(again.filter((name) => name.startsWith('shuffle')).map((name) => name.split('.')[0])).size;

/** Who made them again. */
function by({ made }: SparkState, again: readonly string[]): Text | string {
  const workers = [...new Set(again.map((name) => made[name]?.worker ?? -1))].sort((a, b) => a - b);
  return workers.length === 0 ? '' : listed(workers.map(workerName));
}

function facts(state: SparkState): Outcome['facts'] {
  const { scheduler, notes, read, hits } = state;
  const fact = (id: string, args: Readonly<Record<string, Text | string | number>>) => ({
    id,
    text: text(`fact.${id}`, args),
  });
  const ran = scheduler.stages.filter((stage) => stage.ran).length;
  const last = notes.at(-1)?.values ?? [];
  return [
    fact('jobs', {
      jobs: notes.length,
      stages: ran,
      skipped: scheduler.stages.length - ran,
      tasks: scheduler.started,
    }),
    fact('read', { read, hits }),
    fact('shuffled', {
      records: scheduler.stages.reduce((sum, { recordsWritten }) => sum + recordsWritten, 0),
      bytes: grouped(scheduler.stages.reduce((sum, { bytesRead }) => sum + bytesRead, 0)),
    }),
    fact('again', { again: madeAgain(state).length }),
    fact('result', { value: excerpt(JSON.stringify(last), 40) }),
  ];
}
