// What a search found, and how honest it may be about it: a search that did not visit every state cannot say that a
// property holds. Shapes match the session's ExploreOutcome, which adds the clock.

import type { Action, Model } from './model.ts';
import type { Property } from './property.ts';

export interface Explored {
  /** Every reachable state was visited. */
  readonly complete: boolean;
  readonly states: number;
  readonly edges: number;
  /** Depth of the deepest state visited. */
  readonly depth: number;
  /** Bits of the fingerprint that stood for a state; 0 where states were compared whole. */
  readonly fingerprintBits: number;
  /** Odds that two different states were taken for one. */
  readonly collisionOdds: number;
  readonly properties: Readonly<Record<string, ExploredProperty>>;
  /** States first reached after so many steps. */
  readonly statesByDepth: readonly number[];
  readonly map?: ExploredMap;
}

export interface ExploredProperty {
  readonly verdict: 'holds' | 'violated' | 'unknown' | 'reached' | 'not reached' | 'does not apply';
  readonly length?: number;
  readonly choices?: readonly string[];
}

export interface ExploredMap {
  readonly states: readonly {
    readonly id: number;
    readonly depth: number;
    /** Names of the `always` properties violated here. */
    readonly bad: readonly string[];
    /** Nothing is enabled here. */
    readonly rest: boolean;
  }[];
  /** From, to, key; in canonical order. */
  readonly edges: readonly (readonly [number, number, string])[];
}

/** Bit i is set where property i is violated (always) or reached (sometimes) in this state. */
export function flagsOf<S>(properties: readonly Property<S>[], state: S): number {
  let flags = 0;
  for (let i = 0; i < properties.length; i++) {
    const property = properties[i] as Property<S>;
    if (property.inapplicable === undefined && property.judge(state) === (property.kind === 'sometimes')) {
      flags |= 1 << i;
    }
  }
  return flags;
}

/** Verdicts over a search; `found` gives the ranks of the shortest run to a flagged state, if any. */
export function verdicts<S, A extends Action>(
  model: Model<S, A>,
  start: S,
  complete: boolean,
  found: (property: number) => readonly number[] | undefined,
): Record<string, ExploredProperty> {
  const out: Record<string, ExploredProperty> = {};
  model.properties.forEach((property, i) => {
    if (property.inapplicable) {
      out[property.name] = { verdict: 'does not apply' };
      return;
    }
    const always = property.kind === 'always';
    const ranks = found(i);
    if (ranks) {
      out[property.name] = {
        verdict: always ? 'violated' : 'reached',
        length: ranks.length,
        choices: keysOfRanks(model, start, ranks),
      };
    } else if (complete) out[property.name] = { verdict: always ? 'holds' : 'not reached' };
    else out[property.name] = { verdict: 'unknown' };
  });
  return out;
}

/** The keys of a run of which only ranks were kept, by running it again. */
export function keysOfRanks<S, A extends Action>(
  model: Model<S, A>,
  start: S,
  ranks: readonly number[],
): string[] {
  let state = start;
  return ranks.map((rank, step) => {
    const action = model.enabled(state)[rank];
    if (!action) throw new Error(`step ${step + 1} of a counterexample has no action of rank ${rank}`);
    state = model.next(state, action);
    return action.key;
  });
}
