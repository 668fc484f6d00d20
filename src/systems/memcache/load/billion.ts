// The paper's scale on paper: a billion gets a second over regions and clusters. An item that the caches have room for
// is missed once after each of its deletes in each cluster (gets and deletes that come at random: share d / (g + d) of
// its gets); the rest is read from the database every time. The formula is summed over popularity in bands of rank; the
// check follows the clocks of a few hundred sampled items instead.

import { log, power } from '../../../base/fixed-math.ts';
import { about, percent, short } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Findings, Params } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { Dice, Line, seedsFrom } from './des.ts';
import type { Stays } from './levels.ts';
import { counts, levels } from './levels.ts';
import type { CurvePoint, Measured } from './measured.ts';
import { boxOf, bytesOf, figureOf, measuredOf, middleAt, plotOf, sweep, under, zonesAt } from './measured.ts';

const ITEMS = 1e9;
const GETS = 1e9;
/** Writes a second, spread evenly over the items: a hot item is read more, not written more. */
export const WRITES = 2e6;
/** Reads a second that one database shard answers. */
export const SHARD_RATE = 20_000;

export interface World {
  readonly load: number;
  readonly hitRate: number;
  readonly clusters: number;
  readonly regions: number;
  readonly skew: number;
}
interface Band {
  readonly items: number;
  /** Popularity of each of its items, and of the band and those before it. */
  readonly each: number;
  readonly upTo: number;
}

/** Bands of rank, each a sixth wider than what lies before it, with Zipf's popularity inside integrated. */
function bandsOf(skewHundredths: number): readonly Band[] {
  const exponent = skewHundredths / 100;
  const integral = (x: number): number =>
    exponent === 1 ? log(x) : (power(x, 1 - exponent) - 1) / (1 - exponent);
  const edges = [0.5];
  for (let edge = 1.5; edge < ITEMS; edge = Math.floor(edge * 1.17) + 1.5) edges.push(edge);
  edges.push(ITEMS + 0.5);
  const total = integral(ITEMS + 0.5) - integral(0.5);
  return edges.slice(1).map((edge, i): Band => {
    const from = edges[i] as number;
    const weight = (integral(edge) - integral(from)) / total;
    return {
      items: edge - from,
      each: weight / (edge - from),
      upTo: (integral(edge) - integral(0.5)) / total,
    };
  });
}

export interface Reads {
  readonly gets: number;
  /** No room in the caches. */
  readonly tail: number;
  /** Had room, but was deleted since. */
  readonly deleted: number;
}

const rates = ({ load, clusters, regions }: World) => ({
  gets: (GETS * load) / 100,
  /** Of one item in one cluster, a second, by its popularity. */
  getsOf: (popularity: number): number => (popularity * GETS * load) / 100 / (clusters * regions),
  deletesOf: WRITES / ITEMS,
});

/** By the formula. */
export function onPaper(world: World): Reads {
  const { gets, getsOf, deletesOf } = rates(world);
  const room = world.hitRate / 1000;
  let deleted = 0;
  let before = 0;
  for (const { each, upTo } of bandsOf(world.skew)) {
    const covered = Math.max(0, Math.min(upTo, room) - before);
    deleted += covered * (deletesOf / (getsOf(each) + deletesOf));
    before = upTo;
  }
  return { gets, tail: gets * (1 - room), deleted: gets * deleted };
}

const SAMPLES = 400;
const ROUNDS = 40;

/** By following the clocks of sampled items: next get, next delete, whichever comes first. */
export function sampled(world: World, seed: number): Reads {
  const { gets, getsOf, deletesOf } = rates(world);
  const bands = bandsOf(world.skew);
  const dice = new Dice(seed);
  const room = world.hitRate / 1000;
  let tail = 0;
  let deleted = 0;
  let band = 0;
  for (let n = 0; n < SAMPLES; n++) {
    // One item from each of as many slices of the gets, in order of popularity.
    const place = (n + dice.unit()) / SAMPLES;
    while ((bands[band] as Band).upTo < place && band < bands.length - 1) band++;
    if (place > room) {
      tail++;
      continue;
    }
    const every = getsOf((bands[band] as Band).each);
    let cached = true;
    let nextDelete = dice.wait(1 / deletesOf);
    let now = 0;
    let misses = 0;
    for (let get = 0; get < ROUNDS; get++) {
      now += dice.wait(1 / every);
      if (nextDelete < now) {
        cached = false;
        // Deletes have no memory: after the last before this get, the next is as far off as ever.
        nextDelete = now + dice.wait(1 / deletesOf);
      }
      if (!cached) misses++;
      cached = true;
    }
    deleted += misses / ROUNDS;
  }
  return { gets, tail: (gets * tail) / SAMPLES, deleted: (gets * deleted) / SAMPLES };
}

/** So long is one shard looked at. */
const SEEN_MS = 20;

/** One shard of one region, read by read: the gets for its items, those that miss, and what waits for it. */
function followed(getsPerMs: number, missed: number, seed: number) {
  const dice = new Dice(seed);
  const stays: Stays = [];
  const shard = new Line(stays);
  const gets: number[] = [];
  const misses: number[] = [];
  for (let now = dice.wait(1 / getsPerMs); now < SEEN_MS; now += dice.wait(1 / getsPerMs)) {
    gets.push(now);
    if (dice.unit() >= missed) continue;
    misses.push(now);
    shard.serve(now, dice.wait(1000 / SHARD_RATE));
  }
  return {
    gets: counts(gets, SEEN_MS),
    misses: counts(misses, SEEN_MS),
    shard: levels(stays, SEEN_MS),
    busy: Math.min(1, shard.busy / SEEN_MS),
  };
}

interface Input extends World {
  readonly shards: number;
  readonly seed: number;
}
const HIT_RATES = [900, 920, 940, 960, 970, 980, 990, 1000];
const CLUSTERS = [1, 2, 4, 8, 16, 32];
const SKEWS = [0, 30, 60, 90, 100, 120, 150];
/** As far as the plots go. */
const RANGES = {
  hitRate: { min: 900, max: 1000 },
  clusters: { min: 1, max: 32 },
  skew: { min: 0, max: 150 },
} as const;

export function measureBillion(input: Input, context: JobContext): Uint8Array {
  const seeds = seedsFrom(input.seed, 5);
  const curves: Record<string, readonly CurvePoint[]> = {};
  const axes = [
    ['hitRate', HIT_RATES],
    ['clusters', CLUSTERS],
    ['skew', SKEWS],
  ] as const;
  axes.forEach(([axis, steps], i) => {
    const xs = [...new Set([...steps, input[axis]])].sort((a, b) => a - b);
    const swept = sweep({
      xs,
      seeds,
      context,
      part: [i / axes.length, (i + 1) / axes.length],
      run: (x, seed) => {
        const paper = onPaper({ ...input, [axis]: x });
        const check = sampled({ ...input, [axis]: x }, seed);
        return { paper: paper.tail + paper.deleted, sampled: check.tail + check.deleted };
      },
    });
    curves[`${axis}-paper`] = swept.paper ?? [];
    curves[`${axis}-sampled`] = swept.sampled ?? [];
  });
  const paper = onPaper(input);
  const reads = paper.tail + paper.deleted;
  const checked = middleAt(curves['hitRate-sampled'], input.hitRate);
  const { busy, ...seen } = followed(
    paper.gets / input.regions / input.shards / 1000,
    reads / paper.gets,
    seeds[0] as number,
  );
  return bytesOf({
    curves,
    traces: under('on', seen),
    figures: {
      shardBusyPercent: 100 * busy,
      getsPerSecond: paper.gets,
      databaseReadsPerSecond: reads,
      noRoomPerSecond: paper.tail,
      deletedPerSecond: paper.deleted,
      readsPerRegion: reads / input.regions,
      capacityPerRegion: input.shards * SHARD_RATE,
      hitPercent: 100 * (1 - reads / paper.gets),
      sampledReadsPerSecond: checked,
      sampleOffPercent: (100 * Math.abs(checked - reads)) / reads,
    },
  });
}

export function billionExperiment(params: Params, seed: number): Experiment {
  const input: Input = { ...worldOf(params), shards: Number(params.shards), seed };
  return { job: { kind: 'memcache/billion', input }, read: (bytes) => findings(measuredOf(bytes), input) };
}

export const worldOf = (params: Params): World => ({
  load: Number(params.load),
  hitRate: Number(params.hitRate),
  clusters: Number(params.clusters),
  regions: Number(params.regions),
  skew: Number(params.skew),
});

function findings(measured: Measured, input: Input): Findings {
  const { regions, shards, clusters } = input;
  const f = measured.figures;
  const n = (name: string): string => short(Number((f[name] ?? 0).toPrecision(3)));
  const share = (name: string): string => percent(f[name] ?? 0);
  const over = (f.readsPerRegion ?? 0) > (f.capacityPerRegion ?? 0);
  const args = {
    regions,
    shards,
    clusters,
    gets: n('getsPerSecond'),
    reads: n('databaseReadsPerSecond'),
    tail: n('noRoomPerSecond'),
    deleted: n('deletedPerSecond'),
    region: n('readsPerRegion'),
    capacity: n('capacityPerRegion'),
    hits: share('hitPercent'),
    off: share('sampleOffPercent'),
    needed: about(Math.ceil((f.readsPerRegion ?? 0) / SHARD_RATE)),
  };
  const all = regions * (f.capacityPerRegion ?? 0);
  const limits = [{ label: text('billion.limit', { all: short(all) }), y: all }];
  const box = (id: string, full = false) =>
    boxOf(
      'billion',
      { ...args, busy: share('shardBusyPercent'), missed: percent(100 - (f.hitPercent ?? 0)) },
      { id, levels: measured.traces[`on.${id}`], count: id === 'shard' ? shards : 1, full },
    );
  const plot = (id: string, axis: 'hitRate' | 'clusters' | 'skew', unit: string, over = 1) =>
    plotOf({
      scenario: 'billion',
      id,
      measured,
      curves: [`${axis}-paper`, `${axis}-sampled`],
      x: [unit, axis === 'clusters' ? 'log' : 'linear'],
      y: ['reads-s', 'log'],
      args,
      over,
      now: `${axis}-paper`,
      axis: { name: axis, times: 1 / over, ...RANGES[axis] },
      zones: zonesAt(measured.curves[`${axis}-paper`], all, over),
      here: input[axis],
      limits,
      published: [{ label: text('billion.paper.gets'), y: 1e9 }],
    });
  return {
    metrics: f,
    fix: null,
    fill: {
      of: text('billion.followed', args),
      x: { span: SEEN_MS, unit: text('unit.ms') },
      boxes: [box('gets'), box('misses'), box('shard', over)],
      back: [{ from: 'shard', to: 'misses', text: text('billion.back'), lost: false }],
    },
    here: text(`billion.here.${over ? 'over' : 'calm'}`, args),
    figures: [
      figureOf('reads', 'reads-s', args.reads, null),
      figureOf('region', 'reads-s', args.region, null),
      figureOf('hits', 'percent', args.hits, null),
    ],
    answer: text(over ? 'billion.answer.over' : 'billion.answer', args),
    plots: [
      plot('room', 'hitRate', 'percent', 10),
      plot('clusters', 'clusters', 'clusters'),
      plot('skew', 'skew', 'exponent', 100),
    ],
  };
}
