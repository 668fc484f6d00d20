// Who picks when nobody chooses. A scheduler is a param of the run, fixed by the scenario: a pure function of the
// moment and (seed, step), so that a link need carry only the choices that differ from it.

import { unreachable } from '../base/assert.ts';
import { pick } from '../base/rng.ts';
import type { Action, Model } from './model.ts';
import type { Moment } from './moment.ts';

export type SchedulerSpec =
  /** Canonical order. */
  | { readonly kind: 'first' }
  /** Any enabled action, by seed and step. */
  | { readonly kind: 'seeded' }
  /** The pending message or timer that is due first; ties by canonical order. Actions without one are due now. */
  | { readonly kind: 'earliest' }
  /** Nothing by itself: only a person chooses. */
  | { readonly kind: 'manual' }
  /** The enabled action whose key stands first in the list; none of them: as `otherwise`. */
  | {
      readonly kind: 'scripted';
      readonly keys: readonly string[];
      readonly otherwise: 'first' | 'seeded' | 'earliest' | 'manual';
    };

/** Index in `enabled` of the action picked, or -1 where the run rests. Faults are never picked. */
export function picked<S, A extends Action>(
  model: Model<S, A>,
  seed: number,
  spec: SchedulerSpec,
  at: Moment<S>,
  enabled: readonly A[],
): number {
  const isFault = ({ kind }: A): boolean => model.faults?.has(kind) ?? false;
  switch (spec.kind) {
    case 'manual':
      return -1;
    case 'first':
      return enabled.findIndex((action) => !isFault(action));
    case 'seeded': {
      let count = 0;
      for (const action of enabled) if (!isFault(action)) count++;
      let left = count > 0 ? pick(seed, at.step, count) : -1;
      return enabled.findIndex((action) => !isFault(action) && left-- === 0);
    }
    case 'earliest': {
      const dues = duesByKey(model, at);
      return leastBy(enabled, (action) => (isFault(action) ? NEVER : (dues.get(action.key) ?? at.nowMs)));
    }
    case 'scripted': {
      const { keys } = spec;
      const first = leastBy(enabled, ({ key }) => (keys.includes(key) ? keys.indexOf(key) : NEVER));
      return first >= 0 ? first : picked(model, seed, { kind: spec.otherwise }, at, enabled);
    }
    default:
      return unreachable(spec, 'picked');
  }
}

const NEVER = Number.POSITIVE_INFINITY;

/** Index of the first with the least measure; -1 where all are never. */
function leastBy<A>(list: readonly A[], measure: (one: A) => number): number {
  let best = -1;
  let least = NEVER;
  for (let i = 0; i < list.length; i++) {
    const own = measure(list[i] as A);
    if (own >= least) continue;
    best = i;
    least = own;
  }
  return best;
}

/** When the first message or timer that an action consumes is due. */
function duesByKey<S>(model: Model<S>, at: Moment<S>): ReadonlyMap<string, number> {
  const dues = new Map<string, number>();
  for (const { id, key } of model.pending?.(at.state) ?? []) {
    dues.set(key, Math.min(at.pending.get(id)?.dueMs ?? at.nowMs, dues.get(key) ?? NEVER));
  }
  return dues;
}
