// What a step leaves on the lanes, what could come next there, and what the inspector shows.

import type { Text } from '../../base/text.ts';
import { excerpt, text } from '../../base/text.ts';
import type { Arrow, Chip, Mark, Offer, Panel } from '../../contract/system.ts';
import type { Action } from '../../kernel/model.ts';
import { indeterminateIn } from './engine/determinism.ts';
import type { Task } from './engine/state.ts';
import { at, isReachable } from './engine/state.ts';
import type { SparkState } from './model-state.ts';
import type { Reach } from './reach.ts';
import { cameTo, numbersOf, placeOf, shortTask, taskOf } from './tell.ts';
import { workerName } from './worker-name.ts';

const arrow = (from: string, to: string, label: Text, kind: Arrow['kind']): Arrow => ({
  from,
  to,
  label,
  kind,
});

/** `stores`: the program may write to reliable storage. */
export function marksOf(reach: Reach, stores: boolean) {
  function chips({ scheduler, notes }: SparkState): readonly Chip[] {
    const { job, failed } = reach(notes);
    const driver: Chip = failed
      ? { actor: 'driver', text: text('chip.failed'), tone: 'bad' }
      : { actor: 'driver', text: job ? text('chip.job', { job: notes.length }) : text('chip.over') };
    const workers = scheduler.workers.map(({ alive }, worker): Chip => {
      const actor = `w${worker}`;
      if (!alive) return { actor, text: text('chip.dead'), tone: 'bad' };
      const task = scheduler.running.find((one) => one.worker === worker);
      if (task) return { actor, text: text('chip.runs', { task: shortTask(task) }) };
      return { actor, text: text('chip.holds', { n: heldBy(scheduler, worker) }) };
    });
    if (!stores) return [driver, ...workers];
    const saved = Object.values(scheduler.saved)
      .flat()
      .filter((one) => one !== null).length;
    return [driver, ...workers, { actor: 'storage', text: text('chip.holds', { n: saved }) }];
  }

  function mark(before: SparkState, action: Action, after: SparkState): Mark {
    const was = chips(before).map((chip) => JSON.stringify(chip));
    const task = taskOf(before, action, reach(before.notes).context);
    const kind = task ? cameTo(before, action, after, task) : action.kind;
    const { arrows, heading } = drawn(before, { ...action, kind });
    const more = kind === 'end' ? didWhat(before, after) : [];
    return {
      heading: [heading, ...more],
      arrows,
      chips: chips(after).filter((chip, i) => JSON.stringify(chip) !== was[i]),
    };
  }

  /** What an action looks like on the lanes, before it or after. */
  function drawn(
    state: SparkState,
    action: Action,
  ): { readonly arrows: readonly Arrow[]; readonly heading: Text } {
    const { context } = reach(state.notes);
    const task = taskOf(state, action, context);
    if (!task) {
      const [worker = 0] = numbersOf(action.key);
      const kind = action.kind === 'start' ? 'idle' : action.kind;
      return { arrows: [], heading: text(`head.${kind}`, { worker: workerName(worker) }) };
    }
    const heading = text(`head.${action.kind}`, { task: shortTask(task), worker: workerName(task.worker) });
    const who = `w${task.worker}`;
    const label = shortTask(task);
    switch (action.kind) {
      case 'start':
      case 'copy':
        return { arrows: [arrow('driver', who, label, 'message')], heading };
      case 'delay':
        return { arrows: [], heading };
      case 'fetch-fail':
        return { arrows: [arrow(who, 'driver', text('arrow.missing'), 'lost')], heading };
      default:
        return { arrows: [arrow(who, 'driver', label, 'reply')], heading };
    }
  }

  function offer(state: SparkState, action: Action): Offer {
    const { context } = reach(state.notes);
    const { arrows, heading } = drawn(state, action);
    const [a = 0, b = 0, c = 0] = numbersOf(action.key);
    const task = taskOf(state, action, context);
    const isFault = FAULTS.has(action.kind);
    return {
      label: label(action.kind, task, a, b, c),
      arrows,
      heading,
      group: isFault ? 'fault' : 'step',
    };

    function label(kind: string, one: Task | undefined, x: number, y: number, z: number): Text {
      if (one) {
        const stage = at(state.scheduler.stages, one.stage);
        return text(`do.${kind}`, {
          worker: workerName(one.worker),
          task: one.partition,
          stage: one.stage,
          operator: placeOf(context, stage.rdd).operator,
        });
      }
      switch (kind) {
        case 'evict':
          return text('do.evict', { worker: workerName(x), rdd: placeOf(context, y).operator, partition: z });
        case 'lose-block':
          return text('do.lose-block', {
            worker: workerName(x),
            rdd: placeOf(context, y).operator,
            partition: z,
          });
        case 'lose-output':
          return text('do.lose-output', { shuffle: x, map: y });
        case 'lose-checkpoint':
          return text('do.lose-checkpoint', { rdd: placeOf(context, x).operator, partition: y });
        default:
          return text(`do.${kind === 'start' ? 'idle' : kind}`, { worker: workerName(x) });
      }
    }
  }

  function inspect(state: SparkState): readonly Panel[] {
    const { scheduler, notes } = state;
    const reached = reach(notes);
    const { rdds } = reached.context;
    const results = reached.results.map((value, i) =>
      row(`result.${i}`, text('row.result', { n: i + 1 }), mono(excerpt(JSON.stringify(value) ?? '', 60))),
    );
    const sums = Object.entries(scheduler.sums).map(([id, n]) =>
      row(`sum.${id}`, text('row.sum', { name: id.replace(/^\d+\.?/, '') }), text('n', { n })),
    );
    const workers = scheduler.workers.map(({ alive }, worker): Panel => {
      const blocks = scheduler.blocks
        .filter((block) => block.worker === worker)
        .map(({ rdd, partition, size, memory }) =>
          row(
            `block.${rdd}.${partition}`,
            text('row.block', { rdd, operator: placeOf({ rdds }, rdd).operator, partition }),
            text(memory ? 'row.memory' : 'row.disk', { bytes: size }),
          ),
        );
      const files = Object.entries(scheduler.outputs).flatMap(([shuffle, outputs]) =>
        outputs.flatMap((output, map) =>
          isReachable(scheduler, output) && output.worker === worker
            ? [
                row(
                  `file.${shuffle}.${map}`,
                  text('row.file', { shuffle, map }),
                  mono(output.address.slice(0, 8)),
                ),
              ]
            : [],
        ),
      );
      const task = scheduler.running.find((one) => one.worker === worker);
      const is = !alive
        ? text('chip.dead')
        : task
          ? text('chip.runs', { task: shortTask(task) })
          : text('row.free');
      return { actor: `w${worker}`, rows: [row('is', text('row.is'), is), ...blocks, ...files] };
    });
    const saved = Object.entries(scheduler.saved).flatMap(([rdd, list]) =>
      list.flatMap((address, partition) =>
        address === null
          ? []
          : [
              row(
                `saved.${rdd}.${partition}`,
                text('row.block', { rdd, operator: placeOf({ rdds }, Number(rdd)).operator, partition }),
                mono(address.slice(0, 8)),
              ),
            ],
      ),
    );
    const unsure = indeterminateIn(rdds).map((rdd) =>
      row(`unsure.${rdd.id}`, text('row.unsure', placeOf({ rdds }, rdd.id)), text('row.indeterminate')),
    );
    const started = row('started', text('row.started'), text('n', { n: scheduler.started }));
    return [
      { actor: 'driver', rows: [started, ...unsure, ...sums, ...results] },
      ...workers,
      ...(stores ? [{ actor: 'storage', rows: saved }] : []),
    ];
  }

  return { chips, mark, offer, inspect };
}

const FAULTS = new Set(['kill', 'evict', 'lose-output', 'lose-checkpoint', 'lose-block', 'delay']);

const mono = (value: string): Text => text('mono', { value });
const row = (id: string, label: Text, value: Text) => ({ id, label, value });

/** Kept partitions and shuffle files of a worker. */
const heldBy = (scheduler: SparkState['scheduler'], worker: number): number =>
  scheduler.blocks.filter((block) => block.worker === worker).length +
  Object.values(scheduler.outputs)
    .flat()
    .filter((output) => isReachable(scheduler, output) && output.worker === worker).length;

/** Records that the task that ended wrote for others or read from them; else where its partition came from. */
function didWhat(before: SparkState, after: SparkState): readonly Text[] {
  const more = (of: 'recordsWritten' | 'recordsRead'): number =>
    after.scheduler.stages.reduce((sum, stage) => sum + stage[of], 0) -
    before.scheduler.stages.reduce((sum, stage) => sum + stage[of], 0);
  const records = more('recordsWritten') || more('recordsRead');
  const hit = after.hits > before.hits ? '-hit' : '';
  if (records > 0) return [text(`head.records${hit}`, { n: records })];
  if (after.hits > before.hits) return [text('head.from-memory')];
  return after.read > before.read ? [text('head.from-input')] : [];
}
