// The graph of a small state space as the explorer gives it, named here because a widget knows no sessions; and the words
// the map needs.

export interface MapGraph {
  readonly states: readonly MapState[];
  /** From, to, key of the step. State 0 is the start; states are numbered as the search first met them. */
  readonly edges: readonly (readonly [from: number, to: number, key: string])[];
}
export interface MapState {
  readonly id: number;
  readonly depth: number;
  /** Names of the properties violated in it. */
  readonly bad: readonly string[];
  /** Nothing more can happen in it. */
  readonly rest: boolean;
}

/** A step that can be taken in a state. */
export interface MapWay {
  readonly key: string;
  readonly to: number;
}

/** The state in question. */
export interface MapLook {
  readonly id: number;
  /** It in words: its number, how far it is, how it stands. */
  readonly label: string;
  /** A shortest way to it, from the start. */
  readonly keys: readonly string[];
  /** In the order of their numbers on the map. */
  readonly ways: readonly MapWay[];
  /** Another state in words. */
  readonly labelOf: (id: number) => string;
}

export interface MapWords {
  readonly map: string;
  readonly depth: string;
  /** A state in a line: its number, how far it is, how it stands. */
  readonly state: (id: number, depth: number) => string;
  /** Parts of a description in one line. */
  readonly list: (parts: readonly string[]) => string;
  readonly start: string;
  readonly now: string;
  readonly onPath: string;
  readonly rest: string;
  readonly bad: (name: string) => string;
  /** Nothing that can still happen keeps the promise. */
  readonly lost: (name: string) => string;
  /** The first such state on the way that breaks it. */
  readonly point: (name: string) => string;
  readonly legend: {
    readonly path: string;
    readonly rest: string;
    readonly bad: string;
    readonly lost: string;
    readonly point: string;
    readonly worst: string;
    readonly gone: string;
  };
}
