// JavaScript of our own, printed from the tree: nothing of what a person typed is in it but numbers and quoted texts.
// Variables are renamed, there is no member access at all, every operation is a function of `RUNTIME` or is guarded by
// the types of its values. Compiled, it does what closures do, at the engine's speed, and is metered the same.

import { listFrom } from './arrays.ts';
import { BUILTINS } from './builtins.ts';
import { enter, leave, takeText } from './meter.ts';
import { callMethod, heldValue } from './methods.ts';
import { Pattern } from './pattern/pattern.ts';
import type { MakeFn } from './program.ts';
import type { At, Expr, Fn, Item, Place, Stmt, Target, Tree } from './tree.ts';
import type { Callable } from './values.ts';
import { BINARY, functionOf, indexed, lengthOf, listOf, toText, UNARY } from './values.ts';

/** Names for operators, which are no identifiers. */
const OPERATORS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'rem',
  '**': 'pow',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '===': 'same',
  '!==': 'differ',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'shl',
  '>>': 'shr',
  '>>>': 'ushr',
};
/** Where both are numbers, what the engine itself does is what we do. */
const DIRECT = new Set(['+', '-', '*', '/', '%', '<', '<=', '>', '>=']);

const RUNTIME: Readonly<Record<string, unknown>> = {
  enter,
  leave,
  listFrom,
  indexed,
  lengthOf,
  listOf,
  heldValue,
  callMethod,
  functionOf,
  ...Object.fromEntries(Object.entries(OPERATORS).map(([op, name]) => [name, BINARY[op]])),
  negate: UNARY['-'],
  number: UNARY['+'],
  flip: UNARY['~'],
  builtin: (name: string) => BUILTINS[name]?.run,
  pattern: (source: string, flags: string) => new Pattern(source, flags),
  /** One value of a template, and the text behind it: written before the next value is worked out. */
  glue(at: At, out: string, v: unknown, after: string): string {
    const piece = toText(at, v);
    takeText(at, out.length + piece.length);
    return out + piece + after;
  },
  rest: (at: At, v: readonly unknown[], from: number) => listFrom(at, [v.slice(from)], [true]),
};
const UNARIES: Readonly<Record<string, string>> = { '-': 'negate', '+': 'number', '~': 'flip' };

/** Makes code of a text: `new Function`, where that may be. */
export type Compile = (text: string) => unknown;

/** Functions of a tree by printed code, compiled when first asked for. */
export function printedOf(tree: Tree, compile: Compile): MakeFn {
  const made: (((captured: readonly unknown[]) => Callable) | undefined)[] = [];
  return (id, captured) => {
    const factory =
      made[id] ??
      (compile(printFn(tree, id)) as (r: unknown, e: unknown) => (c: readonly unknown[]) => Callable)(
        RUNTIME,
        tree.fns,
      );
    made[id] = factory;
    return factory(captured);
  };
}

/** An expression: a function of the runtime and of the tree's functions, which gives one of what is captured. */
export function printFn(tree: Tree, id: number): string {
  const head: string[] = [`const {${Object.keys(RUNTIME).join(',')}}=r;`];
  const constant = (value: string): string => {
    head.push(`const k${head.length}=${value};`);
    return `k${head.length - 1}`;
  };
  const body = printer(tree, id, constant);
  return `(r,e)=>{"use strict";${head.join('')}return (c)=>${body}}`;
}

function printer(tree: Tree, root: number, constant: (value: string) => string): string {
  const parents: (Fn | undefined)[] = [];
  let temps: string[] = [];
  const temp = (): string => {
    temps.push(`t${temps.length}`);
    return temps[temps.length - 1] as string;
  };

  function place(fn: Fn, p: Place): string {
    if (p.k === 'local') return `v${fn.id}_${p.i}`;
    if (p.k === 'self') return `f${fn.id}`;
    const parent = parents[fn.id];
    return parent ? place(parent, fn.free[p.i] as Place) : `c[${p.i}]`;
  }

  function fnText(fn: Fn): string {
    const around = temps;
    temps = [];
    const known = constant(`e[${fn.id}]`);
    const binds = fn.params.map((to, i) => bind(fn, to, `(a${i}??null)`)).join('');
    const body = fn.body.map((s) => statement(fn, s, known)).join('');
    const slots = Array.from({ length: fn.slots }, (_, i) => `v${fn.id}_${i}=null`);
    const names = [...slots, ...temps];
    temps = around;
    const params = fn.params.map((_, i) => `a${i}`).join(',');
    const locals = names.length > 0 ? `let ${names.join(',')};` : '';
    return `(function f${fn.id}(${params}){enter(${known});${locals}${binds}${body}leave(${known});return null})`;
  }

  function bind(fn: Fn, to: Target, value: string): string {
    if (to.k === 'slot') return `v${fn.id}_${to.i}=${value};`;
    const list = temp();
    const parts = to.parts.map((part, i) => (part ? bind(fn, part, `(${list}[${i}]??null)`) : ''));
    const rest = to.rest ? bind(fn, to.rest, `rest(${to.at},${list},${to.parts.length})`) : '';
    return `${list}=listOf(${to.at},${value});${parts.join('')}${rest}`;
  }

  function statement(fn: Fn, s: Stmt, known: string): string {
    switch (s.k) {
      case 'let':
        return bind(fn, s.to, expr(fn, s.e));
      case 'do':
        return `${expr(fn, s.e)};`;
      case 'return':
        return `{const o=${s.e ? expr(fn, s.e) : 'null'};leave(${known});return o}`;
      case 'when': {
        const [yes, no] = [s.yes, s.no].map((body) =>
          body.map((each) => statement(fn, each, known)).join(''),
        );
        return `if(${expr(fn, s.test)}){${yes}}else{${no}}`;
      }
      default:
        throw new Error(`a function has no ${s.k}`);
    }
  }

  const listed = (fn: Fn, at: At, items: readonly Item[]): string =>
    `listFrom(${at},[${items.map(({ e }) => expr(fn, e)).join(',')}],${constant(JSON.stringify(items.map((one) => one.spread === true)))})`;

  function expr(fn: Fn, e: Expr): string {
    const { at } = e;
    switch (e.k) {
      case 'value':
        return valueText(e.v);
      case 'local':
      case 'captured':
      case 'self':
        return place(fn, e);
      case 'regexp':
        return constant(`pattern(${JSON.stringify(e.source)},${JSON.stringify(e.flags)})`);
      case 'template':
        return e.values.reduce(
          (out, v, i) => `glue(${at},${out},${expr(fn, v)},${JSON.stringify(e.texts[i + 1])})`,
          JSON.stringify(e.texts[0]),
        );
      case 'list':
        return listed(fn, at, e.items);
      case 'unary':
        return e.op === '!' ? `(!${expr(fn, e.e)})` : `${UNARIES[e.op]}(${at},${expr(fn, e.e)})`;
      case 'binary':
        return binary(fn, e);
      case 'logical':
        return `(${expr(fn, e.a)}${e.op}${expr(fn, e.b)})`;
      case 'if':
        return `(${expr(fn, e.test)}?${expr(fn, e.yes)}:${expr(fn, e.no)})`;
      case 'index':
        return `indexed(${at},${expr(fn, e.of)},${expr(fn, e.i)})`;
      case 'length':
        return `lengthOf(${at},${expr(fn, e.of)})`;
      case 'held':
        return `heldValue(${at},${expr(fn, e.of)})`;
      case 'method': {
        const args = e.args.map((arg) => expr(fn, arg.e)).join(',');
        return `callMethod(${at},${JSON.stringify(e.name)},${expr(fn, e.of)},[${args}])`;
      }
      case 'call':
        return `functionOf(${at},${expr(fn, e.f)})(${e.args.map((arg) => expr(fn, arg)).join(',')})`;
      case 'builtin': {
        const run = constant(`builtin(${JSON.stringify(e.name)})`);
        if (BUILTINS[e.name]?.variadic) return `${run}(${at},${listed(fn, at, e.args)})`;
        return `${run}(${[at, ...e.args.map((arg) => expr(fn, arg.e))].join(',')})`;
      }
      case 'fn': {
        const inner = tree.fns[e.id] as Fn;
        parents[e.id] = fn;
        return fnText(inner);
      }
    }
  }

  function binary(fn: Fn, { at, op, a, b }: Expr & { readonly k: 'binary' }): string {
    const name = OPERATORS[op] as string;
    if (!DIRECT.has(op)) return `${name}(${at},${expr(fn, a)},${expr(fn, b)})`;
    const [x, y] = [temp(), temp()];
    const left = `${x}=${expr(fn, a)}`;
    const right = `${y}=${expr(fn, b)}`;
    // Both are worked out before either is looked at.
    return `(${left},${right},typeof ${x}==="number"&&typeof ${y}==="number"?${x}${op}${y}:${name}(${at},${x},${y}))`;
  }

  return fnText(tree.fns[root] as Fn);
}

function valueText(v: number | string | boolean | null): string {
  if (typeof v !== 'number') return JSON.stringify(v);
  if (Number.isNaN(v)) return '(0/0)';
  return v === Number.POSITIVE_INFINITY ? '(1/0)' : v < 0 ? `(${v})` : String(v);
}
