import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { hexOf } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';
import { about } from '../../../base/numbers.ts';
import type { Findings, Params } from '../../../contract/system.ts';
import type { JobContext, JobTable } from '../../../kernel/job.ts';
import { memcache } from '../index.ts';
import { inBoth } from '../testing/say.ts';
import { onPaper, sampled } from './billion.ts';
import { seedsFrom } from './des.ts';
import { fanOut } from './incast.ts';
import { measuredOf } from './measured.ts';
import { experiment, jobs } from './testing/simulations.ts';

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
  growth: '889991d9b03376fc343859165845a88179155639780757755fd007f7b7ddb2cb',
  'partition-vs-replicate': 'b3defb274346274b76714d57f172abeda8e7d3bb8c75385029010f44e76d54dc',
  'clusters-incast': 'e3dc83ee11b42c87b3a6b784b81fd1e46dd018a90418c47ef46862837d1c30ed',
  'regional-pool': 'f5574e673a7905493271383bd9c2edc326c6fe286ad113385176c5df21f87697',
  'thundering-herd': '2743f1e294acd22db9dfd372627067543b15c734ef141c490506054c3811582f',
  'cold-start': 'c37db4504ec8728c456ce04fcace23fb960a54ddde7a236862221380649d93be',
  gutter: 'becdbe3e90265383e0e33c323f2aa8803594b493b95be025fb499cf89814cfa5',
  billion: '30fa4c320018a41d061edb4aac3a037304c991a36149cf98c4e4074408f2d515',
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
    for (const said of inBoth(findings.here)) expect(said.length).toBeGreaterThan(15);
    expect(findings.figures.length).toBeGreaterThan(1);
    for (const { label, value, fixed } of findings.figures)
      for (const each of [label, value, ...(fixed ? [fixed] : [])]) inBoth(each);
    for (const { here, limits = [] } of findings.plots) {
      if (here !== undefined) expect(Number.isFinite(here)).toBe(true);
      for (const { label } of limits) inBoth(label);
    }
    const [lead] = findings.plots;
    expect(
      lead?.axis && lead.here !== undefined && lead.now,
      'the first plot stands on a setting',
    ).toBeTruthy();
    for (const { zones = [], axis, here = 0 } of findings.plots) {
      for (const { label } of zones) inBoth(label);
      expect(zones.slice(1).map(({ from }) => from)).toEqual(zones.slice(0, -1).map(({ to }) => to));
      if (axis) expect(memcache.switches.map(({ name }) => name)).toContain(axis.name);
      if (axis) expect(here).toBeGreaterThanOrEqual(axis.min * axis.times);
    }
    const { fill, fix } = findings;
    for (const each of [fill.of, fill.x.unit, ...(fix ? [fix.label] : [])]) inBoth(each);
    for (const box of fill.boxes) {
      for (const each of [box.name, box.note, box.says]) inBoth(each);
      expect(box.levels).toHaveLength(120);
      expect(Math.min(...box.levels)).toBeGreaterThanOrEqual(0);
    }
    for (const { from, to, text: said } of fill.back) {
      inBoth(said);
      for (const each of [from, to]) expect(fill.boxes.map((box) => box.id)).toContain(each);
    }
    for (const { tab, title, x, y, series, published = [] } of findings.plots) {
      for (const each of [
        tab,
        title,
        x.label,
        x.unit,
        y.label,
        y.unit,
        ...published.map(({ label }) => label),
      ])
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

  it('everything said of a herd is one quantity, its peak: answer, title, axis and both plots', () => {
    const { answer, plots } = run('thundering-herd', {}, seed).findings;
    const [byServers, overTime] = plots;
    const line = (id: string) => plots.flatMap(({ series }) => series).find((each) => each.id === id);
    for (const [name, along] of [
      ['without', 'timeWithout'],
      ['with', 'timeWith'],
    ] as const) {
      const peak = line(name)?.points.find(([x]) => x === defaults.clients)?.[1] ?? 0;
      expect(answer.args?.[name]).toBe(about(peak));
      for (const plot of plots) expect(plot.title.args?.[name]).toBe(about(peak));
      const highest = line(name)?.band?.find(([x]) => x === defaults.clients)?.[2];
      expect(Math.max(...(line(along)?.band ?? []).map(([, , high]) => high))).toBe(highest);
    }
    expect(inBoth(byServers?.y.label ?? answer)).toEqual(inBoth(overTime?.y.label ?? answer));
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

describe('the present setting', () => {
  it.each([
    ['thundering-herd', { lease: 'on' }],
    ['clusters-incast', { window: 1 }],
    ['clusters-incast', { window: 64 }],
    ['clusters-incast', { sliding: 'on' }],
    ['growth', { stage: 'cached' }],
    ['partition-vs-replicate', { placement: 'replicate' }],
    ['regional-pool', { regional: 'on' }],
    ['cold-start', { warmup: 'on' }],
    ['cold-start', { shards: 40 }],
    ['gutter', { gutter: 'on' }],
    ['gutter', { gutter: 'rehash' }],
    ['billion', { hitRate: 970 }],
  ] as const)('of %s at %j is said otherwise than the default', (id, set) => {
    const { here, figures } = run(id, set).findings;
    const before = run(id).findings;
    expect(inBoth(here)).not.toEqual(inBoth(before.here));
    expect(figures.map(({ value }) => inBoth(value))).not.toEqual(
      before.figures.map(({ value }) => inBoth(value)),
    );
  });

  it('of an incast says the window, whether it is right, and the three figures', () => {
    const { here, figures } = run('clusters-incast').findings;
    expect(inBoth(here)[0]).toMatch(/^400 at a time are too many\. The answers meet at one switch port/);
    expect(figures.map(({ value, fixed }) => [value, fixed].map((of) => inBoth(of ?? here)[0]))).toEqual([
      [expect.stringMatching(/^[\d,]+ items\/s$/), expect.stringMatching(/^[\d,]+ items\/s$/)],
      [expect.stringMatching(/^[\d.]+ ms$/), expect.stringMatching(/^[\d.]+ ms$/)],
      [expect.stringMatching(/^\d+ %$/), expect.stringMatching(/^(<0\.1|[\d.]+) %$/)],
    ]);
    expect(figures.map(({ id }) => id)).toEqual(['items', 'page', 'dropped']);
  });
});

describe('where it fills', () => {
  const box = (id: string, name: string, set: Params = {}) => {
    const found = run(id, set).findings.fill.boxes.find((each) => each.id === name);
    if (!found) throw new Error(`${id} has no box ${name}`);
    return found;
  };

  it('the switch port holds as many as it has places, is full at 400, and never with a window of 10', () => {
    expect(Math.max(...box('clusters-incast', 'port').levels)).toBe(box('clusters-incast', 'port').limit);
    expect(box('clusters-incast', 'port').full).toBe(true);
    const calm = { window: 10 };
    expect(Math.max(...box('clusters-incast', 'port', calm).levels)).toBeLessThanOrEqual(10);
    expect(box('clusters-incast', 'port', calm).full).toBe(false);
    expect(Math.max(...box('clusters-incast', 'lost', calm).levels)).toBe(0);
    expect(Math.max(...box('clusters-incast', 'web', calm).levels)).toBe(10);
  });
  it('the next box of a growing site is full at each stage, until none is', () => {
    const full = (stage: string) =>
      run('growth', { stage })
        .findings.fill.boxes.filter((each) => each.full)
        .map(({ id }) => id);
    expect(['one', 'many', 'sharded', 'cached'].map(full)).toEqual([['web'], ['database'], ['database'], []]);
  });
  it('a warm cluster and a gutter take over what filled the database', () => {
    expect(box('cold-start', 'database').full).toBe(true);
    expect(box('cold-start', 'database', { warmup: 'on' }).full).toBe(false);
    expect(box('gutter', 'database').full).toBe(true);
    expect(box('gutter', 'database', { gutter: 'on' }).full).toBe(false);
  });
  it('a shard whose region is asked for more than it can answer has an ever longer line', () => {
    const { levels, full } = box('billion', 'shard', { hitRate: 940 });
    expect(full).toBe(true);
    expect(Math.max(...levels.slice(90))).toBeGreaterThan(2 * Math.max(...levels.slice(0, 30)));
    expect(box('billion', 'shard').full).toBe(false);
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
