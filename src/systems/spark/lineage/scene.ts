// What the lineage draws of a state: every line's partitions with what has become of them, the way back from what is made
// again to what it is made from, each attempt of a stage, and what each worker holds.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Scene } from '../../../contract/system.ts';
import type { Context } from '../engine/context.ts';
import type { Reached } from '../engine/driver.ts';
import type { GraphNode } from '../engine/graph.ts';
import type { Stage, State, TaskSet } from '../engine/state.ts';
import { at, isReachable } from '../engine/state.ts';
import { partitionOf } from '../engine/tasks.ts';
import type { Made, SparkState } from '../model-state.ts';
import { makingOf } from '../model-state.ts';
import { dueAgain, holds, isStored } from './cone.ts';
import type { Layout, LineKind, LineShape, RowShape } from './layout.ts';
import { joined, layoutOf, under } from './layout.ts';

/**
 * `later`: not made yet; `gone`: it was there, and nobody wants it now; `lost`: it was there, and is to be made again;
 * `evicted`: likewise, and its worker lives.
 */
export type CellIs = 'later' | 'runs' | 'here' | 'disk' | 'gone' | 'lost' | 'evicted';

export interface DrawnCell {
  readonly is: CellIs;
  /** Who holds it, runs it or had it; -1: nobody, or storage apart. */
  readonly worker: number;
  /** Who had made it before, where that was lost; -1 where it was not. */
  readonly from: number;
  /** It was made more than once. */
  readonly again: boolean;
  readonly facts?: CellFacts;
}

/** What is known of a partition that was made, or is being made. */
export interface CellFacts {
  /** The attempt that made it last, or makes it: its stage, number, task. */
  readonly task: readonly [stage: number, attempt: number, task: number];
  readonly worker: number;
  /** The first job that wanted its stage, and its action. */
  readonly job: number;
  readonly action: string;
  /** Whether who had made it before lives: then it was evicted there, or its file lost. */
  readonly before: 'none' | 'dead' | 'alive';
  /** Of its file; of what is held. */
  readonly records: number | null;
  readonly bytes: number | null;
  /** Of the content that was made first, and that is there now. */
  readonly first: string | null;
  readonly now: string | null;
}

export interface DrawnLine {
  readonly rdd: number;
  readonly kind: LineKind;
  readonly name: string;
  readonly line: number;
  readonly inner?: true;
  readonly cells: readonly DrawnCell[];
}

export interface DrawnRow {
  readonly stages: readonly number[];
  /** The one of the last job that wanted it; before any did, the first. */
  readonly stage: number;
  readonly lines: readonly DrawnLine[];
  /** The last attempts, in words. */
  readonly attempts: readonly Text[];
  /** Records written for the rows that read it. */
  readonly records: number;
  /** Rows that it reads from. */
  readonly reads: readonly number[];
  /** Lines of the program that made what its tasks compute. */
  readonly code: readonly number[];
}

/** From a partition to one that is made again of it. */
export interface ConeEdge {
  readonly from: readonly [row: number, partition: number];
  readonly to: readonly [row: number, partition: number];
  /** It is to be made again as well; else it is still there, and only read. */
  readonly heavy: boolean;
  /** What it leads to is not made yet. */
  readonly waits: boolean;
}

export interface DrawnWorker {
  readonly alive: boolean;
  readonly known: boolean;
  readonly task: string;
  readonly kept: number;
  readonly bytes: number;
  readonly onDisk: number;
  readonly files: number;
  /** What went with it and is nowhere else. */
  readonly lostKept: number;
  readonly lostFiles: number;
}

export interface LineageScene extends Scene {
  readonly kind: 'lineage';
  readonly columns: number;
  readonly rows: readonly DrawnRow[];
  readonly cone: readonly ConeEdge[];
  readonly workers: readonly DrawnWorker[];
  /** Partitions in reliable storage; null where the program has none written. */
  readonly stored: number | null;
}

export function lineageScene(state: SparkState, reached: Reached, calm: Layout | null): LineageScene {
  const { scheduler } = state;
  const { context } = reached;
  const layout = calm ? joined(calm, scheduler, context) : layoutOf(scheduler, context);
  const cone = coneNames(state, reached);
  const rows = layout.rows.map((row) => drawnRow(state, context, row, layout, cone));
  const savedCount = Object.values(scheduler.saved)
    .flat()
    .filter((one) => one !== null).length;
  const saves = layout.rows.some(({ lines }) => lines.some(({ kind }) => kind === 'saved'));
  return {
    kind: 'lineage',
    close: true,
    columns: layout.columns,
    rows,
    cone: coneEdges(state, context, layout, cone),
    workers: scheduler.workers.map((_, worker) => drawnWorker(state, worker)),
    stored: saves ? savedCount : null,
  };
}

/** All that was made again or is to be: by name, and whether it is still to be. */
export function coneNames(state: SparkState, { context }: Reached): ReadonlyMap<string, 'due' | 'done'> {
  const cone = new Map<string, 'due' | 'done'>();
  for (const [name, { times }] of Object.entries(state.made)) if (times > 1) cone.set(name, 'done');
  for (const name of dueAgain(state, context)) cone.set(name, 'due');
  return cone;
}

/** A stage that has a row, as far as it has come. */
const stagesOf = ({ stages }: State, row: RowShape): readonly Stage[] =>
  row.stages.flatMap((id) => stages[id] ?? []);

/** By partition of the row's RDD: who works at it, and what RDD partitions that computes. */
interface Working {
  readonly stage: number;
  readonly attempt: number;
  readonly task: number;
  readonly worker: number;
  readonly computes: ReadonlySet<string>;
}
const working = (
  { scheduler }: SparkState,
  context: Context,
  row: RowShape,
): ReadonlyMap<number, Working> => {
  const found = new Map<number, Working>();
  for (const task of scheduler.running) {
    if (!row.stages.includes(task.stage)) continue;
    const p = partitionOf(scheduler, task);
    const computes = computed(scheduler, at(context.rdds, at(scheduler.stages, task.stage).rdd), p);
    if (task.copy && found.has(p)) continue;
    const { stage, attempt, partition, worker } = task;
    found.set(p, { stage, attempt, task: partition, worker, computes });
  }
  return found;
};

/** What a task computes of RDDs, as things stand: down to what is held or stored. */
function computed(state: State, top: GraphNode, partition: number): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: GraphNode, p: number): void => {
    const name = `${node.id}.${p}`;
    if (found.has(name) || holds(state, node, p) || isStored(state, node, p)) return;
    found.add(name);
    for (const dependency of node.dependencies) {
      if (dependency.kind === 'narrow') for (const q of dependency.of(p)) visit(dependency.parent, q);
    }
  };
  visit(top, partition);
  return found;
}

function drawnRow(
  state: SparkState,
  context: Context,
  row: RowShape,
  layout: Layout,
  cone: ReadonlyMap<string, 'due' | 'done'>,
): DrawnRow {
  const { scheduler } = state;
  const stages = stagesOf(scheduler, row);
  const own = working(state, context, row);
  const all = layout.rows.flatMap((one) => [...working(state, context, one).values()]);
  const ended = endedUnder(state, context, row);
  return {
    stages: row.stages,
    stage: stages.at(-1)?.id ?? row.stages[0] ?? 0,
    lines: row.lines.map((line) => ({
      ...line,
      cells: Array.from({ length: context.rdds[line.rdd]?.partitions ?? row.partitions }, (_, p) =>
        cellOf(state, line, row, p, { own, all, ended, cone }),
      ),
    })),
    attempts: attemptsOf(scheduler, row, stages),
    records: stages.reduce((sum, { recordsWritten }) => sum + recordsWritten, 0),
    code: row.code,
    reads: row.reads.flatMap((shuffle) => {
      const from = layout.rows.findIndex((one) => one.shuffle === shuffle);
      return from < 0 ? [] : [from];
    }),
  };
}

/** The partitions of a row that a task has ended for, and all that it was made of on the way. */
function endedUnder(
  { made, scheduler }: SparkState,
  context: Context,
  { tops }: RowShape,
): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { rdd, shuffle, stages } of tops) {
    const node = context.rdds[rdd];
    for (let p = 0; node && p < node.partitions; p++) {
      const isDone =
        shuffle >= 0
          ? made[`shuffle ${shuffle}.${p}`] !== undefined
          : stages.some((id) => {
              const job = scheduler.jobs[scheduler.stages[id]?.jobs[0] ?? -1];
              return job?.done[job.partitions.indexOf(p)] === true;
            });
      if (isDone) for (const name of under(node, p)) out.add(name);
    }
  }
  return out;
}

interface Known {
  readonly own: ReadonlyMap<number, Working>;
  readonly all: readonly Working[];
  readonly ended: ReadonlySet<string>;
  readonly cone: ReadonlyMap<string, 'due' | 'done'>;
}

/** As 8 digits are enough to compare two. */
const short = (address: string | null | undefined): string | null => address?.slice(0, 8) ?? null;

function factsOf(
  { scheduler, made }: SparkState,
  name: string,
  now: { readonly address?: string | null; readonly bytes?: number; readonly working?: Working | undefined },
): CellFacts | undefined {
  const was = made[name];
  const { working } = now;
  if (!was && !working) return undefined;
  const making = was && makingOf(was);
  const task = working ? [working.stage, working.attempt, working.task] : making?.by.split('.').map(Number);
  if (!task) return undefined;
  const [stage = 0, attempt = 0, index = 0] = task;
  const job = Math.min(...at(scheduler.stages, stage).jobs);
  const before = working ? was?.worker : was?.from;
  return {
    task: [stage, attempt, index],
    worker: working?.worker ?? was?.worker ?? -1,
    job,
    action: scheduler.jobs[job]?.action ?? '',
    before: before === undefined ? 'none' : at(scheduler.workers, before).alive ? 'alive' : 'dead',
    records: making?.records ?? null,
    bytes: now.bytes ?? null,
    first: short(was?.address),
    now: short(now.address),
  };
}

/** Of a value that went to the driver: who gave it. */
function resultFacts({ sets, stages, jobs }: State, row: RowShape, p: number): CellFacts | undefined {
  for (const { stage: id, attempt, done } of [...sets].reverse()) {
    const stage = stages[id];
    const job = jobs[stage?.jobs[0] ?? -1];
    if (!row.stages.includes(id) || !stage || !job || stage.shuffle >= 0) continue;
    const task = job.partitions.indexOf(p);
    const worker = done[task];
    if (worker === undefined) continue;
    const { id: number, action } = job;
    const nothing = { records: null, bytes: null, first: null, now: null, before: 'none' } as const;
    return { task: [id, attempt, task], worker, job: number, action, ...nothing };
  }
  return undefined;
}

function cellOf(
  state: SparkState,
  { rdd, kind }: LineShape,
  row: RowShape,
  p: number,
  { own, all, ended, cone }: Known,
): DrawnCell {
  const { scheduler, made } = state;
  const cell = (is: CellIs, worker = -1, name = '', now: Parameters<typeof factsOf>[2] = {}): DrawnCell => {
    const again = (made[name]?.times ?? 0) > 1;
    const from = is === 'runs' && made[name] && !again ? made[name].worker : (made[name]?.from ?? -1);
    const facts = factsOf(state, name, now);
    return { is, worker, from, again, ...(facts && { facts }) };
  };
  const lost = (name: string, was: Made | undefined): DrawnCell => {
    if (!was) return cell('later');
    if (cone.get(name) !== 'due') return cell('gone', was.worker, name);
    const isOut = kind === 'kept' && at(scheduler.workers, was.worker).alive;
    return cell(isOut ? 'evicted' : 'lost', was.worker, name);
  };
  const working = all.find(({ computes }) => computes.has(`${rdd}.${p}`));
  const running = working?.worker;
  switch (kind) {
    case 'file': {
      const name = `shuffle ${row.shuffle}.${p}`;
      const task = own.get(p);
      if (task && scheduler.stages[task.stage]?.shuffle === row.shuffle)
        return cell('runs', task.worker, name, { working: task });
      const output = scheduler.outputs[row.shuffle]?.[p];
      if (isReachable(scheduler, output)) return cell('here', output.worker, name, output);
      return lost(name, made[name]);
    }
    case 'kept': {
      const name = `rdd ${rdd}.${p}`;
      const block = scheduler.blocks.find(
        (one) => one.rdd === rdd && one.partition === p && at(scheduler.workers, one.worker).alive,
      );
      if (block && !block.lost)
        return cell(block.memory ? 'here' : 'disk', block.worker, name, {
          address: block.address,
          bytes: block.size,
        });
      if (running !== undefined) return cell('runs', running, name, { working });
      return lost(name, made[name]);
    }
    case 'saved': {
      const name = `saved ${rdd}.${p}`;
      const address = scheduler.saved[rdd]?.[p];
      if (address) return cell('here', -1, name, { address });
      const isWriting = own.has(p) && scheduler.jobs.some((job) => job.status === 'running' && job.writes);
      if (isWriting) return cell('runs', own.get(p)?.worker, name, { working: own.get(p) });
      return lost(name, made[name]);
    }
    case 'result': {
      if (running !== undefined) return cell('runs', running, '', { working });
      if (!ended.has(`${rdd}.${p}`)) return cell('later');
      const facts = resultFacts(scheduler, row, p);
      return { ...cell('here'), ...(facts && { facts }) };
    }
    default:
      if (running !== undefined) return cell('runs', running, '', { working });
      return cell(ended.has(`${rdd}.${p}`) ? 'here' : 'later');
  }
}

/** The attempts of a row's stages, the last two. */
function attemptsOf(
  { sets, running, jobs }: State,
  row: RowShape,
  stages: readonly Stage[],
): readonly Text[] {
  const said = stages.flatMap((stage): Text[] => {
    const own = sets.filter((set) => set.stage === stage.id);
    if (own.length > 0) {
      const all = own.map((set) => ofAttempt(stage, set, running));
      const isWaiting = stage.status === 'waiting' || stage.status === 'failed';
      return isWaiting ? [...all, text('attempt.waits', { stage: stage.id, attempt: stage.next })] : all;
    }
    if (stage.status === 'waiting') return [text('attempt.waits', { stage: stage.id, attempt: stage.next })];
    const over = stage.jobs.every((job) => jobs[job]?.status !== 'running');
    if (stage.next > 0 || over) {
      const why = row.shuffle >= 0 && stage.next > 0 ? 'attempt.skipped' : 'attempt.unneeded';
      return [text(why, { stage: stage.id })];
    }
    return [];
  });
  return said.length > 0 ? said.slice(-2) : [text('attempt.later')];
}

function ofAttempt(stage: Stage, set: TaskSet, running: State['running']): Text {
  const done = Object.keys(set.done).length;
  const at = running.filter(
    (task) => task.stage === set.stage && task.attempt === set.attempt && !task.copy,
  ).length;
  const args = { stage: stage.id, attempt: set.attempt, done, of: done + at + set.waiting.length };
  // A task in which a fetch failed is neither done nor waiting: of those that it began with, one is missing.
  const whole = set.attempt === 0 ? stage.tasks : 1;
  if (set.zombie && (done < args.of || args.of < whole)) return text('attempt.failed', args);
  if (done < args.of) return text(args.of < stage.tasks ? 'attempt.again' : 'attempt.runs', args);
  return text(args.of < stage.tasks ? 'attempt.again' : 'attempt.done', args);
}

/** Every way from a part of the cone back over a shuffle. */
function coneEdges(
  { made }: SparkState,
  context: Context,
  { rows }: Layout,
  cone: ReadonlyMap<string, 'due' | 'done'>,
): readonly ConeEdge[] {
  const edges = new Map<string, ConeEdge>();
  for (const [name, is] of cone) {
    const target = placeIn(rows, name);
    if (!target) continue;
    const { row, partition } = target;
    const shape = at(rows, row);
    const top = context.rdds[target.rdd];
    if (!top) continue;
    for (const { shuffle, to } of shufflesUnder(top, partition, cone)) {
      const from = rows.findIndex((one) => one.shuffle === shuffle);
      if (from < 0 || !shape.reads.includes(shuffle)) continue;
      for (let map = 0; map < at(rows, from).partitions; map++) {
        const source = `shuffle ${shuffle}.${map}`;
        if (!made[source]) continue;
        const key = `${from}.${map} ${row}.${to}`;
        const waits = is === 'due' || (edges.get(key)?.waits ?? false);
        edges.set(key, { from: [from, map], to: [row, to], heavy: cone.has(source), waits });
      }
    }
  }
  return [...edges.values()];
}

/** Where a thing stands: its row, its RDD, its partition. */
function placeIn(
  rows: readonly RowShape[],
  name: string,
): { readonly row: number; readonly rdd: number; readonly partition: number } | undefined {
  const [, kind = '', id = '', part = ''] = /^(\w+) (\d+)\.(\d+)$/.exec(name) ?? [];
  const partition = Number(part);
  const row = rows.findIndex((one) =>
    kind === 'shuffle'
      ? one.shuffle === Number(id)
      : one.lines.some(
          (line) => line.rdd === Number(id) && line.kind === (kind === 'rdd' ? 'kept' : 'saved'),
        ),
  );
  const shape = rows[row];
  if (!shape) return undefined;
  return { row, rdd: kind === 'shuffle' ? shape.rdd : Number(id), partition };
}

/** The shuffles that a partition is made from: through what is kept only where that is made again too. */
function shufflesUnder(
  top: GraphNode,
  partition: number,
  cone: ReadonlyMap<string, 'due' | 'done'>,
): readonly { readonly shuffle: number; readonly to: number }[] {
  const found: { shuffle: number; to: number }[] = [];
  const visit = (node: GraphNode, p: number): void => {
    const isKept = node !== top && node.level !== 'NONE' && !cone.has(`rdd ${node.id}.${p}`);
    if (isKept) return;
    for (const dependency of node.saved && node !== top ? [] : node.dependencies) {
      if (dependency.kind === 'shuffle') found.push({ shuffle: dependency.id, to: p });
      else for (const q of dependency.of(p)) visit(dependency.parent, q);
    }
  };
  visit(top, partition);
  return found;
}

function drawnWorker({ scheduler, made }: SparkState, worker: number): DrawnWorker {
  const { alive, known } = at(scheduler.workers, worker);
  const blocks = scheduler.blocks.filter((block) => block.worker === worker && alive && !block.lost);
  const task = scheduler.running.find((one) => one.worker === worker);
  const isHeld = (name: string): boolean => {
    const [kind = '', place = ''] = name.split(' ');
    const [id = -1, p = -1] = place.split('.').map(Number);
    if (kind === 'shuffle') return isReachable(scheduler, scheduler.outputs[id]?.[p]);
    return scheduler.blocks.some(
      (one) => one.rdd === id && one.partition === p && at(scheduler.workers, one.worker).alive,
    );
  };
  const lost = (kind: string): number =>
    Object.entries(made).filter(
      ([name, one]) => one.worker === worker && name.startsWith(`${kind} `) && !isHeld(name),
    ).length;
  return {
    alive,
    known,
    task: task && alive ? `${task.stage}.${task.partition}` : '',
    kept: blocks.length,
    bytes: blocks.reduce((sum, { size, memory }) => sum + (memory ? size : 0), 0),
    onDisk: blocks.filter(({ memory }) => !memory).length,
    files: Object.values(scheduler.outputs)
      .flat()
      .filter((output) => isReachable(scheduler, output) && output.worker === worker).length,
    lostKept: lost('rdd'),
    lostFiles: lost('shuffle'),
  };
}
