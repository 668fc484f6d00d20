// A golden case of real Spark (cases.jsonl): a program, run here, and what differs from what Spark did. Call sites
// (`FILE:LINE`) and sizes in bytes are masked; sibling shuffle stages are compared as sets, since Spark numbers them in
// the order of a hash set.

import { canonicalJson } from '../../base/canonical.ts';
import { fingerprint, fingerprintHex } from '../../base/fingerprint.ts';
import { Refusal } from '../../base/result.ts';
import type { Context } from './engine/context.ts';
import { runInline } from './engine/inline.ts';
import type { InputOf } from './engine/job.ts';
import { hashPartitioner, modulo } from './engine/partitioner.ts';
import { Rdd } from './engine/rdd.ts';
import type { State } from './engine/state.ts';
import { refused } from './engine/why.ts';

interface CaseStage {
  readonly id: number;
  readonly parents: readonly number[];
  readonly ran: boolean;
  readonly rdds: readonly number[];
  readonly shuffleReadRecords: number | null;
  readonly shuffleWriteRecords: number | null;
  readonly tasks: number;
}

interface CaseJob {
  readonly job: number;
  readonly stages: readonly CaseStage[];
}

export interface Case {
  readonly case: string;
  readonly js: string;
  readonly count: number;
  readonly jobs: readonly CaseJob[];
  readonly partitioner: string | null;
  readonly partitions: number;
  readonly sizes: readonly number[];
  readonly toDebugString: string;
}

/** A case's program, ready to be called on `sc` with the names of `caseScope` bound to it. */
export type CaseProgram = (sc: Context) => Rdd;

export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What is in scope in a case's program, for one `sc`. Both ends of a range are included. */
export function caseScope(sc: Context): Readonly<Record<string, unknown>> {
  const range = (a: number, b: number): number[] => Array.from({ length: b - a + 1 }, (_, i) => a + i);
  const nums = (): Rdd => sc.parallelize(range(1, 20), 4);
  const pairs = (): Rdd => nums().map((x: number) => [x % 5, x]);
  return {
    nums,
    pairs,
    p3: () => pairs().partitionBy(hashPartitioner(3)),
    range,
    HashPartitioner: hashPartitioner,
    Modulo: modulo,
    StorageLevel: {
      MEMORY_ONLY: 'MEMORY_ONLY',
      MEMORY_AND_DISK: 'MEMORY_AND_DISK',
      DISK_ONLY: 'DISK_ONLY',
    },
  };
}

/** Runs the program on two cores, then asks for the sizes of its partitions, then counts. */
export function differences(expected: Case, program: CaseProgram, input: InputOf): Difference[] {
  let seen: Pick<Case, 'toDebugString' | 'partitioner' | 'partitions'> | undefined;
  const { run, results, failed } = runInline({
    workers: 2,
    cores: 2,
    input,
    program: (sc) => {
      const rdd = program(sc);
      if (!(rdd instanceof Rdd)) throw refused('no-rdd');
      seen = {
        toDebugString: rdd.toDebugString(),
        partitioner: rdd.partitioner?.kind ?? null,
        partitions: rdd.partitions,
      };
      const sizes = rdd.mapPartitions((records: readonly unknown[]) => [records.length]).collect();
      return { sizes, count: rdd.count() };
    },
  });
  if (failed !== undefined) throw new Refusal(failed);
  if (!seen) throw refused('no-rdd');
  const { sizes, count } = results[0] as Pick<Case, 'sizes' | 'count'>;
  const jobs = jobsOf(run.state);
  const pairs: readonly [string, unknown, unknown][] = [
    ['toDebugString', masked(expected.toDebugString), masked(seen.toDebugString)],
    ['partitioner', expected.partitioner, seen.partitioner],
    ['partitions', expected.partitions, seen.partitions],
    ['sizes', expected.sizes, sizes],
    ['count', expected.count, count],
    ['jobs', expected.jobs.map(shapeOf), jobs.map(shapeOf)],
  ];
  return pairs.flatMap(([field, wanted, actual]) =>
    canonicalJson(wanted) === canonicalJson(actual) ? [] : [{ field, expected: wanted, actual }],
  );
}

function jobsOf(state: State): CaseJob[] {
  return state.jobs.map(({ id, stages }) => ({
    job: id,
    stages: stages.map((stage) => {
      const { parents, ran, rdds, tasks, recordsRead, recordsWritten } = state.stages[
        stage
      ] as State['stages'][0];
      return {
        id: stage,
        parents,
        ran,
        rdds,
        shuffleReadRecords: ran ? recordsRead : null,
        shuffleWriteRecords: ran ? recordsWritten : null,
        tasks,
      };
    }),
  }));
}

/** A job without the numbers of its stages: each stage as what it is, with its parents named by what they are. */
function shapeOf({ job, stages }: CaseJob): unknown {
  const named = new Map<number, string>();
  const shapes = [...stages]
    .sort((a, b) => a.id - b.id)
    .map(({ id, parents, ...own }) => {
      const shape = { ...own, parents: parents.map((parent) => named.get(parent)).sort() };
      named.set(id, fingerprintHex(fingerprint(shape)));
      return canonicalJson(shape);
    });
  return { job, ids: [...named.keys()], stages: shapes.sort() };
}

const masked = (lineage: string): string =>
  lineage
    .replace(/ at \S+:\d+ \[/g, ' at FILE:LINE [')
    .replace(/MemorySize: [\d.]+ \w+; DiskSize: [\d.]+ \w+/g, 'MemorySize: x; DiskSize: y');
