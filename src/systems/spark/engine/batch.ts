// Records as a columnar batch of bytes: what a block, a part of a map output or a value is wherever it lies. A column
// holds values of one kind; lists of one length are as many columns, other lists are offsets and a column of all items;
// where kinds are mixed, a byte a value says which. Numbers lie on multiples of eight from the batch's start, so that they
// are read in place. Equal records have equal bytes: NaN has one pattern, nothing depends on who wrote.

import { canonicalJson } from '../../../base/canonical.ts';
import { packed, unpacked } from './contents.ts';

export const NULL = 0;
const BOOLEAN = 1;
/** Integers of 32 bits. */
export const INTEGER = 2;
export const FLOAT = 3;
/** Texts whose UTF-16 units all fit a byte, and others. */
export const LATIN = 4;
const WIDE = 5;
/** Lists of one length, at most MOST_COLUMNS. */
export const TUPLE = 6;
export const LIST = 7;
/** `long(x)` and `double(x)`, by their numbers. */
const LONG = 8;
const DOUBLE = 9;
/** Whatever else is plain, as JSON. */
const PLAIN = 10;
const MIXED = 11;

export const MOST_COLUMNS = 8;
const ALIGN = 8;
export const HEAD_WORDS = 2;

type Values = readonly unknown[];

/** What a value's column is called when kinds are told apart: all numbers are one, all texts are one, all lists are one. */
function classOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return FLOAT;
    case 'string':
      return LATIN;
    case 'boolean':
      return BOOLEAN;
    case 'undefined':
      return NULL;
    default:
      return value === null ? NULL : objectClass(value as object);
  }
}

function objectClass(value: object): number {
  if (Array.isArray(value)) return LIST;
  if (Object.hasOwn(value, 'long')) return LONG;
  return Object.hasOwn(value, 'double') ? DOUBLE : PLAIN;
}

/** Bytes that grow. What was written stays where it is, by place. */
export class Writer {
  #bytes = new Uint8Array(1024);
  length = 0;

  /** Room for so many bytes more, from the next multiple of eight on; its place. */
  room(length: number): number {
    const at = Math.ceil(this.length / ALIGN) * ALIGN;
    if (at + length > this.#bytes.length) {
      const wider = new Uint8Array(
        Math.max(2 * this.#bytes.length, Math.ceil((at + length) / ALIGN) * ALIGN),
      );
      wider.set(this.#bytes.subarray(0, this.length));
      this.#bytes = wider;
    }
    this.length = at + length;
    return at;
  }
  bytes(length: number): Uint8Array {
    const at = this.room(length);
    return this.#bytes.subarray(at, at + length);
  }
  integers(length: number): Int32Array {
    const at = this.room(4 * length);
    return new Int32Array(this.#bytes.buffer, at, length);
  }
  floats(length: number): Float64Array {
    const at = this.room(8 * length);
    return new Float64Array(this.#bytes.buffer, at, length);
  }
  done(): Uint8Array {
    return this.#bytes.slice(0, Math.ceil(this.length / ALIGN) * ALIGN);
  }
}

export function batchOf(records: Values): Uint8Array {
  const to = new Writer();
  column(to, records);
  return to.done();
}

function column(to: Writer, values: Values): void {
  const [first] = values;
  const kind = values.length === 0 ? NULL : classOf(first);
  for (let i = 1; i < values.length; i++) {
    if (classOf(values[i]) === kind) continue;
    mixed(to, values);
    return;
  }
  ofKind(to, kind, values);
}

export function head(to: Writer, kind: number, length: number): void {
  to.integers(HEAD_WORDS).set([kind, length]);
}

function ofKind(to: Writer, kind: number, values: Values): void {
  switch (kind) {
    case FLOAT:
      numbers(to, values as readonly number[]);
      break;
    case LATIN:
      texts(to, LATIN, values as readonly string[]);
      break;
    case LIST:
      lists(to, values as readonly Values[]);
      break;
    case PLAIN: {
      const spelled = values.map((value) => canonicalJson(packed(value)));
      texts(to, PLAIN, spelled);
      break;
    }
    case NULL:
      head(to, NULL, values.length);
      break;
    case BOOLEAN: {
      head(to, BOOLEAN, values.length);
      const bytes = to.bytes(values.length);
      for (let i = 0; i < values.length; i++) bytes[i] = values[i] === true ? 1 : 0;
      break;
    }
    default: {
      head(to, kind, values.length);
      const name = kind === LONG ? 'long' : 'double';
      const held = values.map((value) => (value as Record<string, number>)[name] as number);
      numbers(to, held);
    }
  }
}

const isInteger = (x: number): boolean => (x | 0) === x && !Object.is(x, -0);

function numbers(to: Writer, values: readonly number[]): void {
  let whole = true;
  for (let i = 0; whole && i < values.length; i++) whole = isInteger(values[i] as number);
  head(to, whole ? INTEGER : FLOAT, values.length);
  if (whole) {
    to.integers(values.length).set(values);
    return;
  }
  const floats = to.floats(values.length);
  const words = new Int32Array(floats.buffer, floats.byteOffset, 2 * values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    floats[i] = value;
    if (!Number.isNaN(value)) continue;
    words[2 * i] = 0;
    words[2 * i + 1] = 0x7ff80000;
  }
}

function texts(to: Writer, kind: number, values: readonly string[]): void {
  let units = 0;
  let bits = 0;
  for (const value of values) {
    units += value.length;
    for (let i = 0; i < value.length; i++) bits |= value.charCodeAt(i);
  }
  const wide = bits > 0xff;
  head(to, kind === PLAIN ? PLAIN : wide ? WIDE : LATIN, values.length);
  if (kind === PLAIN) head(to, wide ? WIDE : LATIN, values.length);
  const ends = to.integers(values.length);
  let end = 0;
  for (let i = 0; i < values.length; i++) {
    end += (values[i] as string).length;
    ends[i] = end;
  }
  const bytes = to.bytes(wide ? 2 * units : units);
  const out = wide ? new Uint16Array(bytes.buffer, bytes.byteOffset, units) : bytes;
  let at = 0;
  for (const value of values) for (let i = 0; i < value.length; i++) out[at++] = value.charCodeAt(i);
}

function lists(to: Writer, values: readonly Values[]): void {
  const width = (values[0] as Values).length;
  const even = width > 0 && width <= MOST_COLUMNS && values.every((value) => value.length === width);
  head(to, even ? TUPLE : LIST, values.length);
  if (even) {
    to.integers(1)[0] = width;
    for (let i = 0; i < width; i++)
      column(
        to,
        values.map((value) => value[i]),
      );
    return;
  }
  const ends = to.integers(values.length);
  const items: unknown[] = [];
  for (let i = 0; i < values.length; i++) {
    for (const item of values[i] as Values) items.push(item);
    ends[i] = items.length;
  }
  column(to, items);
}

function mixed(to: Writer, values: Values): void {
  head(to, MIXED, values.length);
  const byKind = new Map<number, unknown[]>();
  const kinds = to.bytes(values.length);
  for (let i = 0; i < values.length; i++) {
    const kind = classOf(values[i]);
    kinds[i] = kind;
    const list = byKind.get(kind) ?? [];
    byKind.set(kind, list);
    list.push(values[i]);
  }
  for (const kind of [...byKind.keys()].sort((a, b) => a - b)) ofKind(to, kind, byKind.get(kind) as Values);
}

/** Reads a batch where it lies: `bytes` may be a view of shared memory. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  #take(length: number): number {
    const at = Math.ceil(this.#at / ALIGN) * ALIGN;
    if (at + length > this.#bytes.length) throw new Error('This batch is cut off.');
    this.#at = at + length;
    return this.#bytes.byteOffset + at;
  }
  bytes(length: number): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, this.#take(length), length);
  }
  units(length: number): Uint16Array {
    return new Uint16Array(this.#bytes.buffer, this.#take(2 * length), length);
  }
  integers(length: number): Int32Array {
    return new Int32Array(this.#bytes.buffer, this.#take(4 * length), length);
  }
  floats(length: number): Float64Array {
    return new Float64Array(this.#bytes.buffer, this.#take(8 * length), length);
  }
}

/** The records of a batch. */
export const recordsIn = (bytes: Uint8Array): unknown[] => readColumn(new Reader(bytes));

/** How many records a batch has. */
export const countIn = (bytes: Uint8Array): number => new Reader(bytes).integers(HEAD_WORDS)[1] as number;

function readColumn(from: Reader): unknown[] {
  const [kind, length] = from.integers(HEAD_WORDS) as unknown as [number, number];
  switch (kind) {
    case NULL:
      return new Array(length).fill(null);
    case BOOLEAN:
      return Array.from(from.bytes(length), (byte) => byte === 1);
    case INTEGER:
      return Array.from(from.integers(length));
    case FLOAT:
      return Array.from(from.floats(length));
    case LATIN:
    case WIDE:
      return readTexts(from, kind, length);
    case TUPLE:
      return readTuples(from, length);
    case LIST: {
      const ends = from.integers(length);
      const items = readColumn(from);
      return Array.from(ends, (end, i) => items.slice(i === 0 ? 0 : ends[i - 1], end));
    }
    case LONG:
      return readColumn(from).map((long) => ({ long }));
    case DOUBLE:
      return readColumn(from).map((double) => ({ double }));
    case PLAIN:
      return readColumn(from).map((json) => unpacked(JSON.parse(json as string)));
    case MIXED:
      return readMixed(from, length);
    default:
      throw new Error(`This is no batch: it has a column of kind ${kind}.`);
  }
}

/** Longest list that is spread over arguments. */
const SPREAD = 4096;

/** UTF-16 units, or Latin-1 bytes, as a text. */
export function textOfUnits(units: Uint8Array | Uint16Array): string {
  let out = '';
  for (let at = 0; at < units.length; at += SPREAD)
    out += String.fromCharCode.apply(null, units.subarray(at, at + SPREAD) as unknown as number[]);
  return out;
}

function readTexts(from: Reader, kind: number, length: number): string[] {
  const ends = from.integers(length);
  const units = length === 0 ? 0 : (ends[length - 1] as number);
  const all = textOfUnits(kind === WIDE ? from.units(units) : from.bytes(units));
  const out: string[] = new Array(length);
  let start = 0;
  for (let i = 0; i < length; i++) {
    const end = ends[i] as number;
    out[i] = all.slice(start, end);
    start = end;
  }
  return out;
}

function readTuples(from: Reader, length: number): unknown[] {
  const width = from.integers(1)[0] as number;
  const columns = Array.from({ length: width }, () => readColumn(from));
  const [a = [], b = []] = columns;
  const out: unknown[] = new Array(length);
  for (let i = 0; i < length; i++) out[i] = width === 2 ? [a[i], b[i]] : columns.map((items) => items[i]);
  return out;
}

function readMixed(from: Reader, length: number): unknown[] {
  const kinds = from.bytes(length);
  const present = [...new Set(kinds)].sort((a, b) => a - b);
  const byKind = new Map(present.map((kind) => [kind, readColumn(from).values()]));
  return Array.from(kinds, (kind) => byKind.get(kind)?.next().value ?? null);
}
