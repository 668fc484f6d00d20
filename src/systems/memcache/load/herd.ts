// Many web servers read one hot key that is deleted at a steady rate (section 3.2.1). Without leases everybody who asks
// between a delete and the next set reads the database; with leases one does and the others ask again a little later.
// The database answers in 2 ms and a random part of 3 ms mean; a loser waits 10 ms.

import { about } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Findings, Params } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { Dice, EventQueue, seedsFrom } from './des.ts';
import type { Stays } from './levels.ts';
import { levels } from './levels.ts';
import type { Measured } from './measured.ts';
import { bandOf, boxOf, bytesOf, figureOf, measuredOf, overTime, plotOf, sweep, under } from './measured.ts';

interface Input {
  readonly clients: number;
  /** Gets a second of each web server. */
  readonly rate: number;
  readonly deletes: number;
  readonly seed: number;
}
interface Run {
  readonly readsPerSecond: number;
  /** The most reads in any tenth of a second, as a rate: what is said of a herd. */
  readonly peakPerSecond: number;
  /** The rate over the last tenth of a second, each 5 ms. */
  readonly rates: readonly number[];
}

/** Web servers that wait for a value, and reads at the database. */
interface Seen {
  readonly web: Stays;
  readonly database: Stays;
}

/** So long is looked at. */
const SEEN_MS = 200;
const SECONDS = 2;
const BIN_MS = 5;
const WINDOW_MS = 100;
const GET = 0;
const DONE = 1;
const DELETE = 2;

export function herd(input: Omit<Input, 'seed'>, lease: boolean, seed: number, seen?: Seen): Run {
  const { clients, rate, deletes } = input;
  const dice = new Dice(seed);
  const queue = new EventQueue();
  const bins = new Array<number>((1000 * SECONDS) / BIN_MS).fill(0);
  const think = (): number => dice.wait(1000 / rate);
  let cached = true;
  /** The live lease; 0 where none is out. */
  let token = 0;
  let tokens = 0;
  let reads = 0;
  /** Since when a web server waits; -1 where it does not. */
  const since = new Float64Array(clients).fill(-1);
  const has = (client: number, now: number): void => {
    if ((since[client] as number) >= 0) seen?.web.push(since[client] as number, now);
    since[client] = -1;
  };
  for (let client = 0; client < clients; client++) queue.push(think(), GET, client);
  for (let n = 0; n < deletes * SECONDS; n++) queue.push(((n + 0.5) * 1000) / deletes, DELETE);

  while (queue.pop() && queue.now < 1000 * SECONDS) {
    const { now, a: client } = queue;
    switch (queue.kind) {
      case GET:
        if (cached) {
          has(client, now);
          queue.push(now + think(), GET, client);
          break;
        }
        if ((since[client] as number) < 0) since[client] = now;
        if (lease && token > 0) queue.push(now + 10, GET, client);
        else {
          if (lease) token = ++tokens;
          reads++;
          bins[Math.floor(now / BIN_MS)] = (bins[Math.floor(now / BIN_MS)] as number) + 1;
          const ready = now + 2 + dice.wait(3);
          seen?.database.push(now, ready);
          queue.push(ready, DONE, client, token);
        }
        break;
      case DONE:
        if (!lease || queue.b === token) {
          cached = true;
          token = 0;
        }
        has(client, now);
        queue.push(now + think(), GET, client);
        break;
      case DELETE:
        cached = false;
        token = 0;
        break;
    }
  }
  let sum = 0;
  const rates = bins.map((n, at) => {
    sum += n - (bins[at - WINDOW_MS / BIN_MS] ?? 0);
    return (sum * 1000) / WINDOW_MS;
  });
  return { readsPerSecond: reads / SECONDS, peakPerSecond: Math.max(...rates), rates };
}

const CLIENTS = [10, 50, 100, 200, 400, 1000];

export function measureHerd(input: Input, context: JobContext): Uint8Array {
  const seeds = seedsFrom(input.seed, 5);
  const xs = [...new Set([...CLIENTS, input.clients])].sort((x, y) => x - y);
  const curves = sweep({
    xs,
    seeds,
    context,
    part: [0, 0.8],
    run: (clients, seed) => ({
      without: herd({ ...input, clients }, false, seed).peakPerSecond,
      with: herd({ ...input, clients }, true, seed).peakPerSecond,
    }),
  });
  const off = seeds.map((seed) => herd(input, false, seed));
  const on = seeds.map((seed) => herd(input, true, seed));
  const [readsWithout] = bandOf(off.map(({ readsPerSecond }) => readsPerSecond));
  const [readsWith] = bandOf(on.map(({ readsPerSecond }) => readsPerSecond));
  const [peakWithout] = bandOf(off.map(({ peakPerSecond }) => peakPerSecond));
  const [peakWith] = bandOf(on.map(({ peakPerSecond }) => peakPerSecond));
  context.progress(1);
  const followed = (lease: boolean) => {
    const seen: Seen = { web: [], database: [] };
    herd(input, lease, seeds[0] as number, seen);
    return { web: levels(seen.web, SEEN_MS), database: levels(seen.database, SEEN_MS) };
  };
  const drawn = (runs: readonly Run[]) =>
    overTime(
      runs.map(({ rates }) => rates),
      BIN_MS,
    );
  return bytesOf({
    traces: { ...under('off', followed(false)), ...under('on', followed(true)) },
    curves: { ...curves, timeWithout: drawn(off), timeWith: drawn(on) },
    figures: { readsWithout, readsWith, ratio: peakWithout / peakWith, peakWithout, peakWith },
  });
}

export function herdExperiment(params: Params, seed: number): Experiment {
  const clients = Number(params.clients);
  const deletes = Number(params.deletes);
  const input: Input = { clients, deletes, rate: Number(params.load) / 4, seed };
  return {
    job: { kind: 'memcache/thundering-herd', input },
    read: (bytes) => findings(measuredOf(bytes), params),
  };
}

function findings(measured: Measured, params: Params): Findings {
  const { peakWithout = 0, peakWith = 0, ratio = 0, readsWithout = 0, readsWith = 0 } = measured.figures;
  const clients = Number(params.clients);
  const deletes = Number(params.deletes);
  const lease = params.lease === 'on';
  const fixed = (n: number): string | null => (lease ? null : about(n));
  const args = {
    clients,
    deletes,
    without: about(peakWithout),
    with: about(peakWith),
    ratio: about(ratio),
  };
  const scenario = 'thundering-herd';
  const trace = (id: string) => measured.traces[`${lease ? 'on' : 'off'}.${id}`];
  return {
    metrics: measured.figures,
    answer: text('thundering-herd.answer', args),
    here: text(`thundering-herd.here.${lease ? 'on' : 'off'}`, args),
    fix: { name: 'lease', value: 'on', label: text('thundering-herd.fix') },
    fill: {
      of: text('thundering-herd.followed', args),
      x: { span: SEEN_MS, unit: text('unit.ms') },
      boxes: [
        boxOf(scenario, args, { id: 'web', levels: trace('web'), limit: clients }),
        boxOf(scenario, args, { id: 'database', levels: trace('database') }),
      ],
      back: [{ from: 'database', to: 'web', text: text('thundering-herd.back'), lost: false }],
    },
    figures: [
      figureOf('peak', 'reads-s', about(lease ? peakWith : peakWithout), fixed(peakWith)),
      figureOf('mean', 'reads-s', about(lease ? readsWith : readsWithout), fixed(readsWith)),
      figureOf(
        'each-delete',
        'count.reads',
        about((lease ? readsWith : readsWithout) / deletes),
        fixed(readsWith / deletes),
      ),
    ],
    plots: [
      plotOf({
        scenario,
        id: 'clients',
        now: lease ? 'with' : 'without',
        fixed: lease ? null : 'with',
        axis: { name: 'clients', times: 1, min: 10, max: 1000 },
        measured,
        curves: ['without', 'with'],
        x: ['web-servers', 'log'],
        y: ['reads-s', 'log'],
        args,
        here: clients,
        published: [
          { label: text('thundering-herd.paper.without'), y: 17_000 },
          { label: text('thundering-herd.paper.with'), y: 1300 },
        ],
      }),
      plotOf({
        scenario,
        id: 'time',
        now: lease ? 'timeWith' : 'timeWithout',
        fixed: lease ? null : 'timeWith',
        measured,
        curves: ['timeWithout', 'timeWith'],
        x: ['ms', 'linear'],
        y: ['reads-s', 'linear'],
        args,
      }),
    ],
  };
}
