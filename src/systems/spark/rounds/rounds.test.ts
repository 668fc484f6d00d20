// What is said of a round of PageRank, on a small graph: the bytes are the engine's own count.
import { expect, test } from 'vitest';
import { LINKS } from '../programs/steps.ts';
import { findingsOf, timedRounds } from './findings.ts';
import type { RoundsInput } from './measure.ts';
import { measureRounds, WAYS } from './measure.ts';

let ticks = 0;
const clock = (): number => ++ticks;
const shares: number[] = [];
const measured = measureRounds(
  { pages: 200, edges: 1500, rounds: 4, parts: 3, repeats: 2, links: LINKS },
  { clock, progress: (done) => shares.push(done) },
);

test('the three ways give the same ranks, and a round is counted for each', () => {
  expect(measured.checksums).toHaveLength(1);
  for (const way of WAYS)
    expect(measured.rounds.filter((one) => one.way === way).map(({ round }) => round)).toEqual([1, 2, 3, 4]);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test('so do they as large as the page times them', () => {
  const { input } = timedRounds({ input: LINKS });
  const { checksums, rounds } = measureRounds(
    { ...(input as RoundsInput), repeats: 1 },
    { clock, progress() {} },
  );
  expect(checksums).toHaveLength(1);
  expect(rounds).toHaveLength(3 * (input as RoundsInput).rounds);
});

test('with links partitioned and kept a later round shuffles contributions alone', () => {
  const bytes = (way: string, round: number): number =>
    measured.rounds.find((one) => one.way === way && one.round === round)?.bytes ?? 0;
  expect(bytes('both', 2)).toBeLessThan(bytes('both', 1));
  expect(bytes('both', 3)).toBeLessThan(0.5 * bytes('kept', 3));
  expect(bytes('kept', 3)).toBeLessThan(0.6 * bytes('neither', 3));
});

test('ranks are those of plain loops, and settle', () => {
  const edges = LINKS.split('\n').map((line) => line.split(' ') as [string, string]);
  const outs = new Map<string, (readonly [string, string])[]>();
  for (const edge of edges) outs.set(edge[0], [...(outs.get(edge[0]) ?? []), edge]);
  let ranks = new Map([...outs.keys()].map((page) => [page, 1]));
  for (let round = 1; round <= 4; round++) {
    const sums = new Map<string, number>();
    for (const [from, list] of outs) {
      const rank = ranks.get(from);
      if (rank === undefined) continue;
      for (const [, to] of list) sums.set(to, (sums.get(to) ?? 0) + rank / list.length);
    }
    ranks = new Map([...sums].map(([page, sum]) => [page, 0.15 + 0.85 * sum]));
  }
  for (const [page, list] of measured.ranks) {
    if (list.length === 5) expect(list.at(-1)).toBeCloseTo(ranks.get(page) ?? 0, 9);
    else expect(ranks.has(page)).toBe(false);
  }
});

test('its plots have their figures, and a large input keeps the small graph', () => {
  const { plots } = findingsOf(measured);
  expect(plots.map(({ id, series }) => [id, series.length])).toEqual([
    ['bytes', 3],
    ['ms', 3],
    ['ranks', 6],
  ]);
  expect(timedRounds({ input: 'to be or not' }).input).toMatchObject({ links: LINKS });
  expect(timedRounds({ input: 'x y\ny x' }).input).toMatchObject({ links: 'x y\ny x' });
});
