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

/** Words of a node: what it asks for; first child; room for children, or SPARSE; children. */
const NODE = 4;
const SPARSE = -1;
/** Misses before it is looked whether a tree pays. */
const TRIAL = 1 << 14;
/** A node with room for more than this, and less than an eighth of it taken, keeps its children in the sparse map. */
const ROOMY = 64;

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
    const room = this.#nodes[node + 2] as number;
    if (index < room) return this.#kids[(this.#nodes[node + 1] as number) + index] as number;
    return room === SPARSE ? this.#sparse.get(node, index) : 0;
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
    const count = (nodes[node + 3] as number) + 1;
    nodes[node + 3] = count;
    const room = nodes[node + 2] as number;
    if (room !== SPARSE && index >= room) {
      const wide = 2 ** (32 - Math.clz32(index));
      if (wide > ROOMY && count * 8 < wide) this.#makeSparse(node, room);
      else this.#widen(node, room, wide);
    }
    if (nodes[node + 2] === SPARSE) this.#sparse.set(node, index, child);
    else this.#kids[(nodes[node + 1] as number) + index] = child;
  }

  #makeSparse(node: number, room: number): void {
    for (let i = 0; i < room; i++) {
      const kid = this.#kids[(this.#nodes[node + 1] as number) + i] as number;
      if (kid !== 0) this.#sparse.set(node, i, kid);
    }
    this.#nodes[node + 2] = SPARSE;
  }

  #widen(node: number, room: number, wide: number): void {
    const from = this.#nodes[node + 1] as number;
    while (this.#kidsUsed + wide > this.#kids.length) this.#kids = widened(this.#kids);
    this.#kids.copyWithin(this.#kidsUsed, from, from + room);
    this.#nodes[node + 1] = this.#kidsUsed;
    this.#nodes[node + 2] = wide;
    this.#kidsUsed += wide;
  }
}

const IMPURE = 'a part of this model is no pure function of the state: it looked elsewhere when asked again';
