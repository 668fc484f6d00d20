import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { hexOf, utf8 } from '../base/bytes.ts';
import type { Job } from '../kernel/job.ts';
import { addressOf } from '../kernel/job.ts';
import { sharedRunner, testRunner, WAYS, withRunner } from './testing/runners.ts';

const chain = (text: string, rounds = 1): Job => ({ kind: 'test/chain', input: { text, rounds } });
const fill = (length: number, seed = 0): Job => ({ kind: 'test/fill', input: { length, seed } });
const joined = (...jobs: Job[]): Job => ({ kind: 'test/join', input: null, inputs: jobs.map(addressOf) });
const ENDLESS: Job = { kind: 'test/endless', input: null };

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
};

it('begins a job ahead where a worker is there, and refuses to where it would keep this thread from other work', async () => {
  const [alone, beside] = [testRunner(), testRunner({ workers: 1 })];
  try {
    await expect(alone.run(chain('early'), { ahead: true })).rejects.toThrow('no worker');
    expect(await alone.run(chain('early'))).toEqual(await beside.run(chain('early'), { ahead: true }));
  } finally {
    alone.close();
    beside.close();
  }
});

it('by messages, what was begun ahead and given up may come to its end: its worker is kept for the next', async () => {
  let started = 0;
  const counted = testRunner({ workers: 1, shareMemory: false }, () => started++);
  try {
    await counted.run(chain('first'));
    const stop = new AbortController();
    const given = counted.run(chain('given up', 2000), { ahead: true, signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await expect(given).rejects.toThrow();
    await counted.run(chain('next'));
    expect(started).toBe(1);
  } finally {
    counted.close();
  }
});

describe.each(WAYS)('jobs, %s', (_, way) => {
  const its = sharedRunner(way);

  it('gives the bytes of the function', async () => {
    const runner = its();
    expect(await runner.run(chain('abc'))).toEqual(sha256(utf8('abc')));
    expect(await runner.run(fill(3, 250))).toEqual(Uint8Array.of(250, 25, 56));
  });

  it('gives a job the results of its inputs, by address and in order', async () => {
    const runner = its();
    const parts = [fill(70_000, 1), fill(3, 2), chain('x')];
    const bytes = await Promise.all(parts.map((part) => runner.run(part)));
    const all = await runner.run(joined(...parts, parts[1] as Job));
    expect(all).toEqual(Uint8Array.from([...bytes, bytes[1] as Uint8Array].flatMap((b) => [...b])));
  });

  it('keeps progress rising and ends with the result', async () => {
    const runner = its();
    const seen: number[] = [];
    await runner.run(chain('p', 3000), { onProgress: (done) => seen.push(done) });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('says which job failed and why, and goes on', async () => {
    const runner = its();
    await expect(runner.run({ kind: 'test/fail', input: { why: 'no such file' } })).rejects.toThrow(
      'test/fail: no such file',
    );
    await expect(runner.run({ kind: 'test/none', input: 0 })).rejects.toThrow("nothing computes 'test/none'");
    expect(await runner.run(fill(1, 9))).toEqual(Uint8Array.of(9));
  });

  it('stops a job that nobody waits for any more, and is free for the next', async () => {
    const runner = its();
    const stop = new AbortController();
    const onProgress = (): void => stop.abort(new Error('enough'));
    await expect(runner.run(ENDLESS, { signal: stop.signal, onProgress })).rejects.toThrow('enough');
    const free = await Promise.all([1, 2, 3].map((seed) => runner.run(fill(1, seed))));
    expect(free.map(([first]) => first)).toEqual([1, 2, 3]);
  });

  it('goes on for the one who still waits when another gives up', async () => {
    const runner = its();
    const stop = new AbortController();
    const given = runner.run(chain('two', 3000), { signal: stop.signal, onProgress: () => stop.abort() });
    const kept = runner.run(chain('two', 3000));
    await expect(given).rejects.toThrow('abort');
    expect(hexOf(await kept)).toBe(hexOf(await testRunner().run(chain('two', 3000))));
  });
});

describe.each(WAYS)('workers that die, %s', (_, way) => {
  const its = sharedRunner(way);

  it('makes the job of a killed worker again, with the same bytes', async () => {
    const runner = its();
    const jobs = [chain('a', 4000), chain('b', 4000), chain('c', 4000)];
    const undisturbed = await Promise.all(jobs.map((job) => testRunner().run(job)));
    let kills = 0;
    const kill = (): void => {
      if (kills < 2) runner.lose(kills++ % Math.max(1, runner.workers()));
    };
    const bytes = await Promise.all(jobs.map((job) => runner.run(job, { onProgress: kill })));
    expect(kills).toBe(2);
    expect(bytes.map(hexOf)).toEqual(undisturbed.map(hexOf));
  });
});

describe.each(WAYS.slice(1))('work that is at fault, %s', (_, way) => {
  const its = sharedRunner(way);

  it('ends a worker that does not hear that it was stopped, and makes the others’ jobs elsewhere', async () => {
    const runner = its();
    const stop = new AbortController();
    const deaf = runner.run(
      { kind: 'test/deaf', input: null },
      { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) },
    );
    await expect(deaf).rejects.toThrow('enough');
    const began = performance.now();
    // More than there are workers: each of them has to be there again.
    const free = await Promise.all([4, 5, 6, 7].map((rounds) => runner.run(chain('free', rounds))));
    expect(free).toHaveLength(4);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('gives up on a job that ends every worker it is given to, and goes on with the others', async () => {
    const runner = its();
    const deadly = runner.run({ kind: 'test/exit', input: null });
    const harmless = runner.run(chain('h', 50));
    await expect(deadly).rejects.toThrow('ended its worker 3 times');
    expect(hexOf(await harmless)).toBe(hexOf(await testRunner().run(chain('h', 50))));
  });
});

describe('the runner', () => {
  it('makes a job once, however often and at once it is asked for', async () => {
    let made = 0;
    const runner = testRunner({
      load: async () => ({ jobs: { 'test/count': () => Uint8Array.of(++made) } }),
    });
    const job = { kind: 'test/count', input: null };
    await Promise.all([runner.run(job), runner.run(job)]);
    expect(await runner.run(job)).toEqual(Uint8Array.of(1));
  });

  it('makes an input again that it had to let go', () =>
    withRunner({ workers: 1, maxBytes: 100 }, async (runner) => {
      const parts = [fill(60, 1), fill(60, 2), fill(60, 3)];
      for (const part of parts) await runner.run(part);
      const whole = await runner.run(joined(...parts));
      expect(whole.length).toBe(180);
      expect([whole[0], whole[60], whole[120]]).toEqual([1, 2, 3]);
    }));

  it('takes inputs handed in, and names one it has never heard of', () =>
    withRunner({}, async (runner) => {
      const given = Uint8Array.of(4, 2);
      const job: Job = { kind: 'test/join', input: null, inputs: ['file'] };
      await expect(runner.run(job)).rejects.toThrow('input file: run its job first');
      expect(await runner.run(job, { inputs: { get: () => given } })).toEqual(given);
    }));

  it('works in this thread where no worker can start, and says why', async () => {
    const notices: string[] = [];
    await withRunner(
      {
        workers: 2,
        notice: (reason) => notices.push(reason),
        start: () => {
          throw new Error('Worker is forbidden here');
        },
      },
      async (runner) => {
        expect(await runner.run(fill(1, 5))).toEqual(Uint8Array.of(5));
        expect(runner.workers()).toBe(0);
        expect(notices).toEqual(['Worker is forbidden here', 'Worker is forbidden here']);
      },
    );
  });

  it('works in this thread where a worker dies before it is ready', async () => {
    const notices: string[] = [];
    const stillborn = {
      post: () => {},
      onMessage: () => {},
      onFailure: (listener: (reason: string) => void) => queueMicrotask(() => listener('404')),
      kill: () => {},
    };
    await withRunner(
      { workers: 1, notice: (reason) => notices.push(reason), start: () => stillborn },
      async (runner) => {
        expect(await runner.run(fill(1, 5))).toEqual(Uint8Array.of(5));
        expect(notices).toEqual(['404']);
      },
    );
  });

  it('rejects what is under way when it is closed', async () => {
    const runner = testRunner({ workers: 1 });
    let begun = false;
    const running = runner.run(ENDLESS, { onProgress: () => (begun = true) });
    const rejected = expect(running).rejects.toThrow('closed');
    await until(() => begun);
    runner.close();
    await rejected;
  });

  it('lets timers fire between the jobs of a long row in this thread', () =>
    withRunner({}, async (runner) => {
      let ticks = 0;
      const timer = setInterval(() => ticks++, 1);
      for (let i = 0; i < 400; i++) await runner.run(chain(`row ${i}`, 30));
      clearInterval(timer);
      expect(ticks).toBeGreaterThan(2);
    }));
});
