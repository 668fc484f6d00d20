import { expect, test } from 'vitest';
import type { Seat } from '../compute/shared-search.ts';
import { createSession } from './session.ts';

const seats: readonly Seat[] = [{ tried: 5, ranges: 1, nearest: { score: 9, at: 3 } }];
const request = { kind: 'toy/scan', input: {}, from: 0, to: 100, workers: 2 };

const sessionWith = (search: Parameters<typeof createSession>[0]['runner']['search']) =>
  createSession({
    catalog: [],
    runner: {
      run: () => Promise.reject(new Error('no jobs')),
      time: () => Promise.reject(new Error('no times')),
      search,
    },
    clock: () => 0,
    breathe: async () => {},
  });

test('a search that is watched needs no open run, says how far it is, and answers what it found', async () => {
  const told: unknown[] = [];
  const session = sessionWith(async (search, options) => {
    expect(search).toEqual({ kind: 'toy/scan', input: {}, from: 0, to: 100 });
    expect(options?.workers).toBe(2);
    options?.onProgress?.(seats, 5);
    return { hit: 7, tried: 8, seats, untried: 8 };
  });
  const found = await session.lowest(request, { progress: (done) => told.push(done) });
  expect(found).toEqual({ hit: 7, tried: 8, seats, untried: 8, stopped: false });
  expect(told).toEqual([{ seats }]);
});

test('one that was stopped answers how far it had come, once nobody is at work any more', async () => {
  const stop = new AbortController();
  const session = sessionWith(
    (_, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => {
          options.onProgress?.(seats, 5);
          reject(new Error('stopped'));
        });
      }),
  );
  const asked = session.lowest(request, { signal: stop.signal });
  stop.abort();
  expect(await asked).toEqual({ hit: null, tried: 5, seats, untried: 5, stopped: true });
});

test('a fault of the work itself is a fault', async () => {
  const session = sessionWith(() => Promise.reject(new Error('a worker ended')));
  await expect(session.lowest(request)).rejects.toThrow('a worker ended');
});
