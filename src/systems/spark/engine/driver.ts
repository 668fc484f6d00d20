// The driver program beside the scheduler: run from its start with the notes so far until it needs a job; the job is
// handed in; when it has ended its note is taken, and the program is run again.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { unpersist } from './blocks.ts';
import { unpacked } from './contents.ts';
import type { ContextOptions } from './context.ts';
import { Context } from './context.ts';
import type { Held, InputOf, JobNote, JobSpec } from './job.ts';
import { NeedsJob } from './job.ts';
import type { State } from './state.ts';
import { at } from './state.ts';
import { wordsOf } from './why.ts';

/** A program: what it gives back, or pushes to `results`, is what a person sees. */
export type Program = (sc: Context, results: unknown[]) => unknown;

export interface Setting extends ContextOptions {
  readonly input: InputOf;
}

/** The program as far as its notes lead. */
export interface Reached {
  readonly context: Context;
  readonly results: readonly unknown[];
  /** The job that it waits for; undefined where it has come to its end. */
  readonly job?: JobSpec;
  /** Why it ended before its end. */
  readonly failed?: Text;
  readonly error?: Error;
}

export function runDriver(program: Program, notes: readonly JobNote[], setting: Setting): Reached {
  const open = notes.map((note) => ({ ...note, values: note.values.map(unpacked) }));
  const context = new Context(open, setting.input, setting);
  const results: unknown[] = [];
  try {
    const last = program(context, results);
    if (last !== undefined) results.push(last);
    return { context, results };
  } catch (thrown) {
    if (thrown instanceof NeedsJob) return { context, results, job: thrown.job };
    if (thrown instanceof Error) {
      return { context, results, failed: wordsOf(thrown), error: thrown };
    }
    throw thrown;
  }
}

/** What is held now, by RDD. */
export function heldIn(state: State): Held[] {
  const held = new Map<number, { rdd: number; partitions: Set<number>; memory: number; disk: number }>();
  for (const { worker, rdd, partition, size, memory, disk } of state.blocks) {
    if (!at(state.workers, worker).alive) continue;
    const one = held.get(rdd) ?? { rdd, partitions: new Set(), memory: 0, disk: 0 };
    one.partitions.add(partition);
    if (memory) one.memory += size;
    if (disk) one.disk += size;
    held.set(rdd, one);
  }
  return [...held.values()]
    .sort((a, b) => a.rdd - b.rdd)
    .map(({ rdd, partitions, memory, disk }) => ({ rdd, partitions: partitions.size, memory, disk }));
}

/** The note of a job that has ended, as a state keeps it: its values packed. */
export function noteOf(state: State, job: number): JobNote {
  const { status, reason, values } = at(state.jobs, job);
  return {
    values,
    sums: { ...state.sums },
    held: heldIn(state),
    ...(status === 'failed' ? { failed: reason ?? text('failed.job') } : {}),
  };
}

/** What the program gave up since its last job. */
export function giveUp(state: State, { context }: Reached): void {
  for (const { rdd, after } of context.unpersisted) if (after === context.jobs) unpersist(state, rdd);
}
