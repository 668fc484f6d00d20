// Where a run asks the learner for a guess. One place decides: a frame says which question stands at its step, and Next is
// held by the same one, in the queue itself. A page cannot hold it: its keys may be pressed before it has drawn the step.

import type { Cursor, Frame } from './frame.ts';
import type { Run } from './run.ts';

/**
 * A guess is asked where the run so far is the default run's, under the settings its answer is true for, and is about
 * this path as long as that goes on, until it has shown what was asked. Whether each step was the scheduler's pick was
 * noted when it was taken: the default run need not be run, nor its jobs.
 */
export function questionsAt(run: Run, cursor: Cursor): Pick<Frame, 'prediction' | 'answered'> {
  const predictions = run.scenario.predictions.filter(({ under = {} }) => run.isUnder(under));
  if (predictions.length === 0) return { prediction: null, answered: [] };
  const { tries } = run.timeline;
  const last = Math.min(cursor.step, Math.max(...predictions.map(({ at, shown }) => Math.max(at, shown))));
  let own = 0;
  while (own < last && tries.rankOf({ try: cursor.try, step: own + 1 }).isDefault) own++;
  const asked = predictions.find(({ at }) => at === cursor.step && at <= own);
  const answered = predictions.filter(
    ({ at, shown }) => at <= cursor.step && Math.min(Math.max(at, shown), cursor.step) <= own,
  );
  return { prediction: asked?.id ?? null, answered: answered.map(({ id }) => id) };
}

/** Whether a question stands here that is not among those answered or skipped; where it is not said which are, none. */
export function isHeld(run: Run, cursor: Cursor, answered: readonly string[] | undefined): boolean {
  if (!answered || !run.scenario.predictions.some(({ at }) => at === cursor.step)) return false;
  const { prediction } = questionsAt(run, cursor);
  return prediction !== null && !answered.includes(prediction);
}
