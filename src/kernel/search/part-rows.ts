// A model in parts as rows of words. All that its functions say is asked through the trees, so that after a while a step
// of the search is a few look-ups; what is found is what the functions would have said, exactly.

import type { Parts } from '../parts.ts';
import { derive } from '../parts.ts';
import type { Property } from '../property.ts';
import { Bag } from './bag.ts';
import { Moves } from './moves.ts';
import type { Rows } from './rows.ts';
import { judgedAs } from './rows.ts';
import { Slots } from './slots.ts';
import { Canon } from './symmetry.ts';
import { widened } from './tables.ts';
import type { Asked } from './trees.ts';
import { asked, Trees } from './trees.ts';
import { Watch } from './watch.ts';

export class PartRows<S> implements Rows<S> {
  readonly slots = new Slots();
  out = new Int32Array(1024);
  readonly #parts: Parts<S>;
  readonly #bag: Bag;
  readonly #watch: Watch<S>;
  readonly #trees: Trees;
  readonly #moves: Moves<S>;
  readonly #canon: Canon | undefined;
  /** By family: the list of its moves; of a family of the bag, by slot of a piece. */
  readonly #families: readonly (Asked | Asked[])[];
  readonly #judges: readonly Asked[];
  #ofBag: number[] = [];
  /** Keys of what may happen in the row that is expanded, where its bag is full. */
  #fitting: ReadonlySet<string> | undefined;

  constructor(parts: Parts<S>, properties: readonly Property<S>[], symmetric: boolean) {
    this.#parts = parts;
    for (let slot = 0; slot < parts.slots; slot++) this.slots.add();
    this.#bag = new Bag(this.slots, parts);
    this.#watch = new Watch(parts, this.slots, this.#bag);
    this.#trees = new Trees(this.#watch, this.slots);
    this.#moves = new Moves(parts, this.slots, this.#bag, this.#watch);
    if (symmetric) this.#canon = new Canon(parts as Parts, parts.symmetry ?? [], this.slots, this.#bag);
    this.#families = parts.families.map((family) =>
      family.of === 'bag' ? [] : asked(() => this.#moves.listOf(family.moves(this.#watch.whole))),
    );
    this.#judges = properties.map((property) => asked(() => judgedAs(property, this.#watch.fields)));
  }

  get orbits(): Int32Array | undefined {
    return this.#canon?.orbits;
  }

  get bytes(): number {
    const held = [this.slots, this.#watch, this.#trees, this.#moves];
    return held.reduce((sum, { bytes }) => sum + bytes, this.#canon?.bytes ?? 0);
  }

  encode(state: S): boolean {
    const { slots } = this;
    const { slots: values, bag } = this.#parts.split(state);
    const pieces = this.#bag.spread(bag);
    const indices = slots.indices.fill(0);
    for (const [slot, value] of values.entries()) indices[slot] = slots.indexOf(slot, value);
    for (const [slot, items] of pieces) indices[slot] = this.#bag.indexOf(slot, items);
    if (slots.outgrown) return false;
    slots.pack(indices, this.out, 0);
    this.#canon?.makeCanonical(this.out, 0, 0);
    return !slots.outgrown;
  }

  decode(rows: Int32Array, at: number): S {
    this.slots.look(rows, at);
    const values = Array.from({ length: this.#parts.slots }, (_, slot) => this.slots.value(slot));
    return this.#parts.join(values, this.#bag.all());
  }

  look(rows: Int32Array, at: number): void {
    this.slots.look(rows, at);
  }

  judged(property: number): number {
    return this.#trees.ask(this.#judges[property] as Asked);
  }

  expand(rows: Int32Array, at: number, place: number): number {
    this.slots.look(rows, at);
    const { room } = this.#parts;
    this.#fitting = room && this.#bag.isFull(room.most) ? this.#enabled(rows, at) : undefined;
    let n = place;
    for (let f = 0; f < this.#families.length; f++) {
      const family = this.#families[f] as Asked | Asked[];
      if (Array.isArray(family)) {
        const count = this.#movesOfBag(f, family);
        for (let i = 0; i < count; i++) n = this.#make(this.#ofBag[i] as number, rows, at, n);
      } else {
        const list = this.#trees.ask(family);
        const { words } = this.#moves.lists;
        const count = words[list] as number;
        for (let i = 1; i <= count; i++) n = this.#make(words[list + i] as number, rows, at, n);
      }
    }
    return this.slots.outgrown ? -1 : n;
  }

  #enabled(rows: Int32Array, at: number): ReadonlySet<string> {
    const { enabled } = derive(this.#parts);
    return new Set(enabled(this.decode(rows, at)).map(({ key }) => key));
  }

  /** Gathers the moves of all pieces, in the order of their items; returns how many. */
  #movesOfBag(f: number, family: Asked[]): number {
    const { lists, rank } = this.#moves;
    const moves = this.#ofBag;
    let n = 0;
    for (let slot = this.#parts.slots; slot < this.slots.count; slot++) {
      if (this.slots.indices[slot] === 0) continue;
      const list = this.#trees.ask(family[slot] ?? this.#familyOf(f, family, slot));
      const { words } = lists;
      const count = words[list] as number;
      for (let i = 1; i <= count; i++) {
        const move = words[list + i] as number;
        const own = rank[move] as number;
        let place = n++;
        for (; place > 0; place--) {
          const before = moves[place - 1] as number;
          if ((rank[before] as number) <= own) break;
          moves[place] = before;
        }
        moves[place] = move;
      }
    }
    return n;
  }

  /** The moves of a family that one piece of the bag offers. */
  #familyOf(f: number, family: Asked[], slot: number): Asked {
    const { moves } = this.#parts.families[f] as Parts<S>['families'][number] & { of: 'bag' };
    const ofPiece = asked(() => {
      this.#watch.note(slot);
      return this.#moves.listOf(moves(this.#bag.piece(slot)));
    });
    family[slot] = ofPiece;
    return ofPiece;
  }

  /** Makes a move, if it may happen: writes the successor to place n of `out`. Returns the next place. */
  #make(move: number, rows: Int32Array, at: number, n: number): number {
    const { slots } = this;
    const trees = this.#trees;
    const { allowed, effect, effects, changes } = this.#moves;
    if (trees.ask(allowed[move] as Asked) === 0) return n;
    if (this.#fitting && !this.#fitting.has(this.#moves.key[move] as string)) return n;
    let e = trees.ask(effect[move] as Asked) + 1;
    const width = slots.words;
    if ((n + 1) * width > this.out.length) this.out = widened(this.out);
    const { out } = this;
    const { words } = effects;
    const to = n * width;
    for (let w = 0; w < width; w++) out[to + w] = rows[at + w] as number;
    for (let sets = words[e++] as number; sets > 0; sets--, e += 2) {
      slots.put(out, to, words[e] as number, words[e + 1] as number);
    }
    for (let left = words[e++] as number; left > 0; left--, e += 2) {
      slots.put(out, to, words[e] as number, trees.ask(changes[words[e + 1] as number] as Asked));
    }
    this.#canon?.makeCanonical(out, to, n);
    return n + 1;
  }
}
