// Where a promise can no longer be kept. A state is lost if every order of what can still happen in it breaks the
// promise; it is not if some order goes on, to its end or for ever, and never breaks it. A step that changes nothing is
// no way out. The point of no return of a path is its first lost state.

import type { MapGraph } from './map-types.ts';
import { trailOf } from './map-walk.ts';

/** A way to break a promise, on the map. */
export interface BadPath {
  readonly property: string;
  readonly keys: readonly string[];
  /** The states it leads through, the start first. */
  readonly states: readonly number[];
  /** The number of steps after which it is lost; 0 where it is from the start. */
  readonly lostAt: number;
  /** All states that are lost, whether they are on this path or not. */
  readonly lost: ReadonlySet<number>;
}

/** All lost states; those that break it themselves are among them. */
export function lostStates({ states, edges }: MapGraph, property: string): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  const waysOut = states.map(() => 0);
  for (const [from, to] of edges) {
    if (from === to) continue;
    before.set(to, [...(before.get(to) ?? []), from]);
    waysOut[from] = (waysOut[from] ?? 0) + 1;
  }
  const lost = new Set(states.filter(({ bad }) => bad.includes(property)).map(({ id }) => id));
  // What has just been lost takes a way out from each state before it; one without any is lost as well.
  const news = [...lost];
  for (let next = news.pop(); next !== undefined; next = news.pop()) {
    for (const id of before.get(next) ?? []) {
      const left = (waysOut[id] ?? 0) - 1;
      waysOut[id] = left;
      if (left > 0 || lost.has(id)) continue;
      lost.add(id);
      news.push(id);
    }
  }
  return lost;
}

/** Of a map of all states; `keys` break the property. */
export function badPath(graph: MapGraph, property: string, keys: readonly string[]): BadPath {
  const states = trailOf(graph, keys);
  const lost = lostStates(graph, property);
  return { property, keys, states, lostAt: states.findIndex((id) => lost.has(id)), lost };
}
