// The undisturbed run of a program, whole: what its jobs give, whatever happens, and whether it keeps or saves anything.
// Promises are held against it.

import { textOfUtf8, utf8 } from '../../base/bytes.ts';
import { addressOfContent } from './engine/contents.ts';
import type { Options } from './engine/inline.ts';
import { runInline } from './engine/inline.ts';
import type { Plan } from './engine/run.ts';
import { stepsSpent } from './language/meter.ts';

export interface Calm {
  /** Of each job: the address of its values. */
  readonly values: readonly string[];
  /** Whether any partition was kept, and any RDD's checkpoint written. */
  readonly persists: boolean;
  readonly checkpoints: boolean;
}

export function calmOf(plan: Plan, options: Pick<Options, 'contents' | 'look'> = {}): Calm {
  let persists = false;
  const { run } = runInline(plan, {
    ...options,
    onEnd: (_, outcome) => {
      if (outcome.kind === 'done' && outcome.result.stored.length > 0) persists = true;
    },
  });
  return {
    values: run.notes.map(({ values }) => addressOfContent(values)),
    persists,
    checkpoints: run.reached.context.rdds.some(({ saved }) => saved !== undefined),
  };
}

/** Steps of a program's functions: a tenth of a second of closures or so. No time decides, so that all decide alike. */
const SHORT_STEPS = 1e6;

/** Thrown, and no error: no task takes it for its own. */
const LONG = Symbol('long');

/** The same, where it is soon done; undefined where it is not. */
export const shortCalmOf = (plan: Plan, options: Pick<Options, 'contents'>): Calm | undefined =>
  ifShort((look) => calmOf(plan, { ...options, look }));

/** What is run with `look`, where it is soon done. */
export function ifShort<T>(run: (look: () => void) => T): T | undefined {
  const before = stepsSpent();
  const look = (): void => {
    if (stepsSpent() - before > SHORT_STEPS) throw LONG;
  };
  try {
    return run(look);
  } catch (thrown) {
    if (thrown === LONG) return undefined;
    throw thrown;
  }
}

export const calmBytes = (calm: Calm): Uint8Array => utf8(JSON.stringify(calm));
export const calmIn = (bytes: Uint8Array): Calm => JSON.parse(textOfUtf8(bytes) ?? '') as Calm;
