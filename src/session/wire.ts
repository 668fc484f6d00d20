// How a session is asked from another thread: one call across (comlink carries it), by a ticket that its progress and its
// stop carry. What a person did wrong (a Refusal, in words) and what we did wrong (a fault) arrive as themselves. A
// session that says nothing for long while something is asked of it, not even that it lives, is taken for dead.

import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import type { Progress, SessionApi, Way } from './api.ts';
import { packed } from './packed.ts';

type Method = keyof SessionApi;
type Done = Parameters<Progress>[0];
type Answer = { readonly value: unknown } | { readonly refused: Text } | { readonly fault: string };

/** What crosses. All of it may be asked at any time: nothing waits for what was asked before. */
export interface SessionWire {
  call(ticket: number, method: Method, args: readonly unknown[]): Promise<Answer>;
  stop(ticket: number): Promise<void>;
  /** Answers at once, where it lives. */
  beat(): Promise<void>;
  /** Who hears how far the calls are: one for all of them, so that one channel serves every callback. */
  listen(progress: (ticket: number, done: Done) => void): Promise<void>;
}

/** Where each method takes its Way: the one argument that does not cross. */
const WAY_AT: Readonly<Record<Method, number | null>> = {
  act: 3,
  save: null,
  track: null,
  summary: null,
  link: null,
  tell: 2,
  explore: 2,
  compare: 2,
  why: 2,
  experiment: 1,
  timed: 2,
  lowest: 1,
  give: null,
  import: 2,
};

/** The session's side. */
export function serveSession(session: SessionApi): SessionWire {
  const live = new Map<number, AbortController>();
  let tell: (ticket: number, done: Done) => void = () => {};
  return {
    async call(ticket, method, args) {
      const stop = new AbortController();
      live.set(ticket, stop);
      const way: Way = { signal: stop.signal, progress: (done) => tell(ticket, done) };
      const call = session[method] as (...all: unknown[]) => Promise<unknown>;
      try {
        const value = await call(...args, ...(WAY_AT[method] === null ? [] : [way]));
        return { value: method === 'save' ? withPacked(value) : value };
      } catch (error) {
        if (error instanceof Refusal) return { refused: error.text };
        return { fault: error instanceof Error ? error.message : String(error) };
      } finally {
        live.delete(ticket);
      }
    },
    async stop(ticket) {
      live.get(ticket)?.abort();
    },
    async beat() {},
    async listen(progress) {
      tell = progress;
    },
  };
}

const withPacked = (value: unknown): unknown => {
  const made = value as Awaited<ReturnType<SessionApi['save']>>;
  return { ...made, saved: packed(made.saved) };
};

/** The session ended under the page: what was asked of it has no answer. */
export class SessionDied extends Error {
  constructor() {
    super('the session ended');
    this.name = 'SessionDied';
  }
}

export interface WireOptions {
  /** Makes a callback one that can cross; as it is where nothing has to. */
  readonly crossing: <F extends (...args: never[]) => unknown>(callback: F) => F;
  /** Calls back once, later; gives what calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onDeath: () => void;
}

const BEAT_MS = 1000;
/** A machine that wakes from sleep counts one, whatever the time. */
const MOST_SILENT = 5;

/** The page's side: the same interface as the session itself. */
export function sessionOver(wire: SessionWire, { crossing, after, onDeath }: WireOptions): SessionApi {
  interface Pending {
    readonly reject: (error: unknown) => void;
    readonly progress: Progress | undefined;
  }
  const pending = new Map<number, Pending>();
  let tickets = 0;
  let silent = 0;
  let beating = false;
  let dead = false;
  const heard = (): void => {
    silent = 0;
  };

  function beat(): void {
    beating = pending.size > 0;
    if (!beating) return;
    if (silent >= MOST_SILENT) {
      dead = true;
      onDeath();
      for (const { reject } of pending.values()) reject(new SessionDied());
      pending.clear();
      return;
    }
    silent++;
    void wire.beat().then(heard);
    after(BEAT_MS, beat);
  }

  void wire.listen(
    crossing((ticket: number, done: Done) => {
      heard();
      pending.get(ticket)?.progress?.(done);
    }),
  );

  async function ask(method: Method, given: readonly unknown[]): Promise<unknown> {
    const at = WAY_AT[method];
    const { progress, signal } = (at === null ? {} : (given[at] ?? {})) as Way;
    const args = at === null ? given : given.slice(0, at);
    if (dead) throw new SessionDied();
    const ticket = ++tickets;
    const stop = (): void => void wire.stop(ticket);
    const answered = new Promise<Answer>((resolve, reject) => {
      pending.set(ticket, { reject, progress });
      wire.call(ticket, method, args).then(resolve, reject);
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop);
      if (!beating) {
        beating = true;
        silent = 0;
        after(BEAT_MS, beat);
      }
    });
    try {
      const answer = await answered;
      heard();
      if ('value' in answer) return answer.value;
      throw 'refused' in answer ? new Refusal(answer.refused) : new Error(answer.fault);
    } finally {
      pending.delete(ticket);
      signal?.removeEventListener('abort', stop);
    }
  }

  const methods = (Object.keys(WAY_AT) as Method[]).map((method) => [
    method,
    (...args: unknown[]) => ask(method, args),
  ]);
  return Object.fromEntries(methods) as SessionApi;
}
