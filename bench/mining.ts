// The speed of mining, in Node and in Chromium: our kernel beside @noble/hashes, hash-wasm and C, the product's search
// with one worker and with two, and how soon a stop is over. Each finds the genesis block before it is timed, and is
// warmed up until it is no faster; then all take turns in one run.

import type { Engine as EngineOf } from './engines.ts';
import { enginesOf } from './engines.ts';
import type { Bench, Row } from './measure.ts';
import { compared, interleave, percentile, skippedRow } from './measure.ts';
import { buildC } from './mining-c.ts';
import type { Answer, Ask } from './mining-contenders.ts';

const ROUNDS = 7;
const ROUND_MS = 250;
/** Looked at ten times a second: four looks, the first of them while it starts. */
const SEARCH_MS = 450;
const STOPS = 20;

type Engine = EngineOf<Ask, Answer>;
const FILES = {
  node: new URL('./mining-node.ts', import.meta.url),
  web: new URL('./mining-web.ts', import.meta.url),
};

const ALONE = ['kernel', 'noble', 'hash-wasm'] as const;
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
      const contenders: Record<string, () => Promise<number>> = {};
      for (const { name, ask } of engines) {
        const rate = async (what: Ask): Promise<number> => (await ask(what)).perSecond;
        for (const contender of ALONE) {
          await ask({ contender, warm: true });
          contenders[`${name} ${contender}`] = () => rate({ contender, ms: ROUND_MS });
        }
        for (const workers of [1, 2]) {
          await ask({ ...search(workers, true), warm: true });
          contenders[`${name} search ${workers}`] = () => rate(search(workers, true));
        }
      }
      if (c) {
        contenders['C kernel'] = () => c.perSecond('kernel', ROUND_MS);
        contenders['C straightforward'] = () => c.perSecond('straightforward', ROUND_MS);
      }
      const rates = await interleave(rounds, contenders);
      for (const [name, values] of Object.entries(rates)) {
        log(`${name}: ${values.map((value) => (value / 1e6).toFixed(2)).join(' ')} million hashes/s`);
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

type Rates = Readonly<Record<string, number[]>>;
const unit = 'hashes/s';

function ratesOf({ name, version }: Engine, rates: Rates): Row[] {
  const of = (contender: string): readonly number[] => rates[`${name} ${contender}`] ?? [];
  const row = (
    what: string,
    ours: readonly number[],
    peer: readonly number[],
    [floor, goal]: readonly [number | null, number | null],
    note: string,
  ): Row => compared({ name: `mining, ${name}: ${what}`, unit, floor, goal, note }, ours, peer);
  const kernel = of('kernel');
  const bars = BARS[name];
  return [
    row('kernel / @noble/hashes', kernel, of('noble'), bars.noble, `sha256(sha256(header)), ${version}.`),
    row('kernel / hash-wasm', kernel, of('hash-wasm'), bars.wasm, 'WebAssembly; in the benchmark alone.'),
    row(
      'one worker, at work / the bare kernel',
      of('search 1'),
      kernel,
      [0.95, 0.98],
      'What claiming by shared words and counting cost.',
    ),
    row('two workers / one worker', of('search 2'), of('search 1'), [1.7, 1.95], 'The product’s own search.'),
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
  const kernel = rates['Node kernel'] ?? [];
  const row = {
    name: 'mining, Node: kernel / the same kernel in C',
    unit,
    floor: 0.75,
    goal: 0.93,
    note: compiler ?? 'No C compiler here.',
  };
  if (!compiler) return [skippedRow(row, kernel)];
  const plain = { ...row, name: 'mining, Node: kernel / a straightforward C loop', floor: null, goal: null };
  return [
    compared(row, kernel, rates['C kernel'] ?? []),
    compared(plain, kernel, rates['C straightforward'] ?? []),
  ];
}
