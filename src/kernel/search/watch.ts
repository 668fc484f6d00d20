// What a pure function looks at while it runs. It is given a state that reads a slot when asked for it; each slot, or
// field of a slot, is noted once, in order, with what was found there. Fields are compared by class: all that is no
// record by value, all records alike, since of these again only fields are looked at.

import type { Parts } from '../parts.ts';
import type { Bag } from './bag.ts';
import type { Slots } from './slots.ts';
import { Grid } from './tables.ts';

/** A field of a slot's value; the value itself where the path is empty. */
interface Field {
  readonly slot: number;
  readonly path: readonly string[];
  /** Classes by number of the value; of records by RECORD. */
  readonly classOf: Map<number, number>;
  /** Codes of the fields of a record that is here. */
  readonly within: Map<string, number>;
}

const fieldAt = (slot: number, path: readonly string[]): Field => ({
  slot,
  path,
  classOf: new Map(),
  within: new Map(),
});

/** What was looked at, by code: a slot, ~ a field, or PIECES. What each was: an index, a class, a count. */
export interface Seen {
  readonly answer: number;
  readonly codes: readonly number[];
  readonly found: readonly number[];
}

const RECORD = -1;
const FIELD_BYTES = 128;
/** How many pieces the bag has: whoever looked at all of them has not looked at one that turned up later. */
const PIECES = -1;

export class Watch<S> {
  /** Reads whole slots, as actors do; and reads by field, as properties do, who care for little of what they see. */
  readonly whole: S;
  readonly fields: S;
  readonly #slots: Slots;
  readonly #bag: Bag;
  /** By ~code; the first is PIECES. */
  readonly #fields: Field[] = [fieldAt(0, [])];
  /** By slot: the code of its value as a field. */
  readonly #codeOf: number[] = [];
  /** By field and index of its slot: class + 1. */
  readonly #classes = new Grid();
  #notes: { readonly codes: number[]; readonly found: number[] } | undefined;

  constructor(parts: Pick<Parts<S>, 'view'>, slots: Slots, bag: Bag) {
    this.#slots = slots;
    this.#bag = bag;
    this.whole = parts.view(
      (slot) => {
        this.note(slot);
        return slots.value(slot);
      },
      () => this.lookAtBag(),
    );
    this.fields = parts.view(
      (slot) => this.lookInto(this.#codeOfSlot(slot), slots.value(slot)),
      () => (this.#notes ? new Proxy<readonly unknown[]>([], new BagLookedInto(this)) : bag.all()),
    );
  }

  get bytes(): number {
    return this.#classes.bytes + this.#fields.length * FIELD_BYTES;
  }

  /** Runs a function on the row that is looked at, noting what it looks at. */
  watched(run: () => number): Seen {
    const notes = { codes: [], found: [] };
    this.#notes = notes;
    try {
      return { answer: run(), ...notes };
    } finally {
      this.#notes = undefined;
    }
  }

  /** What is there in the row that is looked at. */
  find(code: number): number {
    if (code >= 0) return this.#slots.indices[code] as number;
    if (code === PIECES) return this.#bag.pieces.size;
    const index = this.#slots.indices[(this.#fields[~code] as Field).slot] as number;
    return (this.#classes.get(~code, index) || this.#classify(code, index)) - 1;
  }

  /** Notes that something is looked at, for a function that looks by itself. */
  note(code: number): void {
    const notes = this.#notes;
    if (!notes || notes.codes.includes(code)) return;
    notes.codes.push(code);
    notes.found.push(this.find(code));
  }

  #classify(code: number, index: number): number {
    const { slot, path, classOf } = this.#fields[~code] as Field;
    let value = this.#slots.valueAt(slot, index);
    for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
    const id = isRecord(value) ? RECORD : this.#slots.interner.idOf(value);
    const found = classOf.get(id) ?? classOf.size;
    classOf.set(id, found);
    this.#classes.set(~code, index, found + 1);
    return found + 1;
  }

  #newField(slot: number, path: readonly string[]): number {
    return ~(this.#fields.push(fieldAt(slot, path)) - 1);
  }

  #codeOfSlot(slot: number): number {
    this.#codeOf[slot] ??= this.#newField(slot, []);
    return this.#codeOf[slot];
  }

  #codeWithin(code: number, key: string): number {
    const { slot, path, within } = this.#fields[~code] as Field;
    const known = within.get(key);
    if (known !== undefined) return known;
    const made = this.#newField(slot, [...path, key]);
    within.set(key, made);
    return made;
  }

  /** A field's value; of a record what sees its fields. */
  lookInto(code: number, value: unknown): unknown {
    if (!this.#notes) return value;
    this.note(code);
    return isRecord(value) ? new Proxy({}, new LookedInto(this, code, value as Fields)) : value;
  }

  lookWithin(code: number, value: Fields, key: string): unknown {
    return this.lookInto(this.#codeWithin(code, key), value[key]);
  }

  /** The whole slot of a field is looked at. */
  lookAround(code: number): void {
    this.note((this.#fields[~code] as Field).slot);
  }

  lookAtBag(): readonly unknown[] {
    this.note(PIECES);
    for (const slot of this.#bag.pieces.values()) this.note(slot);
    return this.#bag.all();
  }

  /** How many items there are. */
  lookAtLength(): number {
    this.note(PIECES);
    let length = 0;
    for (const slot of this.#bag.pieces.values()) {
      this.note(this.#codeWithin(this.#codeOfSlot(slot), 'length'));
      if (this.#slots.indices[slot] !== 0) length += this.#bag.piece(slot).length;
    }
    return length;
  }
}

type Fields = Record<string | symbol, unknown>;

/** A record that is seen field by field; whoever asks what fields it has has seen the slot whole. */
class LookedInto implements ProxyHandler<object> {
  readonly #watch: Watch<unknown>;
  readonly #code: number;
  readonly #value: Fields;

  constructor(watch: Watch<unknown>, code: number, value: Fields) {
    this.#watch = watch;
    this.#code = code;
    this.#value = value;
  }

  get(_: object, key: string | symbol): unknown {
    if (typeof key === 'string') return this.#watch.lookWithin(this.#code, this.#value, key);
    return this.#all()[key];
  }

  has(_: object, key: string | symbol): boolean {
    return key in this.#all();
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.#all());
  }

  getOwnPropertyDescriptor(_: object, key: string | symbol): PropertyDescriptor | undefined {
    const found = Reflect.getOwnPropertyDescriptor(this.#all(), key);
    return found && { ...found, configurable: true };
  }

  #all(): Fields {
    this.#watch.lookAround(this.#code);
    return this.#value;
  }
}

/** The bag, of which it is noted whether more was looked at than how many items there are. */
class BagLookedInto implements ProxyHandler<readonly unknown[]> {
  readonly #watch: Watch<unknown>;

  constructor(watch: Watch<unknown>) {
    this.#watch = watch;
  }

  get(_: object, key: string | symbol): unknown {
    if (key === 'length') return this.#watch.lookAtLength();
    const items = this.#watch.lookAtBag();
    const found: unknown = Reflect.get(items, key);
    return typeof found === 'function' ? found.bind(items) : found;
  }

  has(_: object, key: string | symbol): boolean {
    return Reflect.has(this.#watch.lookAtBag(), key);
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.#watch.lookAtBag());
  }

  getOwnPropertyDescriptor(_: object, key: string | symbol): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.#watch.lookAtBag(), key);
  }
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
