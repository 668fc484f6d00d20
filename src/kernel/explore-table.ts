// Memory of a search in typed arrays: a growable list of integers, and a set of 64-bit fingerprints by open addressing
// with linear probing (Knuth, vol. 3, 6.4). Nothing here is an object per state.

/** A list of 32-bit integers that doubles as it fills. */
export class IntList {
  length = 0;
  #items = new Int32Array(1024);

  push(value: number): void {
    if (this.length === this.#items.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.#items);
      this.#items = grown;
    }
    this.#items[this.length++] = value;
  }

  at(index: number): number {
    return this.#items[index] as number;
  }
}

/** A set of fingerprints, at most 60 % full. The pair (0, 0) marks an empty slot, so it is stored as (0, 1). */
export class FingerprintSet {
  size = 0;
  #slots: Int32Array;
  #mask: number;

  constructor(log2Slots = 12) {
    this.#slots = new Int32Array(2 << log2Slots);
    this.#mask = (1 << log2Slots) - 1;
  }

  /** Adds it; false where it was there already. */
  add(hi: number, lo: number): boolean {
    if (this.size * 5 > this.#mask * 3) this.#grow();
    const low = (hi | lo) === 0 ? 1 : lo | 0;
    const slot = this.#find(hi | 0, low);
    if (slot < 0) return false;
    this.#slots[slot] = hi;
    this.#slots[slot + 1] = low;
    this.size++;
    return true;
  }

  has(hi: number, lo: number): boolean {
    return this.#find(hi | 0, (hi | lo) === 0 ? 1 : lo | 0) < 0;
  }

  /** Where it would go, or -1 where it is there. */
  #find(hi: number, lo: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let at = lo & mask;
    for (;;) {
      const slot = at << 1;
      const h = slots[slot] as number;
      const l = slots[slot + 1] as number;
      if ((h | l) === 0) return slot;
      if (h === hi && l === lo) return -1;
      at = (at + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let i = 0; i < old.length; i += 2) {
      const hi = old[i] as number;
      const lo = old[i + 1] as number;
      if ((hi | lo) === 0) continue;
      const slot = this.#find(hi, lo);
      this.#slots[slot] = hi;
      this.#slots[slot + 1] = lo;
    }
  }
}
