// A model packed into 32-bit words, for searches of millions of states. It must be the same transition system as its
// Model: same states, same canonical order of actions; a test compares the counts.

export interface Compact {
  /** Words a state. */
  readonly words: number;
  /** Writes the initial state to `out[at..]`. */
  init(out: Int32Array, at: number): void;
  /**
   * Writes the successors of `states[at..]` one after another from `out[0]`, one for every enabled action in canonical
   * order (so that the place of a successor is the rank of its action), and returns how many. `out` has room for
   * `maxSuccessors` states.
   */
  expand(states: Int32Array, at: number, out: Int32Array): number;
  /** Most successors of any state. */
  readonly maxSuccessors: number;
  /** Bit i is set where property i (of the Model's list) is violated (always) or reached (sometimes). */
  judge(states: Int32Array, at: number): number;
}
