// Clusters of one region with and without a shared pool for cold keys (4.2). Without it each cluster keeps its own copy
// of all it is asked for; in the pool a key is kept once, and a get crosses the region's network. Microseconds: 200
// inside a cluster, 600 across, 3,000 to the database. An item is 954 bytes on average (section 7).

import { exp } from '../../../base/fixed-math.ts';
import { text } from '../../../base/text.ts';
import type { JobContext } from '../../../kernel/job.ts';
import type { Experiment, Findings, Params } from '../../../kernel/system.ts';
import { Dice, seedsFrom, Zipf } from './des.ts';
import type { Measured } from './measured.ts';
import { about, bytesOf, measuredOf, middleAt, plotOf, sweep } from './measured.ts';

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
  return bytesOf({
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
    read: (bytes) => findings(measuredOf(bytes), input),
  };
}

function findings(measured: Measured, { clusters, cold }: Input): Findings {
  const f = measured.figures;
  const n = (name: string): string => about(f[name] ?? 0);
  const slower = f.latencyAddedPercent ?? 0;
  const args = {
    clusters,
    cold,
    saved: n('memorySavedPercent'),
    slower: about(Math.abs(slower)),
    how: text(slower > 0 ? 'regional-pool.slower' : 'regional-pool.faster'),
    across: n('acrossPercent'),
    savedAll: n('memorySavedAllPercent'),
    slowerAll: about(Math.abs(f.latencyAddedAllPercent ?? 0)),
    howAll: text((f.latencyAddedAllPercent ?? 0) > 0 ? 'regional-pool.slower' : 'regional-pool.faster'),
  };
  const plot = (id: string, curve: string, unit: string) =>
    plotOf({
      scenario: 'regional-pool',
      id,
      measured,
      curves: [curve],
      x: ['percent', 'linear'],
      y: [unit, 'linear'],
      args,
    });
  return {
    metrics: f,
    answer: text('regional-pool.answer', args),
    plots: [
      plot('memory', 'megabytes', 'mb'),
      plot('latency', 'latency', 'us'),
      plot('across', 'across', 'percent'),
    ],
  };
}
