// The search over packed words: the store of states is the queue, and an open-addressed table of whole states finds
// duplicates (no fingerprint, so no odds of taking two for one). The table repeats the words beside each number: looking
// one up then misses the processor's cache once, not twice. A parent pointer is all that is kept for a counterexample;
// ranks are found again by expanding the parents on the way back.

import { assert } from '../base/assert.ts';
import type { Compact } from './compact.ts';
import { withMap } from './explore-map.ts';
import type { Explored } from './explore-outcome.ts';
import { verdicts } from './explore-outcome.ts';
import type { Exploration, ExploreOptions } from './explore-search.ts';
import { DEFAULT_MAX_STATES } from './explore-search.ts';
import type { Action, Model } from './model.ts';

/** Room for the first 4,096 states. */
const FIRST_LOG2 = 12;

export class CompactSearch<S, A extends Action> implements Exploration {
  states = 0;
  depth = 0;
  readonly #model: Model<S, A>;
  readonly #compact: Compact;
  readonly #options: ExploreOptions<S>;
  /** The successors of one state, where in the table each belongs, and the number found there. */
  readonly #out: Int32Array;
  readonly #slots: Int32Array;
  readonly #numbers: Int32Array;
  #store: Int32Array;
  #parents: Int32Array;
  /** Slots of a state's words and its number plus one; 0 there marks an empty slot. */
  #table: Int32Array;
  /** The slot of a hash is its highest bits, so that a table read in order fills a larger one in order. */
  #slotShift: number;
  readonly #byDepth: number[] = [1];
  readonly #first: number[];
  #edges = 0;
  /** The next state to expand, and the first of the level after this one. */
  #head = 0;
  #levelEnd = 1;
  #done = false;
  #complete = false;

  constructor(model: Model<S, A>, compact: Compact, options: ExploreOptions<S>) {
    assert(model.properties.length <= 31, 'a model has at most 31 properties');
    this.#model = model;
    this.#compact = compact;
    this.#options = options;
    this.#out = new Int32Array(compact.words * compact.maxSuccessors);
    this.#slots = new Int32Array(compact.maxSuccessors);
    this.#numbers = new Int32Array(compact.maxSuccessors);
    this.#store = new Int32Array(compact.words << FIRST_LOG2);
    this.#parents = new Int32Array(1 << FIRST_LOG2);
    this.#slotShift = 31 - FIRST_LOG2;
    this.#table = new Int32Array((compact.words + 1) * (2 << FIRST_LOG2));
    this.#first = model.properties.map(() => -1);
    compact.init(this.#store, 0);
    this.#parents[0] = -1;
    this.states = 1;
    this.#enterSlot(this.#store, 0, 1);
    this.#flag(0, compact.judge(this.#store, 0));
  }

  step(budget: number): boolean {
    for (let left = budget; left > 0 && !this.#done; ) {
      if (this.#head === this.#levelEnd) {
        if (this.#levelEnd === this.states) {
          this.#end(true);
          break;
        }
        this.#byDepth.push(this.states - this.#levelEnd);
        this.#levelEnd = this.states;
        this.depth++;
      }
      if (this.depth >= (this.#options.maxDepth ?? Number.POSITIVE_INFINITY)) {
        this.#end(!this.#restless());
        break;
      }
      const until = Math.min(this.#levelEnd, this.#head + left);
      left -= until - this.#head;
      if (!this.#expand(until)) this.#end(false);
    }
    return this.#done;
  }

  outcome(): Explored {
    const start = this.#model.init();
    const next = this.states - this.#levelEnd;
    const statesByDepth = next > 0 ? [...this.#byDepth, next] : [...this.#byDepth];
    const found: Explored = {
      complete: this.#complete,
      states: this.states,
      edges: this.#edges,
      depth: statesByDepth.length - 1,
      fingerprintBits: 0,
      collisionOdds: 0,
      properties: verdicts(this.#model, start, this.#complete, (property) => this.#ranks(property)),
      statesByDepth,
    };
    return withMap(found, this.#model, start, this.#options);
  }

  /** Expands the states before `until`; false where the bound on states was met. Everything hot is a local here. */
  #expand(until: number): boolean {
    const { words, maxSuccessors } = this.#compact;
    const maxStates = this.#options.maxStates ?? DEFAULT_MAX_STATES;
    const stride = words + 1;
    const out = this.#out;
    const slots = this.#slots;
    const numbers = this.#numbers;
    let store = this.#store;
    let parents = this.#parents;
    let table = this.#table;
    let shift = this.#slotShift;
    for (; this.#head < until; this.#head++) {
      if (this.states + maxSuccessors > parents.length) {
        this.#grow(this.states + maxSuccessors);
        store = this.#store;
        parents = this.#parents;
        table = this.#table;
        shift = this.#slotShift;
      }
      const successors = this.#compact.expand(store, this.#head * words, out);
      // All first reads of the table before any is used: they miss the cache, and the processor waits for many at once.
      for (let i = 0; i < successors; i++) {
        const slot = (hashOf(out, i * words, words) >>> shift) * stride;
        slots[i] = slot;
        numbers[i] = table[slot + words] as number;
      }
      for (let i = 0, at = 0; i < successors; i++, at += words) {
        let slot = slots[i] as number;
        let number = (numbers[i] as number) || (table[slot + words] as number);
        while (number !== 0 && !same(table, slot, out, at, words)) {
          slot += stride;
          if (slot === table.length) slot = 0;
          number = table[slot + words] as number;
        }
        if (number !== 0) continue;
        if (this.states >= maxStates) {
          this.#edges += i;
          return false;
        }
        const base = this.states * words;
        for (let w = 0; w < words; w++) {
          const word = out[at + w] as number;
          store[base + w] = word;
          table[slot + w] = word;
        }
        parents[this.states] = this.#head;
        table[slot + words] = ++this.states;
        const flags = this.#compact.judge(out, at);
        if (flags !== 0) this.#flag(this.states - 1, flags);
      }
      this.#edges += successors;
    }
    return true;
  }

  /** Room for at least so many states, in doublings; the table has two slots a state. */
  #grow(atLeast: number): void {
    const { words } = this.#compact;
    let room = this.#parents.length;
    while (room < atLeast) room *= 2;
    const store = new Int32Array(room * words);
    store.set(this.#store.subarray(0, this.states * words));
    const parents = new Int32Array(room);
    parents.set(this.#parents.subarray(0, this.states));
    this.#store = store;
    this.#parents = parents;
    const old = this.#table;
    this.#table = new Int32Array((words + 1) * room * 2);
    this.#slotShift = Math.clz32(room);
    for (let slot = 0; slot < old.length; slot += words + 1) {
      if (old[slot + words] !== 0) this.#enterSlot(old, slot, old[slot + words] as number);
    }
  }

  /** Puts a state that is not in the table into its slot. */
  #enterSlot(from: Int32Array, at: number, number: number): void {
    const { words } = this.#compact;
    const table = this.#table;
    let slot = (hashOf(from, at, words) >>> this.#slotShift) * (words + 1);
    while (table[slot + words] !== 0) {
      slot += words + 1;
      if (slot === table.length) slot = 0;
    }
    for (let w = 0; w < words; w++) table[slot + w] = from[at + w] as number;
    table[slot + words] = number;
  }

  #flag(number: number, flags: number): void {
    for (let p = 0; p < this.#first.length; p++) {
      if ((flags >> p) & 1 && this.#first[p] === -1) this.#first[p] = number;
    }
  }

  #restless(): boolean {
    for (let i = this.#head; i < this.states; i++) {
      if (this.#compact.expand(this.#store, i * this.#compact.words, this.#out) > 0) return true;
    }
    return false;
  }

  #ranks(property: number): readonly number[] | undefined {
    const first = this.#first[property] ?? -1;
    if (first < 0) return undefined;
    const { words } = this.#compact;
    const ranks: number[] = [];
    for (let child = first; child > 0; ) {
      const parent = this.#parents[child] as number;
      const successors = this.#compact.expand(this.#store, parent * words, this.#out);
      let rank = 0;
      while (rank < successors && !same(this.#store, child * words, this.#out, rank * words, words)) rank++;
      ranks.push(rank);
      child = parent;
    }
    return ranks.reverse();
  }

  #end(complete: boolean): void {
    this.#done = true;
    this.#complete = complete;
  }
}

function hashOf(states: Int32Array, at: number, words: number): number {
  let h = 0x243f6a88;
  for (let i = at; i < at + words; i++) {
    h = Math.imul(h ^ (states[i] as number), 0x85ebca6b);
    h ^= h >>> 15;
  }
  return Math.imul(h, 0xc2b2ae35);
}

function same(a: Int32Array, atA: number, b: Int32Array, atB: number, words: number): boolean {
  for (let w = 0; w < words; w++) if (a[atA + w] !== b[atB + w]) return false;
  return true;
}
