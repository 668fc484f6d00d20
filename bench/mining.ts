// The speed of mining, in Node and in Chromium: our kernel beside @noble/hashes, hash-wasm and C, the product's search
// with one worker and with two, and how soon a stop is over. Each finds the genesis block before it is timed, and is
// warmed up until it is no faster; then those that are compared are taken in pairs: in one thread slice by slice, else one
// right after the other.

import type { Engine as EngineOf } from './engines.ts';
import { enginesOf } from './engines.ts';
import type { Bench, Pairs, Row, Two } from './measure.ts';
import { compared, inPairs, inTurn, median, percentile, skippedRow } from './measure.ts';
import { buildC } from './mining-c.ts';
import type { Alone, Answer, Ask } from './mining-contenders.ts';

const ROUNDS = 11;
const ROUND_MS = 400;
/** Looked at ten times a second: four looks, the first of them while it starts. */
const SEARCH_MS = 450;
const STOPS = 20;

type Engine = EngineOf<Ask, Answer>;
const FILES = {
  node: new URL('./mining-node.ts', import.meta.url),
  web: new URL('./mining-web.ts', import.meta.url),
};

const ALONE = ['kernel', 'noble', 'hash-wasm', 'seat'] as const;
const C_KINDS = ['kernel', 'straightforward'] as const;
/** Floors and goals: @noble/hashes, hash-wasm (null: only said). */
const BARS = {
  Node: { noble: [8, 10.5], wasm: [null, null] },
  Chromium: { noble: [12, 16], wasm: [4, 5.5] },
} as const;

const search = (workers: number, shared: boolean) =>
  ({ contender: 'search', workers, shared, ms: SEARCH_MS, times: 1 }) as const;

export const miningBench: Bench = {
  name: 'mining',
  about: 'double SHA-256 of headers beside libraries and C, two workers beside one, and stopping',
  async run({ rounds = ROUNDS, log }) {
    const c = await buildC(log);
    const engines = await enginesOf<Ask, Answer>(FILES, log);
    try {
      const pairs: Record<string, (round: number) => Promise<Two>> = {};
      for (const { name, ask } of engines) {
        for (const contender of ALONE) await ask({ contender, warm: true });
        for (const workers of [1, 2]) await ask({ ...search(workers, true), warm: true });
        const rate = (what: Ask) => async (): Promise<number> => (await ask(what)).perSecond;
        const together = (ours: Alone, peer: Alone) => async (): Promise<Two> => {
          const { perSecond, peerPerSecond = 0 } = await ask({ contender: ours, peer, ms: ROUND_MS });
          return { ours: perSecond, peer: peerPerSecond };
        };
        pairs[`${name} kernel/noble`] = together('kernel', 'noble');
        pairs[`${name} kernel/hash-wasm`] = together('kernel', 'hash-wasm');
        pairs[`${name} seat/kernel`] = together('seat', 'kernel');
        pairs[`${name} one/kernel`] = inTurn(
          rate(search(1, true)),
          rate({ contender: 'kernel', ms: SEARCH_MS }),
        );
        pairs[`${name} two/one`] = inTurn(rate(search(2, true)), rate(search(1, true)));
        if (c && name === 'Node')
          for (const kind of C_KINDS)
            pairs[`C ${kind}`] = inTurn(rate({ contender: 'kernel', ms: ROUND_MS }), () =>
              c.perSecond(kind, ROUND_MS),
            );
      }
      const rates = await inPairs(rounds, pairs);
      for (const [name, { ours, peer }] of Object.entries(rates)) {
        const ratios = ours.map((value, round) => value / (peer[round] as number));
        log(
          `${name}: ${(median(ours) / 1e6).toFixed(2)} / ${(median(peer) / 1e6).toFixed(2)} million hashes/s, by round ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`,
        );
      }
      const rows: Row[] = [];
      for (const engine of engines) {
        rows.push(...ratesOf(engine, rates));
        rows.push(await stopRow(engine, rounds, true), await stopRow(engine, rounds, false));
      }
      return [...rows, ...cRows(rates, c?.compiler ?? null)];
    } finally {
      await c?.close();
      for (const engine of engines) await engine.close();
    }
  },
};

type Rates = Readonly<Pairs<string>>;
const unit = 'hashes/s';

function ratesOf({ name, version }: Engine, rates: Rates): Row[] {
  const row = (
    what: string,
    pair: string,
    [floor, goal]: readonly [number | null, number | null],
    note: string,
  ): Row => {
    const { ours = [], peer = [] } = rates[`${name} ${pair}`] ?? {};
    return compared({ name: `mining, ${name}: ${what}`, unit, floor, goal, note }, ours, peer);
  };
  const bars = BARS[name];
  return [
    row('kernel / @noble/hashes', 'kernel/noble', bars.noble, `sha256(sha256(header)), ${version}.`),
    row('kernel / hash-wasm', 'kernel/hash-wasm', bars.wasm, 'WebAssembly; in the benchmark alone.'),
    row(
      'one worker, at work / the bare kernel',
      'seat/kernel',
      [0.95, 0.98],
      'What claiming by shared words and counting cost: a seat’s own loop beside the bare one, in one thread.',
    ),
    row(
      'one worker of the pool / the bare kernel',
      'one/kernel',
      [null, null],
      'The same from outside, by the clock on the wall.',
    ),
    row('two workers / one worker', 'two/one', [1.7, 1.95], 'The product’s own search.'),
  ];
}

/** 20 searches of 25 ms in each round, each stopped; the row's ratio is what is allowed / p95. */
async function stopRow({ name, ask }: Engine, rounds: number, shared: boolean): Promise<Row> {
  const allowed = shared ? 5 : 50;
  const goal = shared ? 1 : 50;
  const all: number[][] = [];
  if (!shared) await ask({ ...search(2, shared), warm: true });
  for (let round = 0; round < rounds; round++) {
    all.push([...(await ask({ contender: 'search', workers: 2, shared, ms: 25, times: STOPS })).stopMs]);
  }
  const p95 = percentile(all.flat(), 0.95);
  const each = all.map((stops) => allowed / percentile(stops, 0.95));
  return {
    name: `mining, ${name}: ${allowed} ms / p95 of a stop, two workers ${shared ? 'over shared memory' : 'by messages'}`,
    ours: p95,
    peer: allowed,
    unit: 'ms',
    ratio: allowed / p95,
    min: Math.min(...each),
    max: Math.max(...each),
    rounds,
    floor: 1,
    goal: allowed / goal,
    note: `From the abort to the last worker out: median ${percentile(all.flat(), 0.5).toFixed(2)} ms, worst ${Math.max(...all.flat()).toFixed(2)} ms of ${all.flat().length}.`,
    skipped: false,
  };
}

function cRows(rates: Rates, compiler: string | null): Row[] {
  const row = {
    name: 'mining, Node: kernel / the same kernel in C',
    unit,
    floor: 0.75,
    goal: 0.93,
    note: compiler ?? 'No C compiler here.',
  };
  if (!compiler) return [skippedRow(row, rates['Node kernel/noble']?.ours ?? [])];
  const plain = { ...row, name: 'mining, Node: kernel / a straightforward C loop', floor: null, goal: null };
  return C_KINDS.map((kind) => {
    const { ours = [], peer = [] } = rates[`C ${kind}`] ?? {};
    return compared(kind === 'kernel' ? row : plain, ours, peer);
  });
}
