// The working half of a search: holds a contiguous part of the frontier as plain states, expands it a stretch at a time
// and keeps the successors it is told are new as its part of the next frontier. The same class works inline and in
// every worker; only the states of two levels are ever held.

import type { Batch } from './explore-ledger.ts';
import { flagsOf } from './explore-outcome.ts';
import { StatePrinter } from './explore-print.ts';
import type { FingerprintSet } from './explore-table.ts';
import type { Action, Model } from './model.ts';

export class Expander<S, A extends Action> {
  readonly #model: Model<S, A>;
  readonly #known: FingerprintSet;
  readonly #remember: boolean;
  readonly #printer = new StatePrinter();
  #frontier: S[] = [];
  #next: S[] = [];
  #at = 0;
  /** Successors of batches that are not judged yet, oldest first. */
  readonly #undecided: S[][] = [];

  /**
   * `known` spares what is certainly not new. Inline it is the ledger's own set; a worker has its own set of what it
   * has already named (`remember`).
   */
  constructor(model: Model<S, A>, known: FingerprintSet, remember: boolean) {
    this.#model = model;
    this.#known = known;
    this.#remember = remember;
  }

  /** States of this level that are not expanded yet. */
  get left(): number {
    return this.#frontier.length - this.#at;
  }

  load(states: readonly S[]): void {
    this.#frontier = [...states];
    this.#at = 0;
  }

  /** Expands the next `count` states of the frontier. */
  expand(count: number): Batch {
    const model = this.#model;
    const parents = Math.min(count, this.left);
    const words: number[] = [];
    const successors: S[] = [];
    let edges = 0;
    for (let parent = 0; parent < parents; parent++) {
      const state = this.#frontier[this.#at++] as S;
      const enabled = model.enabled(state);
      for (let rank = 0; rank < enabled.length; rank++) {
        const successor = model.next(state, enabled[rank] as A);
        const { hi, lo } = this.#printer.of(successor);
        const fresh = this.#remember ? this.#known.add(hi, lo) : !this.#known.has(hi, lo);
        if (fresh) {
          words.push(hi, lo, parent, rank, edges, flagsOf(model.properties, successor));
          successors.push(successor);
        }
        edges++;
      }
    }
    this.#undecided.push(successors);
    return { parents, edges, candidates: Int32Array.from(words) };
  }

  /** The ledger's answer to the oldest batch it has not answered yet. */
  keep(fresh: Uint8Array): void {
    const successors = this.#undecided.shift() ?? [];
    for (let i = 0; i < successors.length; i++) if (fresh[i]) this.#next.push(successors[i] as S);
  }

  /** Goes on to the next level; returns its size. */
  advance(): number {
    this.#frontier = this.#next;
    this.#next = [];
    this.#at = 0;
    return this.#frontier.length;
  }

  /** Gives the states before `from` and from `to` on away, and keeps the rest. */
  release(from: number, to: number): { readonly head: readonly S[]; readonly tail: readonly S[] } {
    const head = this.#frontier.slice(0, from);
    const tail = this.#frontier.slice(to);
    this.#frontier = this.#frontier.slice(from, to);
    return { head, tail };
  }

  /** Takes states over on both sides of its own. */
  adopt(head: readonly S[], tail: readonly S[]): void {
    this.#frontier = [...head, ...this.#frontier, ...tail];
  }

  /** Something can still happen in a state of the frontier. */
  restless(): boolean {
    return this.#frontier.some((state) => this.#model.enabled(state).length > 0);
  }
}
