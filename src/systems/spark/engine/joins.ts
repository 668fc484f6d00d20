// Operators over several RDDs of pairs. For each parent apart: where it has the partitioner already it is read
// partition by partition, else it is shuffled. So a join may be wide, narrow, or half of each.

import type { Dependency, Records } from './graph.ts';
import { oneToOne } from './graph.ts';
import { mapKey } from './keys.ts';
import type { Operand } from './operand.ts';
import type { Partitioner, Where } from './partitioner.ts';
import { partitionerFor, samePartitioner } from './partitioner.ts';
import { pairOf } from './shuffle.ts';
import { refuseMuch } from './why.ts';

const dependencyOn = (parent: Operand, partitioner: Partitioner): Dependency =>
  samePartitioner(parent.partitioner, partitioner)
    ? oneToOne(parent)
    : parent.context.shuffle({ parent, partitioner });

/** [key, [values of the first, values of the second, ...]] */
export function cogroup(parents: readonly [Operand, ...Operand[]], where: Where): Operand {
  const { context } = parents[0];
  const partitioner = partitionerFor(where, parents, context.parallelism);
  const dependencies = parents.map((parent) => dependencyOn(parent, partitioner));
  const grouped = context.rdd({
    kind: 'CoGroupedRDD',
    dependencies,
    partitions: partitioner.partitions,
    partitioner,
    compute(p, inputs): Records {
      const at = new Map<unknown, [unknown, unknown[][]]>();
      dependencies.forEach(({ kind }, i) => {
        const records = kind === 'narrow' ? inputs.narrow(i, p) : inputs.shuffled(i).flat();
        for (const record of records) {
          const [key, value] = pairOf(record);
          const name = mapKey(key);
          const found = at.get(name) ?? [key, parents.map(() => [])];
          at.set(name, found);
          found[1][i]?.push(value);
        }
      });
      return [...at.values()];
    },
  });
  // Spark's own second step: the groups given to the program.
  return grouped.narrow((records) => records, true);
}

/** Pairs of values of a key; a side that may be missing is null then. */
export function join(
  left: Operand,
  right: Operand,
  where: Where,
  keepLeft: boolean,
  keepRight: boolean,
): Operand {
  return cogroup([left, right], where).narrow((records) => {
    let made = 0;
    return records.flatMap((record) => {
      const [key, value] = pairOf(record);
      const [a, b] = value as [unknown[], unknown[]];
      const lefts = a.length === 0 && keepRight ? [null] : a;
      const rights = b.length === 0 && keepLeft ? [null] : b;
      made += lefts.length * rights.length;
      refuseMuch(made);
      return lefts.flatMap((x) => rights.map((y) => [key, [x, y]]));
    });
  }, true);
}

/** Pairs of the left whose key the right has not. */
export function subtractByKey(left: Operand, right: Operand, where: Where): Operand {
  const own = left.partitioner ?? left.partitions;
  const partitioner = partitionerFor(where ?? own, [left], undefined);
  const dependencies = [left, right].map((parent) => dependencyOn(parent, partitioner));
  return left.context.rdd({
    kind: 'SubtractedRDD',
    dependencies,
    partitions: partitioner.partitions,
    partitioner,
    compute(p, inputs): Records {
      const [kept = [], gone = []] = dependencies.map(({ kind }, i) =>
        kind === 'narrow' ? inputs.narrow(i, p) : inputs.shuffled(i).flat(),
      );
      const out = new Set(gone.map((record) => mapKey(pairOf(record)[0])));
      return kept.filter((record) => !out.has(mapKey(pairOf(record)[0])));
    },
  });
}

export function intersection(left: Operand, right: Operand, where: Where): Operand {
  const keyed = [left, right].map((rdd) => rdd.narrow((records) => records.map((record) => [record, null])));
  const both = cogroup(keyed as [Operand, Operand], where).narrow(
    (records) =>
      records.filter((record) => (pairOf(record)[1] as unknown[][]).every((side) => side.length > 0)),
    true,
  );
  return both.narrow((records) => records.map((record) => pairOf(record)[0]));
}
