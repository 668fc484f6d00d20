// A run as a link and back: the whole path of the try on screen, and the step that is shown.

import type { Text } from '../base/text.ts';
import { DEFAULT_SEED, differing } from '../contract/settings.ts';
import { stepsOf } from '../share/choices.ts';
import type { LinkRun } from '../share/link.ts';
import { checkOf, formatLink } from '../share/link.ts';
import { along } from './along.ts';
import type { Progress } from './api.ts';
import type { Cursor } from './frame.ts';
import type { Run } from './run.ts';
import { sessionText } from './session-text.ts';
import { choicesOf } from './spelling.ts';
import type { Work } from './work.ts';

/** The link of a place. Costs no replay: ranks were kept when the steps were taken. */
export function linkAt(run: Run, cursor: Cursor): string {
  const { system, scenario, params, seed, timeline } = run;
  const length = run.length(cursor.try);
  return formatLink({
    system: system.id,
    scenario: scenario.id,
    modelVersion: system.version,
    params: differing(run.defaults, params),
    seed: seed === DEFAULT_SEED ? null : seed,
    choices: choicesOf(run, cursor.try),
    cursor: cursor.step === length ? null : cursor.step,
    observed: timeline.observed(cursor.try),
  });
}

/**
 * Runs a link's choices in a run with nothing chosen yet, and puts the cursor where it points. Where it is stopped on
 * the way, what was reached stands, and that is what is said.
 */
export async function runLink(
  run: Run,
  link: LinkRun,
  work: Work,
  progress?: Progress,
): Promise<Text | null> {
  const total = stepsOf(link.choices);
  let at = run.cursor;
  let stoppedAt: number | null = null;
  const stand = (): void => {
    run.cursor = { try: at.try, step: Math.min(link.cursor ?? total, at.step) };
  };
  try {
    walk: for (const choice of link.choices) {
      for (let left = choice < 0 ? -choice : 1; left > 0; left--) {
        const next = await work.settle(() => (choice < 0 ? run.advance(at) : run.chooseRank(at, choice)));
        if (!next) {
          stoppedAt = at.step + 1;
          break walk;
        }
        at = next;
        await work.pace(
          () => progress?.({ share: at.step / total, count: at.step }),
          () => along(run, at.try),
        );
      }
    }
  } catch (error) {
    if (!work.cancelled) throw error;
    stand();
    return sessionText('link.stopped', { step: at.step, of: total });
  }
  stand();
  return run.halt(at) ?? warningOf(run, link, stoppedAt);
}

function warningOf(run: Run, link: LinkRun, stoppedAt: number | null): Text | null {
  const { id: system, version: here } = run.system;
  if (link.modelVersion !== here) {
    return sessionText('link.other-model', { system, made: link.modelVersion, here });
  }
  if (stoppedAt !== null) return sessionText('link.stops', { step: stoppedAt });
  return checkOf(run.timeline.observed(run.cursor.try)) === link.check ? null : sessionText('link.drifted');
}
