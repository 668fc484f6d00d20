// The next step worth looking at: a promise breaks (or something is reached), the lines part, or a wait ends, which is
// a step after which something is possible that was blocked before it.

import type { Cursor } from './frame.ts';
import { flipAt } from './overview.ts';
import type { Run } from './run.ts';
import type { Work } from './work.ts';

/** Going back looks at so many steps at once, forwards: a step back costs a seek, a step forwards does not. */
const BLOCK = 64;

/** Where to go from the cursor; the end (or the start) where nothing more is of interest that way. */
export async function interestingFrom(
  run: Run,
  cursor: Cursor,
  direction: 1 | -1,
  work: Work,
): Promise<Cursor> {
  const id = cursor.try;
  const length = run.length(id);
  if (direction === 1) {
    const found = await firstIn(run, id, cursor.step + 1, length, work);
    return { try: id, step: found ?? length };
  }
  for (let to = cursor.step; to > 1; to -= BLOCK) {
    let found: number | null = null;
    for (let from = Math.max(1, to - BLOCK); from < to; from++) {
      const next = await firstIn(run, id, from, to, work);
      if (next === null) break;
      found = next;
      from = next;
    }
    if (found !== null) return { try: id, step: found };
  }
  return { try: id, step: 0 };
}

/** The first step of interest from `from` on, before `to`. */
async function firstIn(run: Run, id: number, from: number, to: number, work: Work): Promise<number | null> {
  for (let step = from; step < to; step++) {
    const at = { try: id, step };
    if (isFlip(run, at) || run.timeline.tries.parts(at)) return step;
    if (await work.settle(() => endsWait(run, at))) return step;
    await work.pace();
  }
  return null;
}

const isFlip = (run: Run, at: Cursor): boolean =>
  run.model.properties.some((_, index) => flipAt(run, at, index) !== null);

function endsWait(run: Run, at: Cursor): boolean {
  const { model, timeline } = run;
  if (!model.blocked) return false;
  const before = timeline.at({ try: at.try, step: at.step - 1 });
  const waiting = model.blocked(before.moment.state).map(({ key }) => key);
  if (waiting.length === 0) return false;
  const open = new Set(timeline.enabled(timeline.at(at)).map(({ key }) => key));
  return waiting.some((key) => open.has(key));
}
