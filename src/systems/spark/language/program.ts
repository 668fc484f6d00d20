// A checked program as the engine takes it: the driver as a plain function of `sc`, each function that it hands to an
// operator as a `TaskFn`. A task function is data (its id in the tree and the values it captured), so that a worker that
// has the tree makes it again.

import { text } from '../../../base/text.ts';
import type { TaskFn } from '../task-fn.ts';
import type { Origin } from './closures.ts';
import { closuresOf } from './closures.ts';
import { DRIVER_BOUNDS, metered, meteredCall, OVER, spend, stepsUsed, TASK_BOUNDS, weigh } from './meter.ts';
import { engineSet, isEngines, withEngine } from './methods.ts';
import { ACTIONS } from './names.ts';
import { Amiss, amiss, called, placed } from './refusal.ts';
import type { At, Fn, Tree } from './tree.ts';
import { placeIn } from './tree.ts';
import type { Callable } from './values.ts';

/** A function that a program gave to an operator. */
export interface ProgramFn extends TaskFn {
  readonly id: number;
  /** Values, functions (`ProgramFn`), broadcast variables, accumulators. */
  readonly captured: readonly unknown[];
  /** It asks for chance or for its attempt: another attempt may give something else. */
  readonly unsafe: boolean;
}

/** How a function of a tree is made: by closures, or by code printed from it. */
export type MakeFn = (id: number, captured: readonly unknown[]) => Callable;

/** What a program meets besides `sc`: the engine's makers, by the names the tree was checked with. */
export type Given = Readonly<Record<string, unknown>>;

/** Hears of each call on the engine: what it gave, its name, its arguments. */
export type Told = (value: unknown, name: string, args: readonly unknown[]) => void;

/**
 * The driver. Each call runs the program from its start and appends each action's value to `results`; its own value is
 * what a lone function gives, else undefined. While the engine is called, `sc.line` is the line of the call. `make` makes
 * the functions of tasks: by closures where it is not given.
 */
export function driverOf(
  tree: Tree,
  given: Given = {},
  make?: MakeFn,
  told?: Told,
): (sc: object, results?: unknown[]) => unknown {
  return (sc, results) => {
    const origins = new WeakMap<Callable, Origin>();
    const closures = closuresOf(tree, {
      made: (made, origin) => origins.set(made, origin),
      named: (at, value) => {
        if (isEngines(value)) (sc as Naming).named?.(value, variableAt(tree.source, at));
      },
    });
    let actions = 0;
    const engine = (
      at: At,
      name: string,
      method: (...args: unknown[]) => unknown,
      args: readonly unknown[],
    ): unknown => {
      spend(at, CALL_STEPS);
      if (ACTIONS.has(name)) actions += 1;
      if (actions * stepsUsed(DRIVER_BOUNDS) > MOST_AGAIN) throw amiss(at, 'again');
      for (const arg of args) weigh(at, arg, DRIVER_BOUNDS.bytes);
      const out = args.map((arg) => handed(tree, make ?? closures.make, origins, at, arg));
      Object.assign(sc, placeIn(tree.source, at));
      const value = called(at, () => method(...out));
      told?.(value, name, out);
      if (ACTIONS.has(name)) results?.push(value);
      return value;
    };
    const { body, slots, given: names } = tree.driver;
    const filled = names.map(({ name, i }) => [i, name === 'sc' ? sc : (given[name] ?? null)] as const);
    try {
      const last = metered(DRIVER_BOUNDS, () => withEngine(engine, () => closures.run(body, slots, filled)));
      weigh(0, last, DRIVER_BOUNDS.bytes);
      return last ?? undefined;
    } catch (error) {
      throw placed(tree.source, error);
    }
  };
}

/** Steps of a call on the engine. */
const CALL_STEPS = 20;
/** Steps of a driver that is run again from its start after each of its jobs, all runs together. */
const MOST_AGAIN = 5e7;

/** The engine's end, where it wants to know what the program calls its things. */
interface Naming {
  named?(value: object, variable: string): void;
}

/** The variable that a statement sets: by its place, since a tree has no names. */
const variableAt = (source: string, at: At): string =>
  /^(?:const |let )?\s*([\w$]+)/.exec(source.slice(at, at + 80))?.[1] ?? '';

/** An argument as the engine takes it. */
function handed(tree: Tree, make: MakeFn, origins: WeakMap<Callable, Origin>, at: At, arg: unknown): unknown {
  if (typeof arg !== 'function') return arg;
  const origin = origins.get(arg as Callable);
  if (!origin) throw amiss(at, 'builtin-value', { name: 'f' });
  const { fn, captured } = origin;
  const kept = captured.map((v) => {
    // What a task cannot have: it runs elsewhere, and later.
    if (isEngines(v) && !('value' in v)) throw amiss(fn.at, 'captured-rdd');
    return typeof v === 'function' ? handed(tree, make, origins, at, v) : v;
  });
  return taskOf(tree, make, fn.id, kept);
}

/** A task's function, made from the tree: on the driver, or again in a worker. */
export function taskOf(tree: Tree, make: MakeFn, id: number, captured: readonly unknown[]): ProgramFn {
  const fn = tree.fns[id];
  if (!fn) throw new Error(`the program has no function ${id}`);
  const values = captured.map((v) => (isProgramFn(v) ? make(v.id, unwrapped(v.captured, make)) : v));
  const made = make(id, values);
  function run(a?: unknown, b?: unknown, c?: unknown): unknown {
    const before = engineSet(null);
    try {
      const out = meteredCall(TASK_BOUNDS, made, a, b, c);
      if (typeof out === 'function') throw amiss((fn as Fn).at, 'function-out');
      if (typeof out === 'object') weigh((fn as Fn).at, out, TASK_BOUNDS.bytes);
      return out;
    } catch (error) {
      throw placed(tree.source, error === OVER ? new Amiss((fn as Fn).at, text('engine.total')) : error);
    } finally {
      engineSet(before);
    }
  }
  return {
    id,
    captured,
    unsafe: fn.unsafe,
    source: tree.source.slice(fn.at, fn.to),
    line: placeIn(tree.source, fn.at).line,
    run,
    call: ([a, b, c]) => run(a, b, c),
  };
}

const unwrapped = (captured: readonly unknown[], make: MakeFn): unknown[] =>
  captured.map((v) => (isProgramFn(v) ? make(v.id, unwrapped(v.captured, make)) : v));

export const isProgramFn = (v: unknown): v is ProgramFn =>
  typeof v === 'object' && v !== null && Object.hasOwn(v, 'call') && Object.hasOwn(v, 'captured');
