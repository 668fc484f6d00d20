// How what fails is recovered, case by case: named as in the list of facts (section 2),
// which has them from Spark's own tests.

import { describe, expect, test } from 'vitest';
import { text } from '../../../base/text.ts';
import { add, bench, fresh, jobOf, list, names, pairs, planOf } from '../testing/bench.ts';
import type { Context } from './context.ts';
import { determinismOf } from './determinism.ts';
import type { Outcome } from './evaluate.ts';
import { runInline } from './inline.ts';
import type { JobFailed } from './job.ts';
import { NeedsJob } from './job.ts';
import { hashPartitioner } from './partitioner.ts';
import type { Rdd } from './rdd.ts';
import { failJob, submitJob } from './scheduler.ts';
import type { Job, State } from './state.ts';
import { isReachable } from './state.ts';
import { fetchFailed, kill, killHost, taskFailed, workerLost } from './tasks.ts';

describe('2.3 failures', () => {
  test('C1 a reduce cannot fetch from a lost worker: the other reduce is kept, one map and one reduce run again', () => {
    const { state, sc, job, begin, finish, one } = bench(2, (made) => pairs(made, 20, 2).reduceByKey(add, 2));
    job();
    one(0);
    one(1);
    const [first, second] = [begin(0), begin(1)];
    finish(first, { value: 42 });
    fetchFailed(state, sc, second, { shuffle: 0, map: 0, worker: 0 });
    expect(state.sets.at(-1)).toMatchObject({ stage: 0, attempt: 1, waiting: [0] });
    one(1);
    expect(state.sets.at(-1)).toMatchObject({ stage: 1, attempt: 1, waiting: [1] });
    one(1, { value: 43 });
    expect(state.jobs[0]).toMatchObject({ status: 'done', values: [42, 43] });
  });
  test('C2 without another keeper of its files, a lost worker’s map outputs are forgotten', () => {
    const { state, job, one } = bench(2, (made) => pairs(made, 20, 2).reduceByKey(add, 2));
    job();
    one(0);
    one(1);
    kill(state, 0);
    expect(state.outputs[0]?.map((output) => output?.worker)).toEqual([0, 1]);
    workerLost(state, 0);
    expect(state.outputs[0]?.map((output) => output?.worker)).toEqual([undefined, 1]);
  });
  describe('C2 whose files outlive whom: an end, who keeps the files, what is forgotten', () => {
    const rows: readonly [string, Partial<State>, (state: State) => void, readonly number[]][] = [
      ['a process, kept by its host', { keeper: 'host' }, (state) => kill(state, 0), []],
      ['a host, kept by its host', { keeper: 'host' }, (state) => killHost(state, 0), [0, 1]],
      ['a host, kept by nobody', {}, (state) => killHost(state, 0), [0, 1]],
      ['a process, kept by nobody', {}, (state) => kill(state, 0), [0]],
      ['a process, kept by storage', { keeper: 'storage' }, (state) => kill(state, 0), []],
      ['a host, kept by storage', { keeper: 'storage' }, (state) => killHost(state, 0), []],
    ];
    for (const [name, kept, ends, forgotten] of rows) {
      test(name, () => {
        const { state, job, one } = bench(3, (on) => pairs(on, 30, 3).reduceByKey(add, 2), {
          ...kept,
          // Two workers on the first host, one on the other.
          hosts: [0, 0, 1],
        });
        job();
        for (const worker of [0, 1, 2]) one(worker);
        ends(state);
        const reached = state.outputs[0]?.map((output) => isReachable(state, output));
        workerLost(state, 0);
        const left = state.outputs[0]?.flatMap((output, map) => (output ? [] : [map]));
        expect(left).toEqual(forgotten);
        expect(reached).toEqual([0, 1, 2].map((map) => !forgotten.includes(map)));
      });
    }
  });
  test('C3 a worker is lost while the map stage runs: its finished tasks are owed again, and the stage ends only then', () => {
    const { state, job, begin, finish, one } = bench(2, (made) => pairs(made, 20, 3).reduceByKey(add, 2));
    job();
    one(0);
    one(0);
    const last = begin(1);
    kill(state, 0);
    workerLost(state, 0);
    finish(last);
    expect(state.stages[0]).toMatchObject({ status: 'running', pending: [0, 1] });
    one(1);
    one(1);
    expect(names(state)).toEqual(['0.0', '1.0']);
    expect(state.sets.at(-1)?.waiting).toEqual([0, 1]);
  });
  test('C4 a late success from a worker known to be lost registers nothing; the same task elsewhere does', () => {
    const { state, job, begin, finish, one } = bench(2, (made) => pairs(made, 20, 1).reduceByKey(add, 1));
    job();
    const task = begin(0);
    kill(state, 0);
    workerLost(state, 0);
    finish(task);
    expect(state.outputs[0]).toEqual([null]);
    expect(names(state)).toEqual(['0.0', '0.1']);
    one(1);
    expect(state.outputs[0]?.map((output) => output?.worker)).toEqual([1]);
  });
  test('C5 a map stage that ends with one output on a lost worker is submitted again with exactly one task', () => {
    const { state, job, begin, finish, one } = bench(2, (made) => pairs(made, 20, 2).reduceByKey(add, 2));
    job();
    const [here, there] = [begin(0), begin(1)];
    finish(there);
    kill(state, 0);
    workerLost(state, 0);
    finish(here);
    expect(names(state)).toEqual(['0.0', '0.1']);
    expect(state.sets.at(-1)?.waiting).toEqual([0]);
    one(1);
    expect(names(state)).toEqual(['0.0', '0.1', '1.0']);
  });
  test('C6 two fetch failures of one attempt are one failure; one of an older attempt is ignored', () => {
    const { state, sc, job, begin, one } = bench(3, (made) => pairs(made, 20, 2).reduceByKey(add, 3));
    job();
    one(0);
    one(1);
    const reduces = [begin(0), begin(1), begin(2)] as const;
    fetchFailed(state, sc, reduces[0], { shuffle: 0, map: 0, worker: 0 });
    fetchFailed(state, sc, reduces[1], { shuffle: 0, map: 0, worker: -1 });
    expect(state.stages[1]?.failedAttempts).toEqual([0]);
    expect(names(state)).toEqual(['0.0', '1.0', '0.1']);
    one(1);
    expect(names(state)).toEqual(['0.0', '1.0', '0.1', '1.1']);
    fetchFailed(state, sc, reduces[2], { shuffle: 0, map: 0, worker: 0 });
    expect(state.stages[0]?.next).toBe(2);
    expect(state.outputs[0]?.every((output) => output !== null)).toBe(true);
  });
  test('C7 stragglers of the first attempt count for the second: what both cover starts the child', () => {
    const { state, sc, job, begin, finish, one } = bench(3, (made) =>
      pairs(made, 30, 3)
        .reduceByKey(add, 3)
        .map(([k, v]: number[]) => [v, k])
        .reduceByKey(add, 1),
    );
    job();
    for (const worker of [0, 1, 2]) one(worker);
    const stragglers = [begin(0), begin(1), begin(2)] as const;
    fetchFailed(state, sc, stragglers[0], { shuffle: 0, map: 2, worker: 2 });
    expect(state.sets.at(-1)).toMatchObject({ stage: 0, attempt: 1, waiting: [2] });
    one(0);
    expect(state.sets.at(-1)).toMatchObject({ stage: 1, attempt: 1, waiting: [0, 1, 2] });
    finish(stragglers[1]);
    finish(stragglers[2]);
    expect(names(state)).toEqual(['0.0', '1.0', '0.1', '1.1']);
    one(0);
    expect(names(state)).toEqual(['0.0', '1.0', '0.1', '1.1', '2.0']);
  });
  describe('C8 a stage may fail to fetch four times', () => {
    /** Two shuffles on two workers: `fail` has a task of a stage that reads not find its first output. */
    const chained = () => {
      const made = bench(2, (sc) =>
        pairs(sc, 20, 1)
          .reduceByKey(add, 1)
          .map(([k, v]: number[]) => [v, k])
          .reduceByKey(add, 1),
      );
      made.job();
      made.one(0);
      const fail = (shuffle: number): void =>
        fetchFailed(made.state, made.sc, made.begin(1), { shuffle, map: 0, worker: 0 });
      return { ...made, fail };
    };
    test('four attempts in a row end the job', () => {
      const { state, one, fail } = chained();
      for (let i = 0; i < 3; i++) {
        fail(0);
        one(0);
      }
      expect(state.jobs[0]?.status).toBe('running');
      fail(0);
      expect(state.jobs[0]).toMatchObject({
        status: 'failed',
        reason: { key: 'failed.stage', args: { stage: 1, times: 4 } },
      });
    });
    test('two of one stage and two of another do not', () => {
      const { state, one, fail } = chained();
      for (let i = 0; i < 2; i++) {
        fail(0);
        one(0);
      }
      // The middle on the worker that is then lost for its reader: only its output goes.
      one(0);
      for (let i = 0; i < 2; i++) {
        fail(1);
        while (state.sets.at(-1)?.stage !== 2) one(0);
      }
      one(0, { value: 1 });
      expect(state.jobs[0]?.status).toBe('done');
      expect(state.stages.map(({ next }) => next)).toEqual([5, 5, 3]);
    });
    test('with a success in between they do not', () => {
      const { state, one, fail } = chained();
      for (let i = 0; i < 3; i++) {
        fail(0);
        one(0);
      }
      expect(state.stages[1]?.failedAttempts.length).toBe(3);
      one(0);
      expect(state.stages[1]?.failedAttempts).toEqual([]);
      fail(1);
      one(0);
      for (let i = 0; i < 3; i++) {
        fail(0);
        one(0);
      }
      one(0);
      one(0, { value: 1 });
      expect(state.jobs[0]?.status).toBe('done');
    });
  });
  test('C9 a function that throws in a map stage: the job fails, the reduce never starts, the next job on it fails too', () => {
    const { results, run } = runInline(
      planOf((sc, seen) => {
        const bad = pairs(sc)
          .map((x: number[]) => {
            if (x[1] === 7) throw new Error('seven');
            return x;
          })
          .reduceByKey(add);
        for (let i = 0; i < 2; i++) {
          try {
            bad.count();
          } catch (thrown) {
            if (thrown instanceof NeedsJob) throw thrown;
            seen.push((thrown as JobFailed).text);
          }
        }
        seen.push(sc.parallelize(list(10), 2).count());
      }),
    );
    const reason = (stage: number) =>
      text('failed.task', { task: 1, stage, times: 4, why: text('failed.other', { message: 'seven' }) });
    expect(results).toEqual([reason(0), reason(2), 10]);
    expect(run.state.stages.map(({ ran: did, status }) => [did, status])).toEqual([
      [true, 'failed'],
      [false, 'failed'],
      [true, 'failed'],
      [false, 'failed'],
      [true, 'done'],
    ]);
  });
  test('C10 a task that fails once runs again: four runs of three tasks; a lost worker counts as a failure', () => {
    const { state, job, begin, finish } = bench(3, (made) => made.parallelize(list(3), 3));
    job();
    const tasks = [begin(0), begin(1), begin(2)] as const;
    taskFailed(state, tasks[1], text('failed.other', { message: 'once' }));
    finish(tasks[0], { value: 1 });
    finish(tasks[2], { value: 1 });
    const again = begin(1);
    expect(again).toMatchObject({ partition: 1, tried: 1 });
    kill(state, 1);
    workerLost(state, 1);
    const third = begin(2);
    expect(third).toMatchObject({ partition: 1, tried: 2 });
    finish(third, { value: 1 });
    expect([state.started, state.jobs[0]?.status]).toEqual([5, 'done']);
  });
  test('C10 by default the fourth failure ends the job, the ends of its workers counted', () => {
    const { state, job, begin } = bench(5, (made) => made.parallelize(list(1), 1));
    job();
    for (const worker of [0, 1, 2, 3]) {
      expect(state.jobs[0]?.status).toBe('running');
      begin(worker);
      kill(state, worker);
      workerLost(state, worker);
    }
    expect(state.jobs[0]).toMatchObject({
      status: 'failed',
      reason: { key: 'failed.task', args: { task: 0, stage: 0, times: 4, why: text('failed.worker') } },
    });
  });
  test('C11 two jobs share a map stage: it fails, and both fail; a sibling that only one of them needs is cancelled', () => {
    const { state, sc, rdd, job, begin } = bench(2, (made) => pairs(made, 20, 1).reduceByKey(add, 1));
    job();
    const other = pairs(sc, 20, 1).reduceByKey(add, 1);
    submitJob(
      state,
      sc,
      jobOf(() => rdd.join(other, 1).count()),
    );
    expect(state.stages.map(({ jobs }) => jobs)).toEqual([[0, 1], [0], [1], [1]]);
    const sibling = begin(0);
    const [shared, beside] = sibling.stage === 0 ? [sibling, begin(1)] : [begin(1), sibling];
    expect([shared.stage, beside.stage]).toEqual([0, 2]);
    for (let i = 0; i < 4; i++) {
      const task = i === 0 ? shared : begin(0);
      taskFailed(state, task, text('failed.other', { message: 'no' }));
    }
    expect(state.jobs.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect([state.stages[2]?.status, state.running]).toEqual(['failed', []]);
    expect(state.sets.every(({ zombie }) => zombie)).toBe(true);
  });
  test('C12 one of two jobs that share a stage is cancelled: the stage goes on for the other', () => {
    const { state, sc, rdd, job, one } = bench(1, (made) => pairs(made, 20, 2).reduceByKey(add, 1));
    job();
    submitJob(
      state,
      sc,
      jobOf(() => rdd.mapValues((x) => x).count()),
    );
    one(0);
    failJob(state, state.jobs[0] as Job, text('failed.other', { message: 'cancelled' }));
    expect(state.stages.map(({ status }) => status)).toEqual(['running', 'failed', 'waiting']);
    one(0);
    one(0, { value: 5 });
    expect(state.jobs.map(({ status }) => status)).toEqual(['failed', 'done']);
  });
  test('C13 the last stage cannot fetch after a worker died: the lost part of stage 0, of stage 1, then the last', () => {
    const { state, sc, job, begin, one } = bench(2, (made) =>
      pairs(made, 20, 2)
        .reduceByKey(add, 2)
        .map(([k, v]: number[]) => [v, k])
        .reduceByKey(add, 2),
    );
    job();
    for (const worker of [0, 1, 0, 1]) one(worker);
    kill(state, 0);
    workerLost(state, 0);
    fetchFailed(state, sc, begin(1), { shuffle: 1, map: 0, worker: -1 });
    expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['0.1', [0]]);
    one(1);
    expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['1.1', [0]]);
    one(1);
    expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['2.1', [0, 1]]);
  });
  describe('C14 a map stage that may give other records must run again', () => {
    /** Shuffled, sampled by place, shuffled twice: the sample may be another where blocks come as they come. */
    const sampled = (sc: Context, checkpointed = false): Rdd => {
      const sample = pairs(sc, 40, 2).groupByKey(2).sample(false, 0.9, 7);
      if (checkpointed) sample.saved = pairs(sc, 2, 2);
      return sample
        .partitionBy(3)
        .mapValues((x) => x)
        .partitionBy(hashPartitioner(2));
    };
    const any = { arrival: 'any' } as const;
    test('all its tasks run again, and all of the stages after it', () => {
      const { state, sc, job, begin, one } = bench(2, (made) => sampled(made), any);
      job();
      // Stages 0 (group) and 1 (sample) whole, then two of the three tasks of stage 2.
      for (const worker of [0, 1, 0, 1, 0, 1]) one(worker);
      fetchFailed(state, sc, begin(0), { shuffle: 1, map: 0, worker: 0 });
      expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['0.1', [0]]);
      one(1);
      expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['1.1', [0, 1]]);
      one(1);
      one(1);
      expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['2.1', [0, 1, 2]]);
    });
    test('where blocks are read by map index only what is lost runs again', () => {
      const { state, sc, job, begin, one } = bench(2, (made) => sampled(made));
      job();
      for (const worker of [0, 1, 0, 1, 0, 1]) one(worker);
      fetchFailed(state, sc, begin(0), { shuffle: 1, map: 0, worker: 0 });
      one(1);
      expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['1.1', [0]]);
      one(1);
      expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['2.1', [0, 2]]);
    });
    test('a result that was handed over cannot be taken back: the job is given up', () => {
      const { state, sc, job, begin, one } = bench(2, (made) => sampled(made), any);
      job();
      for (const worker of [0, 1, 0, 1, 0, 1, 0]) one(worker);
      one(0, { value: 1 });
      fetchFailed(state, sc, begin(1), { shuffle: 2, map: 0, worker: 0 });
      expect(state.jobs[0]).toMatchObject({
        status: 'failed',
        reason: { key: 'failed.rollback', args: { stage: 3, parent: 2 } },
      });
      expect(state.running).toEqual([]);
      expect(state.sets.every(({ zombie }) => zombie)).toBe(true);
    });
    test('where a reliable checkpoint stands before it only the lost task runs again', () => {
      const { state, sc, job, begin, one } = bench(2, (made) => sampled(made, true), any);
      job();
      // No stage for the group: the sample is read from storage.
      for (const worker of [0, 1, 0, 1, 0]) one(worker);
      one(0, { value: 1 });
      fetchFailed(state, sc, begin(1), { shuffle: 2, map: 0, worker: 0 });
      expect(state.jobs[0]?.status).toBe('running');
      expect([names(state).at(-1), state.sets.at(-1)?.waiting]).toEqual(['0.1', [0]]);
    });
    test('what is shuffled is unordered; a sample, a split, a repartition of it may be another', () => {
      const sc = fresh();
      const rdd = pairs(sc);
      const moved = rdd.groupByKey(2);
      const level = (of: Rdd) => determinismOf(any, of);
      expect([rdd, rdd.sample(false, 0.5, 1), rdd.repartition(3)].map(level)).toEqual([
        'determinate',
        'determinate',
        'unordered',
      ]);
      const [split] = moved.randomSplit([1, 1], 1);
      expect([moved, moved.reduceByKey(add, 2), moved.mapValues((x) => x)].map(level)).toEqual(
        Array(3).fill('unordered'),
      );
      expect([moved.sample(false, 0.5, 1), split as Rdd, moved.repartition(3)].map(level)).toEqual(
        Array(3).fill('indeterminate'),
      );
      expect(determinismOf({}, moved.repartition(3))).toBe('determinate');
    });
  });
  test('C15 one map, one reduce, one fetch failure: attempts 0.0, 1.0, 0.1, 1.1, and four task starts', () => {
    const { state, sc, job, begin, one } = bench(1, (made) => pairs(made, 20, 1).reduceByKey(add, 1));
    job();
    one(0);
    fetchFailed(state, sc, begin(0), { shuffle: 0, map: 0, worker: 0 });
    one(0);
    one(0, { value: 1 });
    expect(names(state)).toEqual(['0.0', '1.0', '0.1', '1.1']);
    expect([state.started, state.stages.length, state.jobs[0]?.status]).toEqual([4, 2, 'done']);
  });
  test('C17 a map output’s file deleted between two counts: the map stage runs again by itself', () => {
    let ends: Outcome['kind'][] = [];
    const { results, run } = runInline(
      planOf((sc, seen) => {
        const rdd = pairs(sc).reduceByKey(add, 2);
        seen.push(rdd.count(), rdd.count());
      }),
      {
        onEnd(_, { kind }, { state }) {
          ends = [...ends, kind];
          const output = state.outputs[0]?.[1];
          if (state.jobs[0]?.status === 'done' && ends.length === 6 && output) output.lost = true;
        },
      },
    );
    expect(results).toEqual([5, 5]);
    expect(ends).toContain('fetch-failed');
    expect(names(run.state)).toEqual(['0.0', '1.0', '3.0', '2.1', '3.1']);
  });
});
