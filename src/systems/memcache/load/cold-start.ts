// A new, empty cluster takes half of the gets at once (4.3): its misses go to the database, or, with warm-up, to the
// warm cluster's cache first. The database answers a fixed number of reads a second and refuses what would wait longer
// than half a second. Leases are on, so a key is read once at a time. Milliseconds.

import { text } from '../../../base/text.ts';
import type { JobContext } from '../../../kernel/job.ts';
import type { Experiment, Findings, Params } from '../../../kernel/system.ts';
import { Dice, EventQueue, Line, seedsFrom, Zipf } from './des.ts';
import type { CurvePoint, Measured } from './measured.ts';
import { about, bandOf, bytesOf, measuredOf, overTime, plotOf } from './measured.ts';

const KEYS = 15_000;
const SECONDS = 6;
const OPENS_MS = 1000;
const BIN_MS = 200;
const CACHE_MS = 0.2;
const WARM_MS = 0.5;
const GIVES_UP_MS = 500;
/** Reads a second of one shard, gets a second over both clusters, deletes a second. */
const SHARD_RATE = 200;
const GETS = 10_000;
const DELETES = 100;

interface Input {
  readonly load: number;
  readonly shards: number;
  readonly skew: number;
  readonly seed: number;
}
interface Run {
  /** Per bin: reads asked of the database a second, mean latency of the cold cluster's gets, its hit rate. */
  readonly reads: readonly number[];
  readonly latency: readonly number[];
  readonly hits: readonly number[];
  readonly failedPercent: number;
}

const GET = 0;
const FILL = 1;
const WARM = 0;
const COLD = 1;

function run(input: Input, zipf: Zipf, warmup: boolean, seed: number): Run {
  const dice = new Dice(seed);
  const queue = new EventQueue();
  const database = new Line();
  const readMs = 1000 / (SHARD_RATE * input.shards);
  const getMs = (1000 * 100) / (GETS * input.load);
  const cached = [new Uint8Array(KEYS).fill(1), new Uint8Array(KEYS)] as const;
  /** When the read of a key that is under way will be done, by cluster. */
  const under = [new Float64Array(KEYS), new Float64Array(KEYS)] as const;
  const bins = (1000 * SECONDS) / BIN_MS;
  const reads = new Array<number>(bins).fill(0);
  const latency = new Array<number>(bins).fill(0);
  const hits = new Array<number>(bins).fill(0);
  const gets = new Array<number>(bins).fill(0);
  let failed = 0;
  let sinceOpening = 0;
  let nextDelete = 0;

  /** Milliseconds until the answer; -1 where the database refuses. */
  const read = (cluster: 0 | 1, key: number, now: number, bin: number): number => {
    const done = under[cluster][key] as number;
    if (done > now) return done - now;
    reads[bin] = (reads[bin] as number) + 1;
    if (database.waiting(now) > GIVES_UP_MS) return -1;
    const ready = database.serve(now, dice.wait(readMs));
    under[cluster][key] = ready;
    queue.push(ready, FILL, key, cluster);
    return ready - now;
  };
  const get = (cluster: 0 | 1, key: number, now: number, bin: number): number => {
    if (cached[cluster][key] === 1) return CACHE_MS;
    if (cluster === COLD && warmup && cached[WARM][key] === 1) {
      cached[COLD][key] = 1;
      return WARM_MS;
    }
    return read(cluster, key, now, bin);
  };

  queue.push(0, GET);
  while (queue.pop() && queue.now < 1000 * SECONDS) {
    const { now } = queue;
    if (queue.kind === FILL) {
      cached[queue.b as 0 | 1][queue.a] = 1;
      continue;
    }
    queue.push(now + dice.wait(getMs), GET);
    for (; nextDelete < now; nextDelete += 1000 / DELETES) {
      const key = zipf.draw(dice);
      cached[WARM][key] = 0;
      cached[COLD][key] = 0;
    }
    const bin = Math.floor(now / BIN_MS);
    const cluster = now >= OPENS_MS && dice.unit() < 0.5 ? COLD : WARM;
    const key = zipf.draw(dice);
    const hit = cached[cluster][key] === 1;
    const ms = get(cluster, key, now, bin);
    if (now >= OPENS_MS) {
      sinceOpening++;
      if (ms < 0) failed++;
    }
    if (cluster === COLD || now < OPENS_MS) {
      gets[bin] = (gets[bin] as number) + 1;
      latency[bin] = (latency[bin] as number) + (ms < 0 ? GIVES_UP_MS : ms);
      hits[bin] = (hits[bin] as number) + (hit ? 1 : 0);
    }
  }
  const share = (list: readonly number[], by: number): number[] =>
    list.map((n, i) => (by * n) / Math.max(1, gets[i] as number));
  return {
    reads: reads.map((n) => (n * 1000) / BIN_MS),
    latency: share(latency, 1),
    hits: share(hits, 100),
    failedPercent: (100 * failed) / Math.max(1, sinceOpening),
  };
}

export function measureColdStart(input: Input, context: JobContext): Uint8Array {
  const zipf = new Zipf(KEYS, input.skew / 100);
  const seeds = seedsFrom(input.seed, 5);
  const curves: Record<string, readonly CurvePoint[]> = {};
  const figures: Record<string, number> = {};
  const capacity = SHARD_RATE * input.shards;
  [false, true].forEach((warmup, i) => {
    const name = warmup ? 'Warm' : 'Cold';
    const runs = seeds.map((seed) => run(input, zipf, warmup, seed));
    const seconds = BIN_MS / 1000;
    curves[`reads${name}`] = overTime(
      runs.map(({ reads }) => reads),
      seconds,
    );
    curves[`latency${name}`] = overTime(
      runs.map(({ latency }) => latency),
      seconds,
    );
    curves[`hits${name}`] = overTime(
      runs.map(({ hits }) => hits),
      seconds,
    );
    figures[`peakReads${name}`] = Math.max(...(curves[`reads${name}`] ?? []).map(([, middle]) => middle));
    figures[`overloaded${name}S`] =
      (curves[`reads${name}`] ?? []).filter(([, n]) => n > capacity).length * seconds;
    figures[`failed${name}Percent`] = bandOf(runs.map(({ failedPercent }) => failedPercent))[0];
    context.progress((i + 1) / 2);
  });
  const ends = [0, SECONDS].map((x): CurvePoint => [x, capacity, capacity, capacity]);
  return bytesOf({ curves: { ...curves, capacity: ends }, figures: { ...figures, capacity } });
}

export function coldStartExperiment(params: Params, seed: number): Experiment {
  const input: Input = {
    load: Number(params.load),
    shards: Number(params.shards),
    skew: Number(params.skew),
    seed,
  };
  return { job: { kind: 'memcache/cold-start', input }, read: (bytes) => findings(measuredOf(bytes)) };
}

function findings(measured: Measured): Findings {
  const f = measured.figures;
  const n = (name: string): string => about(f[name] ?? 0);
  const over = (f.peakReadsCold ?? 0) > (f.capacity ?? 0);
  const args = {
    capacity: n('capacity'),
    cold: n('peakReadsCold'),
    warm: n('peakReadsWarm'),
    seconds: n('overloadedColdS'),
    failed: n('failedColdPercent'),
    failedWarm: n('failedWarmPercent'),
    times: about((f.peakReadsCold ?? 0) / (f.capacity ?? 1)),
  };
  const plot = (id: string, curves: readonly string[], unit: string, scale: 'linear' | 'log') =>
    plotOf({ scenario: 'cold-start', id, measured, curves, x: ['s', 'linear'], y: [unit, scale], args });
  return {
    metrics: f,
    answer: text(over ? 'cold-start.answer' : 'cold-start.answer.calm', args),
    plots: [
      plot('reads', ['readsCold', 'readsWarm', 'capacity'], 'reads-s', 'linear'),
      plot('latency', ['latencyCold', 'latencyWarm'], 'ms', 'log'),
      plot('hits', ['hitsCold', 'hitsWarm'], 'percent', 'linear'),
    ],
  };
}
