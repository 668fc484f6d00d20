// The four stages of a growing site (lecture 17.1): one web server and one database; many web servers; a sharded
// database; a cache in front. The same pages are asked of each. A page takes a web server 2 ms and asks for two values;
// a database shard answers in 0.4 ms, the cache in 0.02. Who would have to wait longer than 250 ms
// for the web server or for the first value gives up.

import { about, percent } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Findings, Params } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { Dice, EventQueue, Line, seedsFrom } from './des.ts';
import type { Stays } from './levels.ts';
import { counts, levels } from './levels.ts';
import type { BoxOptions, CurvePoint, Measured } from './measured.ts';
import {
  boxOf,
  bytesOf,
  FULL_PERCENT,
  figureOf,
  measuredOf,
  middleAt,
  plotOf,
  sweep,
  tidy,
  under,
  zonesAt,
} from './measured.ts';

export const STAGES = ['one', 'many', 'sharded', 'cached'] as const;
export type Stage = (typeof STAGES)[number];
type Box = 'web' | 'database' | 'cache';

export const WEB_MS = 2;
export const READ_MS = 0.4;
const CACHE_MS = 0.02;
export const READS = 2;
const GIVES_UP_MS = 250;

export interface Site {
  readonly webs: number;
  readonly shards: number;
  /** Share of the reads that the cache answers; 0 where there is none. */
  readonly hit: number;
  /** So many pages and no more, each as long as the mean: for the steps. */
  readonly steady?: number;
  /** Where somebody watches: who is at each kind of box, and when somebody gives up. */
  readonly seen?: Seen;
}
interface Seen {
  readonly web: Stays;
  readonly database: Stays;
  readonly cache: Stays;
  readonly gaveUp: number[];
}
/** What happens to page `n` at machine `at` of a kind. */
export type Watch = (
  event: 'arrive' | 'ask' | 'hit' | 'miss' | 'answer' | 'served',
  page: number,
  at: number,
) => void;

export interface SiteRun {
  readonly pagesPerSecond: number;
  readonly latencyMs: number;
  readonly failedPercent: number;
  /** Share of the time at work, of each kind of box. */
  readonly busy: Readonly<Record<Box, number>>;
}

const ARRIVE = 0;
const ASK = 1;
const ANSWER = 2;

export function siteOf(stage: Stage, shards: number, hit: number): Site {
  return {
    webs: stage === 'one' ? 1 : 16,
    shards: stage === 'sharded' || stage === 'cached' ? shards : 1,
    hit: stage === 'cached' ? hit : 0,
  };
}

export function simulate(
  site: Site,
  pagesPerSecond: number,
  ms: number,
  seed: number,
  watch?: Watch,
): SiteRun {
  const dice = new Dice(seed);
  const queue = new EventQueue();
  const { seen } = site;
  const lines = (n: number, stays?: Stays) => Array.from({ length: n }, () => new Line(stays));
  const webs = lines(site.webs, seen?.web);
  const databases = lines(site.shards, seen?.database);
  const cache = new Line(seen?.cache);
  const work = (mean: number): number => (site.steady ? mean : dice.wait(mean));
  const gap = 1000 / pagesPerSecond;
  const began: number[] = [];
  const asked: number[] = [];
  let done = 0;
  let failed = 0;
  let latency = 0;
  const givesUp = (): void => {
    failed++;
    seen?.gaveUp.push(queue.now);
  };
  queue.push(work(gap), ARRIVE);
  while (queue.pop() && queue.now < ms) {
    const { now, a: page } = queue;
    switch (queue.kind) {
      case ARRIVE: {
        const n = began.length;
        const web = n % site.webs;
        began.push(now);
        asked.push(0);
        watch?.('arrive', n, web);
        if ((webs[web] as Line).waiting(now) > GIVES_UP_MS) givesUp();
        else queue.push((webs[web] as Line).serve(now, work(WEB_MS)), ASK, n);
        if (n + 1 !== site.steady) queue.push(now + work(gap), ARRIVE);
        break;
      }
      case ASK: {
        if (asked[page] === READS) {
          done++;
          latency += now - (began[page] as number);
          watch?.('served', page, page % site.webs);
          break;
        }
        asked[page] = (asked[page] as number) + 1;
        const hit =
          site.hit > 0 && (site.steady ? (asked[page] as number) + page > 1 : dice.unit() < site.hit);
        const at = site.hit > 0 ? cache.serve(now, CACHE_MS) : now;
        if (hit) {
          watch?.('hit', page, 0);
          queue.push(at, ASK, page);
          break;
        }
        if (site.hit > 0) watch?.('miss', page, 0);
        const shard = site.steady ? (page + (asked[page] as number)) % site.shards : dice.pick(site.shards);
        watch?.('ask', page, shard);
        if (asked[page] === 1 && (databases[shard] as Line).waiting(at) > GIVES_UP_MS) givesUp();
        else queue.push((databases[shard] as Line).serve(at, work(READ_MS)), ANSWER, page, shard);
        break;
      }
      case ANSWER:
        watch?.('answer', page, queue.b);
        queue.push(now, ASK, page);
        break;
    }
  }
  const busy = (list: readonly Line[]): number =>
    Math.min(1, list.reduce((sum, line) => sum + line.busy, 0) / list.length / ms);
  return {
    pagesPerSecond: (done * 1000) / ms,
    latencyMs: latency / Math.max(1, done),
    failedPercent: (100 * failed) / Math.max(1, began.length),
    busy: { web: busy(webs), database: busy(databases), cache: busy([cache]) },
  };
}

/** One run of it: how full a machine of each kind is, on average. */
function followed(site: Site, pages: number, seed: number) {
  const seen: Seen = { web: [], database: [], cache: [], gaveUp: [] };
  const run = simulate({ ...site, seen }, pages, RUN_MS, seed);
  const shared = (stays: Stays, machines: number) => levels(stays, RUN_MS).map((n) => tidy(n / machines));
  return {
    ...run,
    each: {
      web: shared(seen.web, site.webs),
      database: shared(seen.database, site.shards),
      cache: levels(seen.cache, RUN_MS),
      gaveUp: counts(seen.gaveUp, RUN_MS),
    },
  };
}

interface Input {
  readonly load: number;
  readonly shards: number;
  readonly hitRate: number;
  readonly seed: number;
}
/** Pages a second, at a load of 100 percent. */
const OFFERED = 6000;
const PAGES = [600, 1200, 2400, 4800, 9000, 18_000];
const RUN_MS = 600;

export function measureGrowth(input: Input, context: JobContext): Uint8Array {
  const here = (OFFERED * input.load) / 100;
  const xs = [...new Set([...PAGES, here])].sort((a, b) => a - b);
  const seeds = seedsFrom(input.seed, 3);
  const one = (stage: Stage, pages: number, seed: number): SiteRun =>
    simulate(siteOf(stage, input.shards, input.hitRate / 1000), pages, RUN_MS, seed);
  const curves = sweep({
    xs,
    seeds,
    context,
    run: (pages, seed) => {
      const out: Record<string, number> = {};
      for (const stage of STAGES) {
        const { pagesPerSecond, latencyMs } = one(stage, pages, seed);
        out[`pages-${stage}`] = pagesPerSecond;
        out[`latency-${stage}`] = latencyMs;
      }
      return out;
    },
  });
  const figures: Record<string, number> = { offeredPerSecond: here };
  const traces: Record<string, readonly number[]> = {};
  for (const stage of STAGES) {
    const { busy, failedPercent, each } = followed(
      siteOf(stage, input.shards, input.hitRate / 1000),
      here,
      seeds[0] as number,
    );
    const name = nameOf(stage);
    figures[`pages${name}PerSecond`] = middleAt(curves[`pages-${stage}`], here);
    figures[`latency${name}Ms`] = middleAt(curves[`latency-${stage}`], here);
    figures[`web${name}BusyPercent`] = 100 * busy.web;
    figures[`database${name}BusyPercent`] = 100 * busy.database;
    figures[`cache${name}BusyPercent`] = 100 * busy.cache;
    figures[`gaveUp${name}Percent`] = failedPercent;
    Object.assign(traces, under(stage, each));
  }
  return bytesOf({ curves, figures, traces });
}

export function growthExperiment(params: Params, seed: number): Experiment {
  const input: Input = {
    load: Number(params.load),
    shards: Number(params.shards),
    hitRate: Number(params.hitRate),
    seed,
  };
  return {
    job: { kind: 'memcache/growth', input },
    read: (bytes) => findings(measuredOf(bytes), input, params.stage as Stage),
  };
}

/** Which box is at its limit, in words. */
function saturated(figures: Readonly<Record<string, number>>, name: string): Text {
  const busy = (box: Box): number => (figures[`${box}${name}BusyPercent`] ?? 0) / 100;
  const boxes: readonly Box[] = ['web', 'database', 'cache'];
  const most = boxes.reduce((a, b) => (busy(b) > busy(a) ? b : a));
  const key = 100 * busy(most) >= FULL_PERCENT ? `growth.full.${most}` : `growth.free.${most}`;
  return text(key, { percent: percent(100 * busy(most)) });
}

/** As many as are asked for. */
const offered = ({ curves }: Measured): readonly CurvePoint[] =>
  (curves['pages-one'] ?? []).map(([x]) => [x, x, x, x]);

const nameOf = (stage: Stage): string => `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;

/** Pages a second that the fullest of its boxes can take. */
function capacityOf({ webs, shards, hit }: Site): number {
  const web = (webs * 1000) / WEB_MS;
  const database = (shards * 1000) / (READ_MS * READS * Math.max(1e-9, 1 - hit));
  const cache = hit > 0 ? 1000 / (CACHE_MS * READS) : Number.POSITIVE_INFINITY;
  return Math.min(web, database, cache);
}

function findings(measured: Measured, { shards, hitRate }: Input, stage: Stage): Findings {
  const f = measured.figures;
  const args: Record<string, string | number | Text> = { offered: about(f.offeredPerSecond ?? 0), shards };
  for (const name of ['One', 'Many', 'Sharded', 'Cached']) {
    args[`pages${name}`] = about(f[`pages${name}PerSecond`] ?? 0);
    args[`latency${name}`] = about(f[`latency${name}Ms`] ?? 0);
    args[`full${name}`] = saturated(f, name);
  }
  const figures = {
    pages: (at: Stage) => about(f[`pages${nameOf(at)}PerSecond`] ?? 0),
    latency: (at: Stage) => about(f[`latency${nameOf(at)}Ms`] ?? 0),
    busiest: (at: Stage) =>
      percent(
        Math.max(...['web', 'database', 'cache'].map((box) => f[`${box}${nameOf(at)}BusyPercent`] ?? 0)),
      ),
  };
  const site = siteOf(stage, shards, hitRate / 1000);
  const limit = capacityOf(site);
  const plot = (id: string, what: string, unit: string, scale: 'linear' | 'log') =>
    plotOf({
      now: `${what}-${stage}`,
      fixed: stage === 'cached' ? null : `${what}-cached`,
      axis: { name: 'load', times: OFFERED / 100, min: 10, max: 300 },
      zones: zonesAt(offered(measured), limit),
      ...(id === 'throughput'
        ? { limits: [{ label: text('growth.limit', { limit: about(limit) }), y: limit }] }
        : {}),
      scenario: 'growth',
      id,
      measured,
      curves: STAGES.map((stage) => `${what}-${stage}`),
      x: ['pages-s', 'log'],
      y: [unit, scale],
      args,
      here: f.offeredPerSecond ?? 0,
    });
  const box = (id: string, options: Partial<BoxOptions> = {}) => {
    const busy = f[`${id}${nameOf(stage)}BusyPercent`] ?? 0;
    const said = { ...args, busy: percent(busy), gaveUp: percent(f[`gaveUp${nameOf(stage)}Percent`] ?? 0) };
    const full = busy >= FULL_PERCENT;
    return boxOf('growth', said, { id, levels: measured.traces[`${stage}.${id}`], full, ...options });
  };
  return {
    metrics: f,
    answer: text('growth.answer', args),
    fix: { name: 'stage', value: 'cached', label: text('growth.fix') },
    fill: {
      of: text('growth.followed', { ...args, stage: text(`switch.stage.${stage}`) }),
      x: { span: RUN_MS, unit: text('unit.ms') },
      boxes: [
        box('web', { count: site.webs, limit: GIVES_UP_MS / WEB_MS }),
        ...(site.hit > 0 ? [box('cache')] : []),
        box('database', { count: site.shards, limit: GIVES_UP_MS / READ_MS }),
        { ...box('gaveUp'), lost: true as const },
      ],
      back: [{ from: 'database', to: 'web', text: text('growth.back'), lost: false }],
    },
    here: text('growth.here', {
      offered: about(f.offeredPerSecond ?? 0),
      pages: figures.pages(stage),
      full: saturated(f, nameOf(stage)),
      stage: text(`switch.stage.${stage}`),
    }),
    figures: (['pages', 'latency', 'busiest'] as const).map((id) =>
      figureOf(
        `growth-${id}`,
        { pages: 'pages-s', latency: 'ms', busiest: 'percent' }[id],
        figures[id](stage),
        stage === 'cached' ? null : figures[id]('cached'),
      ),
    ),
    plots: [plot('throughput', 'pages', 'pages-s', 'log'), plot('latency', 'latency', 'ms', 'log')],
  };
}
