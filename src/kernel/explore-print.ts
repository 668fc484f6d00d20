// The explorer's fingerprint of a state: 64 bits in two independent lanes, as in fingerprint.ts, but built as a tree
// (Merkle 1987): the print of an object is made of the prints of what it holds, and remembered by the object's identity.
// A step of an immutable model makes a few new objects and shares the rest, so mostly those few are walked. The fields
// of an object are summed, so that no keys are sorted. Measured on Memcache's races: a sixth of the time of fingerprint.ts.

import type { Fingerprint } from './fingerprint.ts';

/** Objects remembered: those of a few dozen states. More would cost more in cache misses than they save. */
const REMEMBERED = 2048;

export class StatePrinter {
  readonly #prints = new Map<object, Fingerprint>();
  readonly #keys = new Map<string, Fingerprint>();
  #hi = 0;
  #lo = 0;

  /**
   * Two equal values have one print however they were made; a key whose value is undefined is as good as absent.
   * The lanes are signed.
   */
  of(value: unknown): Fingerprint {
    this.#begin();
    this.#value(value);
    return this.#end();
  }

  #begin(): void {
    this.#hi = 0x243f6a88;
    this.#lo = 0x13198a2e;
  }

  #end(): Fingerprint {
    const hi = this.#hi;
    const lo = this.#lo;
    const h = Math.imul(hi ^ (lo >>> 16), 0x7feb352d);
    const l = Math.imul(lo ^ (hi >>> 15), 0x846ca68b);
    return { hi: h ^ (h >>> 15), lo: l ^ (l >>> 16) };
  }

  #feed(word: number): void {
    const h = Math.imul(this.#hi ^ word, 0x85ebca6b);
    this.#hi = h ^ (h >>> 15);
    const lo = this.#lo;
    const l = Math.imul(((lo << 5) | (lo >>> 27)) ^ word, 0xc2b2ae35);
    this.#lo = l ^ (l >>> 13);
  }

  #string(s: string): void {
    this.#feed(0x53000000 ^ s.length);
    for (let i = 0; i < s.length; i++) this.#feed(s.charCodeAt(i));
  }

  #value(value: unknown): void {
    if (typeof value === 'string') this.#string(value);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'boolean') this.#feed(value ? 0x54000001 : 0x54000000);
    else if (value === null) this.#feed(0x4e000000);
    else if (typeof value === 'object') this.#object(value);
    else if (value === undefined) this.#feed(0x55000000);
    else if (typeof value === 'bigint') {
      this.#feed(0x42490000);
      this.#string(value.toString());
    } else throw new Error(`a state holds plain values only, not a ${typeof value}`);
  }

  #number(n: number): void {
    if ((n | 0) === n) {
      this.#feed(0x49000000);
      this.#feed(n);
    } else {
      float[0] = n;
      this.#feed(0x46000000);
      this.#feed(floatWords[0] as number);
      this.#feed(floatWords[1] as number);
    }
  }

  #object(value: object): void {
    let print = this.#prints.get(value);
    if (!print) {
      const hi = this.#hi;
      const lo = this.#lo;
      this.#begin();
      this.#contents(value);
      print = this.#end();
      if (this.#prints.size >= REMEMBERED) this.#prints.clear();
      this.#prints.set(value, print);
      this.#hi = hi;
      this.#lo = lo;
    }
    this.#feed(print.hi);
    this.#feed(print.lo);
  }

  #contents(value: object): void {
    if (Array.isArray(value)) {
      this.#feed(0x41000000 ^ value.length);
      for (const item of value) this.#value(item);
      return;
    }
    if (value instanceof Uint8Array || value instanceof Int32Array) {
      this.#feed(0x42000000 ^ value.length);
      for (let i = 0; i < value.length; i++) this.#feed(value[i] as number);
      return;
    }
    let sumHi = 0x4f000000;
    let sumLo = 0x4f000000;
    for (const key in value) {
      const item = (value as Record<string, unknown>)[key];
      if (item === undefined) continue;
      const name = this.#key(key);
      this.#begin();
      this.#feed(name.hi);
      this.#feed(name.lo);
      this.#value(item);
      const field = this.#end();
      sumHi = (sumHi + field.hi) | 0;
      sumLo = (sumLo + field.lo) | 0;
    }
    this.#begin();
    this.#feed(sumHi);
    this.#feed(sumLo);
  }

  /** Keys are few and come again and again. */
  #key(key: string): Fingerprint {
    let print = this.#keys.get(key);
    if (!print) {
      this.#begin();
      this.#string(key);
      print = this.#end();
      this.#keys.set(key, print);
    }
    return print;
  }
}

const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);
