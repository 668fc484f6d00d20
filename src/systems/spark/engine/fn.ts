// A function of the program, however it is given, as something to call.

import type { TaskFn } from '../task-fn.ts';

/** A function as tests give it, or as the language does. */
export type Fn = TaskFn | ((...args: never[]) => unknown);

/** How it is called: on the values, in order. */
export type Call = (...args: readonly unknown[]) => unknown;

export function callOf(fn: Fn): Call {
  return typeof fn === 'function' ? (fn as Call) : fn.run;
}
