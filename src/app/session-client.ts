// The page's session. It sleeps until somebody is there; then it starts in a worker; where no worker can start, in the
// page itself, with the same results. A worker that died is replaced at the next call.

import { text } from '../base/text.ts';
import type { SessionApi } from '../session/api.ts';
import { asleep } from '../session/asleep.ts';
import { pagePart } from '../widgets/part.ts';
import { playedStart } from './played.ts';
import { startWorker } from './start-worker.ts';
import { say } from './store.ts';

export interface SessionClient {
  readonly api: SessionApi;
}

/** A worker that has not answered by then is taken for one that cannot. */
const HELLO_MS = 10_000;

let client: Promise<SessionApi> | null = null;
let asleepNow: SessionApi | null = null;
const mourners = new Set<() => void>();

export async function sessionClient(): Promise<SessionClient> {
  asleepNow ??= asleep({ start: awake, played: playedStart, atFirstSign });
  return { api: asleepNow };
}

function awake(): Promise<SessionApi> {
  const asked = client ?? startInWorker().catch(startInline);
  client = asked;
  // One that could not be had is asked for again by whoever needs it next.
  asked.catch(() => {
    if (client === asked) client = null;
  });
  return asked;
}

const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'wheel', 'focusin'] as const;

/** Somebody who moves, touches or types is about to want more. */
function atFirstSign(wake: () => void): void {
  const seen = new AbortController();
  const once = (): void => {
    seen.abort();
    wake();
  };
  for (const sign of SIGNS)
    addEventListener(sign, once, { signal: seen.signal, passive: true, capture: true });
}

/** Calls back when a session has died; the next one is a fresh one, with no run open. */
export function onSessionDeath(run: () => void): void {
  mourners.add(run);
}

async function startInWorker(): Promise<SessionApi> {
  const worker = startWorker('session');
  const onDeath = (): void => {
    worker.terminate();
    client = null;
    asleepNow = null;
    for (const told of mourners) told();
  };
  const cannot = new Promise<never>((_, failed) => {
    setTimeout(() => failed(new Error('the worker does not answer')), HELLO_MS);
    worker.addEventListener('error', () => failed(new Error('the worker did not start')), { once: true });
  });
  try {
    // Both are on their way at once.
    const answered = pagePart(() => import('./session-in-worker.ts')).then(({ sessionIn }) =>
      sessionIn(worker, onDeath),
    );
    return await Promise.race([answered, cannot]);
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

async function startInline(): Promise<SessionApi> {
  const { newSession } = await pagePart(() => import('./new-session.ts'));
  say(text('notice.inline'), null, true);
  return newSession(startWorker);
}
