// The command line's runner of jobs: worker threads that know the catalog.

import type { JobRunner } from '../compute/job-runner.ts';
import { createJobRunner } from '../compute/job-runner.ts';
import { loadFunctions } from './job-functions.ts';
import { nodeEndpoint } from './node-endpoint.ts';

export const nodeJobRunner = (workers: number, notice?: (reason: string) => void): JobRunner =>
  createJobRunner({
    workers,
    start: () => nodeEndpoint(new URL('./job-worker.ts', import.meta.url)),
    load: loadFunctions,
    notice,
  });
