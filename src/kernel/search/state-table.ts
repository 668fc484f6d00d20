// Every state found, once: its row, and the state that led to it. The hash table holds the rows themselves beside their
// numbers, so a state that is known is recognised in the cache line where it is looked for.

import { widened } from './tables.ts';

const FIRST_LOG2 = 12;
const NONE = new Int32Array(0);
/** Rows that are entered together where the table is made anew. */
const LOT = 64;

export class StateTable {
  count = 0;
  /** Rows one after another, in the order in which they were found. */
  rows: Int32Array;
  parents = new Int32Array(1 << FIRST_LOG2);
  #words: number;
  /** Entries of a row and its number + 1; twice as many as there is room for states. */
  #table: Int32Array;
  #shift = 31 - FIRST_LOG2;
  /** Where each row of a batch is looked for first, and what is there. */
  #places = new Int32Array(64);
  #numbers = new Int32Array(64);

  constructor(words: number) {
    this.#words = words;
    this.rows = new Int32Array(words << FIRST_LOG2);
    this.#table = new Int32Array((words + 1) * (2 << FIRST_LOG2));
  }

  get bytes(): number {
    return this.rows.byteLength + this.parents.byteLength + this.#table.byteLength;
  }

  /** States there is room for. */
  get room(): number {
    return this.parents.length;
  }

  /** Looks where n rows would be: all at once, so that their cache lines are on their way together. */
  seek(rows: Int32Array, from: number, n: number): void {
    if (n > this.#places.length) {
      this.#places = new Int32Array(n * 2);
      this.#numbers = new Int32Array(n * 2);
    }
    const words = this.#words;
    const table = this.#table;
    for (let i = 0; i < n; i++) {
      const place = (hashOf(rows, from + i * words, words) >>> this.#shift) * (words + 1);
      this.#places[i] = place;
      this.#numbers[i] = table[place + words] as number;
    }
  }

  /** The number of the state in row i of `out`, which was sought: -1 where it is new. There must be room for it. */
  find(out: Int32Array, i: number): number {
    const words = this.#words;
    const table = this.#table;
    const at = i * words;
    let place = this.#places[i] as number;
    let number = (this.#numbers[i] as number) || (table[place + words] as number);
    while (number !== 0 && !same(table, place, out, at, words)) {
      place += words + 1;
      if (place === table.length) place = 0;
      number = table[place + words] as number;
    }
    this.#places[i] = place;
    return number - 1;
  }

  /** Enters row i of `out`, which was not found. */
  add(out: Int32Array, i: number, parent: number): void {
    const words = this.#words;
    const table = this.#table;
    const { rows } = this;
    const place = this.#places[i] as number;
    const base = this.count * words;
    for (let w = 0, at = i * words; w < words; w++) {
      const word = out[at + w] as number;
      rows[base + w] = word;
      table[place + w] = word;
    }
    this.parents[this.count] = parent;
    table[place + words] = ++this.count;
  }

  /** Room for twice as many. The hash table goes first, since it is made anew: never are two of them held. */
  grow(): void {
    this.#table = NONE;
    this.rows = widened(this.rows);
    this.parents = widened(this.parents);
    this.#rebuild();
  }

  /** The same states in rows of another width. */
  replace(rows: Int32Array, words: number): void {
    this.#table = NONE;
    this.rows = rows;
    this.#words = words;
    this.#rebuild();
  }

  #rebuild(): void {
    const words = this.#words;
    const stride = words + 1;
    const table = new Int32Array(stride * this.room * 2);
    this.#shift = Math.clz32(this.room);
    this.#table = table;
    for (let first = 0; first < this.count; first += LOT) {
      const n = Math.min(LOT, this.count - first);
      this.seek(this.rows, first * words, n);
      for (let i = 0, at = first * words; i < n; i++, at += words) {
        let place = this.#places[i] as number;
        while (table[place + words] !== 0) {
          place += stride;
          if (place === table.length) place = 0;
        }
        for (let w = 0; w < words; w++) table[place + w] = this.rows[at + w] as number;
        table[place + words] = first + i + 1;
      }
    }
  }
}

function hashOf(rows: Int32Array, at: number, words: number): number {
  let h = 0x243f6a88;
  for (let i = at; i < at + words; i++) {
    h = Math.imul(h ^ (rows[i] as number), 0x85ebca6b);
    h ^= h >>> 15;
  }
  return Math.imul(h, 0xc2b2ae35);
}

export function same(a: Int32Array, atA: number, b: Int32Array, atB: number, words: number): boolean {
  for (let w = 0; w < words; w++) if (a[atA + w] !== b[atB + w]) return false;
  return true;
}
