// A text in few characters of a link: each bit is predicted from the bytes before it, by how often it was 1 where the
// last none to five bytes were these, and coded in as much room as it surprises (arithmetic coding). The counting is
// that of M. Mahoney, "The PAQ1 data compression program" (2002): what speaks against the newest bit is half forgotten,
// and what longer contexts have seen weighs more. Shorter by a tenth than Deflate on texts of a page. Whole numbers only, so that a link reads alike everywhere. What is
// written is read for ever: a change of anything here is a new form of its own.

import { utf8 } from '../base/bytes.ts';
import { DIGITS, digitOf, readVarint, varint } from './base64url.ts';

/** Contexts: the last 0, 1, ... bytes. */
const ORDERS = 6;
const SLOTS = 2 ** 16;
const MOST_SEEN = 250;
/** Probabilities are in this many parts. */
const ONE = 65536;
/** Bytes of the longest text that is read. */
const MOST_BYTES = 400_000;

/** Says how likely the next bit is a 1, and is told what it was. */
class Predictor {
  readonly #zeros = new Uint8Array(ORDERS * SLOTS);
  readonly #ones = new Uint8Array(ORDERS * SLOTS);
  /** The last bytes, newest first. */
  readonly #last = new Uint8Array(ORDERS);
  readonly #hashes = new Int32Array(ORDERS);
  readonly #at = new Int32Array(ORDERS);
  /** The bits of this byte so far, with a 1 before them. */
  #partial = 1;

  constructor() {
    this.#place();
  }

  one(): number {
    let zeros = 1;
    let ones = 1;
    for (let order = 0; order < ORDERS; order++) {
      const weight = order === 0 ? 1 : 3 * order;
      zeros += weight * (this.#zeros[this.#at[order] as number] as number);
      ones += weight * (this.#ones[this.#at[order] as number] as number);
    }
    const share = Math.floor((ones * ONE) / (zeros + ones));
    return Math.min(ONE - 64, Math.max(64, share));
  }

  learn(bit: number): void {
    const [same, other] = bit === 1 ? [this.#ones, this.#zeros] : [this.#zeros, this.#ones];
    for (const at of this.#at) {
      if ((same[at] as number) < MOST_SEEN) same[at] = (same[at] as number) + 1;
      const against = other[at] as number;
      if (against > 2) other[at] = (against >> 1) + 1;
    }
    this.#partial = this.#partial * 2 + bit;
    if (this.#partial >= 256) {
      this.#last.copyWithin(1, 0);
      this.#last[0] = this.#partial - 256;
      this.#partial = 1;
      let hash = 0;
      for (let order = 1; order < ORDERS; order++) {
        hash = Math.imul(hash + (this.#last[order - 1] as number) + 1, 0x2f0b4c47);
        this.#hashes[order] = hash;
      }
    }
    this.#place();
  }

  #place(): void {
    for (let order = 0; order < ORDERS; order++) {
      const mixed = Math.imul((this.#hashes[order] as number) + this.#partial, 0x9e3779b1 | 0);
      this.#at[order] = order * SLOTS + (mixed >>> 16);
    }
  }
}

/** What both sides hold in common: the range of numbers that still stand for the text. */
class Range {
  low = 0;
  high = 0xffffffff;

  /** The last number that stands for a 1. */
  split(one: number): number {
    return this.low + Math.floor(((this.high - this.low) * one) / ONE);
  }
  take(bit: number, split: number): void {
    if (bit === 1) this.high = split;
    else this.low = split + 1;
  }
  /** The next byte, once it is certain; else -1. */
  settled(): number {
    if ((this.low ^ this.high) >>> 24 !== 0) return -1;
    const byte = this.high >>> 24;
    this.low = (this.low << 8) >>> 0;
    this.high = ((this.high << 8) | 255) >>> 0;
    return byte;
  }
}

/** Well-formed text as base64url digits. */
export function squeezed(text: string): string {
  const bytes = utf8(text);
  const model = new Predictor();
  const range = new Range();
  const out: number[] = [];
  for (const byte of bytes) {
    for (let place = 7; place >= 0; place--) {
      const bit = (byte >> place) & 1;
      range.take(bit, range.split(model.one()));
      model.learn(bit);
      for (let done = range.settled(); done >= 0; done = range.settled()) out.push(done);
    }
  }
  out.push((range.low >>> 24) + 1);
  while (out.at(-1) === 0) out.pop();
  return varint(bytes.length) + digitsOf(out);
}

/** The text, or null where these digits are none. */
export function unsqueezed(digits: string): string | null {
  const head = readVarint(digits, 0);
  if (!head || head.value > MOST_BYTES) return null;
  const given = bytesOf(digits.slice(head.next));
  if (!given) return null;
  let next = 0;
  const byteIn = (): number => given[next++] ?? 0;
  let number = 0;
  for (let i = 0; i < 4; i++) number = number * 256 + byteIn();
  const model = new Predictor();
  const range = new Range();
  let spelt = '';
  for (let left = head.value; left > 0; left--) {
    let byte = 0;
    for (let place = 0; place < 8; place++) {
      const split = range.split(model.one());
      const bit = number <= split ? 1 : 0;
      range.take(bit, split);
      model.learn(bit);
      while (range.settled() >= 0) number = ((number << 8) | byteIn()) >>> 0;
      byte = byte * 2 + bit;
    }
    spelt += `%${byte.toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(spelt);
  } catch {
    return null;
  }
}

function digitsOf(bytes: readonly number[]): string {
  let out = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) out += DIGITS.charAt((held >> (bits - 6)) & 63);
    held &= 63;
  }
  return bits > 0 ? out + DIGITS.charAt((held << (6 - bits)) & 63) : out;
}

function bytesOf(digits: string): readonly number[] | null {
  const out: number[] = [];
  let held = 0;
  let bits = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digitOf(digits, at);
    if (digit < 0) return null;
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out.push((held >> bits) & 255);
    }
  }
  return out;
}
