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
}

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
  readonly #fields: Field[] = [{ slot: 0, path: [], classOf: new Map() }];
  readonly #codeOf = new Map<string, number>();
  /** By field and index of its slot: class + 1. */
  readonly #classes = new Grid();
  #notes: { readonly codes: number[]; readonly found: number[] } | undefined;

  constructor(parts: Pick<Parts<S>, 'view'>, slots: Slots, bag: Bag) {
    this.#slots = slots;
    this.#bag = bag;
    const lookAtBag = (): readonly unknown[] => this.#lookAtBag();
    this.whole = parts.view((slot) => {
      this.note(slot);
      return slots.value(slot);
    }, lookAtBag);
    this.fields = parts.view((slot) => this.#lookInto(slot, [], slots.value(slot)), lookAtBag);
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

  #codeOfField(slot: number, path: readonly string[]): number {
    const name = JSON.stringify([slot, ...path]);
    let code = this.#codeOf.get(name);
    if (code === undefined) {
      code = ~(this.#fields.push({ slot, path, classOf: new Map() }) - 1);
      this.#codeOf.set(name, code);
    }
    return code;
  }

  #lookInto(slot: number, path: readonly string[], value: unknown): unknown {
    if (!this.#notes) return value;
    this.note(this.#codeOfField(slot, path));
    return isRecord(value) ? this.#recordIn(slot, path, value as Record<string | symbol, unknown>) : value;
  }

  /** A record that is seen field by field; whoever asks what fields it has has seen the slot whole. */
  #recordIn(slot: number, path: readonly string[], value: Record<string | symbol, unknown>): unknown {
    return new Proxy(
      {},
      {
        get: (_, key) => {
          if (typeof key === 'string') return this.#lookInto(slot, [...path, key], value[key]);
          this.note(slot);
          return value[key];
        },
        has: (_, key) => {
          this.note(slot);
          return key in value;
        },
        ownKeys: () => {
          this.note(slot);
          return Reflect.ownKeys(value);
        },
        getOwnPropertyDescriptor: (_, key) => {
          this.note(slot);
          const found = Reflect.getOwnPropertyDescriptor(value, key);
          return found && { ...found, configurable: true };
        },
      },
    );
  }

  #lookAtBag(): readonly unknown[] {
    this.note(PIECES);
    for (const slot of this.#bag.pieces.values()) this.note(slot);
    return this.#bag.all();
  }
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
