// The order in which choices are listed, numbered and drawn: steps before faults, the scheduler's pick first. Where the
// address bounds the steps, there are none beyond; and who looks through one participant's eyes only looks.

import type { Choice, Frame } from '../session/frame.ts';
import { mayChoose, view } from './view-settings.ts';

const ordered = new WeakMap<readonly Choice[], readonly Choice[]>();

export function orderedChoices(frame: Frame): readonly Choice[] {
  if (!mayChoose(view, frame.cursor.step) || frame.seenBy !== undefined) return [];
  const known = ordered.get(frame.choices);
  if (known) return known;
  const rank = (choice: Choice): number => (choice.group === 'fault' ? 2 : choice.isDefault ? 0 : 1);
  const sorted = [...frame.choices].sort((a, b) => rank(a) - rank(b));
  ordered.set(frame.choices, sorted);
  return sorted;
}

/** Nothing is left to happen by itself, and this is the end of the try. */
export const isOver = (frame: Frame): boolean =>
  frame.cursor.step === frame.length && !frame.choices.some((choice) => choice.isDefault);

/** There is no next step to go to: the run is over, or the address allows none further. */
export const isLast = (frame: Frame): boolean =>
  isOver(frame) || (view.to !== null && frame.cursor.step >= view.to);
