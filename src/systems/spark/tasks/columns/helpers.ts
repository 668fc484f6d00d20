// What printed rows call. Texts are bytes, from and to.

import { room, UNFIT } from './column.ts';

/** Longest line and longest list that a row takes: what a call may then cost is far below its bounds. */
export const MOST_LINE = 65_536;
export const MOST_ITEMS = 8192;

const MINUS = 45;
const ZERO = 48;
/** So many digits are an exact number. */
const EXACT_DIGITS = 15;

/** Where the next unit of this kind is, or the end. */
function until(bytes: Uint8Array, from: number, to: number, unit: number): number {
  let at = from;
  while (at < to && bytes[at] !== unit) at++;
  return at;
}

/** Where the word of this number begins. */
function word(bytes: Uint8Array, from: number, to: number, by: number, n: number): number {
  let at = from;
  for (let i = 0; i < n; i++) {
    at = until(bytes, at, to, by) + 1;
    if (at > to) throw UNFIT;
  }
  return at;
}

/** As `Number(text)` reads it. */
function number(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const minus = bytes[at] === MINUS && to > from + 1;
  if (minus) at++;
  let x = 0;
  if (to - at > EXACT_DIGITS || at === to) return numberOf(bytes, from, to);
  for (; at < to; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return numberOf(bytes, from, to);
    x = 10 * x + digit;
  }
  return minus ? -x : x;
}

const numberOf = (bytes: Uint8Array, from: number, to: number): number =>
  Number(String.fromCharCode(...bytes.subarray(from, to)));

/** java.lang.String.hashCode. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let h = 0;
  for (let i = from; i < to; i++) h = (Math.imul(h, 31) + (bytes[i] as number)) | 0;
  return h;
}

function startsWith(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  if (to - from < text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text.charCodeAt(i)) return false;
  return true;
}

function includes(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  for (let at = from; at + text.length <= to; at++) if (startsWith(bytes, at, to, text)) return true;
  return false;
}

/** Steps of a task over columns: so many at most, and how many may still come. */
export interface Steps {
  used: number;
  most: number;
}

export const HELPERS = {
  UNFIT,
  room,
  until,
  word,
  number,
  hash,
  startsWith,
  includes,
  is: (bytes: Uint8Array, from: number, to: number, text: string): boolean =>
    to - from === text.length && startsWith(bytes, from, to, text),
  start: (ends: Int32Array, i: number): number => (i === 0 ? 0 : (ends[i - 1] as number)),
} as const;
