// Each worker killed at each step of each scenario: the results are those of the calm run, and the cone that the picture
// draws is what is made again, found before it is.
import { describe, expect, test } from 'vitest';
import type { Params } from '../../../contract/system.ts';
import { addressOfContent } from '../engine/contents.ts';
import { sparkModel } from '../model.ts';
import type { SparkState } from '../model-state.ts';
import { madeAgain } from '../model-state.ts';
import { switches } from '../params.ts';
import { optionsOf, planOf } from '../plan.ts';
import { treeOf } from '../programs/programs.ts';
import { reachOf } from '../reach.ts';
import { scenarios } from '../scenarios.ts';
import { dueAgain } from './cone.ts';
import { coneNames } from './scene.ts';

const defaults: Params = Object.fromEntries(switches.map((one) => [one.name, one.default]));

/** The default order without its faults: who may start starts, then the oldest task ends. */
async function walkOf(id: string, notice: string) {
  const scenario = scenarios.find((one) => one.id === id);
  const params: Params = { ...defaults, ...scenario?.params, kills: 1, notice };
  const tree = await treeOf(String(params.program));
  const { tasks: _, ...options } = optionsOf(tree, params, 1);
  const model = sparkModel(options);
  const reach = reachOf(planOf(tree, params, 1));
  const onward = (state: SparkState) => {
    const open = model.enabled(state).filter(({ kind }) => !model.faults?.has(kind));
    const start = open.find(({ kind }) => kind === 'start');
    const [task] = state.scheduler.running.filter(({ worker }) => state.scheduler.workers[worker]?.alive);
    const end =
      task && open.find(({ key }) => key.endsWith(`:${task.stage}.${task.attempt}.${task.partition}`));
    return start ?? end ?? open[0];
  };
  /** To the end, with all that was due on the way. */
  function finish(from: SparkState) {
    let state = from;
    const states = [state];
    for (let action = onward(state); action; action = onward(state)) {
      state = model.next(state, action);
      states.push(state);
    }
    return states;
  }
  const dueIn = (states: readonly SparkState[]): readonly string[] =>
    [...new Set(states.flatMap((state) => [...dueAgain(state, reach(state.notes).context)]))].sort();
  const valuesOf = ({ notes }: SparkState): string => addressOfContent(notes.map(({ values }) => values));
  return { model, reach, finish, dueIn, valuesOf };
}

describe.each(scenarios.map(({ id }) => id))('%s', (id) => {
  test.each(['at-once', 'late'])('whoever dies in whatever step, heard of %s', async (notice) => {
    const { model, reach, finish, dueIn, valuesOf } = await walkOf(id, notice);
    const calm = finish(model.init());
    const result = valuesOf(calm.at(-1) as SparkState);
    let again = 0;
    for (const state of calm) {
      for (const kill of model.enabled(state).filter(({ kind }) => kind === 'kill')) {
        const states = finish(model.next(state, kill));
        const end = states.at(-1) as SparkState;
        const of = `${kill.key} after ${calm.indexOf(state)} steps`;
        expect([of, valuesOf(end)]).toEqual([of, result]);
        expect([of, end.differs]).toEqual([of, []]);
        const before = new Set(madeAgain(state));
        const made = madeAgain(end).filter((name) => !before.has(name));
        expect([of, dueIn(states)]).toEqual([of, made]);
        // At the end nothing is due, and all that was made again is drawn.
        const drawn = coneNames(end, reach(end.notes));
        expect([...drawn].sort()).toEqual(madeAgain(end).map((name) => [name, 'done']));
        again += made.length;
      }
    }
    // Where anything is kept or written, some death costs some of it.
    expect(again > 0).toBe(Object.keys(calm.at(-1)?.made ?? {}).length > 0);
  });
});
