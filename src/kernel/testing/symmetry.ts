// Whether actors that a model declares alike are: renaming a state and then making a step gives what making the step
// and then renaming gives, and no property can tell the two apart.

import { canonicalJson } from '../../base/canonical.ts';
import type { Action, Model } from '../model.ts';
import type { Parts, Renaming } from '../parts.ts';
import { partsOf } from '../parts.ts';

/** The state with its names exchanged. */
export function renamedState<S>(parts: Parts<S>, rename: Renaming, state: S): S {
  const { slots, bag } = parts.split(state);
  const after: unknown[] = [];
  slots.forEach((value, slot) => {
    after[rename.slot(slot)] = rename.value(slot, value);
  });
  return parts.join(after, bag.map((item) => rename.item(item)).sort(parts.inOrder));
}

/** Throws where a declared symmetry does not hold in one of the first so many states; returns how many it looked at. */
export function checkSymmetry<S, A extends Action>(model: Model<S, A>, most = 200): number {
  const parts = partsOf(model) as Parts<S> | undefined;
  if (!parts?.symmetry) return 0;
  const seen = new Set<string>();
  const queue = [model.init()];
  let looked = 0;
  for (let at = 0; at < queue.length && at < most; at++) {
    const state = queue[at] as S;
    for (const rename of parts.symmetry) {
      looked++;
      checkOne(model, parts, rename, state);
    }
    for (const action of model.enabled(state)) {
      const after = model.next(state, action);
      const print = canonicalJson(after);
      if (!seen.has(print)) queue.push(after);
      seen.add(print);
    }
  }
  return looked;
}

function checkOne<S, A extends Action>(
  model: Model<S, A>,
  parts: Parts<S>,
  rename: Renaming,
  state: S,
): void {
  const other = renamedState(parts, rename, state);
  for (const { name, judge } of model.properties) {
    if (judge(other) !== judge(state)) throw new Error(`${name} tells actors apart that are declared alike`);
  }
  const there = new Map(model.enabled(other).map((action) => [action.key, action]));
  const here = model.enabled(state);
  if (here.length !== there.size) throw new Error('more can happen under one name than under another');
  for (const action of here) {
    const key = rename.item(action.key) as string;
    const same = there.get(key);
    if (!same) throw new Error(`${action.key} can happen, but not ${key} where the names are exchanged`);
    const after = renamedState(parts, rename, model.next(state, action));
    if (canonicalJson(model.next(other, same)) !== canonicalJson(after))
      throw new Error(`${action.key} does something else where the names are exchanged`);
  }
}
