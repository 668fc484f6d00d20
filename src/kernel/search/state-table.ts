// Every state found, once: its row, and the state that led to it. The hash table holds numbers of states, each beside as
// much of the row's hash as there is room for: what is not the same is seldom looked at, and the table stays small.

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
  /** A number + 1 with some bits of the row's hash above it; twice as many places as there is room for states. */
  #table = new Int32Array(2 << FIRST_LOG2);
  /** Bits of a hash that say the place; of an entry, those of the number + 1. The others are the hash's in both. */
  #mask = (2 << FIRST_LOG2) - 1;
  /** The hash of each row of a batch, and where its place is. */
  #hashes = new Int32Array(64);
  #places = new Int32Array(64);
  /** What is met while rows are sought: it is read so that it is near when it is needed. */
  met = 0;

  constructor(words: number) {
    this.#words = words;
    this.rows = new Int32Array(words << FIRST_LOG2);
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
      this.#hashes = new Int32Array(n * 2);
    }
    const words = this.#words;
    const table = this.#table;
    const hashes = this.#hashes;
    const places = this.#places;
    const mask = this.#mask;
    for (let i = 0; i < n; i++) {
      const hash = hashOf(rows, from + i * words, words);
      hashes[i] = hash;
      places[i] = table[hash & mask] as number;
    }
    const known = this.rows;
    let met = 0;
    for (let i = 0; i < n; i++) {
      const entry = places[i] as number;
      const hash = hashes[i] as number;
      if (entry !== 0 && ((entry ^ hash) & ~mask) === 0) met ^= known[((entry & mask) - 1) * words] as number;
      places[i] = hash & mask;
    }
    this.met = met;
  }

  /** The number of the state in row i of `out`, which was sought: -1 where it is new. There must be room for it. */
  find(out: Int32Array, i: number): number {
    const words = this.#words;
    const table = this.#table;
    const mask = this.#mask;
    const hash = this.#hashes[i] as number;
    let place = this.#places[i] as number;
    for (let entry = table[place] as number; entry !== 0; entry = table[place] as number) {
      if (((entry ^ hash) & ~mask) === 0) {
        const number = (entry & mask) - 1;
        if (same(this.rows, number * words, out, i * words, words)) return number;
      }
      place = (place + 1) & mask;
    }
    this.#places[i] = place;
    return -1;
  }

  /** Enters row i of `out`, which was not found. */
  add(out: Int32Array, i: number, parent: number): void {
    const words = this.#words;
    const { rows } = this;
    const base = this.count * words;
    for (let w = 0, at = i * words; w < words; w++) rows[base + w] = out[at + w] as number;
    this.parents[this.count] = parent;
    this.#enter(this.#places[i] as number, this.#hashes[i] as number);
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

  #enter(place: number, hash: number): void {
    this.#table[place] = (hash & ~this.#mask) | ++this.count;
  }

  #rebuild(): void {
    const words = this.#words;
    const { count } = this;
    const table = new Int32Array(this.room * 2);
    const mask = table.length - 1;
    this.#mask = mask;
    this.#table = table;
    this.count = 0;
    while (this.count < count) {
      const n = Math.min(LOT, count - this.count);
      this.seek(this.rows, this.count * words, n);
      for (let i = 0; i < n; i++) {
        let place = this.#places[i] as number;
        while (table[place] !== 0) place = (place + 1) & mask;
        this.#enter(place, this.#hashes[i] as number);
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
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function same(a: Int32Array, atA: number, b: Int32Array, atB: number, words: number): boolean {
  for (let w = 0; w < words; w++) if (a[atA + w] !== b[atB + w]) return false;
  return true;
}
