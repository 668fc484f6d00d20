// `spark run PROGRAM.js`: a program of the language on the engine, its tasks in worker threads, with workers that die
// where they are told to.

import { Refusal } from '../../../base/result.ts';
import type { JobMemory, Verb } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import { packed } from '../engine/contents.ts';
import { debugString } from '../engine/debug-string.ts';
import type { Kill } from '../engine/inline.ts';
import { at } from '../engine/state.ts';
import { parseProgram } from '../language/parse.ts';
import { inputFile } from '../tasks/input-file.ts';
import type { FinishedTasks, TaskOptions, TaskPlan } from '../tasks/on-workers.ts';
import { runOnWorkers } from '../tasks/on-workers.ts';

export const runVerb: Verb = {
  options: { input: 'texts', workers: 'count', kill: 'texts', memory: 'count' },
  async run(args, host) {
    const [path, ...more] = args.words;
    if (path === undefined || more.length > 0)
      throw new UsageError('which program? Say one: spark run PROGRAM.js');
    const workers = args.count('workers') ?? 2;
    if (workers < 1) throw new UsageError('--workers 0: at least one worker is needed');
    const kills = args.texts('kill').map((spelled) => killOf(spelled, workers));
    if (new Set(kills.map(({ worker }) => worker)).size >= workers)
      throw new UsageError('--kill: at least one worker must be left');
    const files = [];
    for (const spelled of args.texts('input')) {
      const [, name = '', file = ''] = /^([^=]+)=(.+)$/.exec(spelled) ?? [];
      if (name === '') throw new UsageError(`--input ${spelled}: say NAME=FILE`);
      files.push(inputFile(name, await host.bytes(file)));
    }
    const tree = await parseProgram(await host.text(path));
    const plan: TaskPlan = { tree, files, workers, memory: args.count('memory') };
    const jobs = host.jobs(Math.min(workers, host.cores));
    const whole = async (options: TaskOptions): Promise<FinishedTasks> =>
      thrownOn(await runOnWorkers(plan, jobs, { signal: host.signal, ...options }));
    const from = host.clock();
    const run = await whole({ kills });
    const seconds = (host.clock() - from) / 1000;
    const { started } = run.run.state;
    const late = kills.find(({ at: task }) => task >= started);
    if (late)
      throw new UsageError(
        `--kill ${late.worker}@${late.at}: ${started} tasks were started, numbered from 0`,
      );
    const calm = kills.length === 0 ? run : await whole({ run: 1 });
    const json = report(run, calm, seconds, jobs.memory(), files);
    return { exit: 0, json, lines: json.results.map((result) => JSON.stringify(result)) };
  },
};

function killOf(spelled: string, workers: number): Kill {
  const [, worker, task] = /^(\d+)@(\d+)$/.exec(spelled) ?? [];
  if (worker === undefined || task === undefined)
    throw new UsageError(`--kill ${spelled}: say WORKER@TASK, both from 0`);
  if (Number(worker) >= workers)
    throw new UsageError(`--kill ${spelled}: there are ${workers} workers, numbered from 0`);
  return { worker: Number(worker), at: Number(task) };
}

/** What a program or a task of it threw is thrown on. */
function thrownOn(finished: FinishedTasks): FinishedTasks {
  const { error, failed } = finished;
  if (error instanceof Refusal) throw error;
  if (failed !== undefined) throw new Refusal(failed);
  return finished;
}

function report(
  run: FinishedTasks,
  calm: FinishedTasks,
  seconds: number,
  kept: JobMemory,
  files: TaskPlan['files'],
) {
  const { state, reached } = run.run;
  const again = [...run.computed]
    .filter(([name, times]) => times > (calm.computed.get(name) ?? 0))
    .map(([name]) => name);
  return {
    results: run.results.map(packed),
    debugStrings: state.jobs.map(({ rdd }) =>
      debugString(at(reached.context.rdds, rdd), reached.context.heldOf),
    ),
    stages: state.stages.filter(({ ran }) => ran).length,
    skippedStages: state.stages.filter(({ ran }) => !ran).length,
    tasks: state.started,
    recomputedPartitions: again.sort(byNumber),
    shuffledBytes: run.shuffledBytes,
    seconds,
    checksum: run.checksum,
    code: run.code,
    inputs: files.map(({ name, sha256, size }) => ({ name, sha256, size })),
    memory: { ...kept, blocks: run.blocks },
  };
}

const byNumber = (a: string, b: string): number => {
  const [x = [], y = []] = [a, b].map((name) => name.split('.').map(Number));
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
};
