// A method is found by its name and by what it is called on, in tables of ours: nothing is looked up on a value.

import { LIST_METHODS } from './arrays.ts';
import { NUMBER_METHODS } from './builtins.ts';
import { ENGINE_MEMBERS } from './names.ts';
import { Pattern } from './pattern/pattern.ts';
import { amiss, miscounted } from './refusal.ts';
import type { Method } from './strings.ts';
import { STRING_METHODS, textArgument } from './strings.ts';
import type { At } from './tree.ts';
import { kindOf } from './values.ts';

const PATTERN_METHODS: Readonly<Record<string, Method>> = {
  test: (at, self: Pattern, s) => self.test(at, textArgument(at, s)),
  exec: (at, self: Pattern, s) => self.exec(at, textArgument(at, s)),
};
const BOOLEAN_METHODS: Readonly<Record<string, Method>> = {
  toString: (_: At, self: boolean) => String(self),
};

const TABLES: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  string: STRING_METHODS,
  list: LIST_METHODS,
  number: NUMBER_METHODS,
  boolean: BOOLEAN_METHODS,
  pattern: PATTERN_METHODS,
};

/** Every name that may stand behind a dot and be called. */
export const METHODS: ReadonlySet<string> = new Set([
  ...Object.values(TABLES).flatMap(Object.keys),
  ...ENGINE_MEMBERS.keys(),
]);

/** No method of ours takes more; those of the engine may. */
export const MOST_ARGUMENTS = 3;

/**
 * Something of the engine's: the context, an RDD, a broadcast variable, an accumulator. What the language makes itself
 * is a list, a pattern, a function or a key of one field.
 */
export const isEngines = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' &&
  v !== null &&
  !Array.isArray(v) &&
  !(v instanceof Pattern) &&
  !Object.hasOwn(v, 'long') &&
  !Object.hasOwn(v, 'double');

/** How a call on something of the engine's is made: set while a driver runs, so that none is made in a task. */
export type EngineCall = (
  at: At,
  name: string,
  method: (...args: unknown[]) => unknown,
  args: readonly unknown[],
) => unknown;
let engineCall: EngineCall | null = null;

/** Sets how calls are made, and gives back how they were. */
export function engineSet(call: EngineCall | null): EngineCall | null {
  const before = engineCall;
  engineCall = call;
  return before;
}

export function withEngine<T>(call: EngineCall | null, run: () => T): T {
  const before = engineSet(call);
  try {
    return run();
  } finally {
    engineCall = before;
  }
}

/** `self.name(...args)` */
export function callMethod(at: At, name: string, self: unknown, args: readonly unknown[]): unknown {
  const kind = self instanceof Pattern ? 'pattern' : kindOf(self);
  const table = TABLES[kind];
  if (table !== undefined && Object.hasOwn(table, name)) {
    if (args.length > MOST_ARGUMENTS) throw amiss(at, 'many-arguments', { most: MOST_ARGUMENTS });
    return (table[name] as Method)(at, self, args[0], args[1], args[2]) ?? null;
  }
  if (isEngines(self)) return onEngine(at, name, self, args);
  throw amiss(at, 'no-method', { name, a: { key: `program.kind.${kind}` } });
}

function onEngine(at: At, name: string, self: Record<string, unknown>, args: readonly unknown[]): unknown {
  const found = ENGINE_MEMBERS.has(name) ? self[name] : undefined;
  if (typeof found !== 'function') throw amiss(at, 'no-method', { name, a: { key: 'program.kind.object' } });
  const [least, most] = ENGINE_MEMBERS.get(name) ?? [0, 0];
  if (args.length < least || args.length > most) throw miscounted(at, name, least, most);
  const method = found.bind(self) as (...args: unknown[]) => unknown;
  if (engineCall) return engineCall(at, name, method, args) ?? null;
  // An accumulator, in a task: it is told, and answers nothing.
  if (name !== 'add') throw amiss(at, 'rdd-in-task', { name });
  method(...args);
  return null;
}

/** `held.value` of a broadcast variable or, in the driver, of an accumulator. */
export function heldValue(at: At, of: unknown): unknown {
  if (isEngines(of) && 'value' in of) return of.value ?? null;
  throw amiss(at, 'no-value', { a: { key: `program.kind.${kindOf(of)}` } });
}
