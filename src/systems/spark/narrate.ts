// A step in words: what happened, and why it matters.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Story } from '../../contract/system.ts';
import type { Action } from '../../kernel/model.ts';
import type { Context } from './engine/context.ts';
import type { Stage, Task } from './engine/state.ts';
import { at, isReachable } from './engine/state.ts';
import type { SparkState } from './model-state.ts';
import type { Reach } from './reach.ts';
import { cameTo, numbersOf, placeOf, taskOf } from './tell.ts';
import { workerName } from './worker-name.ts';

type Args = Readonly<Record<string, Text | string | number>>;

const story = (id: string, args: Args, why?: Text, source?: string): Story => ({
  sentence: text(`say.${id}`, args),
  ...(why ? { why } : {}),
  ...(source ? { source } : {}),
});

export function narratorOf(reach: Reach) {
  return (before: SparkState, action: Action, after: SparkState): Story => {
    const { context } = reach(before.notes);
    const [a = 0, b = 0, c = 0] = numbersOf(action.key);
    const worker = workerName(a);
    switch (action.kind) {
      case 'kill':
        return story('kill', { worker, ...lostWith(before, a) }, whatIsOwed(after), '5.1');
      case 'notice':
        return story('notice', { worker }, whatIsOwed(after), '5.1');
      case 'evict':
        return story(
          'evict',
          { worker, rdd: placeOf(context, b).operator, partition: c },
          text('why.evicted'),
          '5.3',
        );
      case 'lose-block':
        return story(
          'lose-block',
          { worker, rdd: placeOf(context, b).operator, partition: c },
          text('why.unnoticed'),
        );
      case 'lose-output':
        return story('lose-output', { map: b, shuffle: a }, text('why.unnoticed'));
      case 'lose-checkpoint':
        return story('lose-checkpoint', { rdd: placeOf(context, a).operator, partition: b });
      default: {
        const task = taskOf(before, action, context);
        if (!task) throw new Error(`no task for ${action.key}`);
        return ofTask(before, action, after, task, context);
      }
    }
  };
}

function ofTask(before: SparkState, action: Action, after: SparkState, task: Task, context: Context): Story {
  const stage = at(before.scheduler.stages, task.stage);
  const args = {
    worker: workerName(task.worker),
    task: task.partition,
    stage: stage.id,
    operator: placeOf(context, stage.rdd).operator,
  };
  switch (cameTo(before, action, after, task)) {
    case 'start':
      return story('start', args, whyStarted(before, task, stage));
    case 'copy':
      return story('copy', args, text('why.copy'), '5.1');
    case 'delay':
      return story('delay', args);
    case 'fail':
      return story('fail', { ...args, times: task.tried + 1 }, over(after) ?? text('why.fail'));
    case 'fetch-fail':
      return story('fetch-fail', args, text('why.fetch-fail', { parents: missing(before, stage) }), '5.1');
    default:
      return ended(before, after, task, stage, args);
  }
}

function whyStarted({ scheduler, notes }: SparkState, task: Task, stage: Stage): Text | undefined {
  if (task.tried > 0) return text('why.tried', { times: task.tried });
  if (task.attempt > 0 && stage.ran && stage.next > 1) return text('why.attempt', { attempt: task.attempt });
  if (scheduler.running.length > 0) return undefined;
  const job = scheduler.jobs[notes.length];
  const hasBegun = job?.stages.some((id) => at(scheduler.stages, id).status === 'done');
  const isFirst =
    job !== undefined && !hasBegun && !job.done.some((one) => one) && stage.pending.length === stage.tasks;
  if (scheduler.started === 0 && job) return text('why.first', { action: job.action });
  return isFirst && job ? text('why.job', { job: job.id, action: job.action }) : undefined;
}

function ended(before: SparkState, after: SparkState, task: Task, stage: Stage, args: Args): Story {
  const now = at(after.scheduler.stages, stage.id);
  const why = [...whyEnded(before, after, task), ...(stageEnd(before, after, stage) ?? [])];
  const [first, ...rest] = why;
  const reason = first && rest.reduce((a, b) => text('why.both', { a, b }), first);
  if (stage.shuffle >= 0) {
    const records = now.recordsWritten - stage.recordsWritten;
    return story('wrote', { ...args, records }, reason, '4');
  }
  const job = at(before.scheduler.jobs, at(stage.jobs, 0));
  if (job.writes) return story('saved', args, reason, '5.4');
  return story('done', { ...args, action: job.action }, reason);
}

/** What this task made again, read from memory or keeps. */
function whyEnded(before: SparkState, after: SparkState, task: Task): Text[] {
  const again = Object.keys(after.made).find((name) => {
    const was = before.made[name];
    return was !== undefined && was.times < (after.made[name]?.times ?? 0);
  });
  if (again) {
    const from = before.made[again]?.worker ?? -1;
    const key = from === task.worker ? 'why.again-here' : 'why.again';
    return [text(key, { from: workerName(from), to: workerName(task.worker) }), ...madeRoom(before, after)];
  }
  const room = madeRoom(before, after);
  if (room.length > 0) return [...(after.hits > before.hits ? [text('why.hit')] : []), ...room];
  if (after.hits > before.hits) return [text('why.hit')];
  if (after.scheduler.blocks.length > before.scheduler.blocks.length) return [text('why.kept')];
  return [];
}

/** What a task's end drove out of memory. */
function madeRoom(before: SparkState, after: SparkState): Text[] {
  const inMemory = after.scheduler.blocks.filter(({ memory }) => memory);
  const out = before.scheduler.blocks.filter(
    ({ memory, worker, rdd, partition }) =>
      memory &&
      !inMemory.some((one) => one.worker === worker && one.rdd === rdd && one.partition === partition),
  );
  return out.length > 0 ? [text('why.made-room', { n: out.length })] : [];
}

/** What the end of a stage or of a job sets going. */
function stageEnd(before: SparkState, after: SparkState, stage: Stage): Text[] | undefined {
  const end = over(after);
  if (end) return [end];
  if (after.notes.length > before.notes.length) return [text('why.job-done', { job: before.notes.length })];
  const now = at(after.scheduler.stages, stage.id);
  if (now.status !== 'done' || stage.status === 'done') return undefined;
  const next = after.scheduler.stages.find(
    ({ id, status }) => status === 'running' && at(before.scheduler.stages, id).status !== 'running',
  );
  return next ? [text('why.stage-done', { stage: stage.id, next: next.id })] : undefined;
}

/** The program has ended, or its job was given up. */
function over({ scheduler, notes }: SparkState): Text | undefined {
  const last = notes.at(-1);
  if (scheduler.jobs.length > notes.length || !last) return undefined;
  return last.failed ? text('why.gave-up', { why: last.failed }) : text('why.over');
}

function lostWith({ scheduler }: SparkState, worker: number): Args {
  const blocks = scheduler.blocks.filter((block) => block.worker === worker).length;
  const files = Object.values(scheduler.outputs)
    .flat()
    .filter((output) => isReachable(scheduler, output) && output.worker === worker).length;
  return { blocks, files };
}

/** Nothing is made again before somebody needs it. */
function whatIsOwed({ scheduler }: SparkState): Text {
  const owed = scheduler.sets.flatMap(({ zombie, waiting }) => (zombie ? [] : waiting)).length;
  const unknown = scheduler.workers.some(({ alive, known }) => !alive && !known);
  if (unknown) return text('why.not-heard');
  return owed > 0 ? text('why.owed', { owed }) : text('why.nothing-owed');
}

const missing = ({ scheduler }: SparkState, stage: Stage): string =>
  stage.parents
    .filter((parent) => {
      const { shuffle } = at(scheduler.stages, parent);
      return scheduler.outputs[shuffle]?.some((output) => !isReachable(scheduler, output));
    })
    .join(', ');
