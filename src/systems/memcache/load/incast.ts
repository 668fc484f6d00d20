// One web server asks many memcached servers for the 521 items of a page (3.1): the window bounds what it may have
// unanswered. Replies meet at its switch port, which sends one after another and holds only so many; what does not fit
// is dropped and asked for again after 3 ms. Times in microseconds; a reply of 954 bytes takes 8 on a 1 Gb/s link.

import { text } from '../../../base/text.ts';
import type { JobContext } from '../../../kernel/job.ts';
import type { Experiment, Findings, Params } from '../../../kernel/system.ts';
import { Dice, EventQueue, Line, seedsFrom } from './des.ts';
import type { CurvePoint, Measured } from './measured.ts';
import { about, bytesOf, measuredOf, middleAt, plotOf, sweep, tidy } from './measured.ts';

export const PAGE_ITEMS = 521;
const WIRE_US = 40;
const SERVE_US = 20;
const LINK_US = 8;
const TIMEOUT_US = 3000;

export interface Fan {
  readonly items: number;
  readonly pages: number;
  readonly servers: number;
  readonly buffer: number;
  /** A fixed window, or 'sliding': one more for a window of replies, half after an unanswered request. */
  readonly window: number | 'sliding';
  /** Items in turn from each server, all equally fast: for the steps. */
  readonly steady?: true;
}
/** What the switch port and the web server live through, for those who watch. */
export type Watch = (
  event: 'send' | 'queue' | 'drop' | 'receive' | 'timeout',
  item: number,
  server: number,
) => void;

export interface FanRun {
  readonly itemsPerSecond: number;
  readonly pageMs: number;
  readonly droppedPercent: number;
  /** Mean of the window over the replies. */
  readonly window: number;
}

const ASKED = 0;
const REPLY = 1;
const RECEIVE = 2;
const TIMEOUT = 3;

export function fanOut(fan: Fan, seed: number, watch?: Watch): FanRun {
  const dice = new Dice(seed);
  const queue = new EventQueue();
  const servers = Array.from({ length: fan.servers }, () => new Line());
  const port = new Line();
  const owner = new Int32Array(fan.items);
  const sentAt = new Float64Array(fan.items);
  let window = fan.window === 'sliding' ? 2 : fan.window;
  let shrunkAt = Number.NEGATIVE_INFINITY;
  let inPort = 0;
  let dropped = 0;
  let replies = 0;
  let windows = 0;
  let now = 0;

  const first = dice.pick(fan.servers);
  for (let page = 0; page < fan.pages; page++) {
    for (let item = 0; item < fan.items; item++) {
      owner[item] = fan.steady ? (first + item) % fan.servers : dice.pick(fan.servers);
    }
    let next = 0;
    let waiting = 0;
    let have = 0;
    const send = (item: number): void => {
      sentAt[item] = now;
      watch?.('send', item, owner[item] as number);
      queue.push(now + WIRE_US, ASKED, item);
    };
    const fill = (): void => {
      while (next < fan.items && waiting < window) {
        waiting++;
        send(next++);
      }
    };
    fill();
    while (have < fan.items && queue.pop()) {
      now = queue.now;
      const item = queue.a;
      const server = owner[item] as number;
      switch (queue.kind) {
        case ASKED: {
          const done = (servers[server] as Line).serve(now, fan.steady ? LINK_US : dice.wait(SERVE_US));
          queue.push(done + WIRE_US, REPLY, item);
          break;
        }
        case REPLY:
          if (inPort >= fan.buffer) {
            dropped++;
            watch?.('drop', item, server);
            queue.push((sentAt[item] as number) + TIMEOUT_US, TIMEOUT, item);
          } else {
            inPort++;
            watch?.('queue', item, server);
            queue.push(port.serve(now, LINK_US), RECEIVE, item);
          }
          break;
        case RECEIVE:
          inPort--;
          waiting--;
          have++;
          replies++;
          windows += window;
          if (fan.window === 'sliding') window += 1 / window;
          watch?.('receive', item, server);
          fill();
          break;
        case TIMEOUT:
          watch?.('timeout', item, server);
          if (fan.window === 'sliding' && now - shrunkAt > TIMEOUT_US) {
            window = Math.max(2, window / 2);
            shrunkAt = now;
          }
          send(item);
          break;
      }
    }
  }
  const items = fan.items * fan.pages;
  return {
    itemsPerSecond: (items * 1e6) / now,
    pageMs: now / fan.pages / 1000,
    droppedPercent: (100 * dropped) / (items + dropped),
    window: windows / replies,
  };
}

interface Input {
  readonly servers: number;
  readonly buffer: number;
  readonly window: number;
  readonly seed: number;
}
const WINDOWS = [1, 2, 4, 8, 16, 24, 32, 48, 64, 80, 100, 130, 160, 200, 260, 340, 430, 521];
/** Within this share of the best, a window is as good as the best. */
const GOOD = 0.95;

export function measureIncast(input: Input, context: JobContext): Uint8Array {
  const { servers, buffer, seed } = input;
  const fan = { items: PAGE_ITEMS, pages: 4, servers, buffer };
  const xs = [...new Set([...WINDOWS, input.window])].sort((x, y) => x - y);
  const curves = sweep({
    xs,
    seeds: seedsFrom(seed, 5),
    context,
    run: (window, each) => {
      const fixed = fanOut({ ...fan, window }, each);
      return { fixed: fixed.itemsPerSecond, page: fixed.pageMs, dropped: fixed.droppedPercent };
    },
  });
  const sliding = seedsFrom(seed, 5).map((each) => fanOut({ ...fan, pages: 16, window: 'sliding' }, each));
  const mean = (of: (run: FanRun) => number): number =>
    sliding.reduce((sum, run) => sum + of(run), 0) / sliding.length;
  const rates = sliding.map((run) => run.itemsPerSecond);
  const flat = xs.map(
    (x): CurvePoint => [x, tidy(mean((run) => run.itemsPerSecond)), Math.min(...rates), Math.max(...rates)],
  );
  const fixed = curves.fixed ?? [];
  const best = fixed.reduce((a, b) => (b[1] > a[1] ? b : a));
  const good = fixed.filter(([, rate]) => rate >= GOOD * best[1]).map(([x]) => x);
  return bytesOf({
    curves: { ...curves, sliding: flat },
    figures: {
      bestWindow: best[0],
      bestItemsPerSecond: best[1],
      goodFrom: good[0] ?? best[0],
      goodTo: good[good.length - 1] ?? best[0],
      smallestItemsPerSecond: fixed[0]?.[1] ?? 0,
      largestItemsPerSecond: fixed[fixed.length - 1]?.[1] ?? 0,
      droppedAtLargestPercent: curves.dropped?.[xs.length - 1]?.[1] ?? 0,
      itemsPerSecond: middleAt(fixed, input.window),
      pageMs: middleAt(curves.page, input.window),
      droppedPercent: middleAt(curves.dropped, input.window),
      slidingItemsPerSecond: mean((run) => run.itemsPerSecond),
      slidingWindow: mean((run) => run.window),
    },
  });
}

export function incastExperiment(params: Params, seed: number): Experiment {
  const input: Input = {
    servers: Number(params.servers),
    buffer: Number(params.buffer),
    window: Number(params.window),
    seed,
  };
  return {
    job: { kind: 'memcache/clusters-incast', input },
    read: (bytes) => findings(measuredOf(bytes), input),
  };
}

function findings(measured: Measured, { window, buffer, servers }: Input): Findings {
  const f = measured.figures;
  const n = (name: string): string => about(f[name] ?? 0);
  const args = {
    window,
    buffer,
    servers,
    best: n('bestWindow'),
    rate: n('bestItemsPerSecond'),
    from: n('goodFrom'),
    to: n('goodTo'),
    small: n('smallestItemsPerSecond'),
    large: n('largestItemsPerSecond'),
    dropped: n('droppedAtLargestPercent'),
    sliding: n('slidingItemsPerSecond'),
    found: n('slidingWindow'),
  };
  const plot = (id: string, curves: readonly string[], unit: string) =>
    plotOf({
      scenario: 'clusters-incast',
      id,
      measured,
      curves,
      x: ['requests', 'log'],
      y: [unit, 'linear'],
      args,
    });
  return {
    metrics: f,
    answer: text('clusters-incast.answer', args),
    plots: [
      plot('throughput', ['fixed', 'sliding'], 'items-s'),
      plot('page', ['page'], 'ms'),
      plot('dropped', ['dropped'], 'percent'),
    ],
  };
}
