// Which column and row each state has. A state's name here is the path of keys by which the search first met it, so the
// same state keeps its place when a switch takes others away or adds some: places are given over both graphs at once.

import type { MapGraph } from './map-types.ts';

export interface Place {
  readonly depth: number;
  readonly row: number;
}
export interface Places {
  /** By path. */
  readonly at: ReadonlyMap<string, Place>;
  /** Rows of each depth. */
  readonly rows: readonly number[];
}

export interface Walked {
  /** By state: the path of keys from the start. */
  readonly paths: readonly string[];
  /** By state: the state before it on that path; -1 at the start. */
  readonly parents: readonly number[];
}

/** Keys never hold a line break. */
const BETWEEN = '\n';

/** The first edge into a state is the one the search took. */
export function walked(graph: MapGraph): Walked {
  const paths: string[] = graph.states.map(() => '');
  const parents: number[] = graph.states.map(() => -1);
  const known = new Set([0]);
  for (const [from, to, key] of graph.edges) {
    if (known.has(to)) continue;
    known.add(to);
    parents[to] = from;
    paths[to] = from === 0 ? key : `${paths[from]}${BETWEEN}${key}`;
  }
  return { paths, parents };
}

export const keysOf = (path: string): readonly string[] => (path === '' ? [] : path.split(BETWEEN));

/** Rows in the order of the first visit, the first graph's states before those only the others have. */
export function placesOf(graphs: readonly MapGraph[]): Places {
  const at = new Map<string, Place>();
  const rows: number[] = [];
  for (const graph of graphs) {
    walked(graph).paths.forEach((path, id) => {
      if (at.has(path)) return;
      const depth = graph.states[id]?.depth ?? 0;
      const row = rows[depth] ?? 0;
      while (rows.length <= depth) rows.push(0);
      rows[depth] = row + 1;
      at.set(path, { depth, row });
    });
  }
  return { at, rows };
}
