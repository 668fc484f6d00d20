// What a value can be, and the operators over values. Stricter than JavaScript: nothing is turned into another type
// unasked (but `+` joins a text with what is not one), there is one missing value, `null`, and lists are equal by
// their content, since a list that has been to another worker is another object.

import { power } from '../../../base/fixed-power.ts';
import { spend, takeText } from './meter.ts';
import { amiss } from './refusal.ts';
import type { At } from './tree.ts';

/** A function of the language as both evaluators make it. */
// biome-ignore lint/suspicious/noExplicitAny: as many arguments as the builtin that calls it has
export type Callable = (...args: any[]) => unknown;

/** The name of a value's kind, for refusals: a key of the words. */
export function kindOf(v: unknown): string {
  if (v === null || v === undefined) return 'null';
  if (Array.isArray(v)) return 'list';
  switch (typeof v) {
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'function':
      return 'function';
    default:
      return 'object';
  }
}

const kindText = (v: unknown) => ({ key: `program.kind.${kindOf(v)}` });

const unfit = (at: At, op: string, a: unknown, b: unknown) =>
  amiss(at, 'operands', { op, a: kindText(a), b: kindText(b) });

/** Past so many levels a value is no longer gone into. */
const DEEPEST = 100;

/** As a template or `+` writes it. Digits of a number are fixed by ECMAScript to the last one. */
export function toText(at: At, v: unknown, depth = 0): string {
  switch (typeof v) {
    case 'string':
      return v;
    case 'number':
    case 'boolean':
      return String(v);
    default: {
      if (v === null || v === undefined) return 'null';
      if (!Array.isArray(v) || depth > DEEPEST) throw amiss(at, 'no-text', { a: kindText(v) });
      let out = '';
      for (let i = 0; i < v.length; i++) {
        const item = v[i] === null || v[i] === undefined ? '' : toText(at, v[i], depth + 1);
        takeText(at, out.length + item.length);
        out += i > 0 ? `,${item}` : item;
      }
      spend(at, v.length);
      return out;
    }
  }
}

const joins = (v: unknown): boolean => v === null || typeof v === 'number' || typeof v === 'boolean';

export function add(at: At, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && (typeof b === 'string' || joins(b))) return join(at, a, String(b));
  if (typeof b === 'string' && joins(a)) return join(at, String(a), b);
  throw unfit(at, '+', a, b);
}

function join(at: At, a: string, b: string): string {
  takeText(at, a.length + b.length);
  return a + b;
}

function numbers(at: At, op: string, a: unknown, b: unknown): asserts a is number {
  if (typeof a !== 'number' || typeof b !== 'number') throw unfit(at, op, a, b);
}

/** Texts are gone over side by side: it is the long ones that take time. */
function compared(at: At, letters: number): void {
  if (letters >= 32) spend(at, letters >> 5);
}

/** Lists of lists are as equal as their items; a number that is none equals nothing, as ever. */
export function same(at: At, a: unknown, b: unknown, depth = 0): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.length !== b.length) return false;
    compared(at, a.length);
    return a === b;
  }
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return sameKey(a, b);
  if (depth > DEEPEST) throw amiss(at, 'depth');
  spend(at, a.length);
  return a.every((item, i) => same(at, item, b[i], depth + 1));
}

/** `long(x)` and `double(x)`, by what they hold. */
function sameKey(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return ['long', 'double'].some(
    (k) => Object.hasOwn(x, k) && Object.hasOwn(y, k) && typeof x[k] === 'number' && x[k] === y[k],
  );
}

export function less(at: At, op: string, a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'string' && typeof b === 'string') {
    compared(at, Math.min(a.length, b.length));
    return a < b;
  }
  throw unfit(at, op, a, b);
}

const lessOrSame = (at: At, op: string, a: unknown, b: unknown): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return a <= b;
  return less(at, op, a, b) || a === b;
};

type Arithmetic = (a: number, b: number) => number;
const arithmetic =
  (op: string, run: Arithmetic) =>
  (at: At, a: unknown, b: unknown): number => {
    numbers(at, op, a, b);
    return run(a, b as number);
  };

/** By operator; `&&`, `||`, `??` and `? :` are control flow and the evaluators' own. */
export const BINARY: Readonly<Record<string, (at: At, a: unknown, b: unknown) => unknown>> = {
  '+': add,
  '-': arithmetic('-', (a, b) => a - b),
  '*': arithmetic('*', (a, b) => a * b),
  '/': arithmetic('/', (a, b) => a / b),
  '%': arithmetic('%', (a, b) => a % b),
  '**': arithmetic('**', power),
  '&': arithmetic('&', (a, b) => a & b),
  '|': arithmetic('|', (a, b) => a | b),
  '^': arithmetic('^', (a, b) => a ^ b),
  '<<': arithmetic('<<', (a, b) => a << b),
  '>>': arithmetic('>>', (a, b) => a >> b),
  '>>>': arithmetic('>>>', (a, b) => a >>> b),
  '<': (at, a, b) => less(at, '<', a, b),
  '>': (at, a, b) => less(at, '>', b, a),
  '<=': (at, a, b) => lessOrSame(at, '<=', a, b),
  '>=': (at, a, b) => lessOrSame(at, '>=', b, a),
  '===': same,
  '!==': (at, a, b) => !same(at, a, b),
};

export const UNARY: Readonly<Record<string, (at: At, v: unknown) => unknown>> = {
  '!': (_, v) => !v,
  '-'(at, v) {
    if (typeof v !== 'number') throw amiss(at, 'operand', { op: '-', a: kindText(v) });
    return -v;
  },
  '~'(at, v) {
    if (typeof v !== 'number') throw amiss(at, 'operand', { op: '~', a: kindText(v) });
    return ~v;
  },
  '+': (at, v) => toNumber(at, v),
};

/** `+text`, `Number(text)`: as ECMAScript reads a number in a text; what is none is NaN. */
export function toNumber(at: At, v: unknown): number {
  if (typeof v === 'number') return v;
  if (typeof v === 'string' || typeof v === 'boolean') {
    if (typeof v === 'string') spend(at, v.length >> 3);
    return Number(v);
  }
  throw amiss(at, 'operand', { op: '+', a: kindText(v) });
}

/** `p[0]`: an item of a list or a character of a text; null where there is none. */
export function indexed(at: At, of: unknown, i: unknown): unknown {
  if (typeof i !== 'number' || !Number.isInteger(i)) throw amiss(at, 'index', { a: kindText(i) });
  if (Array.isArray(of) || typeof of === 'string') return of[i] ?? null;
  throw amiss(at, 'no-items', { a: kindText(of) });
}

export function lengthOf(at: At, of: unknown): number {
  if (Array.isArray(of) || typeof of === 'string') return of.length;
  throw amiss(at, 'no-items', { a: kindText(of) });
}

/** A list, to be taken apart or spread. */
export function listOf(at: At, v: unknown): readonly unknown[] {
  if (Array.isArray(v)) return v;
  throw amiss(at, 'not-list', { a: kindText(v) });
}

export function functionOf(at: At, v: unknown): Callable {
  if (typeof v === 'function') return v as Callable;
  throw amiss(at, 'not-function', { a: kindText(v) });
}
