// Exhaustive search of a Model, breadth first, so that the first counterexample found is a shortest one (as in TLC:
// Yu, Manolios, Lamport, "Model checking TLA+ specifications"). The search never waits for a Job and knows no time:
// any delay is possible, and a Job's address stands for its result.

import { CompactSearch } from './explore-compact.ts';
import type { Explored } from './explore-outcome.ts';
import { PlainSearch } from './explore-plain.ts';
import type { Exploration, ExploreOptions } from './explore-search.ts';
import type { Action, Model } from './model.ts';

/** Begins a search: over packed words where the model has them and the search begins at the initial state. */
export function beginExplore<S, A extends Action>(
  model: Model<S, A>,
  options: ExploreOptions<S> = {},
): Exploration {
  return model.compact && options.from === undefined
    ? new CompactSearch(model, model.compact, options)
    : new PlainSearch(model, options);
}

/** The whole search at once. */
export function explore<S, A extends Action>(model: Model<S, A>, options: ExploreOptions<S> = {}): Explored {
  const search = beginExplore(model, options);
  while (!search.step(4096));
  return search.outcome();
}
