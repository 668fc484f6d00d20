// Four programs as plain functions of `sc`, with small inputs of their own, and what each must give by plain loops.

import type { Program } from '../engine/driver.ts';

const LINES = [
  'to be or not to be',
  'that is the question',
  'whether it is nobler in the mind',
  'to suffer the slings and arrows',
  'or to take arms against a sea of troubles',
  'and by opposing end them',
];
const LOG = Array.from({ length: 40 }, (_, i) =>
  [i % 3 === 0 ? 'ERROR' : 'INFO', `t${i}`, i % 4 === 0 ? 'mysql gone' : 'php slow'].join('\t'),
);
const EDGES = ['1 2', '1 3', '2 3', '3 1', '4 1', '4 3', '2 4', '1 2', '5 1', '3 5'];

export const TEXTS: Readonly<Record<string, string>> = {
  words: LINES.join('\n'),
  log: LOG.join('\n'),
  edges: EDGES.join('\n'),
};
export const input = (name: string): string | undefined => TEXTS[name];

type Pair = readonly [string, number];
type Edge = readonly [number, number];
const add = (a: number, b: number): number => a + b;

const wordcount: Program = (sc, results) => {
  const counts = sc
    .textFile('words', 4)
    .flatMap((line: string) => line.split(' '))
    .map((word: string) => [word, 1])
    .reduceByKey(add, 3);
  results.push(counts.count());
  results.push(counts.map(([word, n]: Pair) => [n, word]).collect());
};

const logMining: Program = (sc, results) => {
  const errors = sc
    .textFile('log', 4)
    .filter((line: string) => line.startsWith('ERROR'))
    .persist();
  const mysql = errors.filter((line: string) => line.includes('mysql'));
  results.push(errors.count());
  results.push(mysql.count());
  results.push(mysql.map((line: string) => line.split('\t')[1]).collect());
};

const join: Program = (sc, results) => {
  const left = sc.parallelize(
    Array.from({ length: 40 }, (_, i) => [i % 10, `a${i}`]),
    4,
  );
  const right = sc.parallelize(
    Array.from({ length: 20 }, (_, i) => [i % 7, `b${i}`]),
    3,
  );
  const placed = left.partitionBy(5).persist();
  results.push(placed.join(right).count());
  results.push(left.leftOuterJoin(right, 5).collect());
};

const pagerank: Program = (sc, results) => {
  const links = sc
    .textFile('edges', 3)
    .map((line: string) => line.split(' ').map(Number))
    .distinct()
    .groupByKey()
    .cache();
  let ranks = links.mapValues(() => 1);
  for (let i = 0; i < 3; i++) {
    ranks = links
      .join(ranks)
      .values()
      .flatMap(([outs, rank]: [number[], number]) => outs.map((to) => [to, rank / outs.length]))
      .reduceByKey(add)
      .mapValues((sum: number) => 0.15 + 0.85 * sum);
  }
  results.push(ranks.collect());
  results.push(ranks.values().sum());
};

export const programs: Readonly<Record<string, Program>> = { wordcount, logMining, join, pagerank };

/** By plain loops: what the results must be, each sorted where its order is free. */
export function plainWordcount(): [number, Pair[]] {
  const counts = new Map<string, number>();
  for (const word of LINES.join(' ').split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [counts.size, [...counts].sort(([a], [b]) => (a < b ? -1 : 1))];
}

export function plainLogMining(): [number, number, string[]] {
  const errors = LOG.filter((line) => line.startsWith('ERROR'));
  const mysql = errors.filter((line) => line.includes('mysql'));
  return [errors.length, mysql.length, mysql.map((line) => line.split('\t')[1] as string)];
}

/** How many pairs the inner join has, and the left outer join's rows, sorted as text. */
export function plainJoin(): [number, string[]] {
  const rows: string[] = [];
  let inner = 0;
  for (let i = 0; i < 40; i++) {
    const matches = Array.from({ length: 20 }, (_, j) => j).filter((j) => j % 7 === i % 10);
    inner += matches.length;
    const sides = matches.length === 0 ? [null] : matches.map((j) => `b${j}`);
    for (const side of sides) rows.push(JSON.stringify([i % 10, [`a${i}`, side]]));
  }
  return [inner, rows.sort()];
}

export function plainPagerank(): Map<number, number> {
  const edges = [...new Set(EDGES)].map((line) => line.split(' ').map(Number) as unknown as Edge);
  const outs = new Map<number, number[]>();
  for (const [from, to] of edges) outs.set(from, [...(outs.get(from) ?? []), to]);
  let ranks = new Map([...outs.keys()].map((page) => [page, 1]));
  for (let i = 0; i < 3; i++) {
    const sums = new Map<number, number>();
    for (const [from, list] of outs) {
      const rank = ranks.get(from);
      if (rank === undefined) continue;
      for (const to of list) sums.set(to, (sums.get(to) ?? 0) + rank / list.length);
    }
    ranks = new Map([...sums].map(([page, sum]) => [page, 0.15 + 0.85 * sum]));
  }
  return ranks;
}
