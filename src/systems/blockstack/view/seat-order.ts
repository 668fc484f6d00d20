// The order that a miner has put what waits in: the first of it make the block, the rest goes on waiting. A move leads to
// another order, or to the same where there is no such move. Plain, so that it can be tried without a page.

export interface SeatOrder {
  readonly list: readonly string[];
  /** So many from the front are in the block. */
  readonly taken: number;
}

export type Move =
  | { readonly kind: 'up' | 'down' | 'turn'; readonly id: string }
  | { readonly kind: 'drop'; readonly id: string; readonly onto: number };

/** What a block holds, and whether places in the list are fixed: then only its length is chosen. */
export interface SeatRules {
  readonly places: number;
  readonly fixed: boolean;
}

export const blockIn = ({ list, taken }: SeatOrder): readonly string[] => list.slice(0, taken);

/** The order at first: as it waits, with this block in front. */
export const orderFrom = (waiting: readonly string[], block: readonly string[]): SeatOrder => ({
  list: [...block, ...waiting.filter((id) => !block.includes(id))],
  taken: block.length,
});

export function moved(order: SeatOrder, move: Move, rules: SeatRules): SeatOrder {
  const at = order.list.indexOf(move.id);
  if (at < 0) return order;
  const to = target(order, move, at, rules);
  return rules.fixed && to.list.some((id, i) => id !== order.list[i]) ? order : to;
}

/** Whether it leads to another order. */
export const canMove = (order: SeatOrder, move: Move, rules: SeatRules): boolean =>
  moved(order, move, rules) !== order;

function target(order: SeatOrder, move: Move, at: number, { places }: SeatRules): SeatOrder {
  const { list, taken } = order;
  switch (move.kind) {
    case 'up':
      // The first that waits comes in where there is room.
      if (at === taken && taken < places) return { list, taken: taken + 1 };
      return at === 0 ? order : { list: put(list, at, at - 1), taken };
    case 'down':
      if (at === taken - 1) return { list, taken: taken - 1 };
      return at === list.length - 1 ? order : { list: put(list, at, at + 1), taken };
    case 'turn':
      if (at < taken) return { list: put(list, at, taken - 1), taken: taken - 1 };
      // A full block lets go of its last.
      return taken < places
        ? { list: put(list, at, taken), taken: taken + 1 }
        : { list: put(list, at, places - 1), taken };
    case 'drop':
      return dropped(order, at, move.onto, places);
  }
}

/** Onto the row at this place. */
function dropped(order: SeatOrder, at: number, onto: number, places: number): SeatOrder {
  const { list, taken } = order;
  const comes = at >= taken && onto < taken;
  const goes = at < taken && onto >= taken;
  if (comes) return { list: put(list, at, onto), taken: Math.min(places, taken + 1) };
  const to = Math.min(onto, list.length - 1);
  if (goes) return { list: put(list, at, to), taken: taken - 1 };
  return to === at ? order : { list: put(list, at, to), taken };
}

function put(list: readonly string[], from: number, to: number): readonly string[] {
  const without = list.filter((_, at) => at !== from);
  return [...without.slice(0, to), list[from] as string, ...without.slice(to)];
}
