// Any Model as rows of words: each field of its state (or place, where states are lists of one length) is a slot. Its
// rules are run as they are, on states whose parts are shared. For models that are not in parts.

import type { Action, Model } from '../model.ts';
import type { Property } from '../property.ts';
import type { Rows } from './rows.ts';
import { judgedAs } from './rows.ts';
import { Slots } from './slots.ts';
import { widened } from './tables.ts';

type Fields = Record<string, unknown>;

export class PlainRows<S, A extends Action> implements Rows<S> {
  readonly slots = new Slots();
  out = new Int32Array(1024);
  readonly orbits = undefined;
  readonly #model: Model<S, A>;
  readonly #shape: 'whole' | 'list' | 'record';
  /** Names of the fields, by slot, as the states met so far have them. */
  readonly #names: string[] = [];
  readonly #slotOf = new Map<string, number>();
  /** By slot: a value, and its number there: those of the state that was decoded last. Most of a step leaves as it is. */
  readonly #held: unknown[] = [];
  readonly #heldAs: number[] = [];
  /** By place in `out`: the state whose row is there. */
  readonly #made: S[] = [];
  #looked: S;

  constructor(model: Model<S, A>, start: S) {
    this.#model = model;
    this.#looked = start;
    const plain = typeof start === 'object' && start !== null;
    this.#shape = !plain ? 'whole' : Array.isArray(start) ? 'list' : 'record';
  }

  get bytes(): number {
    return this.slots.bytes;
  }

  encode(state: S): boolean {
    this.#write(state, 0, 0);
    return !this.slots.outgrown;
  }

  decode(rows: Int32Array, at: number): S {
    this.slots.look(rows, at);
    const fields: Fields = this.#shape === 'list' ? ([] as unknown as Fields) : {};
    for (let slot = 0; slot < this.#names.length; slot++) {
      const value = this.slots.value(slot);
      this.#held[slot] = value;
      this.#heldAs[slot] = this.slots.indices[slot] as number;
      if (value !== undefined) fields[this.#names[slot] as string] = value;
    }
    return (this.#shape === 'whole' ? fields[''] : fields) as S;
  }

  expand(rows: Int32Array, at: number, place: number): number {
    const state = this.decode(rows, at);
    const actions = this.#model.enabled(state);
    let n = place;
    for (let i = 0; i < actions.length; i++, n++) {
      const { words } = this.slots;
      if ((n + 1) * words > this.out.length) this.out = widened(this.out);
      this.#write(this.#model.next(state, actions[i] as A), n, n * words);
    }
    return this.slots.outgrown ? -1 : n;
  }

  look(rows: Int32Array, at: number): void {
    this.#looked = rows === this.out ? (this.#made[at / this.slots.words] as S) : this.decode(rows, at);
  }

  judged(property: number): number {
    return judgedAs(this.#model.properties[property] as Property<S>, this.#looked);
  }

  #write(state: S, n: number, at: number): void {
    const { slots } = this;
    const fields = (this.#shape === 'whole' ? { '': state } : state) as Fields;
    let place = 0;
    for (const name in fields) {
      if (name === this.#names[place++] || this.#slotOf.has(name)) continue;
      const slot = slots.add();
      this.#names.push(name);
      this.#slotOf.set(name, slot);
      // In the states before, the field was absent: that is its value number 0.
      this.#held[slot] = undefined;
      this.#heldAs[slot] = slots.indexOf(slot, undefined);
    }
    for (let slot = 0; slot < this.#names.length; slot++) {
      const value = fields[this.#names[slot] as string];
      const isHeld = value === this.#held[slot];
      slots.indices[slot] = isHeld ? (this.#heldAs[slot] as number) : slots.indexOf(slot, value);
    }
    if (!slots.outgrown) slots.pack(slots.indices, this.out, at);
    this.#made[n] = state;
  }
}
