// Many web servers read one hot key that is deleted at a steady rate (section 3.2.1). Without leases everybody who asks
// between a delete and the next set reads the database; with leases one does and the others ask again a little later.
// The database answers in 2 ms and a random part of 3 ms mean; a loser waits 10 ms.

import { text } from '../../../base/text.ts';
import type { JobContext } from '../../../kernel/job.ts';
import type { Experiment, Findings, Params } from '../../../kernel/system.ts';
import { Dice, EventQueue, seedsFrom } from './des.ts';
import type { Measured } from './measured.ts';
import { about, bandOf, bytesOf, measuredOf, overTime, plotOf, sweep } from './measured.ts';

interface Input {
  readonly clients: number;
  /** Gets a second of each web server. */
  readonly rate: number;
  readonly deletes: number;
  readonly seed: number;
}
interface Run {
  readonly readsPerSecond: number;
  /** Highest rate over a tenth of a second. */
  readonly peakPerSecond: number;
  /** Reads in each bin of 5 ms. */
  readonly bins: readonly number[];
}

const SECONDS = 2;
const BIN_MS = 5;
const GET = 0;
const DONE = 1;
const DELETE = 2;

export function herd(input: Omit<Input, 'seed'>, lease: boolean, seed: number): Run {
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
  for (let client = 0; client < clients; client++) queue.push(think(), GET, client);
  for (let n = 0; n < deletes * SECONDS; n++) queue.push(((n + 0.5) * 1000) / deletes, DELETE);

  while (queue.pop() && queue.now < 1000 * SECONDS) {
    const { now, a: client } = queue;
    switch (queue.kind) {
      case GET:
        if (cached) queue.push(now + think(), GET, client);
        else if (lease && token > 0) queue.push(now + 10, GET, client);
        else {
          if (lease) token = ++tokens;
          reads++;
          bins[Math.floor(now / BIN_MS)] = (bins[Math.floor(now / BIN_MS)] as number) + 1;
          queue.push(now + 2 + dice.wait(3), DONE, client, token);
        }
        break;
      case DONE:
        if (!lease || queue.b === token) {
          cached = true;
          token = 0;
        }
        queue.push(now + think(), GET, client);
        break;
      case DELETE:
        cached = false;
        token = 0;
        break;
    }
  }
  const window = 100 / BIN_MS;
  let peak = 0;
  for (let at = 0; at + window <= bins.length; at += window) {
    let sum = 0;
    for (let i = at; i < at + window; i++) sum += bins[i] as number;
    peak = Math.max(peak, sum * 10);
  }
  return { readsPerSecond: reads / SECONDS, peakPerSecond: peak, bins };
}

const CLIENTS = [50, 100, 200, 400, 800];

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
  const perSecond = (runs: readonly Run[]) =>
    overTime(
      runs.map(({ bins }) => bins.slice(0, 200 / BIN_MS).map((n) => (n * 1000) / BIN_MS)),
      BIN_MS,
    );
  return bytesOf({
    curves: { ...curves, timeWithout: perSecond(off), timeWith: perSecond(on) },
    figures: { readsWithout, readsWith, ratio: readsWithout / readsWith, peakWithout, peakWith },
  });
}

export function herdExperiment(params: Params, seed: number): Experiment {
  const clients = Number(params.clients);
  const deletes = Number(params.deletes);
  const input: Input = { clients, deletes, rate: Number(params.load) / 4, seed };
  return {
    job: { kind: 'memcache/thundering-herd', input },
    read: (bytes) => findings(measuredOf(bytes), clients, deletes),
  };
}

function findings(measured: Measured, clients: number, deletes: number): Findings {
  const { readsWithout = 0, readsWith = 0, ratio = 0 } = measured.figures;
  const args = {
    clients,
    deletes,
    without: about(readsWithout),
    with: about(readsWith),
    ratio: about(ratio),
    each: about(readsWithout / deletes),
  };
  const scenario = 'thundering-herd';
  return {
    metrics: measured.figures,
    answer: text('thundering-herd.answer', args),
    plots: [
      plotOf({
        scenario,
        id: 'clients',
        measured,
        curves: ['without', 'with'],
        x: ['web-servers', 'log'],
        y: ['reads-s', 'log'],
        args,
        published: [
          { label: text('thundering-herd.paper.without'), y: 17_000 },
          { label: text('thundering-herd.paper.with'), y: 1300 },
        ],
      }),
      plotOf({
        scenario,
        id: 'time',
        measured,
        curves: ['timeWithout', 'timeWith'],
        x: ['ms', 'linear'],
        y: ['reads-s', 'linear'],
        args,
      }),
    ],
  };
}
