// What steps, lanes and lists say alike: workers, tasks, operators.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Action } from '../../kernel/model.ts';
import type { Context } from './engine/context.ts';
import { copies } from './engine/speculation.ts';
import type { Task } from './engine/state.ts';
import { at } from './engine/state.ts';
import { nextTask } from './engine/tasks.ts';
import { taskName } from './model.ts';
import type { SparkState } from './model-state.ts';

/** Of a key `KIND:A.B.C`; a `w` before a worker's number is left out. */
export const numbersOf = (key: string): readonly number[] =>
  key
    .slice(key.indexOf(':') + 1)
    .split('.')
    .map((part) => Number(part.replace('w', '')));

/** The task that an action starts, ends or delays. */
export function taskOf({ scheduler }: SparkState, { key, kind }: Action, context: Context): Task | undefined {
  const name = key.slice(key.indexOf(':') + 1);
  if (kind === 'start') return nextTask(scheduler, context, numbersOf(key)[0] ?? -1);
  if (kind === 'copy') return copies(scheduler, context).find((one) => taskName(one) === name);
  return scheduler.running.find((one) => taskName(one) === name);
}

/**
 * What the end of a task came to: before it one only knows what it cannot read; a function that throws, or two things
 * missing at once, show when it has run.
 */
export function cameTo(before: SparkState, { kind }: Action, after: SparkState, task: Task): string {
  if (kind !== 'end' && kind !== 'fail' && kind !== 'fetch-fail') return kind;
  const setIn = ({ scheduler }: SparkState) =>
    scheduler.sets.find(({ stage, attempt }) => stage === task.stage && attempt === task.attempt);
  const [was, is] = [setIn(before), setIn(after)];
  const { partition } = task;
  if (was?.done[partition] === undefined && is?.done[partition] !== undefined) return 'end';
  const hasFailed = (was?.failures[partition] ?? 0) < (is?.failures[partition] ?? 0);
  return hasFailed || kind !== 'fetch-fail' ? 'fail' : kind;
}

/** `0.2`: stage and task, as they are said on the lanes. */
export const shortTask = ({ stage, partition }: Pick<Task, 'stage' | 'partition'>): Text =>
  text('task', { stage, task: partition });

/** The operator that made an RDD, as it is written in the program, and its line. */
export function placeOf(
  { rdds }: Pick<Context, 'rdds'>,
  rdd: number,
): { readonly operator: string; readonly line: number } {
  const [, operator = '', line = '0'] = /^(\S+) at .*:(\d+)$/.exec(at(rdds, rdd).site) ?? [];
  return { operator, line: Number(line) };
}
