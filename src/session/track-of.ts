// A stretch of a run as lanes, strip and sentences show it, and the whole run at a glance for the ruler.

import type { Verdict } from '../kernel/property.ts';
import type { Cursor, Overview, Track, TrackStep } from './frame.ts';
import type { Run } from './run.ts';
import type { Work } from './work.ts';

/** Stretches of the ruler in which each actor's steps are counted. */
const BINS = 200;
/** Stretches of which one flip of each property and verdict is enough for a ruler of a screen's width. */
const STRETCHES = 400;

/** Steps `from` + 1 to `to` of a try; what is beyond its end is left out. */
export async function trackOf(run: Run, id: number, from: number, to: number, work: Work): Promise<Track> {
  const last = Math.min(to, run.length(id));
  const first = Math.max(0, Math.min(from, last));
  const { note: chips } = await work.settle(() => run.timeline.at({ try: id, step: first }));
  const steps: TrackStep[] = [];
  for (let step = first + 1; step <= last; step++) {
    steps.push(await work.settle(() => trackStep(run, { try: id, step })));
    await work.pace();
  }
  return { from: first, steps, chips };
}

function trackStep(run: Run, at: Cursor): TrackStep {
  const { system, params, timeline } = run;
  const { before, action, after } = timeline.stepTo(at);
  const mark = run.mark(before.moment.state, action, after.moment.state);
  return {
    step: at.step,
    key: action.key,
    actor: action.actor,
    sentence: system.narrate(before.moment.state, action, after.moment.state, params).sentence,
    mark,
    sentSteps: mark.arrows.map(({ id }) =>
      id === undefined ? at.step : (before.moment.pending.get(id)?.sentStep ?? at.step),
    ),
    verdicts: run.verdicts(at),
    fork: timeline.tries.parts(at),
  };
}

export async function overviewOf(run: Run, id: number, work: Work): Promise<Overview> {
  const { timeline, model } = run;
  const length = run.length(id);
  const bins = Math.min(BINS, length);
  const counts = timeline.actorIds.map(() => new Array<number>(bins).fill(0));
  for (let step = 1; step <= length; step++) {
    const row = counts[timeline.actorOf({ try: id, step })];
    const bin = Math.floor(((step - 1) * bins) / length);
    if (row) row[bin] = (row[bin] ?? 0) + 1;
    if (step % 1024 === 0) await work.pace();
  }
  const flips = new Map<string, { step: number; property: string; verdict: Verdict; count: number }>();
  for (let step = 1; step <= length; step++) {
    for (let index = 0; index < model.properties.length; index++) {
      const verdict = flipAt(run, { try: id, step }, index);
      if (!verdict) continue;
      const stretch = length <= STRETCHES ? step : Math.floor((step * STRETCHES) / length);
      const place = `${stretch} ${index} ${verdict}`;
      const known = flips.get(place);
      if (known) known.count++;
      else flips.set(place, { step, property: model.properties[index]?.name ?? '', verdict, count: 1 });
    }
    if (step % 1024 === 0) await work.pace();
  }
  const bursts = timeline.actorIds
    .map((actor, index) => ({ actor, counts: counts[index] ?? [] }))
    .filter((burst) => burst.counts.some((count) => count > 0));
  return { length, flips: [...flips.values()], forks: timeline.tries.forks(id), bursts };
}

/** The verdict that a property changes to in this step, where that is a violation or a reaching. */
export function flipAt(run: Run, at: Cursor, property: number): 'violated' | 'reached' | null {
  const verdict = run.timeline.verdict(at, property);
  if (verdict !== 'violated' && verdict !== 'reached') return null;
  return run.timeline.verdict({ try: at.try, step: at.step - 1 }, property) === verdict ? null : verdict;
}
