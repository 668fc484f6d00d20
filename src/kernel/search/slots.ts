// A row of slots packed into 32-bit words. The values a slot takes get small numbers as they turn up, and a slot is as
// many bits wide as its numbers need; none lies across two words. Where a slot outgrows its bits, whoever holds rows
// has them repacked. Words are compared whole, so two states are one only where they are equal (the collapse
// compression of Spin: Holzmann 1997).

import { Interner } from './interner.ts';
import { PairMap, widened } from './tables.ts';

const NUMBER_BYTES = 8;
/** Bits that a new slot gets where they are to spare. */
const SPARE = 4;

interface Word {
  readonly slots: number[];
  /** Bits that no slot needs. */
  idle: number;
}

export class Slots {
  readonly interner = new Interner();
  /** Words a row. */
  words = 0;
  count = 0;
  /** A slot has more values than its bits can number: nothing may be packed before `repack`. */
  outgrown = false;
  /** By slot: the number of its value in the row that is looked at. */
  indices = new Int32Array(32);
  /** By slot: the numbers of its values among all. */
  readonly #values: number[][] = [];
  readonly #indexOf = new PairMap();
  /** By slot: the bits that it is to have at least, and those it has: bits that nobody needs are given away. */
  readonly #least: number[] = [];
  readonly #width: number[] = [];
  #word = new Int32Array(32);
  #shift = new Int32Array(32);
  #mask = new Int32Array(32);
  /** By word: how many of its bits are taken. */
  #used: number[] = [];
  #numbers = 0;

  get bytes(): number {
    return this.interner.bytes + this.#indexOf.bytes + this.#numbers * NUMBER_BYTES;
  }

  /**
   * One slot more, at the end. Where a word has bits to spare it gets some of these: they are 0 in every row, its value
   * number 0. Else places change: nothing may be packed before `repack`.
   */
  add(): number {
    if (this.count === this.indices.length) {
      this.indices = widened(this.indices);
      this.#word = widened(this.#word);
      this.#shift = widened(this.#shift);
      this.#mask = widened(this.#mask);
    }
    const slot = this.count++;
    this.#values.push([]);
    const word = this.#used.findIndex((bits) => bits < 32);
    const bits = word < 0 ? 1 : Math.min(SPARE, 32 - (this.#used[word] as number));
    this.#least.push(bits);
    this.#width.push(bits);
    if (word < 0) this.outgrown = true;
    else this.#place(slot, word, bits);
    return slot;
  }

  /** The number of a value in this slot, a new one where it was not there before. */
  indexOf(slot: number, value: unknown): number {
    const id = this.interner.idOf(value);
    const known = this.#indexOf.get(slot, id);
    if (known !== 0) return known - 1;
    const index = (this.#values[slot] as number[]).push(id) - 1;
    this.#numbers++;
    this.#indexOf.set(slot, id, index + 1);
    if (index >>> (this.#width[slot] as number) !== 0) this.outgrown = true;
    return index;
  }

  valueAt(slot: number, index: number): unknown {
    return this.interner.value((this.#values[slot] as number[])[index] as number);
  }

  /** What the slot holds in the row that is looked at. */
  value(slot: number): unknown {
    return this.valueAt(slot, this.indices[slot] as number);
  }

  look(rows: Int32Array, at: number): void {
    this.unpack(rows, at, this.indices);
  }

  unpack(rows: Int32Array, at: number, indices: Int32Array): void {
    const word = this.#word;
    const shift = this.#shift;
    const mask = this.#mask;
    for (let slot = 0; slot < this.count; slot++) {
      indices[slot] =
        ((rows[at + (word[slot] as number)] as number) >>> (shift[slot] as number)) & (mask[slot] as number);
    }
  }

  put(rows: Int32Array, at: number, slot: number, index: number): void {
    const w = at + (this.#word[slot] as number);
    const shift = this.#shift[slot] as number;
    rows[w] = ((rows[w] as number) & ~((this.#mask[slot] as number) << shift)) | (index << shift);
  }

  pack(indices: Int32Array, rows: Int32Array, at: number): void {
    rows.fill(0, at, at + this.words);
    for (let slot = 0; slot < this.count; slot++) this.put(rows, at, slot, indices[slot] as number);
  }

  /** Widens what has outgrown its bits, or nearly; returns the first n rows in their new places, with room for more. */
  repack(rows: Int32Array, n: number, room: number): Int32Array<ArrayBuffer> {
    const before = { words: this.words, word: this.#word, shift: this.#shift, mask: this.#mask };
    this.#layOut();
    this.outgrown = false;
    const wider = new Int32Array(room * this.words);
    for (let row = 0; row < n; row++) {
      // A slot that was not there yet held nothing but its value number 0.
      for (let slot = 0; slot < this.count; slot++) {
        const word = rows[row * before.words + (before.word[slot] as number)] as number;
        const index = (word >>> (before.shift[slot] as number)) & (before.mask[slot] as number);
        this.put(wider, row * this.words, slot, index);
      }
    }
    return wider;
  }

  #place(slot: number, word: number, bits: number): void {
    const used = this.#used[word] as number;
    this.#word[slot] = word;
    this.#shift[slot] = used;
    this.#mask[slot] = 2 ** bits - 1;
    this.#used[word] = used + bits;
  }

  #layOut(): void {
    for (const [slot, { length }] of this.#values.entries()) {
      const bits = this.#least[slot] as number;
      if (length * 4 > 3 * 2 ** bits) this.#least[slot] = Math.min(31, 33 - Math.clz32(length));
      this.#width[slot] = this.#least[slot] as number;
    }
    const words = this.#words();
    this.words = words.length;
    this.#used = words.map(() => 0);
    this.#word = this.#word.slice();
    this.#shift = this.#shift.slice();
    this.#mask = this.#mask.slice();
    for (const [word, { slots, idle }] of words.entries()) {
      // Slots that turn up later find some in the last word.
      this.#give(slots, word === words.length - 1 ? idle >> 1 : idle);
      for (const slot of slots) this.#place(slot, word, this.#width[slot] as number);
    }
  }

  /** As few words as hold all slots, each about as full as the others: the widest slots are dealt out first. */
  #words(): readonly Word[] {
    const width = this.#width;
    const widest = [...width.keys()].sort((a, b) => (width[b] as number) - (width[a] as number));
    const bits = width.reduce((sum, n) => sum + n, 0);
    for (let count = Math.max(1, Math.ceil(bits / 32)); ; count++) {
      const words = Array.from({ length: count }, (): Word => ({ slots: [], idle: 32 }));
      for (const slot of widest) {
        const word = words.reduce((most, one) => (one.idle > most.idle ? one : most));
        word.slots.push(slot);
        word.idle -= width[slot] as number;
      }
      if (words.every(({ idle }) => idle >= 0)) return words;
    }
  }

  /** Deals idle bits out to these slots, the fullest first. */
  #give(slots: readonly number[], idle: number): void {
    const fullness = (slot: number): number =>
      (this.#values[slot] as number[]).length / 2 ** (this.#width[slot] as number);
    const fullestFirst = [...slots].sort((a, b) => fullness(b) - fullness(a));
    for (let dealt = 0; dealt < idle; dealt++) {
      const slot = fullestFirst[dealt % slots.length] as number;
      this.#width[slot] = Math.min(31, (this.#width[slot] as number) + 1);
    }
  }
}
