// The same choices, matched by key, under two settings. The first key that is not enabled on the other side is the
// divergence, or the first step whose reply or verdicts differ. After it the other side goes on with those of the
// choices that it still can take; where the run compared had come to rest, it is let run to rest too.

import { canonicalJson } from '../base/canonical.ts';
import type { Scene } from '../contract/system.ts';
import type { CompareOutcome, CompareSide } from './api.ts';
import { followKeys, followScheduler } from './follow.ts';
import type { Cursor, Track } from './frame.ts';
import { scenesOf } from './frame-of.ts';
import type { Ended } from './outcome.ts';
import { comparedWords, endOf } from './outcome.ts';
import type { Run } from './run.ts';
import { trackOf } from './track-of.ts';
import type { Work } from './work.ts';

/** A side's track is at most this long; of a longer run, the stretch about the divergence. */
const LONGEST_TRACK = 2000;
/** Steps that the other side may take beyond the run compared, to come to rest. */
const EXTRA_STEPS = 200;

type Why = CompareOutcome['why'];
interface Divergence {
  readonly step: number;
  readonly why: Why;
}

/** A try as it was when the comparison was asked for: a learner may go on stepping meanwhile. */
export interface Compared {
  readonly run: Run;
  readonly try: number;
  readonly keys: readonly string[];
  /** It had come to rest. */
  readonly over: boolean;
}

/** Compares the path of a try with the same choices in `b`, a run with nothing chosen yet. */
export async function compareRuns(left: Compared, b: Run, work: Work): Promise<CompareOutcome> {
  const { run: a, try: id, keys, over } = left;
  let at: Cursor = { try: 0, step: 0 };
  let apart: Divergence | null = null;
  for (const [index, key] of keys.entries()) {
    const next = await work.settle(() => b.choose(at, key));
    await work.pace();
    if (!next) {
      apart ??= { step: index + 1, why: 'not possible' };
      continue;
    }
    at = next;
    if (!apart && (await work.settle(() => differ(a, { try: id, step: index + 1 }, b, at)))) {
      apart = { step: index + 1, why: 'different outcome' };
    }
  }
  if (over) at = await followScheduler(b, at, { count: keys.length + EXTRA_STEPS - at.step }, work);
  const middle = apart?.step ?? 0;
  const end: Cursor = { try: id, step: keys.length };
  const ended = await endOf(a, end, work);
  const other = await endOf(b, at, work);
  const names = Object.keys(b.params).filter((name) => a.params[name] !== b.params[name]);
  return {
    said: comparedWords(ended, other, b.system.switches, names),
    firstDivergence: apart?.step ?? null,
    why: apart?.why ?? null,
    a: await side(a, end, ended, middle, work),
    b: await side(b, at, other, middle, work),
  };
}

/** The same run on its own, played to where the scheduler ends it: the one compared is left as it is. */
export async function playedOut({ keys }: Pick<Compared, 'keys'>, again: Run, work: Work): Promise<Compared> {
  const { at } = await followKeys(again, { try: 0, step: 0 }, keys, work);
  const most = Math.max(again.scenario.steps - at.step, 0) + EXTRA_STEPS;
  const end = await followScheduler(again, at, { count: most }, work);
  return {
    run: again,
    try: end.try,
    keys: again.timeline.tries.keys(end.try, 0, end.step),
    over: again.isOver(end.try),
  };
}

async function side(
  run: Run,
  end: Cursor,
  { facts, words }: Ended,
  middle: number,
  work: Work,
): Promise<CompareSide> {
  const from = end.step <= LONGEST_TRACK ? 0 : Math.max(0, middle - LONGEST_TRACK / 2);
  const track = await trackOf(run, end.try, from, Math.min(end.step, from + LONGEST_TRACK), work);
  return {
    params: run.params,
    steps: end.step,
    track,
    ...(await viewed(run, end.try, track, work)),
    properties: run.judged(end),
    facts,
    words: [...run.words, ...words],
    actors: run.system.actors(run.params),
    promises: run.model.properties.map(({ name, inapplicable }) => ({ name, reason: inapplicable ?? null })),
  };
}

/** What the system's own views draw of a stretch. */
async function viewed(run: Run, id: number, track: Track, work: Work): Promise<Partial<CompareSide>> {
  const { system, params, seed } = run;
  if (!system.scene) return {};
  const scenes: (readonly Scene[])[] = [];
  for (let step = track.from; step <= track.from + track.steps.length; step++) {
    const { moment } = await work.settle(() => run.timeline.at({ try: id, step }));
    scenes.push(scenesOf(run, moment, null));
    await work.pace();
  }
  return { scenes, ...(system.still ? { still: system.still(params, seed) } : {}) };
}

/** What was asked and came back, or a verdict that means something under both settings, is not the same. */
function differ(a: Run, atA: Cursor, b: Run, atB: Cursor): boolean {
  if (heading(a, atA) !== heading(b, atB)) return true;
  const others = b.verdicts(atB);
  return a.verdicts(atA).some((verdict, index) => {
    const other = others[index];
    return verdict !== other && verdict !== 'does not apply' && other !== 'does not apply';
  });
}

function heading(run: Run, at: Cursor): string {
  const { before, action, after } = run.timeline.stepTo(at);
  return canonicalJson(run.mark(before.moment.state, action, after.moment.state).heading);
}
