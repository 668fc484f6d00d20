// The search over packed words: the store of states is the queue, an open-addressed table of their numbers finds
// duplicates by comparing whole states (no fingerprint, so no odds of taking two for one), and a parent pointer is all
// that is kept for a counterexample. Ranks are found again by expanding the parents on the way back.

import { assert } from '../base/assert.ts';
import type { Compact } from './compact.ts';
import { withMap } from './explore-map.ts';
import type { Explored } from './explore-outcome.ts';
import { verdicts } from './explore-outcome.ts';
import type { Exploration, ExploreOptions } from './explore-search.ts';
import { DEFAULT_MAX_STATES } from './explore-search.ts';
import type { Action, Model } from './model.ts';

export class CompactSearch<S, A extends Action> implements Exploration {
  states = 0;
  depth = 0;
  readonly #model: Model<S, A>;
  readonly #compact: Compact;
  readonly #options: ExploreOptions<S>;
  readonly #out: Int32Array;
  #store: Int32Array;
  #parents: Int32Array;
  /** Numbers of states, plus one; 0 marks an empty slot. */
  #table: Int32Array;
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
    this.#store = new Int32Array(compact.words << 12);
    this.#parents = new Int32Array(1 << 12);
    this.#table = new Int32Array(1 << 13);
    this.#first = model.properties.map(() => -1);
    compact.init(this.#store, 0);
    this.#parents[0] = -1;
    this.#table[hashOf(this.#store, 0, compact.words) & (this.#table.length - 1)] = 1;
    this.states = 1;
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
    const { words, maxSuccessors: room } = this.#compact;
    const maxStates = this.#options.maxStates ?? DEFAULT_MAX_STATES;
    const out = this.#out;
    let store = this.#store;
    let table = this.#table;
    let parents = this.#parents;
    let mask = table.length - 1;
    let count = this.states;
    let edges = this.#edges;
    let bounded = false;
    let head = this.#head;
    expanding: for (; head < until; head++) {
      if (count + room > parents.length) {
        while (count + room > this.#parents.length) this.#grow(count);
        store = this.#store;
        table = this.#table;
        parents = this.#parents;
        mask = table.length - 1;
      }
      const successors = this.#compact.expand(store, head * words, out);
      for (let i = 0, at = 0; i < successors; i++, at += words) {
        let slot = hashOf(out, at, words) & mask;
        for (;;) {
          const number = table[slot] as number;
          if (number === 0) break;
          if (same(store, (number - 1) * words, out, at, words)) break;
          slot = (slot + 1) & mask;
        }
        if (table[slot] === 0) {
          if (count >= maxStates) {
            edges += i;
            bounded = true;
            break expanding;
          }
          const base = count * words;
          for (let w = 0; w < words; w++) store[base + w] = out[at + w] as number;
          parents[count] = head;
          table[slot] = ++count;
          const flags = this.#compact.judge(out, at);
          if (flags !== 0) this.#flag(count - 1, flags);
        }
      }
      edges += successors;
    }
    this.#head = head;
    this.states = count;
    this.#edges = edges;
    return !bounded;
  }

  /** Room for twice as many states; the table has two slots a state. */
  #grow(count: number): void {
    const { words } = this.#compact;
    const room = this.#parents.length * 2;
    const store = new Int32Array(room * words);
    store.set(this.#store.subarray(0, count * words));
    const parents = new Int32Array(room);
    parents.set(this.#parents.subarray(0, count));
    const table = new Int32Array(room * 2);
    const mask = table.length - 1;
    for (let i = 0; i < count; i++) {
      let slot = hashOf(store, i * words, words) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = i + 1;
    }
    this.#store = store;
    this.#parents = parents;
    this.#table = table;
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
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 13);
}

function same(a: Int32Array, atA: number, b: Int32Array, atB: number, words: number): boolean {
  for (let w = 0; w < words; w++) if (a[atA + w] !== b[atB + w]) return false;
  return true;
}
