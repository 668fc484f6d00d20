// What a model promises. `always` is an invariant; `sometimes` shows that a scenario is not vacuous.
// A property that the present switches make meaningless says so instead of ticking.

import type { Text } from '../base/text.ts';

export interface Property<S = unknown> {
  readonly name: string;
  readonly kind: 'always' | 'sometimes';
  /** Set where the property does not apply under these params, with the reason ("no lease"). */
  readonly inapplicable?: Text;
  /**
   * always: true = holds here, false = violated here, undefined = not decided yet ("open": things are in flight).
   * sometimes: true = reached here. 'unknown': it is beyond what can be judged, here and from here on.
   */
  judge(state: S): boolean | undefined | 'unknown';
  /** Why it is violated (or reached) here: what is where. */
  witness?(state: S): Witness;
}

export interface Witness {
  readonly text: Text;
  /** Lanes to light. */
  readonly actors: readonly string[];
}

/** A property at one state. */
export type Verdict =
  | 'open'
  | 'holds'
  | 'violated'
  | 'reached'
  | 'not reached'
  | 'does not apply'
  | 'unknown';

export function verdictAt<S>(property: Property<S>, state: S): Verdict {
  if (property.inapplicable) return 'does not apply';
  const judged = property.judge(state);
  if (judged === 'unknown') return 'unknown';
  if (property.kind === 'sometimes') return judged === true ? 'reached' : 'not reached';
  if (judged === undefined) return 'open';
  return judged ? 'holds' : 'violated';
}

/** The verdict over a run so far, given the one before and the one at this state. A violation or a reaching is never undone. */
export function worse(soFar: Verdict, here: Verdict): Verdict {
  if (soFar === 'violated' || soFar === 'reached' || soFar === 'does not apply') return soFar;
  return here;
}

/** How a run that has ended is judged: what was never decided did hold. */
export const atEnd = (verdict: Verdict): Verdict => (verdict === 'open' ? 'holds' : verdict);
