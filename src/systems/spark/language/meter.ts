// What one call may use: steps (nodes of the bodies entered, items that a method goes over), bytes made, and depth. All
// counted from the program alone, so that every engine, printed code and closures stop at the same place. A worker whose
// heap is full takes its page down, and none can be stopped in a regular expression of the engine's: hence all of this.

import { amiss } from './refusal.ts';
import type { At, Fn } from './tree.ts';

export interface Bounds {
  readonly steps: number;
  readonly bytes: number;
  readonly depth: number;
}

/** One call of a task's function: half a second of closures on a slow machine. */
export const TASK_BOUNDS: Bounds = { steps: 2e7, bytes: 2 ** 27, depth: 2400 };
/** The driver's own code, from its start to its end, tasks not counted. */
export const DRIVER_BOUNDS: Bounds = { steps: 5e6, bytes: 2 ** 26, depth: 1200 };

/** What is left of it; one thread runs one call at a time, calls within calls put it aside. */
const left = { steps: 0, bytes: 0, depth: 0 };

/** Of all tasks so far: their functions' steps, and what the engine goes over. */
let spent = 0;
export const stepsSpent = (): number => spent;

/** What the task at work may still spend ends here. */
let most = Number.POSITIVE_INFINITY;

/** Thrown where it does: who knows the place says it. */
export const OVER = Symbol('over');

/** A task at work: all that it does may take so many steps. */
export function withSteps<T>(steps: number, run: () => T): T {
  const before = most;
  most = spent + steps;
  try {
    return run();
  } finally {
    most = before;
  }
}

/** Work of a task that is no function of the program's. */
export function spendWork(steps: number): void {
  spent += steps;
  if (spent > most) throw OVER;
}

/** Runs with bounds of its own, and gives back the ones that held before. */
export function metered<T>(bounds: Bounds, run: () => T): T {
  const { steps, bytes, depth } = left;
  left.steps = bounds.steps;
  left.bytes = bounds.bytes;
  left.depth = bounds.depth;
  try {
    return run();
  } finally {
    left.steps = steps;
    left.bytes = bytes;
    left.depth = depth;
  }
}

/** The same for a call of a task's function, of which there is one a record: nothing is made for it. */
export function meteredCall(bounds: Bounds, run: Run, a: unknown, b: unknown, c: unknown): unknown {
  if (spent > most) throw OVER;
  const { steps, bytes, depth } = left;
  left.steps = bounds.steps;
  left.bytes = bounds.bytes;
  left.depth = bounds.depth;
  try {
    return run(a, b, c);
  } finally {
    spent += bounds.steps - left.steps;
    left.steps = steps;
    left.bytes = bytes;
    left.depth = depth;
  }
}
type Run = (a: unknown, b: unknown, c: unknown) => unknown;

/** Of the run that is metered now, with its bounds. */
export const stepsUsed = (bounds: Bounds): number => bounds.steps - left.steps;

export function spend(at: At, steps: number): void {
  left.steps -= steps;
  if (left.steps < 0) throw amiss(at, 'steps');
}

/** Bytes about to be made. */
export function take(at: At, bytes: number): void {
  left.bytes -= bytes;
  if (!(left.bytes >= 0)) throw amiss(at, 'bytes');
}

/** What a list of so many, or a text of so many units, is counted as. */
export const takeList = (at: At, length: number): void => take(at, 16 + 8 * length);
export const takeText = (at: At, length: number): void => take(at, 16 + 2 * length);

/** What a call adds to the stack besides its body. */
const CALL = 4;

export function enter({ at, cost, height }: Pick<Fn, 'at' | 'cost' | 'height'>): void {
  left.steps -= cost;
  if (left.steps < 0) throw amiss(at, 'steps');
  left.depth -= height + CALL;
  if (left.depth < 0) throw amiss(at, 'depth');
}

/** After a call that came back; one that throws ends the whole metered run. */
export function leave({ height }: Pick<Fn, 'height'>): void {
  left.depth += height + CALL;
}

/** Lists within lists: whoever goes over a value later goes as deep. */
const DEEPEST_LIST = 200;

/**
 * Refuses a value that is more than so many bytes to whoever goes over it: what stands in it twice counts twice, though it
 * was made once.
 */
export function weigh(at: At, value: unknown, most: number): void {
  if (Array.isArray(value)) leftAfter(at, value, most, 0);
}

function leftAfter(at: At, list: readonly unknown[], most: number, depth: number): number {
  let rest = most - 16 - 8 * list.length;
  if (depth > DEEPEST_LIST) throw amiss(at, 'depth');
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (typeof item === 'string') rest -= 16 + 2 * item.length;
    else if (typeof item === 'object' && Array.isArray(item)) rest = leftAfter(at, item, rest, depth + 1);
    if (rest < 0) throw amiss(at, 'bytes');
  }
  return rest;
}
