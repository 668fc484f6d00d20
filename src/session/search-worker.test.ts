// A search in a worker: the same answer as in this thread, and a way out whatever the worker does.

import { expect, test, vi } from 'vitest';
import type { Endpoint } from '../compute/endpoint.ts';
import { loopback } from '../compute/endpoint.ts';
import type { ExploreTask } from './explorer.ts';
import { inlineExplorer } from './explorer.ts';
import { serveSearch, workerExplorer } from './search-worker.ts';
import { TOY_CATALOG } from './testing/toy-system.ts';

const host = {
  clock: () => performance.now(),
  breathe: () => new Promise<void>((resolve) => setTimeout(resolve)),
};
const inline = inlineExplorer(TOY_CATALOG, host);
const never = (): Promise<never> => Promise.reject(new Error('not asked for'));

const task = (letters: number): ExploreTask => ({
  system: 'toy',
  scenario: 'post',
  params: { letters, loss: 'on' },
  seed: 1,
  prefix: [],
  maxStates: 1e6,
  maxBytes: 1e9,
  maxDepth: Number.MAX_SAFE_INTEGER,
  map: false,
});
const running = (): AbortSignal => new AbortController().signal;

/** A worker that says what it is told to, and hears nothing. */
function mute(over: Partial<Endpoint> = {}): Endpoint & { killed: boolean } {
  const endpoint = {
    killed: false,
    post: () => {},
    onMessage: () => {},
    onFailure: () => {},
    kill: () => {
      endpoint.killed = true;
    },
    ...over,
  };
  return endpoint;
}

test('it gives what the search in this thread gives', async () => {
  const explorer = workerExplorer(() => loopback((port) => serveSearch(port, inline)), never);
  const { seconds: _, ...there } = await explorer(task(3), undefined, running());
  const { seconds: __, ...here } = await inline(task(3), undefined, running());
  expect(there).toEqual(here);
  expect(there.complete).toBe(true);
});

test('one worker serves one search after another, and two at once have one each', async () => {
  let starts = 0;
  const explorer = workerExplorer(() => {
    starts++;
    return loopback((port) => serveSearch(port, inline));
  }, never);
  await explorer(task(2), undefined, running());
  const stop = new AbortController();
  const stopped = await explorer(task(40), () => stop.abort(), stop.signal);
  expect(stopped).toMatchObject({ stopped: true, complete: false });
  expect(await explorer(task(3), undefined, running())).toMatchObject({ complete: true, stopped: false });
  expect(starts).toBe(1);
  const both = await Promise.all([
    explorer(task(2), undefined, running()),
    explorer(task(3), undefined, running()),
  ]);
  const alone = [await inline(task(2), undefined, running()), await inline(task(3), undefined, running())];
  expect(both.map(({ states }) => states)).toEqual(alone.map(({ states }) => states));
  expect(starts).toBe(2);
});

test('a worker that dies while it waits is not asked', async () => {
  let die: (reason: string) => void = () => {};
  let starts = 0;
  const explorer = workerExplorer(() => {
    starts++;
    const worker = loopback((port) => serveSearch(port, inline));
    return {
      ...worker,
      onFailure: (listener) => {
        die = listener;
      },
    };
  }, never);
  await explorer(task(2), undefined, running());
  die('out of memory');
  expect(await explorer(task(2), undefined, running())).toMatchObject({ complete: true });
  expect(starts).toBe(2);
});

test('stopped, it says what is known by then', async () => {
  const stop = new AbortController();
  const explorer = workerExplorer(() => loopback((port) => serveSearch(port, inline)), never);
  const outcome = await explorer(task(40), () => stop.abort(), stop.signal);
  expect(outcome).toMatchObject({ stopped: true, complete: false });
  expect(outcome.states).toBeGreaterThan(0);
});

test('a worker that does not stop when told is ended within half a second', async () => {
  const stop = new AbortController();
  vi.useFakeTimers();
  const worker = mute();
  const searching = workerExplorer(() => worker, never)(task(3), undefined, stop.signal);
  stop.abort();
  await vi.advanceTimersByTimeAsync(499);
  expect(worker.killed).toBe(true);
  expect(await searching).toMatchObject({ stopped: true, complete: false, properties: {} });
  vi.useRealTimers();
});

test('a worker that falls silent is ended, and the search says so', async () => {
  vi.useFakeTimers();
  const worker = mute();
  const searching = workerExplorer(() => worker, never)(task(3), undefined, running());
  const refusal = expect(searching).rejects.toMatchObject({ text: { key: 'session.search-failed' } });
  await vi.advanceTimersByTimeAsync(60_000);
  await refusal;
  expect(worker.killed).toBe(true);
  vi.useRealTimers();
});

test('where no worker starts, the search is made in this thread', async () => {
  const worker = mute({ onFailure: (listener) => void queueMicrotask(() => listener('blocked')) });
  const outcome = await workerExplorer(() => worker, inline)(task(3), undefined, running());
  expect(outcome).toMatchObject({ complete: true, stopped: false });
  const thrown = workerExplorer(() => {
    throw new Error('blocked');
  }, inline);
  expect(await thrown(task(3), undefined, running())).toMatchObject({ complete: true });
});

test('a worker that dies on its way is said', async () => {
  let die: (reason: string) => void = () => {};
  const worker = mute({
    onMessage: (listener) => void queueMicrotask(() => listener({ progress: {} })),
    onFailure: (listener) => {
      die = listener;
    },
  });
  const searching = workerExplorer(() => worker, never)(task(3), undefined, running());
  await Promise.resolve();
  await Promise.resolve();
  die('out of memory');
  await expect(searching).rejects.toMatchObject({
    text: { key: 'session.search-failed', args: { reason: 'out of memory' } },
  });
});
