// Records as columns, as a batch has them: what a task in columns reads where it lies, and what it makes. A column of
// floats has one value at least that is no integer of 32 bits, so that equal records are equal columns.

import type { Telling } from '../../../../base/fingerprint.ts';
import { fingerprintHex, fingerprintTold } from '../../../../base/fingerprint.ts';
import {
  FLOAT,
  HEAD_WORDS,
  head,
  INTEGER,
  LATIN,
  LIST,
  MOST_COLUMNS,
  NULL,
  Reader,
  TUPLE,
  textOfUnits,
  Writer,
} from '../../engine/batch.ts';
import type { Records } from '../../engine/graph.ts';

export type Column =
  | { readonly k: 'none'; readonly length: 0 }
  | { readonly k: 'int'; readonly length: number; readonly v: Int32Array }
  | { readonly k: 'float'; readonly length: number; readonly v: Float64Array }
  | { readonly k: 'text'; readonly length: number; readonly ends: Int32Array; readonly bytes: Uint8Array }
  | { readonly k: 'list'; readonly length: number; readonly ends: Int32Array; readonly items: Column }
  | { readonly k: 'tuple'; readonly length: number; readonly columns: readonly Column[] };

/** Thrown where columns do not fit: the task is then computed record by record, and says what is to be said. */
export const UNFIT = Symbol('unfit');

export const NONE: Column = { k: 'none', length: 0 };

export const columnIn = (batch: Uint8Array): Column => read(new Reader(batch));

function read(from: Reader): Column {
  const [kind, length] = from.integers(HEAD_WORDS) as unknown as [number, number];
  if (length === 0) return NONE;
  switch (kind) {
    case INTEGER:
      return { k: 'int', length, v: from.integers(length) };
    case FLOAT:
      return { k: 'float', length, v: from.floats(length) };
    case LATIN: {
      const ends = from.integers(length);
      return { k: 'text', length, ends, bytes: from.bytes(ends[length - 1] as number) };
    }
    case LIST: {
      const ends = from.integers(length);
      return { k: 'list', length, ends, items: read(from) };
    }
    case TUPLE: {
      const width = from.integers(1)[0] as number;
      return { k: 'tuple', length, columns: Array.from({ length: width }, () => read(from)) };
    }
    default:
      throw UNFIT;
  }
}

/** As `batchOf` writes the same records. */
export function batchOfColumn(column: Column): Uint8Array {
  const to = new Writer();
  write(to, column);
  return to.done();
}

function write(to: Writer, column: Column): void {
  const { length } = column;
  switch (length === 0 ? 'none' : column.k) {
    case 'int':
      head(to, INTEGER, length);
      to.integers(length).set((column as Column & { k: 'int' }).v);
      break;
    case 'float':
      head(to, FLOAT, length);
      to.floats(length).set((column as Column & { k: 'float' }).v);
      break;
    case 'text': {
      const { ends, bytes } = column as Column & { k: 'text' };
      head(to, LATIN, length);
      to.integers(length).set(ends);
      to.bytes(bytes.length).set(bytes);
      break;
    }
    case 'list':
      writeLists(to, column as Column & { k: 'list' });
      break;
    case 'tuple': {
      const { columns } = column as Column & { k: 'tuple' };
      head(to, TUPLE, length);
      to.integers(1)[0] = columns.length;
      for (const each of columns) write(to, each);
      break;
    }
    default:
      head(to, NULL, 0);
  }
}

/** Lists of one short length are columns by place. */
function writeLists(to: Writer, { length, ends, items }: Column & { k: 'list' }): void {
  const width = ends[0] as number;
  let even = width > 0 && width <= MOST_COLUMNS;
  for (let i = 1; even && i < length; i++) even = (ends[i] as number) === width * (i + 1);
  if (!even) {
    head(to, LIST, length);
    to.integers(length).set(ends);
    write(to, items);
    return;
  }
  if (items.k !== 'int' && items.k !== 'float') throw UNFIT;
  const places = Array.from({ length: width }, () => new Numbers());
  for (let i = 0; i < items.length; i++) (places[i % width] as Numbers).push(items.v[i] as number);
  write(to, { k: 'tuple', length, columns: places.map((place) => place.done()) });
}

/** The address of these records, as `addressOfContent` gives it. */
export const addressOfColumn = (column: Column): string =>
  fingerprintHex(fingerprintTold((to) => tellAll(to, column)));

/** The same of the parts of a map output. */
export const addressOfColumns = (parts: readonly Column[]): string =>
  fingerprintHex(
    fingerprintTold((to) => {
      to.list(parts.length);
      for (const part of parts) tellAll(to, part);
    }),
  );

function tellAll(to: Telling, column: Column): void {
  to.list(column.length);
  for (let i = 0; i < column.length; i++) tell(to, column, i);
}

const startOf = (ends: Int32Array, i: number): number => (i === 0 ? 0 : (ends[i - 1] as number));

function tell(to: Telling, column: Column, i: number): void {
  switch (column.k) {
    case 'int':
    case 'float':
      to.number(column.v[i] as number);
      break;
    case 'text':
      to.text(column.bytes, startOf(column.ends, i), column.ends[i] as number);
      break;
    case 'list': {
      const from = startOf(column.ends, i);
      const end = column.ends[i] as number;
      to.list(end - from);
      for (let j = from; j < end; j++) tell(to, column.items, j);
      break;
    }
    case 'tuple':
      to.list(column.columns.length);
      for (const each of column.columns) tell(to, each, i);
  }
}

/** What `sizeOf` says of the records. */
export const sizeOfColumn = (column: Column): number => 16 + itemsSize(column);

function itemsSize(column: Column): number {
  const { length } = column;
  switch (column.k) {
    case 'text':
      return 24 * length + 2 * (column.ends[length - 1] as number);
    case 'list':
      return 24 * length + itemsSize(column.items);
    case 'tuple':
      return column.columns.reduce((sum, each) => sum + itemsSize(each), 24 * length);
    default:
      return 8 * length;
  }
}

/** The records themselves. */
export function recordsOf(column: Column): Records {
  const { length } = column;
  const out: unknown[] = new Array(length);
  switch (column.k) {
    case 'int':
    case 'float':
      for (let i = 0; i < length; i++) out[i] = column.v[i];
      break;
    case 'text': {
      const all = textOfUnits(column.bytes);
      for (let i = 0; i < length; i++) out[i] = all.slice(startOf(column.ends, i), column.ends[i]);
      break;
    }
    case 'list': {
      const items = recordsOf(column.items);
      for (let i = 0; i < length; i++) out[i] = items.slice(startOf(column.ends, i), column.ends[i]);
      break;
    }
    case 'tuple': {
      const [a = [], b = [], ...more] = column.columns.map(recordsOf);
      const isPair = column.columns.length === 2;
      for (let i = 0; i < length; i++)
        out[i] = isPair
          ? [a[i], b[i]]
          : [a, b, ...more].slice(0, column.columns.length).map((each) => each[i]);
    }
  }
  return out;
}

/** A column of numbers that grows. */
export class Numbers {
  #v = new Float64Array(256);
  #whole = true;
  length = 0;

  push(x: number): void {
    if (this.length === this.#v.length) this.#v = widened(this.#v);
    this.#v[this.length++] = x;
    if ((x | 0) !== x || (x === 0 && 1 / x < 0)) this.#whole = isPlain(x) ? false : unfit();
  }
  done(): Column {
    return numbers(this.#v, this.length, this.#whole);
  }
}

/** NaN, infinities and -0 have a spelling of their own in an address. */
const isPlain = (x: number): boolean => x - x === 0 && !(x === 0 && 1 / x < 0);
const unfit = (): never => {
  throw UNFIT;
};

/** The first so many numbers as a column. */
export function numbers(v: Float64Array, length: number, known?: boolean): Column {
  let whole = known ?? true;
  if (known === undefined)
    for (let i = 0; i < length; i++) {
      const x = v[i] as number;
      if ((x | 0) === x && !(x === 0 && 1 / x < 0)) continue;
      if (!isPlain(x)) throw UNFIT;
      whole = false;
    }
  if (length === 0) return NONE;
  return whole
    ? { k: 'int', length, v: Int32Array.from(v.subarray(0, length)) }
    : { k: 'float', length, v: v.slice(0, length) };
}

/** Bytes of one column while it grows. */
const MOST_COLUMN = 2 ** 28;

function widened<A extends Float64Array | Int32Array | Uint8Array>(of: A): A {
  if (2 * of.byteLength > MOST_COLUMN) throw UNFIT;
  const wider = new (of.constructor as new (n: number) => A)(2 * of.length);
  wider.set(of);
  return wider;
}

/** A column of texts that grows. */
export class Texts {
  #bytes = new Uint8Array(1024);
  #ends = new Int32Array(256);
  #at = 0;
  length = 0;

  push(from: Uint8Array, start: number, end: number): void {
    while (this.#at + end - start > this.#bytes.length) this.#bytes = widened(this.#bytes);
    if (this.length === this.#ends.length) this.#ends = widened(this.#ends);
    for (let i = start; i < end; i++) this.#bytes[this.#at++] = from[i] as number;
    this.#ends[this.length++] = this.#at;
  }
  done(): Column {
    const { length } = this;
    if (length === 0) return NONE;
    return { k: 'text', length, ends: this.#ends.slice(0, length), bytes: this.#bytes.slice(0, this.#at) };
  }
}

/** Numbers by place, growing; where a table's values lie. */
export const room = (v: Float64Array, length: number): Float64Array => (length < v.length ? v : widened(v));

const SPREAD = 0x9e3779b1;

/** Keys of 32 bits, each with its place in the order in which they first came. Open addressing, at most half full. */
export class IntTable {
  keys = new Int32Array(512);
  size = 0;
  #slots = new Int32Array(1024);
  #shift = 22;

  /** The key's place: `size` as it was, where it is new. */
  at(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(key, SPREAD) >>> this.#shift;
    for (;;) {
      const entry = (this.#slots[slot] as number) - 1;
      if (entry < 0) break;
      if (this.keys[entry] === key) return entry;
      slot = (slot + 1) & mask;
    }
    if (this.size === this.keys.length) {
      this.#grow();
      return this.at(key);
    }
    this.#slots[slot] = this.size + 1;
    this.keys[this.size] = key;
    return this.size++;
  }
  /** -1 where it is not there. */
  find(key: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = Math.imul(key, SPREAD) >>> this.#shift; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] as number) - 1;
      if (entry < 0 || this.keys[entry] === key) return entry;
    }
  }
  #grow(): void {
    this.keys = widened(this.keys);
    this.#slots = new Int32Array(2 * this.#slots.length);
    this.#shift--;
    const mask = this.#slots.length - 1;
    for (let entry = 0; entry < this.size; entry++) {
      let slot = Math.imul(this.keys[entry] as number, SPREAD) >>> this.#shift;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry + 1;
    }
  }
}

/** The same for texts of units below 256, by java.lang.String.hashCode. */
export class TextTable {
  hashes = new Int32Array(512);
  ends = new Int32Array(512);
  bytes = new Uint8Array(4096);
  size = 0;
  #at = 0;
  #slots = new Int32Array(1024);
  #shift = 22;

  at(from: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(hash, SPREAD) >>> this.#shift;
    for (;;) {
      const entry = (this.#slots[slot] as number) - 1;
      if (entry < 0) break;
      if (this.hashes[entry] === hash && this.#same(entry, from, start, end)) return entry;
      slot = (slot + 1) & mask;
    }
    if (this.size === this.hashes.length) {
      this.#grow();
      return this.at(from, start, end, hash);
    }
    while (this.#at + end - start > this.bytes.length) this.bytes = widened(this.bytes);
    for (let i = start; i < end; i++) this.bytes[this.#at++] = from[i] as number;
    this.#slots[slot] = this.size + 1;
    this.hashes[this.size] = hash;
    this.ends[this.size] = this.#at;
    return this.size++;
  }
  column(): Column {
    const length = this.size;
    return {
      k: 'text',
      length,
      ends: this.ends.subarray(0, length),
      bytes: this.bytes.subarray(0, this.#at),
    };
  }
  #same(entry: number, from: Uint8Array, start: number, end: number): boolean {
    let at = entry === 0 ? 0 : (this.ends[entry - 1] as number);
    if ((this.ends[entry] as number) - at !== end - start) return false;
    for (let i = start; i < end; i++) if (this.bytes[at++] !== from[i]) return false;
    return true;
  }
  #grow(): void {
    this.hashes = widened(this.hashes);
    this.ends = widened(this.ends);
    this.#slots = new Int32Array(2 * this.#slots.length);
    this.#shift--;
    const mask = this.#slots.length - 1;
    for (let entry = 0; entry < this.size; entry++) {
      let slot = Math.imul(this.hashes[entry] as number, SPREAD) >>> this.#shift;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry + 1;
    }
  }
}
