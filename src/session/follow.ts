// Choices taken one after another along a run: by key, as far as they are enabled, and by the scheduler.

import { along } from './along.ts';
import type { Advance, Progress } from './api.ts';
import type { Cursor } from './frame.ts';
import { isHeld } from './questions.ts';
import type { Run } from './run.ts';
import type { Work } from './work.ts';

export interface Followed {
  readonly at: Cursor;
  /** Index of the first choice that was not enabled; null where all were taken. */
  readonly stoppedAt: number | null;
}

/** Takes the keys from a place on, up to the first that is not enabled. */
export async function followKeys(
  run: Run,
  from: Cursor,
  keys: readonly string[],
  work: Work,
  progress?: Progress,
): Promise<Followed> {
  let at = from;
  for (let index = 0; index < keys.length; index++) {
    const next = await work.settle(() => run.choose(at, keys[index] as string));
    if (!next) return { at, stoppedAt: index };
    at = next;
    await work.pace(() => progress?.({ share: index / keys.length, count: index }));
  }
  return { at, stoppedAt: null };
}

/**
 * Goes on by the try's own future, then the scheduler, for `count` steps, until the run rests, or up to a question that
 * was neither answered nor skipped. The run's cursor goes along, so that it stands where the work was stopped.
 */
export async function followScheduler(
  run: Run,
  from: Cursor,
  { count, answered }: Pick<Advance, 'count' | 'answered'>,
  work: Work,
  progress?: Progress,
): Promise<Cursor> {
  let at = from;
  for (let done = 0; done < count; done++) {
    const here = at;
    if (await work.settle(() => isHeld(run, here, answered))) return at;
    const next = await work.settle(() => run.advance(at));
    if (!next) return at;
    at = next;
    run.cursor = next;
    await work.pace(
      () => progress?.({ share: done / count, count: done }),
      () => along(run, at.try),
    );
  }
  return at;
}
