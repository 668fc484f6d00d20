// Every way to run tasks, for tests that hold them to one result.

import { afterAll } from 'vitest';
import { nodeEndpoint } from '../../../../cli/node-endpoint.ts';
import type { JobRunner, RunnerOptions } from '../../../../compute/job-runner.ts';
import { createJobRunner } from '../../../../compute/job-runner.ts';
import { sparkFunctions } from '../../functions.ts';

/** What a worker is told before its first task. */
export interface Told {
  readonly prints: boolean;
  readonly meeting: Int32Array | null;
}

const entry = new URL('./worker.ts', import.meta.url);

export const taskRunner = (options: Partial<RunnerOptions> = {}, told: Partial<Told> = {}): JobRunner =>
  createJobRunner({
    workers: 0,
    start() {
      const endpoint = nodeEndpoint(entry);
      endpoint.post({ type: 'told', told: { prints: false, meeting: null, ...told } });
      return endpoint;
    },
    load: async () => sparkFunctions,
    ...options,
  });

/** A runner for the tests of a file, closed after them: threads are slow to start. */
export function keptRunner(options: Partial<RunnerOptions>, told: Partial<Told> = {}): () => JobRunner {
  let runner: JobRunner | undefined;
  afterAll(() => runner?.close());
  return () => {
    runner ??= taskRunner(options, told);
    return runner;
  };
}

export const WAYS: readonly (readonly [string, () => JobRunner])[] = [
  ['in this thread', keptRunner({ workers: 0 })],
  ['one worker', keptRunner({ workers: 1 })],
  ['two workers', keptRunner({ workers: 2 })],
  ['four workers, printed code', keptRunner({ workers: 4 }, { prints: true })],
  ['two workers, by messages', keptRunner({ workers: 2, shareMemory: false })],
];
