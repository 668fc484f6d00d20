// The page's runner of jobs: workers that know the catalog, one fewer than there are cores, so that the page keeps one.

import type { JobRunner } from '../compute/job-runner.ts';
import { createJobRunner } from '../compute/job-runner.ts';
import { functionsOf } from '../compute/job-server.ts';
import { webEndpoint } from '../compute/web-endpoint.ts';
import { catalog } from '../systems/catalog.ts';

const coresForJobs = (): number => Math.max(1, (navigator.hardwareConcurrency || 2) - 1);

export const webJobRunner = (notice?: (reason: string) => void, workers = coresForJobs()): JobRunner =>
  createJobRunner({
    workers,
    start: () =>
      webEndpoint(new Worker(new URL('./job.worker.ts', import.meta.url), { type: 'module', name: 'jobs' })),
    load: functionsOf(catalog),
    notice,
  });
