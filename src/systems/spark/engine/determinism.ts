// How sure Spark is that a partition is the same when it is computed again (RDD.outputDeterministicLevel), told by the
// lineage alone: a shuffle whose blocks arrive in any order loses the order of records, and what depends on the order of
// its records (a sample, repartition's dealing) then gives other records. Here blocks are read by map index, so that
// nothing of a shuffle is lost; a state says `arrival: 'any'` where they come as they come.

import type { Dependency, GraphNode } from './graph.ts';
import { parentsOf } from './graph.ts';
import { samePartitioner } from './partitioner.ts';
import type { State } from './state.ts';

/** From sure to unsure: the same records in the same order, the same in another order, other records. */
const LEVELS = ['determinate', 'unordered', 'indeterminate'] as const;
export type Determinism = (typeof LEVELS)[number];

export function determinismOf({ arrival }: Pick<State, 'arrival'>, top: GraphNode): Determinism {
  if (arrival !== 'any') return 'determinate';
  const known = new Map<GraphNode, number>();

  function through(dependency: Dependency): number {
    const level = levelOf(dependency.parent);
    if (dependency.kind === 'narrow') return level;
    const isMoved = !samePartitioner(dependency.parent.partitioner, dependency.partitioner);
    return isMoved ? Math.max(level, 1) : level;
  }
  function levelOf(node: GraphNode): number {
    const found = known.get(node);
    if (found !== undefined) return found;
    const worst = node.saved ? 0 : Math.max(0, ...parentsOf(node).map(through));
    const level = node.byOrder && worst === 1 ? 2 : worst;
    known.set(node, level);
    return level;
  }
  return LEVELS[levelOf(top)] as Determinism;
}

/** What Spark calls indeterminate: it goes by the order of records that come over a shuffle in any order. */
export const indeterminateIn = (rdds: readonly GraphNode[]): readonly GraphNode[] =>
  rdds.filter((node) => node.byOrder === true && determinismOf({ arrival: 'any' }, node) === 'indeterminate');
