// What a search found, and how honest it may be about it: a search that did not visit every state cannot say that a
// property holds. Shapes match the session's ExploreOutcome, which adds the clock.

import type { Property } from './property.ts';

export interface Explored {
  /** Every reachable state was visited. */
  readonly complete: boolean;
  /** All reachable states where complete; else those that were stored. */
  readonly states: number;
  /** States held: fewer than `states` where some stand for others that differ in the names of actors that are alike. */
  readonly stored: number;
  readonly edges: number;
  /** Depth of the deepest state visited. */
  readonly depth: number;
  /** What the search held at its end, counted from content. */
  readonly bytes: number;
  readonly properties: Readonly<Record<string, ExploredProperty>>;
  /** States first reached after so many steps. */
  readonly statesByDepth: readonly number[];
  readonly map?: ExploredMap;
  /** Heavy work that was really done for it (`Model.worked`), by name. */
  readonly work?: Readonly<Record<string, number>>;
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

/** A property that is violated (always) or reached (sometimes) in this state. */
export const isFlagged = <S>(property: Property<S>, state: S): boolean =>
  property.inapplicable === undefined && property.judge(state) === (property.kind === 'sometimes');

/** Verdicts over a search; `choicesTo` gives the keys of the shortest run to a flagged state, if there is any. */
export function verdicts(
  properties: readonly Property<never>[],
  complete: boolean,
  choicesTo: (property: number) => readonly string[] | undefined,
  /** Properties that could not be judged in some state. */
  unjudged: ReadonlySet<number>,
): Record<string, ExploredProperty> {
  const out: Record<string, ExploredProperty> = {};
  properties.forEach(({ name, kind, inapplicable }, i) => {
    const always = kind === 'always';
    const choices = inapplicable ? undefined : choicesTo(i);
    if (inapplicable) out[name] = { verdict: 'does not apply' };
    else if (choices) {
      out[name] = { verdict: always ? 'violated' : 'reached', length: choices.length, choices };
    } else if (complete && !unjudged.has(i)) out[name] = { verdict: always ? 'holds' : 'not reached' };
    else out[name] = { verdict: 'unknown' };
  });
  return out;
}
