// Steps in a session whose tasks are jobs of a pool: begun when they start, waited for when they end, and in no order of
// doing or undoing is a state another one than in one thread.
import { describe, expect, test } from 'vitest';
import { present } from '../../../base/assert.ts';
import { fingerprintHex } from '../../../base/fingerprint.ts';
import { haveMet, meetingPlace } from '../../../compute/testing/meeting.ts';
import { entryIn } from '../../../contract/loading.ts';
import { DEFAULT_SEED } from '../../../contract/settings.ts';
import { schedulerOf } from '../../../contract/system.ts';
import type { Job } from '../../../kernel/job.ts';
import { firstMoment, momentFingerprint, nextMoment } from '../../../kernel/moment.ts';
import { picked } from '../../../kernel/scheduler.ts';
import { byHand } from '../../../session/by-hand.ts';
import { createSession } from '../../../session/session.ts';
import type { JobRunning } from '../../../session/work.ts';
import { catalog } from '../../catalog.ts';
import { CALM } from './task-spelled.ts';
import { taskRunner, WAYS } from './testing/runners.ts';

const sessionOn = (runner: JobRunning) =>
  byHand(
    createSession({
      catalog,
      runner,
      clock: () => performance.now(),
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
    }),
  );

const SCENARIOS = ['lazy', 'stages', 'narrow-crash', 'wide-crash'] as const;
const STAGES = { system: 'spark', scenario: 'stages' } as const;

/** The checksum at the end, and how many steps: every task computed where it ends, in this thread. */
async function inOneThread(scenario: string): Promise<readonly [number, string]> {
  const loaded = await entryIn(catalog, 'spark').load(scenario, {});
  const model = loaded.system.model(loaded.params, DEFAULT_SEED);
  const scheduler = schedulerOf(loaded.scenario, loaded.params);
  let at = firstMoment(model, DEFAULT_SEED);
  for (;;) {
    const enabled = model.enabled(at.state);
    const rank = picked(model, DEFAULT_SEED, scheduler, at, enabled);
    if (rank < 0) return [at.step, fingerprintHex(momentFingerprint(at))];
    at = nextMoment(model, DEFAULT_SEED, at, present(enabled[rank], 'the pick'));
  }
}

type Session = ReturnType<typeof sessionOn>;

async function seen(session: Session): Promise<readonly [number, string]> {
  const { steps, fingerprint } = await session.summary();
  return [steps, fingerprint];
}

describe.each(SCENARIOS)('%s', (scenario) => {
  test.each(WAYS)('ends as in one thread: %s', async (_, runner) => {
    const session = sessionOn(runner());
    await session.open({ system: 'spark', scenario });
    await session.advance(1000);
    const end = await seen(session);
    expect(end).toEqual(await inOneThread(scenario));
    // Its link leads another session, whose pool knows nothing, to the same.
    const other = sessionOn(taskRunner());
    const { warning } = await other.openLink(await session.link());
    expect([warning, ...(await seen(other))]).toEqual([null, ...end]);
  });
});

test('two tasks that have started are at work at once on two workers, before anybody asks for an end', async () => {
  const meeting = meetingPlace();
  const runner = taskRunner({ workers: 2 }, { meeting });
  try {
    const session = sessionOn(runner);
    await session.open(STAGES);
    await session.choose('start:w0');
    expect(haveMet(meeting)).toBe(false);
    await session.choose('start:w1');
    await expect.poll(() => haveMet(meeting), { timeout: 9000 }).toBe(true);
  } finally {
    runner.close();
  }
});

test('tasks that a long move passes overlap as well', async () => {
  const meeting = meetingPlace();
  const runner = taskRunner({ workers: 2 }, { meeting });
  try {
    const session = sessionOn(runner);
    await session.open(STAGES);
    await session.advance(1000);
    expect(haveMet(meeting)).toBe(true);
    expect(await seen(session)).toEqual(await inOneThread('stages'));
  } finally {
    runner.close();
  }
});

/** A runner whose jobs wait until they are let go; it notes what was begun and what was given up. */
function held() {
  const inner = taskRunner();
  const waiting: (() => void)[] = [];
  const asked: string[] = [];
  const stopped: string[] = [];
  let isOpen = false;
  const nameOf = ({ kind, input }: Job): string => {
    if (kind === CALM) return 'calm';
    const { stage, partition } = (input as { unit: { stage: number; partition: number } }).unit;
    return `${stage}.${partition}`;
  };
  const runner: JobRunning = {
    time: inner.time,
    search: inner.search,
    async run(job, options = {}) {
      const { signal } = options;
      signal?.throwIfAborted();
      asked.push(nameOf(job));
      await new Promise<void>((resolve, reject) => {
        if (isOpen) return resolve();
        waiting.push(resolve);
        signal?.addEventListener('abort', () => {
          stopped.push(nameOf(job));
          reject(signal.reason);
        });
      });
      return inner.run(job, options);
    },
  };
  return {
    runner,
    asked,
    stopped,
    letGo(): void {
      isOpen = true;
      for (const go of waiting.splice(0)) go();
    },
  };
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('what is done while a task is computed', () => {
  async function twoRunning() {
    const pool = held();
    const session = sessionOn(pool.runner);
    await session.open(STAGES);
    await session.choose('start:w0');
    await session.choose('start:w1');
    await settled();
    expect(pool.asked).toEqual(['0.0', '0.1']);
    return { ...pool, session };
  }
  async function endsWell(session: Session, letGo: () => void): Promise<void> {
    letGo();
    await session.advance(1000);
    expect(await seen(session)).toEqual(await inOneThread('stages'));
  }

  test('a step back gives up the task that had not started there, and no other', async () => {
    const { session, stopped, letGo } = await twoRunning();
    await session.back(1);
    await settled();
    expect(stopped).toEqual(['0.1']);
    await session.back(1);
    await settled();
    expect(stopped).toEqual(['0.1', '0.0']);
    await endsWell(session, letGo);
  });

  test('a stop ends the wait for a step; the task goes on where it is still seen, and the step can be taken later', async () => {
    const { session, asked, stopped, letGo } = await twoRunning();
    const stop = new AbortController();
    const stepped = session.advance(3, { signal: stop.signal });
    await settled();
    stop.abort();
    const { cursor } = await stepped;
    // The third start was taken, or not: no end was.
    expect(cursor.step).toBeLessThanOrEqual(3);
    await settled();
    // The wait of the step itself was given up; the task is still begun ahead.
    expect(
      asked.filter((name) => name === '0.0').length - stopped.filter((name) => name === '0.0').length,
    ).toBe(1);
    await endsWell(session, letGo);
  });

  test('leaving for another run gives up all of it at once, even where the other does not open', async () => {
    const { session, stopped } = await twoRunning();
    await expect(session.open({ system: 'spark', scenario: 'no-such' })).rejects.toThrow();
    expect(stopped.sort()).toEqual(['0.0', '0.1']);
  });

  test('a run in place of another gives up what the one before ran', async () => {
    const { session, stopped, letGo } = await twoRunning();
    letGo();
    await session.setParams({ reducers: 1 });
    await session.undo();
    await endsWell(session, letGo);
    expect(stopped.length).toBeLessThanOrEqual(2);
  });

  test('a worker of the scheduler that is killed gives up its task', async () => {
    const pool = held();
    const session = sessionOn(pool.runner);
    await session.open({ ...STAGES, params: { kills: 1 } });
    await session.choose('start:w0');
    await session.choose('start:w1');
    await settled();
    await session.choose('kill:w1');
    await settled();
    expect(pool.stopped).toEqual(['0.1']);
    pool.letGo();
    await session.advance(1000);
    expect((await session.summary()).properties).toMatchObject({ answer: 'reached', 'same-result': 'holds' });
  });
});

test('a worker of the pool that dies while it computes leaves no trace', async () => {
  const runner = taskRunner({ workers: 2 });
  try {
    const session = sessionOn(runner);
    await session.open({ system: 'spark', scenario: 'wide-crash' });
    for (let i = 0; ; i++) {
      const { step } = (await session.frame()).cursor;
      const after = await session.advance(1);
      if (after.cursor.step === step) break;
      if (i % 4 === 3) runner.lose((i >> 2) % 2);
    }
    expect(await seen(session)).toEqual(await inOneThread('wide-crash'));
  } finally {
    runner.close();
  }
});

test('a function that throws: its task ends, and one sees that it failed, and is tried again', async () => {
  const session = sessionOn(taskRunner());
  const program = 'sc.parallelize([1, 2], 2).map(x => x[0]).collect()';
  await session.open({ ...STAGES, params: { program } });
  await session.choose('start:w0');
  const frame = await session.choose('end:0.0.0');
  expect(frame.story?.sentence).toMatchObject({ key: 'say.fail', args: { times: 1 } });
  const track = await session.track(1, 2);
  expect(JSON.stringify(track)).toContain('head.fail');
  await session.advance(1000);
  expect((await session.summary()).properties).toMatchObject({ answer: 'not reached' });
});

test('what comes of chance is other bytes when it is made again, in a worker as in one thread, and can be asked about', async () => {
  const program =
    "sc.textFile('input', 2).map(x => [x.length, unsafeRandom()]).reduceByKey((a, b) => a, 1).collect()";
  const session = sessionOn(taskRunner());
  await session.open({ ...STAGES, params: { program, kills: 1 } });
  for (const key of ['start:w0', 'start:w1', 'end:0.0.0', 'end:0.0.1', 'lose-output:0.0'])
    await session.choose(key);
  await session.advance(1000);
  expect((await session.summary()).properties).toMatchObject({ 'same-bytes': 'violated' });
  expect((await session.why('same-bytes')).steps.length).toBeGreaterThan(0);
});

describe('a program that works for long', () => {
  const program =
    'sc.parallelize(range(1, 64), 2).map(x => range(1, 60000).reduce((a, b) => (a * 31 + b) % 65521, x)).cache().sum()';

  test('is opened without being run: its undisturbed run is a job, begun ahead, that the first result waits for', async () => {
    const pool = held();
    const session = sessionOn(pool.runner);
    await session.open({ ...STAGES, params: { program } });
    await settled();
    expect(pool.asked).toEqual(['calm']);
    const started = session.choose('start:w0');
    await settled();
    pool.letGo();
    expect((await started).story?.sentence).toMatchObject({ key: 'say.start' });
    await session.advance(1000);
    expect((await session.summary()).properties).toMatchObject({
      answer: 'reached',
      'same-result': 'holds',
      'cached-once': 'holds',
    });
    expect(pool.asked.filter((name) => name === 'calm').length).toBe(2);
  });

  test('and a short one is run at once, and asks for none', async () => {
    const pool = held();
    await sessionOn(pool.runner).open({ ...STAGES, params: { program: program.replace('60000', '60') } });
    await settled();
    expect(pool.asked).toEqual([]);
  });
});
