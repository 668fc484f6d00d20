// One moment of a run: the state and, beside it, what time would say of it. The state has no clock; `pending` holds
// when each message or timer is due and in which step it was sent.

import type { Fingerprint } from '../base/fingerprint.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { log } from '../base/fixed-math.ts';
import { hashString, random32, unit } from '../base/rng.ts';
import type { Action, DelayLaw, Model } from './model.ts';

export interface InFlight {
  readonly dueMs: number;
  readonly sentStep: number;
}

export interface Moment<S = unknown> {
  readonly state: S;
  readonly step: number;
  readonly nowMs: number;
  readonly pending: ReadonlyMap<string, InFlight>;
}

const NOTHING: ReadonlyMap<string, InFlight> = new Map();

export function firstMoment<S>(model: Model<S>, seed: number): Moment<S> {
  const state = model.init();
  return { state, step: 0, nowMs: 0, pending: dues(model, state, seed, NOTHING, [], 0, 0) };
}

/**
 * The moment after the action. A person may pick what is due later than the rest; the clock then moves on to its due
 * time and the others arrive late.
 */
export function nextMoment<S, A extends Action>(
  model: Model<S, A>,
  seed: number,
  at: Moment<S>,
  action: A,
  result?: Uint8Array,
): Moment<S> {
  const state = model.next(at.state, action, result);
  const step = at.step + 1;
  if (!model.pending) return { state, step, nowMs: 0, pending: NOTHING };
  // What the action takes has arrived, or has run out: should it be pending again, it begins anew.
  const taken: string[] = [];
  let nowMs = at.nowMs;
  for (const { id, key } of model.pending(at.state)) {
    if (key !== action.key) continue;
    nowMs = Math.max(nowMs, at.pending.get(id)?.dueMs ?? nowMs);
    taken.push(id);
  }
  return { state, step, nowMs, pending: dues(model, state, seed, at.pending, taken, step, nowMs) };
}

function dues<S>(
  model: Model<S>,
  state: S,
  seed: number,
  before: ReadonlyMap<string, InFlight>,
  taken: readonly string[],
  step: number,
  nowMs: number,
): ReadonlyMap<string, InFlight> {
  if (!model.pending) return NOTHING;
  const after = new Map<string, InFlight>();
  for (const { id, delayMs, law } of model.pending(state)) {
    after.set(
      id,
      (taken.includes(id) ? undefined : before.get(id)) ?? {
        dueMs: nowMs + delayBy(law, seed, id, delayMs),
        sentStep: step,
      },
    );
  }
  return after;
}

/** A link's delay for one message, in whole ms: between half and one and a half of its mean, by (seed, id). */
export const delayFor = (seed: number, id: string, meanMs: number): number =>
  Math.floor(meanMs / 2 + (meanMs * (random32(seed, hashString(id)) % 1024)) / 1024);

function delayBy(law: DelayLaw = 'around', seed: number, id: string, meanMs: number): number {
  switch (law) {
    case 'around':
      return delayFor(seed, id, meanMs);
    case 'exact':
      return meanMs;
    case 'exponential':
      // By our own logarithm, so that it is the same everywhere; 0 < 1 - u.
      return Math.floor(-log(1 - unit(seed, hashString(id))) * meanMs);
  }
}

/** The checksum of a run at this moment: its state, its clock and what is due when. */
export function momentFingerprint(at: Moment): Fingerprint {
  const due = [...at.pending].map(([id, { dueMs }]) => [id, dueMs] as const);
  due.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return fingerprint([at.state, at.nowMs, due]);
}
