// How a saved run spells the choices of a try: what writing a run needs, apart from the schema that reading one needs.

/** The newest format: written, and read beside every older one. */
export const SAVED_VERSION = 1;

/** Stretches that the scheduler picked are kept key by key up to this length, so that they survive a change of it. */
const LONGEST_PLAIN = 64;

/** The choices of a try, with long stretches of the scheduler's as their length. */
export function packKeys(
  keys: readonly string[],
  isDefault: (index: number) => boolean,
): (string | number)[] {
  const out: (string | number)[] = [];
  let from = 0;
  while (from < keys.length) {
    let to = from;
    while (to < keys.length && isDefault(to)) to++;
    if (to - from > LONGEST_PLAIN) {
      out.push(to - from);
      from = to;
    } else {
      const end = Math.max(to, from + 1);
      while (from < end) out.push(keys[from++] as string);
    }
  }
  return out;
}

/** Steps that packed keys stand for. */
export const stepsOfKeys = (keys: readonly (string | number)[]): number =>
  keys.reduce<number>((sum, key) => sum + (typeof key === 'number' ? key : 1), 0);
