// What a list of choices is in words: each step's sentence, and what can be done after the last. A map knows keys alone;
// this says what they mean, along one path at a time.

import type { Told } from './api.ts';
import { followKeys } from './follow.ts';
import type { Cursor } from './frame.ts';
import type { Run } from './run.ts';
import { refused } from './session-text.ts';
import type { Work } from './work.ts';

/** `run` is one that nobody sees: it is played along the keys, from `from` on. */
export async function tellAlong(run: Run, from: Cursor, keys: readonly string[], work: Work): Promise<Told> {
  const { system, params, timeline } = run;
  const { at: end, stoppedAt } = await followKeys(run, from, keys, work);
  if (stoppedAt !== null) {
    throw refused('session.not-possible', { key: keys[stoppedAt] as string, step: end.step + 1 });
  }
  const steps = [];
  for (let step = from.step + 1; step <= end.step; step++) {
    steps.push(
      await work.settle(() => {
        const { before, action, after } = timeline.stepTo({ try: end.try, step });
        return system.narrate(before.moment.state, action, after.moment.state, params).sentence;
      }),
    );
    await work.pace();
  }
  const ways = await work.settle(() => {
    const here = timeline.at(end);
    return timeline
      .enabled(here)
      .map((action) => ({ key: action.key, label: system.offer(here.moment.state, action, params).label }));
  });
  return { words: run.words, steps, ways };
}
