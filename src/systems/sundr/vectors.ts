// Version vectors and their partial order (section 3.3.2): x <= y where no principal has done more in x than in y. Two
// structures of which neither is at or before the other were signed in worlds that have parted.

import type { Entry, Vector } from './state.ts';

/** Operations of a principal that are in it. */
export const countIn = (vector: Vector, principal: string): number => vector[principal] ?? 0;

/** x <= y: for every principal p, x[p] <= y[p]; a missing entry is 0. */
export const atOrBefore = (x: Vector, y: Vector): boolean =>
  Object.keys(x).every((principal) => countIn(x, principal) <= countIn(y, principal));

/** Two vectors of which neither is at or before the other, the first such pair in order; null where all are ordered. */
export function unordered(vectors: readonly Vector[]): readonly [number, number] | null {
  for (let j = 1; j < vectors.length; j++) {
    for (let i = 0; i < j; i++) {
      const [x, y] = [vectors[i] as Vector, vectors[j] as Vector];
      if (!atOrBefore(x, y) && !atOrBefore(y, x)) return [i, j];
    }
  }
  return null;
}

/** As the paper writes it, principals in order: "A3 B1". */
export const spelt = (vector: Vector): string =>
  Object.keys(vector)
    .sort()
    .filter((principal) => countIn(vector, principal) > 0)
    .map((principal) => `${principal}${countIn(vector, principal)}`)
    .join(' ');

/**
 * The vector of the operation that u signs next, serialized: what each principal's own structure counts of its own
 * operations, one more of u, and one more of every group whose i-handle u's structure carries.
 */
export function nextVector(
  structures: Readonly<Record<string, Vector>>,
  user: string,
  groups: readonly string[],
): Vector {
  const z: Record<string, number> = {};
  for (const principal of Object.keys(structures).sort()) {
    z[principal] = countIn(structures[principal] as Vector, principal);
  }
  for (const principal of [user, ...groups]) z[principal] = (z[principal] ?? 0) + 1;
  return z;
}

/**
 * The vector of the next operation where others are under way (section 3.4): as above, and one more of u for each
 * certificate by u that is pending, one's own being the last; one more of a group for each of these (one's own included)
 * that touches it, unless it is in what last carried the group's i-handle already.
 */
export function nextVectorAmid(
  structures: Readonly<Record<string, Vector>>,
  pending: readonly {
    readonly user: string;
    readonly groups: readonly string[];
    readonly vector: Vector | null;
  }[],
): Vector {
  const z: Record<string, number> = {};
  for (const principal of Object.keys(structures).sort()) {
    z[principal] = countIn(structures[principal] as Vector, principal);
  }
  for (const { user, groups, vector } of pending) {
    z[user] = (z[user] ?? 0) + 1;
    for (const group of groups) {
      const carried = structures[group] ?? {};
      // One's own is in nothing yet.
      if (vector === null || !atOrBefore(vector, carried)) z[group] = (z[group] ?? 0) + 1;
    }
  }
  return z;
}

type Pasts = Map<string, ReadonlySet<string>>;
/** By list: a search asks for the same lists again and again. */
const pasts = new WeakMap<readonly Entry[], Pasts>();

/** An entry and everything before it, by id. */
export function pastOfOne(held: readonly Entry[], id: string): ReadonlySet<string> {
  let known = pasts.get(held);
  if (!known) {
    known = new Map();
    pasts.set(held, known);
  }
  let past = known.get(id);
  if (!past) {
    const over = held.find((entry) => entry.id === id)?.over ?? [];
    past = new Set([id, ...over.flatMap((one) => [...pastOfOne(held, one)])]);
    known.set(id, past);
  }
  return past;
}

/** The same of several. */
export const pastOf = (held: readonly Entry[], ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.flatMap((id) => [...pastOfOne(held, id)]));
