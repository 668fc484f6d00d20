// A session over the real catalog, with jobs in this thread.

import { createJobRunner } from '../../compute/job-runner.ts';
import { functionsOf } from '../../compute/job-server.ts';
import type { ByHand } from '../../session/by-hand.ts';
import { byHand } from '../../session/by-hand.ts';
import { createSession } from '../../session/session.ts';
import { catalog } from '../catalog.ts';

export const newSession = (systems = catalog): ByHand =>
  byHand(
    createSession({
      catalog: systems,
      runner: createJobRunner({
        workers: 0,
        start: () => {
          throw new Error('jobs run in this thread here');
        },
        load: functionsOf(catalog),
      }),
      clock: () => performance.now(),
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
    }),
  );
