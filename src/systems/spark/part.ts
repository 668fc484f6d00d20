// The steps of a run as one part of the system: the model of a program with its words and marks.

import { Refusal } from '../../base/result.ts';
import { text } from '../../base/text.ts';
import type { Params, Part } from '../../contract/system.ts';
import type { Action } from '../../kernel/model.ts';
import { marksOf } from './marks.ts';
import { sparkModel } from './model.ts';
import type { SparkState } from './model-state.ts';
import { narratorOf } from './narrate.ts';
import { optionsOf, planOf } from './plan.ts';
import { treeOf } from './programs/programs.ts';
import { reachOf } from './reach.ts';
import { workerName } from './tell.ts';

/** Refuses, in words and with its place, a program that cannot be read or that fails before its first job. */
export async function partOf(params: Params): Promise<Omit<Part<SparkState, Action>, 'words' | 'outcome'>> {
  const tree = await treeOf(String(params.program));
  const reach = reachOf(planOf(tree, params, 1));
  const { failed, error } = reach([]);
  if (failed) throw error instanceof Refusal ? error : new Refusal(failed);
  const marks = marksOf(reach);
  return {
    model: (now, seed) => sparkModel(optionsOf(tree, now, seed)),
    actors: ({ workers, program }) => [
      { id: 'driver', name: text('actor.driver'), role: text('role.driver') },
      ...Array.from({ length: Number(workers) }, (_, worker) => ({
        id: `w${worker}`,
        name: workerName(worker),
        role: text('role.worker'),
      })),
      ...(hasStorage(String(program))
        ? [{ id: 'storage', name: text('actor.storage'), role: text('role.storage') }]
        : []),
    ],
    start: (now, state) => marks.chips(state, now),
    narrate: narratorOf(reach),
    mark: marks.mark,
    offer: marks.offer,
    inspect: marks.inspect,
  };
}

/** Whether a program may write to reliable storage. */
export const hasStorage = (program: string): boolean => program.includes('checkpoint');
