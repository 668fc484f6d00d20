// Actors that are alike may exchange their names (Clarke, Emerson, Jha 1993; Ip and Dill 1996): of all the states that
// differ by such a renaming, one stands for the others. It is the one whose row of indices is the least; how many it
// stands for is known from how many renamings leave it as it is, so that all states can still be counted exactly.

import type { Parts, Renaming } from '../parts.ts';
import type { Bag } from './bag.ts';
import type { Slots } from './slots.ts';
import { Grid, widened } from './tables.ts';

/** A renaming as a table: what index becomes which, and where. */
interface Renamed {
  readonly rename: Renaming;
  /** By slot: where it goes, and which comes here. */
  readonly to: number[];
  readonly from: number[];
  /** By slot and index: the index there, plus one. */
  readonly known: Grid;
}

export class Canon {
  /** By place in `out`: how many states the row there stands for. */
  orbits = new Int32Array(64);
  readonly #parts: Parts;
  readonly #slots: Slots;
  readonly #bag: Bag;
  readonly #renamings: readonly Renamed[];
  #indices = new Int32Array(0);
  #best = new Int32Array(0);
  /** Slots that the tables know of. */
  #mapped = 0;

  constructor(parts: Parts, renamings: readonly Renaming[], slots: Slots, bag: Bag) {
    this.#parts = parts;
    this.#slots = slots;
    this.#bag = bag;
    this.#renamings = renamings.map((rename) => ({ rename, to: [], from: [], known: new Grid() }));
  }

  get bytes(): number {
    return this.#renamings.reduce((sum, { known }) => sum + known.bytes, 0);
  }

  /** Puts the least of its renamings in the place of a row. Leaves it where a slot outgrows its bits. */
  makeCanonical(out: Int32Array, to: number, n: number): void {
    const slots = this.#slots;
    if (this.#mapped !== slots.count) this.#mapSlots();
    if (slots.outgrown) return;
    const best = this.#best;
    slots.unpack(out, to, this.#indices);
    best.set(this.#indices);
    let same = 1;
    let changed = false;
    for (const renamed of this.#renamings) {
      const order = this.#compare(renamed, slots.count);
      if (slots.outgrown) return;
      if (order < 0) {
        same = 1;
        changed = true;
      } else if (order === 0) same++;
    }
    if (changed) slots.pack(best, out, to);
    if (n >= this.orbits.length) this.orbits = widened(this.orbits);
    this.orbits[n] = (this.#renamings.length + 1) / same;
  }

  /** Below 0 where the renamed row is less than the best so far, whose place it takes; 0 where it is the same. */
  #compare(renamed: Renamed, count: number): number {
    const best = this.#best;
    const { from, known } = renamed;
    let less = false;
    for (let slot = 0; slot < count; slot++) {
      const source = from[slot] as number;
      const index = this.#indices[source] as number;
      const there = (known.get(source, index) || this.#rename(renamed, source, index)) - 1;
      const before = best[slot] as number;
      if (!less && there > before) return 1;
      less ||= there < before;
      best[slot] = there;
    }
    return less ? -1 : 0;
  }

  #rename({ rename, to, known }: Renamed, slot: number, index: number): number {
    const value = this.#slots.valueAt(slot, index);
    const target = to[slot] as number;
    const there = this.#isPiece(slot)
      ? this.#bag.indexOf(target, (value as unknown[]).map(rename.item).sort(this.#parts.inOrder))
      : this.#slots.indexOf(target, rename.value(slot, value));
    known.set(slot, index, there + 1);
    return there + 1;
  }

  #isPiece(slot: number): boolean {
    return slot >= this.#parts.slots;
  }

  /** Where slots go. A piece goes where its items go; one whose counterpart is not there yet gets it, empty. */
  #mapSlots(): void {
    while (this.#mapped !== this.#slots.count) {
      this.#mapped = this.#slots.count;
      for (const { rename, to, from } of this.#renamings) {
        for (let slot = 0; slot < this.#mapped; slot++) {
          const target = this.#isPiece(slot)
            ? this.#bag.slotOf(rename.item(this.#bag.anItem[slot]))
            : rename.slot(slot);
          to[slot] = target;
          from[target] = slot;
        }
      }
    }
    this.#indices = new Int32Array(this.#mapped);
    this.#best = new Int32Array(this.#mapped);
  }
}
