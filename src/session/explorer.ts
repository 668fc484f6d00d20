// How a session asks for an exhaustive search: an Explorer takes a task, which names the model and the bounds, and may
// run anywhere. The search itself is the kernel's, in slices, so that whoever runs it can breathe, tell and be stopped.

import type { GivenFile } from '../contract/files.ts';
import { giveFile } from '../contract/files.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import { entryIn } from '../contract/loading.ts';
import type { Params } from '../contract/system.ts';
import type { Exploration } from '../kernel/exploration.ts';
import { beginExplore } from '../kernel/explore.ts';
import type { Model } from '../kernel/model.ts';
import type { ExploreOutcome, Progress } from './api.ts';
import type { WorkHost } from './work.ts';

export interface ExploreTask {
  readonly system: string;
  readonly scenario: string;
  readonly params: Params;
  readonly seed: number;
  /** Choices from the start to where the search begins. */
  readonly prefix: readonly string[];
  readonly maxStates: number;
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly map: boolean;
  /** That the settings name: a search runs in a thread of its own. */
  readonly files?: readonly GivenFile[];
}

/** Searches; resolves with what is known by then where the signal stops it. */
export type Explorer = (
  task: ExploreTask,
  progress: Progress | undefined,
  signal: AbortSignal,
) => Promise<ExploreOutcome>;

/** States between two looks at the clock: with the slowest of models still far less than a breath. */
const SLICE_STATES = 64;
const BREATH_MS = 20;
const REPORT_MS = 100;

/** Searches in this thread, letting it breathe. */
export const inlineExplorer =
  (catalog: readonly Pick<CatalogEntry, 'id' | 'load'>[], host: WorkHost): Explorer =>
  async (task, progress, signal) => {
    const began = host.clock();
    for (const file of task.files ?? []) giveFile(file);
    const { system, params } = await entryIn(catalog, task.system).load(task.scenario, task.params);
    const search = begin(system.model(params, task.seed), task);
    const done = await inSlices(search, host, progress, signal);
    return { ...search.outcome(), stopped: !done, seconds: (host.clock() - began) / 1000 };
  };

function begin(model: Model, { prefix, maxStates, maxBytes, maxDepth, map }: ExploreTask): Exploration {
  let from = model.init();
  for (const key of prefix) {
    const action = model.enabled(from).find((one) => one.key === key);
    if (!action) throw new Error(`${key} is not possible on the way to where the search begins`);
    from = model.next(from, action);
  }
  return beginExplore(model, { from, maxStates, maxBytes, maxDepth, map });
}

/** False where it was stopped. */
async function inSlices(
  search: Exploration,
  { clock, breathe }: WorkHost,
  progress: Progress | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  let breathed = clock();
  let reported = breathed;
  while (!signal.aborted) {
    if (search.step(SLICE_STATES)) return true;
    const now = clock();
    if (now - breathed < BREATH_MS) continue;
    if (now - reported > REPORT_MS) {
      reported = now;
      progress?.({ count: search.states, depth: search.depth });
    }
    await breathe();
    breathed = clock();
  }
  return false;
}
