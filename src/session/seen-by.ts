// A run as one who takes part in it sees it: the same steps and the same places, with what they do not know left out.

import { canonicalJson } from '../base/canonical.ts';
import type { Text } from '../base/text.ts';
import type { Chip, Mark, Story } from '../contract/system.ts';
import type { Action } from '../kernel/model.ts';
import type { Verdict } from '../kernel/property.ts';
import type { PanelView, PropertyView } from './frame.ts';
import type { Run } from './run.ts';
import { sessionText } from './session-text.ts';

/** Whose eyes a window asks for, where there are such in this run; null: everyone's. */
export const eyeOf = ({ system, params }: Run, seenBy: string | null | undefined): string | null =>
  seenBy != null && system.eyes?.of(params).includes(seenBy) ? seenBy : null;

const nameOf = ({ system, params }: Run, eye: string): Text | string =>
  system.actors(params).find(({ id }) => id === eye)?.name ?? eye;

/** Whether a step was theirs, or changed what they know. */
export function noticed(
  { system, params }: Run,
  before: unknown,
  action: Action,
  after: unknown,
  eye: string | null,
): boolean {
  const { eyes } = system;
  if (!eyes || eye === null || action.actor === eye) return true;
  const known = (state: unknown): string => canonicalJson(eyes.knows(state, eye, params));
  return known(before) !== known(after);
}

/** The step in words. */
export function storySeen(
  run: Run,
  before: unknown,
  action: Action,
  after: unknown,
  eye: string | null,
): Story {
  const { system, params } = run;
  if (eye === null) return system.narrate(before, action, after, params);
  if (!noticed(run, before, action, after, eye))
    return { sentence: sessionText('session.seen.nothing', { name: nameOf(run, eye) }) };
  return (
    system.eyes?.narrate?.(before, action, after, eye, params) ??
    system.narrate(before, action, after, params)
  );
}

/** What the step left on the lanes: arrows from or to them, and their own values. */
export function markSeen(
  run: Run,
  mark: Mark,
  before: unknown,
  action: Action,
  after: unknown,
  eye: string | null,
): Mark {
  if (eye === null) return mark;
  return {
    heading: noticed(run, before, action, after, eye) ? mark.heading : [],
    arrows: mark.arrows.filter(({ from, to }) => from === eye || to === eye),
    chips: chipsSeen(mark.chips, eye),
  };
}

export const chipsSeen = (chips: readonly Chip[], eye: string | null): readonly Chip[] =>
  eye === null ? chips : chips.filter(({ actor }) => actor === eye);

export const panelsSeen = (panels: readonly PanelView[], eye: string | null): readonly PanelView[] =>
  eye === null ? panels : panels.filter(({ actor }) => actor === eye);

/** Whether they can tell by themselves how a promise stands. */
export const canTell = ({ system }: Run, property: string, eye: string | null): boolean =>
  eye === null || (system.eyes?.tells?.(property, eye) ?? false);

export function propertySeen(run: Run, view: PropertyView, eye: string | null): PropertyView {
  if (eye === null || canTell(run, view.name, eye) || view.here === 'does not apply') return view;
  const reason = sessionText('session.seen.cannot-tell');
  return { ...view, here: 'unknown', soFar: 'unknown', reason, witness: null, firstFlip: null, shown: null };
}

export const verdictsSeen = (
  run: Run,
  verdicts: readonly Verdict[],
  eye: string | null,
): readonly Verdict[] =>
  eye === null
    ? verdicts
    : verdicts.map((verdict, index) =>
        verdict === 'does not apply' || canTell(run, run.model.properties[index]?.name ?? '', eye)
          ? verdict
          : 'unknown',
      );
