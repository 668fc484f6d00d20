// Runs the tree without making code: each node becomes a closure once, and a call runs closures. It is what tasks run on
// where code must not be made from text (a page without its headers, the command line), and what a driver always runs on.

import { listFrom } from './arrays.ts';
import { BUILTINS } from './builtins.ts';
import { enter, leave, spend, takeText } from './meter.ts';
import { callMethod, heldValue } from './methods.ts';
import { Pattern } from './pattern/pattern.ts';
import { amiss, called } from './refusal.ts';
import type { At, Expr, Fn, Item, Stmt, Target, Tree } from './tree.ts';
import type { Callable } from './values.ts';
import { BINARY, functionOf, indexed, lengthOf, listOf, toText, UNARY } from './values.ts';

/** What it captured, itself, and then its slots. */
type Frame = unknown[];
type Run = (frame: Frame) => unknown;

const CAPTURED = 0;
const SELF = 1;
const SLOTS = 2;
/** A statement that did not return. */
const ON = Symbol('on');

/** What made a function of the driver's, so that it can be sent to a worker. */
export interface Origin {
  readonly fn: Fn;
  readonly captured: readonly unknown[];
}

/** What a driver adds to the language. */
export interface Closures {
  /** The function of this id, with what it captured. */
  make(id: number, captured: readonly unknown[]): Callable;
  /** Runs statements that belong to no function, with these slots filled. */
  run(body: readonly Stmt[], slots: number, filled: readonly (readonly [number, unknown])[]): unknown;
}

/** Who hears of each function that is made, to know its origin, and of each value that gets a variable of its own. */
export interface Listening {
  made(made: Callable, origin: Origin): void;
  named(at: At, value: unknown): void;
}

export function closuresOf(tree: Tree, told?: Listening): Closures {
  const bodies: (Run | undefined)[] = [];

  const all = (items: readonly Item[]): ((frame: Frame) => unknown[]) => {
    const runs = items.map(({ e }) => expr(e));
    return (frame) => {
      const out: unknown[] = [];
      for (const run of runs) out.push(run(frame));
      return out;
    };
  };

  function listed(at: number, items: readonly Item[]): Run {
    const parts = all(items);
    const spreads = items.map((one) => one.spread === true);
    return (frame) => listFrom(at, parts(frame), spreads);
  }

  function expr(e: Expr): Run {
    const { at } = e;
    switch (e.k) {
      case 'value': {
        const { v } = e;
        return () => v;
      }
      case 'local': {
        const i = e.i + SLOTS;
        return (frame) => frame[i];
      }
      case 'captured': {
        const { i } = e;
        return (frame) => (frame[CAPTURED] as readonly unknown[])[i];
      }
      case 'self':
        return (frame) => frame[SELF];
      case 'regexp': {
        const pattern = new Pattern(e.source, e.flags);
        return () => pattern;
      }
      case 'template': {
        const values = e.values.map(expr);
        const { texts } = e;
        return (frame) => {
          let out = texts[0] as string;
          for (let i = 0; i < values.length; i++) {
            const piece = toText(at, (values[i] as Run)(frame));
            takeText(at, out.length + piece.length);
            out += piece + texts[i + 1];
          }
          return out;
        };
      }
      case 'list':
        return listed(at, e.items);
      case 'unary': {
        const run = expr(e.e);
        const op = UNARY[e.op] as (at: number, v: unknown) => unknown;
        return (frame) => op(at, run(frame));
      }
      case 'binary': {
        const a = expr(e.a);
        const b = expr(e.b);
        const op = BINARY[e.op] as (at: number, a: unknown, b: unknown) => unknown;
        return (frame) => op(at, a(frame), b(frame));
      }
      case 'logical': {
        const a = expr(e.a);
        const b = expr(e.b);
        if (e.op === '&&') return (frame) => a(frame) && b(frame);
        if (e.op === '||') return (frame) => a(frame) || b(frame);
        return (frame) => a(frame) ?? b(frame);
      }
      case 'if': {
        const test = expr(e.test);
        const yes = expr(e.yes);
        const no = expr(e.no);
        return (frame) => (test(frame) ? yes(frame) : no(frame));
      }
      case 'index': {
        const of = expr(e.of);
        const i = expr(e.i);
        return (frame) => indexed(at, of(frame), i(frame));
      }
      case 'length': {
        const of = expr(e.of);
        return (frame) => lengthOf(at, of(frame));
      }
      case 'held': {
        const of = expr(e.of);
        return (frame) => heldValue(at, of(frame));
      }
      case 'method':
        return method(e);
      case 'call': {
        const f = expr(e.f);
        const args = all(e.args.map((arg) => ({ e: arg })));
        if (e.made) return (frame) => called(at, () => functionOf(at, f(frame))(...args(frame)));
        return (frame) => functionOf(at, f(frame))(...args(frame));
      }
      case 'builtin': {
        const { run, variadic } = BUILTINS[e.name] as (typeof BUILTINS)[string];
        if (variadic) {
          const list = listed(at, e.args);
          return (frame) => run(at, list(frame));
        }
        const [a, b] = e.args.map((arg) => expr(arg.e));
        return (frame) => run(at, a?.(frame), b?.(frame));
      }
      case 'fn':
        return made(tree.fns[e.id] as Fn);
    }
  }

  function method(e: Expr & { readonly k: 'method' }): Run {
    const { at, name } = e;
    const of = expr(e.of);
    const args = all(e.args);
    return (frame) => callMethod(at, name, of(frame), args(frame));
  }

  /** A function where it stands: captures, and is made. */
  function made(fn: Fn): Run {
    const captures = fn.free.map((place) => expr({ at: fn.at, ...place }));
    return (frame) =>
      make(
        fn,
        captures.map((run) => run(frame)),
      );
  }

  function make(fn: Fn, captured: readonly unknown[]): Callable {
    const body = bodyOf(fn);
    const binds = fn.params.map(bind);
    const f: Callable = (...args) => {
      enter(fn);
      const frame: Frame = new Array(fn.slots + SLOTS).fill(null);
      frame[CAPTURED] = captured;
      frame[SELF] = f;
      for (let i = 0; i < binds.length; i++) (binds[i] as Bind)(frame, args[i] ?? null);
      const out = body(frame);
      leave(fn);
      return out === ON ? null : out;
    };
    told?.made(f, { fn, captured });
    return f;
  }

  function bodyOf(fn: Fn): Run {
    const known = bodies[fn.id];
    if (known) return known;
    const [only] = fn.body;
    const body = fn.body.length === 1 && only?.k === 'return' && only.e ? expr(only.e) : block(fn.body);
    bodies[fn.id] = body;
    return body;
  }

  type Bind = (frame: Frame, v: unknown) => void;
  function bind(to: Target): Bind {
    if (to.k === 'slot') {
      const i = to.i + SLOTS;
      return (frame, v) => {
        frame[i] = v;
      };
    }
    const { at } = to;
    const parts = to.parts.map((part) => part && bind(part));
    const rest = to.rest && bind(to.rest);
    return (frame, v) => {
      const list = listOf(at, v);
      for (let i = 0; i < parts.length; i++) parts[i]?.(frame, list[i] ?? null);
      rest?.(frame, listFrom(at, [list.slice(parts.length)], [true]));
    };
  }

  function block(body: readonly Stmt[]): Run {
    const runs = body.map(statement);
    return (frame) => {
      for (const run of runs) {
        const out = run(frame);
        if (out !== ON) return out;
      }
      return ON;
    };
  }

  function statement(s: Stmt): Run {
    switch (s.k) {
      case 'let': {
        const run = expr(s.e);
        const to = bind(s.to);
        return (frame) => {
          const value = run(frame);
          told?.named(s.at, value);
          to(frame, value);
          return ON;
        };
      }
      case 'set': {
        const run = expr(s.e);
        const i = s.i + SLOTS;
        return (frame) => {
          const value = run(frame);
          told?.named(s.at, value);
          frame[i] = value;
          return ON;
        };
      }
      case 'do': {
        const run = expr(s.e);
        return (frame) => {
          run(frame);
          return ON;
        };
      }
      case 'return': {
        const run = s.e && expr(s.e);
        return (frame) => (run ? run(frame) : null);
      }
      case 'when': {
        const test = expr(s.test);
        const yes = block(s.yes);
        const no = block(s.no);
        return (frame) => (test(frame) ? yes(frame) : no(frame));
      }
      case 'for': {
        const first = statement(s.first);
        const test = expr(s.test);
        const next = statement(s.next);
        const body = block(s.body);
        return (frame) => {
          for (first(frame); test(frame); next(frame)) {
            spend(s.at, ROUND);
            const out = body(frame);
            if (out !== ON) return out;
          }
          return ON;
        };
      }
      case 'each': {
        const of = expr(s.of);
        const to = bind(s.to);
        const body = block(s.body);
        return (frame) => {
          for (const item of listOf(s.at, of(frame))) {
            spend(s.at, ROUND);
            to(frame, item);
            const out = body(frame);
            if (out !== ON) return out;
          }
          return ON;
        };
      }
    }
  }

  return {
    make(id, captured) {
      const fn = tree.fns[id];
      if (!fn) throw amiss(0, 'unknown', { name: `#${id}` });
      return make(fn, captured);
    },
    run(body, slots, filled) {
      const frame: Frame = new Array(slots + SLOTS).fill(null);
      for (const [i, v] of filled) frame[i + SLOTS] = v;
      const out = block(body)(frame);
      return out === ON ? null : out;
    },
  };
}

/** What a round of a loop costs, whatever is in it: only the driver's own code has loops. */
const ROUND = 50;
