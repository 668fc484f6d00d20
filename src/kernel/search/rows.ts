// States as rows of 32-bit words: what the search needs of a model, however its rows are made.

import type { Property } from '../property.ts';
import type { Slots } from './slots.ts';

export interface Rows<S = unknown> {
  /** How a row is laid out. Where a slot has outgrown its bits, rows are repacked, and what was under way begins again. */
  readonly slots: Slots;
  /** Rows of the last encoding or expansions, one after another. */
  readonly out: Int32Array;
  /** By place in `out`: how many states the row there stands for; undefined where each is only itself. */
  readonly orbits: Int32Array | undefined;
  /** What is held beside the rows, counted from content. */
  readonly bytes: number;
  /** Writes the row of a state to `out`. False where a slot has outgrown its bits. */
  encode(state: S): boolean;
  decode(rows: Int32Array, at: number): S;
  /**
   * Writes the successors, in the order of their actions, to `out` from place n on, and returns the place behind them; -1
   * where a slot has outgrown its bits.
   */
  expand(rows: Int32Array, at: number, n: number): number;
  /** Looks at a row, whose properties are then judged by number. */
  look(rows: Int32Array, at: number): void;
  judged(property: number): number;
}

/** Violated (always), or reached (sometimes); and beyond what can be judged. */
export const FLAGGED = 1;
export const UNJUDGED = 2;

export function judgedAs<S>(property: Property<S>, state: S): number {
  const judged = property.judge(state);
  if (judged === 'unknown') return UNJUDGED;
  return judged === (property.kind === 'sometimes') ? FLAGGED : 0;
}
