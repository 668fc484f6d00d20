// The graph of a small state space, for drawing: every state with its depth and every transition with its key. States
// are numbered in the order of the search, so the same model always gives the same drawing.

import type { Explored, ExploredMap } from './explore-outcome.ts';
import { flagsOf } from './explore-outcome.ts';
import { StatePrinter } from './explore-print.ts';
import type { ExploreOptions } from './explore-search.ts';
import { MAP_STATES } from './explore-search.ts';
import type { Action, Model } from './model.ts';

/** The outcome with its graph, where one was asked for and is small enough to draw. */
export function withMap<S, A extends Action>(
  found: Explored,
  model: Model<S, A>,
  start: S,
  options: ExploreOptions<S>,
): Explored {
  if (!options.map || found.states > MAP_STATES) return found;
  return { ...found, map: mapOf(model, start, found.states, options.maxDepth ?? Number.POSITIVE_INFINITY) };
}

/** Walks the same states again: the search itself keeps no state and no edge. */
function mapOf<S, A extends Action>(
  model: Model<S, A>,
  start: S,
  count: number,
  maxDepth: number,
): ExploredMap {
  const printer = new StatePrinter();
  const ids = new Map<string, number>();
  const queue: S[] = [];
  const states: ExploredMap['states'][number][] = [];
  const edges: [number, number, string][] = [];
  const depths: number[] = [];
  const number = (state: S, depth: number): number | undefined => {
    const { hi, lo } = printer.of(state);
    const print = `${hi} ${lo}`;
    const known = ids.get(print);
    if (known !== undefined || ids.size >= count) return known;
    const id = ids.size;
    ids.set(print, id);
    queue.push(state);
    depths.push(depth);
    return id;
  };
  number(start, 0);
  for (let id = 0; id < queue.length; id++) {
    const state = queue[id] as S;
    const depth = depths[id] as number;
    const enabled = model.enabled(state);
    const flags = flagsOf(model.properties, state);
    const bad = model.properties.filter((p, i) => p.kind === 'always' && (flags >> i) & 1).map((p) => p.name);
    states.push({ id, depth, bad, rest: enabled.length === 0 });
    if (depth >= maxDepth) continue;
    for (const action of enabled) {
      const to = number(model.next(state, action), depth + 1);
      if (to !== undefined) edges.push([id, to, action.key]);
    }
  }
  return { states, edges };
}
