// A session with what a browser has: the catalog, a clock, a way to let the thread breathe, job workers.

import type { JobRunner } from '../compute/job-runner.ts';
import type { SessionApi } from '../session/api.ts';
import type { Explorer } from '../session/explorer.ts';
import type { JobRunning } from '../session/session.ts';
import { createSession } from '../session/session.ts';
import { catalog } from '../systems/catalog.ts';

/** A macrotask that no browser delays, as it would a nested timeout. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** The runner and its workers arrive with the first job. */
let runner: Promise<JobRunner> | null = null;
const lazyRunner: JobRunning = {
  async run(job, options) {
    runner ??= import('./job-runner.ts').then(({ webJobRunner }) => webJobRunner());
    return (await runner).run(job, options);
  },
};

export function newSession(): SessionApi {
  const host = { clock: () => performance.now(), breathe };
  const explorer: Explorer = async (...search) =>
    (await import('./explorer.ts')).webExplorer(host)(...search);
  return createSession({ ...host, catalog, runner: lazyRunner, explorer });
}
