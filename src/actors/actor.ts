// One kind of participant: a pure state machine that receives messages and may act by itself (begin an operation, let
// a timer fire). It sees its own state only.

import type { Envelope, Send } from './envelope.ts';

export interface Outcome<L, B> {
  readonly local: L;
  readonly sends: readonly Send<B>[];
}

/** Something an actor may do by itself. The key is `ACTOR.NAME`. */
export interface Act {
  readonly name: string;
  readonly kind: string;
  /** A timer: its length in simulated ms. */
  readonly delayMs?: number;
}

export interface Actor<L, B> {
  readonly id: string;
  readonly initial: Outcome<L, B>;
  receive(local: L, envelope: Envelope<B>): Outcome<L, B>;
  acts?(local: L): readonly Act[];
  act?(local: L, name: string): Outcome<L, B>;
  /** What is left of it after a crash; by default it keeps everything (its state is on disk). */
  crash?(local: L): L;
}
