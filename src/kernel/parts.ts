// A model in parts: a state is a row of slots and a bag of items (messages in flight), and what may happen is said by
// functions that read some slots and change some. Nobody declares which: the search watches what a function looks at
// and keeps its answer under that (the transition caching of LTSmin: Blom, van de Pol, Weber 2010, with the
// dependencies found, not given). Sound where the functions are pure. `init`, `enabled`, `next` and `blocked` of the
// Model are derived from the same functions, so that what a step does is said once.

import type { Text } from '../base/text.ts';
import type { Action, Blocked, Model } from './model.ts';

/** What a step changes. */
export interface Effect {
  /** New values of slots. */
  readonly set?: readonly (readonly [slot: number, value: unknown])[];
  /** Taken out of the bag, and put into it. */
  readonly take?: readonly unknown[];
  readonly put?: readonly unknown[];
  /** What the observer hears of this step; undefined where it is nothing to him. */
  readonly event?: unknown;
}

/** A possible step. A move of the bag names the item it is about. */
export interface Move<A extends Action = Action> {
  readonly action: A;
  readonly item?: unknown;
  /** It cannot happen while the other items of its piece are as they are. */
  readonly waits?: true;
}

/** Moves that may be possible: as the state has it, or for each item of the bag, in the order of the bag. */
export type Family<S, M> =
  | { readonly of: 'state'; moves(state: S): readonly M[] }
  | { readonly of: 'bag'; moves(items: readonly unknown[]): readonly M[] };

/** Why a move cannot happen now, in words; or 'never offered', where nobody would expect it to. */
export type Barred = Text | 'never offered';

/** Exchanges the names of actors that are alike. */
export interface Renaming {
  slot(slot: number): number;
  /** The value as it would stand in the slot that takes this one's place. */
  value(slot: number, value: unknown): unknown;
  item(item: unknown): unknown;
}

export interface Parts<S = unknown, A extends Action = Action, M extends Move<A> = Move<A>> {
  init(): S;
  /** How many slots there are beside the bag. */
  readonly slots: number;
  split(state: S): { readonly slots: readonly unknown[]; readonly bag: readonly unknown[] };
  join(slots: readonly unknown[], bag: readonly unknown[]): S;
  /** A state that reads a slot, or the bag, only when it is looked at. */
  view(read: (slot: number) => unknown, bag: () => readonly unknown[]): S;
  /** The bag is kept in pieces, so that few are ever seen of each. A family's moves are known from a piece alone. */
  pieceOf(item: unknown): string;
  /** The order of the bag. */
  inOrder(a: unknown, b: unknown): number;
  /** In canonical order. */
  readonly families: readonly Family<S, M>[];
  /** Null where the move may happen. */
  barred(state: S, move: M): Barred | null;
  /** `result` as `Model.next` has it. */
  effect(state: S, move: M, result?: Uint8Array): Effect;
  /** So many items the bag holds. Once it is full, a step that puts more in than it takes out is barred so. */
  readonly room?: { readonly most: number; full(move: M): Barred };
  /** The move that an enabled action is. */
  moveOf(state: S, action: A): M;
  /** The slot of the observer's record, and what he writes there when he hears of something. */
  readonly observer?: { readonly slot: number; hear(record: unknown, event: unknown): unknown };
  /** Every renaming that leaves the system as it is, the identity left out. */
  readonly symmetry?: readonly Renaming[];
}

/** What is derived from parts, with the parts. */
export interface Derived<S, A extends Action> extends Pick<Model<S, A>, 'init' | 'enabled' | 'next'> {
  readonly parts: Parts<S, A>;
  blocked(state: S): readonly Blocked[];
}

/** The parts of a model, where its functions are still those derived from them: one that was changed has none. */
export function partsOf<S, A extends Action>(model: Model<S, A>): Parts<S, A> | undefined {
  const { derived } = model as { readonly derived?: Derived<S, A> };
  const whole =
    derived?.init === model.init && derived.enabled === model.enabled && derived.next === model.next;
  return whole ? derived.parts : undefined;
}

/** The functions of a Model. Whoever makes one of these keeps this object with it, as `derived`. */
export function derive<S, A extends Action, M extends Move<A>>(parts: Parts<S, A, M>): Derived<S, A> {
  const movesIn = (state: S, bag: readonly unknown[]): readonly M[] =>
    parts.families.flatMap((family) => (family.of === 'state' ? family.moves(state) : family.moves(bag)));
  const { room } = parts;
  /** Why a move cannot happen now. */
  const barrier = (state: S, bag: readonly unknown[]): ((move: M) => Barred | null) =>
    room === undefined || bag.length < room.most
      ? (move) => parts.barred(state, move)
      : (move) => parts.barred(state, move) ?? (adds(parts.effect(state, move)) ? room.full(move) : null);
  return {
    parts: parts as unknown as Parts<S, A>,
    init: parts.init,
    enabled(state) {
      const { bag } = parts.split(state);
      const barred = barrier(state, bag);
      const out: A[] = [];
      for (const move of movesIn(state, bag)) if (!move.waits && barred(move) === null) out.push(move.action);
      return out;
    },
    blocked(state) {
      const { bag } = parts.split(state);
      const barred = barrier(state, bag);
      return movesIn(state, bag).flatMap((move) => {
        const reason = barred(move);
        return reason === null || reason === 'never offered' ? [] : [{ ...move.action, reason }];
      });
    },
    next: (state, action, result) =>
      changed(parts, state, parts.effect(state, parts.moveOf(state, action), result)),
  };
}

const adds = ({ take = [], put = [] }: Effect): boolean => put.length > take.length;

function changed<S, A extends Action, M extends Move<A>>(
  parts: Parts<S, A, M>,
  state: S,
  { set = [], take = [], put = [], event }: Effect,
): S {
  const { slots, bag } = parts.split(state);
  const after = [...slots];
  for (const [slot, value] of set) after[slot] = value;
  const { observer } = parts;
  if (observer && event !== undefined) after[observer.slot] = observer.hear(after[observer.slot], event);
  return parts.join(after, exchanged(bag, take, put, parts.inOrder));
}

/** The bag without some items and with others, these behind their equals. */
export function exchanged<T>(
  bag: readonly T[],
  take: readonly T[],
  put: readonly T[],
  inOrder: (a: T, b: T) => number,
): readonly T[] {
  if (take.length + put.length === 0) return bag;
  const items = take.length === 0 ? [...bag] : bag.filter((item) => !take.includes(item));
  for (const item of put) {
    let place = items.length;
    while (place > 0 && inOrder(items[place - 1] as T, item) > 0) place--;
    items.splice(place, 0, item);
  }
  return items;
}
