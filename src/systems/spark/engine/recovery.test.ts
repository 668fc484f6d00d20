// Four programs with a worker killed at every task in turn: the same checksum, and what is computed again is exactly what
// was lost and is needed, as this test finds it from lineage and holdings.
import { describe, expect, test } from 'vitest';
import { flat, lostAndNeeded, traced } from '../testing/lost-and-needed.ts';
import {
  input,
  plainJoin,
  plainLogMining,
  plainPagerank,
  plainWordcount,
  programs,
} from '../testing/programs.ts';
import { runInline } from './inline.ts';
import type { Plan } from './run.ts';

const planOf = (name: string, workers: number): Plan => {
  const program = programs[name];
  if (!program) throw new Error(name);
  return { program, workers, cores: 2, input };
};

describe('without failure the results are those of plain loops', () => {
  const results = (name: string) => runInline(planOf(name, 2)).results;

  test('word count', () => {
    const [count, pairs] = results('wordcount') as [number, [number, string][]];
    const sorted = pairs.map(([n, word]) => [word, n] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    expect([count, sorted]).toEqual(plainWordcount());
  });
  test('log mining', () => expect(results('logMining')).toEqual(plainLogMining()));
  test('join', () => {
    const [inner, rows] = results('join') as [number, unknown[]];
    expect([inner, rows.map((row) => JSON.stringify(row)).sort()]).toEqual(plainJoin());
  });
  test('PageRank, within 1e-9', () => {
    const [ranks, sum] = results('pagerank') as [[number, number][], number];
    const plain = plainPagerank();
    expect(ranks.length).toBe(plain.size);
    for (const [page, rank] of ranks) expect(Math.abs(rank - (plain.get(page) ?? 0))).toBeLessThan(1e-9);
    expect(Math.abs(sum - [...plain.values()].reduce((a, b) => a + b))).toBeLessThan(1e-9);
  });
});

test('any number of workers gives the same checksum', () => {
  for (const name of Object.keys(programs)) {
    const sums = [1, 2, 3, 4].map((workers) => runInline(planOf(name, workers)).checksum);
    expect(new Set(sums).size).toBe(1);
  }
});

describe('a worker killed at every task in turn', () => {
  for (const name of Object.keys(programs)) {
    test(`${name}: the same checksum, and computed again is what was lost and is needed`, () => {
      const plan = planOf(name, 3);
      const calm = traced(plan);
      const tasks = calm.finished.run.state.started;
      expect(tasks).toBeGreaterThan(6);
      let again = 0;
      for (let at = 0; at < tasks; at++) {
        for (const worker of [0, 1, 2]) {
          const rough = traced(plan, { worker, at });
          const { finished } = rough;
          expect(finished.checksum).toBe(calm.finished.checksum);
          const expected = lostAndNeeded(calm, rough);
          expect({ at, worker, computed: flat(finished) }).toEqual({ at, worker, computed: expected });
          if (expected.length > flat(calm.finished).length) again += 1;
        }
      }
      expect(again).toBeGreaterThan(0);
    });
  }
});
