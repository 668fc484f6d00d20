// What works beside the order of intents: each takes the run as it is when it is asked, and is stopped by its own signal
// alone. What few runs need arrives when it is first asked for: a first page need not wait for it.

import { fingerprintHex } from '../base/fingerprint.ts';
import type { ResultStore } from '../compute/result-store.ts';
import type { Seat } from '../compute/shared-search.ts';
import { filesIn } from '../contract/files.ts';
import type { Settings } from '../contract/settings.ts';
import { DEFAULT_MAX_BYTES } from '../kernel/exploration.ts';
import { momentFingerprint } from '../kernel/moment.ts';
import type { About, PlaceIn, SessionApi, Way } from './api.ts';
import type { Explorer } from './explorer.ts';
import { followKeys } from './follow.ts';
import type { Cursor } from './frame.ts';
import { part } from './late-part.ts';
import { linkAt } from './links.ts';
import type { Run } from './run.ts';
import { savedRunOf } from './saved-run.ts';
import { refused } from './session-text.ts';
import { trackOf } from './track-of.ts';
import type { JobRunning, Work } from './work.ts';

interface Looked {
  readonly run: Run;
  readonly at: Cursor;
}

/** What a session lends to work beside it. */
export interface Beside {
  readonly look: (place: PlaceIn) => Looked;
  readonly about: (about: About) => Promise<Looked>;
  /** The same scenario and seed at other settings, with nothing chosen yet. */
  readonly under: (run: Run, settings: Settings) => Promise<Run>;
  readonly working: <T>(
    way: Way | undefined,
    body: (work: Work, signal: AbortSignal) => Promise<T>,
  ) => Promise<T>;
  readonly runner: JobRunning;
  readonly results: ResultStore;
  readonly explorer: () => Promise<Explorer>;
}

export const besideOf = (host: Beside): Omit<SessionApi, 'act' | 'give' | 'import'> => ({
  save: async (id) => {
    const { run } = host.look({ run: id, at: { try: 0, step: 0 } });
    const saved = await host.working(undefined, (work) => work.settle(() => savedRunOf(run)));
    const { system, scenario, cursor, tries } = saved;
    return { run: id, system, scenario, step: cursor.step, tries: tries.length, saved };
  },

  track: async (place, from, to) => {
    const { run, at } = host.look(place);
    return host.working(undefined, (work) => trackOf(run, at.try, Math.floor(from), Math.floor(to), work));
  },

  summary: async (place) => {
    const { run, at } = host.look(place);
    return host.working(undefined, (work) =>
      work.settle(() => ({
        steps: at.step,
        fingerprint: fingerprintHex(momentFingerprint(run.timeline.at(at).moment)),
        properties: run.judged(at),
        link: linkAt(run, at),
      })),
    );
  },

  link: async (request, choices, step) => {
    const { run, at } = await host.about(request);
    return host.working(undefined, async (work) => {
      const { at: end, stoppedAt } = await followKeys(run, at, choices, work);
      if (stoppedAt !== null) {
        throw refused('session.not-possible', { key: choices[stoppedAt] as string, step: end.step + 1 });
      }
      const shown = { try: end.try, step: Math.min(step ?? end.step, end.step) };
      return work.settle(() => linkAt(run, shown));
    });
  },

  tell: async (request, choices, way) => {
    const { run, at } = await host.about(request);
    const { tellAlong } = await part(() => import('./tell.ts'));
    return host.working(way, (work) => tellAlong(run, at, choices, work));
  },

  explore: async (about, request, way) => {
    const { run, at } = await host.about(about);
    const { maxStates, maxBytes = DEFAULT_MAX_BYTES, maxDepth, map = false } = request;
    const { system, scenario, params, seed, timeline } = run;
    const prefix = timeline.tries.keys(at.try, 0, at.step);
    const bounds = { maxStates, maxBytes, maxDepth, map };
    const files = filesIn(params);
    const task = { system: system.id, scenario: scenario.id, params, seed, prefix, files, ...bounds };
    const explorer = await host.explorer();
    return host.working(way, (_, signal) => explorer(task, way?.progress, signal));
  },

  compare: async (place, params, way) => {
    const { run, at } = host.look(place);
    const left = { run, try: at.try, keys: run.timeline.tries.keys(at.try), over: run.isOver(at.try) };
    const [{ compareRuns, playedOut }, right, again] = await Promise.all([
      part(() => import('./compare.ts')),
      host.under(run, params),
      place.toEnd && !left.over ? host.under(run, {}) : null,
    ]);
    return host.working(way, async (work) =>
      compareRuns(again ? await playedOut(left, again, work) : left, right, work),
    );
  },

  why: async (place, property, way) => {
    const { run, at } = host.look(place);
    const { whyOf } = await part(() => import('./why.ts'));
    return host.working(way, (work) => whyOf(run, at, property, work, way?.progress));
  },

  lowest: async ({ workers, ...search }, { progress, signal } = {}) => {
    let seats: readonly Seat[] = [];
    let untried = search.from;
    const onProgress = (now: readonly Seat[], from: number): void => {
      seats = now;
      untried = from;
      progress?.({ seats });
    };
    try {
      const found = await host.runner.search(search, { workers, onProgress, signal });
      return { ...found, stopped: false };
    } catch (error) {
      if (!signal?.aborted) throw error;
      const tried = seats.reduce((sum, { tried }) => sum + tried, 0);
      return { hit: null, tried, seats, untried, stopped: true };
    }
  },

  experiment: async (about, way) => {
    const { run } = await host.about(about);
    const { system, params, seed } = run;
    const measured = await part(async () => system.experiment?.(params, seed));
    if (!measured) return null;
    const { progress } = way ?? {};
    return host.working(way, async (_, signal) => {
      const onProgress = progress && ((share: number) => progress({ share }));
      const { runner, results: inputs } = host;
      return measured.read(await runner.run(measured.job, { inputs, onProgress, signal }));
    });
  },

  timed: async (about, view, way) => {
    const { run } = await host.about(about);
    const work = await part(async () => run.system.timed?.(view, run.params));
    if (!work) return null;
    const { progress } = way ?? {};
    return host.working(way, async (_, signal) => {
      const onProgress = progress && ((share: number) => progress({ share }));
      return work.read(await host.runner.time(work, { onProgress, signal }));
    });
  },
});
