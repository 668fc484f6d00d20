// Finds the results where the page's own session runs: in a worker, with the session as the page makes it.

import { newSession } from '../../src/app/new-session.ts';
import { startWorker } from '../../src/app/start-worker.ts';
import { byHand } from '../../src/session/by-hand.ts';
import { resultsOf } from './results.ts';

resultsOf(
  () => byHand(newSession(startWorker)),
  (at) => postMessage({ at }),
).then(
  (results) => postMessage({ results }),
  (error: unknown) => postMessage({ error: error instanceof Error ? `${error.stack ?? error}` : `${error}` }),
);
