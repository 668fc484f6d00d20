// What a page has to draw after an intent, in one piece. What it was sent before and what has not changed since is left
// out: answers arrive in the order of their intents, so that both sides know what that is.

import { isMissingPart } from '../base/ask-twice.ts';
import { windowAt } from '../base/step-window.ts';
import type { Text } from '../base/text.ts';
import type { Update, Window } from './api.ts';
import type { RunHead } from './frame.ts';
import { frameOf } from './frame-of.ts';
import { part } from './late-part.ts';
import { linkAt } from './links.ts';
import { overviewOf } from './overview.ts';
import type { Run } from './run.ts';
import { eyeOf } from './seen-by.ts';
import { trackOf } from './track-of.ts';
import type { Work } from './work.ts';

/** Names of what the page has: of which run, which page of steps, which overview. */
export interface Sent {
  readonly run: string;
  readonly track: string;
  readonly overview: string;
}

export async function updateOf(
  run: Run,
  window: Window,
  before: Sent | null,
  warning: Text | null,
  work: Work,
): Promise<{ readonly update: Update; readonly sent: Sent }> {
  const { cursor, timeline } = run;
  const length = run.length(cursor.try);
  const { columns } = window;
  const eye = eyeOf(run, window.seenBy);
  const { first } = windowAt(cursor.step, columns);
  const last = Math.min(length, first + columns - 1);
  const tries = timeline.tries.count;
  const long = columns > 0 && length > columns;
  const sent = {
    run: run.id,
    track: [cursor.try, first, last, tries, eye].join(),
    overview: long ? [cursor.try, length, tries, eye].join() : '',
  };
  const known = before?.run === run.id ? before : null;
  const frame = await work.settle(() => frameOf(run, cursor, window));
  const update: Update = {
    run: run.id,
    frame,
    link: await work.settle(() => linkAt(run, cursor)),
    ...(eye === null && columns > 0 && cursor.step > 0 && cursor.step === length && run.isOver(cursor.try)
      ? await endedAt(run, work)
      : {}),
    warning,
    ...(known ? {} : { head: headOf(run) }),
    ...(columns === 0 || known?.track === sent.track
      ? {}
      : { track: await trackOf(run, cursor.try, first - 1, last, work, eye) }),
    ...(known?.overview === sent.overview
      ? {}
      : { overview: long ? await overviewOf(run, cursor.try, work, eye) : null }),
    ...(window.path ? { path: timeline.tries.keys(cursor.try, 0, cursor.step) } : {}),
  };
  return { update, sent };
}

/** In the place of an answer that does not arrive, that is said. */
async function endedAt(run: Run, work: Work): Promise<Pick<Update, 'ended'>> {
  try {
    const { endOf } = await part(() => import('./outcome.ts'));
    const { said, facts, words, beside } = await endOf(run, run.cursor, work);
    return { ended: { said, facts, words, ...(beside ? { beside } : {}) } };
  } catch (error) {
    if (isMissingPart(error)) return { ended: { said: error.text, facts: [], words: [] } };
    throw error;
  }
}

const headOf = ({ system, scenario, params, seed, model, words }: Run): RunHead => ({
  switches: system.switches,
  words,
  scenario,
  linear: model.linear ?? false,
  searchStates: model.searchStates,
  actors: system.actors(params),
  properties: model.properties.map(({ name, kind }) => ({ name, kind })),
  ...(system.eyes ? { eyes: system.eyes.of(params) } : {}),
  ...(system.still ? { still: system.still(params, seed) } : {}),
});
