// A seat is played step by step: what another does between two of its steps is done by its scan.

import { describe, expect, it } from 'vitest';
import type { Scan } from '../kernel/job.ts';
import { FARTHEST } from '../kernel/job.ts';
import * as shared from './shared-search.ts';

const RANGE = { from: 0, to: 10_000, batch: 1024 };
const STARTS = [0, 1024, 2048, 3072, 4096, 5120, 6144, 7168, 8192, 9216];

const wordsFor = (seats: number): Int32Array =>
  shared.startSearch(new Int32Array(new SharedArrayBuffer(4 * shared.wordsFor(seats))));

/** A scan that notes which batches it began, does this at each, and hits at these integers. */
function noting(hits: readonly number[] = [], during: (from: number) => unknown = () => {}) {
  const scanned: number[] = [];
  const scan: Scan = (from, to) => {
    if (from % RANGE.batch === 0) {
      scanned.push(from);
      during(from);
    }
    return hits.find((hit) => hit >= from && hit < to) ?? -1;
  };
  return { scan, scanned };
}

describe('a seat of a shared search', () => {
  it('is claimed batch by batch, in rising order, with its tries counted', () => {
    const words = wordsFor(1);
    const { scan, scanned } = noting();
    shared.searchSeat(words, 0, scan, RANGE);
    expect(scanned).toEqual(STARTS);
    expect(shared.seatsOf(words)).toEqual([{ tried: 10_000, ranges: 10, nearest: FARTHEST }]);
    expect(shared.bestBatch(words, RANGE)).toBeNull();
  });

  it('scans the batch again at which its last holder died, and counts it once', () => {
    const words = wordsFor(1);
    const dies = noting([], (from) => {
      if (from === 2048) throw new Error('killed');
    });
    expect(() => shared.searchSeat(words, 0, dies.scan, RANGE)).toThrow('killed');
    const lives = noting();
    shared.searchSeat(words, 0, lives.scan, RANGE);
    expect(lives.scanned).toEqual(STARTS.slice(2));
    expect(shared.seatsOf(words)[0]).toMatchObject({ tried: 10_000, ranges: 10 });
  });

  it('leaves the batch in which it was stopped, however often, and says where to go on', () => {
    const words = wordsFor(2);
    const { scan, scanned } = noting([], (from) => {
      if (from !== 1024) return;
      shared.stopSearch(words);
      shared.stopSearch(words);
    });
    shared.searchSeat(words, 0, scan, RANGE);
    expect(scanned).toEqual([0, 1024]);
    shared.searchSeat(words, 1, scan, RANGE);
    expect(scanned).toEqual([0, 1024]);
    expect(shared.seatsOf(words)[0]).toMatchObject({ tried: 1024 + 256, ranges: 1 });
    expect(shared.untriedFrom(words, RANGE)).toBe(1024);
  });

  it('what two seats leave undone when they are stopped is begun again at the lower one', () => {
    const words = wordsFor(2);
    // Seat 0 is in its first batch while seat 1 tries two and is stopped in its third.
    const other = noting([], (from) => from === 3072 && shared.stopSearch(words));
    const one = noting([], (from) => from === 0 && shared.searchSeat(words, 1, other.scan, RANGE));
    shared.searchSeat(words, 0, one.scan, RANGE);
    expect(other.scanned).toEqual([1024, 2048, 3072]);
    expect(shared.untriedFrom(words, RANGE)).toBe(0);
    const again = { ...RANGE, from: shared.untriedFrom(words, RANGE) };
    const rest = noting([9_999]);
    const fresh = wordsFor(1);
    shared.searchSeat(fresh, 0, rest.scan, again);
    expect(rest.scanned).toEqual(STARTS);
    expect(shared.untriedFrom(fresh, again)).toBe(10_000);
  });

  it('a stop between naming a batch and claiming it costs nobody a batch', () => {
    // Seat 1 takes the batch that seat 0 is about to claim, and stops the search: at every place where that can happen.
    for (const at of STARTS.slice(0, 9)) {
      const words = wordsFor(2);
      const all: number[] = [];
      const other = noting([], (from) => {
        all.push(from);
        shared.stopSearch(words);
      });
      const one = noting([], (from) => {
        all.push(from);
        if (from === at) shared.searchSeat(words, 1, other.scan, RANGE);
      });
      shared.searchSeat(words, 0, one.scan, RANGE);
      expect(other.scanned).toEqual([at + 1024]);
      expect(all).toEqual(STARTS.slice(0, all.length));
    }
  });

  it('the lowest of two hits wins, whichever seat is first to say so', () => {
    for (const slow of [0, 1]) {
      const words = wordsFor(2);
      const hits = [500, 1500];
      // While the slow seat is in its first batch, the other one does all it can.
      const inner = noting(hits);
      const outer = noting(hits, () => {
        if (inner.scanned.length === 0) shared.searchSeat(words, 1 - slow, inner.scan, RANGE);
      });
      shared.searchSeat(words, slow, outer.scan, RANGE);
      expect(outer.scanned).toEqual([0]);
      expect(inner.scanned).toEqual([1024]);
      expect(shared.bestBatch(words, RANGE)).toEqual({ from: 0, to: 1024 });
      expect(shared.seatsOf(words).map(({ tried }) => tried)).toEqual(slow === 0 ? [501, 477] : [477, 501]);
    }
  });

  it('finds a hit at either end of the range', () => {
    for (const hit of [0, 9_999]) {
      const words = wordsFor(1);
      const { scan, scanned } = noting([hit]);
      shared.searchSeat(words, 0, scan, RANGE);
      expect(scanned).toEqual(hit === 0 ? [0] : STARTS);
      expect(shared.bestBatch(words, RANGE)).toEqual(
        hit === 0 ? { from: 0, to: 1024 } : { from: 9216, to: 10_000 },
      );
    }
  });

  it('keeps what came nearest through a change of holder, beyond 32 bits too', () => {
    const words = wordsFor(1);
    const far = { from: 2 ** 40, to: 2 ** 40 + 4096, batch: 1024 };
    const near =
      (score: number, dies: boolean): Scan =>
      (from, _to, nearest) => {
        if (score < nearest.score) Object.assign(nearest, { score, at: from + 7 });
        if (dies && from >= far.from + far.batch) throw new Error('killed');
        return -1;
      };
    expect(() => shared.searchSeat(words, 0, near(0xfffffff0, true), far)).toThrow('killed');
    expect(shared.seatsOf(words)[0]?.nearest).toEqual({ score: 0xfffffff0, at: 2 ** 40 + 7 });
    shared.searchSeat(words, 0, near(0xfffffff5, false), far);
    expect(shared.seatsOf(words)[0]?.nearest).toEqual({ score: 0xfffffff0, at: 2 ** 40 + 7 });
  });

  it('claims larger batches where a range has more than a word can count', () => {
    expect(shared.batchFor(0, 2 ** 32)).toBe(1024);
    expect(shared.batchFor(0, 2 ** 45)).toBe(32_768);
  });
});
