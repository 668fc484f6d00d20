// The session's worker as an api: calls cross by messages, and a worker that fell silent is taken for dead. It arrives when
// the session wakes.

import { proxy, wrap } from 'comlink';
import type { SessionApi } from '../session/api.ts';
import type { SessionWire } from '../session/wire.ts';
import { sessionOver } from '../session/wire.ts';
import { later } from './later.ts';

/** Resolves when the worker has answered. */
export async function sessionIn(worker: Worker, onDeath: () => void): Promise<SessionApi> {
  const wire = wrap<SessionWire>(worker) as unknown as SessionWire;
  await wire.beat();
  return sessionOver(wire, { crossing: proxy, after: later, onDeath });
}
