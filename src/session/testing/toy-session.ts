// A session on the toy, with jobs in this thread.

import { createJobRunner } from '../../compute/job-runner.ts';
import { functionsOf } from '../../compute/job-server.ts';
import type { ByHand } from '../by-hand.ts';
import { byHand } from '../by-hand.ts';
import type { SessionDeps } from '../session.ts';
import { createSession } from '../session.ts';
import { TOY_CATALOG } from './toy-system.ts';

export const toySession = (over: Partial<SessionDeps> = {}): ByHand =>
  byHand(
    createSession({
      catalog: TOY_CATALOG,
      runner: createJobRunner({
        workers: 0,
        start: () => {
          throw new Error('no workers here');
        },
        load: functionsOf(TOY_CATALOG),
      }),
      clock: () => performance.now(),
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
      ...over,
    }),
  );
