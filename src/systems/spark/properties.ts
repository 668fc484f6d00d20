// What Spark promises: lineage makes again what was lost, the same, and nothing else.

import { text } from '../../base/text.ts';
import type { Property } from '../../kernel/property.ts';
import { addressOfContent } from './engine/contents.ts';
import type { SparkState } from './model-state.ts';
import { madeAgain } from './model-state.ts';

interface Facts {
  /** Of a job of the undisturbed run: the address of its values. */
  readonly calm: (job: number) => string | undefined;
  /** Whether the program keeps anything, or has checkpoints written. */
  readonly persists: boolean;
  readonly checkpoints: boolean;
  readonly isOver: (state: SparkState) => boolean;
  readonly hasFailed: (state: SparkState) => boolean;
}

export const sparkProperties = ({
  calm,
  persists,
  checkpoints,
  isOver,
  hasFailed,
}: Facts): Property<SparkState>[] => [
  { name: 'same-bytes', kind: 'always', judge: ({ differs }) => differs.length === 0 },
  {
    name: 'same-result',
    kind: 'always',
    judge: ({ notes }) =>
      notes.every(
        ({ failed, values }, job) => failed === undefined && addressOfContent(values) === calm(job),
      ),
  },
  {
    name: 'cached-once',
    kind: 'always',
    ...(persists ? {} : { inapplicable: text('moot.persist') }),
    judge: ({ twice }) => twice.length === 0,
  },
  {
    name: 'cut-at-checkpoint',
    kind: 'always',
    ...(checkpoints ? {} : { inapplicable: text('moot.checkpoint') }),
    judge: ({ behind }) => behind.length === 0,
  },
  {
    name: 'stage-skipped',
    kind: 'sometimes',
    judge: ({ scheduler: { jobs, stages } }) =>
      jobs.some((job) => job.status === 'done' && job.stages.some((stage) => stages[stage]?.ran === false)),
  },
  { name: 'made-again', kind: 'sometimes', judge: (state) => madeAgain(state).length > 0 },
  { name: 'answer', kind: 'sometimes', judge: (state) => isOver(state) && !hasFailed(state) },
];
