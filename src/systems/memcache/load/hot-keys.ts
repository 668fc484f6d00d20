// The paper's arithmetic of hot keys (3.2.3), run: a server answers 500,000 requests a second whatever a request asks
// for, and a request asks for many keys. Split over servers, a request goes to all of them that hold one of its keys;
// replicated, it goes to one. Web servers keep 200 requests in the air; an answer takes 2 microseconds, give or take a
// quarter, and as long at each server that holds a part. Times in microseconds.

import { power } from '../../../base/fixed-math.ts';
import { about } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Findings, Params } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { Dice, EventQueue, Line, seedsFrom } from './des.ts';
import type { Stays } from './levels.ts';
import { levels } from './levels.ts';
import type { CurvePoint, Measured } from './measured.ts';
import { boxOf, bytesOf, figureOf, measuredOf, plotOf, sweep, tidy, under } from './measured.ts';

export type Placement = 'split' | 'replicate';
/** Requests a second that one server can answer. */
export const CAPACITY = 500_000;
const SERVE_US = 1e6 / CAPACITY;
const IN_THE_AIR = 200;
const START_US = 500;
const RUN_US = 4000;

interface Served {
  readonly perSecond: number;
  /** Requests each server handled for one request answered. */
  readonly parts: number;
}
/** Who is in the air, and who is at each of the servers. */
interface Seen {
  readonly air: Stays;
  readonly servers: Stays;
}

export function serve(
  placement: Placement,
  servers: number,
  keys: number,
  seed: number,
  seen?: Seen,
): Served {
  const dice = new Dice(seed);
  const queue = new EventQueue();
  const lines = Array.from({ length: servers }, () => new Line(seen?.servers));
  /** Answers still missing, by request in the air. */
  const missing = new Int32Array(IN_THE_AIR);
  const asked = new Int32Array(servers).fill(-1);
  let answered = 0;
  let done = 0;
  let parts = 0;
  let round = 0;

  const ask = (server: number, slot: number, now: number, us: number): void => {
    parts++;
    missing[slot] = (missing[slot] as number) + 1;
    queue.push((lines[server] as Line).serve(now, us), 0, slot);
  };
  const began = new Float64Array(IN_THE_AIR);
  const begin = (slot: number, now: number): void => {
    round++;
    began[slot] = now;
    const us = SERVE_US * (0.75 + dice.unit() / 2);
    const wanted = placement === 'replicate' ? 1 : keys;
    for (let key = 0, reached = 0; key < wanted && reached < servers; key++) {
      const server = dice.pick(servers);
      if (asked[server] === round) continue;
      asked[server] = round;
      reached++;
      ask(server, slot, now, us);
    }
  };
  for (let slot = 0; slot < IN_THE_AIR; slot++) begin(slot, 0);
  while (queue.pop() && queue.now < RUN_US) {
    const slot = queue.a;
    missing[slot] = (missing[slot] as number) - 1;
    if (missing[slot] === 0) {
      answered++;
      seen?.air.push(began[slot] as number, queue.now);
      if (queue.now >= START_US) done++;
      begin(slot, queue.now);
    }
  }
  return {
    perSecond: (done * 1e6) / (RUN_US - START_US),
    parts: parts / servers / (answered + IN_THE_AIR),
  };
}

/** The same on paper: the share of requests that reach a given server decides. */
export function arithmetic(placement: Placement, servers: number, keys: number): Served {
  const parts = placement === 'replicate' ? 1 / servers : 1 - power(1 - 1 / servers, keys);
  return { perSecond: CAPACITY / parts, parts };
}

interface Input {
  readonly servers: number;
  readonly keys: number;
  readonly seed: number;
}
const SERVERS = [1, 2, 4, 6, 8, 12, 16];
const KEYS = [1, 2, 5, 10, 20, 50, 100, 200];
const WANTED = 1_000_000;
/** So long is looked at, from the start of the measured time. */
const SEEN_US = 600;
const MOST_SERVERS = 16;

export function measureHotKeys(input: Input, context: JobContext): Uint8Array {
  const seeds = seedsFrom(input.seed, 7);
  const servers = Math.min(input.servers, MOST_SERVERS);
  const withOurs = (xs: readonly number[], x: number) => [...new Set([...xs, x])].sort((a, b) => a - b);
  const byServers = sweep({
    xs: withOurs(SERVERS, servers),
    seeds,
    context,
    part: [0, 0.6],
    run: (n, seed) => ({
      split: serve('split', n, input.keys, seed).perSecond,
      replicate: serve('replicate', n, input.keys, seed).perSecond,
    }),
  });
  const byKeys = sweep({
    xs: withOurs(KEYS, input.keys),
    seeds,
    context,
    part: [0.6, 1],
    run: (keys, seed) => ({
      splitKeys: serve('split', servers, keys, seed).perSecond,
      replicateKeys: serve('replicate', servers, keys, seed).perSecond,
    }),
  });
  const paper = (xs: readonly CurvePoint[] | undefined, of: (x: number) => Served): CurvePoint[] =>
    (xs ?? []).map(([x]) => [x, of(x).perSecond, of(x).perSecond, of(x).perSecond]);
  const here = (curve: readonly CurvePoint[] | undefined) =>
    curve?.find(([x]) => x === servers) ?? ([servers, 0, 0, 0] as const);
  const split = here(byServers.split);
  const copies = here(byServers.replicate);
  const paperSplit = arithmetic('split', servers, input.keys);
  const paperCopies = arithmetic('replicate', servers, input.keys);
  const off = (point: CurvePoint, exact: number): number => (100 * Math.abs(point[1] - exact)) / exact;
  const inside = (point: CurvePoint, exact: number): boolean => point[2] <= exact && exact <= point[3];
  const few = seeds.slice(0, 2);
  const measuredParts = (placement: Placement): number =>
    few.reduce((sum, seed) => sum + serve(placement, servers, input.keys, seed).parts, 0) / few.length;
  const at = (placement: Placement) => {
    const seen: Seen = { air: [], servers: [] };
    serve(placement, servers, input.keys, seeds[0] as number, seen);
    const [air, all] = [levels(seen.air, SEEN_US, START_US), levels(seen.servers, SEEN_US, START_US)];
    return under(placement, { web: air, cache: all.map((n) => tidy(n / servers)) });
  };
  return bytesOf({
    traces: { ...at('split'), ...at('replicate') },
    curves: {
      ...byServers,
      ...byKeys,
      splitPaper: paper(byServers.split, (n) => arithmetic('split', n, input.keys)),
      replicatePaper: paper(byServers.split, (n) => arithmetic('replicate', n, input.keys)),
      splitKeysPaper: paper(byKeys.splitKeys, (keys) => arithmetic('split', servers, keys)),
    },
    figures: {
      servers,
      splitPerSecond: split[1],
      replicatedPerSecond: copies[1],
      arithmeticSplitPerSecond: paperSplit.perSecond,
      arithmeticReplicatedPerSecond: paperCopies.perSecond,
      arithmeticOffPercent: Math.max(off(split, paperSplit.perSecond), off(copies, paperCopies.perSecond)),
      arithmeticInsideBand:
        inside(split, paperSplit.perSecond) && inside(copies, paperCopies.perSecond) ? 1 : 0,
      splitLoadPerServer: WANTED * measuredParts('split'),
      replicatedLoadPerServer: WANTED * measuredParts('replicate'),
    },
  });
}

export function hotKeysExperiment(params: Params, seed: number): Experiment {
  const input: Input = { servers: Number(params.servers), keys: Number(params.keys), seed };
  return {
    job: { kind: 'memcache/partition-vs-replicate', input },
    read: (bytes) => findings(measuredOf(bytes), input.keys, params.placement === 'replicate'),
  };
}

function findings(measured: Measured, keys: number, copied: boolean): Findings {
  const f = measured.figures;
  const n = (name: string): string => about(f[name] ?? 0);
  const args = {
    keys,
    servers: n('servers'),
    split: n('splitPerSecond'),
    copies: n('replicatedPerSecond'),
    splitLoad: n('splitLoadPerServer'),
    copiesLoad: n('replicatedLoadPerServer'),
    off: n('arithmeticOffPercent'),
  };
  const scenario = 'partition-vs-replicate';
  const reached = (f.splitLoadPerServer ?? 0) / WANTED;
  const gain = (f.splitPerSecond ?? 0) / (f.replicatedPerSecond ?? 1);
  const how = gain > 0.9 ? 'even' : reached > 0.8 ? 'split' : 'part';
  const trace = (id: string) => measured.traces[`${copied ? 'replicate' : 'split'}.${id}`];
  return {
    metrics: f,
    answer: text('partition-vs-replicate.answer', args),
    here: text(`partition-vs-replicate.here.${copied ? 'replicate' : how}`, args),
    fix: { name: 'placement', value: 'replicate', label: text('partition-vs-replicate.fix') },
    fill: {
      of: text('partition-vs-replicate.followed', args),
      x: { span: SEEN_US, unit: text('unit.us') },
      boxes: [
        boxOf(scenario, args, { id: 'web', levels: trace('web'), limit: IN_THE_AIR }),
        boxOf(
          scenario,
          { ...args, load: copied ? args.copiesLoad : args.splitLoad },
          {
            id: 'cache',
            levels: trace('cache'),
            count: f.servers ?? 1,
            full: true,
          },
        ),
      ],
      back: [
        {
          from: 'cache',
          to: 'web',
          text: text('partition-vs-replicate.back', { n: copied ? args.copies : args.split }),
          lost: false,
        },
      ],
    },
    figures: [
      figureOf('answered', 'requests-s', copied ? args.copies : args.split, copied ? null : args.copies),
      figureOf(
        'per-server',
        'requests-s',
        copied ? args.copiesLoad : args.splitLoad,
        copied ? null : args.copiesLoad,
      ),
    ],
    plots: [
      plotOf({
        scenario,
        id: 'servers',
        now: copied ? 'replicate' : 'split',
        fixed: copied ? null : 'replicate',
        axis: { name: 'servers', times: 1, min: 2, max: MOST_SERVERS },
        limits: [{ label: text('partition-vs-replicate.limit'), y: CAPACITY }],
        measured,
        curves: ['split', 'replicate', 'splitPaper', 'replicatePaper'],
        x: ['servers', 'linear'],
        y: ['requests-s', 'linear'],
        args,
        here: f.servers ?? 0,
        published: [
          { label: text('partition-vs-replicate.paper.split'), x: 2, y: 500_000 },
          { label: text('partition-vs-replicate.paper.copies'), x: 2, y: 1_000_000 },
        ],
      }),
      plotOf({
        scenario,
        id: 'keys',
        now: copied ? 'replicateKeys' : 'splitKeys',
        fixed: copied ? null : 'replicateKeys',
        axis: { name: 'keys', times: 1, min: 1, max: 200 },
        here: keys,
        measured,
        curves: ['splitKeys', 'replicateKeys', 'splitKeysPaper'],
        x: ['keys', 'log'],
        y: ['requests-s', 'linear'],
        args,
      }),
    ],
  };
}
