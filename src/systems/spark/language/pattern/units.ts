// Sets of UTF-16 units, as patterns speak of them: `\d`, `[a-z]`, `.`; with the flag i a unit stands for its other case
// as well. Only letters whose case no edition of Unicode will change have one (strings.ts).

import { recased } from '../recased.ts';

export type Range = readonly [number, number];

const of = (s: string): Range[] => [...s].map((c) => [c.charCodeAt(0), c.charCodeAt(0)] as const);

export const DIGIT: readonly Range[] = [[48, 57]];
export const WORD: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
export const SPACE: readonly Range[] = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
export const LINE_END: readonly Range[] = of('\n\r\u2028\u2029');

/** All units that are not in these. */
export function others(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (from > next) out.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= 0xffff) out.push([next, 0xffff]);
  return out;
}

/** A unit in its upper case, where that is one unit and no letter of ASCII made of one that is not. */
export function folded(unit: number): number {
  const upper = recased(String.fromCharCode(unit), true);
  const code = upper.charCodeAt(0);
  return upper.length !== 1 || (unit >= 128 && code < 128) ? unit : code;
}

/** Looks up a unit: a table for the first 256, the ranges for the rest. */
export interface UnitSet {
  readonly low: Uint8Array;
  readonly ranges: readonly Range[];
}

export function unitSet(ranges: readonly Range[], negated: boolean, ignoreCase: boolean): UnitSet {
  const wide = ignoreCase ? bothCases(ranges) : ranges;
  const all = negated ? others(wide) : wide;
  const low = new Uint8Array(256);
  for (const [from, to] of all) for (let unit = from; unit <= Math.min(to, 255); unit++) low[unit] = 1;
  return { low, ranges: all.filter(([, to]) => to > 255) };
}

export function has({ low, ranges }: UnitSet, unit: number): boolean {
  if (unit < 256) return low[unit] === 1;
  for (const [from, to] of ranges) if (unit >= from && unit <= to) return true;
  return false;
}

/** The last unit that has a case at all. */
const LAST_CASED = 0x45f;

function bothCases(ranges: readonly Range[]): Range[] {
  const folds = new Set<number>();
  for (const [from, to] of ranges)
    for (let unit = from; unit <= Math.min(to, LAST_CASED); unit++) folds.add(folded(unit));
  const out: Range[] = [...ranges];
  for (let unit = 0; unit <= LAST_CASED; unit++) if (folds.has(folded(unit))) out.push([unit, unit]);
  return out;
}
