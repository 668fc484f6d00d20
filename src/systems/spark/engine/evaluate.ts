// A task at work: computes one partition through the pipeline of narrow parents, reading what is held, stored or
// shuffled on the way. What it reads and computes is reported as it was; what it needs and cannot read fails it. It knows
// no scheduler: the same function works in the driver's thread (`inline`) and in a worker's (`task-job`).

import { Refusal } from '../../../base/result.ts';
import { mix32 } from '../../../base/rng.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Attempt } from '../language/attempt.ts';
import { inAttempt } from '../language/attempt.ts';
import { OVER, spendWork, stepsSpent, withSteps } from '../language/meter.ts';
import { ProgramRefusal } from '../language/refusal.ts';
import { packed, sizeOf } from './contents.ts';
import type { Context } from './context.ts';
import type { GraphNode, Inputs, Pipe, Records, Shuffle, TextSource } from './graph.ts';
import type { JobSpec } from './job.ts';
import type { Pair } from './shuffle.ts';
import { combiner, mapOutput, toReducers } from './shuffle.ts';
import type { Task } from './state.ts';
import { at } from './state.ts';
import { stopped } from './stopped.ts';
import type { FetchFailure, TaskResult } from './tasks.ts';
import { refused, wordsOf } from './why.ts';

/** A task, and what of its stage it must know. */
export interface Unit extends Pick<Task, 'stage' | 'attempt' | 'partition' | 'tried'> {
  readonly rdd: number;
  /** The shuffle it writes, or -1. */
  readonly shuffle: number;
  /** The partition of the stage's RDD. */
  readonly of: number;
}

/** What a task can reach, as things stand. */
export interface Reach {
  /** A held partition; undefined where none is held, null where the file of one that should be is gone. */
  block(rdd: number, partition: number): Records | null | undefined;
  /** A partition in reliable storage. */
  saved(rdd: number, partition: number): Records | undefined;
  /** What a map task wrote for a reducer; where it is gone, the worker it should be on, -1 where nobody knows of one. */
  part(shuffle: number, map: number, reducer: number): Records | number;
  /** The bytes of a text's split. */
  text(source: TextSource, split: number): Uint8Array;
  /** Asked now and then; throws where the task was given up. What comes of it then is nobody's. */
  look?(): void;
}

/** Steps of a program's functions between two looks: some milliseconds, or one record's where they are more. */
const LOOK_EVERY = 1e5;

/** Bytes of records that one task may hold at once, and partitions that it may compute. */
const MOST_BYTES = 2 ** 29;
const MOST_COMPUTED = 5e4;

/** Steps of the engine for a record that it goes over, and for a part of a map output that it looks up or writes. */
export const RECORD_STEPS = 8;
const PART_STEPS = 100;
/** Of a byte of text, and of a byte of what other tasks made. */
const TEXT_BYTE_STEPS = 32;
const BYTE_STEPS = 4;

/** A task that reads so much is counted as this many steps, whatever it needs: those over columns need fewer. */
export const stepsOfReading = (textBytes: number, bytes: number, parts: number): number =>
  TEXT_BYTE_STEPS * textBytes + BYTE_STEPS * bytes + PART_STEPS * parts;

/** Where a task leaves what it made; each gives the content's address. */
export interface Keep {
  block(records: Records): string;
  saved(records: Records): string;
  output(parts: readonly Records[]): string;
}

export type Outcome =
  | { readonly kind: 'done'; readonly result: TaskResult }
  | { readonly kind: 'fetch-failed'; readonly failure: FetchFailure }
  | {
      readonly kind: 'failed';
      readonly reason: Text;
      readonly error: Error;
      /** A held partition that was not where it should be. */
      readonly lost?: { readonly rdd: number; readonly partition: number };
    };

/** Thrown inside a task: a map output that is not there. */
class Missing {
  readonly failure: FetchFailure;
  constructor(failure: FetchFailure) {
    this.failure = failure;
  }
}

/** Thrown inside a task: a held partition whose file is gone. */
class LostBlock extends Refusal {
  readonly rdd: number;
  readonly partition: number;
  constructor(rdd: number, partition: number) {
    super(text('engine.no-block', { rdd, partition }));
    this.rdd = rdd;
    this.partition = partition;
  }
}

/** Runs a task. `context` is the program's driver as it stands, `spec` the job that runs. */
export const evaluate = (context: Context, spec: JobSpec, unit: Unit, reach: Reach, keep: Keep): Outcome =>
  endOf(context, unit, () => work(context, spec, unit, reach, keep));

/** What a task's work comes to: with what it told accumulators, or why it failed. */
export function endOf(context: Context, unit: Unit, run: () => Work): Outcome {
  try {
    const { value, added } = withSteps(context.mostSteps, () =>
      context.accumulators.during(() => inAttempt(attemptOf(context, unit), run)),
    );
    return { kind: 'done', result: { ...value, added } };
  } catch (thrown) {
    if (thrown instanceof Missing) return { kind: 'fetch-failed', failure: thrown.failure };
    if (thrown === OVER) return failedBy(stopped(at(context.rdds, unit.rdd), 'total'));
    if (thrown instanceof LostBlock) {
      const { rdd, partition } = thrown;
      return { kind: 'failed', reason: wordsOf(thrown), error: thrown, lost: { rdd, partition } };
    }
    if (thrown instanceof Error) return failedBy(placedAt(at(context.rdds, unit.rdd), thrown) ?? thrown);
    throw thrown;
  }
}

const failedBy = (error: Error): Outcome => ({ kind: 'failed', reason: wordsOf(error), error });

/**
 * The row of operators that ends in a node, where it ends one: each looks at one record at a time, and none before the
 * last is kept. `between` are the ids of those before the last, in the order of the records' way.
 */
function rowTo(
  node: GraphNode,
): { readonly pipe: Pipe; readonly base: GraphNode; readonly between: readonly number[] } | undefined {
  let [above] = node.dependencies;
  let { pipe } = node;
  const between: number[] = [];
  if (!pipe || above?.kind !== 'narrow') return undefined;
  for (let base = above.parent; ; base = above.parent) {
    [above] = base.dependencies;
    if (!base.pipe || base.saved || base.level !== 'NONE' || above?.kind !== 'narrow')
      return { pipe, base, between };
    pipe = joined(base.pipe, pipe);
    between.unshift(base.id);
  }
}

const joined =
  (first: Pipe, then: Pipe): Pipe =>
  (give) =>
    first(then(give));

/** Another attempt of the same task gets other values. */
const attemptOf = ({ seed }: Context, { stage, attempt, partition, tried }: Unit): Attempt => ({
  seed,
  task: mix32(mix32(mix32(stage) ^ attempt) ^ partition),
  attempt: tried,
});

const tooMuch = (node: GraphNode): Refusal => stopped(node, 'much');

/** What the engine refuses of a program's records has the place of the operator; not what a fault took away. */
function placedAt({ place: { line, column } }: GraphNode, thrown: unknown): ProgramRefusal | undefined {
  if (!(thrown instanceof Refusal) || FAULTS.has(thrown.text.key)) return undefined;
  return thrown.text.key.startsWith('engine.') ? new ProgramRefusal(line, column, thrown.text) : undefined;
}
const FAULTS: ReadonlySet<string> = new Set(['engine.no-block', 'engine.no-checkpoint']);

/** What an operator finds too much has the place of the operator. */
function computedBy(node: GraphNode, p: number, inputs: Inputs): Records {
  try {
    return node.compute(p, inputs);
  } catch (thrown) {
    const placed = placedAt(node, thrown);
    if (placed) throw placed;
    if (thrown === OVER) throw stopped(node, 'total');
    throw thrown;
  }
}

export type Work = Omit<TaskResult, 'added'>;

function work(context: Context, spec: JobSpec, unit: Unit, reach: Reach, keep: Keep): Work {
  /** Persisted partitions that this task computed. */
  const kept = new Map<string, Records>();
  const stored: TaskResult['stored'][number][] = [];
  const hits: TaskResult['hits'][number][] = [];
  const computed: TaskResult['computed'][number][] = [];
  let recordsRead = 0;
  let bytesRead = 0;
  let textBytes = 0;
  let heldBytes = 0;
  let parts = 0;
  const from = stepsSpent();
  const over = (records: number): void => spendWork(RECORD_STEPS * records);
  /** Bytes of what this task computed record by record. */
  let bytesMade = 0;

  /** What is not held is computed wherever it is asked for, twice in one task too, as Spark does. */
  const records = (node: GraphNode, p: number): Records =>
    kept.get(`${node.id}.${p}`) ?? held(node, p) ?? fresh(node, p);

  function held({ id, level }: GraphNode, p: number): Records | undefined {
    const found = level === 'NONE' ? undefined : reach.block(id, p);
    if (found === null) throw new LostBlock(id, p);
    if (!found) return undefined;
    hits.push({ rdd: id, partition: p });
    heldBytes += sizeOf(found);
    return found;
  }

  function fresh(node: GraphNode, p: number): Records {
    const { saved, text } = node;
    const found = saved
      ? fromStorage(node, p)
      : (piped(node, p) ??
        computedBy(node, p, {
          narrow: (dependency, from) => records(at(node.dependencies, dependency).parent, from),
          shuffled: (dependency) => fetched(at(node.dependencies, dependency) as Shuffle, p),
          stored: () => fromStorage(node, p),
          text: () => {
            const bytes = reach.text(text as TextSource, p);
            textBytes += bytes.length;
            return bytes;
          },
        }));
    over(found.length);
    if (!saved) computed.push({ rdd: node.id, partition: p });
    if (computed.length > MOST_COMPUTED) throw tooMuch(node);
    if (node.level !== 'NONE') {
      kept.set(`${node.id}.${p}`, found);
      stored.push({ rdd: node.id, partition: p, address: keep.block(found), size: sizeOf(found) });
    }
    return found;
  }

  /** Runs the row that ends in a node, where it ends one, each record to `give`. */
  function pipedInto(node: GraphNode, p: number, give: (record: unknown) => void): boolean {
    const row = rowTo(node);
    if (!row) return false;
    const take = row.pipe(give);
    const from = records(row.base, p);
    let due = 0;
    for (let i = 0; i < from.length; i++) {
      if (stepsSpent() >= due) {
        reach.look?.();
        due = stepsSpent() + LOOK_EVERY;
      }
      take(from[i]);
    }
    for (const id of row.between) computed.push({ rdd: id, partition: p });
    return true;
  }

  function piped(node: GraphNode, p: number): Records | undefined {
    const out: unknown[] = [];
    const isPiped = pipedInto(node, p, (record) => {
      over(1);
      out.push(record);
      bytesMade += sizeOf(record);
      if (bytesMade > MOST_BYTES) throw tooMuch(node);
    });
    return isPiped ? out : undefined;
  }

  function fromStorage({ id }: GraphNode, p: number): Records {
    const found = reach.saved(id, p);
    if (!found) throw refused('no-checkpoint', { rdd: id, partition: p });
    return found;
  }

  function fetched({ id, parent }: Shuffle, reducer: number): Records[] {
    return Array.from({ length: parent.partitions }, (_, map) => {
      const part = reach.part(id, map, reducer);
      if (typeof part === 'number') throw new Missing({ shuffle: id, map, worker: part });
      over(part.length);
      recordsRead += part.length;
      bytesRead += sizeOf(part);
      parts += 1;
      return part;
    });
  }

  /** Where map tasks combine, each record goes into its key as it comes. */
  function combinedAtOnce(node: GraphNode, { aggregator }: Shuffle): readonly Pair[] | undefined {
    if (!aggregator?.mapSide || node.saved || node.level !== 'NONE') return undefined;
    const { take, pairs } = combiner(aggregator.create, aggregator.add);
    /** What the keys have come to is looked at now and then: they grow as records come. */
    let due = 1;
    let taken = 0;
    const taking = (record: unknown): void => {
      over(1);
      take(record);
      taken += 1;
      if (taken < due) return;
      due *= 2;
      if (sizeOf(pairs) > MOST_BYTES) throw tooMuch(node);
    };
    if (!pipedInto(node, unit.of, taking)) return undefined;
    computed.push({ rdd: node.id, partition: unit.of });
    return pairs;
  }

  const node = at(context.rdds, unit.rdd);
  const shuffle = unit.shuffle < 0 ? undefined : at(context.shuffles, unit.shuffle);
  const combined = shuffle && combinedAtOnce(node, shuffle);
  const all = combined ? [] : records(node, unit.of);
  over(all.length);
  const base = { stored, hits, computed, recordsRead, bytesRead, recordsWritten: 0 };
  const steps = (written = 0): number =>
    Math.max(stepsOfReading(textBytes, bytesRead + heldBytes, parts + written), stepsSpent() - from);
  if (!shuffle) {
    if (spec.writes) return { ...base, saved: keep.saved(all), value: null, steps: steps() };
    const value = packed(spec.result(all, unit.of));
    return { ...base, value, steps: steps() };
  }
  const output = combined ? toReducers(shuffle, combined) : mapOutput(shuffle, all);
  const recordsWritten = output.reduce((sum, part) => sum + part.length, 0);
  over(recordsWritten);
  return {
    ...base,
    recordsWritten,
    output: keep.output(output),
    sizes: output.map(sizeOf),
    steps: steps(output.length),
  };
}
