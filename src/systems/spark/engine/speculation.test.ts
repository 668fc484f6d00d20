// Copies of slow tasks, case by case: named as in the list of facts (section 2), which has them from Spark's own tests.
import { describe, expect, test } from 'vitest';
import { text } from '../../../base/text.ts';
import { add, bench, list, names, pairs } from '../testing/bench.ts';
import type { SpeculationRule, Watch } from './speculation.ts';
import { copies, SPARK_3, SPARK_3_4, SPARK_4 } from './speculation.ts';
import type { State, Task } from './state.ts';
import { fetchFailed, kill, startTask, taskFailed, workerLost } from './tasks.ts';

/** A stage of `n` tasks, each on a worker of its own, of which some are done; one more worker is free. */
function stageOf(n: number, took: readonly number[], setting: Partial<State> = {}) {
  const made = bench(n + 1, (sc) => sc.parallelize(list(n), n), setting);
  made.job();
  const tasks = list(n).map(made.begin);
  took.forEach((ms, i) => {
    made.finish(tasks[i] as Task, { value: 1 }, ms);
  });
  const slow = (rule: SpeculationRule, ran: number, watch: Partial<Watch> = {}): number[] =>
    copies(made.state, made.sc, rule, { ran: () => ran, ...watch }).map(({ partition }) => partition);
  return { ...made, tasks, slow };
}

describe('2.6 speculation', () => {
  test('G1 a copy comes once three quarters are done, and a task has run half as long again as their median', () => {
    expect(stageOf(4, [200, 200]).slow(SPARK_3, 9999)).toEqual([]);
    const { slow } = stageOf(4, [400, 200, 1000]);
    expect([600, 601].map((ran) => slow(SPARK_3, ran))).toEqual([[], [3]]);
  });
  test('G1 since 4.0 nine tenths must be done, and it must have run three times as long', () => {
    const most = stageOf(10, Array(8).fill(200));
    expect([most.slow(SPARK_3, 601), most.slow(SPARK_4, 9999)]).toEqual([[8, 9], []]);
    const { slow } = stageOf(10, Array(9).fill(200));
    const sluggish = { pace: () => 0.1 };
    expect([600, 601].map((ran) => slow(SPARK_4, ran, sluggish))).toEqual([[], [9]]);
  });
  test('G1 nothing is slow that has not run for a tenth of a second', () => {
    const { slow } = stageOf(4, [1, 1, 1]);
    expect([100, 101].map((ran) => slow(SPARK_3, ran))).toEqual([[], [3]]);
  });
  test('G1 a task has one copy and no more, until it or its copy fails', () => {
    const { state, sc, tasks, slow } = stageOf(4, [200, 200, 200]);
    const [copy] = copies(state, sc, SPARK_3, { ran: () => 9999 }) as [Task];
    expect(copy).toEqual({ ...tasks[3], worker: 0, copy: true });
    startTask(state, copy);
    expect([slow(SPARK_3, 9999), state.started]).toEqual([[], 5]);
    taskFailed(state, copy, text('failed.other', { message: 'no' }));
    expect([slow(SPARK_3, 9999), state.sets[0]?.waiting]).toEqual([[3], []]);
  });
  test('G1 a task alone in its stage has none, unless so and so long is slow by itself', () => {
    const { slow } = stageOf(1, []);
    expect(slow(SPARK_3, 9999)).toEqual([]);
    const rule = { ...SPARK_3, aloneMs: 500 };
    expect([500, 501].map((ran) => slow(rule, ran))).toEqual([[], [0]]);
  });
  test('G1 a barrier stage has none', () => {
    expect(stageOf(4, [200, 200, 200], { barriers: [0] }).slow(SPARK_3, 9999)).toEqual([]);
  });
  test('G1 since 3.4 it must be slow by its records too, or have run twice as long as is slow', () => {
    const { slow } = stageOf(4, [200, 200, 200]);
    const at = (ran: number, pace: number) => slow(SPARK_3_4, ran, { pace: () => pace });
    expect([at(400, 0.75), at(400, 0.74), at(600, 1), at(601, 1)]).toEqual([[], [3], [], [3]]);
  });
  test('G1 a copy goes to another host, or nowhere', () => {
    // As on a real cluster of one host: speculation never happens there.
    expect(stageOf(4, [200, 200, 200], { hosts: Array(5).fill(0) }).slow(SPARK_3, 9999)).toEqual([]);
    const { state, sc } = stageOf(4, [200, 200, 200], { hosts: [1, 1, 0, 1, 0] });
    expect(copies(state, sc, SPARK_3, { ran: () => 9999 })).toMatchObject([{ partition: 3, worker: 2 }]);
  });
  test('G2 the first to end wins: eight tasks, nine starts, one killed, and no failure', () => {
    for (const winner of ['copy', 'original']) {
      const { state, sc, tasks, finish } = stageOf(8, Array(7).fill(200));
      const [copy] = copies(state, sc, SPARK_3, { ran: () => 9999 }) as [Task];
      startTask(state, copy);
      finish(winner === 'copy' ? copy : (tasks[7] as Task), { value: winner });
      expect([state.started, state.running, state.sets[0]?.failures]).toEqual([9, [], {}]);
      expect(state.jobs[0]).toMatchObject({ status: 'done', values: [...Array(7).fill(1), winner] });
    }
  });
  test('G2 the worker of a copy that was killed is lost: nothing is owed again', () => {
    const { state, sc, begin, finish, job } = bench(4, (made) => pairs(made, 20, 3).reduceByKey(add, 1));
    job();
    const [quick, slow] = [begin(0), begin(1), begin(2)];
    finish(quick as Task);
    const rule = { quantile: 0.33, multiplier: 1.5 };
    const [copy] = copies(state, sc, rule, { ran: (task) => (task.worker === 1 ? 999 : 1) }) as [Task];
    startTask(state, copy);
    finish(copy);
    kill(state, (slow as Task).worker);
    workerLost(state, (slow as Task).worker);
    expect([state.sets[0]?.waiting, state.stages[0]?.pending]).toEqual([[], [2]]);
    // The winner's is another matter; and the kill was no failure of its task.
    kill(state, copy.worker);
    workerLost(state, copy.worker);
    expect([state.sets[0]?.waiting, state.stages[0]?.pending]).toEqual([
      [0, 1],
      [0, 1, 2],
    ]);
    finish(begin(3));
    expect(begin(3)).toMatchObject({ partition: 1, tried: 0 });
  });
  test('C16 a copy cannot fetch, but the original ends: the job is done; stages are over in the order 0, 1, 1, 0', () => {
    const { state, sc, job, begin, finish, one } = bench(3, (made) => pairs(made, 20, 2).reduceByKey(add, 2));
    job();
    const over = watchEnds(state);
    one(0);
    one(1);
    const [first, second] = [begin(1), begin(2)];
    finish(first, { value: 42 });
    const rule = { quantile: 0.5, multiplier: 1.5 };
    const [copy] = copies(state, sc, rule, { ran: () => 9999 }) as [Task];
    startTask(state, copy);
    expect(copy).toMatchObject({ stage: 1, partition: 1, copy: true });
    fetchFailed(state, sc, copy, { shuffle: 0, map: 0, worker: 0 });
    expect([names(state), over]).toEqual([
      ['0.0', '1.0', '0.1'],
      [0, 1],
    ]);
    expect(state.stages.map(({ status }) => status)).toEqual(['running', 'waiting']);
    finish(second, { value: 43 });
    expect(state.jobs[0]).toMatchObject({ status: 'done', values: [42, 43] });
    expect(over).toEqual([0, 1, 1, 0]);
    expect([state.running, state.sets.every(({ zombie }) => zombie)]).toEqual([[], true]);
  });
});

/** The stages that come to an end from now on, well or not, in order. */
function watchEnds(state: State): readonly number[] {
  const over: number[] = [];
  for (const stage of state.stages) {
    let { status } = stage;
    Object.defineProperty(stage, 'status', {
      get: () => status,
      set(now: typeof status) {
        if (now === 'done' || now === 'failed') over.push(stage.id);
        status = now;
      },
    });
  }
  return over;
}
