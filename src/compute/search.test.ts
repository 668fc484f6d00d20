import { describe, expect, it } from 'vitest';
import type { Found } from './search.ts';
import * as shared from './shared-search.ts';
import { functions } from './testing/functions.ts';
import { sharedRunner, WAYS, withRunner } from './testing/runners.ts';

const ALL_WAYS = [...WAYS, ['three workers, shared memory', { workers: 3 }] as const];
const below = (salt: number, zeroBits: number) => ({ kind: 'test/hash-below', input: { salt, zeroBits } });
const equals = (...hits: number[]) => ({ kind: 'test/equals', input: { hits } });

const hitOf = async (found: Promise<Found>): Promise<number | null> => (await found).hit;

describe.each(ALL_WAYS)('search, %s', (_, way) => {
  const its = sharedRunner(way);

  it('finds the lowest integer whose hash is below a target', async () => {
    const runner = its();
    // Found once by a plain loop; the next hits of salt 1 are 12,404 and above.
    const direct = functions.scans?.['test/hash-below']?.({ salt: 1, zeroBits: 12 } as never)(0, 40_000);
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
      const undisturbed = functions.scans?.['test/hash-below']?.(search.input as never)(0, 400_000);
      let kills = 0;
      const onProgress = (): void => {
        if (kills < 2) runner.lose(kills++);
      };
      expect(await hitOf(runner.search(search, { onProgress }))).toBe(undisturbed);
      expect(kills).toBe(2);
    }),
  );

  it('tells how many were tried while it runs', () =>
    withRunner({ workers: 2 }, async (runner) => {
      const told: number[] = [];
      const { tried } = await runner.search(
        { ...below(3, 24), from: 0, to: 200_000 },
        { onProgress: (count) => told.push(count) },
      );
      expect(tried).toBe(200_000);
      expect(told.length).toBeGreaterThan(1);
      expect(told.at(-1)).toBe(200_000);
    }));

  it('a new holder of a seat scans the batch again at which the old one died', () => {
    const range = { from: 0, to: 10_000, batch: 1024 };
    const words = shared.startSearch(new Int32Array(shared.wordsFor(1)));
    const scanned: number[] = [];
    const dies = (from: number): number => {
      scanned.push(from);
      if (scanned.length === 3) throw new Error('killed');
      return -1;
    };
    expect(() => shared.searchSeat(words, 0, dies, range)).toThrow('killed');
    const lives = (from: number): number => {
      scanned.push(from);
      return -1;
    };
    shared.searchSeat(words, 0, lives, range);
    expect(scanned).toEqual([0, 1024, 2048, 2048, 3072, 4096, 5120, 6144, 7168, 8192, 9216]);
  });

  it('claims larger batches where a range has more than a word can count', () => {
    expect(shared.batchFor(0, 2 ** 32)).toBe(1024);
    expect(shared.batchFor(0, 2 ** 45)).toBe(32_768);
  });
});
