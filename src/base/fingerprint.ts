// A 64-bit fingerprint of a plain state, in two independent 32-bit lanes: the checksum of a run. Walks the value itself
// (no string is built); keys in sorted order, so that two equal states have one fingerprint however they were made. Two
// different states share one with probability 2^-64 a pair. What is not plain throws, by the name of its field: two
// states that differ only there would pass for one.

import { Names } from './names.ts';
import { isPlainObject, notPlain } from './plain.ts';

export interface Fingerprint {
  readonly hi: number;
  readonly lo: number;
}

/**
 * The two lanes. In a typed array, and in locals while a string is fed: where an engine's small integers have 31 bits,
 * as in browsers, a variable that lives longer would be a new number object at every word.
 */
const lanes = new Int32Array(2);

const mixHi = (hi: number, word: number): number => {
  const mixed = Math.imul(hi ^ word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};
const mixLo = (lo: number, word: number): number => {
  const mixed = Math.imul(((lo << 5) | (lo >>> 27)) ^ word, 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
};

function feed(word: number): void {
  lanes[0] = mixHi(lanes[0] as number, word);
  lanes[1] = mixLo(lanes[1] as number, word);
}

function feedString(s: string): void {
  let hi = mixHi(lanes[0] as number, s.length ^ 0x53000000);
  let lo = mixLo(lanes[1] as number, s.length ^ 0x53000000);
  for (let i = 0; i < s.length; i++) {
    const word = s.charCodeAt(i);
    hi = mixHi(hi, word);
    lo = mixLo(lo, word);
  }
  lanes[0] = hi;
  lanes[1] = lo;
}

const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

function feedNumber(n: number): void {
  if ((n | 0) === n) {
    feed(0x49000000);
    feed(n);
    return;
  }
  if (!Number.isFinite(n)) throw NOT_PLAIN;
  float[0] = n;
  feed(0x46000000);
  feed(floatWords[0] as number);
  feed(floatWords[1] as number);
}

/** Names of a record's fields, as they come, sorted; forgotten where they are ever others. */
let sorted = new Names<readonly string[]>();
let held = 0;
const MOST_HELD = 1 << 14;
/** More names than these are most often a table's, and no two tables have the same. */
const FEW = 24;

function sortedKeys(record: object): readonly string[] {
  let names = sorted;
  let count = 0;
  for (const name in record) {
    if (++count > FEW) return Object.keys(record).sort();
    names = names.after(name);
  }
  if (names.known) return names.known;
  const keys = Object.keys(record).sort();
  names.known = keys;
  held += count;
  if (held > MOST_HELD) {
    sorted = new Names();
    held = 0;
  }
  return keys;
}

/** Thrown where the walk meets what is not plain; `fingerprint` then looks for its name. */
const NOT_PLAIN = new Error('not plain');

function walk(value: unknown): void {
  if (typeof value === 'number') feedNumber(value);
  else if (typeof value === 'string') feedString(value);
  else if (typeof value === 'boolean') feed(value ? 0x54000001 : 0x54000000);
  else if (value === null) feed(0x4e000000);
  else if (typeof value !== 'object') throw NOT_PLAIN;
  else if (Array.isArray(value)) {
    feed(0x41000000 ^ value.length);
    for (const item of value) walk(item);
  } else walkRecord(value as Record<string, unknown>);
}

function walkRecord(record: Record<string, unknown>): void {
  if (!isPlainObject(record)) throw NOT_PLAIN;
  feed(0x4f000000);
  for (const key of sortedKeys(record)) {
    const item = record[key];
    if (item === undefined) continue;
    feedString(key);
    walk(item);
  }
  feed(0x6f000000);
}

/** What a plain value is told as, piece by piece, where it lies in another form: a list by its length, then its items. */
export interface Telling {
  list(length: number): void;
  number(x: number): void;
  /** A text of UTF-16 units below 256. */
  text(units: Uint8Array, from: number, to: number): void;
}

const telling: Telling = {
  list: (length) => feed(0x41000000 ^ length),
  number: feedNumber,
  text(units, from, to) {
    let hi = mixHi(lanes[0] as number, (to - from) ^ 0x53000000);
    let lo = mixLo(lanes[1] as number, (to - from) ^ 0x53000000);
    for (let i = from; i < to; i++) {
      hi = mixHi(hi, units[i] as number);
      lo = mixLo(lo, units[i] as number);
    }
    lanes[0] = hi;
    lanes[1] = lo;
  },
};

/** The fingerprint of the value that is told. */
export function fingerprintTold(tell: (to: Telling) => void): Fingerprint {
  begin();
  tell(telling);
  return ended();
}

/** Fingerprint of a plain value; a field whose value is undefined is as good as absent. */
export function fingerprint(value: unknown): Fingerprint {
  begin();
  try {
    walk(value);
  } catch {
    throw notPlain(value);
  }
  return ended();
}

function begin(): void {
  lanes[0] = 0x243f6a88;
  lanes[1] = 0x13198a2e;
}

function ended(): Fingerprint {
  feed(0x5a000000);
  const half = lanes[0] as number;
  feed(lanes[1] as number);
  return { hi: ((lanes[0] as number) ^ Math.imul(half, 0x9e3779b1)) >>> 0, lo: (lanes[1] as number) >>> 0 };
}

export const fingerprintHex = (print: Fingerprint): string =>
  print.hi.toString(16).padStart(8, '0') + print.lo.toString(16).padStart(8, '0');
