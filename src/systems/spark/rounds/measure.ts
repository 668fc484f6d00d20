// Rounds of PageRank, each timed and its shuffled bytes counted, in three ways of handling the links: partitioned and kept
// (co-partitioned with the ranks), kept alone, neither. And the ranks of a small graph, round by round.

import { utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';
import { pick } from '../../../base/rng.ts';
import type { TimedFunction } from '../../../kernel/job.ts';
import type { Context } from '../engine/context.ts';
import { runInline } from '../engine/inline.ts';
import type { Rdd } from '../engine/rdd.ts';
import type { Plan } from '../engine/run.ts';

export const ROUNDS_KIND = 'spark/rounds';

export const WAYS = ['both', 'kept', 'neither'] as const;
export type Way = (typeof WAYS)[number];

export interface RoundsInput {
  readonly pages: number;
  readonly edges: number;
  readonly rounds: number;
  readonly parts: number;
  readonly repeats: number;
  /** The small graph: an edge a line. */
  readonly links: string;
}

interface Round {
  readonly way: Way;
  readonly round: number;
  readonly ms: number;
  readonly bytes: number;
}

export interface Rounds {
  readonly rounds: readonly Round[];
  readonly checksums: readonly string[];
  /** By page, its rank after each round, from 0: as long as it has one. A page to which nobody links loses its rank. */
  readonly ranks: readonly (readonly [page: string, ranks: readonly number[]])[];
}

type Links = readonly [outs: readonly number[], rank: number];
type Rank = readonly [page: string | number, rank: number];

const linksOf = (sc: Context, way: Way, parts: number): Rdd => {
  const edges = sc.textFile('input', parts).map((line: string) => line.split(' '));
  if (way === 'both') return edges.groupByKey(parts).persist();
  // Its partitioner is dropped: a map could have changed the keys.
  const links = edges.groupByKey(parts).map((pair: unknown) => pair);
  return way === 'kept' ? links.persist() : links;
};

/** An action a round, so that a round is a job. */
const program =
  (way: Way, { rounds, parts }: Pick<RoundsInput, 'rounds' | 'parts'>) =>
  (sc: Context, results: unknown[]): void => {
    const links = linksOf(sc, way, parts);
    let ranks = links.mapValues(() => 1);
    for (let round = 0; round < rounds; round++) {
      ranks = links
        .join(ranks, parts)
        .values()
        .flatMap(([outs, rank]: Links) => outs.map((to) => [to, rank / outs.length]))
        .reduceByKey((a: number, b: number) => a + b, parts)
        .mapValues((sum: number) => 0.15 + 0.85 * sum)
        .persist();
      ranks.count();
    }
    results.push(ranks.collect());
  };

/** Each page links to so many others, the first of them more often. */
function graphOf(pages: number, edges: number): string {
  const lines: string[] = [];
  for (let i = 0; i < edges; i++) {
    const [a, b] = [pick(1, 2 * i, pages), pick(1, 2 * i + 1, pages)];
    lines.push(`${a} ${Math.min(b, pick(2, i, pages))}`);
  }
  return lines.join('\n');
}

function timeWay(way: Way, input: RoundsInput, text: string, clock: () => number) {
  const plan: Plan = {
    program: program(way, input),
    workers: 2,
    cores: 2,
    memory: 1e9,
    input: () => text,
  };
  const found: Round[] = [];
  let [bytes, began] = [0, clock()];
  const { checksum } = runInline(plan, {
    onEnd: (_task, _outcome, { state, notes }) => {
      if (notes.length === found.length || found.length === input.rounds) return;
      const [all, now] = [state.stages.reduce((sum, stage) => sum + stage.bytesRead, 0), clock()];
      found.push({ way, round: notes.length, ms: now - began, bytes: all - bytes });
      [bytes, began] = [all, now];
    },
  });
  return { found, checksum };
}

/** The ranks of every page after each round. */
function ranksOf(links: string, rounds: number, parts: number): Rounds['ranks'] {
  const after: Rank[][] = [];
  for (let n = 0; n <= rounds; n++) {
    const { results } = runInline({
      workers: 1,
      cores: 1,
      input: () => links,
      program: program('both', { rounds: n, parts }),
    });
    after.push(results.at(-1) as Rank[]);
  }
  const pages = [...new Set(after.flatMap((list) => list.map(([page]) => String(page))))].sort();
  return pages.map((page) => [
    page,
    after.flatMap((list) => list.find(([one]) => String(one) === page)?.[1] ?? []),
  ]);
}

export function measureRounds(
  input: RoundsInput,
  { clock, progress }: { clock(): number; progress(done: number): void },
): Rounds {
  const text = graphOf(input.pages, input.edges);
  const best = new Map<string, Round>();
  const checksums = new Set<string>();
  const all = input.repeats * WAYS.length;
  for (let i = 0; i < all; i++) {
    const { found, checksum } = timeWay(WAYS[i % WAYS.length] as Way, input, text, clock);
    checksums.add(checksum);
    for (const one of found) {
      const key = `${one.way} ${one.round}`;
      const was = best.get(key);
      if (!was || one.ms < was.ms) best.set(key, one);
    }
    progress((i + 1) / (all + 1));
  }
  return {
    rounds: [...best.values()],
    checksums: [...checksums],
    ranks: ranksOf(input.links, input.rounds, 2),
  };
}

export const timeRounds: TimedFunction = (input: RoundsInput, context) =>
  utf8(canonicalJson(measureRounds(input, context)));
