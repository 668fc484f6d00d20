// What pure functions answered, kept in decision trees. A node asks what is in a slot, or what class a field is of; its
// children are what was found there; a leaf is an answer. A function that is asked again walks from its root by a few
// array reads, and runs only where it comes to a place where it has never been.

import type { Slots } from './slots.ts';
import { PairMap, widened } from './tables.ts';
import type { Watch } from './watch.ts';

/** A pure function of the state under watch, whose answer is a number from 0 on. */
export interface Asked {
  /** A node, or ~answer, or 0 where nothing is known. */
  root: number;
  hits: number;
  misses: number;
  /** It misses more than it hits: it is simply called. */
  direct: boolean;
  readonly run: () => number;
}

export const asked = (run: () => number): Asked => ({ root: 0, hits: 0, misses: 0, direct: false, run });

/** Words of a node: what it asks for; where its children would begin if the first were number 0; its first; room, or SPARSE. */
const NODE = 4;
const SPARSE = -1;
/** Misses before it is looked whether a tree pays. */
const TRIAL = 1 << 14;
/** Children lie in a row behind their count, where one in FEW is there or the row is short; else in the sparse map. */
const SHORT = 64;
const FEW = 32;

export class Trees {
  readonly #watch: Watch<unknown>;
  readonly #slots: Slots;
  #nodes = new Int32Array(1 << 10);
  #nodesUsed = NODE;
  #kids = new Int32Array(1 << 10);
  #kidsUsed = 1;
  readonly #sparse = new PairMap();

  constructor(watch: Watch<unknown>, slots: Slots) {
    this.#watch = watch;
    this.#slots = slots;
  }

  get bytes(): number {
    return this.#nodes.byteLength + this.#kids.byteLength + this.#sparse.bytes;
  }

  /** The answer of a function in the row that is looked at. */
  ask(fn: Asked): number {
    const nodes = this.#nodes;
    const { indices } = this.#slots;
    let node = fn.root;
    while (node > 0) {
      const code = nodes[node] as number;
      node = this.#child(node, code >= 0 ? (indices[code] as number) : this.#watch.find(code));
    }
    if (node === 0) return this.#learn(fn);
    fn.hits++;
    return ~node;
  }

  #learn(fn: Asked): number {
    if (fn.direct) return fn.run();
    fn.misses++;
    const { answer, codes, found } = this.#watch.watched(fn.run);
    let parent = 0;
    let node = fn.root;
    for (const [i, code] of codes.entries()) {
      if (node === 0) {
        node = this.#newNode(code);
        this.#hang(fn, parent, found[i - 1], node);
      }
      if (node < 0 || this.#nodes[node] !== code) throw new Error(IMPURE);
      parent = node;
      node = this.#child(node, found[i] as number);
    }
    if (node !== 0) throw new Error(IMPURE);
    this.#hang(fn, parent, found.at(-1), ~answer);
    if (fn.misses === TRIAL && fn.hits < fn.misses) {
      fn.direct = true;
      fn.root = 0;
    }
    return answer;
  }

  #child(node: number, index: number): number {
    const nodes = this.#nodes;
    const room = nodes[node + 3] as number;
    if (room === SPARSE) return this.#sparse.get(node, index);
    const at = index - (nodes[node + 2] as number);
    return at >= 0 && at < room ? (this.#kids[(nodes[node + 1] as number) + index] as number) : 0;
  }

  #newNode(code: number): number {
    if (this.#nodesUsed + NODE > this.#nodes.length) this.#nodes = widened(this.#nodes);
    const node = this.#nodesUsed;
    this.#nodesUsed += NODE;
    this.#nodes[node] = code;
    return node;
  }

  /** Hangs a node or an answer under what was found at a node; as the root where there is none. */
  #hang(fn: Asked, node: number, index = 0, child: number): void {
    if (node === 0) {
      fn.root = child;
      return;
    }
    const nodes = this.#nodes;
    const first = nodes[node + 2] as number;
    const room = nodes[node + 3] as number;
    if (room !== SPARSE && (index < first || index >= first + room)) this.#widen(node, index);
    if (nodes[node + 3] === SPARSE) {
      this.#sparse.set(node, index, child);
      return;
    }
    const zero = nodes[node + 1] as number;
    this.#kids[zero + index] = child;
    const count = zero + (nodes[node + 2] as number) - 1;
    this.#kids[count] = (this.#kids[count] as number) + 1;
  }

  /** Room for a child of this number, on the side where it is wanted. */
  #widen(node: number, index: number): void {
    const nodes = this.#nodes;
    const room = nodes[node + 3] as number;
    const before = room === 0 ? index : (nodes[node + 2] as number);
    const from = (nodes[node + 1] as number) + before;
    const count = room === 0 ? 0 : (this.#kids[from - 1] as number);
    const end = Math.max(before + room, index + 1);
    const least = end - Math.min(before, index);
    const wide = 2 ** (32 - Math.clz32(least - 1));
    if (wide > SHORT && (count + 1) * FEW < wide) {
      this.#makeSparse(node);
      return;
    }
    const first = index < before ? Math.max(0, end - wide) : before;
    while (this.#kidsUsed + 1 + wide > this.#kids.length) this.#kids = widened(this.#kids);
    const at = this.#kidsUsed + 1;
    this.#kids[at - 1] = count;
    this.#kids.copyWithin(at + before - first, from, from + room);
    nodes[node + 1] = at - first;
    nodes[node + 2] = first;
    nodes[node + 3] = wide;
    this.#kidsUsed += 1 + wide;
  }

  #makeSparse(node: number): void {
    const first = this.#nodes[node + 2] as number;
    const end = first + (this.#nodes[node + 3] as number);
    this.#nodes[node + 3] = SPARSE;
    for (let i = first; i < end; i++) {
      const kid = this.#kids[(this.#nodes[node + 1] as number) + i] as number;
      if (kid !== 0) this.#sparse.set(node, i, kid);
    }
  }
}

const IMPURE = 'a part of this model is no pure function of the state: it looked elsewhere when asked again';
