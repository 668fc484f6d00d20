// Keys: when two are equal, how they hash, and how they are ordered. Hashes are Spark's own (Scala 2.13), so that a
// record lands in the partition where Spark would put it. Our language has one kind of number: an integral one within
// 32 bits is an Int, another safe integer a Long, the rest and -0 a Double; `long` and `double` make other keys.

import { spendWork } from '../language/meter.ts';
import { refused } from './why.ts';

/** A number that hashes as a Long, whatever its size. */
export interface Long {
  readonly long: number;
}
/** A number that hashes as a Double, integral or not. */
export interface Double {
  readonly double: number;
}

export const long = (x: number): Long => ({ long: x });
export const double = (x: number): Double => ({ double: x });

const isLong = (v: unknown): v is Long => typeof v === 'object' && v !== null && Object.hasOwn(v, 'long');
const isDouble = (v: unknown): v is Double =>
  typeof v === 'object' && v !== null && Object.hasOwn(v, 'double');

const bits = new DataView(new ArrayBuffer(8));

function hashOfDouble(x: number): number {
  if (Number.isNaN(x)) return 2146959360;
  bits.setFloat64(0, x);
  return bits.getInt32(0) ^ bits.getInt32(4);
}

function hashOfLong(x: number): number {
  bits.setBigInt64(0, BigInt(x));
  return bits.getInt32(0) ^ bits.getInt32(4);
}

const isInt = (x: number): boolean => (x | 0) === x && !Object.is(x, -0);

function hashOfNumber(x: number): number {
  if (isInt(x)) return x;
  return Number.isSafeInteger(x) && x !== 0 ? hashOfLong(x) : hashOfDouble(x);
}

/** A key is gone over letter by letter: it is the long ones that take time. */
function gone(letters: number): void {
  if (letters >= 32) spendWork(letters >> 4);
}

/** java.lang.String.hashCode. */
function hashOfString(s: string): number {
  gone(s.length);
  let h = 0;
  for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) | 0;
  return h;
}

const rotl = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** One word into a MurmurHash3 (Appleby), as scala.util.hashing.MurmurHash3.mix. */
function mix(hash: number, data: number): number {
  const k = Math.imul(rotl(Math.imul(data, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotl(hash ^ k, 13), 5) + 0xe6546b64) | 0;
}

function finish(hash: number, length: number): number {
  let h = hash ^ length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Scala's `##`: equal for equal numbers of any type. */
function anyHash(v: unknown): number {
  if (isLong(v)) return isInt(v.long) ? v.long : hashOfLong(v.long);
  if (isDouble(v)) return hashOfNumber(v.double);
  // 0.0 and -0.0 are equal numbers.
  return v === 0 ? 0 : hashOf(v);
}

/** The hash of a key as `HashPartitioner` takes it: a 32-bit integer. A list of any length is a tuple. */
export function hashOf(v: unknown): number {
  if (v === null || v === undefined) return 0;
  if (typeof v === 'number') return hashOfNumber(v);
  if (typeof v === 'string') return hashOfString(v);
  if (typeof v === 'boolean') return v ? 1231 : 1237;
  if (Array.isArray(v)) {
    let h = mix(0xcafebabe | 0, hashOfString(`Tuple${v.length}`));
    for (const item of v) h = mix(h, anyHash(item));
    return finish(h, v.length);
  }
  if (isLong(v)) return hashOfLong(v.long);
  if (isDouble(v)) return hashOfDouble(v.double);
  throw refused('no-key');
}

/** What stands for a key in a Map: two keys are equal exactly where these are. -0 and 0 differ, NaN equals itself. */
export function mapKey(v: unknown): unknown {
  if (typeof v === 'string') {
    gone(v.length);
    return v.charCodeAt(0) === 0 ? `\0"${v}` : v;
  }
  if (typeof v === 'number') return Object.is(v, -0) ? '\0-0' : v;
  if (typeof v === 'boolean') return v;
  const spelled = spell(v);
  gone(spelled.length);
  return `\0${spelled}`;
}

function spell(v: unknown): string {
  if (typeof v === 'number') return Object.is(v, -0) ? '-0' : String(v);
  if (Array.isArray(v)) return `[${v.map(spell).join(',')}]`;
  if (typeof v === 'object' && v !== null) {
    const fields = v as Readonly<Record<string, unknown>>;
    const names = Object.keys(fields).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${spell(fields[name])}`).join(',')}}`;
  }
  return v === undefined ? 'null' : JSON.stringify(v);
}

const rank = (v: unknown): number =>
  v === null || v === undefined ? 0 : { boolean: 1, number: 2, string: 3, object: 4 }[typeof v as 'object'];

const numberOf = (v: unknown): unknown => (isLong(v) ? v.long : isDouble(v) ? v.double : v);

/** The order of sortByKey: numbers by size (NaN last), strings by UTF-16 unit, tuples from the left. */
export function compareKeys(left: unknown, right: unknown): number {
  const a = numberOf(left);
  const b = numberOf(right);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'number' && typeof b === 'number') {
    if (a < b || a > b) return a < b ? -1 : 1;
    return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const order = compareKeys(a[i], b[i]);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  if (typeof a === 'string' && typeof b === 'string') gone(Math.min(a.length, b.length));
  if (a === b) return 0;
  return (a as string) < (b as string) ? -1 : 1;
}
