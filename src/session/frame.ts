// What a page sees of an open run: plain data that can cross to another thread. A Frame is one moment; a Track is a
// stretch of steps; an Overview is the whole run in a few bytes a step.

import type { Text } from '../base/text.ts';
import type {
  ActorInfo,
  Chip,
  Mark,
  Offer,
  Params,
  Scenario,
  Scene,
  Story,
  Switch,
} from '../contract/system.ts';
import type { Verdict } from '../kernel/property.ts';
import type { Shown } from '../timeline/timeline.ts';

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
  /** The steps in which it parts from the others, in words: after it left, or after the first left it. */
  readonly parts: readonly Text[];
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
  readonly facets?: Readonly<Record<string, Text>>;
}

export interface PropertyView {
  readonly name: string;
  readonly kind: 'always' | 'sometimes';
  /** Here, at this state. */
  readonly here: Verdict;
  /** Over the run up to here. */
  readonly soFar: Verdict;
  /** It is violated so far, whoever looks: under a lens, what is told is `soFar`, and rows keep their places. */
  readonly broken: boolean;
  readonly reason: Text | null;
  readonly witness: { readonly text: Text; readonly actors: readonly string[] } | null;
  /** First step (of this try, up to its last) at which it is violated or reached; null where it is not. */
  readonly firstFlip: number | null;
  /** The steps up to here in which it is violated or reached: the first, the last, and how many spans they are. */
  readonly shown: Shown | null;
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
  /** Whose eyes it is seen with; absent: everyone's. */
  readonly seenBy?: string;
  /** Key of the step that led here; null at the start. */
  readonly key: string | null;
  readonly story: Story | null;
  /** In canonical order. Of very many the first, and the scheduler's pick. */
  readonly choices: readonly Choice[];
  /** Choices there are beside those. */
  readonly unlisted: number;
  /** What cannot happen; null where the window did not ask. */
  readonly blocked: readonly BlockedChoice[] | null;
  readonly properties: readonly PropertyView[];
  readonly panels: readonly PanelView[];
  readonly tries: readonly TryInfo[];
  /** Why the run did not go on from here when it was asked to, where what may be held is the reason. */
  readonly halt: Text | null;
  readonly fingerprint: string;
  /** What the scenario's own views of a moment draw. */
  readonly scenes: readonly Scene[];
  /** Id of the prediction to ask here, if any. */
  readonly prediction: string | null;
  /** Ids of those whose answers are about this path: asked on it, and on the scenario's own way since. */
  readonly answered: readonly string[];
}

/** One step as the lanes, the strip and the text channel show it. */
export interface TrackStep {
  readonly step: number;
  readonly key: string;
  /** '' where those whose eyes it is seen with do not know who acted. */
  readonly actor: string;
  readonly sentence: Text;
  readonly mark: Mark;
  /** For each arrow of the mark, the step in which it was sent (this step where it was not in flight before). */
  readonly sentSteps: readonly number[];
  /** By property, in the model's order: after this step, and over the run up to it. */
  readonly verdicts: readonly Verdict[];
  readonly soFar: readonly Verdict[];
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
  /** Steps of each of the up to 200 stretches in `bursts`; the last may be shorter. */
  readonly bin: number;
  /** How often each actor acted in each stretch. */
  readonly bursts: readonly { readonly actor: string; readonly counts: readonly number[] }[];
}

export interface RunHead {
  readonly actors: readonly ActorInfo[];
  readonly properties: readonly { readonly name: string; readonly kind: 'always' | 'sometimes' }[];
  /** The system's switches and this scenario, so that a page need not load the system itself. */
  readonly switches: readonly Switch[];
  readonly scenario: Scenario;
  /** There is one order in which its steps can happen. */
  readonly linear: boolean;
  /** How many states a search takes at first, where it is said. */
  readonly searchStates?: number | undefined;
  /** The tables of words that a page of it must have: more where a setting brings another part of the system. */
  readonly words: readonly string[];
  /** Through whose eyes it may be seen, by actor id. */
  readonly eyes?: readonly string[];
  /** What the system's own view draws from, beside the scenes: sent once a run. */
  readonly still?: unknown;
}
