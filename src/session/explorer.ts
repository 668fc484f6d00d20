// How a session asks for an exhaustive search. The search itself is the kernel's; whoever opens the session says where
// it runs: in this thread, in slices, or in workers that build the same model from its name and settings.

import { beginExplore } from '../kernel/explore.ts';
import type { Model } from '../kernel/model.ts';
import type { Params } from '../kernel/system.ts';
import type { ExploreOutcome, Progress } from './api.ts';
import type { WorkHost } from './work.ts';

export interface ExploreTask {
  readonly system: string;
  readonly params: Params;
  readonly seed: number;
  /** Choices from the start to where the search begins. */
  readonly prefix: readonly string[];
  readonly maxStates: number;
  readonly maxDepth: number;
  readonly workers: number;
  readonly map: boolean;
}

/** Searches; resolves with what is known by then where the signal stops it. `from` is where the prefix leads. */
export type Explorer = (
  task: ExploreTask,
  model: Model,
  from: unknown,
  progress: Progress | undefined,
  signal: AbortSignal,
) => Promise<ExploreOutcome>;

/** States a slice: a few milliseconds of search on plain objects. */
const SLICE_STATES = 500;
const BREATH_MS = 20;
const REPORT_MS = 100;

/** Searches in this thread, letting it breathe. */
export const inlineExplorer =
  ({ clock, breathe }: WorkHost): Explorer =>
  async (task, model, from, progress, signal) => {
    const began = clock();
    const search = beginExplore(model, {
      ...(task.prefix.length > 0 ? { from } : {}),
      maxStates: task.maxStates,
      maxDepth: task.maxDepth,
      map: task.map,
    });
    let breathed = began;
    let reported = began;
    let done = false;
    while (!done && !signal.aborted) {
      done = search.step(SLICE_STATES);
      const now = clock();
      if (now - breathed < BREATH_MS) continue;
      if (now - reported > REPORT_MS) {
        reported = now;
        progress?.({ count: search.states, depth: search.depth });
      }
      await breathe();
      breathed = clock();
    }
    return { ...search.outcome(), stopped: !done, seconds: (clock() - began) / 1000 };
  };
