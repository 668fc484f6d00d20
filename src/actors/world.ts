// What there is to see of actors at one moment, and what may happen next.

import type { Action } from '../kernel/model.ts';
import type { Envelope } from './envelope.ts';

export interface World<L = unknown, B = unknown> {
  readonly locals: Readonly<Record<string, L>>;
  /** In flight, in canonical order. */
  readonly net: readonly Envelope<B>[];
  /** Dropped, and their sender's log may send them again; in canonical order. */
  readonly lost: readonly Envelope<B>[];
  /** Names of the cuts in force. */
  readonly cuts: readonly string[];
  /** Actors that are down. */
  readonly down: readonly string[];
  /** What the observer has written down, where there is one. */
  readonly record?: unknown;
}

export interface WorldAction extends Action {
  /** Id of the message or name of the act it consumes. */
  readonly of: string;
  /** Which of its receiver's answers. */
  readonly answer?: string;
}
