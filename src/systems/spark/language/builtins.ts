// The functions that a program may call by name, and the methods of numbers. Those of Math that ECMAScript leaves to the
// engine are our own; what depends on a clock, on chance or on a place in the world is not here.

import { exp, log } from '../../../base/fixed-math.ts';
import * as powers from '../../../base/fixed-power.ts';
import * as trig from '../../../base/fixed-trig.ts';
import { attemptNumber, unsafeRandom } from './attempt.ts';
import { spend, takeList } from './meter.ts';
import { amiss } from './refusal.ts';
import type { Method } from './strings.ts';
import { textArgument, whole } from './strings.ts';
import type { At } from './tree.ts';
import { kindOf, toNumber, toText } from './values.ts';

export interface Builtin {
  readonly least: number;
  readonly most: number;
  /** Its arguments come as one list, so that they may be spread. */
  readonly variadic?: true;
  readonly run: (at: At, a?: unknown, b?: unknown) => unknown;
}

const isNumber = (at: At, v: unknown): number => {
  if (typeof v === 'number') return v;
  throw amiss(at, 'argument', { a: { key: `program.kind.${kindOf(v)}` }, b: { key: 'program.kind.number' } });
};

const one = (f: (x: number) => number): Builtin => ({
  least: 1,
  most: 1,
  run: (at, a) => f(isNumber(at, a)),
});
const two = (f: (x: number, y: number) => number): Builtin => ({
  least: 2,
  most: 2,
  run: (at, a, b) => f(isNumber(at, a), isNumber(at, b)),
});
const many = (f: (values: readonly number[]) => number): Builtin => ({
  least: 0,
  most: Number.POSITIVE_INFINITY,
  variadic: true,
  run(at, list) {
    const values = list as readonly unknown[];
    spend(at, values.length);
    for (const value of values) isNumber(at, value);
    return f(values as readonly number[]);
  },
});
const test = (f: (x: unknown) => boolean): Builtin => ({ least: 1, most: 1, run: (_, a) => f(a) });

const extreme = (values: readonly number[], begin: number, f: (a: number, b: number) => number): number => {
  let out = begin;
  for (const value of values) out = f(out, value);
  return out;
};

/** Both ends are in it. */
const range: Builtin = {
  least: 2,
  most: 2,
  run(at, a, b) {
    const [from, to] = [isNumber(at, a), isNumber(at, b)];
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to))
      throw amiss(at, 'index', { a: { key: 'program.kind.number' } });
    const length = Math.max(0, to - from + 1);
    spend(at, length);
    takeList(at, length);
    const out: number[] = [];
    for (let i = from; i <= to; i++) out.push(i);
    return out;
  },
};

const key = (name: 'long' | 'double'): Builtin => ({
  least: 1,
  most: 1,
  run(at, a) {
    const x = isNumber(at, a);
    if (name === 'long' && !Number.isSafeInteger(x)) throw amiss(at, 'not-long');
    takeList(at, 1);
    return { [name]: x };
  },
});

export const BUILTINS: Readonly<Record<string, Builtin>> = {
  'Math.abs': one(Math.abs),
  'Math.acos': one(trig.acos),
  'Math.acosh': one(powers.acosh),
  'Math.asin': one(trig.asin),
  'Math.asinh': one(powers.asinh),
  'Math.atan': one(trig.atan),
  'Math.atan2': two(trig.atan2),
  'Math.atanh': one(powers.atanh),
  'Math.cbrt': one(powers.cbrt),
  'Math.ceil': one(Math.ceil),
  'Math.clz32': one(Math.clz32),
  'Math.cos': one(trig.cos),
  'Math.cosh': one(powers.cosh),
  'Math.exp': one(exp),
  'Math.expm1': one(powers.expm1),
  'Math.floor': one(Math.floor),
  'Math.fround': one(Math.fround),
  'Math.hypot': many(powers.hypot),
  'Math.imul': two(Math.imul),
  'Math.log': one(log),
  'Math.log10': one(powers.log10),
  'Math.log1p': one(powers.log1p),
  'Math.log2': one(powers.log2),
  'Math.max': many((values) => extreme(values, Number.NEGATIVE_INFINITY, Math.max)),
  'Math.min': many((values) => extreme(values, Number.POSITIVE_INFINITY, Math.min)),
  'Math.pow': two(powers.power),
  'Math.round': one(Math.round),
  'Math.sign': one(Math.sign),
  'Math.sin': one(trig.sin),
  'Math.sinh': one(powers.sinh),
  'Math.sqrt': one(Math.sqrt),
  'Math.tan': one(trig.tan),
  'Math.tanh': one(powers.tanh),
  'Math.trunc': one(Math.trunc),
  'Number.isFinite': test(Number.isFinite),
  'Number.isInteger': test(Number.isInteger),
  'Number.isNaN': test(Number.isNaN),
  'Number.isSafeInteger': test(Number.isSafeInteger),
  'Array.isArray': test(Array.isArray),
  Number: { least: 1, most: 1, run: toNumber },
  'Number.parseFloat': { least: 1, most: 1, run: (at, a) => Number.parseFloat(textArgument(at, a)) },
  'Number.parseInt': { least: 1, most: 2, run: parseWhole },
  parseFloat: { least: 1, most: 1, run: (at, a) => Number.parseFloat(textArgument(at, a)) },
  parseInt: { least: 1, most: 2, run: parseWhole },
  isNaN: { least: 1, most: 1, run: (at, a) => Number.isNaN(isNumber(at, a)) },
  isFinite: { least: 1, most: 1, run: (at, a) => Number.isFinite(isNumber(at, a)) },
  String: { least: 1, most: 1, run: (at, a) => toText(at, a) },
  Boolean: test(Boolean),
  range,
  long: key('long'),
  double: key('double'),
  unsafeRandom: { least: 0, most: 0, run: unsafeRandom },
  attemptNumber: { least: 0, most: 0, run: attemptNumber },
};

function parseWhole(at: At, a: unknown, b: unknown): number {
  const radix = whole(at, b, 10);
  spend(at, textArgument(at, a).length >> 3);
  // Past 20 digits another base than ten may be read in another way by another engine.
  if (radix !== 10 && (a as string).length > 20) throw amiss(at, 'digits');
  return Number.parseInt(a as string, radix);
}

export const CONSTANTS: Readonly<Record<string, number | null>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  undefined: null,
  'Math.E': Math.E,
  'Math.LN10': Math.LN10,
  'Math.LN2': Math.LN2,
  'Math.LOG10E': Math.LOG10E,
  'Math.LOG2E': Math.LOG2E,
  'Math.PI': Math.PI,
  'Math.SQRT1_2': Math.SQRT1_2,
  'Math.SQRT2': Math.SQRT2,
  'Number.EPSILON': Number.EPSILON,
  'Number.MAX_SAFE_INTEGER': Number.MAX_SAFE_INTEGER,
  'Number.MAX_VALUE': Number.MAX_VALUE,
  'Number.MIN_SAFE_INTEGER': Number.MIN_SAFE_INTEGER,
  'Number.MIN_VALUE': Number.MIN_VALUE,
  'Number.NEGATIVE_INFINITY': Number.NEGATIVE_INFINITY,
  'Number.POSITIVE_INFINITY': Number.POSITIVE_INFINITY,
};

function within(at: At, v: unknown, none: number, min: number, max: number): number {
  const n = whole(at, v, none);
  if (n < min || n > max) throw amiss(at, 'outside', { i: n });
  return n;
}

export const NUMBER_METHODS: Readonly<Record<string, Method>> = {
  toFixed: (at, self: number, digits) => self.toFixed(within(at, digits, 0, 0, 100)),
  toPrecision: (at, self: number, digits) =>
    digits === undefined ? String(self) : self.toPrecision(within(at, digits, 1, 1, 100)),
  toExponential: (at, self: number, digits) => self.toExponential(within(at, digits, 6, 0, 100)),
  toString(at: At, self: number, radix: unknown) {
    const base = within(at, radix, 10, 2, 36);
    // The digits of a fraction in another base are left to the engine.
    if (base !== 10 && !Number.isSafeInteger(self)) throw amiss(at, 'digits');
    return self.toString(base);
  },
};
