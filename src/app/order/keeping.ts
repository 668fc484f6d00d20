// Keeps the open run: one save under way at a time, at most two a second, and one more at once when the run is left.
// Nothing waits for it but the opening of the same run again. What cannot be kept is said once for each reason.

import type { SavedOf, SessionApi } from '../../session/api.ts';
import type { StorageFailure } from '../storage/connection.ts';
import { KEPT_VERSION } from '../storage/kept-run.ts';
import type { createNotes } from './notes.ts';
import type { Rim } from './rim.ts';

const EVERY_MS = 500;
type Guesses = Readonly<Record<string, string>>;

interface Due {
  readonly run: string;
  readonly guesses: Guesses;
}

export interface KeepingDeps extends Pick<Rim, 'kept' | 'after' | 'now'> {
  readonly session: () => Promise<{ readonly api: Pick<SessionApi, 'save'> }>;
  readonly notes: ReturnType<typeof createNotes>;
  readonly failed: (why: StorageFailure) => void;
}

export function createKeeping({ kept, after, now, session, notes, failed }: KeepingDeps) {
  let due: Due | null = null;
  let saving = false;
  /** A save was begun less than so long ago. */
  let fresh = false;
  /** Writes go to storage in the order in which they were asked for. */
  let writes: Promise<unknown> = Promise.resolve();
  const under = new Map<string, Promise<unknown>>();
  let said: StorageFailure | null = null;

  function soon(): void {
    if (!due || saving || fresh) return;
    saving = true;
    fresh = true;
    after(EVERY_MS, () => {
      fresh = false;
      soon();
    });
    const now = due;
    due = null;
    void keep(now).finally(() => {
      saving = false;
      soon();
    });
  }

  function keep(one: Due): Promise<void> {
    const { run } = one;
    notes.asked(run);
    // Asked at once, so that it is the run as the page has drawn it, whatever is asked after it.
    const saved = session().then(({ api }) => api.save(run));
    const before = writes;
    const done = saved.then(
      async (made) => {
        await before;
        await write(made, one.guesses);
      },
      // The session has ended, or has left the run: what was noted stays.
      () => undefined,
    );
    writes = done;
    under.set(run, done);
    return done.finally(() => {
      if (under.get(run) === done) under.delete(run);
    });
  }

  async function write({ run, ...saved }: SavedOf, guesses: Guesses): Promise<void> {
    const put = await kept.put({ version: KEPT_VERSION, id: run, ...saved, updated: now(), guesses });
    if (put.ok) notes.kept(run, guesses);
    else if (put.why !== said) failed(put.why);
    said = put.ok ? null : put.why;
  }

  return {
    /** The run has changed. */
    changed(run: string, guesses: Guesses): void {
      if (due && due.run !== run) void keep(due);
      due = { run, guesses };
      soon();
    },

    /** The run is being left: what is due is asked for now. */
    leave(): void {
      if (!due) return;
      void keep(due);
      due = null;
    },

    /** Resolves when nothing of this run is on its way to storage. */
    settled: async (run: string): Promise<void> => {
      await under.get(run);
    },
  };
}
