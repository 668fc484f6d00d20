// Where a task would best run (DAGScheduler.getPreferredLocs, MapOutputTracker.getPreferredLocationsForShuffle), and how
// near a worker is to that (TaskLocality). What is held beats all; then a shuffle that is read alone; then the first narrow
// parent that would like a place.

import type { GraphNode, Shuffle } from './graph.ts';
import { parentsOf } from './graph.ts';
import type { State } from './state.ts';
import { hostOf } from './state.ts';

/** The process that holds it; a process on its host; where nothing is asked for; elsewhere. Nearest first. */
export const LOCALITIES = ['process', 'node', 'no-preference', 'any'] as const;
export type Locality = (typeof LOCALITIES)[number];

/** A worker that has so much of a reducer's input is preferred (REDUCER_PREF_LOCS_FRACTION). */
const SHARE = 0.2;
/** From so many map tasks or reducers on nobody looks (SHUFFLE_PREF_MAP_THRESHOLD, SHUFFLE_PREF_REDUCE_THRESHOLD). */
const MOST = 1000;

/** The workers that a task prefers: their processes, or any on their hosts. None: it prefers nothing. */
export interface Preference {
  readonly near: 'process' | 'node';
  readonly workers: readonly number[];
}

const NOTHING: Preference = { near: 'node', workers: [] };

/** Of a task that computes a partition. */
export function preferred(
  state: State,
  node: GraphNode,
  partition: number,
  seen = new Set<string>(),
): Preference {
  const name = `${node.id}.${partition}`;
  if (seen.has(name)) return NOTHING;
  seen.add(name);
  const holders = node.level === 'NONE' ? [] : holdersOf(state, node.id, partition);
  if (holders.length > 0) return { near: 'process', workers: holders };
  const parents = parentsOf(node);
  const [only] = parents;
  if (only?.kind === 'shuffle' && parents.length === 1) {
    return { near: 'node', workers: largestOutputs(state, only, partition) };
  }
  for (const dependency of parents) {
    if (dependency.kind === 'shuffle') continue;
    for (const from of dependency.of(partition)) {
      const found = preferred(state, dependency.parent, from, seen);
      if (found.workers.length > 0) return found;
    }
  }
  return NOTHING;
}

/** As the driver believes. */
const holdersOf = ({ blocks }: State, rdd: number, partition: number): number[] =>
  blocks.flatMap((block) => (block.rdd === rdd && block.partition === partition ? [block.worker] : []));

/** Workers on whose disks at least a fifth of a reducer's input lies, as the driver believes. */
function largestOutputs(state: State, { id, parent, partitioner }: Shuffle, reducer: number): number[] {
  if (parent.partitions >= MOST || partitioner.partitions >= MOST) return [];
  const bytes = new Map<number, number>();
  let all = 0;
  for (const output of state.outputs[id] ?? []) {
    const size = output?.sizes?.[reducer] ?? 0;
    if (!output || size === 0) continue;
    bytes.set(output.worker, (bytes.get(output.worker) ?? 0) + size);
    all += size;
  }
  return [...bytes].flatMap(([worker, size]) => (size >= SHARE * all ? [worker] : [])).sort((a, b) => a - b);
}

/** How near a worker is to what a task prefers. */
export function localityOf(state: State, { near, workers }: Preference, worker: number): Locality {
  if (workers.length === 0) return 'no-preference';
  if (near === 'process' && workers.includes(worker)) return 'process';
  const host = hostOf(state, worker);
  return workers.some((other) => hostOf(state, other) === host) ? 'node' : 'any';
}
