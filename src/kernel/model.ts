// A system as a transition system (Lamport, "The temporal logic of actions"): states, the actions enabled in each,
// the next state, and the properties it is judged by. Everything a learner sees is a path of choices through one.
// A Model is already bound to its params and seed; `System` (contract/system.ts) makes it.

import type { Text } from '../base/text.ts';
import type { Job } from './job.ts';
import type { Property } from './property.ts';

/** One thing that may happen next. The key names it whatever else is enabled: kind, actor, and the id of what it consumes. */
export interface Action {
  readonly key: string;
  readonly kind: string;
  readonly actor: string;
}

/** Something a person might expect to happen, and why it cannot. */
export interface Blocked extends Action {
  readonly reason: Text;
}

export type DelayLaw = 'around' | 'exact' | 'exponential';

/**
 * A message in flight or a timer that runs. Its due time is a pure function of (seed, id, delayMs), computed when it
 * is first pending and kept beside the state: the state itself has no clock.
 */
export interface Pending {
  readonly id: string;
  /** The action that consumes it. */
  readonly key: string;
  /** Mean delay of its link, or length of the timer, in simulated milliseconds. */
  readonly delayMs: number;
  /**
   * How its due time is drawn: near the mean (a link, by default), exactly (a timer), or exponentially (what may happen at
   * any moment, whatever has passed: a block is found).
   */
  readonly law?: DelayLaw;
}

export interface Model<S = unknown, A extends Action = Action> {
  init(): S;
  /** Every action that may happen next, in canonical order (the order is part of every link: change it with the version). */
  enabled(state: S): readonly A[];
  /** What cannot happen and why. Asked only for the state on screen. */
  blocked?(state: S): readonly Blocked[];
  /**
   * The state after the action. Pure. `result` is the bytes of `job(state, action)` in a real run and undefined in a
   * search, where the job's address stands for its result.
   */
  next(state: S, action: A, result?: Uint8Array): S;
  readonly properties: readonly Property<S>[];
  /** Kinds of action that only a person (or the explorer) picks, never a scheduler: drop, duplicate, crash. */
  readonly faults?: ReadonlySet<string>;
  /** At most one action is enabled in any state: there is one order. */
  readonly linear?: true;
  /** States after which the page's search stops at first: fewer where each costs more, so that an answer comes in seconds. */
  readonly searchStates?: number;
  /** Messages and timers on their way, for models with time. */
  pending?(state: S): readonly Pending[];
  /** The heavy work this action stands for, if any. */
  job?(state: S, action: A): Job | undefined;
  /**
   * Jobs of what goes on in this state: begun when it is reached and given up when it is left, so that they overlap.
   * The action that ends one waits for its own.
   */
  running?(state: S): readonly Job[];
  /** Bytes that `inputs` of its jobs name and no job made, by address. */
  given?(address: string): Uint8Array | undefined;
  /** Heavy work that its functions have really done so far, each piece once by content: how often, by name. */
  worked?(): Readonly<Record<string, number>>;
}
