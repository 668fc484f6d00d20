// What a search and a worker that expands for it say to each other: calls in order, answers in order. States cross as
// structured clones, and only when a frontier is shared out or evened; all else is typed arrays and counts.

import type { Params } from '../kernel/system.ts';

/** Which model a worker builds. */
export interface ModelAddress {
  readonly system: string;
  readonly params: Params;
  readonly seed: number;
}

export type ExpanderCall =
  | { readonly call: 'open'; readonly model: ModelAddress }
  | { readonly call: 'load'; readonly states: readonly unknown[] }
  | { readonly call: 'expand'; readonly count: number }
  | { readonly call: 'keep'; readonly fresh: Uint8Array }
  | { readonly call: 'advance' }
  | { readonly call: 'release'; readonly from: number; readonly to: number }
  | { readonly call: 'adopt'; readonly head: readonly unknown[]; readonly tail: readonly unknown[] }
  | { readonly call: 'restless' };

/** To the calls that ask for something: expand, advance, release, restless; or to any that went wrong. */
export type ExpanderAnswer = { readonly value: unknown } | { readonly error: string };
