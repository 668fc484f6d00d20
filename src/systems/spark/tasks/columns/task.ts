// A task over columns, where its program allows it: the same walk over the lineage as the task record by record
// (`engine/evaluate`), with the same bytes, addresses and counts at its end, or UNFIT and nothing. Texts are split, keys
// are counted and parts are read where they lie; a record is never made but for an action. What may fail, ask for chance,
// tell an accumulator or pass a bound is not for columns.

import { packed } from '../../engine/contents.ts';
import type { Context } from '../../engine/context.ts';
import type { Outcome, Unit, Work } from '../../engine/evaluate.ts';
import { endOf, RECORD_STEPS, stepsOfReading } from '../../engine/evaluate.ts';
import type { GraphNode, Shuffle } from '../../engine/graph.ts';
import type { JobSpec } from '../../engine/job.ts';
import { at } from '../../engine/state.ts';
import { isTotal } from '../../engine/stopped.ts';
import type { TaskResult } from '../../engine/tasks.ts';
import { TASK_STEPS } from '../../engine/tasks.ts';
import { stepsSpent } from '../../language/meter.ts';
import type { ProgramFn } from '../../language/program.ts';
import { isProgramFn } from '../../language/program.ts';
import type { Column } from './column.ts';
import {
  addressOfColumn,
  addressOfColumns,
  NONE,
  numbers,
  recordsOf,
  sizeOfColumn,
  UNFIT,
} from './column.ts';
import { grouped, joined } from './groups.ts';
import type { Steps } from './helpers.ts';
import type { Combined, Growing, Op, Printing, Sink, Source } from './row.ts';
import { grownColumn, newCombined, newGrowing, runRow } from './row.ts';
import { unfit } from './value.ts';

/** Which call of the program made an RDD. */
export type Calls = ReadonlyMap<GraphNode, { readonly name: string; readonly args: readonly unknown[] }>;

/** What a task reaches, as columns; undefined where it is not there. */
export interface ColumnReach {
  text(input: string, split: number): Uint8Array | undefined;
  part(shuffle: number, map: number, reducer: number): Column | undefined;
  /** `gone` where the file of one that should be held is not there. */
  block(rdd: number, partition: number): Column | 'gone' | undefined;
  look(): void;
}

/** Where it leaves what it made, under its address. */
export interface ColumnKeep {
  block(address: string, column: Column): void;
  output(address: string, parts: readonly Column[]): void;
}

export interface ColumnTask extends Printing {
  readonly context: Context;
  readonly spec: JobSpec;
  readonly unit: Unit;
  readonly calls: Calls;
  readonly reach: ColumnReach;
}

/** Records on their way: where they come from, one after the other, and what is done with each. */
interface Flow {
  readonly sources: readonly Source[];
  readonly ops: readonly Op[];
}

const BY_RECORD = new Set([
  'map',
  'filter',
  'flatMap',
  'mapValues',
  'flatMapValues',
  'keyBy',
  'keys',
  'values',
]);
const RETURN = 13;
/** Of a record that is joined, at least. */
const JOIN_STEPS = 64;

/** The task's end; undefined where it is not for columns. What it made is kept only where it came to its end. */
export function columnTask(task: ColumnTask, keep: ColumnKeep): Outcome | undefined {
  const kept: (() => void)[] = [];
  try {
    const later: ColumnKeep = {
      block: (address, column) => kept.push(() => keep.block(address, column)),
      output: (address, parts) => kept.push(() => keep.output(address, parts)),
    };
    const outcome = endOf(task.context, task.unit, () => work(task, later));
    if (outcome.kind === 'failed' && isTotal(outcome.error)) return undefined;
    for (const one of kept) one();
    return outcome;
  } catch (thrown) {
    if (thrown === UNFIT) return undefined;
    throw thrown;
  }
}

function work(task: ColumnTask, keep: ColumnKeep): Work {
  const { context, spec, unit, calls, reach } = task;
  const stored: TaskResult['stored'][number][] = [];
  const hits: TaskResult['hits'][number][] = [];
  const computed: TaskResult['computed'][number][] = [];
  const own = new Map<string, Column>();
  let recordsRead = 0;
  let bytesRead = 0;
  let textBytes = 0;
  let heldBytes = 0;
  let parts = 0;
  const steps: Steps = { used: 0, most: 0 };
  const before = stepsSpent();
  /** What the task is counted as; it may not need more. */
  const counted = (): number => stepsOfReading(textBytes, bytesRead + heldBytes, parts);

  const run = ({ sources, ops }: Flow, sink: Sink): void => {
    steps.most = Math.max(TASK_STEPS, counted());
    for (const source of sources) runRow(task, source, ops, sink, steps, reach.look);
  };

  function collected(flow: Flow): Column {
    const [first, ...more] = flow.sources;
    if (!first) return NONE;
    if (first.from === 'column' && more.length === 0 && flow.ops.length === 0) return first.column;
    const grown = newGrowing();
    run(flow, { to: 'column', grown });
    return grownColumn(grown);
  }

  function flowOf(node: GraphNode, p: number): Flow {
    if (node.saved) unfit();
    if (node.level === 'NONE') return fresh(node, p);
    const name = `${node.id}.${p}`;
    const known = own.get(name);
    if (known) return of(known);
    const held = reach.block(node.id, p);
    if (held === 'gone') unfit();
    if (held) hits.push({ rdd: node.id, partition: p });
    if (held) {
      heldBytes += sizeOfColumn(held as Column);
      return of(held as Column);
    }
    const column = collected(fresh(node, p));
    own.set(name, column);
    const address = addressOfColumn(column);
    keep.block(address, column);
    stored.push({ rdd: node.id, partition: p, address, size: sizeOfColumn(column) });
    return of(column);
  }

  function fresh(node: GraphNode, p: number): Flow {
    const call = calls.get(node) ?? unfit();
    const flow = flowFrom(node, p, call.name, call.args);
    computed.push({ rdd: node.id, partition: p });
    return flow;
  }

  function flowFrom(node: GraphNode, p: number, name: string, args: readonly unknown[]): Flow {
    if (name === 'textFile') return lines(node, p);
    if (BY_RECORD.has(name)) {
      const { sources, ops } = flowOf(above(node), p);
      return { sources, ops: [...ops, { name, fn: isProgramFn(args[0]) ? args[0] : undefined }] };
    }
    if (name === 'join') return joinOf(node, p);
    const [dependency] = node.dependencies;
    if (dependency?.kind !== 'shuffle' || node.kind !== 'ShuffledRDD') return unfit();
    const read = fetched(dependency, p);
    if (name === 'partitionBy') return of(...read);
    if (name === 'groupByKey') return of(grouped(read));
    return name === 'reduceByKey' ? of(...combined(of(...read), args[0])) : unfit();
  }

  function lines(node: GraphNode, p: number): Flow {
    const file = above(node);
    const bytes = reach.text(file.text?.input ?? unfit(), p) ?? unfit();
    if (!isPlain(bytes)) unfit();
    textBytes += bytes.length;
    computed.push({ rdd: file.id, partition: p });
    return { sources: [{ from: 'lines', bytes }], ops: [] };
  }

  /** Of two RDDs with one value a key: places of equal keys. */
  function joinOf(node: GraphNode, p: number): Flow {
    const groups = above(node);
    const cogroup = above(groups);
    if (cogroup.kind !== 'CoGroupedRDD') unfit();
    const [left = NONE, right = NONE] = cogroup.dependencies.map((dependency): Column => {
      if (dependency.kind === 'narrow') return collected(flowOf(dependency.parent, p));
      return collected(of(...fetched(dependency, p)));
    });
    for (const { id } of [cogroup, groups]) computed.push({ rdd: id, partition: p });
    steps.used += JOIN_STEPS * (left.length + right.length);
    if (left.length === 0 || right.length === 0) return of();
    const [lefts, rights] = joined(left, right);
    return { sources: [{ from: 'join', left, right, lefts, rights }], ops: [] };
  }

  /** What it is counted as. What needs more is record by record, where it may be stopped in its place. */
  function within(): number {
    const used = steps.used + stepsSpent() - before;
    return used > Math.max(TASK_STEPS, counted()) ? unfit() : counted();
  }

  function fetched({ id, parent }: Shuffle, reducer: number): Column[] {
    return Array.from({ length: parent.partitions }, (_, map) => {
      const part = reach.part(id, map, reducer) ?? unfit();
      recordsRead += part.length;
      bytesRead += sizeOfColumn(part);
      parts += 1;
      steps.used += 3 * RECORD_STEPS * part.length;
      return part;
    });
  }

  function combined(flow: Flow, add: unknown): Column[] {
    const into: Combined = newCombined();
    run(flow, { to: 'combined', add: programFn(add), combined: into });
    return pairsOf(into);
  }

  function output(flow: Flow, shuffle: Shuffle): Column[] {
    const { partitioner, aggregator } = shuffle;
    if (partitioner.kind !== 'HashPartitioner') unfit();
    const grown: Growing[] = Array.from({ length: partitioner.partitions }, newGrowing);
    const deal: Sink = { to: 'reducers', parts: grown };
    if (!aggregator?.mapSide) run(flow, deal);
    else {
      const reader = context.rdds.find(({ dependencies: [dependency] }) => dependency === shuffle);
      const call = reader && calls.get(reader);
      run(of(...combined(flow, call?.name === 'reduceByKey' ? call.args[0] : unfit())), deal);
    }
    return grown.map(grownColumn);
  }

  if (spec.writes) unfit();
  const flow = flowOf(at(context.rdds, unit.rdd), unit.of);
  if (unit.shuffle < 0) {
    const value = packed(spec.result(recordsOf(collected(flow)), unit.of));
    return { stored, hits, computed, recordsRead, bytesRead, recordsWritten: 0, value, steps: within() };
  }
  const made = output(flow, at(context.shuffles, unit.shuffle));
  const address = addressOfColumns(made);
  keep.output(address, made);
  const recordsWritten = made.reduce((sum, { length }) => sum + length, 0);
  parts += made.length;
  return { stored, hits, computed, recordsRead, bytesRead, recordsWritten, output: address, steps: within() };
}

const of = (...columns: readonly Column[]): Flow => ({
  sources: columns.filter(({ length }) => length > 0).map((column) => ({ from: 'column', column })),
  ops: [],
});

function above({ dependencies: [dependency] }: GraphNode): GraphNode {
  return dependency?.kind === 'narrow' ? dependency.parent : unfit();
}

const programFn = (fn: unknown): ProgramFn => (isProgramFn(fn) ? fn : unfit());

function pairsOf({ ints, texts, values }: Combined): Column[] {
  const length = (ints ?? texts)?.size ?? 0;
  if (length === 0) return [];
  const keys: Column = ints
    ? { k: 'int', length, v: ints.keys.subarray(0, length) }
    : (texts as NonNullable<typeof texts>).column();
  return [{ k: 'tuple', length, columns: [keys, numbers(values, length)] }];
}

/** Only units below 128, and lines that end in one way. */
function isPlain(bytes: Uint8Array): boolean {
  let bits = 0;
  const from = Math.min(bytes.length, (8 - (bytes.byteOffset % 8)) % 8);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + from, (bytes.length - from) >> 2);
  for (let i = 0; i < words.length; i++) bits |= words[i] as number;
  for (let i = 0; i < from; i++) bits |= bytes[i] as number;
  for (let i = from + 4 * words.length; i < bytes.length; i++) bits |= bytes[i] as number;
  return (bits & 0x80808080) === 0 && !bytes.includes(RETURN);
}
