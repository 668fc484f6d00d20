// A function of the program, however it is given, as something to call.

import type { TaskFn } from '../task-fn.ts';
import { refused } from './why.ts';

/** A function as tests give it, or as the language does. */
export type Fn = TaskFn | ((...args: never[]) => unknown);

/** How it is called: on the values, in order. */
export type Call = (...args: readonly unknown[]) => unknown;

export function callOf(fn: Fn): Call {
  const call = typeof fn === 'function' ? fn : (fn as TaskFn | undefined)?.run;
  if (typeof call !== 'function') throw refused('no-function');
  return call as Call;
}
