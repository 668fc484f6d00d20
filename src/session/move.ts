// One move of the learner's, done: where the run's cursor stands after it.

import type { Move, Progress } from './api.ts';
import { followKeys, followScheduler } from './follow.ts';
import type { Cursor } from './frame.ts';
import { interestingFrom } from './interest.ts';
import type { Run } from './run.ts';
import { refused } from './session-text.ts';
import type { Work } from './work.ts';

const LONGEST_NAME = 80;

/** Refuses, with the run as it was, what is not possible. A move that is stopped stands where it got to, where it may. */
export async function moved(run: Run, move: Move, work: Work, progress?: Progress): Promise<Cursor> {
  switch (move.kind) {
    case 'choose': {
      const at = placeIn(run, move.at);
      const to = await work.settle(() => run.choose(at, move.key));
      if (!to) throw refused('session.not-possible', { key: move.key, step: at.step + 1 });
      return to;
    }
    case 'seek':
      return placeIn(run, move.to);
    case 'back':
      return { try: run.cursor.try, step: Math.max(0, run.cursor.step - move.count) };
    case 'advance':
      if (move.from) run.cursor = placeIn(run, move.from);
      try {
        return await followScheduler(run, run.cursor, move, work, progress);
      } catch (error) {
        if (!work.cancelled) throw error;
        return run.cursor;
      }
    case 'interesting':
      return interestingFrom(run, run.cursor, move.direction, work);
    case 'try': {
      const from = placeIn(run, move.from);
      const { at, stoppedAt } = await followKeys(run, from, move.keys, work, progress);
      if (stoppedAt !== null) {
        throw refused('session.not-possible', { key: move.keys[stoppedAt] as string, step: at.step + 1 });
      }
      if (move.name !== null) run.timeline.tries.get(at.try).name ??= shortName(move.name);
      return at;
    }
    case 'name':
      placeIn(run, { try: move.try, step: 0 });
      run.timeline.tries.get(move.try).name = shortName(move.name);
      return run.cursor;
  }
}

/** The place, where the run has it. */
export function placeIn(run: Run, { try: id, step }: Cursor): Cursor {
  const whole = Number.isInteger(id) && Number.isInteger(step);
  if (!whole || id < 0 || id >= run.timeline.tries.count || step < 0 || step > run.length(id)) {
    throw refused('session.no-place', { step: String(step), try: String(id) });
  }
  return { try: id, step };
}

const shortName = (name: string): string | null => name.trim().slice(0, LONGEST_NAME) || null;
