import { describe, expect, it } from 'vitest';
import { present } from '../../base/assert.ts';
import { nodeEndpoint } from '../../cli/node-endpoint.ts';
import type { JobRunner } from '../../compute/job-runner.ts';
import { createJobRunner } from '../../compute/job-runner.ts';
import { explore } from '../explore.ts';
import { addressOf } from '../job.ts';
import { replayIdeal, replayReal } from './replay.ts';
import type { Stage } from './stage.ts';
import { joinJob, partitionJob, stage, stageJobs } from './stage.ts';

const runnerWith = (workers: number): JobRunner =>
  createJobRunner({
    workers,
    start: () => nodeEndpoint(new URL('./stage-worker.ts', import.meta.url)),
    load: async () => ({ jobs: stageJobs }),
  });

const UNDISTURBED = [
  ...['launch:t0.1:w0', 'launch:t1.1:w1', 'finish:t0.1', 'launch:t2.1:w0'],
  ...['finish:t1.1', 'finish:t2.1', 'join'],
];
/** Worker 0 dies while it computes task 2, and takes the finished task 0 with it. */
const KILLED = [
  ...['launch:t0.1:w0', 'launch:t1.1:w1', 'finish:t0.1', 'launch:t2.1:w0', 'lose:w0'],
  ...['launch:t2.2:w0', 'finish:t1.1', 'launch:t0.2:w1', 'finish:t2.2', 'finish:t0.2', 'join'],
];

/**
 * The run with real bytes, where a launch sets its job to work and a loss kills the thread in the middle of it, once
 * the job has been heard to make progress.
 */
async function playWithKills(
  keys: readonly string[],
  runner: JobRunner,
): Promise<{ state: Stage; killed: number }> {
  const model = stage(1);
  let state = model.init();
  let killed = 0;
  for (const key of keys) {
    const action = present(
      model.enabled(state).find((each) => each.key === key),
      key,
    );
    if (action.kind === 'lose') {
      const lost = state.tasks.findIndex(({ state: stands, worker }) => stands === 'running' && worker === 0);
      let kill = true;
      await runner.run(partitionJob(lost), {
        onProgress: () => {
          if (kill) for (let w = 0; w < Math.max(1, runner.workers()); w++) runner.lose(w);
          if (kill) killed++;
          kill = false;
        },
      });
    }
    const job = model.job?.(state, action);
    state = model.next(state, action, job && (await runner.run(job)));
  }
  return { state, killed };
}

describe('a stage of three tasks', () => {
  it('ends with the result in every order, a worker lost at any moment', () => {
    const calm = explore(stage(0));
    expect(calm.complete && calm.properties['goes-on']?.verdict).toBe('holds');
    expect(calm.properties.result?.length).toBe(UNDISTURBED.length);
    expect(calm.properties['made-again']?.verdict).toBe('not reached');

    const lossy = explore(stage(1));
    expect(lossy.complete && lossy.properties['goes-on']?.verdict).toBe('holds');
    expect(lossy.properties['made-again']?.length).toBe(3);
    // Without a loss: 27 + 27 + 27 + 18 with nothing running, one on either worker, one on each; 8 with the result.
    expect([calm.states, lossy.states]).toEqual([107, 856]);
  });

  it('has the verdicts of its ideal results with the real bytes, step by step', async () => {
    const runner = runnerWith(0);
    for (const keys of [UNDISTURBED, KILLED]) {
      const real = await replayReal(stage(1), keys, runner);
      const ideal = replayIdeal(stage(1), keys);
      expect(real.verdicts).toEqual(ideal.verdicts);
      expect(ideal.states.at(-1)?.result).toBe(addressOf(joinJob));
      expect(real.states.at(-1)?.result).not.toBe(addressOf(joinJob));
    }
  });

  it.each([
    ['inline', 0],
    ['one worker', 1],
    ['a pool of two', 2],
  ])('has the bytes of the undisturbed run after its worker was killed: %s', async (_, workers) => {
    const undisturbed = await replayReal(stage(1), UNDISTURBED, runnerWith(0));
    const runner = runnerWith(workers);
    try {
      const { state, killed } = await playWithKills(KILLED, runner);
      expect(state.result).toBe(undisturbed.states.at(-1)?.result);
      expect(state.tasks.map(({ launches }) => launches)).toEqual([2, 1, 2]);
      expect(killed).toBe(1);
    } finally {
      runner.close();
    }
  });
});
