// Hash-consing of plain values (Ershov 1958; Filliatre and Conchon 2006): equal values get one number and one
// object. Exact: the parts of an object are compared number by number. A key whose value is undefined is as good as
// absent. The one object keeps the order of keys of its first maker, so that whoever prints it meets the order he knows.
// Records are frozen. Lists are not, though nobody may change them: engines walk a frozen list several times slower.

import { Names } from '../../base/names.ts';
import { isPlainObject, notPlain } from '../../base/plain.ts';
import { ListTable, widened } from './tables.ts';

/** Of names in the order in which a value has them. */
interface Shape {
  /** The same for the same names, in whichever order. */
  readonly number: number;
  /** Where each name of the shape, sorted, stands in this order. */
  readonly order: readonly number[];
}

const ARRAY = 0;
const FIRST_SHAPE = 1;
/** What a value costs beside its contents: entries in the maps that know it, its own head. The same everywhere. */
const VALUE_BYTES = 96;
const FIELD_BYTES = 8;

/** Whole numbers below this are found by a look into a list. */
const SMALL = 1 << 10;

export class Interner {
  readonly #atoms = new Map<unknown, number>();
  readonly #known = new Map<object, number>();
  readonly #values: unknown[] = [];
  readonly #nodes = new ListTable();
  /** By node: its number among all values. */
  readonly #valueOfNode: number[] = [];
  readonly #names = new Names<Shape>();
  readonly #shapes = new Map<string, number>();
  /** By small whole number: its number among all values, plus one. */
  readonly #small = new Int32Array(SMALL);
  /** The parts of the values that are looked at, by number: those of the innermost last. */
  #stack = new Int32Array(1 << 8);
  #top = 0;
  #held = 0;

  /** What the values hold, counted from their contents. */
  get bytes(): number {
    return this.#held + this.#nodes.bytes;
  }

  value(id: number): unknown {
    return this.#values[id];
  }

  idOf(value: unknown): number {
    if (typeof value === 'object' && value !== null) {
      return this.#known.get(value) ?? (Array.isArray(value) ? this.#arrayId(value) : this.#recordId(value));
    }
    if (typeof value === 'number' && value >= 0 && value < SMALL && (value | 0) === value) {
      const known = this.#small[value] as number;
      if (known !== 0) return known - 1;
    }
    return this.#atoms.get(value) ?? this.#newAtom(value);
  }

  #newAtom(value: unknown): number {
    if (!isPlainAtom(value)) throw notPlain(value);
    // Minus zero is found as zero: the map takes them for one.
    const id = this.#keep(value, typeof value === 'string' ? value.length * 2 : 0);
    this.#atoms.set(value, id);
    if (typeof value === 'number' && value >= 0 && value < SMALL && Number.isInteger(value))
      this.#small[value] = id + 1;
    return id;
  }

  #arrayId(value: readonly unknown[]): number {
    const base = this.#top;
    this.#push(ARRAY);
    for (let i = 0; i < value.length; i++) {
      if (value[i] === undefined) throw notPlain(value);
      this.#push(this.idOf(value[i]));
    }
    const known = this.#found(base);
    if (known >= 0) return known;
    const items = this.#stack.subarray(base + 1, base + 1 + value.length);
    return this.#keepObject(
      Array.from(items, (id) => this.#values[id]),
      value.length,
    );
  }

  #recordId(value: object): number {
    if (!isPlainObject(value)) throw notPlain(value);
    const inOrder = this.#top;
    let names = this.#names;
    for (const key in value) {
      const item = (value as Record<string, unknown>)[key];
      if (item === undefined) continue;
      names = names.after(key);
      this.#push(this.idOf(item));
    }
    names.known ??= this.#shapeOf(value);
    const { number, order } = names.known;
    const base = this.#top;
    this.#push(number);
    for (let i = 0; i < order.length; i++) this.#push(this.#stack[inOrder + (order[i] as number)] as number);
    const known = this.#found(base);
    this.#top = inOrder;
    if (known >= 0) return known;
    const copy: Record<string, unknown> = {};
    for (const [i, key] of definedKeys(value).entries()) {
      copy[key] = this.#values[this.#stack[inOrder + i] as number];
    }
    return this.#keepObject(Object.freeze(copy), order.length);
  }

  #push(word: number): void {
    if (this.#top === this.#stack.length) this.#stack = widened(this.#stack);
    this.#stack[this.#top++] = word;
  }

  /** Takes what lies on the stack from here as a node: the number of its value, -1 where it is new. */
  #found(base: number): number {
    const node = this.#nodes.idOf(this.#stack, base, this.#top - base);
    this.#top = base;
    return this.#valueOfNode[node] ?? -1;
  }

  /** The one object of the node that was found last, which was new. */
  #keepObject(canonical: object, fields: number): number {
    const id = this.#keep(canonical, (fields + 1) * FIELD_BYTES);
    this.#valueOfNode.push(id);
    this.#known.set(canonical, id);
    return id;
  }

  #keep(value: unknown, contents: number): number {
    this.#held += VALUE_BYTES + contents;
    return this.#values.push(Object.is(value, -0) ? 0 : value) - 1;
  }

  /** A record with these names in this order is met for the first time. */
  #shapeOf(value: object): Shape {
    const keys = definedKeys(value);
    const sorted = [...keys].sort();
    const joined = JSON.stringify(sorted);
    const number = this.#shapes.get(joined) ?? FIRST_SHAPE + this.#shapes.size;
    this.#shapes.set(joined, number);
    return { number, order: sorted.map((name) => keys.indexOf(name)) };
  }
}

const definedKeys = (value: object): string[] =>
  Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined);

const isPlainAtom = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  value === null ||
  value === undefined ||
  (typeof value === 'number' && Number.isFinite(value));
