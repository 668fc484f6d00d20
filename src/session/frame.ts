// What a page sees of an open run: plain data that can cross to another thread. A Frame is one moment; a Track is a
// stretch of steps; an Overview is the whole run in a few bytes a step.

import type { Text } from '../base/text.ts';
import type { Verdict } from '../kernel/property.ts';
import type { ActorInfo, Chip, Mark, Offer, Params, Scenario, Story, Switch } from '../kernel/system.ts';

/** What reproduces a run: nothing else is needed. */
export interface Trace {
  readonly system: string;
  readonly scenario: string;
  readonly params: Params;
  readonly seed: number;
  readonly choices: readonly string[];
}

/** A place in the tree of tries. */
export interface Cursor {
  readonly try: number;
  readonly step: number;
}

/** A named line through the tree: everything tried is one, and none is ever thrown away. */
export interface TryInfo {
  readonly id: number;
  readonly name: string | null;
  /** Where it left another try; null for the first. */
  readonly from: Cursor | null;
  readonly length: number;
  /** The first steps after it left, in words. */
  readonly first: readonly Text[];
  readonly ended: Ending;
}
/** How a try stands at its last step. */
export interface Ending {
  /** Nothing is left to happen. */
  readonly over: boolean;
  readonly violated: readonly string[];
}

/** A choice open at this moment. */
export interface Choice extends Offer {
  readonly key: string;
  readonly actor: string;
  readonly kind: string;
  /** The scheduler would pick this one. */
  readonly isDefault: boolean;
  /** When it is due, in simulated ms, where the run has time. */
  readonly dueMs: number | null;
  /** The step in which its message was sent, where it is one. */
  readonly sentStep: number | null;
}

export interface BlockedChoice {
  readonly key: string;
  readonly actor: string;
  readonly label: Text;
  readonly reason: Text;
}

export interface PropertyView {
  readonly name: string;
  readonly kind: 'always' | 'sometimes';
  /** Here, at this state. */
  readonly here: Verdict;
  /** Over the run up to here. */
  readonly soFar: Verdict;
  readonly reason: Text | null;
  readonly witness: { readonly text: Text; readonly actors: readonly string[] } | null;
  /** First step (of this try, up to its last) at which it is violated or reached; null where it is not. */
  readonly firstFlip: number | null;
}

export interface PanelView {
  readonly actor: string;
  readonly rows: readonly {
    readonly id: string;
    readonly label: Text;
    readonly value: Text;
    /** The value before this step, where it changed. */
    readonly was: Text | null;
  }[];
}

export interface Frame {
  readonly system: string;
  readonly scenario: string;
  readonly params: Params;
  readonly seed: number;
  readonly cursor: Cursor;
  /** Steps in this try. */
  readonly length: number;
  readonly nowMs: number;
  /** Key of the step that led here; null at the start. */
  readonly key: string | null;
  readonly story: Story | null;
  readonly choices: readonly Choice[];
  readonly blocked: readonly BlockedChoice[];
  readonly properties: readonly PropertyView[];
  readonly panels: readonly PanelView[];
  readonly tries: readonly TryInfo[];
  readonly fingerprint: string;
  /** What the system's own view draws from; plain. */
  readonly state: unknown;
  /** Id of the prediction to ask here, if any. */
  readonly prediction: string | null;
}

/** One step as the lanes, the strip and the text channel show it. */
export interface TrackStep {
  readonly step: number;
  readonly key: string;
  readonly actor: string;
  readonly sentence: Text;
  readonly mark: Mark;
  /** For each arrow of the mark, the step in which it was sent (this step where it was not in flight before). */
  readonly sentSteps: readonly number[];
  /** By property, in the model's order. */
  readonly verdicts: readonly Verdict[];
  readonly fork: boolean;
}

export interface Track {
  readonly from: number;
  readonly steps: readonly TrackStep[];
  /** The chips that stand when the window opens. */
  readonly chips: readonly Chip[];
}

/** The whole run at a glance, for the ruler. */
export interface Overview {
  readonly length: number;
  /**
   * Steps at which a property's verdict changes to violated or reached. Of a long run, the first of each of up to 400
   * equal stretches, and how many it stands for.
   */
  readonly flips: readonly {
    readonly step: number;
    readonly property: string;
    readonly verdict: Verdict;
    readonly count: number;
  }[];
  /** Steps at which other tries leave this one. */
  readonly forks: readonly number[];
  /** How often each actor acted in each of up to 200 equal stretches. */
  readonly bursts: readonly { readonly actor: string; readonly counts: readonly number[] }[];
}

export interface RunHead {
  readonly actors: readonly ActorInfo[];
  readonly properties: readonly { readonly name: string; readonly kind: 'always' | 'sometimes' }[];
  /** The system's switches and this scenario, so that a page need not load the system itself. */
  readonly switches: readonly Switch[];
  readonly scenario: Scenario;
  /** The system's first table of words suffices. */
  readonly brief: boolean;
}
