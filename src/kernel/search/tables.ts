// Numbers for pairs and for lists of integers, in typed arrays: open addressing, grown at half full. Everything the
// search remembers lies in one of these, so that what it holds can be counted in bytes and costs the collector nothing.

export function widened(words: Int32Array, room = words.length * 2): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(room);
  wider.set(words);
  return wider;
}

const NONE = new Int32Array(0);

const mixed = (h: number, word: number): number => {
  const x = Math.imul(h ^ word, 0x85ebca6b);
  return x ^ (x >>> 15);
};

/** Pairs of integers to positive integers; 0 stands for "not there". Four words an entry, one of them idle. */
export class PairMap {
  #size = 0;
  #slots = new Int32Array(1 << 12);
  #mask = (1 << 10) - 1;

  get bytes(): number {
    return this.#slots.byteLength;
  }

  get(a: number, b: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let at = mixed(a, Math.imul(b, 0x9e3779b1)) & mask; ; at = (at + 1) & mask) {
      const i = at << 2;
      const value = slots[i + 2] as number;
      if (value === 0 || (slots[i] === a && slots[i + 1] === b)) return value;
    }
  }

  /** The pair must not be there yet. */
  set(a: number, b: number, value: number): void {
    if (++this.#size * 2 > this.#mask) this.#grow();
    this.#put(a, b, value);
  }

  #put(a: number, b: number, value: number): void {
    const slots = this.#slots;
    let at = mixed(a, Math.imul(b, 0x9e3779b1)) & this.#mask;
    while (slots[(at << 2) + 2] !== 0) at = (at + 1) & this.#mask;
    slots[at << 2] = a;
    slots[(at << 2) + 1] = b;
    slots[(at << 2) + 2] = value;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let i = 0; i < old.length; i += 4) {
      if (old[i + 2] !== 0) this.#put(old[i] as number, old[i + 1] as number, old[i + 2] as number);
    }
  }
}

/** Integers by row and place, each row as wide as it needs; 0 where none was set. */
export class Grid {
  bytes = 0;
  readonly #rows: Int32Array[] = [];

  get(row: number, at: number): number {
    const words = this.#rows[row];
    return words !== undefined && at < words.length ? (words[at] as number) : 0;
  }

  set(row: number, at: number, value: number): void {
    let words = this.#rows[row] ?? NONE;
    if (at >= words.length) {
      const wider = widened(words, Math.max(16, 2 ** (32 - Math.clz32(at))));
      this.bytes += wider.byteLength - words.byteLength;
      this.#rows[row] = wider;
      words = wider;
    }
    words[at] = value;
  }
}

/** Lists of integers, each once, numbered from 0. List n is `words[from[n]]`, its length, and what follows. */
export class ListTable {
  count = 0;
  words = new Int32Array(1 << 8);
  from = new Int32Array(1 << 6);
  #used = 0;
  #table = new Int32Array(1 << 7);

  get bytes(): number {
    return this.words.byteLength + this.from.byteLength + this.#table.byteLength;
  }

  /** The number of the list that lies here. */
  idOf(list: Int32Array, start: number, n: number): number {
    const mask = this.#table.length - 1;
    let h = n;
    for (let i = start; i < start + n; i++) h = mixed(h, list[i] as number);
    let at = h & mask;
    for (let id = this.#table[at] as number; id !== 0; id = this.#table[at] as number) {
      if (this.#same(id - 1, list, start, n)) return id - 1;
      at = (at + 1) & mask;
    }
    while (this.#used + n + 1 > this.words.length) this.words = widened(this.words);
    if (this.count === this.from.length) this.from = widened(this.from);
    const id = this.count++;
    this.from[id] = this.#used;
    this.words[this.#used++] = n;
    for (let i = start; i < start + n; i++) this.words[this.#used++] = list[i] as number;
    this.#table[at] = id + 1;
    if (this.count * 2 > mask) this.#grow();
    return id;
  }

  /** Where the list begins in `words`, with its length. */
  placeOf(list: readonly number[]): number {
    const id = this.idOf(Int32Array.from(list), 0, list.length);
    return this.from[id] as number;
  }

  #same(id: number, list: Int32Array, start: number, n: number): boolean {
    const { words } = this;
    const at = this.from[id] as number;
    if (words[at] !== n) return false;
    for (let i = 0; i < n; i++) if (words[at + 1 + i] !== list[start + i]) return false;
    return true;
  }

  #grow(): void {
    const mask = this.#table.length * 2 - 1;
    this.#table = new Int32Array(mask + 1);
    for (let id = 0; id < this.count; id++) {
      const from = this.from[id] as number;
      const n = this.words[from] as number;
      let h = n;
      for (let i = 1; i <= n; i++) h = mixed(h, this.words[from + i] as number);
      let at = h & mask;
      while (this.#table[at] !== 0) at = (at + 1) & mask;
      this.#table[at] = id + 1;
    }
  }
}
