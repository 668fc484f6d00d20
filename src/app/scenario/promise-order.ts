// In which order the promises stand in the strip, and which of them are folded.

import type { PropertyView } from '../../session/frame.ts';

/**
 * More rows than these leave no room for the lanes: only what the scenario is about is shown, and what is violated. Of a
 * tall picture, or of many lanes, in a low window no more of those that hold either.
 */
export const ROOM = 5;
export const LITTLE_ROOM = 3;

interface Ranked {
  readonly view: PropertyView;
  readonly index: number;
  readonly folded: boolean;
}

/**
 * What is violated so far first: a row moves in the step that breaks it, and back, whoever looks. Then what the scenario
 * is about; the rest, and what does not apply, is folded where it takes too much room.
 */
export function inOrder(
  views: readonly PropertyView[],
  about: readonly string[],
  room: number = ROOM,
): readonly Ranked[] {
  const isCrowded = views.filter(({ here }) => here !== 'does not apply').length > room;
  const rank = (view: PropertyView): number => {
    if (view.here === 'does not apply') return 3;
    if (view.broken) return 0;
    return isCrowded && !about.includes(view.name) ? 2 : 1;
  };
  return views
    .map((view, index) => ({ view, index }))
    .sort((a, b) => rank(a.view) - rank(b.view))
    .map((one, place) => ({
      ...one,
      folded: rank(one.view) > 1 || (room < ROOM && isCrowded && rank(one.view) === 1 && place >= room),
    }));
}
