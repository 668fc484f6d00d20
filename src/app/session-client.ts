// Starts the session in a worker; where no worker can start, in the page itself, with the same results.

import type { Remote } from 'comlink';
import { proxy, wrap } from 'comlink';
import type { SessionApi } from '../session/api.ts';
import type { SessionWire } from './session-wire.ts';
import { apiOf, wireOf } from './session-wire.ts';

export interface SessionClient {
  readonly api: SessionApi;
  /** No worker could be started. */
  readonly inline: boolean;
}

/** A worker that has not answered by then is taken for one that cannot. */
const HELLO_MS = 10_000;

let client: Promise<SessionClient> | null = null;

export function sessionClient(): Promise<SessionClient> {
  client ??= newClient();
  return client;
}

/** Another session, apart from the open run's. */
export const newClient = (): Promise<SessionClient> => startInWorker().catch(startInline);

async function startInWorker(): Promise<SessionClient> {
  const worker = new Worker(new URL('./session.worker.ts', import.meta.url), {
    type: 'module',
    name: 'session',
  });
  try {
    await new Promise<void>((ready, failed) => {
      setTimeout(() => failed(new Error('the worker does not answer')), HELLO_MS);
      worker.addEventListener('error', () => failed(new Error('the worker did not start')), { once: true });
      worker.addEventListener('message', () => ready(), { once: true });
    });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  const remote: Remote<SessionWire> = wrap<SessionWire>(worker);
  const wire: SessionWire = {
    call: (method, progress, args) => remote.call(method, progress, args),
  };
  return { api: apiOf(wire, (report) => proxy(report)), inline: false };
}

async function startInline(): Promise<SessionClient> {
  const { newSession } = await import('./new-session.ts');
  return { api: apiOf(wireOf(newSession()), (report) => report), inline: true };
}
