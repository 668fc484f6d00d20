// The page's runner of jobs: workers that know the catalog, one fewer than there are cores, so that the page keeps one; and
// two at least, so that two tasks of a run that go on at once are computed at once.

import type { JobRunner } from '../compute/job-runner.ts';
import { createJobRunner } from '../compute/job-runner.ts';
import { functionsOf } from '../compute/job-server.ts';
import { webEndpoint } from '../compute/web-endpoint.ts';
import { catalog } from './parts-catalog.ts';
import type { StartWorker } from './worker-roles.ts';

const coresForJobs = (): number => Math.max(2, (navigator.hardwareConcurrency || 2) - 1);

export const webJobRunner = (start: StartWorker, workers = coresForJobs()): JobRunner =>
  createJobRunner({
    workers,
    start: () => webEndpoint(start('job')),
    load: functionsOf(catalog),
  });
