import { describe, expect, it } from 'vitest';
import { FARTHEST } from '../kernel/job.ts';
import type { Found } from './search.ts';
import { nearestOf, triedBy } from './search.ts';
import type { Seat } from './shared-search.ts';
import { functions } from './testing/functions.ts';
import { sharedRunner, WAYS, withRunner } from './testing/runners.ts';

const ALL_WAYS = [...WAYS, ['three workers, shared memory', { workers: 3 }] as const];
const below = (salt: number, zeroBits: number) => ({ kind: 'test/hash-below', input: { salt, zeroBits } });
const equals = (...hits: number[]) => ({ kind: 'test/equals', input: { hits } });

const far = () => ({ ...FARTHEST });
const hitOf = async (found: Promise<Found>): Promise<number | null> => (await found).hit;

describe.each(ALL_WAYS)('search, %s', (_, way) => {
  const its = sharedRunner(way);

  it('finds the lowest integer whose hash is below a target', async () => {
    const runner = its();
    // Found once by a plain loop; the next hits of salt 1 are 12,404 and above.
    const direct = functions.scans?.['test/hash-below']?.({ salt: 1, zeroBits: 12 } as never)(
      0,
      40_000,
      far(),
    );
    expect(await hitOf(runner.search({ ...below(1, 12), from: 0, to: 40_000 }))).toBe(direct);
    expect(await hitOf(runner.search({ ...below(1, 12), from: 0, to: direct as number }))).toBeNull();
  });

  it('finds the lowest of many hits, at the very edges of batches and of the range', async () => {
    const runner = its();
    const find = (from: number, to: number, ...hits: number[]) =>
      hitOf(runner.search({ ...equals(...hits), from, to }));
    expect(await find(0, 500_000, 499_999, 70_000, 65_536, 65_535, 3_000_000)).toBe(65_535);
    expect(await find(0, 100_000, 1024, 1023)).toBe(1023);
    expect(await find(10, 11, 10)).toBe(10);
    expect(await find(10, 10, 10)).toBeNull();
    expect(await find(10, 2000, 9, 2000)).toBeNull();
    expect(await find(2 ** 40, 2 ** 40 + 5000, 2 ** 40 + 4999)).toBe(2 ** 40 + 4999);
  });

  it('stops when told to, and is free for the next', async () => {
    const runner = its();
    const stop = new AbortController();
    const endless = runner.search({ ...below(2, 24), from: 0, to: 2 ** 32 }, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 60);
    await expect(endless).rejects.toThrow('enough');
    expect(await hitOf(runner.search({ ...equals(5), from: 0, to: 9 }))).toBe(5);
  });
});

describe('search', () => {
  it.each(ALL_WAYS.slice(1))('loses no batch when its workers are killed, %s', (_, way) =>
    withRunner(way, async (runner) => {
      const search = { ...below(11, 18), from: 0, to: 400_000 };
      const undisturbed = functions.scans?.['test/hash-below']?.(search.input as never)(0, 400_000, far());
      let kills = 0;
      const onProgress = (): void => {
        if (kills < 2) runner.lose(kills++);
      };
      expect(await hitOf(runner.search(search, { onProgress }))).toBe(undisturbed);
      expect(kills).toBe(2);
    }),
  );

  it.each(ALL_WAYS)('taken up again where it was stopped, however often, it finds the same, %s', (_, way) =>
    withRunner(way, async (runner) => {
      const search = { ...below(11, 18), from: 0, to: 400_000 };
      const undisturbed = functions.scans?.['test/hash-below']?.(search.input as never)(0, 400_000, far());
      let from = 0;
      let hit: number | null = null;
      for (let pauses = 0; hit === null; pauses++) {
        const stop = new AbortController();
        // The fourth time it may run to its end.
        if (pauses < 3) setTimeout(() => stop.abort(), 20);
        const onProgress = (_seats: readonly Seat[], untried: number): void => {
          expect(untried).toBeGreaterThanOrEqual(from);
          if (stop.signal.aborted) from = untried;
        };
        const found = runner.search({ ...search, from }, { signal: stop.signal, onProgress });
        hit = await found.then(
          (end) => end.hit,
          () => null,
        );
      }
      expect(hit).toBe(undisturbed);
    }),
  );

  it.each(ALL_WAYS)('tells what each seat has done while it runs, %s', (_, way) =>
    withRunner(way, async (runner) => {
      const told: number[] = [];
      const { tried, seats } = await runner.search(
        { ...below(3, 24), from: 0, to: 200_000 },
        { onProgress: (now) => told.push(triedBy(now)) },
      );
      expect(tried).toBe(200_000);
      expect(seats).toHaveLength(Math.max(1, way.workers ?? 0));
      expect(told.length).toBeGreaterThan(1);
      expect(told.at(-1)).toBe(200_000);
      expect(seats.reduce((sum, { ranges }) => sum + ranges, 0)).toBeGreaterThanOrEqual(way.workers ?? 1);
    }),
  );

  it.each(ALL_WAYS)('knows what came nearest, %s', (_, way) =>
    withRunner(way, async (runner) => {
      const alone = far();
      functions.scans?.['test/hash-below']?.({ salt: 5, zeroBits: 24 } as never)(0, 50_000, alone);
      const { hit, seats } = await runner.search({ ...below(5, 24), from: 0, to: 50_000 });
      expect(hit).toBeNull();
      expect(alone.at).toBeGreaterThan(0);
      expect(nearestOf(seats)).toEqual(alone);
    }),
  );

  it('uses as many workers as it is told, of those there are', () =>
    withRunner({ workers: 2 }, async (runner) => {
      const search = { ...below(3, 24), from: 0, to: 20_000 };
      expect((await runner.search(search, { workers: 1 })).seats).toHaveLength(1);
      expect((await runner.search(search, { workers: 9 })).seats).toHaveLength(2);
    }));

  it.each(ALL_WAYS)('has nobody at work any more when a stop resolves, %s', (_, way) =>
    withRunner(way, async (runner) => {
      const stop = new AbortController();
      const told: number[] = [];
      let over = false;
      const search = runner
        .search(
          { ...below(4, 24), from: 0, to: 2 ** 32 },
          {
            signal: stop.signal,
            onProgress(now) {
              expect(over).toBe(false);
              told.push(triedBy(now));
            },
          },
        )
        .finally(() => {
          over = true;
        });
      setTimeout(() => {
        stop.abort(new Error('enough'));
        stop.abort(new Error('twice'));
      }, 150);
      await expect(search).rejects.toThrow('enough');
      const { length } = told;
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(told).toHaveLength(length);
    }),
  );

  it.each(ALL_WAYS)('a search that was stopped before it began does nothing, %s', (_, way) =>
    withRunner(way, async (runner) => {
      const search = runner.search(
        { ...equals(1), from: 0, to: 9 },
        { signal: AbortSignal.abort(new Error('no')) },
      );
      await expect(search).rejects.toThrow('no');
    }),
  );

  it.each(ALL_WAYS)('a scan that fails ends the search for all seats, in its words, %s', (_, way) =>
    withRunner(way, async (runner) => {
      const search = { kind: 'test/fails-at', input: { at: 3000 }, from: 0, to: 2 ** 32 };
      await expect(runner.search(search)).rejects.toThrow('test/fails-at: at 3000');
      expect(await hitOf(runner.search({ ...equals(5), from: 0, to: 9 }))).toBe(5);
    }),
  );

  it('a worker that does not leave is ended, and the stop resolves all the same', () =>
    withRunner({ workers: 1 }, async (runner) => {
      const stop = new AbortController();
      await runner.search({ ...equals(5), from: 0, to: 9 });
      const search = runner.search(
        { kind: 'test/stuck', input: {}, from: 0, to: 2000 },
        { signal: stop.signal },
      );
      setTimeout(() => stop.abort(new Error('enough')), 100);
      await expect(search).rejects.toThrow('enough');
      expect(await hitOf(runner.search({ ...equals(5), from: 0, to: 9 }))).toBe(5);
    }));
});
