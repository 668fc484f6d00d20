// The speed of Spark's engine, in Node and in Chromium: word count over 39 MB and PageRank over half a million edges,
// beside a plain loop in one thread, two workers written by hand, and Spark itself where it is installed, in one run. The
// first run of each, in which workers start and code is compiled, is counted apart. All must find the same, and every run
// of the engine must end with the same checksum.

import { assert } from '../src/base/assert.ts';
import type { Engine as EngineOf } from './engines.ts';
import { enginesOf } from './engines.ts';
import type { Bench, Row } from './measure.ts';
import { comparedTimes, interleave } from './measure.ts';
import type { Answer, Ask, Work } from './spark-contenders.ts';
import type { Peer } from './spark-peers.ts';
import { sparkPeers } from './spark-peers.ts';

const ROUNDS = 5;

type Engine = EngineOf<Ask, Answer>;
const FILES = {
  node: new URL('./spark-node.ts', import.meta.url),
  web: new URL('./spark-web.ts', import.meta.url),
};

const WORKS: readonly (readonly [Work, string])[] = [
  ['words', 'word count'],
  ['ranks', 'PageRank'],
];
type Contender = Pick<Ask, 'contender' | 'workers'>;
const OURS: readonly (readonly [string, Contender])[] = [
  ['1 worker', { contender: 'engine', workers: 1 }],
  ['2 workers', { contender: 'engine', workers: 2 }],
];
const PEERS: readonly (readonly [string, Contender])[] = [
  ['plain', { contender: 'plain', workers: 0 }],
  ['2 by hand', { contender: 'hand', workers: 2 }],
];

/** Their time over ours, at least and aimed at: two workers, later runs. */
const AGAINST: Readonly<Record<string, Readonly<Record<Work, readonly [floor: number, goal: number]>>>> = {
  plain: { words: [1 / 1.2, 1 / 0.7], ranks: [1 / 1.2, 1 / 0.7] },
  PySpark: { words: [1.5, 3], ranks: [3, 8] },
  'Scala Spark': { words: [0.8, 2], ranks: [1.2, 3] },
};
/** Of the first runs. */
const COLD: readonly [floor: number, goal: number] = [3, 5];

/** Floats are summed in another order there. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);

interface Measured {
  readonly first: Readonly<Record<string, number>>;
  readonly took: Readonly<Record<string, readonly number[]>>;
}

export const sparkBench: Bench = {
  name: 'spark',
  about:
    'word count and PageRank by the engine beside plain loops, workers by hand and Spark (--size 0.1: a tenth)',
  async run({ rounds = ROUNDS, size = 1, log }) {
    const engines = await enginesOf<Ask, Answer>(FILES, log);
    const peers = await sparkPeers(size, log);
    try {
      const rows: Row[] = [];
      for (const work of WORKS)
        rows.push(
          ...rowsOf(work, engines, peers, await measured(work, engines, peers, { rounds, size, log })),
        );
      return rows;
    } finally {
      for (const one of [...engines, ...peers]) await one.close();
    }
  },
};

async function measured(
  [work, title]: readonly [Work, string],
  engines: readonly Engine[],
  peers: readonly Peer[],
  {
    rounds,
    size,
    log,
  }: { readonly rounds: number; readonly size: number; readonly log: (line: string) => void },
): Promise<Measured> {
  const found: Pick<Answer, 'count' | 'sum'>[] = [];
  const checksums = new Set<string>();
  const contenders: Record<string, () => Promise<number>> = {};
  for (const { name, ask } of engines) {
    for (const [what, contender] of [...PEERS, ...OURS]) {
      contenders[`${name} ${what}`] = async () => {
        const answer = await ask({ ...contender, work, share: size });
        found.push(answer);
        if (answer.checksum !== null) checksums.add(answer.checksum);
        return answer.ms;
      };
    }
  }
  for (const { name, run } of peers) {
    contenders[name] = async () => {
      const answer = await run(work);
      found.push(answer);
      return answer.ms;
    };
  }
  const first: Record<string, number> = {};
  for (const [name, run] of Object.entries(contenders)) first[name] = await run();
  const took = await interleave(rounds, contenders);
  for (const [name, values] of Object.entries(took))
    log(
      `${title}, ${name}: first ${first[name]?.toFixed(0)} ms, then ${values.map((ms) => ms.toFixed(0)).join(' ')} ms`,
    );
  const [one] = found;
  for (const { count, sum } of found)
    assert(
      one && count === one.count && near(sum, one.sum),
      `${title}: ${count}, ${sum}, not ${one?.count}, ${one?.sum}`,
    );
  assert(checksums.size === 1, `runs end with ${[...checksums].join(' and ')}`);
  return { first, took };
}

function rowsOf(
  [work, title]: readonly [Work, string],
  engines: readonly Engine[],
  peers: readonly Peer[],
  { first, took }: Measured,
): Row[] {
  return engines.flatMap(({ name, version }) => {
    const row = (
      what: string,
      peer: string,
      peerName: string,
      bounds: readonly [number, number] | undefined,
    ): Row => {
      const ours = `${name} ${what}`;
      const [floor = null, goal = null] = bounds ?? [];
      const firsts = `first run ${first[ours]?.toFixed(0)} ms, theirs ${first[peer]?.toFixed(0)} ms`;
      const made = comparedTimes(
        {
          name: `${title}, ${what}, ${name}, beside ${peerName}`,
          unit: 'ms',
          floor,
          goal,
          note: `${version}; the ratio is their time over ours; ${firsts}`,
        },
        took[ours] as number[],
        took[peer] as number[],
      );
      return { ...made, figures: { firstMs: first[ours] as number, peerFirstMs: first[peer] as number } };
    };
    return [
      row('1 worker', `${name} plain`, 'a plain loop in one thread', undefined),
      row('2 workers', `${name} plain`, 'a plain loop in one thread', AGAINST.plain?.[work]),
      row('2 workers', `${name} 2 by hand`, 'two workers written by hand', undefined),
      ...peers.map((peer) =>
        row('2 workers', peer.name, `${peer.name}, local[2]`, AGAINST[peer.name]?.[work]),
      ),
      ...peers
        .filter((peer) => peer.name === 'Scala Spark')
        .map((peer) => coldRow([work, title], name, peer.name, first)),
    ];
  });
}

function coldRow(
  [, title]: readonly [Work, string],
  engine: string,
  peer: string,
  first: Measured['first'],
): Row {
  const [floor, goal] = COLD;
  return comparedTimes(
    {
      name: `${title}, first run, 2 workers, ${engine}, beside ${peer}'s first`,
      unit: 'ms',
      floor,
      goal,
      note: 'once each',
    },
    [first[`${engine} 2 workers`] as number],
    [first[peer] as number],
  );
}
