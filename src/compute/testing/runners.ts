// Every way to run a job, for tests that hold them to one result.

import { afterAll } from 'vitest';
import { nodeEndpoint } from '../../cli/node-endpoint.ts';
import type { JobRunner, RunnerOptions } from '../job-runner.ts';
import { createJobRunner } from '../job-runner.ts';
import { loadTestFunctions } from './functions.ts';

const entry = new URL('./worker.ts', import.meta.url);

/** `onStart` hears of every worker that is started. */
export const testRunner = (options: Partial<RunnerOptions> = {}, onStart = (): unknown => null): JobRunner =>
  createJobRunner({
    workers: 0,
    start() {
      onStart();
      return nodeEndpoint(entry);
    },
    load: loadTestFunctions,
    ...options,
  });

export const WAYS: readonly (readonly [string, Partial<RunnerOptions>])[] = [
  ['inline', { workers: 0 }],
  ['one worker, shared memory', { workers: 1 }],
  ['two workers, shared memory', { workers: 2 }],
  ['two workers, messages', { workers: 2, shareMemory: false }],
];

/** A runner for the tests of the describe block it is called in, closed after them: threads are slow to start. */
export function sharedRunner(options: Partial<RunnerOptions>): () => JobRunner {
  let runner: JobRunner | undefined;
  afterAll(() => runner?.close());
  return () => {
    runner ??= testRunner(options);
    return runner;
  };
}

/** Runs it with a runner that is closed afterwards. */
export async function withRunner<T>(
  options: Partial<RunnerOptions>,
  use: (runner: JobRunner) => Promise<T>,
): Promise<T> {
  const runner = testRunner(options);
  try {
    return await use(runner);
  } finally {
    runner.close();
  }
}
