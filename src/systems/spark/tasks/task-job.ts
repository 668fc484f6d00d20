// A task as a job: the worker runs the driver program again, with the notes of the jobs done, and so has the same graph
// and the same functions as the driver; what the task reads are the job's inputs, parts of other tasks' results, named one
// by one. The stage attempt and the task's own are in the job, so that a recompute is one.

import { textOfUtf8 } from '../../../base/bytes.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { calmBytes, calmOf } from '../calm.ts';
import { recordsIn } from '../engine/batch.ts';
import type { Context } from '../engine/context.ts';
import { runDriver } from '../engine/driver.ts';
import type { Reach } from '../engine/evaluate.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { GraphNode } from '../engine/graph.ts';
import type { JobSpec } from '../engine/job.ts';
import { Rdd } from '../engine/rdd.ts';
import type { Plan } from '../engine/run.ts';
import { givenOf } from '../given.ts';
import { printedOf } from '../language/print.ts';
import type { Told } from '../language/program.ts';
import { driverOf } from '../language/program.ts';
import type { Column } from './columns/column.ts';
import { columnIn } from './columns/column.ts';
import type { Printing } from './columns/row.ts';
import type { Calls, ColumnReach } from './columns/task.ts';
import { columnTask } from './columns/task.ts';
import type { Code } from './task-bytes.ts';
import type { Bundle, CalmInput, TaskInput } from './task-spelled.ts';
import { readName } from './task-spelled.ts';
import { taskBytes } from './task-written.ts';

interface Ready {
  readonly address: string;
  readonly context: Context;
  readonly spec: JobSpec;
  readonly code: Code;
  /** Where code may be made: what a task over columns needs. */
  readonly columns: (Printing & { readonly calls: Calls }) | undefined;
}
/** The program made ready last: the tasks of a job all have the same. */
let last: Ready | undefined;

function ready(address: string, bytes: Uint8Array, compile: JobContext['compile']): Ready {
  if (last?.address === address) return last;
  const calls = new Map<GraphNode, { name: string; args: readonly unknown[] }>();
  const { notes, program, setting, code, tree } = unbundled(bytes, compile, (value, name, args) => {
    if (value instanceof Rdd && !calls.has(value)) calls.set(value, { name, args });
  });
  const { context, job, error } = runDriver(program, notes, { input: () => undefined, ...setting });
  if (!job) throw error ?? new Error('the program asks for no job here: the driver saw another program');
  const columns = compile && code === 'printed' ? { tree, compile, calls } : undefined;
  last = { address, context, spec: job, code, columns };
  return last;
}

function unbundled(bytes: Uint8Array, compile: JobContext['compile'], told?: Told) {
  const { tree, notes, cores, parallelism, seed, level, numbers, lengths, closures } = JSON.parse(
    textOfUtf8(bytes) ?? '',
  ) as Bundle;
  const make = compile && !closures ? printedOf(tree, compile) : undefined;
  const code: Code = make ? 'printed' : 'closures';
  const setting = {
    lengths,
    ...(cores === null ? {} : { cores }),
    ...(parallelism === null ? {} : { parallelism }),
    ...(seed === null ? {} : { seed }),
    ...(level === null ? {} : { level }),
  };
  return { notes, program: driverOf(tree, givenOf(numbers), make, told), setting, code, tree };
}

/** Makes the undisturbed run. */
export function calmJob(
  { workers, memory, files }: CalmInput,
  { inputs: [bundle = new Uint8Array(), ...texts], compile, progress }: JobContext,
): Uint8Array {
  const { program, setting } = unbundled(bundle, compile);
  // Copied: a text is decoded, which no browser does where memory is shared.
  const bytes = new Map(files.map((name, i) => [name, texts[i]?.slice()]));
  const plan: Plan = { ...setting, program, workers, memory, input: (name) => bytes.get(name) };
  return calmBytes(calmOf(plan, { look: () => progress(0) }));
}

/** Computes a task. Pure: its bytes depend on the job alone. */
export function taskJob(input: TaskInput, { inputs, compile, progress }: JobContext): Uint8Array {
  const { unit, bundle, reads, gone } = input;
  const [bytes = new Uint8Array(), ...others] = inputs;
  const { context, spec, code, columns } = ready(bundle, bytes, compile);
  const found = new Map(reads.map((name, i) => [name, others[i] as Uint8Array]));
  const records = (name: string): readonly unknown[] | undefined => {
    const batch = found.get(name);
    return batch && recordsIn(batch);
  };
  const reach: Reach = {
    look: () => progress(0),
    block(rdd, partition) {
      const name = readName.block(rdd, partition);
      return name in gone ? null : records(name);
    },
    saved: (rdd, partition) => records(readName.saved(rdd, partition)),
    part(shuffle, map, reducer) {
      const name = readName.part(shuffle, map, reducer);
      return records(name) ?? gone[name] ?? -1;
    },
    text(source, split) {
      const text = found.get(readName.text(source.input, split));
      if (!text) throw new Error(`split ${split} of ${source.input} was not sent`);
      return text;
    },
  };
  const { keep, columns: keepColumns, done } = taskBytes(code);
  const column = (name: string): Column | undefined => {
    const batch = found.get(name);
    return batch && columnIn(batch);
  };
  const byColumn: ColumnReach = {
    look: () => progress(0),
    block: (rdd, partition) => {
      const name = readName.block(rdd, partition);
      return name in gone ? 'gone' : column(name);
    },
    part: (shuffle, map, reducer) => column(readName.part(shuffle, map, reducer)),
    text: (name, split) => found.get(readName.text(name, split)),
  };
  const outcome =
    (columns && columnTask({ ...columns, context, spec, unit, reach: byColumn }, keepColumns)) ??
    evaluate(context, spec, unit, reach, keep);
  return done(outcome);
}
