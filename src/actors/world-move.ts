// How a world is laid out in slots, and a move in it.

import type { Move } from '../kernel/parts.ts';
import type { Envelope } from './envelope.ts';
import type { WorldAction } from './world.ts';

export interface WorldMove<B> extends Move<WorldAction> {
  readonly item?: Envelope<B>;
}

/** Slots behind those of the actors; -1 where nothing ever changes. */
export interface WorldSlots {
  readonly count: number;
  readonly lost: number;
  readonly cuts: number;
  readonly down: number;
  readonly record: number;
}
