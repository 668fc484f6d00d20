// What a folder under systems/ offers to the rest: switches, scenarios, a Model for any setting of them, and words and
// marks for every step. All of it headless; how it is drawn is the system's view/. How it is loaded: loading.ts.

import type { Shown } from '../base/number-words.ts';
import { fits } from '../base/number-words.ts';
import type { Text } from '../base/text.ts';
import type { Job } from '../kernel/job.ts';
import type { Action, Model } from '../kernel/model.ts';
import type { Verdict } from '../kernel/property.ts';
import type { SchedulerSpec } from '../kernel/scheduler.ts';

/** A parameter a person may set: one of a fixed list of values, an integer of a range, or a text of their own. */
export type Switch = ChoiceSwitch | NumberSwitch | TextSwitch;

interface SwitchHead {
  readonly name: string;
  /** Text keys are `switch.NAME` and `switch.NAME.VALUE`, with `switch.NAME.note` explaining it. */
  /** It matters only where these params have one of these values. */
  readonly when?: Readonly<Record<string, readonly (string | number)[]>>;
}
export interface ChoiceSwitch extends SwitchHead {
  readonly kind: 'choice';
  readonly values: readonly string[];
  readonly default: string;
}
export interface NumberSwitch extends SwitchHead {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** In real units; the first whose `when` fits these params. The plain number, where none does. */
  readonly shown?: readonly Shown[];
  /** So often something may happen at most: what a search finds in all states it finds with so many, and with no more. */
  readonly bounds?: true;
}

/** A program, a header in hex, the bytes of a file. What it says beyond its form is judged by `Manifest.part`, in words. */
export interface TextSwitch extends SwitchHead {
  readonly kind: 'text';
  /** In UTF-16 units; `MOST_TEXT` at most. */
  readonly maxLength: number;
  /** What the whole text must match, as the source of a regular expression; in words: `switch.NAME.form`. */
  readonly pattern?: string;
  /** It may be a file instead, named as `spellFile` does. */
  readonly file?: true;
  readonly default: string;
}

/** Whether the switch changes anything under these params. */
export const switchMatters = (one: Switch, params: Params): boolean => fits(one.when, params);

/** Every system has this switch: who picks when nobody chooses. `scenario` is as the scenario says. */
export const schedulerSwitch: ChoiceSwitch = {
  kind: 'choice',
  name: 'scheduler',
  values: ['scenario', 'first', 'seeded', 'earliest', 'manual'],
  default: 'scenario',
};

/** The scheduler of a run under these params. */
export function schedulerOf(scenario: Scenario, params: Params): SchedulerSpec {
  const chosen = params.scheduler ?? 'scenario';
  return chosen === 'scenario'
    ? scenario.scheduler
    : { kind: chosen as 'first' | 'seeded' | 'earliest' | 'manual' };
}

/** Settings by switch name; every switch present. */
export type Params = Readonly<Record<string, string | number>>;

export type Claim = 'holds' | 'violated' | 'reached' | 'not reached' | 'does not apply' | 'unknown';

export interface Scenario {
  readonly id: string;
  /** Defaults that differ from the switches' own. */
  readonly params: Params;
  /** Names of the switches shown first; all others wait behind "more switches". */
  readonly switches: readonly string[];
  /** What the default run is compared with. */
  readonly compare: Readonly<Record<string, string | number>>;
  readonly scheduler: SchedulerSpec;
  /** Steps of the default run; the run may also end earlier, where nothing is enabled. */
  readonly steps: number;
  /** What the default run ends with. */
  readonly claims: Readonly<Record<string, Claim>>;
  readonly predictions: readonly Prediction[];
  /** Section of the paper. */
  readonly source: string;
  /** Where to go from its end; from the first scenario of the core path, through that path. */
  readonly next: string;
  /** Kinds of its views, the one that leads first; `lanes` alone where this is not given. */
  readonly views?: readonly string[];
  /** What is answered in its steps has a long name: headings have more room. */
  readonly headings?: 'long';
  /** Those of its views that draw what timed work found (`Part.timed`). */
  readonly timed?: readonly string[];
  readonly goals?: readonly Goal[];
}

/** Asked at the state after `at` steps of the default run; texts `SCENARIO.predict.ID` and `.ID.a`, `.ID.b`, ... */
export interface Prediction {
  readonly id: string;
  /** Asked when the keys chosen so far are the first `at` of the default run. */
  readonly at: number;
  /** Steps of the default run after which it has shown what was asked: no sooner is the guess judged. */
  readonly shown: number;
  readonly options: readonly PredictionOption[];
  /** It is about the default run under these settings; under the scenario's own, where this is not given. */
  readonly under?: Params;
}
export interface PredictionOption {
  readonly id: string;
  readonly right: boolean;
  /** Keys that run this guess from here, to see where it leads; none where nothing else can happen. */
  readonly keys: readonly string[];
}

/** Something to reach: a property (of the model) in a verdict, within so many steps, under these settings. */
export interface Goal {
  readonly id: string;
  readonly params: Params;
  readonly property: string;
  readonly want: Claim;
  readonly steps: number;
  /** Keys of a solution, or null where the explorer proves there is none. */
  readonly solution: readonly string[] | null;
}

/** A lane: who takes part, in canonical order, top to bottom. */
export interface ActorInfo {
  readonly id: string;
  readonly name: Text;
  readonly role: Text;
  /** Of more than have lanes, those of one group share one. */
  readonly group?: string;
}

/** What one step left on the lanes. */
export interface Mark {
  /** One or two short lines above the column, in mono: what was asked, what came back. */
  readonly heading: readonly Text[];
  readonly arrows: readonly Arrow[];
  readonly chips: readonly Chip[];
}

/** A message. Where `id` was already in flight before this step, it is drawn from the column in which it was sent. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly id?: string;
  readonly label: Text;
  readonly kind: 'request' | 'reply' | 'message' | 'lost';
}

/** A value at an actor, shown beside its lane from this step on until another replaces it; text `chip.none`: nothing. */
export interface Chip {
  readonly actor: string;
  readonly text: Text;
  readonly tone?: 'plain' | 'bad';
}

/** What a step means, in order of weight. */
export interface Story {
  readonly sentence: Text;
  readonly why?: Text;
  /** Section of the paper. */
  readonly source?: string;
}

/** One thing that can happen (or be made to happen) next, in words. */
export interface Offer {
  readonly label: Text;
  /** Why now: "it read 1 in step 2". */
  readonly note?: Text;
  /** Drawn ahead of now where it will happen. */
  readonly arrows: readonly Arrow[];
  /** Short form for the heading of the columns ahead. */
  readonly heading: Text;
  /**
   * What it is made of, by name, where there are many like it (to whom, which branch, up to which entry): many choices
   * are then composed, one facet after another. A name's words are `facet.NAME`; the order of names and values is that in
   * which the choices have them. No two choices of an actor have the same facets.
   */
  readonly facets?: Readonly<Record<string, Text>>;
  /** 'fault' actions (drop, duplicate, crash) are listed apart and never picked by a scheduler. */
  readonly group: 'step' | 'fault';
}

/** The last moment of a run: its state, and each promise over the whole run. */
export interface End<S = unknown> {
  readonly state: S;
  readonly soFar: Readonly<Record<string, Verdict>>;
}

/** How a run ended. */
export interface Outcome {
  /** The answer to the scenario's question, with the run's own figures; null where these settings ask another question. */
  readonly said: Text | null;
  /** The tables of words that it speaks from, beside the run's own. */
  readonly words: readonly string[];
  /** What can be seen of the end, by id: by these two ends are told apart. */
  readonly facts: readonly { readonly id: string; readonly text: Text }[];
  /** What stands beside the question and no run of this shows, a sentence or two each: limits, relatives, other systems. */
  readonly beside?: readonly Text[];
}

/** A part of the state for the inspector; rows are compared with those of the step before by `id`. */
export interface Panel {
  readonly actor: string;
  readonly rows: readonly { readonly id: string; readonly label: Text; readonly value: Text }[];
}

/** What a view draws, and nothing else: plain data, bulk as typed arrays, one kind for each view. */
export interface Scene {
  readonly kind: string;
  /** On the axis of steps: its columns may be closer together than lanes need. */
  readonly close?: boolean;
}

/** What a system says of itself before any part of it is loaded. */
export interface SystemHead {
  readonly id: string;
  readonly version: number;
  readonly switches: readonly Switch[];
  readonly scenarios: readonly Scenario[];
}

/** A run as one who takes part in it sees it; what is not given here is what everyone sees of that actor alone. */
export interface Eyes<S = unknown, A extends Action = Action> {
  /** Whose eyes there are, by actor id, in canonical order. */
  of(params: Params): readonly string[];
  /** What this participant knows: plain data. Where a step leaves it as it was, nothing happened for them. */
  knows(state: S, actor: string, params: Params): unknown;
  /** A step that was theirs, or that they noticed, as it looked to them. */
  narrate?(before: S, action: A, after: S, actor: string, params: Params): Story;
  /** Whether they can tell by themselves how this promise stands; nobody can, where this is not given. */
  tells?(property: string, actor: string): boolean;
}

/** Everything a system says under one setting of its switches. Its states are its own: no other part meets them. */
export interface Part<S = unknown, A extends Action = Action> {
  /** The tables of words (`Folder.words`) that its sentences stand in, beside the card's. */
  readonly words: readonly string[];
  model(params: Params, seed: number): Model<S, A>;
  actors(params: Params): readonly ActorInfo[];
  /** Chips and values before the first step. */
  start(params: Params, state: S): readonly Chip[];
  narrate(before: S, action: A, after: S, params: Params): Story;
  mark(before: S, action: A, after: S, params: Params): Mark;
  offer(state: S, action: A, params: Params): Offer;
  inspect(state: S, params: Params): readonly Panel[];
  /** What its view of this kind draws of this state, as this actor sees it (null: everyone); null: not of a state. Pure. */
  scene?(kind: string, state: S, seenBy: string | null, params: Params): Scene | null;
  /** Through whose eyes a run may be seen; absent: everyone's alone. */
  readonly eyes?: Eyes<S, A>;
  /** What its view needs once a run, beside the scenes. */
  still?(params: Params, seed: number): unknown;
  /** How a run of the scenario under these settings ended. */
  outcome?(params: Params, end: End<S>): Promise<Outcome>;
  /** The simulation that stands beside the scenario's steps, under these settings; absent where there is none. */
  experiment?(params: Params, seed: number): Promise<Experiment>;
  /** Work that a view of the scenario times on the reader's machine; absent where there is none. */
  timed?(view: string, params: Params): Promise<Timed>;
}

/** A system made ready for a scenario at some settings: nothing can be asked of a part that is not there. */
export interface System<S = unknown, A extends Action = Action> extends SystemHead, Part<S, A> {}

/** Measured work that stands beside a scenario's steps: a seeded simulation run as a Job, and how its result reads. */
export interface Experiment {
  readonly job: Job;
  /** Plain numbers and texts out of the job's bytes. */
  read(bytes: Uint8Array): Findings;
}

/**
 * Work that has to be timed: done in a worker when somebody asks for it, never at opening or when the page is built. Its
 * times are this machine's: in no run, link, fingerprint or comparison.
 */
export interface Timed {
  /** "system/name": names the function that does it (`Functions.timed`). */
  readonly kind: string;
  readonly input: unknown;
  /** Plain numbers and texts out of its bytes. */
  read(bytes: Uint8Array): Findings;
}

export interface Findings {
  /** Single figures by name, for sweeps and the command line. Units last in the name: `readsPerSecond`, `latencyMs`. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What the numbers say, in words: what saturates, by how much one is better. */
  readonly answer: Text;
  /** The present setting in a sentence with its figures: read first, and read out when it changes. */
  readonly here: Text;
  /** The figures that matter, and what the fix would give; null where it is on. */
  readonly figures: readonly Figure[];
  /** The setting that is the fix, and its name in a word or two; null where the scenario has none. */
  readonly fix: { readonly name: string; readonly value: string; readonly label: Text } | null;
  /** The one that leads first: its x axis is a setting. */
  readonly plots: readonly Plot[];
  readonly fill: Fill;
  /** The steps beside it, as a small run of the same. */
  readonly small?: SmallRun;
}

/** Where it fills: the boxes that a request goes through, in its order, on one axis of time. */
export interface Fill {
  /** What was followed: "one page, 9.4 ms". */
  readonly of: Text;
  readonly x: { readonly span: number; readonly unit: Text };
  readonly boxes: readonly FillBox[];
  /** Ways back, from one box to another; `lost` where it is asked for again. */
  readonly back: readonly {
    readonly from: string;
    readonly to: string;
    readonly text: Text;
    readonly lost: boolean;
  }[];
}

export interface FillBox {
  readonly id: string;
  readonly name: Text;
  /** What is counted in it. */
  readonly note: Text;
  readonly says: Text;
  /** So many alike stand as one, each with these levels on average. */
  readonly count: number;
  /** The most it holds, where that is bounded. */
  readonly limit: number | null;
  /** The highest level in each of as many equal slices of the time. */
  readonly levels: readonly number[];
  readonly full: boolean;
  /** What comes to it was lost on the way from the box before. */
  readonly lost?: true;
}

/** The run that can be stepped through, before anybody does. */
export interface SmallRun {
  readonly says: Text;
  readonly steps: number;
  /** Steps in which a promise is broken, or broken further. */
  readonly bad: readonly number[];
}

export interface Figure {
  readonly id: string;
  readonly label: Text;
  readonly value: Text;
  readonly fixed: Text | null;
}

/** A plot as data. The title says the finding with its number; the table behind it is made from the series. */
export interface Plot {
  readonly id: string;
  readonly title: Text;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
  /** In a word or two, for its tab. */
  readonly tab: Text;
  /** Series that stand for the present setting, and for the fix; the others are there to compare with. */
  readonly now?: string;
  readonly fixed?: string;
  /** Published figures beside ours: a level (y), a point (x, y), or a place on the axis (x), the source in the label. */
  readonly published?: readonly { readonly label: Text; readonly x?: number; readonly y?: number }[];
  /** The present setting on the x axis, where that axis is a setting. */
  readonly here?: number;
  /** The setting that the x axis is: x = value x times, and as far as the plot goes. */
  readonly axis?: {
    readonly name: string;
    readonly times: number;
    readonly min: number;
    readonly max: number;
    /** Under the fix it is set by itself, at `here`. */
    readonly still?: true;
  };
  /** Stretches of the x axis that have a name. */
  readonly zones?: readonly {
    readonly label: Text;
    readonly from: number;
    readonly to: number;
    readonly good: boolean;
  }[];
  /** What somebody can answer at most: a line across. */
  readonly limits?: readonly { readonly label: Text; readonly y: number }[];
}
export interface PlotAxis {
  readonly label: Text;
  /** Written after numbers: "ms", "reads/s". */
  readonly unit: Text;
  readonly scale: 'linear' | 'log';
}
export interface PlotSeries {
  readonly id: string;
  readonly label: Text;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Lowest and highest over the seeds, at the same x. */
  readonly band?: readonly (readonly [x: number, low: number, high: number])[];
}
