// Walking the map: along the learner's own choices, and by arrow keys along the edges.

import type { Places, Walked } from './map-places.ts';
import type { MapGraph, MapWay } from './map-types.ts';

/** The states these keys lead through, the start first; as far as they go on this graph. */
export function trailOf(graph: MapGraph, keys: readonly string[]): readonly number[] {
  const steps = new Map(graph.edges.map(([from, to, key]) => [`${from} ${key}`, to]));
  const trail = [0];
  for (const key of keys) {
    const next = steps.get(`${trail.at(-1)} ${key}`);
    if (next === undefined) break;
    trail.push(next);
  }
  return graph.states.length > 0 ? trail : [];
}

/** What can be done in a state, in canonical order: numbered so on the map and beside it. */
export const waysFrom = (graph: MapGraph, id: number): readonly MapWay[] =>
  graph.edges.flatMap(([from, to, key]) => (from === id ? [{ key, to }] : []));

export type Way = 'on' | 'back' | 'before' | 'after';

/** The state one arrow key away, or the same one where there is none that way. */
export function walkFrom(
  graph: MapGraph,
  { paths, parents }: Walked,
  places: Places,
  trail: readonly number[],
  id: number,
  way: Way,
): number {
  const at = trail.indexOf(id);
  const depth = graph.states[id]?.depth ?? 0;
  if (way === 'back') return at > 0 ? trail[at - 1]! : Math.max(0, parents[id] ?? 0);
  if (way === 'on') {
    const onTrail = at >= 0 ? trail[at + 1] : undefined;
    if (onTrail !== undefined) return onTrail;
    const nexts = graph.edges.filter(([from, to]) => from === id && to !== id);
    const deeper = nexts.find(([, to]) => (graph.states[to]?.depth ?? 0) > depth) ?? nexts[0];
    return deeper?.[1] ?? id;
  }
  const row = (other: number): number => places.at.get(paths[other] ?? '')?.row ?? 0;
  const beside = graph.states
    .filter((state) => state.depth === depth)
    .map((state) => state.id)
    .sort((a, b) => row(a) - row(b));
  return beside[beside.indexOf(id) + (way === 'after' ? 1 : -1)] ?? id;
}
