// Operators that put partitions beside each other without moving a record: union, zip, cartesian, coalesce.

import type { Records } from './graph.ts';
import { oneToOne } from './graph.ts';
import type { Maker, Operand } from './operand.ts';
import { counted, samePartitioner } from './partitioner.ts';
import { refused, refuseMuch } from './why.ts';

/** All partitions in a row; or, where all are partitioned alike, partition with partition. */
export function unionOf(context: Maker, given: readonly Operand[]): Operand {
  const rdds = given.filter(({ partitions }) => partitions > 0);
  const [first] = rdds;
  if (
    first?.partitioner &&
    rdds.every(({ partitioner }) => samePartitioner(partitioner, first.partitioner))
  ) {
    return context.rdd({
      kind: 'PartitionerAwareUnionRDD',
      dependencies: rdds.map(oneToOne),
      partitions: first.partitions,
      partitioner: first.partitioner,
      compute: (p, inputs) => rdds.flatMap((_, i) => inputs.narrow(i, p)),
    });
  }
  const starts: number[] = [];
  let partitions = 0;
  for (const rdd of rdds) {
    starts.push(partitions);
    partitions += rdd.partitions;
  }
  const whose = (p: number): number => starts.findLastIndex((start) => start <= p);
  return context.rdd({
    kind: 'UnionRDD',
    dependencies: rdds.map((parent, i) => ({
      kind: 'narrow',
      parent,
      of: (p) => (whose(p) === i ? [p - (starts[i] as number)] : []),
    })),
    partitions,
    compute: (p, inputs) => inputs.narrow(whose(p), p - (starts[whose(p)] as number)),
  });
}

export function zipped(left: Operand, right: Operand): Operand {
  if (left.partitions !== right.partitions) {
    throw refused('zip-partitions', { a: left.partitions, b: right.partitions });
  }
  return left.context.rdd({
    kind: 'ZippedPartitionsRDD2',
    dependencies: [oneToOne(left), oneToOne(right)],
    partitions: left.partitions,
    compute(p, inputs) {
      const a = inputs.narrow(0, p);
      const b = inputs.narrow(1, p);
      if (a.length !== b.length) {
        throw refused('zip-records', { partition: p, a: a.length, b: b.length });
      }
      return a.map((record, i) => [record, b[i]]);
    },
  });
}

export function cartesian(left: Operand, right: Operand): Operand {
  const n = right.partitions;
  return left.context.rdd({
    kind: 'CartesianRDD',
    dependencies: [
      { kind: 'narrow', parent: left, of: (p) => [Math.floor(p / n)] },
      { kind: 'narrow', parent: right, of: (p) => [p % n] },
    ],
    partitions: left.partitions * n,
    compute(p, inputs) {
      const b = inputs.narrow(1, p % n);
      const a = inputs.narrow(0, Math.floor(p / n));
      refuseMuch(a.length * b.length);
      return a.flatMap((x) => b.map((y) => [x, y]));
    },
  });
}

/** Fewer partitions, each some neighbours of the parent's. */
export function coalesced(parent: Operand, most: number): Operand {
  const n = Math.min(counted(most), parent.partitions);
  const start = (i: number): number => Math.floor((i * parent.partitions) / n);
  const group = (i: number): number[] =>
    Array.from({ length: start(i + 1) - start(i) }, (_, at) => start(i) + at);
  return parent.context.rdd({
    kind: 'CoalescedRDD',
    dependencies: [{ kind: 'narrow', parent, of: group }],
    partitions: n,
    compute: (p, inputs): Records => group(p).flatMap((at) => inputs.narrow(0, at)),
  });
}
