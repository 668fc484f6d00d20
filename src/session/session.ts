// The session: one open run behind the one surface that pages, the command line and tests see. There is one order, and
// it is here: intents are done one after another; an `open` drops what was asked before it. Work beside looks at the
// run as it was when it was asked, and nothing waits for it.

import { createResultStore } from '../compute/result-store.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import type { Job, JobFinder, JobResults } from '../kernel/job.ts';
import type { JobNeeded } from '../timeline/timeline.ts';
import type { ToBegin } from './ahead.ts';
import { createAhead, NOTHING } from './ahead.ts';
import type { About, PlaceIn, SessionApi, Way } from './api.ts';
import type { Grounds } from './begin.ts';
import { begin, beginUnder } from './begin.ts';
import type { Beside } from './beside.ts';
import { besideOf } from './beside.ts';
import type { Explorer } from './explorer.ts';
import { part } from './late-part.ts';
import { moved, placeIn } from './move.ts';
import { openedFrom, replaced } from './opened.ts';
import { isHeld } from './questions.ts';
import type { Run } from './run.ts';
import { refused } from './session-text.ts';
import type { Sent } from './update.ts';
import { updateOf } from './update.ts';
import type { JobRunning, WorkHost } from './work.ts';
import { Work } from './work.ts';

export interface SessionDeps extends WorkHost {
  readonly catalog: readonly Pick<CatalogEntry, 'id' | 'load' | 'readers'>[];
  readonly runner: JobRunning;
  /** Where searches run; in this thread where not given. */
  readonly explorer?: Explorer;
}

/** Bytes of job results kept beside the run; a result let go is made again. */
const RESULT_BYTES = 128 * 2 ** 20;

export function createSession(deps: SessionDeps): SessionApi {
  const { catalog, runner, clock } = deps;
  const store = createResultStore(RESULT_BYTES, () => null);
  /** Addresses are hashes, and hashing arrives with the first job: before that there is no result to find. */
  let addressOf: ((job: Job) => string) | null = null;
  const results: JobFinder = { find: (job) => (addressOf && store.get(addressOf(job))) || undefined };
  const grounds: Grounds = { catalog, results, clock };

  const ahead = createAhead(runner, store);

  let open: Run | null = null;
  /** What the open run was put in place of. */
  let before: Run | null = null;
  let sent: Sent | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** Aborted when another run is opened: with it goes all that was asked of the one before. */
  let generation = new AbortController();

  /** With addresses, which arrive with the first job. */
  async function toBegin(jobs: readonly Job[], given: JobResults): Promise<ToBegin> {
    if (jobs.length === 0) return NOTHING;
    addressOf ??= (await part(() => import('../kernel/job.ts'))).addressOf;
    const named = addressOf;
    const inputs = { get: (address: string) => store.get(address) ?? given.get(address) };
    return { jobs: new Map(jobs.map((job) => [named(job), job])), inputs };
  }

  /** Runs work that any of the signals stops. `isMove`: what goes on beside a job that it needs is begun as well. */
  async function working<T>(
    signals: readonly (AbortSignal | undefined)[],
    body: (work: Work, signal: AbortSignal) => Promise<T>,
    isMove = false,
  ): Promise<T> {
    const stop = new AbortController();
    const work = new Work(deps, async ({ job, beside, given }: JobNeeded) => {
      const needed = await toBegin([job], given);
      if (isMove && !stop.signal.aborted) ahead.also(await toBegin(beside, given));
      const result = await runner.run(job, { inputs: needed.inputs, signal: stop.signal });
      for (const address of needed.jobs.keys()) store.put(address, result);
    });
    const cancel = (): void => {
      work.cancel();
      stop.abort(refused('session.cancelled'));
    };
    for (const signal of signals) {
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel);
    }
    try {
      return await body(work, stop.signal);
    } catch (error) {
      throw stop.signal.aborted && error === stop.signal.reason ? refused('session.cancelled') : error;
    } finally {
      for (const signal of signals) signal?.removeEventListener('abort', cancel);
    }
  }

  function runOf(id: string): Run {
    if (!open) throw refused('session.not-open');
    if (open.id === id) return open;
    throw refused('session.left');
  }

  /** A run that work beside may look at: the open one, or the one that it replaced. */
  const lookAt = ({ run: id, at }: PlaceIn): { readonly run: Run; readonly at: PlaceIn['at'] } => {
    const run = before?.id === id ? before : runOf(id);
    return { run, at: placeIn(run, at) };
  };

  const act: SessionApi['act'] = (id, intent, window, way = {}) => {
    if (intent.kind === 'open') {
      generation.abort();
      generation = new AbortController();
      ahead.only(NOTHING);
    }
    const mine = generation.signal;
    const { progress, signal } = way;
    const turn = async () => {
      if (mine.aborted) throw refused('session.left');
      if (signal?.aborted) throw refused('session.cancelled');
      let warning = null;
      let held = false;
      if (intent.kind === 'open') {
        const opened = await working(
          [mine, signal],
          (work) => openedFrom(grounds, id, intent, work, progress),
          true,
        );
        [open, before, warning] = [opened.run, null, opened.warning];
        // Whoever opens a run has nothing of it yet, whatever was sent under its id before.
        sent = null;
      } else if (intent.kind === 'set' || intent.kind === 'begin') {
        const run = runOf(id);
        const opened = await working([mine, signal], (work) => replaced(grounds, run, intent, work), true);
        [open, before, warning] = [opened.run, run, opened.warning];
      } else if (intent.kind === 'undo') {
        const run = runOf(id);
        if (!before) throw refused('session.nothing-before');
        [open, before] = [before, run];
      } else if (intent.kind !== 'show') {
        const run = runOf(id);
        const { cursor } = run;
        run.cursor = await working([mine, signal], (work) => moved(run, intent, work, progress), true);
        held = intent.kind === 'advance' && run.cursor === cursor && isHeld(run, cursor, intent.answered);
      }
      const run = intent.kind === 'show' ? runOf(id) : (open as Run);
      // A move that was stopped is still shown where it stands; one of a run that was left is not.
      return working([mine], async (work) => {
        await within(run, window, work);
        const made = await updateOf(run, window, sent, warning, work);
        sent = made.sent;
        // What goes on where the run stands is begun, and all else given up. Nobody waits for it.
        const { state } = await work.settle(() => run.timeline.at(run.cursor).moment);
        const given = { get: (address: string) => run.model.given?.(address) };
        const these = await toBegin(run.model.running?.(state) ?? [], given);
        if (!mine.aborted) ahead.only(these);
        return held ? { ...made.update, held: true } : made.update;
      });
    };
    const asked = last.then(turn, turn);
    last = asked;
    return asked;
  };

  const host: Beside = {
    look: lookAt,
    about: async (about: About) => {
      if ('run' in about) return lookAt(about);
      const run = await begin(grounds, '', about);
      return { run, at: run.cursor };
    },
    under: (run, settings) => beginUnder(grounds, run, '', settings),
    working: (way: Way | undefined, body) => working([way?.signal], body),
    runner,
    results: store,
    explorer: async () =>
      deps.explorer ?? (await part(() => import('./explorer.ts'))).inlineExplorer(deps.catalog, deps),
  };
  return {
    act,
    ...besideOf(host),
    give: async (file, name) => (await part(() => import('./give.ts'))).given(file, name),
    import: async (file, format, way = {}) => {
      const { importFile } = await part(() => import('./import.ts'));
      return importFile(deps.catalog, file, format, deps.breathe, way);
    },
  };
}

/** Where the address bounds the steps, to the nearest one within. */
async function within(
  run: Run,
  { from = null, to = null }: { readonly from?: number | null; readonly to?: number | null },
  work: Work,
): Promise<void> {
  const { try: id, step } = run.cursor;
  const wanted = Math.max(from ?? 0, Math.min(to ?? step, step));
  if (wanted === step) return;
  const known = Math.min(wanted, run.length(id));
  run.cursor = { try: id, step: known };
  if (known < wanted) {
    run.cursor = await moved(run, { kind: 'advance', count: wanted - known }, work);
  }
}
