// An Update as the page shows it: one write, so that nothing is drawn half. What is as it was keeps its reference.

import type { Update } from '../../session/api.ts';
import type { Frame, Track, TrackStep } from '../../session/frame.ts';
import type { PageState, Shown } from '../store.ts';

export function drawn(before: PageState, update: Update): Partial<PageState> {
  const { head, run } = update;
  const same = run === before.runId && before.frame !== null;
  const last = same ? before.frame : null;
  // Params belong to the run: they are the same as long as it is.
  const frame = last ? { ...update.frame, params: last.params } : update.frame;
  const track = update.track
    ? withKnown(same && last?.seenBy === update.frame.seenBy ? before.track : null, frame, last, update.track)
    : before.track;
  const first = (track?.from ?? 0) + 1;
  const moved = last === null ? 0 : Math.abs(frame.cursor.step - last.cursor.step);
  return {
    runId: run,
    ...(head ? { head, scenario: head.scenario, system: { id: frame.system, switches: head.switches } } : {}),
    frame,
    ended: update.ended ?? null,
    track,
    first,
    overview: update.overview === undefined ? before.overview : update.overview,
    link: update.link,
    path: update.path ?? before.path,
    glide: moved === 1 && before.first === first && !(before.playing && before.speed > 4),
    shown: shownAfter(before.shown, frame),
    hot: null,
    picked: same ? before.picked : null,
  };
}

/** Steps that were drawn before are the same objects: what draws them need not look again. */
function withKnown(old: Track | null, frame: Frame, last: Frame | null, track: Track): Track {
  if (!old || last?.cursor.try !== frame.cursor.try) return track;
  const known = new Map(old.steps.map((step) => [step.step, step]));
  const isSame = (a: TrackStep, b: TrackStep): boolean => a.key === b.key && a.fork === b.fork;
  const steps = track.steps.map((step) => {
    const before = known.get(step.step);
    return before && isSame(before, step) ? before : step;
  });
  return { ...track, steps };
}

function shownAfter(shown: Shown, frame: Frame): Shown {
  const decided = frame.properties.some((view) => view.soFar !== 'open' && view.soFar !== 'does not apply');
  const next = {
    choices: shown.choices || (frame.cursor.step > 0 && frame.choices.length > 1) || frame.tries.length > 1,
    rows: shown.rows || (frame.cursor.step > 0 && decided) || frame.cursor.step > 1,
    tries: shown.tries || frame.tries.length > 1,
  };
  const isSame = next.choices === shown.choices && next.rows === shown.rows && next.tries === shown.tries;
  return isSame ? shown : next;
}
