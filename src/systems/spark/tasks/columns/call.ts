// A function of the program over values whose kinds are known, printed in place: no call, no list, no check of a kind.
// What is not here, or may not come out as it should, is UNFIT. Its steps are bounded beforehand (`MOST_COST`, and how
// long a line or a list may be); those of the whole task are counted in `U`, never as fewer than they are record by record.

import type { Binary, Expr, Fn, Stmt, Target, Tree } from '../../language/tree.ts';
import type { Env, Page, Val } from './value.ts';
import { kept, nameIn, numberVal, unfit } from './value.ts';

/** Nodes of one function. */
export const MOST_COST = 64;
const NUMERIC = new Set<Binary>(['+', '-', '*', '/', '%']);
const BITWISE = new Set<Binary>(['&', '|', '^', '<<', '>>']);
const ORDER = new Set<Binary>(['<', '<=', '>', '>=']);
const EQUAL = new Set<Binary>(['===', '!==']);
/** What ECMAScript fixes to the last bit. */
const EXACT = new Set(
  ['abs', 'ceil', 'floor', 'round', 'sign', 'sqrt', 'trunc'].map((name) => `Math.${name}`),
);

export interface Called {
  readonly fn: Fn;
  captured(i: number): Val;
  readonly inner?: boolean;
}

/** What the function gives for these arguments. */
export function callIn(
  page: Page,
  tree: Tree,
  { fn, captured, inner = false }: Called,
  args: readonly Val[],
): Val {
  if (fn.cost > MOST_COST || fn.unsafe) unfit();
  page.lines.push(`U+=${fn.cost};`);
  const env: Env = { fn, slots: new Array(fn.slots).fill(undefined), captured, inner };
  for (const [i, to] of fn.params.entries()) bind(page, env, to, args[i] ?? unfit());
  return bodyIn(page, tree, env, fn.body);
}

function bodyIn(page: Page, tree: Tree, env: Env, body: readonly Stmt[]): Val {
  for (const s of body) {
    if (s.k === 'return') return s.e ? exprIn(page, tree, env, s.e) : unfit();
    if (s.k !== 'let') unfit();
    else bind(page, env, s.to, exprIn(page, tree, env, s.e));
  }
  return unfit();
}

function bind(page: Page, env: Env, to: Target, value: Val): void {
  if (to.k === 'slot') {
    env.slots[to.i] = inVariable(page, value);
    return;
  }
  if (to.rest) unfit();
  for (const [i, part] of to.parts.entries()) if (part) bind(page, env, part, itemOf(page, value, i));
}

/** Scalars get a variable, so that they are worked out once. */
function inVariable(page: Page, value: Val): Val {
  if (value.t === 'number' || value.t === 'bool') return { ...value, code: kept(page, value.code) };
  if (value.t !== 'tuple') return value;
  return { ...value, items: value.items.map((item) => inVariable(page, item)) };
}

/** The item at a place known beforehand. */
function itemOf(page: Page, value: Val, i: number): Val {
  if (value.t === 'tuple') return value.items[i] ?? unfit();
  if (value.t !== 'words') return unfit();
  const { bytes, from, to } = value.of;
  const [start, end] = [nameIn(page, 's'), nameIn(page, 'e')];
  page.lines.push(`const ${start}=h.word(${bytes},${from},${to},${value.by},${i});`);
  page.lines.push(`const ${end}=h.until(${bytes},${start},${to},${value.by});`);
  return { t: 'text', bytes, from: start, to: end };
}

function exprIn(page: Page, tree: Tree, env: Env, e: Expr): Val {
  const of = (each: Expr): Val => exprIn(page, tree, env, each);
  switch (e.k) {
    case 'value':
      return constant(e.v);
    case 'local':
      return env.slots[e.i] ?? unfit();
    case 'captured':
      return env.captured(e.i);
    case 'list':
      if (e.items.length === 0 || e.items.some(({ spread }) => spread)) return unfit();
      return { t: 'tuple', items: e.items.map((item) => inVariable(page, of(item.e))) };
    case 'unary':
      return unary(page, e.op, of(e.e));
    case 'binary':
      return binary(e.op, of(e.a), of(e.b));
    case 'logical':
      return { t: 'bool', code: e.op === '??' ? unfit() : `(${bool(of(e.a))}${e.op}${bool(of(e.b))})` };
    case 'if':
      return choice(bool(of(e.test)), of(e.yes), of(e.no));
    case 'index':
      return e.i.k === 'value' && typeof e.i.v === 'number' && Number.isInteger(e.i.v) && e.i.v >= 0
        ? itemOf(page, forText(env, of(e.of)), e.i.v)
        : unfit();
    case 'length':
      return lengthOf(of(e.of));
    case 'method':
      return method(page, tree, env, e);
    case 'builtin':
      return builtin(page, e.name, e.args.length === 1 ? of((e.args[0] as { e: Expr }).e) : unfit());
    default:
      return unfit();
  }
}

function forText(env: Env, value: Val): Val {
  return env.inner && (value.t === 'words' || value.t === 'text') ? unfit() : value;
}

function constant(v: number | string | boolean | null): Val {
  if (typeof v === 'string') return { t: 'constant', text: v };
  if (typeof v === 'boolean') return { t: 'bool', code: String(v) };
  if (typeof v !== 'number' || !Number.isFinite(v) || Object.is(v, -0)) return unfit();
  return numberVal(v < 0 ? `(${v})` : String(v), (v | 0) === v);
}

const number = (value: Val): string => (value.t === 'number' ? value.code : unfit());
const bool = (value: Val): string => (value.t === 'bool' ? value.code : unfit());

function unary(page: Page, op: string, value: Val): Val {
  if (op === '!') return { t: 'bool', code: `(!${bool(value)})` };
  if (op === '-') return numberVal(`(-${number(value)})`);
  if (op === '~') return numberVal(`(~${number(value)})`, true);
  return toNumber(page, value);
}

function toNumber(page: Page, value: Val): Val {
  if (value.t === 'number') return value;
  if (value.t !== 'text') return unfit();
  page.lines.push(`U+=${value.to}-${value.from};`);
  return numberVal(`h.number(${value.bytes},${value.from},${value.to})`);
}

function binary(op: Binary, a: Val, b: Val): Val {
  if (EQUAL.has(op) && (a.t === 'text' || b.t === 'text')) {
    const same = a.t === 'text' ? isText(a, b) : isText(b as Val & { t: 'text' }, a);
    return { t: 'bool', code: op === '===' ? same : `(!${same})` };
  }
  const code = `(${number(a)}${op}${number(b)})`;
  if (ORDER.has(op) || EQUAL.has(op)) return { t: 'bool', code };
  if (BITWISE.has(op)) return numberVal(code, true);
  return NUMERIC.has(op) ? numberVal(code) : unfit();
}

const isText = ({ bytes, from, to }: Val & { t: 'text' }, b: Val): string =>
  b.t === 'constant' ? `h.is(${bytes},${from},${to},${units(b.text)})` : unfit();

/** A text of the program's, one that is made of units below 256. */
function units(text: string): string {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return unfit();
  return JSON.stringify(text);
}

function choice(test: string, yes: Val, no: Val): Val {
  if (yes.t === 'bool' && no.t === 'bool') return { t: 'bool', code: `(${test}?${yes.code}:${no.code})` };
  if (yes.t !== 'number' || no.t !== 'number') return unfit();
  return numberVal(`(${test}?${yes.code}:${no.code})`, yes.whole && no.whole);
}

function lengthOf(value: Val): Val {
  if (value.t === 'tuple') return numberVal(String(value.items.length), true);
  if (value.t === 'list' || value.t === 'text') return numberVal(`(${value.to}-${value.from})`, true);
  return unfit();
}

function builtin(page: Page, name: string, value: Val): Val {
  if (name === 'Number') return toNumber(page, value);
  return EXACT.has(name) ? numberVal(`${name}(${number(value)})`) : unfit();
}

function method(page: Page, tree: Tree, env: Env, e: Expr & { readonly k: 'method' }): Val {
  const self = exprIn(page, tree, env, e.of);
  const [first] = e.args;
  if (!first || e.args.length !== 1) return unfit();
  if (e.name === 'map' && !env.inner && first.e.k === 'fn')
    return { t: 'mapped', of: listIn(page, self), fn: tree.fns[first.e.id] as Fn, around: env };
  if (self.t !== 'text' || env.inner) return unfit();
  const given = exprIn(page, tree, env, first.e);
  if (given.t !== 'constant') return unfit();
  page.lines.push(`U+=2*(${self.to}-${self.from})+${given.text.length + 2};`);
  if (e.name === 'split') {
    return given.text.length === 1 && given.text.charCodeAt(0) < 256
      ? { t: 'words', of: self, by: given.text.charCodeAt(0) }
      : unfit();
  }
  if (e.name !== 'startsWith' && e.name !== 'includes') return unfit();
  const { bytes, from, to } = self;
  return { t: 'bool', code: `h.${e.name}(${bytes},${from},${to},${units(given.text)})` };
}

/** Something to go over. Lists of one length lie in columns by place: their numbers are put together again. */
function listIn(page: Page, value: Val): Val {
  if (value.t === 'list' || value.t === 'words') return value;
  const items = value.t === 'tuple' ? value.items : unfit();
  const name = nameIn(page, 'a');
  page.lines.push(`const ${name}=[${items.map(number).join(',')}];`);
  const whole = items.every((item) => item.t === 'number' && item.whole);
  return { t: 'list', from: '0', to: String(items.length), item: (at) => numberVal(`${name}[${at}]`, whole) };
}

/** What a function captured, seen from a function within it. */
export function within({ fn, around }: Val & { t: 'mapped' }): Called {
  return {
    fn,
    inner: true,
    captured(i) {
      const place = fn.free[i];
      if (place?.k === 'local') return around.slots[place.i] ?? unfit();
      return place?.k === 'captured' ? around.captured(place.i) : unfit();
    },
  };
}
