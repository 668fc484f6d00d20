// One kind of participant: a pure state machine that receives messages and may act by itself (begin an operation, let
// a timer fire). It sees its own state only.

import type { Job } from '../kernel/job.ts';
import type { DelayLaw } from '../kernel/model.ts';
import type { Envelope, Send } from './envelope.ts';

export interface Outcome<L, B> {
  readonly local: L;
  readonly sends: readonly Send<B>[];
}

/** Something an actor may do by itself. The key is `ACTOR.NAME`. */
export interface Act {
  readonly name: string;
  readonly kind: string;
  /** A timer: its length in simulated ms; or the mean, where it is drawn by another law. */
  readonly delayMs?: number;
  readonly law?: DelayLaw;
  /** What set it: a timer that is set anew while it runs is told by another value here, and runs its whole length. */
  readonly armed?: string | number;
}

/** What comes with a message or an act. */
export interface Given {
  /** Which of the receiver's `answers` was chosen. */
  readonly answer?: string | undefined;
  /** The result of the actor's job; absent in a search, where the actor makes it himself: its content decides it. */
  readonly result?: Uint8Array | undefined;
}

export interface Actor<L, B> {
  readonly id: string;
  readonly initial: Outcome<L, B>;
  receive(local: L, envelope: Envelope<B>, given?: Given): Outcome<L, B>;
  /**
   * One who may answer a message in several ways (an adversary's seat) names them, in canonical order: each is an action
   * of its own, `ID~NAME`. Undefined where there is one way.
   */
  answers?(local: L, envelope: Envelope<B>): readonly string[] | undefined;
  acts?(local: L): readonly Act[];
  act?(local: L, name: string, given?: Given): Outcome<L, B>;
  /** The heavy work that this message, or the act of this name, is for him; at most one actor has some in a step. */
  job?(local: L, what: Envelope<B> | string): Job | undefined;
  /** What is left of it after a crash; by default it keeps everything (its state is on disk). */
  crash?(local: L): L;
}
