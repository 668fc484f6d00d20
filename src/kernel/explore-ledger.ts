// The book of a search over plain states: which fingerprints are known, who first led to each state and by which rank,
// how many states each depth has, and the first state that violates or reaches each property. Batches of successors
// are entered in canonical order, so the book is the same whoever expanded them.

import { assert } from '../base/assert.ts';
import { withMap } from './explore-map.ts';
import type { Explored } from './explore-outcome.ts';
import { verdicts } from './explore-outcome.ts';
import type { ExploreOptions } from './explore-search.ts';
import { FingerprintSet, IntList } from './explore-table.ts';
import type { Fingerprint } from './fingerprint.ts';
import { collisionOdds, FINGERPRINT_BITS } from './fingerprint.ts';
import type { Action, Model } from './model.ts';

/**
 * Successors of a stretch of states. `candidates` holds STRIDE words for each successor that may be new: fingerprint
 * (hi, lo), index of its parent in the stretch, rank of the action, how many transitions of the batch stand before it,
 * and flags of properties.
 */
export interface Batch {
  readonly parents: number;
  readonly edges: number;
  readonly candidates: Int32Array;
}
export const STRIDE = 6;

export class Ledger {
  readonly known = new FingerprintSet();
  /** States first found at each depth. */
  readonly byDepth: number[] = [];
  edges = 0;
  /** Depth of the states being expanded. */
  depth = -1;
  /** The bound on states was met. */
  full = false;
  readonly #maxStates: number;
  readonly #parents = new IntList();
  readonly #ranks = new IntList();
  /** First state that flagged each property, or -1. */
  readonly #first: number[];
  #expanded = 0;

  constructor(properties: number, maxStates: number) {
    assert(properties <= 31, 'a model has at most 31 properties');
    this.#first = new Array<number>(properties).fill(-1);
    this.#maxStates = maxStates;
  }

  get states(): number {
    return this.#parents.length;
  }

  start(print: Fingerprint, flags: number): void {
    this.known.add(print.hi, print.lo);
    this.#enter(-1, -1, flags);
    this.deepen();
  }

  /** The states found last are expanded from now on. */
  deepen(): void {
    this.depth++;
  }

  /**
   * Enters a batch whose parents are the next states of the queue. Returns a byte for each candidate: 1 where it is new.
   * Stops short, with `full`, where it would pass the bound on states.
   */
  enter(batch: Batch): Uint8Array {
    const { candidates } = batch;
    const fresh = new Uint8Array(candidates.length / STRIDE);
    const base = this.#expanded;
    for (let i = 0, at = 0; i < fresh.length; i++, at += STRIDE) {
      const hi = candidates[at] as number;
      const lo = candidates[at + 1] as number;
      if (this.states >= this.#maxStates) {
        if (this.known.has(hi, lo)) continue;
        this.full = true;
        this.edges += candidates[at + 4] as number;
        return fresh;
      }
      if (!this.known.add(hi, lo)) continue;
      fresh[i] = 1;
      this.#enter(
        base + (candidates[at + 2] as number),
        candidates[at + 3] as number,
        candidates[at + 5] as number,
      );
    }
    this.edges += batch.edges;
    this.#expanded += batch.parents;
    return fresh;
  }

  #enter(parent: number, rank: number, flags: number): void {
    const id = this.#parents.length;
    this.#parents.push(parent);
    this.#ranks.push(rank);
    this.byDepth[this.depth + 1] = (this.byDepth[this.depth + 1] ?? 0) + 1;
    if (flags === 0) return;
    for (let p = 0; p < this.#first.length; p++) {
      if ((flags >> p) & 1 && this.#first[p] === -1) this.#first[p] = id;
    }
  }

  /** Ranks of the shortest run to the first state that flagged this property. */
  found(property: number): readonly number[] | undefined {
    const first = this.#first[property] ?? -1;
    if (first < 0) return undefined;
    const ranks: number[] = [];
    for (let id = first; id > 0; id = this.#parents.at(id)) ranks.push(this.#ranks.at(id));
    return ranks.reverse();
  }
}

/** What the book says by now. */
export function ledgerOutcome<S, A extends Action>(
  model: Model<S, A>,
  start: S,
  ledger: Ledger,
  complete: boolean,
  options: ExploreOptions<S>,
): Explored {
  const found: Explored = {
    complete,
    states: ledger.states,
    edges: ledger.edges,
    depth: ledger.byDepth.length - 1,
    fingerprintBits: FINGERPRINT_BITS,
    collisionOdds: collisionOdds(ledger.states),
    properties: verdicts(model, start, complete, (property) => ledger.found(property)),
    statesByDepth: [...ledger.byDepth],
  };
  return withMap(found, model, start, options);
}
