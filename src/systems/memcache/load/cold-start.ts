// A new, empty cluster takes half of the gets at once (4.3): its misses go to the database, or, with warm-up, to the
// warm cluster's cache first. The database answers a fixed number of reads a second and refuses what would wait longer
// than half a second. Leases are on, so a key is read once at a time. Milliseconds.

import { about, percent } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Findings, Params } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { Dice, EventQueue, Line, seedsFrom, Zipf } from './des.ts';
import type { Stays } from './levels.ts';
import { counts, Gauge, levels } from './levels.ts';
import type { BoxOptions, CurvePoint, Measured } from './measured.ts';
import {
  bandOf,
  boxOf,
  bytesOf,
  figureOf,
  measuredOf,
  middleAt,
  overTime,
  plotOf,
  sweep,
  under,
  zonesAt,
} from './measured.ts';

const KEYS = 15_000;
const SECONDS = 6;
const OPENS_MS = 1000;
const BIN_MS = 200;
const CACHE_MS = 0.2;
const WARM_MS = 0.5;
const GIVES_UP_MS = 500;
/** The sweep over loads looks at the time around the opening alone. */
const SWEPT_MS = [600, 2200] as const;
const LOADS = [10, 25, 50, 100, 150, 200, 300];
const WHOLE_MS = [0, 1000 * SECONDS] as const;
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

/** What is seen of one run: reads at the database, gets refused, values that the warm cluster gave, items in the cold. */
interface Seen {
  readonly database: Stays;
  readonly refused: number[];
  readonly given: number[];
  readonly cold: Gauge;
}

const GET = 0;
const FILL = 1;
const WARM = 0;
const COLD = 1;

function run(
  input: Input,
  zipf: Zipf,
  warmup: boolean,
  seed: number,
  [from, until]: readonly [number, number] = WHOLE_MS,
  seen?: Seen,
): Run {
  const dice = new Dice(seed);
  const queue = new EventQueue();
  const database = new Line(seen?.database);
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
  let nextDelete = from;
  let held = 0;

  /** Milliseconds until the answer; -1 where the database refuses. */
  const read = (cluster: 0 | 1, key: number, now: number, bin: number): number => {
    const done = under[cluster][key] as number;
    if (done > now) return done - now;
    reads[bin] = (reads[bin] as number) + 1;
    if (database.waiting(now) > GIVES_UP_MS) {
      seen?.refused.push(now);
      return -1;
    }
    const ready = database.serve(now, dice.wait(readMs));
    under[cluster][key] = ready;
    queue.push(ready, FILL, key, cluster);
    return ready - now;
  };
  const get = (cluster: 0 | 1, key: number, now: number, bin: number): number => {
    if (cached[cluster][key] === 1) return CACHE_MS;
    if (cluster === COLD && warmup && cached[WARM][key] === 1) {
      cached[COLD][key] = 1;
      seen?.given.push(now);
      seen?.cold.tell(now, ++held);
      return WARM_MS;
    }
    return read(cluster, key, now, bin);
  };

  queue.push(from, GET);
  while (queue.pop() && queue.now < until) {
    const { now } = queue;
    if (queue.kind === FILL) {
      if (queue.b === COLD && cached[COLD][queue.a] === 0) seen?.cold.tell(now, ++held);
      cached[queue.b as 0 | 1][queue.a] = 1;
      continue;
    }
    queue.push(now + dice.wait(getMs), GET);
    for (; nextDelete < now; nextDelete += 1000 / DELETES) {
      const key = zipf.draw(dice);
      held -= cached[COLD][key] as number;
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
  const seeds = seedsFrom(input.seed, 3);
  const traces: Record<string, readonly number[]> = {};
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
    const seen: Seen = { database: [], refused: [], given: [], cold: new Gauge(WHOLE_MS[1]) };
    run(input, zipf, warmup, seeds[0] as number, WHOLE_MS, seen);
    Object.assign(
      traces,
      under(warmup ? 'on' : 'off', {
        cold: seen.cold.levels,
        warm: counts(seen.given, WHOLE_MS[1]),
        database: levels(seen.database, WHOLE_MS[1]),
        refused: counts(seen.refused, WHOLE_MS[1]),
      }),
    );
    figures[`overloaded${name}S`] =
      (curves[`reads${name}`] ?? []).filter(([, n]) => n > capacity).length * seconds;
    figures[`failed${name}Percent`] = bandOf(runs.map(({ failedPercent }) => failedPercent))[0];
    context.progress((i + 1) / 4);
  });
  // At most at one time, as the learner's own load is swept too: one quantity, whatever is said of it.
  const swept = sweep({
    xs: [...new Set([...LOADS, input.load])].sort((a, b) => a - b).map((load) => (load * GETS) / 100),
    seeds: seeds.slice(0, 2),
    context,
    part: [0.5, 1],
    run: (gets, seed) => {
      const most = (warmup: boolean): number =>
        Math.max(...run({ ...input, load: (100 * gets) / GETS }, zipf, warmup, seed, SWEPT_MS).reads);
      return { peakCold: most(false), peakWarm: most(true) };
    },
  });
  const here = (input.load * GETS) / 100;
  figures.peakReadsCold = middleAt(swept.peakCold, here);
  figures.peakReadsWarm = middleAt(swept.peakWarm, here);
  return bytesOf({ curves: { ...curves, ...swept }, figures: { ...figures, capacity }, traces });
}

export function coldStartExperiment(params: Params, seed: number): Experiment {
  const input: Input = {
    load: Number(params.load),
    shards: Number(params.shards),
    skew: Number(params.skew),
    seed,
  };
  return {
    job: { kind: 'memcache/cold-start', input },
    read: (bytes) => findings(measuredOf(bytes), input, params.warmup === 'on'),
  };
}

function findings(measured: Measured, input: Input, warm: boolean): Findings {
  const f = measured.figures;
  const n = (name: string): string => about(f[name] ?? 0);
  const share = (name: string): string => percent(f[name] ?? 0);
  const over = (f.peakReadsCold ?? 0) > (f.capacity ?? 0);
  const args = {
    capacity: n('capacity'),
    cold: n('peakReadsCold'),
    warm: n('peakReadsWarm'),
    seconds: n('overloadedColdS'),
    failed: share('failedColdPercent'),
    failedWarm: share('failedWarmPercent'),
    times: about((f.peakReadsCold ?? 0) / (f.capacity ?? 1)),
  };
  const scenario = 'cold-start';
  const setting = warm ? 'on' : 'off';
  const refused = measured.traces[`${setting}.refused`] ?? [];
  const box = (id: string, options: Partial<BoxOptions> = {}) =>
    boxOf(
      scenario,
      { ...args, given: about(total(measured.traces['on.warm'])), refused: about(total(refused)) },
      { id, levels: measured.traces[`${setting}.${id}`], ...options },
    );
  const limits = [{ label: text('cold-start.limit', args), y: f.capacity ?? 0 }];
  const plot = (id: string, curves: readonly string[], unit: string, scale: 'linear' | 'log') =>
    plotOf({
      scenario,
      id,
      measured,
      curves,
      now: curves[warm ? 1 : 0] ?? '',
      fixed: warm ? null : (curves[1] ?? null),
      x: ['s', 'linear'],
      y: [unit, scale],
      args,
      ...(id === 'reads' ? { limits } : {}),
    });
  return {
    metrics: f,
    answer: text(over ? 'cold-start.answer' : 'cold-start.answer.calm', args),
    here: text(`cold-start.here.${warm ? 'warm' : over ? 'over' : 'calm'}`, args),
    fix: { name: 'warmup', value: 'on', label: text('cold-start.fix') },
    fill: {
      of: text('cold-start.followed', args),
      x: { span: SECONDS, unit: text('unit.s') },
      boxes: [
        box('cold', { limit: KEYS }),
        ...(warm ? [box('warm')] : []),
        box('database', { limit: (GIVES_UP_MS * (f.capacity ?? 0)) / 1000, full: total(refused) > 0 }),
        box('refused', { lost: true }),
      ],
      back: [{ from: 'database', to: 'cold', text: text('cold-start.back'), lost: false }],
    },
    figures: [
      figureOf('asked', 'reads-s', warm ? args.warm : args.cold, warm ? null : args.warm),
      figureOf('failed', 'percent', warm ? args.failedWarm : args.failed, warm ? null : args.failedWarm),
      figureOf(
        'overloaded',
        's',
        n(warm ? 'overloadedWarmS' : 'overloadedColdS'),
        warm ? null : n('overloadedWarmS'),
      ),
    ],
    plots: [
      plotOf({
        scenario,
        id: 'load',
        measured,
        curves: ['peakCold', 'peakWarm'],
        now: warm ? 'peakWarm' : 'peakCold',
        fixed: warm ? null : 'peakWarm',
        x: ['gets-s', 'linear'],
        y: ['reads-s', 'log'],
        args,
        here: (input.load * GETS) / 100,
        axis: { name: 'load', times: GETS / 100, min: 10, max: 300 },
        limits,
        zones: zonesAt(measured.curves[warm ? 'peakWarm' : 'peakCold'], f.capacity ?? 0),
      }),
      plot('reads', ['readsCold', 'readsWarm'], 'reads-s', 'linear'),
      plot('latency', ['latencyCold', 'latencyWarm'], 'ms', 'log'),
      plot('hits', ['hitsCold', 'hitsWarm'], 'percent', 'linear'),
    ],
  };
}

const total = (list: readonly number[] | undefined): number => (list ?? []).reduce((sum, n) => sum + n, 0);
