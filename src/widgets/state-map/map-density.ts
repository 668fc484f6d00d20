// A state space too large to draw: how many states at each depth, and where promises first break.

export interface DensityBar {
  readonly depth: number;
  readonly states: number;
  /** From 0 to 1 of the fullest depth. */
  readonly share: number;
  /** Properties whose shortest violation is this deep. */
  readonly bad: readonly string[];
}

export function densityOf(
  statesByDepth: readonly number[],
  violations: readonly { readonly name: string; readonly depth: number }[],
): readonly DensityBar[] {
  const most = Math.max(1, ...statesByDepth);
  return statesByDepth.map((states, depth) => ({
    depth,
    states,
    share: states / most,
    bad: violations.filter((one) => one.depth === depth).map(({ name }) => name),
  }));
}
