// The session: one open run behind the one surface that pages, the command line and tests see. Calls that touch the
// run are taken one after another; searches and comparisons work on what was on screen when they were asked for, so
// that a person can go on stepping meanwhile. Everything that crosses is plain data.

import { Refusal } from '../base/result.ts';
import type { RunOptions as JobOptions } from '../compute/job-runner.ts';
import { createResultStore } from '../compute/result-store.ts';
import { fingerprintHex } from '../kernel/fingerprint.ts';
import type { Job, JobFinder } from '../kernel/job.ts';
import { momentFingerprint } from '../kernel/moment.ts';
import type { Scenario, System } from '../kernel/system.ts';
import type { JobNeeded } from '../kernel/timeline.ts';
import { parseLink } from '../share/link.ts';
import type { CompareOutcome, ExploreOutcome, Opened, OpenRequest, SessionApi } from './api.ts';
import { defaultKeysOf } from './default-keys.ts';
import type { Explorer } from './explorer.ts';
import { followKeys, followScheduler } from './follow.ts';
import type { Cursor, Frame, RunHead } from './frame.ts';
import { frameOf } from './frame-of.ts';
import { interestingFrom } from './interest.ts';
import { linkOf, runLink } from './links.ts';
import type { Settings } from './params.ts';
import { checkedSeed, scenarioParams, withSettings } from './params.ts';
import { Run } from './run.ts';
import { runSaved, savedRunOf } from './saved-run.ts';
import { refused, sessionText } from './session-text.ts';
import { overviewOf, trackOf } from './track-of.ts';
import type { WorkHost } from './work.ts';
import { Work } from './work.ts';

/** Computes jobs: the compute layer's runner. */
export interface JobRunning {
  run(job: Job, options?: JobOptions): Promise<Uint8Array>;
}

export interface SessionDeps extends WorkHost {
  readonly catalog: readonly { readonly id: string; readonly load: () => Promise<System> }[];
  readonly runner: JobRunning;
  /** Where searches run; in this thread where not given. */
  readonly explorer?: Explorer;
}

/** Bytes of job results kept beside the run; a result let go is made again. */
const RESULT_BYTES = 128 * 2 ** 20;
const LONGEST_NAME = 80;

export function createSession(deps: SessionDeps): SessionApi {
  const { catalog, runner, clock } = deps;
  const results = createResultStore(RESULT_BYTES, () => null);
  /** Addresses are hashes, and hashing arrives with the first job: before that there is no result to find. */
  let addressOf: ((job: Job) => string) | null = null;
  const found: JobFinder = { find: (job) => (addressOf && results.get(addressOf(job))) || undefined };
  const live = new Set<AbortController>();
  let open: Run | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** Runs work that `cancel` stops. */
  async function working<T>(body: (work: Work, signal: AbortSignal) => Promise<T>): Promise<T> {
    const stop = new AbortController();
    const work = new Work(deps, async (needed: JobNeeded) => {
      addressOf ??= (await import('../kernel/job.ts')).addressOf;
      const result = await runner.run(needed.job, { inputs: results, signal: stop.signal });
      results.put(addressOf(needed.job), result);
    });
    stop.signal.addEventListener('abort', () => work.cancel());
    live.add(stop);
    try {
      return await body(work, stop.signal);
    } catch (error) {
      throw stop.signal.aborted && error === stop.signal.reason ? refused('session.cancelled') : error;
    } finally {
      live.delete(stop);
    }
  }

  /** The same, after everything asked for before. */
  function inTurn<T>(body: (work: Work) => Promise<T>): Promise<T> {
    const turn = last.then(
      () => working(body),
      () => working(body),
    );
    last = turn;
    return turn;
  }

  function current(): Run {
    if (!open) throw refused('session.not-open');
    return open;
  }

  async function find(id: string, scenarioId: string): Promise<{ system: System; scenario: Scenario }> {
    const entry = catalog.find((one) => one.id === id);
    if (!entry) {
      throw refused('link.unknown-system', { system: id, known: catalog.map((one) => one.id).join(', ') });
    }
    const system = await entry.load();
    const scenario = system.scenarios.find((one) => one.id === scenarioId);
    if (!scenario) {
      const known = system.scenarios.map((one) => one.id).join(', ');
      throw refused('link.unknown-scenario', { system: id, scenario: scenarioId, known });
    }
    return { system, scenario };
  }

  async function begin({ system: id, scenario: scenarioId, params = {}, seed }: OpenRequest): Promise<Run> {
    const { system, scenario } = await find(id, scenarioId);
    const settings = withSettings(system, scenarioParams(system, scenario), params);
    await system.prepare?.(settings);
    return new Run({ system, scenario, params: settings, seed: checkedSeed(seed), results: found, clock });
  }

  /** The run at other settings, with what they need loaded. */
  async function under(run: Run, settings: Settings): Promise<Run> {
    const params = withSettings(run.system, run.params, settings);
    await run.system.prepare?.(params);
    return run.under(params);
  }

  async function frameAt(run: Run, work: Work): Promise<Frame> {
    run.defaultKeys ??= await defaultKeysOf(run, work);
    return work.settle(() => frameOf(run, run.cursor));
  }

  async function opened(run: Run, warning: Opened['warning'], work: Work): Promise<Opened> {
    const frame = await frameAt(run, work);
    open = run;
    return { frame, head: headOf(run), warning };
  }

  function checkedCursor(run: Run, { try: id, step }: Cursor): Cursor {
    const whole = Number.isInteger(id) && Number.isInteger(step);
    if (!whole || id < 0 || id >= run.timeline.tries.count || step < 0 || step > run.length(id)) {
      throw refused('session.no-place', { step: String(step), try: String(id) });
    }
    return { try: id, step };
  }

  /** Goes somewhere and shows it. */
  const move = (to: (run: Run, work: Work) => Promise<Cursor>): Promise<Frame> =>
    inTurn(async (work) => {
      const run = current();
      run.cursor = await to(run, work);
      return frameAt(run, work);
    });

  return {
    open: (request) => inTurn(async (work) => opened(await begin(request), null, work)),

    openLink: (fragment, progress) =>
      inTurn(async (work) => {
        const parsed = parseLink(fragment);
        if (!parsed.ok) throw new Refusal(parsed.error);
        const link = parsed.value;
        if (link.kind === 'plain') return opened(await begin(link), null, work);
        const { seed, ...request } = link;
        const run = await begin(seed === null ? request : { ...request, seed });
        return opened(run, await runLink(run, link, work, progress), work);
      }),

    save: () => inTurn((work) => work.settle(() => savedRunOf(current()))),

    restore: (saved, progress) =>
      inTurn(async (work) => {
        const { parseSaved, parseSavedText } = await import('../share/saved.ts');
        const parsed = typeof saved === 'string' ? parseSavedText(saved) : parseSaved(saved);
        if (!parsed.ok) throw new Refusal(parsed.error);
        const { value } = parsed;
        const run = await begin(value);
        return opened(run, await runSaved(run, value, work, progress), work);
      }),

    frame: () => inTurn((work) => frameAt(current(), work)),

    seek: (cursor) => move(async (run) => checkedCursor(run, cursor)),

    choose: (key) =>
      move(async (run, work) => {
        const next = await work.settle(() => run.choose(run.cursor, key));
        if (!next) throw refused('session.not-possible', { key, step: run.cursor.step + 1 });
        return next;
      }),

    advance: (count, progress) =>
      inTurn(async (work) => {
        const run = current();
        try {
          run.cursor = await followScheduler(run, run.cursor, count, work, progress);
        } catch (error) {
          if (!work.cancelled) throw error;
        }
        return working((after) => frameAt(run, after));
      }),

    interesting: (direction) => move((run, work) => interestingFrom(run, run.cursor, direction, work)),

    nameTry: (id, name) =>
      inTurn(async (work) => {
        const run = current();
        if (!Number.isInteger(id) || id < 0 || id >= run.timeline.tries.count) {
          throw refused('session.no-try', { try: String(id) });
        }
        run.timeline.tries.get(id).name = shortName(name);
        return frameAt(run, work);
      }),

    setParams: (params) =>
      inTurn(async (work) => {
        const before = current();
        const run = await under(before, params);
        const keys = before.timeline.tries.keys(before.cursor.try);
        const { at, stoppedAt } = await followKeys(run, run.cursor, keys, work);
        run.cursor = { try: at.try, step: Math.min(before.cursor.step, at.step) };
        const warning =
          stoppedAt === null
            ? null
            : sessionText('session.kept-up-to', { step: stoppedAt + 1, key: keys[stoppedAt] as string });
        return opened(run, warning, work);
      }),

    tryChoices: (choices, from, name) =>
      move(async (run, work) => {
        const start = from === 'start' ? { try: 0, step: 0 } : run.cursor;
        const { at, stoppedAt } = await followKeys(run, start, choices, work);
        if (stoppedAt !== null) {
          throw refused('session.not-possible', { key: choices[stoppedAt] as string, step: at.step + 1 });
        }
        const reached = run.timeline.tries.get(at.try);
        if (name !== null) reached.name ??= shortName(name);
        return at;
      }),

    track: (from, to) =>
      inTurn((work) => trackOf(current(), current().cursor.try, Math.floor(from), Math.floor(to), work)),

    overview: () => inTurn((work) => overviewOf(current(), current().cursor.try, work)),

    trace: () =>
      inTurn(async () => {
        const { system, scenario, params, seed, timeline, cursor } = current();
        const choices = timeline.tries.keys(cursor.try, 0, cursor.step);
        return { system: system.id, scenario: scenario.id, params, seed, choices };
      }),

    link: () => inTurn((work) => work.settle(() => linkOf(current()))),

    summary: () =>
      inTurn((work) =>
        work.settle(() => {
          const run = current();
          const { moment } = run.timeline.at(run.cursor);
          return {
            steps: run.cursor.step,
            fingerprint: fingerprintHex(momentFingerprint(moment)),
            properties: run.judged(run.cursor),
            link: linkOf(run),
          };
        }),
      ),

    explore: async (request, progress): Promise<ExploreOutcome> => {
      const { run, at, from } = await inTurn(async (work) => {
        const now = current();
        const place = request.from === 'here' ? now.cursor : { try: 0, step: 0 };
        const stand = await work.settle(() => now.timeline.at(place));
        return { run: now, at: place, from: stand.moment.state };
      });
      const { maxStates, maxDepth, workers, map = false } = request;
      const { system, params, seed, timeline, model } = run;
      const prefix = timeline.tries.keys(at.try, 0, at.step);
      const task = { system: system.id, params, seed, prefix, maxStates, maxDepth, workers, map };
      // What few runs need arrives when it is first asked for: a first page need not wait for it.
      const explorer = deps.explorer ?? (await import('./explorer.ts')).inlineExplorer(deps);
      return working((_, signal) => explorer(task, model, from, progress, signal));
    },

    compare: async (params: Settings): Promise<CompareOutcome> => {
      const { a, b, id } = await inTurn(async () => {
        const now = current();
        return { a: now, b: await under(now, params), id: now.cursor.try };
      });
      const { compareRuns } = await import('./compare.ts');
      return working((work) => compareRuns(a, id, b, work));
    },

    why: async (property, progress) => {
      const { run, at } = await inTurn(async () => ({ run: current(), at: current().cursor }));
      const { whyOf } = await import('./why.ts');
      return working((work) => whyOf(run, at, property, work, progress));
    },

    experiment: async (progress) => {
      const run = await inTurn(async () => current());
      const { system, scenario, params, seed } = run;
      const beside = await system.experiment?.(scenario.id, params, seed);
      if (!beside) return null;
      return working(async (_, signal) => {
        const onProgress = progress && ((share: number) => progress({ share }));
        return beside.read(await runner.run(beside.job, { inputs: results, onProgress, signal }));
      });
    },

    cancel: async () => {
      for (const stop of live) stop.abort(refused('session.cancelled'));
    },
  };
}

const headOf = ({ system, scenario, params, model }: Run): RunHead => ({
  switches: system.switches,
  brief: scenario.measured !== true && (system.brief?.(params) ?? true),
  scenario,
  actors: system.actors(params),
  properties: model.properties.map(({ name, kind }) => ({ name, kind })),
});

const shortName = (name: string): string | null => name.trim().slice(0, LONGEST_NAME) || null;
