// One of the cache servers dies (3.3). Its keys are read from the database each time, or spread over the servers that
// are left (rehash), or looked up in the gutter pool, whose entries expire quickly. A server that leaves three gets in a
// row waiting for more than 50 ms is taken for dead too, so that a rehash can cascade. Milliseconds.

import { text } from '../../../base/text.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { mix32 } from '../../../kernel/rng.ts';
import type { Experiment, Findings, Params } from '../../../kernel/system.ts';
import { Dice, Line, seedsFrom, Zipf } from './des.ts';
import type { CurvePoint, Measured } from './measured.ts';
import { about, bandOf, bytesOf, measuredOf, overTime, plotOf } from './measured.ts';

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

function run(input: Input, zipf: Zipf, remedy: Remedy, seed: number): Run {
  const { servers, load } = input;
  const dice = new Dice(seed);
  const lines = Array.from({ length: servers }, () => new Line());
  const database = new Line();
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
  const bins = (1000 * SECONDS) / BIN_MS;
  const reads = new Array<number>(bins).fill(0);
  const failures = new Array<number>(bins).fill(0);
  const up = new Array<number>(bins).fill(servers);
  let after = 0;
  let failed = 0;
  let gutterGets = 0;
  let gutterHits = 0;
  const add = (list: number[], bin: number): void => {
    list[bin] = (list[bin] as number) + 1;
  };

  const dies = (server: number): void => {
    alive[server] = false;
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
  for (let now = dice.wait(1000 / rate); now < 1000 * SECONDS; now += dice.wait(1000 / rate)) {
    if (!down && now >= DIES_MS) {
      // The one with the hottest key, so that its keys weigh.
      dies(home[0] as number);
      down = true;
    }
    const bin = Math.floor(now / BIN_MS);
    const served = get(zipf.draw(dice), now, bin);
    up[bin] = alive.filter(Boolean).length;
    if (!served) add(failures, bin);
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
    serversLost: servers - alive.filter(Boolean).length,
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
  const seeds = seedsFrom(input.seed, 5);
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
    context.progress((i + 1) / REMEDIES.length);
  });
  const { failedNothingPercent = 0, failedGutterPercent = 0 } = figures;
  figures.failuresAvoidedPercent =
    failedNothingPercent > 0 ? 100 * (1 - failedGutterPercent / failedNothingPercent) : 0;
  return bytesOf({ curves, figures });
}

export function gutterExperiment(params: Params, seed: number): Experiment {
  const input: Input = {
    load: Number(params.load),
    servers: Math.min(32, Number(params.servers)),
    skew: Number(params.skew),
    seed,
  };
  return { job: { kind: 'memcache/gutter', input }, read: (bytes) => findings(measuredOf(bytes), input) };
}

function findings(measured: Measured, { servers }: Input): Findings {
  const f = measured.figures;
  const n = (name: string): string => about(f[name] ?? 0);
  const args = {
    servers,
    capacity: n('capacity'),
    nothing: n('readsNothingPerSecond'),
    rehash: n('readsRehashPerSecond'),
    gutter: n('readsGutterPerSecond'),
    lost: n('serversLostRehash'),
    failedNothing: n('failedNothingPercent'),
    failedRehash: n('failedRehashPercent'),
    failedGutter: n('failedGutterPercent'),
    avoided: n('failuresAvoidedPercent'),
    hits: n('gutterHitPercent'),
  };
  const cascades = (f.serversLostRehash ?? 0) > 1.5;
  const plot = (id: string, what: string, unit: string) =>
    plotOf({
      scenario: 'gutter',
      id,
      measured,
      curves: REMEDIES.map(([, name]) => `${what}${name}`),
      x: ['s', 'linear'],
      y: [unit, 'linear'],
      args,
    });
  return {
    metrics: f,
    answer: text(cascades ? 'gutter.answer' : 'gutter.answer.calm', args),
    plots: [
      plot('reads', 'reads', 'reads-s'),
      plot('failures', 'failures', 'gets-s'),
      plot('alive', 'alive', 'servers'),
    ],
  };
}
