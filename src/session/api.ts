// The one surface a page, the command line and tests see of an open run. The same object works inline and behind
// Comlink; everything that crosses is plain data. Long work takes a Progress and can be cancelled by its ticket.

import type { Text } from '../base/text.ts';
import type { Explored, ExploredProperty } from '../kernel/explore-outcome.ts';
import type { Verdict } from '../kernel/property.ts';
import type { ActorInfo, Claim, Findings, Params } from '../kernel/system.ts';
import type { Cursor, Frame, Overview, RunHead, Trace, Track } from './frame.ts';

export interface OpenRequest {
  readonly system: string;
  readonly scenario: string;
  /** Only what differs from the scenario's defaults. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly seed?: number;
}

/** From 0 to 1, or a count where the end is not known. */
export type Progress = (done: {
  readonly share?: number;
  readonly count?: number;
  readonly depth?: number;
}) => void;

/** How a link or saved run opened: whole, or only up to the first choice that is no longer possible. */
export interface Opened {
  readonly frame: Frame;
  readonly head: RunHead;
  readonly warning: Text | null;
}

export interface ExploreRequest {
  readonly from: 'start' | 'here';
  readonly maxStates: number;
  readonly maxDepth: number;
  readonly workers: number;
  /** Also return the graph, where it has at most 500 states. */
  readonly map?: boolean;
}

export type PropertyOutcome = ExploredProperty;

/** What a search found, with the clock and whether the learner stopped it. */
export interface ExploreOutcome extends Explored {
  readonly stopped: boolean;
  readonly seconds: number;
}

export interface CompareOutcome {
  /** First step whose choice is not possible under the other setting, or whose outcome differs; null where none does. */
  readonly firstDivergence: number | null;
  readonly why: 'not possible' | 'different outcome' | null;
  readonly a: CompareSide;
  readonly b: CompareSide;
}
export interface CompareSide {
  readonly params: Params;
  readonly steps: number;
  readonly track: Track;
  readonly properties: Readonly<Record<string, Verdict>>;
  /** Its lanes: another setting may have other actors. */
  readonly actors: readonly ActorInfo[];
  /** In the order of a step's verdicts; where one does not apply under this setting, why. */
  readonly promises: readonly { readonly name: string; readonly reason: Text | null }[];
}

export interface RunSummary {
  readonly steps: number;
  readonly fingerprint: string;
  readonly properties: Readonly<Record<string, Claim>>;
  readonly link: string;
}

export interface WhyOutcome {
  readonly property: string;
  /** Step numbers (from 1) whose change removes the violation. */
  readonly steps: readonly number[];
  readonly sentence: Text;
  readonly counterfactuals: readonly {
    readonly change: Text;
    readonly kind: 'leave out' | 'swap';
    readonly step: number;
    readonly verdict: Verdict;
    readonly choices: readonly string[];
  }[];
}

export interface SessionApi {
  open(request: OpenRequest): Promise<Opened>;
  /** Opens a link's fragment (from `#`); refuses with words before anything runs where the text is damaged. */
  openLink(fragment: string, progress?: Progress): Promise<Opened>;
  /** The run with all its tries, as a plain saved value, and back. */
  save(): Promise<unknown>;
  restore(saved: unknown, progress?: Progress): Promise<Opened>;

  frame(): Promise<Frame>;
  seek(cursor: Cursor): Promise<Frame>;
  /** Takes the action with this key at the cursor: moves on to the existing step, or begins a try. */
  choose(key: string): Promise<Frame>;
  /** Lets the scheduler pick `count` steps (or follows the try's own future where there is one). */
  advance(count: number, progress?: Progress): Promise<Frame>;
  /** The next (or last) step at which something of interest happens: a flip, a branch, a wait ends. */
  interesting(direction: 1 | -1): Promise<Frame>;
  nameTry(id: number, name: string): Promise<Frame>;
  /** The same choices, by key, under other params; the tries of before stay kept by the page. */
  setParams(params: Readonly<Record<string, string | number>>): Promise<Opened>;
  /** Opens a list of choices (a counterexample, a guess, a solution) as a try, from the start or from here. */
  tryChoices(choices: readonly string[], from: 'start' | 'here', name: string | null): Promise<Frame>;

  track(from: number, to: number): Promise<Track>;
  overview(): Promise<Overview>;
  trace(): Promise<Trace>;
  link(): Promise<string>;
  summary(): Promise<RunSummary>;

  explore(request: ExploreRequest, progress?: Progress): Promise<ExploreOutcome>;
  compare(params: Readonly<Record<string, string | number>>): Promise<CompareOutcome>;
  why(property: string, progress?: Progress): Promise<WhyOutcome>;
  /** The scenario's simulation under the present settings; null where it has none. */
  experiment(progress?: Progress): Promise<Findings | null>;
  cancel(): Promise<void>;
}
