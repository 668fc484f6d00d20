// Spark as a model: a step is one task start, one task end, one fetch failure, or a fault. The state is the scheduler's
// and the notes of the jobs done; the driver program is run again from its start with them. Contents are named by address:
// the undisturbed run is made once, and what it made stands for what any other order makes.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Job } from '../../kernel/job.ts';
import { addressOf } from '../../kernel/job.ts';
import type { Action, Blocked, Model, Pending } from '../../kernel/model.ts';
import type { Calm } from './calm.ts';
import { calmIn, calmOf, shortCalmOf } from './calm.ts';
import { recordsIn } from './engine/batch.ts';
import type { Contents } from './engine/contents.ts';
import type { Outcome } from './engine/evaluate.ts';
import type { Plan, Run } from './engine/run.ts';
import {
  die,
  end,
  evict,
  hear,
  loseBlock,
  loseCheckpoint,
  loseOutput,
  newRun,
  outcomeOf,
  start,
} from './engine/run.ts';
import { copies } from './engine/speculation.ts';
import type { Graph, State, Task } from './engine/state.ts';
import { at, blockOf, copyOf, isReachable, lasts } from './engine/state.ts';
import { nextOffer, nextTask, partitionOf, startTask } from './engine/tasks.ts';
import type { Made, SparkState } from './model-state.ts';
import { madeBy } from './model-state.ts';
import { sparkProperties } from './properties.ts';
import { reachOf } from './reach.ts';
import { readsOf } from './tasks/reads.ts';
import { readTask } from './tasks/task-bytes.ts';
import type { TaskProgram } from './tasks/task-jobs.ts';
import { taskJobs } from './tasks/task-jobs.ts';

export interface SparkOptions {
  readonly plan: Plan;
  /** How many faults may happen. */
  readonly kills: number;
  /** Whether the driver hears of a worker's end in the same step or in a later one. */
  readonly notice: 'at-once' | 'late';
  /** A slow task gets a copy on another worker when most of its stage is done; the first to end counts. */
  readonly speculation?: boolean;
  /** How long a free worker leaves a task to those that are nearer to what it reads (spark.locality.wait); not at all by default. */
  readonly localityWaitMs?: number;
  /** The same program for jobs of its tasks; where it is not given, or in a search, tasks run in this thread. */
  readonly tasks?: TaskProgram;
}

/** Milliseconds, for the order of things when nobody chooses: how long a dead worker is not missed. */
const MISSED_MS = 300;

/** Some seconds: three workers and six partitions have more orders than anybody can walk. */
const SEARCH_STATES = 30_000;

const FAULTS = ['kill', 'evict', 'lose-output', 'lose-checkpoint', 'delay', 'lose-block'] as const;

/** How a task comes to its end, as far as that is known before: a function that throws is not. */
const ENDS: ReadonlySet<string> = new Set(['end', 'fail', 'fetch-fail']);

function endingOf(state: State, graph: Graph, task: Task): 'end' | 'fail' | 'fetch-fail' {
  for (const read of readsOf(state, graph, task).values()) {
    if (read.kind === 'gone') return read.of === 'part' ? 'fetch-fail' : 'fail';
  }
  return 'end';
}

/** A task by name: stage, its attempt, its number; `c`: a copy of it. */
export const taskName = ({ stage, attempt, partition, copy }: Task): string =>
  `${stage}.${attempt}.${partition}${copy ? '.c' : ''}`;

export function sparkModel({
  plan,
  kills,
  notice,
  speculation = false,
  localityWaitMs = 0,
  tasks,
}: SparkOptions): Model<SparkState> {
  const contents = sharedContents();
  const jobs = tasks && taskJobs(tasks);
  /** Of the undisturbed run; where that is long, a job makes it, and until then what the program says of itself stands. */
  let calm = shortCalmOf(plan, { contents });
  const told = calm ?? toldBy(plan, tasks);
  const calmNow = (): Calm => {
    calm ??= calmOf(plan, { contents });
    return calm;
  };
  const reach = reachOf(plan);
  const outcomes = new WeakMap<SparkState, Map<string, Outcome>>();

  /** The run of a state, to be changed. */
  function runOf({ scheduler, notes }: SparkState): Run {
    return { state: copyOf(scheduler), notes, reached: reach(notes) };
  }

  function outcome(state: SparkState, task: Task): Outcome {
    const known = outcomes.get(state) ?? new Map<string, Outcome>();
    outcomes.set(state, known);
    const name = taskName(task);
    const { scheduler, notes } = state;
    const found =
      known.get(name) ?? outcomeOf(plan, { state: scheduler, notes, reached: reach(notes) }, task, contents);
    known.set(name, found);
    return found;
  }

  const jobOf = ({ scheduler, notes }: SparkState, task: Task): Job | undefined =>
    jobs?.of({ state: scheduler, notes, graph: reach(notes).context }, task);

  const calmJob = (): Job | undefined => (calm ? undefined : jobs?.calm(plan));

  /** Whether the task that a worker would take is one of its job's last stage. */
  function isLast({ scheduler, notes }: SparkState, worker: number): boolean {
    const task = nextTask(scheduler, reach(notes).context, worker);
    return task !== undefined && at(scheduler.stages, task.stage).shuffle < 0;
  }

  /** What the job of a task that ends has come to. What it made lies in its bytes, for jobs and for this thread. */
  function taken(state: SparkState, task: Task, bytes: Uint8Array): Outcome {
    const { outcome: came, made } = readTask(bytes);
    const job = jobOf(state, task);
    if (job) jobs?.made(task.worker, addressOf(job), made);
    const output = came.kind === 'done' ? came.result.output : undefined;
    for (const [address, , parts] of made) {
      const lists = () => parts.map(([from, to]) => recordsIn(bytes.subarray(from, to)));
      contents.later(address, () => (address === output ? lists() : lists()[0]));
    }
    return came;
  }

  const isAlive = ({ scheduler }: SparkState, worker: number): boolean => at(scheduler.workers, worker).alive;

  function steps(state: SparkState): Action[] {
    const { scheduler, notes } = state;
    const reached = reach(notes);
    if (!reached.job) return [];
    const out: Action[] = [];
    scheduler.workers.forEach((_, worker) => {
      if (nextTask(scheduler, reached.context, worker)) {
        out.push({ key: `start:w${worker}`, kind: 'start', actor: `w${worker}` });
      }
    });
    if (speculation) {
      for (const copy of copies(scheduler, reached.context)) {
        out.push({ key: `copy:${taskName(copy)}`, kind: 'copy', actor: `w${copy.worker}` });
      }
    }
    for (const task of scheduler.running) {
      if (!isAlive(state, task.worker)) continue;
      const named = endingOf(scheduler, reached.context, task);
      out.push({ key: `${named}:${taskName(task)}`, kind: named, actor: `w${task.worker}` });
    }
    scheduler.workers.forEach(({ alive, known }, worker) => {
      if (!alive && !known) out.push({ key: `notice:w${worker}`, kind: 'notice', actor: 'driver' });
    });
    return out;
  }

  function faults(state: SparkState): Action[] {
    const { scheduler, notes, faults: had } = state;
    if (had >= kills || !reach(notes).job) return [];
    const out: Action[] = [];
    const add = (kind: string, rest: string, worker: number): void => {
      out.push({ key: `${kind}:${rest}`, kind, actor: worker < 0 ? 'storage' : `w${worker}` });
    };
    const living = scheduler.workers.flatMap(({ alive }, worker) => (alive ? [worker] : []));
    // The last worker is left alive: nobody would take its place.
    if (living.length > 1) for (const worker of living) add('kill', `w${worker}`, worker);
    for (const { worker, rdd, partition, memory } of scheduler.blocks) {
      if (memory && isAlive(state, worker)) add('evict', `w${worker}.${rdd}.${partition}`, worker);
    }
    for (const [shuffle, list] of Object.entries(scheduler.outputs)) {
      list.forEach((output, map) => {
        if (isReachable(scheduler, output)) add('lose-output', `${shuffle}.${map}`, output.worker);
      });
    }
    for (const [rdd, list] of Object.entries(scheduler.saved)) {
      list.forEach((address, partition) => {
        if (address !== null) add('lose-checkpoint', `${rdd}.${partition}`, -1);
      });
    }
    for (const task of scheduler.running) {
      if (!task.delayed) add('delay', taskName(task), task.worker);
    }
    for (const { worker, rdd, partition, memory, lost } of scheduler.blocks) {
      if (!memory && !lost && isAlive(state, worker))
        add('lose-block', `w${worker}.${rdd}.${partition}`, worker);
    }
    return out;
  }

  /** Why a living worker starts nothing now. */
  function blocked(state: SparkState): Blocked[] {
    const { scheduler, notes } = state;
    const { job, context } = reach(notes);
    if (!job) return [];
    return scheduler.workers.flatMap(({ alive }, worker) => {
      if (!alive || nextTask(scheduler, context, worker)) return [];
      const reason = idleBecause(scheduler, worker);
      return [{ key: `start:w${worker}`, kind: 'start', actor: `w${worker}`, reason }];
    });
  }

  function idleBecause({ running, stages }: State, worker: number): Text {
    if (running.some((task) => task.worker === worker)) return text('blocked.busy');
    const waiting = stages.find(({ status }) => status === 'waiting');
    const missing = waiting?.parents.find((parent) => at(stages, parent).status === 'running');
    return waiting && missing !== undefined
      ? text('blocked.waits', { stage: waiting.id, parent: missing })
      : text('blocked.nothing');
  }

  const numbers = (key: string): number[] =>
    key
      .slice(key.indexOf(':') + 1)
      .split('.')
      .map((part) => Number(part.replace('w', '')));

  function running(state: SparkState, key: string): Task {
    const name = key.slice(key.indexOf(':') + 1);
    const task = state.scheduler.running.find((one) => taskName(one) === name);
    if (!task) throw new Error(`no task ${name} runs`);
    return task;
  }

  const plain = (run: Run, from: Omit<SparkState, 'scheduler' | 'notes'>): SparkState => ({
    ...from,
    notes: run.notes,
    scheduler: {
      ...run.state,
      running: [...run.state.running].sort((a, b) => (taskName(a) < taskName(b) ? -1 : 1)),
    },
  });

  function next(state: SparkState, { key, kind }: Action, result?: Uint8Array): SparkState {
    const run = runOf(state);
    const [a = 0, b = 0, c = 0] = numbers(key);
    const fault = { ...state, faults: state.faults + 1 };
    switch (kind) {
      case 'start':
        if (result) calm ??= calmIn(result);
        start(run, a);
        return plain(run, state);
      case 'copy': {
        const copy = copies(run.state, run.reached.context).find(
          (one) => taskName(one) === key.slice('copy:'.length),
        );
        if (copy) startTask(run.state, copy);
        return plain(run, state);
      }
      case 'notice':
        hear(plan, run, a);
        return plain(run, state);
      case 'kill':
        die(plan, run, a, notice === 'at-once');
        return plain(run, fault);
      case 'evict':
        evict(run, a, b, c);
        return plain(run, fault);
      case 'lose-block':
        loseBlock(run, a, b, c);
        return plain(run, fault);
      case 'lose-output':
        loseOutput(run, a, b);
        return plain(run, fault);
      case 'lose-checkpoint':
        loseCheckpoint(run, a, b);
        return plain(run, fault);
      case 'delay': {
        const name = taskName(running(state, key));
        const slow = run.state.running.find((one) => taskName(one) === name);
        if (slow) slow.delayed = true;
        return plain(run, fault);
      }
      default: {
        const task = running(state, key);
        const came = result ? taken(state, task, result) : outcome(state, task);
        end(plan, run, task, came);
        return plain(run, recorded(state, task, came));
      }
    }
  }

  /** What a task's end adds to what is known of the run. */
  function recorded(state: SparkState, task: Task, came: Outcome): SparkState {
    if (came.kind !== 'done') return state;
    const { scheduler, notes } = state;
    const { output, saved, stored, computed, hits } = came.result;
    const stage = at(scheduler.stages, task.stage);
    const made: [string, string][] = stored.map(({ rdd, partition, address }) => [
      `rdd ${rdd}.${partition}`,
      address,
    ]);
    if (output !== undefined) made.push([`shuffle ${stage.shuffle}.${task.partition}`, output]);
    if (saved !== undefined) made.push([`saved ${stage.rdd}.${partitionOf(scheduler, task)}`, saved]);
    const known: Record<string, Made> = { ...state.made };
    const differs = new Set(state.differs);
    const twice = new Set(state.twice);
    const behind = new Set(state.behind);
    for (const [name, address] of made) {
      const before = known[name];
      const now = {
        address: before?.address ?? address,
        worker: task.worker,
        ...(before && { from: before.worker }),
        times: (before?.times ?? 0) + 1,
      };
      const records = name.startsWith('shuffle ') ? came.result.recordsWritten : null;
      known[name] = madeBy(now, { by: taskName(task), records });
      if (before && before.address !== address) differs.add(name);
    }
    let { read } = state;
    const { rdds } = reach(notes).context;
    for (const { rdd, partition } of computed) {
      const name = `${rdd}.${partition}`;
      if (at(rdds, rdd).dependencies.length === 0) read += 1;
      if (at(rdds, rdd).level !== 'NONE' && blockOf(scheduler, rdd, partition)) twice.add(name);
      if (at(rdds, rdd).saved && scheduler.saved[rdd]?.[partition]) behind.add(name);
    }
    const listed = (set: ReadonlySet<string>): string[] => [...set].sort();
    return {
      ...state,
      made: known,
      read,
      hits: state.hits + hits.length,
      differs: listed(differs),
      twice: listed(twice),
      behind: listed(behind),
    };
  }

  function pending({ scheduler, notes }: SparkState): Pending[] {
    const { context, job } = reach(notes);
    const exact = { law: 'exact' } as const;
    const tasks = scheduler.running
      .filter(({ worker }) => at(scheduler.workers, worker).alive)
      .flatMap((task) =>
        ['end', 'fail', 'fetch-fail'].map((kind) => ({
          id: `${kind}:${taskName(task)}`,
          key: `${kind}:${taskName(task)}`,
          delayMs: lasts(task),
        })),
      );
    const workers = scheduler.workers.flatMap(({ alive, known }, worker): Pending[] => {
      const notice = `notice:w${worker}`;
      const missed: Pending[] =
        alive || known ? [] : [{ id: notice, key: notice, delayMs: MISSED_MS, ...exact }];
      const offer = job && nextOffer(scheduler, context, worker);
      if (localityWaitMs === 0 || offer?.locality !== 'any') return missed;
      const { stage, attempt } = offer.task;
      const key = `start:w${worker}`;
      return [...missed, { id: `${key} ${stage}.${attempt}`, key, delayMs: localityWaitMs, ...exact }];
    });
    return [...tasks, ...workers];
  }

  return {
    searchStates: SEARCH_STATES,
    init() {
      const run = newRun(plan);
      return plain(run, {
        faults: 0,
        made: {},
        differs: [],
        twice: [],
        behind: [],
        read: 0,
        hits: 0,
      });
    },
    enabled: (state) => [...steps(state), ...faults(state)],
    blocked,
    next,
    ...(jobs && {
      job(state: SparkState, { key, kind }: Action) {
        if (ENDS.has(kind)) return jobOf(state, running(state, key));
        // From here on a job may end, and be judged.
        return kind === 'start' && isLast(state, Number(key.slice('start:w'.length))) ? calmJob() : undefined;
      },
      running: (state: SparkState) => [
        ...[calmJob() ?? []].flat(),
        ...state.scheduler.running.flatMap((task) =>
          isAlive(state, task.worker) ? (jobOf(state, task) ?? []) : [],
        ),
      ],
      given: jobs.given,
    }),
    pending,
    faults: new Set<string>(FAULTS),
    properties: sparkProperties({
      calm: (job) => calmNow().values[job],
      persists: told.persists,
      checkpoints: told.checkpoints,
      isOver: ({ notes }) => reach(notes).job === undefined,
      hasFailed: ({ notes }) => reach(notes).failed !== undefined,
    }),
  };
}

/** What a program's text says of what it keeps and saves, where nobody has run it. */
function toldBy({ level }: Plan, tasks: TaskProgram | undefined): Omit<Calm, 'values'> {
  const { source = '' } = tasks?.tree ?? {};
  return {
    persists: level !== 'NONE' && /\b(persist|cache)\b/.test(source),
    checkpoints: /\bcheckpoint\b/.test(source),
  };
}

interface SharedContents extends Contents {
  /** What is read only where it is wanted. */
  later(address: string, read: () => unknown): void;
}

/** Contents by address alone: whoever made them first made them for all. */
function sharedContents(): SharedContents {
  const kept = new Map<string, unknown>();
  const unread = new Map<string, () => unknown>();
  return {
    get(_, address) {
      const read = unread.get(address);
      if (!kept.has(address) && read) kept.set(address, read());
      return kept.get(address);
    },
    later(address, read) {
      if (!kept.has(address)) unread.set(address, read);
    },
    put: (_, address, content) => {
      kept.set(address, content);
    },
  };
}
