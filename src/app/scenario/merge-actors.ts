// The lanes of two runs as one list, so that each actor stands at the same height on both sides: one that only the
// other run has leaves its place empty.

import type { LaneActor } from '../../widgets/lane-types.ts';

/** The actors of `side` in the order of both; those of the other run alone are marked absent. */
export function mergeActors(
  side: readonly LaneActor[],
  a: readonly LaneActor[],
  b: readonly LaneActor[],
): readonly LaneActor[] {
  const order = [...a];
  let at = 0;
  for (const actor of b) {
    const known = order.findIndex(({ id }) => id === actor.id);
    if (known < 0) order.splice(at, 0, actor);
    at = (known < 0 ? at : known) + 1;
  }
  return order.map((actor) => side.find(({ id }) => id === actor.id) ?? { ...actor, absent: true });
}
