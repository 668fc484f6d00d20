// Clusters of one region with and without a shared pool for cold keys (4.2). Without it each cluster keeps its own copy
// of all it is asked for; in the pool a key is kept once, and a get crosses the region's network. Microseconds: 200
// inside a cluster, 600 across, 3,000 to the database. An item is 954 bytes on average (section 7).

import { exp } from '../../../base/fixed-math.ts';
import { about, percent } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Findings, Params } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { Dice, seedsFrom, Zipf } from './des.ts';
import { counts } from './levels.ts';
import type { Measured } from './measured.ts';
import {
  boxOf,
  bytesOf,
  figureOf,
  flat,
  measuredOf,
  middleAt,
  plotOf,
  sweep,
  tidy,
  under,
} from './measured.ts';

const INSIDE_US = 200;
const ACROSS_US = 600;
const DATABASE_US = 3000;
const ITEM_BYTES = 954;
const KEYS = 5000;
/** Gets before the measured ones, and the measured ones. */
const HISTORY = 400_000;
const GETS = 30_000;

export type Answer = 'hit' | 'miss' | 'pool-hit' | 'pool-miss';

/** What one region's caches hold. Keys are ranks: the hottest is 0. */
export class Region {
  readonly #here: Uint8Array;
  readonly #pool: Uint8Array;
  readonly #keys: number;
  readonly #hot: number;
  copies = 0;
  constructor(clusters: number, keys: number, hot: number) {
    this.#here = new Uint8Array(clusters * keys);
    this.#pool = new Uint8Array(keys);
    this.#keys = keys;
    this.#hot = hot;
  }
  get(cluster: number, key: number): Answer {
    if (key >= this.#hot) return this.#take(this.#pool, key) ? 'pool-hit' : 'pool-miss';
    return this.#take(this.#here, cluster * this.#keys + key) ? 'hit' : 'miss';
  }
  /** As after so many gets at random: a key is there unless nobody has asked for it. */
  remember(gets: number, zipf: Zipf, dice: Dice): void {
    const clusters = this.#here.length / this.#keys;
    for (let key = 0; key < this.#keys; key++) {
      const asked = gets * (zipf.share(key + 1) - zipf.share(key));
      const pool = key >= this.#hot;
      for (let cluster = 0; cluster < (pool ? 1 : clusters); cluster++) {
        if (dice.unit() < exp(-asked / (pool ? 1 : clusters))) continue;
        this.get(cluster, key);
      }
    }
  }
  #take(cache: Uint8Array, at: number): boolean {
    if (cache[at] === 1) return true;
    cache[at] = 1;
    this.copies++;
    return false;
  }
}

const LATENCY_US: Readonly<Record<Answer, number>> = {
  hit: INSIDE_US,
  miss: INSIDE_US + DATABASE_US,
  'pool-hit': ACROSS_US,
  'pool-miss': ACROSS_US + DATABASE_US,
};

function run(clusters: number, zipf: Zipf, coldPercent: number, seed: number) {
  const dice = new Dice(seed);
  const region = new Region(clusters, KEYS, Math.round((KEYS * (100 - coldPercent)) / 100));
  let us = 0;
  let reads = 0;
  let across = 0;
  region.remember(HISTORY, zipf, dice);
  for (let n = 0; n < GETS; n++) {
    const answer = region.get(dice.pick(clusters), zipf.draw(dice));
    us += LATENCY_US[answer];
    if (answer === 'miss' || answer === 'pool-miss') reads++;
    if (answer === 'pool-hit' || answer === 'pool-miss') across++;
  }
  return {
    megabytes: (region.copies * ITEM_BYTES) / 1e6,
    latency: us / GETS,
    reads: (100 * reads) / GETS,
    across: (100 * across) / GETS,
  };
}

/** From empty caches on, so many gets: what each kind of cache holds, and what the database is asked for. */
const SEEN_GETS = 60_000;

function followed(clusters: number, zipf: Zipf, cold: number, seed: number) {
  const dice = new Dice(seed);
  const hot = Math.round((KEYS * (100 - cold)) / 100);
  const region = new Region(clusters, KEYS, hot);
  const own: number[] = [];
  const pool: number[] = [];
  const reads: number[] = [];
  for (let n = 0; n < SEEN_GETS; n++) {
    const answer = region.get(dice.pick(clusters), zipf.draw(dice));
    if (answer === 'miss') own.push(n);
    if (answer === 'pool-miss') pool.push(n);
    if (answer === 'miss' || answer === 'pool-miss') reads.push(n);
  }
  const held = (times: readonly number[], caches: number): number[] => {
    let sum = 0;
    return counts(times, SEEN_GETS).map((n) => {
      sum += n;
      return tidy(sum / caches);
    });
  };
  return {
    own: held(own, clusters),
    pool: held(pool, 1),
    database: counts(reads, SEEN_GETS),
  };
}

interface Input {
  readonly clusters: number;
  readonly skew: number;
  readonly cold: number;
  readonly seed: number;
}
const SHARES = [0, 20, 40, 50, 60, 70, 80, 90, 95, 100];

export function measureRegional(input: Input, context: JobContext): Uint8Array {
  const zipf = new Zipf(KEYS, input.skew / 100);
  const curves = sweep({
    xs: [...new Set([...SHARES, input.cold])].sort((a, b) => a - b),
    seeds: seedsFrom(input.seed, 5),
    context,
    run: (cold, seed) => run(input.clusters, zipf, cold, seed),
  });
  const at = (name: string, x: number): number => middleAt(curves[name], x);
  const saved = (x: number): number => 100 * (1 - at('megabytes', x) / at('megabytes', 0));
  const slower = (x: number): number => 100 * (at('latency', x) / at('latency', 0) - 1);
  const first = seedsFrom(input.seed, 1)[0] as number;
  return bytesOf({
    traces: {
      ...under('off', followed(input.clusters, zipf, 0, first)),
      ...under('on', followed(input.clusters, zipf, input.cold, first)),
    },
    curves,
    figures: {
      memorySavedPercent: saved(input.cold),
      latencyAddedPercent: slower(input.cold),
      latencyUs: at('latency', input.cold),
      megabytes: at('megabytes', input.cold),
      acrossPercent: at('across', input.cold),
      databasePercent: at('reads', input.cold),
      memorySavedAllPercent: saved(100),
      latencyAddedAllPercent: slower(100),
    },
  });
}

export function regionalExperiment(params: Params, seed: number): Experiment {
  const input: Input = {
    clusters: Number(params.clusters),
    skew: Number(params.skew),
    cold: Number(params.cold),
    seed,
  };
  return {
    job: { kind: 'memcache/regional-pool', input },
    read: (bytes) => findings(measuredOf(bytes), input, params.regional === 'on'),
  };
}

function findings(measured: Measured, { clusters, cold }: Input, pooled: boolean): Findings {
  const f = measured.figures;
  const share = (name: string): string => percent(f[name] ?? 0);
  const slower = f.latencyAddedPercent ?? 0;
  const args = {
    clusters,
    cold,
    saved: share('memorySavedPercent'),
    slower: percent(Math.abs(slower)),
    how: text(slower > 0 ? 'regional-pool.slower' : 'regional-pool.faster'),
    across: share('acrossPercent'),
    savedAll: share('memorySavedAllPercent'),
    slowerAll: percent(Math.abs(f.latencyAddedAllPercent ?? 0)),
    howAll: text((f.latencyAddedAllPercent ?? 0) > 0 ? 'regional-pool.slower' : 'regional-pool.faster'),
  };
  const own = (curve: string): number => middleAt(measured.curves[curve], 0);
  const inPool = (curve: string): number => middleAt(measured.curves[curve], cold);
  const fixed = (curve: string): string | null => (pooled ? null : about(inPool(curve)));
  const alone = Object.fromEntries(
    ['megabytes', 'latency', 'across'].map((curve) => [
      `${curve}Own`,
      flat(measured.curves[curve], measured.curves[curve]?.[0]),
    ]),
  );
  const trace = (id: string) => measured.traces[`${pooled ? 'on' : 'off'}.${id}`];
  const box = (
    id: string,
    options: { readonly count?: number; readonly limit?: number; readonly full?: boolean } = {},
  ) => boxOf('regional-pool', args, { id, levels: trace(id), ...options });
  const plot = (id: string, curve: string, unit: string) =>
    plotOf({
      scenario: 'regional-pool',
      id,
      measured: { ...measured, curves: { ...measured.curves, ...alone } },
      curves: [`${curve}Own`, curve],
      now: pooled ? curve : `${curve}Own`,
      fixed: pooled ? null : curve,
      axis: { name: 'cold', times: 1, min: 0, max: 100 },
      x: ['percent', 'linear'],
      y: [unit, 'linear'],
      args,
      here: cold,
    });
  return {
    metrics: f,
    answer: text('regional-pool.answer', args),
    here: text(`regional-pool.here.${pooled ? 'on' : 'off'}`, args),
    fix: { name: 'regional', value: 'on', label: text('regional-pool.fix') },
    fill: {
      of: text('regional-pool.followed', args),
      x: { span: SEEN_GETS / 1000, unit: text('unit.k-gets') },
      boxes: [
        box('own', { count: clusters, limit: KEYS, full: !pooled && clusters > 1 }),
        ...(pooled ? [box('pool', { limit: KEYS })] : []),
        box('database'),
      ],
      back: [{ from: 'database', to: 'own', text: text('regional-pool.back'), lost: false }],
    },
    figures: [
      figureOf('memory', 'mb', about(pooled ? inPool('megabytes') : own('megabytes')), fixed('megabytes')),
      figureOf('get', 'us', about(pooled ? inPool('latency') : own('latency')), fixed('latency')),
      figureOf('across', 'percent', percent(pooled ? inPool('across') : own('across')), fixed('across')),
    ],
    plots: [
      plot('memory', 'megabytes', 'mb'),
      plot('latency', 'latency', 'us'),
      plot('across', 'across', 'percent'),
    ],
  };
}
