// What may be held, in bytes of content (`base/content-bytes.ts`): the same for links, buttons and the command line, so
// that a run which stops here stops everywhere, at the same step. Past a bound a step is not taken, and it is said why.

const MB = 2 ** 20;

export interface Bounds {
  /** One state. */
  readonly state: number;
  /** A run: the keys and verdicts of its steps, and the states at the two ends of every try. */
  readonly run: number;
  /** States kept on the way so that going back is quick. Never a reason to stop: they are thinned. */
  readonly checkpoints: number;
}

export const BOUNDS: Bounds = { state: 4 * MB, run: 192 * MB, checkpoints: 96 * MB };

/** Beside a state: when each message and timer is due. */
export const PENDING_BYTES = 64;

/** A step that is not taken: the state after it, or the run with it, would hold more than may be held. */
export class TooMuch extends Error {
  readonly what: 'state' | 'run';
  /** In bytes. */
  readonly most: number;

  constructor(what: 'state' | 'run', most: number) {
    super(`a ${what} of more than ${most} bytes`);
    this.name = 'TooMuch';
    this.what = what;
    this.most = most;
  }
}
