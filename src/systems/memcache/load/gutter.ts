// One of the cache servers dies (3.3). Its keys are read from the database each time, or spread over the servers that
// are left (rehash), or looked up in the gutter pool, whose entries expire quickly. A server that leaves three gets in a
// row waiting for more than 50 ms is taken for dead too, so that a rehash can cascade. Milliseconds.

import { about, percent } from '../../../base/numbers.ts';
import { mix32 } from '../../../base/rng.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Findings, Params } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { Dice, Line, seedsFrom, Zipf } from './des.ts';
import type { Stays } from './levels.ts';
import { counts, levels } from './levels.ts';
import type { BoxOptions, CurvePoint, Measured } from './measured.ts';
import {
  bandOf,
  boxOf,
  bytesOf,
  figureOf,
  measuredOf,
  overTime,
  plotOf,
  tidy,
  under,
  zonesAt,
} from './measured.ts';

export type Remedy = 'off' | 'rehash' | 'on';

const KEYS = 4000;
const SECONDS = 4;
const DIES_MS = 1000;
const BIN_MS = 100;
const GETS = 12_000;
/** What a cache server can do beside its fair share of the load, and the database beside the whole load. */
const ROOM = 1.2;
const DATABASE_SHARE = 0.06;
const UNANSWERED_MS = 50;
const TO_DEAD = 3;
const REFUSED_MS = 200;
const GUTTER_MS = 1000;
/** The sweep over loads: from a little before the failure until a rehash has come to its end. */
const SWEPT_MS = [800, 2600] as const;
const WHOLE_MS = [0, 1000 * SECONDS] as const;
const LOADS = [25, 50, 75, 90, 100, 110, 130];

/** The server of a key: the first alive in an order of its own; null where none is left. */
export function ownerOf(key: number, alive: readonly boolean[]): number | null {
  if (!alive.includes(true)) return null;
  for (let i = 0; ; i++) {
    const server = mix32(mix32(key + 1) + i) % alive.length;
    if (alive[server]) return server;
  }
}

/** Before the failure the keys are spread evenly by popularity: each goes where least is asked for so far. */
function homes(servers: number, zipf: Zipf): Int32Array {
  const asked = new Array<number>(servers).fill(0);
  return Int32Array.from({ length: KEYS }, (_, key) => {
    const least = asked.indexOf(Math.min(...asked));
    asked[least] = (asked[least] as number) + zipf.share(key + 1) - zipf.share(key);
    return least;
  });
}

interface Input {
  readonly load: number;
  readonly servers: number;
  readonly skew: number;
  readonly seed: number;
}
interface Run {
  readonly reads: readonly number[];
  readonly failures: readonly number[];
  readonly alive: readonly number[];
  readonly failedPercent: number;
  readonly readsPerSecond: number;
  readonly serversLost: number;
  readonly gutterHitPercent: number;
}

/** What is seen of one run: gets at the servers, reads at the database, hits in the gutter, gets that failed. */
interface Seen {
  readonly servers: Stays;
  readonly database: Stays;
  readonly gutter: number[];
  readonly failed: number[];
}

function run(
  input: Input,
  zipf: Zipf,
  remedy: Remedy,
  seed: number,
  [from, until]: readonly [number, number] = WHOLE_MS,
  seen?: Seen,
): Run {
  const { servers, load } = input;
  const dice = new Dice(seed);
  const lines = Array.from({ length: servers }, () => new Line(seen?.servers));
  const database = new Line(seen?.database);
  const rate = (GETS * load) / 100;
  const serveMs = (1000 * servers) / (GETS * ROOM);
  const readMs = 1000 / (GETS * DATABASE_SHARE);
  const alive = new Array<boolean>(servers).fill(true);
  const unanswered = new Int32Array(servers);
  const home = homes(servers, zipf);
  const owner = home.slice();
  /** From when on a key is in the cache of its present owner, and in the gutter until when. */
  const here = new Float64Array(KEYS).fill(-1);
  const gutterFrom = new Float64Array(KEYS).fill(Number.POSITIVE_INFINITY);
  const bins = until / BIN_MS;
  const reads = new Array<number>(bins).fill(0);
  const failures = new Array<number>(bins).fill(0);
  const up = new Array<number>(bins).fill(servers);
  let living = servers;
  let after = 0;
  let failed = 0;
  let gutterGets = 0;
  let gutterHits = 0;
  const add = (list: number[], bin: number): void => {
    list[bin] = (list[bin] as number) + 1;
  };

  const dies = (server: number): void => {
    alive[server] = false;
    living--;
    if (remedy !== 'rehash') return;
    for (let key = 0; key < KEYS; key++) {
      if (owner[key] !== server) continue;
      owner[key] = ownerOf(key, alive) ?? -1;
      here[key] = Number.POSITIVE_INFINITY;
    }
  };
  /** When the value is there, or -1 where the database refuses. */
  const read = (now: number, bin: number): number => {
    add(reads, bin);
    return database.waiting(now) > REFUSED_MS ? -1 : database.serve(now, dice.wait(readMs));
  };
  /** Whether the get was served. */
  const get = (key: number, now: number, bin: number): boolean => {
    const server = owner[key] as number;
    if (server < 0) return read(now, bin) >= 0;
    if (!alive[server]) {
      if (remedy !== 'on') return read(now, bin) >= 0;
      gutterGets++;
      const from = gutterFrom[key] as number;
      if (now >= from && now < from + GUTTER_MS) {
        gutterHits++;
        seen?.gutter.push(now);
        return true;
      }
      // Somebody is fetching it: this get waits for that one.
      if (now < from && from !== Number.POSITIVE_INFINITY) return true;
      const ready = read(now, bin);
      if (ready >= 0) gutterFrom[key] = ready;
      return ready >= 0;
    }
    const line = lines[server] as Line;
    if (line.waiting(now) > UNANSWERED_MS) {
      unanswered[server] = (unanswered[server] as number) + 1;
      if ((unanswered[server] as number) >= TO_DEAD) dies(server);
      return false;
    }
    unanswered[server] = 0;
    line.serve(now, dice.wait(serveMs));
    if (now >= (here[key] as number)) return true;
    const ready = read(now, bin);
    if (ready >= 0 && here[key] === Number.POSITIVE_INFINITY) here[key] = ready;
    return ready >= 0;
  };

  let down = false;
  for (let now = from + dice.wait(1000 / rate); now < until; now += dice.wait(1000 / rate)) {
    if (!down && now >= DIES_MS) {
      // The one with the hottest key, so that its keys weigh.
      dies(home[0] as number);
      down = true;
    }
    const bin = Math.floor(now / BIN_MS);
    const served = get(zipf.draw(dice), now, bin);
    up[bin] = living;
    if (!served) {
      add(failures, bin);
      seen?.failed.push(now);
    }
    if (down) {
      after++;
      if (!served) failed++;
    }
  }
  const perSecond = (list: readonly number[]): number[] => list.map((n) => (n * 1000) / BIN_MS);
  const late = reads.slice((2 * DIES_MS) / BIN_MS);
  return {
    reads: perSecond(reads),
    failures: perSecond(failures),
    alive: up,
    failedPercent: (100 * failed) / after,
    readsPerSecond: (late.reduce((sum, n) => sum + n, 0) * 1000) / BIN_MS / late.length,
    serversLost: servers - living,
    gutterHitPercent: (100 * gutterHits) / Math.max(1, gutterGets),
  };
}

const REMEDIES = [
  ['off', 'Nothing'],
  ['rehash', 'Rehash'],
  ['on', 'Gutter'],
] as const;

export function measureGutter(input: Input, context: JobContext): Uint8Array {
  const zipf = new Zipf(KEYS, input.skew / 100);
  const seeds = seedsFrom(input.seed, 3);
  const traces: Record<string, readonly number[]> = {};
  const here = (input.load * GETS) / 100;
  const curves: Record<string, readonly CurvePoint[]> = {};
  const figures: Record<string, number> = { capacity: GETS * DATABASE_SHARE };
  REMEDIES.forEach(([remedy, name], i) => {
    const runs = seeds.map((seed) => run(input, zipf, remedy, seed));
    const over = (of: (run: Run) => readonly number[]) => overTime(runs.map(of), BIN_MS / 1000);
    const mean = (of: (run: Run) => number): number => bandOf(runs.map(of))[0];
    curves[`reads${name}`] = over(({ reads }) => reads);
    curves[`failures${name}`] = over(({ failures }) => failures);
    curves[`alive${name}`] = over(({ alive }) => alive);
    figures[`reads${name}PerSecond`] = mean(({ readsPerSecond }) => readsPerSecond);
    figures[`failed${name}Percent`] = mean(({ failedPercent }) => failedPercent);
    figures[`serversLost${name}`] = mean(({ serversLost }) => serversLost);
    if (remedy === 'on') figures.gutterHitPercent = mean(({ gutterHitPercent }) => gutterHitPercent);
    const seen: Seen = { servers: [], database: [], gutter: [], failed: [] };
    run(input, zipf, remedy, seeds[0] as number, WHOLE_MS, seen);
    const [, span] = WHOLE_MS;
    Object.assign(
      traces,
      under(remedy, {
        cache: levels(seen.servers, span).map((n) => tidy(n / input.servers)),
        gutter: counts(seen.gutter, span),
        database: levels(seen.database, span),
        failed: counts(seen.failed, span),
      }),
    );
    context.progress((i + 0.5) / REMEDIES.length);
    const swept = LOADS.filter((load) => load !== input.load).map((load): CurvePoint => {
      const { readsPerSecond } = run({ ...input, load }, zipf, remedy, seeds[0] as number, SWEPT_MS);
      return [(load * GETS) / 100, ...bandOf([readsPerSecond])];
    });
    const ours: CurvePoint = [here, ...bandOf(runs.map(({ readsPerSecond }) => readsPerSecond))];
    curves[`load${name}`] = [...swept, ours].sort(([a], [b]) => a - b);
    context.progress((i + 1) / REMEDIES.length);
  });
  const { failedNothingPercent = 0, failedGutterPercent = 0 } = figures;
  figures.failuresAvoidedPercent =
    failedNothingPercent > 0 ? 100 * (1 - failedGutterPercent / failedNothingPercent) : 0;
  return bytesOf({ curves, figures, traces });
}

export function gutterExperiment(params: Params, seed: number): Experiment {
  const input: Input = {
    load: Number(params.load),
    servers: Math.min(32, Number(params.servers)),
    skew: Number(params.skew),
    seed,
  };
  return {
    job: { kind: 'memcache/gutter', input },
    read: (bytes) => findings(measuredOf(bytes), input, params.gutter as Remedy),
  };
}

function findings(measured: Measured, { servers, load }: Input, remedy: Remedy): Findings {
  const f = measured.figures;
  const n = (name: string): string => about(f[name] ?? 0);
  const share = (name: string): string => percent(f[name] ?? 0);
  const args = {
    servers,
    capacity: n('capacity'),
    nothing: n('readsNothingPerSecond'),
    rehash: n('readsRehashPerSecond'),
    gutter: n('readsGutterPerSecond'),
    lost: n('serversLostRehash'),
    failedNothing: share('failedNothingPercent'),
    failedRehash: share('failedRehashPercent'),
    failedGutter: share('failedGutterPercent'),
    avoided: share('failuresAvoidedPercent'),
    hits: share('gutterHitPercent'),
  };
  const name = REMEDIES.find(([id]) => id === remedy)?.[1] ?? 'Nothing';
  const of = (what: string, unit = ''): string => n(`${what}${name}${unit}`);
  const fixed = (value: string): string | null => (remedy === 'on' ? null : value);
  const lostNow = f[`serversLost${name}`] ?? 0;
  const asked = f[`reads${name}PerSecond`] ?? 0;
  const said = { ...args, lostNow: about(lostNow), failedNow: percent(f[`failed${name}Percent`] ?? 0) };
  const box = (id: string, options: Partial<BoxOptions> = {}) =>
    boxOf('gutter', said, { id, levels: measured.traces[`${remedy}.${id}`], ...options });
  const limits = [{ label: text('gutter.limit', args), y: f.capacity ?? 0 }];
  const cascades = (f.serversLostRehash ?? 0) > 1.5;
  const plot = (id: string, what: string, unit: string) =>
    plotOf({
      scenario: 'gutter',
      id,
      measured,
      curves: REMEDIES.map(([, name]) => `${what}${name}`),
      now: `${what}${name}`,
      fixed: remedy === 'on' ? null : `${what}Gutter`,
      x: [id === 'load' ? 'gets-s' : 's', 'linear'],
      y: [unit, id === 'load' ? 'log' : 'linear'],
      args,
      ...(unit === 'reads-s' ? { limits } : {}),
      ...(id === 'load'
        ? {
            here: (load * GETS) / 100,
            axis: { name: 'load', times: GETS / 100, min: 25, max: 130 },
            zones: zonesAt(measured.curves[`load${name}`], f.capacity ?? 0),
          }
        : {}),
    });
  return {
    metrics: f,
    fix: { name: 'gutter', value: 'on', label: text('gutter.fix') },
    fill: {
      of: text('gutter.followed', args),
      x: { span: SECONDS, unit: text('unit.s') },
      boxes: [
        box('cache', {
          count: servers,
          limit: (UNANSWERED_MS * GETS * ROOM) / 1000 / servers,
          full: lostNow > 1.5,
        }),
        ...(remedy === 'on' ? [box('gutter')] : []),
        box('database', { limit: (REFUSED_MS * (f.capacity ?? 0)) / 1000, full: asked > (f.capacity ?? 0) }),
        box('failed', { lost: true }),
      ],
      back: [
        {
          from: 'database',
          to: remedy === 'on' ? 'gutter' : 'cache',
          text: text('gutter.back'),
          lost: false,
        },
      ],
    },
    here: text(`gutter.here.${remedy}`, { ...args, lostNow: of('serversLost') }),
    figures: [
      figureOf('asked', 'reads-s', of('reads', 'PerSecond'), fixed(args.gutter)),
      figureOf('failed', 'percent', percent(f[`failed${name}Percent`] ?? 0), fixed(args.failedGutter)),
      figureOf('lost', 'count.servers', of('serversLost'), fixed(n('serversLostGutter'))),
    ],
    answer: text(cascades ? 'gutter.answer' : 'gutter.answer.calm', args),
    plots: [
      plot('load', 'load', 'reads-s'),
      plot('reads', 'reads', 'reads-s'),
      plot('failures', 'failures', 'gets-s'),
      plot('alive', 'alive', 'servers'),
    ],
  };
}
