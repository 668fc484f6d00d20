// What a search looks like from outside: asked for with bounds, done in slices, honest at any moment.

import type { Explored } from './explored.ts';

export interface ExploreOptions<S = unknown> {
  /** Where the search begins; the initial state where it is not given. */
  readonly from?: S;
  /** DEFAULT_MAX_STATES where not given. */
  readonly maxStates?: number;
  /** DEFAULT_MAX_BYTES where not given: of all that the search holds, counted from content. */
  readonly maxBytes?: number;
  /** States at this depth are visited but not expanded. */
  readonly maxDepth?: number;
  /** Also the graph, where it has at most MAP_STATES states. */
  readonly map?: boolean;
  /** False to store every state, also where a model declares actors that are alike. */
  readonly symmetry?: false;
}

/** A search under way: work is done in slices, so that whoever asked can breathe, show progress and stop. */
export interface Exploration {
  /** Expands up to `budget` states; true once there is nothing left to do. */
  step(budget: number): boolean;
  /** States stored. */
  readonly states: number;
  /** Depth of the states being expanded. */
  readonly depth: number;
  readonly bytes: number;
  /** What is known by now: 'unknown' for what an unfinished search cannot say. */
  outcome(): Explored;
}

export const DEFAULT_MAX_STATES = 5_000_000;
/** The same in a page and on the command line, so that both find the same. */
export const DEFAULT_MAX_BYTES = 768 * 2 ** 20;

/** A graph of more states than this is not drawn. */
export const MAP_STATES = 500;
