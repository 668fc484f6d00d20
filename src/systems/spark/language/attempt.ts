// Which attempt of which task runs: what `unsafeRandom()` and `attemptNumber()` answer from. They are there to show why
// a function must give the same for the same record: another attempt of the same task gets other values.

import { random32, unit } from '../../../base/rng.ts';

export interface Attempt {
  readonly seed: number;
  /** The task: its stage and partition, mixed into one number by the engine. */
  readonly task: number;
  /** From 0. */
  readonly attempt: number;
}

const NONE: Attempt = { seed: 0, task: 0, attempt: 0 };
let current = NONE;
let asked = 0;

/** Runs a task's functions as this attempt. */
export function inAttempt<T>(attempt: Attempt, run: () => T): T {
  const [before, askedBefore] = [current, asked];
  current = attempt;
  asked = 0;
  try {
    return run();
  } finally {
    current = before;
    asked = askedBefore;
  }
}

export const attemptNumber = (): number => current.attempt;

/** In [0, 1), another with every call. */
export function unsafeRandom(): number {
  const { seed, task, attempt } = current;
  return unit(random32(random32(seed, task), attempt), asked++);
}
