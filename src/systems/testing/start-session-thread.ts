// A session over the real catalog in a thread of its own: what is asked and answered crosses as it does between the page
// and its worker, and nothing a module remembers is shared with whoever asks.

import { Worker } from 'node:worker_threads';
import { proxy, wrap } from 'comlink';

import type { ByHand } from '../../session/by-hand.ts';
import { byHand } from '../../session/by-hand.ts';
import type { SessionWire } from '../../session/wire.ts';
import { sessionOver } from '../../session/wire.ts';
import { comlinkPort } from './comlink-port.ts';

export interface SessionThread {
  readonly session: ByHand;
  readonly end: () => Promise<unknown>;
}

export function startSessionThread(): SessionThread {
  const loader = new URL('../../../bin/ts-worker.mjs', import.meta.url);
  const worker = new Worker(loader, {
    workerData: { entry: new URL('./session-thread.ts', import.meta.url).href },
  });
  const api = sessionOver(wrap<SessionWire>(comlinkPort(worker)) as unknown as SessionWire, {
    crossing: proxy,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onDeath: () => undefined,
  });
  return { session: byHand(api), end: () => worker.terminate() };
}
