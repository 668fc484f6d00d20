// The order in which choices are listed, numbered and drawn: steps before faults, the scheduler's pick first.

import type { Choice, Frame } from '../session/frame.ts';

const ordered = new WeakMap<readonly Choice[], readonly Choice[]>();

export function orderedChoices(frame: Frame): readonly Choice[] {
  const known = ordered.get(frame.choices);
  if (known) return known;
  const rank = (choice: Choice): number => (choice.group === 'fault' ? 2 : choice.isDefault ? 0 : 1);
  const sorted = [...frame.choices].sort((a, b) => rank(a) - rank(b));
  ordered.set(frame.choices, sorted);
  return sorted;
}

/** Nothing is left to happen by itself, and this is the end of the try. */
export const isOver = (frame: Frame): boolean =>
  frame.cursor.step === frame.length && !frame.choices.some((choice) => choice.group === 'step');
