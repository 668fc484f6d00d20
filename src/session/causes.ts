// Why a run breaks a promise: the steps without which, or in another order of which, it would not have (counterfactuals:
// Lewis 1973; as delta debugging does for inputs, Zeller 2002). The run is played again with one thing changed; keys
// that have become impossible are passed over, and the rest go on in order to the end of the run.

import type { Action, Model } from '../kernel/model.ts';
import type { Property } from '../kernel/property.ts';

/** One change that removes the violation. Steps count from 1. */
export interface Counterfactual {
  /** 'leave out' step `step`; or 'swap': of two steps, `step` and the later `other`, the later one goes first. */
  readonly kind: 'leave out' | 'swap';
  readonly step: number;
  readonly other: number | null;
  /** Steps that could then no longer happen. */
  readonly skipped: readonly number[];
  /** How the changed run ends: it holds, or nothing is decided because something is still in flight. */
  readonly verdict: 'holds' | 'open';
  /** The changed run, from where the run begins. */
  readonly choices: readonly string[];
}

export interface Causes {
  /** The first step after which the property is violated; 0 where it is violated before any step. */
  readonly violatedAt: number;
  /** Steps to look at: those whose change alone removes the violation, as cleanly as any does. */
  readonly steps: readonly number[];
  /** Cleanest first: nothing else had to be passed over, and the end is decided. */
  readonly counterfactuals: readonly Counterfactual[];
}

/** Pairs of steps tried at most, nearest first; a race is told by steps close together. */
const MOST_PAIRS = 2000;
/** In a longer run only the last steps before the violation are changed. */
const MOST_STEPS = 400;

/**
 * Yields between replays (the share done), so that whoever asked can breathe; returns undefined where the run does not
 * violate the property.
 */
export function* why<S, A extends Action>(
  model: Model<S, A>,
  from: S,
  keys: readonly string[],
  property: Property<S>,
): Generator<number, Causes | undefined> {
  const replay = new Replay(model, from, keys, property);
  const { violatedAt } = replay;
  if (violatedAt < 0) return undefined;
  const found: Counterfactual[] = [];
  const first = Math.max(1, violatedAt - MOST_STEPS + 1);
  const steps = violatedAt - first + 1;
  const pairs = Math.min((steps * (steps - 1)) / 2, MOST_PAIRS);
  let tried = 0;
  const share = (): number => ++tried / (steps + pairs);

  for (let distance = 1, left = pairs; distance < steps && left > 0; distance++) {
    for (let step = first; step + distance <= violatedAt && left > 0; step++, left--) {
      const other = step + distance;
      if (!found.some((inner) => step <= inner.step && (inner.other as number) <= other)) {
        const swapped = replay.later(step, other) ?? (distance > 1 ? replay.earlier(step, other) : undefined);
        if (swapped) found.push(swapped);
      }
      yield share();
    }
  }
  for (let step = first; step <= violatedAt; step++) {
    const without = replay.without(step);
    if (without) found.push(without);
    yield share();
  }

  const best = Math.min(...found.map(blemish));
  const causal = found.filter((change) => blemish(change) === best);
  const stepsOf = ({ step, other }: Counterfactual): number[] => (other === null ? [step] : [step, other]);
  return {
    violatedAt,
    steps: [...new Set(causal.flatMap(stepsOf))].sort((a, b) => a - b),
    counterfactuals: found.sort((a, b) => blemish(a) - blemish(b)),
  };
}

/** 0: the one change and nothing else. 1: other steps fell away with it. 2: the end is not decided. */
const blemish = ({ verdict, skipped }: Counterfactual): number =>
  verdict === 'open' ? 2 : skipped.length > 0 ? 1 : 0;

class Replay<S, A extends Action> {
  /** The first step after which it is violated, or -1. */
  readonly violatedAt: number;
  readonly #model: Model<S, A>;
  readonly #keys: readonly string[];
  readonly #property: Property<S>;
  /** States by number of steps done, up to the violation. */
  readonly #states: S[];

  constructor(model: Model<S, A>, from: S, keys: readonly string[], property: Property<S>) {
    this.#model = model;
    this.#keys = keys;
    this.#property = property;
    this.#states = [from];
    let state = from;
    let at = 0;
    while (property.judge(state) !== false && at < keys.length) {
      const after = this.#after(state, keys[at] as string);
      if (after === undefined) throw new Error(`step ${at + 1}, ${keys[at]}, is not possible in this run`);
      state = after;
      at++;
      this.#states.push(state);
    }
    this.violatedAt = property.judge(state) === false ? at : -1;
  }

  /** Leaves a step out. */
  without(step: number): Counterfactual | undefined {
    return this.#changed('leave out', step, null, [], step + 1);
  }

  /** Puts a step right after a later one. */
  later(step: number, other: number): Counterfactual | undefined {
    return this.#changed('swap', step, other, [...range(step + 1, other), step], other + 1);
  }

  /** Puts a later step right before a step. */
  earlier(step: number, other: number): Counterfactual | undefined {
    return this.#changed('swap', step, other, [other, ...range(step, other - 1)], other + 1);
  }

  /** Plays the steps before `step`, then `order`, then those from `rest` on; undefined where it is violated all the same. */
  #changed(
    kind: Counterfactual['kind'],
    step: number,
    other: number | null,
    order: readonly number[],
    rest: number,
  ): Counterfactual | undefined {
    let state = this.#states[step - 1] as S;
    const choices = this.#keys.slice(0, step - 1);
    const skipped: number[] = [];
    for (const n of [...order, ...range(rest, this.#keys.length)]) {
      const key = this.#keys[n - 1] as string;
      const after = this.#after(state, key);
      if (after === undefined) {
        // What did not happen was not swapped.
        if (n === step || n === other) return undefined;
        skipped.push(n);
        continue;
      }
      state = after;
      choices.push(key);
      if (this.#property.judge(state) === false) return undefined;
    }
    const verdict = this.#property.judge(state) === undefined ? 'open' : 'holds';
    return { kind, step, other, skipped, verdict, choices };
  }

  #after(state: S, key: string): S | undefined {
    const action = this.#model.enabled(state).find((candidate) => candidate.key === key);
    return action && this.#model.next(state, action);
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
