// The one surface a page, the command line and tests see of an open run. `act` is the only way to move: an intent goes in
// with the window it is for, an Update comes out. Everything else works beside, on what it was asked about, and is
// stopped by the signal it was given. The same object works inline and behind a worker: all that crosses is plain data.

import type { Text } from '../base/text.ts';
import type { Found, Search } from '../compute/search.ts';
import type { Seat } from '../compute/shared-search.ts';
import type { Imported } from '../contract/reader.ts';
import type { ActorInfo, Claim, Findings, Outcome, Params, Scene } from '../contract/system.ts';
import type { FileName } from '../contract/wanted-file.ts';
import type { Explored, ExploredProperty } from '../kernel/explored.ts';
import type { Verdict } from '../kernel/property.ts';
import type { Cursor, Frame, Overview, RunHead, Track } from './frame.ts';

/** A run with nothing chosen yet. */
export interface OpenRequest {
  readonly system: string;
  readonly scenario: string;
  /** Only what differs from the scenario's defaults. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly seed?: number;
}

/** From 0 to 1, or a count where the end is not known; of a search for the lowest hit, what each seat has done. */
export type Progress = (done: {
  readonly seats?: readonly Seat[];
  readonly share?: number;
  readonly count?: number;
  readonly depth?: number;
}) => void;

/** How long work tells of itself, and is stopped. */
export interface Way {
  readonly progress?: Progress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Where a run that is opened comes from. A link is its fragment (from `#`); a saved run is a plain value or its text. */
export type Origin = OpenRequest | { readonly link: string } | { readonly saved: unknown };

/** By the try's own future, then the scheduler; from where the run stands when its turn comes, or from a place. */
export interface Advance {
  readonly kind: 'advance';
  readonly count: number;
  readonly from?: Cursor;
  /** Questions answered or skipped, by id: it halts at any other. Where not given, it passes them all. */
  readonly answered?: readonly string[];
}

/** A step of the learner's in the open run. */
export type Move =
  /** Takes the action with this key at a place: moves on to the existing step, or begins a try. */
  | { readonly kind: 'choose'; readonly at: Cursor; readonly key: string }
  | { readonly kind: 'seek'; readonly to: Cursor }
  /** So many steps back from where the run stands when its turn comes. */
  | { readonly kind: 'back'; readonly count: number }
  | Advance
  /** The next (or last) step at which something of interest happens: a flip, a branch, a wait ends. */
  | { readonly kind: 'interesting'; readonly direction: 1 | -1 }
  /** A list of choices (a counterexample, a guess, a solution) from a place on, as a try. */
  | {
      readonly kind: 'try';
      readonly from: Cursor;
      readonly keys: readonly string[];
      readonly name: string | null;
    }
  | { readonly kind: 'name'; readonly try: number; readonly name: string };

/** Another run in place of the open one; `undo` brings the one before back as it was. */
export type Replacement =
  /** The same choices, by key, under other params. */
  | { readonly kind: 'set'; readonly params: Readonly<Record<string, string | number>>; readonly as: string }
  | { readonly kind: 'begin'; readonly from: OpenRequest; readonly as: string }
  | { readonly kind: 'undo' };

export type Intent =
  /** Drops everything asked before it. `moves` are taken as far as they go: what was done since the run was saved. */
  | { readonly kind: 'open'; readonly from: Origin; readonly moves?: readonly Move[] }
  | Replacement
  | Move
  /** Nothing moves: only the window is another. */
  | { readonly kind: 'show' };

/** What an Update is to hold. */
export interface Window {
  /** Columns of the page of steps around the cursor; 0 where no steps are shown. */
  readonly columns: number;
  /** The first and last step that may be shown. */
  readonly from?: number | null;
  readonly to?: number | null;
  /** Also what cannot happen now, with the reasons. */
  readonly blocked?: boolean;
  /** The scene as this actor sees it; as everyone does, where not given. */
  readonly seenBy?: string | null;
  /** Also the choices from the start to the cursor. */
  readonly path?: boolean;
}

/** The answer to an intent: all that has to be drawn. */
export interface Update {
  /** The id of the run it is about. */
  readonly run: string;
  /** Only where another run is shown than in the Update before. */
  readonly head?: RunHead;
  readonly frame: Frame;
  /** The page of steps around the cursor, and the whole run where it is longer; absent where they were sent before. */
  readonly track?: Track;
  readonly overview?: Overview | null;
  /** A step on was not taken: a question stands here that is neither answered nor skipped. */
  readonly held?: boolean;
  /** How the run ended, where it has. */
  readonly ended?: Outcome;
  readonly link: string;
  readonly path?: readonly string[];
  readonly warning: Text | null;
}

/** A place in the open run, or in the one it replaced. */
export interface PlaceIn {
  readonly run: string;
  readonly at: Cursor;
}

/** What work beside is about: a place, or a run of its own that nobody sees. */
export type About = PlaceIn | OpenRequest;

/** A run with all its tries as a plain saved value, and what a list of such runs says of it. */
export interface SavedOf {
  readonly run: string;
  readonly system: string;
  readonly scenario: string;
  readonly step: number;
  readonly tries: number;
  readonly saved: unknown;
}

export interface ExploreRequest {
  readonly maxStates: number;
  /** Of all that the search holds, counted from content; the kernel's own bound where not given. */
  readonly maxBytes?: number;
  readonly maxDepth: number;
  /** Also return the graph, where it has at most 500 states. */
  readonly map?: boolean;
}

export type PropertyOutcome = ExploredProperty;

/** What a search found, with the clock and whether the learner stopped it. */
export interface ExploreOutcome extends Explored {
  readonly stopped: boolean;
  readonly seconds: number;
}

/** The try of a place; `toEnd`: where it has not come to its end, as the scheduler would go on. */
export interface CompareAbout extends PlaceIn {
  readonly toEnd?: boolean;
}

export interface CompareOutcome {
  /** What came of it under each setting, in a sentence each. */
  readonly said: Text;
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
  /** What the system's own view draws at each step of the track, its start first; absent where it has none. */
  readonly scenes?: readonly (readonly Scene[])[];
  readonly still?: unknown;
  readonly properties: Readonly<Record<string, Verdict>>;
  /** What can be seen of its end, by id. */
  readonly facts: Outcome['facts'];
  /** The tables of words of the run and of its end: another setting may speak from other ones. */
  readonly words: readonly string[];
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

/** A search for the lowest hit by so many workers. `kind` ("system/name") names the scan. */
export interface LowestRequest extends Search {
  readonly workers: number;
}

/** What was found, or how far it had come when it was stopped; then nobody is at work any more. */
export interface LowestOutcome extends Found {
  readonly stopped: boolean;
}

/** A kind of file, by the system that reads it, with what it is to know beside. */
export interface FormatName {
  readonly system: string;
  readonly format: string;
  readonly options?: Readonly<Record<string, string | number>>;
}

/** A list of choices in words. */
export interface Told {
  /** The tables of words that it speaks from. */
  readonly words: readonly string[];
  /** What was done at each, in order. */
  readonly steps: readonly Text[];
  /** All that can be done after the last, in canonical order. */
  readonly ways: readonly { readonly key: string; readonly label: Text }[];
}

export interface SessionApi {
  /**
   * Intents are taken one after another, in the order in which they were asked. `run` is the id of the run that is
   * meant: the open one's, or the one that an `open` gives. An intent for a run that is no longer open is refused.
   */
  act(run: string, intent: Intent, window: Window, way?: Way): Promise<Update>;

  save(run: string): Promise<SavedOf>;
  /** Steps `from` + 1 to `to` of the try at a place. */
  track(place: PlaceIn, from: number, to: number): Promise<Track>;
  summary(place: PlaceIn): Promise<RunSummary>;
  /** The link of these choices from the start; at their last step, or at an earlier one. */
  link(request: OpenRequest, choices: readonly string[], step?: number): Promise<string>;

  /** These choices from the start, in words; the open run is not touched. */
  tell(request: OpenRequest, choices: readonly string[], way?: Way): Promise<Told>;

  explore(about: About, request: ExploreRequest, way?: Way): Promise<ExploreOutcome>;
  /** The choices of the whole try at a place, and the same under other params. */
  compare(
    place: CompareAbout,
    params: Readonly<Record<string, string | number>>,
    way?: Way,
  ): Promise<CompareOutcome>;
  why(place: PlaceIn, property: string, way?: Way): Promise<WhyOutcome>;
  /** The scenario's simulation under the present settings; null where it has none. */
  experiment(about: About, way?: Way): Promise<Findings | null>;
  /**
   * The work that this view of the scenario times, done now on this machine; null where there is none. Nothing of it is in
   * a run.
   */
  timed(about: About, view: string, way?: Way): Promise<Findings | null>;
  /** Real work that is watched: nothing of it is in a run. It needs no open run. */
  lowest(request: LowestRequest, way?: Way): Promise<LowestOutcome>;

  /** A file that a run is to read: at hand from now on, by what it is. */
  give(file: Blob, name: string): Promise<FileName>;

  /** Reads a file of any size by a system's reader, piece by piece; a stop is a refusal, and leaves nothing behind. */
  import(file: Blob, format: FormatName, way?: Way): Promise<Imported>;
}
