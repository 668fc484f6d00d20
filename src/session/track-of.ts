// A stretch of a run as lanes, strip and sentences show it.

import type { Chip } from '../contract/system.ts';
import type { Cursor, Track, TrackStep } from './frame.ts';
import type { Run } from './run.ts';
import { chipsSeen, markSeen, noticed, storySeen, verdictsSeen } from './seen-by.ts';
import type { Work } from './work.ts';

/** Steps `from` + 1 to `to` of a try; what is beyond its end is left out. */
export async function trackOf(
  run: Run,
  id: number,
  from: number,
  to: number,
  work: Work,
  eye: string | null = null,
): Promise<Track> {
  const last = Math.min(to, run.length(id));
  const first = Math.max(0, Math.min(from, last));
  const seen = seenOf(run, eye);
  const chips = await work.settle(() =>
    seen.chips.at(run, { try: id, step: first }, (at) => run.timeline.at(at).note),
  );
  const steps: TrackStep[] = [];
  for (let step = first + 1; step <= last; step++) {
    const at = { try: id, step };
    const known = await work.settle(() => seen.steps.at(run, at, () => trackStep(run, at, eye)));
    steps.push({ ...known, fork: run.timeline.tries.parts(at) });
    await work.pace();
  }
  return { from: first, steps, chips: chipsSeen(chips, eye) };
}

/** What was made last of each kind: a window that goes one step on makes one step. */
class Lately<T> {
  private readonly made = new Map<string, T>();

  at(run: Run, place: Cursor, make: (at: Cursor) => T): T {
    const home = run.timeline.tries.home(place);
    const name = `${home.try} ${home.step}`;
    const known = this.made.get(name) ?? make(place);
    this.made.delete(name);
    this.made.set(name, known);
    if (this.made.size > AT_HAND) this.made.delete(this.made.keys().next().value as string);
    return known;
  }
}
/** Some screens of steps. */
const AT_HAND = 400;

interface Seen {
  readonly steps: Lately<Omit<TrackStep, 'fork'>>;
  readonly chips: Lately<readonly Chip[]>;
}
/** With each eye's; those looked through last. */
const seenIn = new WeakMap<Run, Map<string | null, Seen>>();

function seenOf(run: Run, eye: string | null): Seen {
  const all = seenIn.get(run) ?? new Map<string | null, Seen>();
  seenIn.set(run, all);
  const seen = all.get(eye) ?? { steps: new Lately(), chips: new Lately() };
  all.set(eye, seen);
  return seen;
}

/** A step as it always is: only whether the lines part there changes. */
function trackStep(run: Run, at: Cursor, eye: string | null): Omit<TrackStep, 'fork'> {
  const { timeline } = run;
  const { before, action, after } = timeline.stepTo(at);
  const [was, is] = [before.moment.state, after.moment.state];
  const mark = markSeen(run, run.mark(was, action, is), was, action, is, eye);
  return {
    step: at.step,
    key: action.key,
    actor: noticed(run, was, action, is, eye) ? action.actor : '',
    sentence: storySeen(run, was, action, is, eye).sentence,
    mark,
    sentSteps: mark.arrows.map(({ id }) =>
      id === undefined ? at.step : (before.moment.pending.get(id)?.sentStep ?? at.step),
    ),
    verdicts: verdictsSeen(run, run.verdicts(at), eye),
    soFar: verdictsSeen(
      run,
      run.model.properties.map((_, index) => timeline.soFar(at, index)),
      eye,
    ),
  };
}
