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
  readonly hint: string;
  readonly legend: {
    readonly path: string;
    readonly rest: string;
    readonly bad: string;
    readonly gone: string;
  };
}
