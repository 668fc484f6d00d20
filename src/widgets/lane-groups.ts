// Of more actors than have lanes, those of a group share one: thirty nodes are six lanes that never move, and every
// message is drawn.

import type { Text } from '../base/text.ts';
import type { LaneActor, LaneChip } from './lane-types.ts';

export interface LaneGroups {
  /** One a lane, in the order of their first members. */
  readonly lanes: readonly { readonly id: string; readonly members: readonly LaneActor[] }[];
  /** The lane of an actor. */
  readonly rowOf: ReadonlyMap<string, number>;
}

export function laneGroups(actors: readonly LaneActor[]): LaneGroups {
  const members = new Map<string, LaneActor[]>();
  for (const actor of actors) {
    const { group = '' } = actor;
    members.set(group, [...(members.get(group) ?? []), actor]);
  }
  const lanes = [...members].map(([id, those]) => ({ id, members: those }));
  return {
    lanes,
    rowOf: new Map(lanes.flatMap((lane, row) => lane.members.map(({ id }) => [id, row] as const))),
  };
}

/** Of what stands in a lane when the page opens, what most of its members have. */
export function standingOf(
  { rowOf }: LaneGroups,
  chips: readonly LaneChip[],
  plain: (text: Text) => string,
): readonly LaneChip[] {
  const counts = new Map<string, number>();
  const keyOf = (chip: LaneChip): string => `${rowOf.get(chip.actor)} ${plain(chip.text)}`;
  for (const chip of chips) counts.set(keyOf(chip), (counts.get(keyOf(chip)) ?? 0) + 1);
  const best = new Map<number, LaneChip>();
  for (const chip of chips) {
    const row = rowOf.get(chip.actor) ?? -1;
    const known = best.get(row);
    if (!known || (counts.get(keyOf(chip)) ?? 0) > (counts.get(keyOf(known)) ?? 0)) best.set(row, chip);
  }
  return [...best.values()];
}
