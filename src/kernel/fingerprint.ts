// A 64-bit fingerprint of a plain state, in two independent 32-bit lanes: the explorer's notion of "same state" and
// the checksum of a run. Walks the value itself (no string is built); keys in sorted order, so that two equal states
// have one fingerprint however they were made. Two different states share one with probability 2^-64 a pair.

export const FINGERPRINT_BITS = 64;

export interface Fingerprint {
  readonly hi: number;
  readonly lo: number;
}

let hi = 0;
let lo = 0;

function feed(word: number): void {
  hi = Math.imul(hi ^ word, 0x85ebca6b);
  hi ^= hi >>> 15;
  lo = Math.imul(((lo << 5) | (lo >>> 27)) ^ word, 0xc2b2ae35);
  lo ^= lo >>> 13;
}

function feedString(s: string): void {
  feed(s.length ^ 0x53000000);
  for (let i = 0; i < s.length; i++) feed(s.charCodeAt(i));
}

const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

function feedNumber(n: number): void {
  if ((n | 0) === n) {
    feed(0x49000000);
    feed(n);
    return;
  }
  float[0] = n;
  feed(0x46000000);
  feed(floatWords[0] as number);
  feed(floatWords[1] as number);
}

/** Keys of an object in sorted order; most states are built with the same literal, so check before sorting. */
function sortedKeys(o: object): string[] {
  const keys = Object.keys(o);
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  }
  return keys;
}

function walk(value: unknown): void {
  if (typeof value === 'number') feedNumber(value);
  else if (typeof value === 'string') feedString(value);
  else if (typeof value === 'boolean') feed(value ? 0x54000001 : 0x54000000);
  else if (value === undefined) feed(0x55000000);
  else if (typeof value === 'bigint') feedString(`${value}n`);
  else if (value === null) feed(0x4e000000);
  else if (typeof value !== 'object') {
    throw new Error(`fingerprint: a state holds plain values only, not a ${typeof value}`);
  } else if (Array.isArray(value)) {
    feed(0x41000000 ^ value.length);
    for (const item of value) walk(item);
  } else if (value instanceof Uint8Array || value instanceof Int32Array) {
    feed(0x42000000 ^ value.length);
    for (const item of value) feed(item);
  } else walkRecord(value as Record<string, unknown>);
}

function walkRecord(record: Record<string, unknown>): void {
  feed(0x4f000000);
  for (const key of sortedKeys(record)) {
    const item = record[key];
    if (item === undefined) continue;
    feedString(key);
    walk(item);
  }
  feed(0x6f000000);
}

/** Fingerprint of a plain value; a key whose value is undefined is as good as absent. */
export function fingerprint(value: unknown): Fingerprint {
  hi = 0x243f6a88;
  lo = 0x13198a2e;
  walk(value);
  feed(0x5a000000);
  const h = hi;
  feed(lo);
  return { hi: (hi ^ Math.imul(h, 0x9e3779b1)) >>> 0, lo: lo >>> 0 };
}

export const fingerprintHex = (print: Fingerprint): string =>
  print.hi.toString(16).padStart(8, '0') + print.lo.toString(16).padStart(8, '0');

/** Odds that any two of n distinct states share a fingerprint: the birthday bound n^2 / 2^65. */
export const collisionOdds = (states: number): number => (states * states) / 2 ** 65;
