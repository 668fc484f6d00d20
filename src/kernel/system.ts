// What a folder under systems/ offers to the rest: switches, scenarios, a Model for any setting of them, and words and
// marks for every step. All of it headless; how it is drawn is the system's view/.

import type { Text } from '../base/text.ts';
import type { Job, JobTable, ScanTable } from './job.ts';
import type { Action, Model } from './model.ts';
import type { SchedulerSpec } from './scheduler.ts';

/** A parameter a person may set. `choice` has a fixed list of values, `number` a range of integers. */
export type Switch = ChoiceSwitch | NumberSwitch;

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
}

/** Whether the switch changes anything under these params. */
export const switchMatters = (one: Switch, params: Params): boolean =>
  Object.entries(one.when ?? {}).every(([name, values]) => values.includes(params[name] ?? ''));

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

export type Claim = 'holds' | 'violated' | 'reached' | 'not reached' | 'does not apply';

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
  /** An experiment stands beside the steps. */
  readonly measured?: true;
  readonly goals?: readonly Goal[];
}

/** Asked at the state after `at` steps of the default run; texts `SCENARIO.predict.ID` and `.ID.a`, `.ID.b`, ... */
export interface Prediction {
  readonly id: string;
  /** Asked when the keys chosen so far are the first `at` of the default run. */
  readonly at: number;
  readonly options: readonly PredictionOption[];
}
export interface PredictionOption {
  readonly id: string;
  readonly right: boolean;
  /** Keys that run this guess from here, to see where it leads. */
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

/** A value at an actor, shown beside its lane from this step on until another replaces it. */
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
  /** 'fault' actions (drop, duplicate, crash) are listed apart and never picked by a scheduler. */
  readonly group: 'step' | 'fault';
}

/** A part of the state for the inspector; rows are compared with those of the step before by `id`. */
export interface Panel {
  readonly actor: string;
  readonly rows: readonly { readonly id: string; readonly label: Text; readonly value: Text }[];
}

export interface System<S = unknown, A extends Action = Action> {
  readonly id: string;
  readonly version: number;
  readonly switches: readonly Switch[];
  readonly scenarios: readonly Scenario[];
  model(params: Params, seed: number): Model<S, A>;
  actors(params: Params): readonly ActorInfo[];
  /** Chips and values before the first step. */
  start(params: Params, state: S): readonly Chip[];
  narrate(before: S, action: A, after: S, params: Params): Story;
  mark(before: S, action: A, after: S, params: Params): Mark;
  offer(state: S, action: A, params: Params): Offer;
  inspect(state: S, params: Params): readonly Panel[];
  /** Job and scan functions, where they are small enough to come with the system (else: the catalog's `functions`). */
  readonly jobs?: JobTable;
  readonly scans?: ScanTable;
  /** Whether the catalog's first table of words suffices for these params; always, where this is not given. */
  brief?(params: Params): boolean;
  /** Loads what these params need, once; everything below is called only afterwards. */
  prepare?(params: Params): Promise<void>;
  /** The scenario's simulation under these settings, where it has one. */
  experiment?(scenario: string, params: Params, seed: number): Promise<Experiment | undefined>;
}

/** Measured work that stands beside a scenario's steps: a seeded simulation run as a Job, and how its result reads. */
export interface Experiment {
  readonly job: Job;
  /** Plain numbers and texts out of the job's bytes. */
  read(bytes: Uint8Array): Findings;
}

export interface Findings {
  /** Single figures by name, for sweeps and the command line. Units last in the name: `readsPerSecond`, `latencyMs`. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What the numbers say, in words: what saturates, by how much one is better. */
  readonly answer: Text;
  readonly plots: readonly Plot[];
}

/** A plot as data. The title says the finding with its number; the table behind it is made from the series. */
export interface Plot {
  readonly id: string;
  readonly title: Text;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
  /** Published figures to stand beside ours: a horizontal line (y) or a point (x, y), with its source in the label. */
  readonly published?: readonly { readonly label: Text; readonly x?: number; readonly y: number }[];
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
