// A search in several threads, where several were asked for and the model is not packed (packed words outrun any number
// of messages). The outcome is the inline one to the last digit; where a thread fails, it simply is the inline one.

import type { Explored } from '../kernel/explore-outcome.ts';
import { exploreSharded } from '../kernel/explore-sharded.ts';
import type { Model } from '../kernel/model.ts';
import type { Endpoint } from './endpoint.ts';
import type { ModelAddress } from './explore-messages.ts';
import { remoteExpander } from './explore-remote.ts';

export interface SearchTask extends ModelAddress {
  /** Choices from the start to where the search begins. */
  readonly prefix: readonly string[];
  readonly maxStates: number;
  readonly maxDepth: number;
  readonly workers: number;
  readonly map: boolean;
}

export type Search<Outcome extends Explored> = (
  task: SearchTask,
  model: Model,
  from: unknown,
  progress:
    | ((so: { readonly share?: number; readonly count?: number; readonly depth?: number }) => void)
    | undefined,
  signal: AbortSignal,
) => Promise<Outcome>;

export interface SearchOutcome extends Explored {
  readonly stopped: boolean;
  readonly seconds: number;
}

export interface ThreadedSearch {
  /** Starts a worker that serves an expander. */
  readonly start: () => Endpoint;
  /** Searches in this thread. */
  readonly inline: Search<SearchOutcome>;
  /** Told where a worker could not start or died. */
  readonly notice?: (reason: string) => void;
}

const MOST_WORKERS = 16;
/** Longest stretch of work without a breath, in ms. */
const BREATH_MS = 20;
const REPORT_MS = 100;

export function threadedSearch({ start, inline, notice }: ThreadedSearch): Search<SearchOutcome> {
  return async (task, model, from, progress, signal) => {
    const fromStart = task.prefix.length === 0;
    if (task.workers < 2 || (model.compact && fromStart)) return inline(task, model, from, progress, signal);
    const workers: Endpoint[] = [];
    const began = performance.now();
    let breathed = began;
    let reported = began;
    try {
      const { maxStates, maxDepth, map } = task;
      const options = { maxStates, maxDepth, map, ...(fromStart ? {} : { from }) };
      const address: ModelAddress = { system: task.system, params: task.params, seed: task.seed };
      const found = await exploreSharded(model, options, {
        expanders: () =>
          Array.from({ length: Math.min(task.workers, MOST_WORKERS) }, () => {
            const worker = start();
            workers.push(worker);
            return remoteExpander(worker, address);
          }),
        async breathe({ states, depth }) {
          const now = performance.now();
          if (now - reported > REPORT_MS) {
            reported = now;
            progress?.({ count: states, depth });
          }
          if (now - breathed > BREATH_MS) {
            await new Promise((resolve) => setTimeout(resolve));
            breathed = performance.now();
          }
          return !signal.aborted;
        },
      });
      const stopped = signal.aborted && !found.complete;
      return { ...found, stopped, seconds: (performance.now() - began) / 1000 };
    } catch (error) {
      notice?.(error instanceof Error ? error.message : String(error));
      return inline(task, model, from, progress, signal);
    } finally {
      for (const worker of workers) worker.kill();
    }
  };
}
