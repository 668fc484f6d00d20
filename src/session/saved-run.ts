// A run with all its tries as a plain saved value, and back. What the model no longer allows is left out and said.

import { fingerprintHex } from '../base/fingerprint.ts';
import type { Text } from '../base/text.ts';
import { momentFingerprint } from '../kernel/moment.ts';
import type { SavedRun, SavedTry } from '../share/saved.ts';
import { packKeys, SAVED_VERSION, stepsOfKeys } from '../share/saved-keys.ts';
import type { Progress } from './api.ts';
import type { Cursor } from './frame.ts';
import type { Run } from './run.ts';
import { sessionText } from './session-text.ts';
import type { Work } from './work.ts';

export function savedRunOf(run: Run): SavedRun {
  const { timeline, cursor } = run;
  return {
    lamplight: SAVED_VERSION,
    system: run.system.id,
    modelVersion: run.system.version,
    scenario: run.scenario.id,
    params: { ...run.params },
    seed: run.seed,
    tries: timeline.tries.list().map((line) => ({
      parent: line.parent?.try ?? null,
      at: line.start,
      keys: packKeys(line.keys, (index) => (line.ranks.at(index) & 1) === 1),
      name: line.name,
      end: endOf(run, line.id),
    })),
    cursor: { try: cursor.try, step: cursor.step },
    fingerprint: fingerprintHex(momentFingerprint(timeline.at(cursor).moment)),
  };
}

/** Ends that are known, so that only what has grown since the last save is looked at again. */
const ends = new WeakMap<Run, Map<number, { readonly length: number; readonly print: string }>>();

/** The fingerprint of a try's last moment. */
function endOf(run: Run, id: number): string {
  const length = run.length(id);
  const known = ends.get(run) ?? new Map();
  ends.set(run, known);
  const before = known.get(id);
  if (before?.length === length) return before.print;
  const print = fingerprintHex(momentFingerprint(run.timeline.at({ try: id, step: length }).moment));
  known.set(id, { length, print });
  return print;
}

/** Where a saved run goes no further. */
interface Stopped {
  readonly try: number;
  readonly step: number;
  /** What may be held is the reason. */
  readonly halt: Text | null;
}

/** Runs every try of a saved run again, in a run with nothing chosen yet. */
export async function runSaved(
  run: Run,
  saved: SavedRun,
  work: Work,
  progress?: Progress,
): Promise<Text | null> {
  const total = saved.tries.reduce((sum, line) => sum + stepsOfKeys(line.keys), 0);
  const ends: Cursor[] = [];
  let done = 0;
  let stopped: Stopped | null = null;
  /** Another end than the one that was saved. */
  let changed = false;
  for (const [index, line] of saved.tries.entries()) {
    const parentEnd = line.parent === null ? run.cursor : (ends[line.parent] as Cursor);
    const from = { try: parentEnd.try, step: Math.min(line.at, parentEnd.step) };
    const doneBefore = done;
    const reached =
      line.at > parentEnd.step
        ? from
        : await runTry(run, from, line, work, (own) => {
            progress?.({ share: (doneBefore + own) / total, count: doneBefore + own });
          });
    done += reached.step - from.step;
    ends.push(reached);
    const missing = line.at + stepsOfKeys(line.keys) - reached.step;
    if (missing > 0 && !stopped) stopped = { try: index, step: reached.step + 1, halt: run.halt(reached) };
    else if (missing === 0 && line.end !== undefined && !changed) {
      changed = (await work.settle(() => endOf(run, reached.try))) !== line.end;
    }
    if (missing === 0 && line.name !== null) run.timeline.tries.get(reached.try).name = line.name;
  }
  const shown = ends[saved.cursor.try] as Cursor;
  run.cursor = { try: shown.try, step: Math.min(saved.cursor.step, shown.step) };
  return warningOf(run, saved, stopped, changed, work);
}

async function runTry(
  run: Run,
  from: Cursor,
  line: SavedTry,
  work: Work,
  report: (own: number) => void,
): Promise<Cursor> {
  let at = from;
  for (const key of line.keys) {
    for (let left = typeof key === 'number' ? key : 1; left > 0; left--) {
      const next = await work.settle(() =>
        typeof key === 'number' ? scheduled(run, at) : run.take(at, key),
      );
      if (!next) return at;
      at = next;
      await work.pace(() => report(at.step - from.step));
    }
  }
  return at;
}

/** The scheduler's pick here, whatever was tried from here before. */
function scheduled(run: Run, at: Cursor): Cursor | null {
  const stand = run.timeline.at(at);
  const rank = run.timeline.pick(stand);
  return rank < 0 ? null : run.chooseRank(at, rank);
}

async function warningOf(
  run: Run,
  saved: SavedRun,
  stopped: Stopped | null,
  changed: boolean,
  work: Work,
): Promise<Text | null> {
  const { id: system, version: here } = run.system;
  if (saved.modelVersion !== here) {
    return sessionText('saved.other-model', { system, made: saved.modelVersion, here });
  }
  if (stopped?.halt) return stopped.halt;
  if (stopped) return sessionText('saved.stops', { step: stopped.step, try: stopped.try + 1 });
  if (changed) return sessionText('saved.drifted');
  const { moment } = await work.settle(() => run.timeline.at(run.cursor));
  const same = fingerprintHex(momentFingerprint(moment)) === saved.fingerprint;
  return same ? null : sessionText('saved.drifted');
}
