// One web server asks many memcached servers for the 521 items of a page (3.1): the window bounds what it may have
// unanswered. Replies meet at its switch port, which sends one after another and holds only so many; what does not fit
// is dropped and asked for again after 3 ms. Times in microseconds; a reply of 954 bytes takes 8 on a 1 Gb/s link.

import { about, percent } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Findings, Params } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';
import { Dice, EventQueue, Line, seedsFrom } from './des.ts';
import type { Stays } from './levels.ts';
import { levels } from './levels.ts';
import type { BoxOptions, CurvePoint, Measured } from './measured.ts';
import {
  boxOf,
  bytesOf,
  figureOf,
  flat,
  measuredOf,
  middleAt,
  plotOf,
  sweep,
  tidy,
  under,
} from './measured.ts';

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
  /** Where somebody watches: who is at any of the servers. */
  readonly atServers?: Stays;
}
/** What the switch port and the web server live through, for those who watch. */
export type Watch = (
  event: 'send' | 'queue' | 'drop' | 'receive' | 'timeout',
  item: number,
  server: number,
  now: number,
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
  const servers = Array.from({ length: fan.servers }, () => new Line(fan.atServers));
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
      watch?.('send', item, owner[item] as number, now);
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
            watch?.('drop', item, server, now);
            queue.push((sentAt[item] as number) + TIMEOUT_US, TIMEOUT, item);
          } else {
            inPort++;
            watch?.('queue', item, server, now);
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
          watch?.('receive', item, server, now);
          fill();
          break;
        case TIMEOUT:
          watch?.('timeout', item, server, now);
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

/** Pages before the one that is followed: a sliding window has found its size by then. */
const BEFORE = 3;

/** One page of it: how full every box on its way is, and how long it takes. */
export function followed(fan: Omit<Fan, 'pages'>, seed: number) {
  const before = fan.window === 'sliding' ? BEFORE : 0;
  const web: Stays = [];
  const port: Stays = [];
  const lost: Stays = [];
  const atServers: Stays = [];
  const asked = new Map<number, number>();
  const since = new Map<number, number>();
  let have = 0;
  let drops = 0;
  let began = 0;
  let end = 0;
  fanOut({ ...fan, pages: before + 1, atServers }, seed, (event, item, _server, now) => {
    switch (event) {
      case 'send':
        if (!asked.has(item)) asked.set(item, now);
        break;
      case 'queue':
        since.set(item, now);
        break;
      case 'drop':
        since.set(item, now);
        if (have >= before * fan.items) drops++;
        break;
      case 'receive':
        port.push(since.get(item) ?? now, now);
        web.push(asked.get(item) ?? now, now);
        asked.delete(item);
        have++;
        end = now;
        if (have === before * fan.items) began = now;
        break;
      case 'timeout':
        lost.push(since.get(item) ?? now, now);
        break;
    }
  });
  const us = end - began;
  const level = (stays: Stays): number[] => levels(stays, us, began);
  return {
    us,
    drops,
    traces: { web: level(web), caches: level(atServers), port: level(port), lost: level(lost) },
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
  const level = (of: (run: FanRun) => number): CurvePoint => {
    const all = sliding.map(of);
    return [0, tidy(mean(of)), tidy(Math.min(...all)), tidy(Math.max(...all))];
  };
  const one = { items: PAGE_ITEMS, servers, buffer };
  const off = followed({ ...one, window: input.window }, seedsFrom(seed, 1)[0] as number);
  const on = followed({ ...one, window: 'sliding' }, seedsFrom(seed, 1)[0] as number);
  const fixed = curves.fixed ?? [];
  const best = fixed.reduce((a, b) => (b[1] > a[1] ? b : a));
  const good = fixed.filter(([, rate]) => rate >= GOOD * best[1]).map(([x]) => x);
  return bytesOf({
    curves: {
      ...curves,
      sliding: flat(
        fixed,
        level((run) => run.itemsPerSecond),
      ),
      slidingPage: flat(
        fixed,
        level((run) => run.pageMs),
      ),
      slidingDropped: flat(
        fixed,
        level((run) => run.droppedPercent),
      ),
    },
    traces: { ...under('off', off.traces), ...under('on', on.traces) },
    figures: {
      followedOffMs: off.us / 1000,
      followedOnMs: on.us / 1000,
      dropsOff: off.drops,
      dropsOn: on.drops,
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
      slidingPageMs: mean((run) => run.pageMs),
      slidingDroppedPercent: mean((run) => run.droppedPercent),
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
    read: (bytes) => findings(measuredOf(bytes), input, params.sliding === 'on'),
  };
}

/** What a link of 1 Gb/s carries of these answers. */
const LINK_ITEMS = 1e6 / LINK_US;

function findings(measured: Measured, { window, buffer, servers }: Input, sliding: boolean): Findings {
  const f = measured.figures;
  const n = (name: string): string => about(f[name] ?? 0);
  const share = (name: string): string => percent(f[name] ?? 0);
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
    dropped: share('droppedAtLargestPercent'),
    sliding: n('slidingItemsPerSecond'),
    found: n('slidingWindow'),
    now: n('itemsPerSecond'),
    page: n('pageMs'),
    lost: share('droppedPercent'),
    link: about(LINK_ITEMS),
    drops: n(sliding ? 'dropsOn' : 'dropsOff'),
    ms: n(sliding ? 'followedOnMs' : 'followedOffMs'),
  };
  const { goodFrom = 0, goodTo = 0 } = f;
  const fit = window < goodFrom ? 'small' : window > goodTo ? 'large' : 'good';
  const plot = (id: string, curves: readonly [fixed: string, sliding: string], unit: string) =>
    plotOf({
      scenario: 'clusters-incast',
      id,
      measured,
      curves,
      now: curves[sliding ? 1 : 0],
      fixed: sliding ? null : curves[1],
      x: ['requests', 'log'],
      y: [unit, 'linear'],
      args,
      here: sliding ? Math.round(f.slidingWindow ?? window) : window,
      axis: {
        name: 'window',
        times: 1,
        min: 1,
        max: PAGE_ITEMS,
        ...(sliding ? { still: true as const } : {}),
      },
      zones: [
        { label: text('clusters-incast.zone.small'), from: 1, to: goodFrom, good: false },
        { label: text('clusters-incast.zone.good', args), from: goodFrom, to: goodTo, good: true },
        { label: text('clusters-incast.zone.large'), from: goodTo, to: PAGE_ITEMS, good: false },
      ],
      published: [{ label: text('clusters-incast.paper.page'), x: PAGE_ITEMS }],
      ...(id === 'throughput'
        ? { limits: [{ label: text('clusters-incast.limit', args), y: LINK_ITEMS }] }
        : {}),
    });
  const box = (options: BoxOptions) => boxOf('clusters-incast', args, options);
  const trace = (id: string) => measured.traces[`${sliding ? 'on' : 'off'}.${id}`];
  const dropped = (f[sliding ? 'dropsOn' : 'dropsOff'] ?? 0) > 0;
  const either = (now: string, slid: string) => [sliding ? slid : now, sliding ? null : slid] as const;
  return {
    metrics: f,
    answer: text('clusters-incast.answer', args),
    here: text(`clusters-incast.here.${sliding ? 'sliding' : fit}`, args),
    fix: { name: 'sliding', value: 'on', label: text('clusters-incast.fix') },
    figures: [
      figureOf('items', 'items-s', ...either(args.now, args.sliding)),
      figureOf('page', 'ms', ...either(args.page, n('slidingPageMs'))),
      figureOf('dropped', 'percent', ...either(args.lost, share('slidingDroppedPercent'))),
    ],
    plots: [
      plot('throughput', ['fixed', 'sliding'], 'items-s'),
      plot('page', ['page', 'slidingPage'], 'ms'),
      plot('dropped', ['dropped', 'slidingDropped'], 'percent'),
    ],
    fill: {
      of: text('clusters-incast.followed', args),
      x: { span: f[sliding ? 'followedOnMs' : 'followedOffMs'] ?? 0, unit: text('unit.ms') },
      boxes: [
        box({ id: 'web', levels: trace('web'), limit: sliding ? null : Math.min(window, PAGE_ITEMS) }),
        box({ id: 'caches', levels: trace('caches'), count: servers }),
        box({ id: 'port', levels: trace('port'), limit: buffer, full: dropped }),
        box({ id: 'lost', levels: trace('lost'), lost: true }),
      ],
      back: [
        { from: 'port', to: 'web', text: text('clusters-incast.back.received'), lost: false },
        ...(dropped
          ? [{ from: 'lost', to: 'web', text: text('clusters-incast.back.again'), lost: true }]
          : []),
      ],
    },
  };
}
