// A session with what a browser has: the catalog, a clock, a way to let the thread breathe, job workers.

import type { SessionApi } from '../session/api.ts';
import { createSession } from '../session/session.ts';
import { catalog } from '../systems/catalog.ts';
import { webJobRunner } from './job-runner.ts';

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

export const newSession = (): SessionApi =>
  createSession({ catalog, runner: webJobRunner(), clock: () => performance.now(), breathe });
