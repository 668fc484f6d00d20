// A search in a worker of its own, so that nothing else in the page waits for it. The worker tells how far it is; one
// that falls silent is given up, and one that does not stop when told is ended. One that answered waits for the next
// search: a start takes time, and under load Firefox now and then freezes a worker for ever when it starts another, seen
// once in a hundred starts. One that held much is ended all the same, which gives the memory back at once.

import type { Endpoint, Port } from '../compute/endpoint.ts';
import type { ExploreOutcome, Progress } from './api.ts';
import type { Explorer, ExploreTask } from './explorer.ts';
import { refused } from './session-text.ts';

type ToWorker = { readonly task: ExploreTask } | { readonly stop: true };
type FromWorker =
  | { readonly progress: Parameters<Progress>[0] }
  | { readonly outcome: ExploreOutcome }
  | { readonly failed: string };

/** A worker tells ten times a second how far it is; one slice may take long where a table grows. */
const SILENT_MS = 20_000;
const STOP_MS = 200;
/** What a search may have stored for its worker to be kept. */
const KEPT_BYTES = 32 * 1024 * 1024;

/** The worker's side: answers one task after another with this explorer. */
export function serveSearch(port: Port, explorer: Explorer): void {
  let stop = new AbortController();
  const post = (message: FromWorker): void => port.post(message);
  port.onMessage((message) => {
    const call = message as ToWorker;
    if ('stop' in call) return stop.abort();
    stop = new AbortController();
    post({ progress: {} });
    explorer(call.task, (progress) => post({ progress }), stop.signal).then(
      (outcome) => post({ outcome }),
      (error: unknown) => post({ failed: error instanceof Error ? error.message : String(error) }),
    );
  });
}

/** Searches in a worker that is started for it, or waits since the last search; where none starts, as `otherwise` does. */
export function workerExplorer(start: () => Endpoint, otherwise: Explorer): Explorer {
  let waiting: Endpoint | undefined;
  const keep = (worker: Endpoint): void => {
    waiting?.kill();
    waiting = worker;
    worker.onMessage(() => {});
    worker.onFailure(() => {
      if (waiting === worker) waiting = undefined;
    });
  };
  return (task, progress, signal) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const worker = waiting ?? started(start);
      waiting = undefined;
      if (!worker) return resolve(otherwise(task, progress, signal));
      let last: Parameters<Progress>[0] | undefined;
      const end = (settle: () => void, kept = false): void => {
        clearTimeout(silence);
        signal.removeEventListener('abort', stop);
        if (kept) keep(worker);
        else worker.kill();
        settle();
      };
      const fail = (reason: string): void => end(() => reject(refused('session.search-failed', { reason })));
      const failed = (reason: string): void =>
        last ? fail(reason) : end(() => resolve(otherwise(task, progress, signal)));
      let silence = setTimeout(() => fail('silent'), SILENT_MS);
      const stop = (): void => {
        worker.post({ stop: true } satisfies ToWorker);
        clearTimeout(silence);
        silence = setTimeout(() => end(() => resolve(unanswered(last ?? {}, began))), STOP_MS);
      };
      worker.onFailure(failed);
      worker.onMessage((message) => {
        const answer = message as FromWorker;
        if ('outcome' in answer) end(() => resolve(answer.outcome), answer.outcome.bytes <= KEPT_BYTES);
        else if ('failed' in answer) fail(answer.failed);
        else if (!signal.aborted) {
          clearTimeout(silence);
          silence = setTimeout(() => fail('silent'), SILENT_MS);
          last = answer.progress;
          progress?.(last);
        }
      });
      worker.post({ task } satisfies ToWorker);
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop);
    });
}

/** Where workers are not allowed, the attempt throws. */
function started(start: () => Endpoint): Endpoint | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}

/** What is known of a search whose worker did not answer in time when it was stopped. */
function unanswered({ count = 0, depth = 0 }: Parameters<Progress>[0], began: number): ExploreOutcome {
  return {
    complete: false,
    stopped: true,
    states: count,
    stored: count,
    edges: 0,
    depth,
    bytes: 0,
    properties: {},
    statesByDepth: [],
    seconds: (performance.now() - began) / 1000,
  };
}
