// The bag in pieces: one slot for each channel or queue, whose values are short lists of items. Pieces turn up as items
// do; cut so, each takes few values, where the bag as a whole would take nearly as many as there are states.

import type { Parts } from '../parts.ts';
import { exchanged } from '../parts.ts';
import type { Slots } from './slots.ts';

export class Bag {
  /** Slots of the pieces, by name. A piece that holds nothing has index 0. */
  readonly pieces = new Map<string, number>();
  /** By slot: an item of this piece. */
  readonly anItem: unknown[] = [];
  readonly #slots: Slots;
  readonly #parts: Pick<Parts, 'pieceOf' | 'inOrder'>;
  /** By slot: the length of its longest list; and the sum of these, which no bag exceeds. */
  readonly #longest: number[] = [];
  #couldHold = 0;

  constructor(slots: Slots, parts: Pick<Parts, 'pieceOf' | 'inOrder'>) {
    this.#slots = slots;
    this.#parts = parts;
  }

  /** The slot of the piece that this item belongs to. */
  slotOf(item: unknown): number {
    const name = this.#parts.pieceOf(item);
    const known = this.pieces.get(name);
    if (known !== undefined) return known;
    const slot = this.#slots.add();
    this.pieces.set(name, slot);
    this.anItem[slot] = item;
    this.indexOf(slot, []);
    return slot;
  }

  indexOf(slot: number, items: readonly unknown[]): number {
    const longest = this.#longest[slot] ?? 0;
    if (items.length > longest) {
      this.#longest[slot] = items.length;
      this.#couldHold += items.length - longest;
    }
    return this.#slots.indexOf(slot, items);
  }

  /** The items of a piece, in the row that is looked at. */
  piece(slot: number): readonly unknown[] {
    return this.#slots.value(slot) as readonly unknown[];
  }

  /** The index of a piece without some items and with others, all of them interned. */
  exchanged(slot: number, take: readonly unknown[], put: readonly unknown[]): number {
    const items = this.piece(slot);
    if (!take.every((item) => items.includes(item))) throw new Error('a step takes what is not in the bag');
    return this.indexOf(slot, exchanged(items, take, put, this.#parts.inOrder));
  }

  /** Whether the bag holds so many items. */
  isFull(most: number): boolean {
    return this.#couldHold >= most && this.all().length >= most;
  }

  /** The items of all pieces, in order. */
  all(): unknown[] {
    const out: unknown[] = [];
    for (const slot of this.pieces.values()) {
      if (this.#slots.indices[slot] !== 0) out.push(...this.piece(slot));
    }
    return out.sort(this.#parts.inOrder);
  }

  /** The same items by slot. */
  spread(items: readonly unknown[]): ReadonlyMap<number, readonly unknown[]> {
    const bySlot = new Map<number, unknown[]>();
    for (const item of items) {
      const slot = this.slotOf(item);
      bySlot.set(slot, [...(bySlot.get(slot) ?? []), item]);
    }
    return bySlot;
  }
}
