// The same choices, matched by key, under two settings. The first key that is not enabled on the other side is the
// divergence, or the first step whose reply or verdicts differ. After it the other side goes on with those of the
// choices that it still can take; where the run compared had come to rest, it is let run to rest too.

import { canonicalJson } from '../base/canonical.ts';
import type { CompareOutcome, CompareSide } from './api.ts';
import { followScheduler } from './follow.ts';
import type { Cursor } from './frame.ts';
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

/** Compares the path of a try of `a` with the same choices in `b`, a run with nothing chosen yet. */
export async function compareRuns(a: Run, id: number, b: Run, work: Work): Promise<CompareOutcome> {
  const keys = a.timeline.tries.keys(id);
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
  if (a.isOver(id)) at = await followScheduler(b, at, keys.length + EXTRA_STEPS - at.step, work);
  const middle = apart?.step ?? 0;
  return {
    firstDivergence: apart?.step ?? null,
    why: apart?.why ?? null,
    a: await side(a, { try: id, step: keys.length }, middle, work),
    b: await side(b, at, middle, work),
  };
}

async function side(run: Run, end: Cursor, middle: number, work: Work): Promise<CompareSide> {
  const from = end.step <= LONGEST_TRACK ? 0 : Math.max(0, middle - LONGEST_TRACK / 2);
  return {
    params: run.params,
    steps: end.step,
    track: await trackOf(run, end.try, from, Math.min(end.step, from + LONGEST_TRACK), work),
    properties: run.judged(end),
    actors: run.system.actors(run.params),
    promises: run.model.properties.map(({ name, inapplicable }) => ({ name, reason: inapplicable ?? null })),
  };
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
