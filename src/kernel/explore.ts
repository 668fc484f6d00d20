// Exhaustive search of a Model: every order of events. It never waits for a Job and knows no time: any delay is
// possible, and a Job's address stands for its result.

import type { Exploration, ExploreOptions } from './exploration.ts';
import type { Explored } from './explored.ts';
import type { Action, Model } from './model.ts';
import { Search } from './search/search.ts';

export const beginExplore = <S, A extends Action>(
  model: Model<S, A>,
  options: ExploreOptions<S> = {},
): Exploration => new Search(model, options);

/** The whole search at once. */
export function explore<S, A extends Action>(model: Model<S, A>, options: ExploreOptions<S> = {}): Explored {
  const search = beginExplore(model, options);
  while (!search.step(4096));
  return search.outcome();
}
