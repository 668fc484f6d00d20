// Exhaustive search of a Model, breadth first, so that the first counterexample found is a shortest one (as in TLC:
// Yu, Manolios, Lamport, "Model checking TLA+ specifications"). States are rows of words in one exact table; of a state
// only its row and its parent are kept, and runs are found again by playing the model along the parents.

import type { Exploration, ExploreOptions } from '../exploration.ts';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_STATES, MAP_STATES } from '../exploration.ts';
import type { Explored, ExploredMap } from '../explored.ts';
import { isFlagged, verdicts } from '../explored.ts';
import type { Action, Model } from '../model.ts';
import type { Parts } from '../parts.ts';
import { partsOf } from '../parts.ts';
import { PartRows } from './part-rows.ts';
import { PlainRows } from './plain-rows.ts';
import type { Rows } from './rows.ts';
import { FLAGGED, UNJUDGED } from './rows.ts';
import { StateTable, same } from './state-table.ts';
import { widened } from './tables.ts';

/** States expanded between two looks at the bytes held. */
const STRETCH = 256;
/** Successors that are looked up together, or a few more: the memory is asked for all of them at once. */
const TOGETHER = 64;
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

export class Search<S, A extends Action> implements Exploration {
  readonly #model: Model<S, A>;
  readonly #options: ExploreOptions<S>;
  readonly #start: S;
  readonly #rows: Rows<S>;
  readonly #table: StateTable;
  /** By state: how many it stands for, where some are alike. */
  #orbits: Int32Array | undefined;
  /** By depth: its first state; and the first that is found while the last of these are expanded. */
  readonly #levels = [0, 1];
  /** Steps from the states expanded, and from all that these stand for. */
  #edges = 0;
  #allEdges = 0;
  /** By property: the first state that flags it, or -1; and those that none has flagged yet. */
  readonly #first: number[];
  #undecided: readonly number[];
  readonly #unjudged = new Set<number>();
  #head = 0;
  /** By state of those that were expanded together: where its successors end in `out`. */
  readonly #ends = new Int32Array(STRETCH);
  #done = false;
  #complete = false;

  constructor(model: Model<S, A>, options: ExploreOptions<S>) {
    const { properties } = model;
    this.#model = model;
    this.#options = options;
    this.#start = options.from ?? model.init();
    this.#rows = rowsFor(model, this.#start, options);
    this.#table = new StateTable(this.#rows.slots.words);
    this.#first = properties.map(() => -1);
    this.#undecided = [...properties.keys()].filter((p) => !properties[p]?.inapplicable);
    if (this.#rows.orbits) this.#orbits = new Int32Array(this.#table.room);
    this.#table.seek(this.#rows.out, 0, 1);
    this.#table.find(this.#rows.out, 0);
    this.#add(this.#rows.out, 0, -1);
  }

  get states(): number {
    return this.#table.count;
  }

  get depth(): number {
    return this.#levels.length - 2;
  }

  get bytes(): number {
    return this.#rows.bytes + this.#table.bytes + (this.#orbits?.byteLength ?? 0);
  }

  step(budget: number): boolean {
    for (let left = budget; left > 0 && !this.#done; ) {
      if (this.#head === this.#levelEnd) {
        if (this.#levelEnd === this.states) {
          this.#end(true);
          break;
        }
        this.#levels.push(this.states);
      }
      if (this.depth >= (this.#options.maxDepth ?? UNBOUNDED)) {
        this.#end(!this.#restless());
        break;
      }
      const until = Math.min(this.#levelEnd, this.#head + left, this.#head + STRETCH);
      left -= until - this.#head;
      if (!this.#expandUntil(until) || this.bytes > this.#maxBytes) this.#end(false);
    }
    return this.#done;
  }

  outcome(): Explored {
    const complete = this.#complete;
    const statesByDepth = this.#byDepth();
    const { worked } = this.#model;
    const map = this.#options.map && this.states <= MAP_STATES ? { map: this.#map() } : {};
    return {
      complete,
      states: statesByDepth.reduce((sum, n) => sum + n, 0),
      stored: this.states,
      edges: complete ? this.#allEdges : this.#edges,
      depth: statesByDepth.length - 1,
      bytes: this.bytes,
      properties: verdicts(
        this.#model.properties,
        complete,
        (property) => this.#choicesTo(property),
        this.#unjudged,
      ),
      statesByDepth,
      ...map,
      ...(worked ? { work: worked() } : {}),
    };
  }

  get #maxBytes(): number {
    return this.#options.maxBytes ?? DEFAULT_MAX_BYTES;
  }

  get #maxStates(): number {
    return this.#options.maxStates ?? DEFAULT_MAX_STATES;
  }

  get #levelEnd(): number {
    return this.#levels.at(-1) as number;
  }

  #end(complete: boolean): void {
    this.#done = true;
    this.#complete = complete;
  }

  /** All states by depth, where they are known; else those stored. */
  #byDepth(): number[] {
    const orbits = this.#complete ? this.#orbits : undefined;
    const ends = [...this.#levels.slice(1), this.states];
    const counts = ends.map((end, depth) => {
      const from = this.#levels[depth] as number;
      return orbits ? orbits.subarray(from, end).reduce((sum, n) => sum + n, 0) : end - from;
    });
    return counts.filter((count) => count > 0);
  }

  /** Expands the states up to this one; false where a bound is met. */
  #expandUntil(until: number): boolean {
    const rows = this.#rows;
    const table = this.#table;
    const ends = this.#ends;
    const maxStates = this.#maxStates;
    while (this.#head < until) {
      const last = this.#head + this.#expandSome(until);
      const first = this.#head;
      while (table.count + (ends[last - first - 1] as number) > table.room) if (!this.#grow()) return false;
      const { out } = rows;
      table.seek(out, 0, ends[last - first - 1] as number);
      for (let i = 0; this.#head < last; this.#head++) {
        const end = ends[this.#head - first] as number;
        this.#allEdges += (end - i) * (this.#orbits?.[this.#head] ?? 1);
        for (; i < end; i++) {
          if (table.find(out, i) < 0) {
            if (table.count >= maxStates) return false;
            this.#add(out, i, this.#head);
          }
          this.#edges++;
        }
      }
    }
    return true;
  }

  /**
   * Expands states from the head on, at least one, while none of them can meet a bound but the last; returns how many.
   * Their successors are then in `out`, those of each up to its end.
   */
  #expandSome(until: number): number {
    const rows = this.#rows;
    const table = this.#table;
    const ends = this.#ends;
    const maxStates = this.#maxStates;
    if (rows.slots.outgrown) this.#repack();
    let states = 0;
    let n = 0;
    while (states === 0 || (this.#head + states < until && n < TOGETHER && table.count + n < maxStates)) {
      const end = rows.expand(table.rows, (this.#head + states) * rows.slots.words, n);
      if (states > 0 && (end < 0 || table.count + end > table.room)) break;
      if (end < 0) {
        this.#repack();
        continue;
      }
      n = end;
      ends[states++] = n;
    }
    return states;
  }

  /** A new state, which was sought. */
  #add(out: Int32Array, i: number, parent: number): void {
    const number = this.#table.count;
    this.#table.add(out, i, parent);
    if (this.#orbits) this.#orbits[number] = (this.#rows.orbits as Int32Array)[i] as number;
    if (this.#undecided.length === 0) return;
    this.#rows.look(out, i * this.#rows.slots.words);
    let flagged = false;
    for (const p of this.#undecided) {
      const judged = this.#rows.judged(p);
      if (judged === UNJUDGED) this.#unjudged.add(p);
      if (judged !== FLAGGED) continue;
      this.#first[p] = number;
      flagged = true;
    }
    if (flagged) this.#undecided = this.#undecided.filter((p) => (this.#first[p] as number) < 0);
  }

  /** The row of a state, in `out`. */
  #encoded(state: S): Int32Array {
    while (!this.#rows.encode(state)) this.#repack();
    return this.#rows.out;
  }

  #repack(): void {
    const { rows, count, room } = this.#table;
    const { slots } = this.#rows;
    this.#table.replace(slots.repack(rows, count, room), slots.words);
  }

  /** Makes room for twice as many states; false where that would take too many bytes. */
  #grow(): boolean {
    if (this.bytes + this.#table.bytes > this.#maxBytes) return false;
    this.#table.grow();
    if (this.#orbits) this.#orbits = widened(this.#orbits);
    return true;
  }

  /** Something can still happen in a state that was found last. */
  #restless(): boolean {
    for (let state = this.#head; state < this.states; state++) {
      if (this.#model.enabled(this.#state(state)).length > 0) return true;
    }
    return false;
  }

  #state(number: number): S {
    return this.#rows.decode(this.#table.rows, number * this.#rows.slots.words);
  }

  /**
   * The keys of a shortest run to the first state that flagged this property. Where states stand for others, each step
   * is the first, in canonical order, that leads to one for which the next stands.
   */
  #choicesTo(property: number): readonly string[] | undefined {
    const first = this.#first[property] as number;
    if (first < 0) return undefined;
    const chain: number[] = [];
    for (let number = first; number > 0; number = this.#table.parents[number] as number) chain.push(number);
    let state = this.#start;
    return chain.reverse().map((number) => {
      for (const action of this.#model.enabled(state)) {
        const after = this.#model.next(state, action);
        const row = this.#encoded(after);
        const { words } = this.#rows.slots;
        if (!same(row, 0, this.#table.rows, number * words, words)) continue;
        state = after;
        return action.key;
      }
      throw new Error(
        'a state is not found again from its parent: the model is not a pure function of the state',
      );
    });
  }

  /** The graph of a small search, in the order of its states; every property is judged in every state. */
  #map(): ExploredMap {
    const model = this.#model;
    const states: ExploredMap['states'][number][] = [];
    const edges: [number, number, string][] = [];
    const depths: number[] = [];
    for (let id = 0; id < this.states; id++) {
      const state = this.#state(id);
      const depth = id === 0 ? 0 : (depths[this.#table.parents[id] as number] as number) + 1;
      depths.push(depth);
      const enabled = model.enabled(state);
      const bad = model.properties.filter(
        (property) => property.kind === 'always' && isFlagged(property, state),
      );
      states.push({ id, depth, bad: bad.map(({ name }) => name), rest: enabled.length === 0 });
      if (depth >= (this.#options.maxDepth ?? UNBOUNDED)) continue;
      for (const action of enabled) {
        const row = this.#encoded(model.next(state, action));
        this.#table.seek(row, 0, 1);
        const to = this.#table.find(row, 0);
        if (to >= 0) edges.push([id, to, action.key]);
      }
    }
    return { states, edges };
  }
}

/**
 * The rows of a model, with that of the start in `out`. Symmetry is used where it cannot be told: without a map or a
 * bound on depth, from a start that every renaming leaves as it is.
 */
function rowsFor<S, A extends Action>(model: Model<S, A>, start: S, options: ExploreOptions<S>): Rows<S> {
  const { properties } = model;
  const parts = partsOf(model) as Parts<S> | undefined;
  if (!parts) return begun(new PlainRows(model, start), start);
  const hidden = !options.map && (options.maxDepth ?? UNBOUNDED) >= UNBOUNDED;
  if (parts.symmetry && hidden && options.symmetry !== false) {
    const rows = begun(new PartRows(parts, properties, true), start);
    if (rows.orbits?.[0] === 1) return rows;
  }
  return begun(new PartRows(parts, properties, false), start);
}

function begun<S>(rows: Rows<S>, start: S): Rows<S> {
  while (!rows.encode(start)) rows.slots.repack(rows.out, 0, 0);
  return rows;
}
