// The steps of a run as one part of the system: the model of a program with its words and marks.

import { Refusal } from '../../base/result.ts';
import { text } from '../../base/text.ts';
import type { Params, Part } from '../../contract/system.ts';
import type { Action } from '../../kernel/model.ts';
import { ifShort } from './calm.ts';
import { runInline } from './engine/inline.ts';
import type { Layout } from './lineage/layout.ts';
import { layoutOf } from './lineage/layout.ts';
import { lineageScene } from './lineage/scene.ts';
import { marksOf } from './marks.ts';
import { sparkModel } from './model.ts';
import type { SparkState } from './model-state.ts';
import { narratorOf } from './narrate.ts';
import { inputOf, optionsOf, planOf } from './plan.ts';
import { sourceOf, treeOf } from './programs/programs.ts';
import { reachOf } from './reach.ts';
import { workerName } from './worker-name.ts';

/** Refuses, in words and with its place, a program that cannot be read or that fails before its first job. */
export async function partOf(params: Params): Promise<Omit<Part<SparkState, Action>, 'words' | 'outcome'>> {
  const tree = await treeOf(await sourceOf(params));
  const stores = tree.source.includes('checkpoint');
  // A file that is not at hand is asked for before anything else is said.
  inputOf(params);
  const reach = reachOf(planOf(tree, params, 1));
  const { failed, error } = reach([]);
  if (failed) throw error instanceof Refusal ? error : new Refusal(failed);
  const marks = marksOf(reach, stores);
  let layout: Layout | null | undefined;
  return {
    model: (now, seed) => sparkModel(optionsOf(tree, now, seed)),
    actors: ({ workers }) => [
      { id: 'driver', name: text('actor.driver'), role: text('role.driver') },
      ...Array.from({ length: Number(workers) }, (_, worker) => ({
        id: `w${worker}`,
        name: workerName(worker),
        role: text('role.worker'),
      })),
      ...(stores ? [{ id: 'storage', name: text('actor.storage'), role: text('role.storage') }] : []),
    ],
    start: (_, state) => marks.chips(state),
    narrate: narratorOf(reach),
    mark: marks.mark,
    offer: marks.offer,
    inspect: marks.inspect,
    scene: (kind, state) =>
      kind === 'lineage' ? lineageScene(state, reach(state.notes), calmLayout()) : null,
    still: () => ({ program: tree.source.split('\n') }),
  };

  /** Where everything stands in the undisturbed run; null where that is long: then rows come as the run comes to them. */
  function calmLayout(): Layout | null {
    if (layout === undefined) {
      const calm = ifShort((look) => runInline(planOf(tree, params, 1), { look }).run);
      layout = calm ? layoutOf(calm.state, calm.reached.context) : null;
    }
    return layout;
  }
}
