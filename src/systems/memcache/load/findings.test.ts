import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { hexOf } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';
import type { JobContext, JobTable } from '../../../kernel/job.ts';
import type { Findings, Params } from '../../../kernel/system.ts';
import { memcache } from '../index.ts';
import { jobs } from '../jobs.ts';
import { inBoth } from '../testing/say.ts';
import { onPaper, sampled } from './billion.ts';
import { seedsFrom } from './des.ts';
import { experiment } from './experiments.ts';
import { fanOut } from './incast.ts';
import { measuredOf } from './measured.ts';

const defaults: Params = Object.fromEntries(memcache.switches.map((each) => [each.name, each.default]));
const SEEDS = [1, 2, 3];

interface Ran {
  readonly findings: Findings;
  readonly bytes: Uint8Array;
  readonly shares: readonly number[];
}
const kept = new Map<string, Ran>();

function run(id: string, set: Params = {}, seed = 1): Ran {
  const key = canonicalJson([id, set, seed]);
  const known = kept.get(key);
  if (known) return known;
  const scenario = memcache.scenarios.find((each) => each.id === id);
  const made = experiment(id, { ...defaults, ...scenario?.params, ...set }, seed);
  if (!made) throw new Error(`${id} has no simulation`);
  const shares: number[] = [];
  const context: JobContext = { inputs: [], progress: (done) => shares.push(done) };
  const compute = (jobs as JobTable)[made.job.kind] as (input: unknown, context: JobContext) => Uint8Array;
  const bytes = compute(made.job.input, context);
  const ran = { findings: made.read(bytes), bytes, shares };
  kept.set(key, ran);
  return ran;
}
const metric = (name: string, id: string, set: Params = {}, seed = 1): number => {
  const value = run(id, set, seed).findings.metrics[name];
  if (value === undefined) throw new Error(`${id} has no metric ${name}`);
  return value;
};

/** SHA-256 of each job's bytes for its scenario's defaults and seed 1. */
const CHECKSUMS: Readonly<Record<string, string>> = {
  growth: '7843887c57edb158e7c03b88b15ccccbdcdc0f2cbefa144d54359cc372e46da0',
  'partition-vs-replicate': '0f69936d78b2ff5df67383c0a01f8ac4897c5c2c6f80985ae7edeb17fd42430a',
  'clusters-incast': 'c70bb477015976db7f6deff52b6bc32cc0d29f18824475838bc6400bb9308804',
  'regional-pool': 'fae035d2aaee46283dc1a552a2d43ce6f80fea4891b3201fc17a846b25b6e81e',
  'thundering-herd': '0d2fe5299c401592f09d4eecfc0e4af94e0e6eb7760bf42f984cfff85d402bcb',
  'cold-start': '6b586190457546915ba8501395facea50bfffa020fb0fc6cc26f87f7b81f81bb',
  gutter: 'ecd91d917d37c4c9a308be64c7047bdebe1a93d4ec415d63a2b2368fc7606b26',
  billion: 'f4e67467f7b71f35f4d98af91c4b457080af39e9b275d31e36eb61e1e9b011c9',
};
const ids = Object.keys(CHECKSUMS);

describe('every simulation', () => {
  it.each(ids)('%s gives these bytes, canonical, and says how far it is', (id) => {
    const { bytes, shares } = run(id);
    expect(hexOf(sha256(bytes))).toBe(CHECKSUMS[id]);
    expect(String.fromCharCode(...bytes.subarray(0, 20))).toBe(canonicalJson(measuredOf(bytes)).slice(0, 20));
    expect(canonicalJson(measuredOf(bytes))).toHaveLength(bytes.length);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[shares.length - 1]).toBeCloseTo(1);
    expect(shares.length).toBeGreaterThan(1);
  });

  it.each(ids)('%s gives other numbers for another seed', (id) => {
    expect(run(id, {}, 2).findings.metrics).not.toEqual(run(id).findings.metrics);
  });

  it.each(ids)('%s says its findings in both languages, and every band holds its line', (id) => {
    const { findings } = run(id);
    const [english = ''] = inBoth(findings.answer);
    expect(english.length).toBeGreaterThan(60);
    expect(findings.plots.length).toBeGreaterThan(1);
    for (const { title, x, y, series, published = [] } of findings.plots) {
      for (const each of [title, x.label, x.unit, y.label, y.unit, ...published.map(({ label }) => label)])
        inBoth(each);
      for (const { label, points, band = [] } of series) {
        inBoth(label);
        expect(points.length).toBeGreaterThan(1);
        points.forEach(([at, middle], i) => {
          const [bandAt, low, high] = band[i] ?? [];
          expect(bandAt).toBe(at);
          expect(low).toBeLessThanOrEqual(middle + 1e-3);
          expect(high).toBeGreaterThanOrEqual(middle - 1e-3);
        });
      }
    }
    for (const value of Object.values(findings.metrics)) expect(Number.isFinite(value)).toBe(true);
  });
});

describe.each(SEEDS)('with seed %i', (seed) => {
  const of = (name: string, id: string, set: Params = {}): number => metric(name, id, set, seed);

  it('leases spare the database more than ten of eleven reads of a herd', () => {
    expect(of('ratio', 'thundering-herd')).toBeGreaterThan(11);
    expect(of('readsWith', 'thundering-herd')).toBeLessThanOrEqual(Number(defaults.deletes) + 1);
    expect(of('peakWithout', 'thundering-herd')).toBeGreaterThan(of('readsWithout', 'thundering-herd'));
  });

  it('throughput against the window has its maximum inside the range', () => {
    expect(of('bestWindow', 'clusters-incast')).toBeGreaterThan(1);
    expect(of('bestWindow', 'clusters-incast')).toBeLessThan(521);
    const best = of('bestItemsPerSecond', 'clusters-incast');
    expect(of('smallestItemsPerSecond', 'clusters-incast')).toBeLessThan(best / 5);
    expect(of('largestItemsPerSecond', 'clusters-incast')).toBeLessThan(best / 2);
    expect(of('slidingItemsPerSecond', 'clusters-incast')).toBeGreaterThan(0.9 * best);
  });

  it('the hot-key arithmetic lies inside the simulation’s band', () => {
    expect(of('arithmeticInsideBand', 'partition-vs-replicate')).toBe(1);
    expect(of('arithmeticOffPercent', 'partition-vs-replicate')).toBeLessThan(1);
    expect(of('splitLoadPerServer', 'partition-vs-replicate')).toBeCloseTo(1_000_000, -3);
    expect(of('replicatedLoadPerServer', 'partition-vs-replicate')).toBeCloseTo(500_000, -3);
  });

  it('a regional pool saves memory and costs time', () => {
    expect(of('memorySavedPercent', 'regional-pool')).toBeGreaterThan(40);
    expect(of('latencyAddedPercent', 'regional-pool')).toBeGreaterThan(0);
    expect(of('latencyAddedAllPercent', 'regional-pool')).toBeGreaterThan(
      of('latencyAddedPercent', 'regional-pool'),
    );
  });

  it('a cold cluster drowns the database without warm-up and not with it', () => {
    const capacity = of('capacity', 'cold-start');
    expect(of('peakReadsCold', 'cold-start')).toBeGreaterThan(2 * capacity);
    expect(of('peakReadsWarm', 'cold-start')).toBeLessThan(capacity / 2);
    expect(of('failedColdPercent', 'cold-start')).toBeGreaterThan(5);
    expect(of('failedWarmPercent', 'cold-start')).toBe(0);
  });

  it('a rehash cascades, the database is overrun, the gutter holds', () => {
    expect(of('serversLostRehash', 'gutter')).toBeGreaterThan(2);
    expect(of('serversLostNothing', 'gutter')).toBe(1);
    expect(of('readsNothingPerSecond', 'gutter')).toBeGreaterThan(of('capacity', 'gutter'));
    expect(of('readsGutterPerSecond', 'gutter')).toBeLessThan(of('capacity', 'gutter'));
    expect(of('failuresAvoidedPercent', 'gutter')).toBeGreaterThan(95);
    expect(of('gutterHitPercent', 'gutter')).toBeGreaterThan(35);
  });

  it('each stage of growth serves more, and another box is full', () => {
    const pages = ['One', 'Many', 'Sharded', 'Cached'].map((stage) => of(`pages${stage}PerSecond`, 'growth'));
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(of('webOneBusyPercent', 'growth')).toBeGreaterThan(95);
    expect(of('databaseManyBusyPercent', 'growth')).toBeGreaterThan(95);
    expect(of('databaseShardedBusyPercent', 'growth')).toBeGreaterThan(95);
    expect(of('databaseCachedBusyPercent', 'growth')).toBeLessThan(20);
    expect(pages[3]).toBeGreaterThan(0.95 * of('offeredPerSecond', 'growth'));
  });

  it('the load model on paper agrees with the sampled items', () => {
    expect(of('sampleOffPercent', 'billion')).toBeLessThan(4);
    for (const skew of [0, 60, 100, 130]) {
      const world = { load: 100, hitRate: 990, clusters: 4, regions: 2, skew };
      const paper = onPaper(world);
      const runs = seedsFrom(seed, 5).map((each) => sampled(world, each));
      const mean = runs.reduce((sum, { tail, deleted }) => sum + tail + deleted, 0) / runs.length;
      expect(Math.abs(mean / (paper.tail + paper.deleted) - 1), `skew ${skew}`).toBeLessThan(0.08);
    }
  });
});

describe('the sliders move the findings the way they must', () => {
  it('at a lower load the rehash loses no other server', () => {
    expect(metric('serversLostRehash', 'gutter', { load: 50 })).toBe(1);
  });
  it('a larger switch buffer moves the best window up', () => {
    expect(metric('bestWindow', 'clusters-incast', { buffer: 300 })).toBeGreaterThan(
      metric('bestWindow', 'clusters-incast'),
    );
  });
  it('requests for one key make splitting as good as copying', () => {
    const one = { keys: 1 };
    const split = metric('splitPerSecond', 'partition-vs-replicate', one);
    expect(split).toBeGreaterThan(0.97 * metric('replicatedPerSecond', 'partition-vs-replicate', one));
  });
  it('more clusters, more reads; more room, fewer', () => {
    const reads = (set: Params): number => metric('databaseReadsPerSecond', 'billion', set);
    expect(reads({ clusters: 16 })).toBeGreaterThan(reads({}));
    expect(reads({ hitRate: 999 })).toBeLessThan(reads({}));
  });
  it('nothing is lost in a fan-out that never overflows', () => {
    const calm = fanOut({ items: 100, pages: 2, servers: 10, buffer: 100, window: 50 }, 5);
    expect(calm.droppedPercent).toBe(0);
    expect(calm.window).toBe(50);
  });
});
