// A run opened from a scenario, a link or a saved value, with the moves made since it was saved; or put in place of
// another.

import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import { parseLink } from '../share/link.ts';
import type { Intent, Move, Origin, Progress, Replacement } from './api.ts';
import type { Grounds } from './begin.ts';
import { begin, beginUnder } from './begin.ts';
import { followKeys } from './follow.ts';
import { part } from './late-part.ts';
import { runLink } from './links.ts';
import { moved } from './move.ts';
import { unpacked } from './packed.ts';
import type { Run } from './run.ts';
import { runSaved } from './saved-run.ts';
import { sessionText } from './session-text.ts';
import type { Work } from './work.ts';

export interface OpenedRun {
  readonly run: Run;
  /** What could not be opened of it. */
  readonly warning: Text | null;
}

export async function openedFrom(
  grounds: Grounds,
  id: string,
  { from, moves = [] }: Extract<Intent, { kind: 'open' }>,
  work: Work,
  progress?: Progress,
): Promise<OpenedRun> {
  const opened = await originOf(grounds, id, from, work, progress);
  // A link that was stopped on the way is shown as far as it got; what was done at its end cannot be.
  if (work.cancelled && moves.length === 0) return opened;
  await takeAll(opened.run, moves, work);
  return opened;
}

async function originOf(
  grounds: Grounds,
  id: string,
  from: Origin,
  work: Work,
  progress?: Progress,
): Promise<OpenedRun> {
  if ('link' in from) {
    const parsed = parseLink(from.link);
    if (!parsed.ok) throw new Refusal(parsed.error);
    const link = parsed.value;
    if (link.kind === 'plain') return { run: await begin(grounds, id, link), warning: null };
    const { seed, ...request } = link;
    const run = await begin(grounds, id, seed === null ? request : { ...request, seed });
    return { run, warning: await runLink(run, link, work, progress) };
  }
  if ('saved' in from) {
    const { parseSaved, parseSavedText } = await part(() => import('../share/saved.ts'));
    const saved = await unpacked(from.saved);
    const parsed = typeof saved === 'string' ? parseSavedText(saved) : parseSaved(saved);
    if (!parsed.ok) throw new Refusal(parsed.error);
    const run = await begin(grounds, id, parsed.value);
    return { run, warning: await runSaved(run, parsed.value, work, progress) };
  }
  return { run: await begin(grounds, id, from), warning: null };
}

/** A move that does not fit the run ends it: what was reached so far stands. */
async function takeAll(run: Run, moves: readonly Move[], work: Work): Promise<void> {
  for (const move of moves) {
    try {
      run.cursor = await moved(run, move, work);
    } catch (error) {
      if (work.cancelled || !(error instanceof Refusal)) throw error;
      return;
    }
  }
}

export async function replaced(
  grounds: Grounds,
  before: Run,
  intent: Extract<Replacement, { as: string }>,
  work: Work,
): Promise<OpenedRun> {
  if (intent.kind === 'begin') return { run: await begin(grounds, intent.as, intent.from), warning: null };
  const run = await beginUnder(grounds, before, intent.as, intent.params);
  const keys = before.timeline.tries.keys(before.cursor.try);
  const { at, stoppedAt } = await followKeys(run, run.cursor, keys, work);
  run.cursor = { try: at.try, step: Math.min(before.cursor.step, at.step) };
  if (stoppedAt === null) return { run, warning: null };
  const key = keys[stoppedAt] as string;
  return { run, warning: sessionText('session.kept-up-to', { step: stoppedAt + 1, key }) };
}
