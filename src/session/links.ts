// A run as a link and back: the whole path of the try on screen, and the step that is shown.

import type { Text } from '../base/text.ts';
import { momentFingerprint } from '../kernel/moment.ts';
import { ChoiceWriter, stepsOf } from '../share/choices.ts';
import type { LinkRun } from '../share/link.ts';
import { checkOf, formatLink } from '../share/link.ts';
import type { Progress } from './api.ts';
import { DEFAULT_SEED, differing } from './params.ts';
import type { Run } from './run.ts';
import { sessionText } from './session-text.ts';
import type { Work } from './work.ts';

/** The link of what is on screen. Costs no replay: ranks were kept when the steps were taken. */
export function linkOf(run: Run): string {
  const { system, scenario, params, seed, timeline, cursor } = run;
  const length = run.length(cursor.try);
  const writer = new ChoiceWriter();
  for (const { try: line, from, to } of timeline.tries.stretches(cursor.try)) {
    for (let step = from + 1; step <= to; step++) {
      const { rank, isDefault } = timeline.tries.rankOf({ try: line.id, step });
      writer.add(rank, isDefault);
    }
  }
  return formatLink({
    system: system.id,
    scenario: scenario.id,
    modelVersion: system.version,
    params: differing(run.defaults, params),
    seed: seed === DEFAULT_SEED ? null : seed,
    choices: writer.end(),
    cursor: cursor.step === length ? null : cursor.step,
    moment: momentFingerprint(timeline.at(cursor).moment),
  });
}

/** Runs a link's choices in a run with nothing chosen yet, and puts the cursor where it points. */
export async function runLink(
  run: Run,
  link: LinkRun,
  work: Work,
  progress?: Progress,
): Promise<Text | null> {
  const total = stepsOf(link.choices);
  let at = run.cursor;
  let stoppedAt: number | null = null;
  walk: for (const choice of link.choices) {
    for (let left = choice < 0 ? -choice : 1; left > 0; left--) {
      const next = await work.settle(() => (choice < 0 ? run.advance(at) : run.chooseRank(at, choice)));
      if (!next) {
        stoppedAt = at.step + 1;
        break walk;
      }
      at = next;
      await work.pace(() => progress?.({ share: at.step / total, count: at.step }));
    }
  }
  run.cursor = { try: at.try, step: Math.min(link.cursor ?? total, at.step) };
  return warningOf(run, link, stoppedAt, work);
}

async function warningOf(
  run: Run,
  link: LinkRun,
  stoppedAt: number | null,
  work: Work,
): Promise<Text | null> {
  const { id: system, version: here } = run.system;
  if (link.modelVersion !== here) {
    return sessionText('link.other-model', { system, made: link.modelVersion, here });
  }
  if (stoppedAt !== null) return sessionText('link.stops', { step: stoppedAt });
  const { moment } = await work.settle(() => run.timeline.at(run.cursor));
  return checkOf(momentFingerprint(moment)) === link.check ? null : sessionText('link.drifted');
}
