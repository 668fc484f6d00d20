// A session with what a browser has: the catalog, a clock, a way to let the thread breathe, job workers.

import type { JobRunner } from '../compute/job-runner.ts';
import type { SessionApi } from '../session/api.ts';
import type { Explorer } from '../session/explorer.ts';
import { part } from '../session/late-part.ts';
import { createSession } from '../session/session.ts';
import type { JobRunning } from '../session/work.ts';
import { catalog } from './parts-catalog.ts';
import { webHost } from './web-host.ts';
import type { StartWorker } from './worker-roles.ts';

/** A promise that is made once; one that failed is made anew when it is asked for again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    made.catch(() => {
      made = null;
    });
    return made;
  };
}

/** The runners and their workers arrive with the first work for them, and what searches with the first search. */
export function newSession(start: StartWorker): SessionApi {
  const arrived = (workers?: number): Promise<JobRunner> =>
    part(() => import('./job-runner.ts')).then(({ webJobRunner }) => webJobRunner(start, workers));
  const forJobs = once(() => arrived());
  // Who searches for the lowest hit says how many workers it takes, up to all cores; jobs leave the page one.
  const forSearches = once(() => arrived(navigator.hardwareConcurrency || 2));
  const lazyRunner: JobRunning = {
    run: async (job, options) => (await forJobs()).run(job, options),
    time: async (work, options) => (await forJobs()).time(work, options),
    search: async (search, options) => (await forSearches()).search(search, options),
  };
  const forExploring = once(async () =>
    (await part(() => import('./explorer.ts'))).webExplorer(webHost, start),
  );
  const explorer: Explorer = async (...search) => (await forExploring())(...search);
  return createSession({
    ...webHost,
    catalog,
    runner: lazyRunner,
    explorer,
  });
}
