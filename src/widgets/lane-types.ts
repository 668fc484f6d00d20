// What the lanes, the strip and the ruler draw: the same shapes as a session's Track and Choice, named here because a
// widget knows nothing of sessions.

import type { Text } from '../base/text.ts';

export interface LaneActor {
  readonly id: string;
  readonly name: Text;
  readonly role: Text;
  /** Of more than have lanes, those of one group share one. */
  readonly group?: string;
  /** Not in this run: its place is kept, as the run beside it has one. */
  readonly absent?: boolean;
}

export interface LaneArrow {
  /** Set where the message can be in flight between steps. */
  readonly id?: string;
  readonly from: string;
  readonly to: string;
  readonly label: Text;
  readonly kind: 'request' | 'reply' | 'message' | 'lost';
  /** Named otherwise in the run beside. */
  readonly differs?: boolean;
}

export interface LaneChip {
  readonly actor: string;
  readonly text: Text;
  readonly tone?: 'plain' | 'bad';
  /** Another value, or none, in the run beside. */
  readonly differs?: boolean;
}

export interface LaneStep {
  readonly step: number;
  readonly actor: string;
  readonly sentence: Text;
  readonly mark: {
    readonly heading: readonly Text[];
    readonly arrows: readonly LaneArrow[];
    readonly chips: readonly LaneChip[];
    /** Lines of the heading that are others in the run beside. */
    readonly differs?: readonly number[];
  };
  /** The run beside differs in this step. */
  readonly differs?: boolean;
  readonly sentSteps: readonly number[];
  /** By property: at this step, and over the run up to it. */
  readonly verdicts: readonly Verdict[];
  readonly soFar: readonly Verdict[];
  readonly fork: boolean;
}

export interface LaneChoice {
  readonly key: string;
  readonly actor: string;
  readonly label: Text;
  readonly heading: Text;
  readonly arrows: readonly LaneArrow[];
  /** The step in which its message was sent, where it is in flight. */
  readonly sentStep: number | null;
}

export type Verdict =
  | 'open'
  | 'holds'
  | 'violated'
  | 'reached'
  | 'not reached'
  | 'does not apply'
  | 'unknown';

/** A line across the axis before a step, with a word. */
export interface AxisMark {
  readonly step: number;
  readonly word: string;
}

/** One stretch of steps in front of the reader. */
export interface LaneTrack {
  readonly from: number;
  readonly steps: readonly LaneStep[];
  readonly chips: readonly LaneChip[];
}

/** Keys of the lines by which the outline tells of a step, and of what stood at an actor when the page opens. */
export const toldStep = (step: number): string => `step ${step}`;
export const toldStood = (actor: string): string => `stood ${actor}`;
