// Who picks when nobody chooses. A scheduler is a param of the run, fixed by the scenario: a pure function of the
// moment and (seed, step), so that a link need carry only the choices that differ from it.

import { unreachable } from '../base/assert.ts';
import type { Action, Pending } from './model.ts';
import { pick } from './rng.ts';

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

export interface Scheduling {
  readonly enabled: readonly Action[];
  /** Actions that a scheduler never picks (faults). */
  readonly faults: ReadonlySet<string>;
  readonly pending: readonly Pending[];
  readonly due: (id: string) => number;
  readonly nowMs: number;
  readonly seed: number;
  readonly step: number;
}

/** Index in `enabled` of the action picked, or -1 where the run rests. */
export function schedule(spec: SchedulerSpec, at: Scheduling): number {
  switch (spec.kind) {
    case 'manual':
      return -1;
    case 'first':
      return at.enabled.findIndex((action) => !at.faults.has(action.kind));
    case 'seeded':
      return seeded(at);
    case 'earliest':
      return earliest(at);
    case 'scripted': {
      let best = -1;
      let bestRank = spec.keys.length;
      at.enabled.forEach((action, index) => {
        const rank = spec.keys.indexOf(action.key);
        if (rank >= 0 && rank < bestRank) {
          best = index;
          bestRank = rank;
        }
      });
      return best >= 0 ? best : schedule({ kind: spec.otherwise }, at);
    }
    default:
      return unreachable(spec, 'schedule');
  }
}

function seeded(at: Scheduling): number {
  let count = 0;
  for (const action of at.enabled) if (!at.faults.has(action.kind)) count++;
  if (count === 0) return -1;
  let left = pick(at.seed, at.step, count);
  return at.enabled.findIndex((action) => !at.faults.has(action.kind) && left-- === 0);
}

function earliest(at: Scheduling): number {
  const dueByKey = new Map<string, number>();
  for (const pending of at.pending) {
    const due = at.due(pending.id);
    const known = dueByKey.get(pending.key);
    if (known === undefined || due < known) dueByKey.set(pending.key, due);
  }
  let best = -1;
  let bestDue = Number.POSITIVE_INFINITY;
  at.enabled.forEach((action, index) => {
    if (at.faults.has(action.kind)) return;
    const due = dueByKey.get(action.key) ?? at.nowMs;
    if (due < bestDue) {
      best = index;
      bestDue = due;
    }
  });
  return best;
}
