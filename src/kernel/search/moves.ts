// Moves and their effects by number. Whether a move is possible, and what it changes, are pure functions that are asked
// through the trees; an effect is a short list of words, and so is a list of moves.

import type { Effect, Move, Parts } from '../parts.ts';
import type { Bag } from './bag.ts';
import type { Slots } from './slots.ts';
import { ListTable } from './tables.ts';
import type { Asked } from './trees.ts';
import { asked } from './trees.ts';
import type { Watch } from './watch.ts';

const MOVE_BYTES = 256;

export class Moves<S> {
  /** By move: whether it may happen (1), and its effect. */
  readonly allowed: Asked[] = [];
  readonly effect: Asked[] = [];
  /** By move: the key of its action. */
  readonly key: string[] = [];
  /** By move of the bag: the place of its item in the order of all items met. */
  readonly rank: number[] = [];
  /** What happens to a slot, whatever it holds: from its index to the next. */
  readonly changes: Asked[] = [];
  readonly lists = new ListTable();
  /** Effects: how many slots are set, slot and index of each; how many are changed, slot and change of each. */
  readonly effects = new ListTable();
  readonly #parts: Parts<S>;
  readonly #slots: Slots;
  readonly #bag: Bag;
  readonly #watch: Watch<S>;
  /** By number of the value that a move, or a change, is. */
  readonly #moveOf = new Map<number, number>();
  readonly #changeOf = new Map<number, number>();
  /** Items of moves, in the order of the bag. */
  readonly #items: unknown[] = [];

  constructor(parts: Parts<S>, slots: Slots, bag: Bag, watch: Watch<S>) {
    this.#parts = parts;
    this.#slots = slots;
    this.#bag = bag;
    this.#watch = watch;
  }

  get bytes(): number {
    return this.lists.bytes + this.effects.bytes + (this.allowed.length + this.changes.length) * MOVE_BYTES;
  }

  /** Where the list of these moves begins in `lists.words`. */
  listOf(moves: readonly Move[]): number {
    return this.lists.placeOf(moves.filter(({ waits }) => !waits).map((move) => this.#numberOf(move)));
  }

  #numberOf(move: Move): number {
    return this.#numbered(this.#moveOf, move, (canonical) => {
      const parts = this.#parts;
      const { fields, whole } = this.#watch;
      this.key.push(canonical.action.key);
      this.rank.push(canonical.item === undefined ? -1 : this.#rankOf(canonical.item));
      this.allowed.push(asked(() => (parts.barred(fields, canonical) === null ? 1 : 0)));
      return this.effect.push(asked(() => this.#effectOf(parts.effect(whole, canonical)))) - 1;
    });
  }

  /** The number of a value that is met again and again, which is made from its interned form. */
  #numbered<T>(known: Map<number, number>, value: T, make: (canonical: T) => number): number {
    const { interner } = this.#slots;
    const id = interner.idOf(value);
    const number = known.get(id) ?? make(interner.value(id) as T);
    known.set(id, number);
    return number;
  }

  /** The place of an item, which moves those behind it on by one. */
  #rankOf(item: unknown): number {
    const known = this.#items.indexOf(item);
    if (known >= 0) return known;
    const after = this.#items.findIndex((other) => this.#parts.inOrder(other, item) > 0);
    const place = after < 0 ? this.#items.length : after;
    this.#items.splice(place, 0, item);
    for (const [move, rank] of this.rank.entries()) if (rank >= place) this.rank[move] = rank + 1;
    return place;
  }

  #effectOf({ set = [], take = [], put = [], event }: Effect): number {
    const words = [set.length, ...set.flatMap(([slot, value]) => [slot, this.#slots.indexOf(slot, value)])];
    const changes: number[] = [];
    const taken = this.#bag.spread(take);
    const added = this.#bag.spread(put);
    for (const slot of new Set([...taken.keys(), ...added.keys()])) {
      const exchange = [slot, taken.get(slot) ?? [], added.get(slot) ?? []] as const;
      changes.push(
        slot,
        this.#change(exchange, ([, out, into]) => this.#bag.exchanged(slot, out, into)),
      );
    }
    const { observer } = this.#parts;
    if (observer && event !== undefined) {
      const { slot } = observer;
      const hear = ([, heard]: readonly [number, unknown]): number =>
        this.#slots.indexOf(slot, observer.hear(this.#slots.value(slot), heard));
      changes.push(slot, this.#change([slot, event] as const, hear));
    }
    words.push(changes.length / 2, ...changes);
    return this.effects.placeOf(words);
  }

  #change<T extends readonly [slot: number, ...unknown[]]>(what: T, run: (canonical: T) => number): number {
    return this.#numbered(this.#changeOf, what, (canonical) => {
      const change = (): number => {
        this.#watch.note(canonical[0]);
        return run(canonical);
      };
      return this.changes.push(asked(change)) - 1;
    });
  }
}
