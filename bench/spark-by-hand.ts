// The peers of the Spark benchmark that know what they compute: plain loops with strings and Maps in one thread, and the
// same work written by hand for workers, with shared memory between them and no lineage.

import type { Endpoint, Port } from '../src/compute/endpoint.ts';
import { PAGES } from './spark-inputs.ts';

const ITERATIONS = 5;
const RESET = 0.15;
const DAMPING = 0.85;
const NEWLINE = 10;

/** Of words: how many kinds, how many in all. Of ranks: how many pages, the highest. */
export interface Found {
  readonly count: number;
  readonly sum: number;
}

type Counts = Map<string, number>;

function countInto(counts: Counts, bytes: Uint8Array): void {
  const lines = new TextDecoder('latin1').decode(bytes).split('\n');
  for (const line of lines) {
    for (const word of line.split(' ')) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

const foundIn = (counts: Counts): Found => {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return { count: counts.size, sum };
};

export function plainCount(bytes: Uint8Array): Found {
  const counts: Counts = new Map();
  countInto(counts, bytes);
  return foundIn(counts);
}

function linksIn(bytes: Uint8Array): Map<number, number[]> {
  const links = new Map<number, number[]>();
  for (const line of new TextDecoder('latin1').decode(bytes).split('\n')) {
    if (!line) continue;
    const [from, to] = line.split(' ').map(Number) as [number, number];
    const outs = links.get(from);
    if (outs) outs.push(to);
    else links.set(from, [to]);
  }
  return links;
}

export function plainRanks(bytes: Uint8Array): Found {
  const links = linksIn(bytes);
  let ranks = new Map([...links.keys()].map((page) => [page, 1]));
  for (let i = 0; i < ITERATIONS; i++) {
    const sums = new Map<number, number>();
    for (const [page, outs] of links) {
      const rank = ranks.get(page);
      if (rank === undefined) continue;
      const share = rank / outs.length;
      for (const to of outs) sums.set(to, (sums.get(to) ?? 0) + share);
    }
    ranks = new Map();
    for (const [page, sum] of sums) ranks.set(page, RESET + DAMPING * sum);
  }
  let most = 0;
  for (const rank of ranks.values()) most = Math.max(most, rank);
  return { count: ranks.size, sum: most };
}

// By hand, with workers.

interface Share {
  readonly work: 'words' | 'ranks';
  readonly bytes: SharedArrayBuffer;
  readonly from: number;
  readonly to: number;
  readonly seat: number;
  readonly seats: number;
  /** Of ranks: what each seat gives to each page; the ranks; who waits. */
  readonly sums: Float64Array;
  readonly ranks: Float64Array;
  readonly turn: Int32Array;
}

/** Where the line that begins before a place ends. */
function lineEnd(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(NEWLINE, at);
  return end < 0 ? bytes.length : end + 1;
}

/** The bytes that hand-written workers share, made once for each input. */
const shared = new WeakMap<Uint8Array, SharedArrayBuffer>();

export async function byHand(
  work: Share['work'],
  bytes: Uint8Array,
  hands: readonly Endpoint[],
): Promise<Found> {
  const memory = shared.get(bytes) ?? new SharedArrayBuffer(bytes.length);
  if (!shared.has(bytes)) new Uint8Array(memory).set(bytes);
  shared.set(bytes, memory);
  const seats = hands.length;
  const doubles = (n: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * n));
  const sums = doubles(work === 'ranks' ? seats * PAGES : 0);
  const ranks = doubles(work === 'ranks' ? PAGES : 0);
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const cut = (i: number): number =>
    i === 0 ? 0 : i === seats ? bytes.length : lineEnd(bytes, Math.floor((i * bytes.length) / seats));
  const answers = await Promise.all(
    hands.map(
      (hand, seat) =>
        new Promise<unknown>((resolve, reject) => {
          hand.onMessage(resolve);
          hand.onFailure((reason) => reject(new Error(reason)));
          const share: Share = {
            work,
            bytes: memory,
            from: cut(seat),
            to: cut(seat + 1),
            seat,
            seats,
            sums,
            ranks,
            turn,
          };
          hand.post(share);
        }),
    ),
  );
  if (work === 'words') return merged(answers as (readonly [string, Int32Array])[]);
  const parts = answers as Found[];
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    sum: Math.max(...parts.map(({ sum }) => sum)),
  };
}

function merged(parts: readonly (readonly [words: string, counts: Int32Array])[]): Found {
  const all: Counts = new Map();
  for (const [words, counts] of parts) {
    words.split(' ').forEach((word, i) => {
      all.set(word, (all.get(word) ?? 0) + (counts[i] as number));
    });
  }
  return foundIn(all);
}

/** The inside of a hand-written worker. */
export function serveHand(port: Port): void {
  port.onMessage((message) => {
    const share = message as Share;
    // Copied: no browser decodes shared memory.
    const own = new Uint8Array(share.bytes).slice(share.from, share.to);
    if (share.work === 'ranks') return port.post(ranked(share, own));
    const counts: Counts = new Map();
    countInto(counts, own);
    return port.post([[...counts.keys()].join(' '), Int32Array.from(counts.values())]);
  });
}

/** Waits until every seat is here. */
function together({ turn, seats }: Share, round: number): void {
  if (Atomics.add(turn, 0, 1) + 1 === round * seats) Atomics.notify(turn, 0);
  for (let seen = Atomics.load(turn, 0); seen < round * seats; seen = Atomics.load(turn, 0))
    Atomics.wait(turn, 0, seen);
}

/** Each seat has the links of its lines, and sums up its share of the pages. */
function ranked(share: Share, own: Uint8Array): Found {
  const { seat, seats, sums, ranks } = share;
  const mine = sums.subarray(seat * PAGES, (seat + 1) * PAGES);
  const links = linksIn(own);
  // A page's links may be with several seats: their number comes first.
  for (const [page, outs] of links) mine[page] = outs.length;
  let round = 1;
  together(share, round++);
  const from = Math.floor((seat * PAGES) / seats);
  const to = Math.floor(((seat + 1) * PAGES) / seats);
  const sumAt = (page: number): number => {
    let sum = 0;
    for (let one = 0; one < seats; one++) sum += sums[one * PAGES + page] as number;
    return sum;
  };
  const degrees = new Map([...links.keys()].map((page) => [page, sumAt(page)]));
  for (let page = from; page < to; page++) ranks[page] = sumAt(page) > 0 ? 1 : 0;
  together(share, round++);
  for (let i = 0; i < ITERATIONS; i++) {
    mine.fill(0);
    for (const [page, outs] of links) {
      const gives = (ranks[page] as number) / (degrees.get(page) as number);
      for (const out of outs) mine[out] = (mine[out] as number) + gives;
    }
    together(share, round++);
    for (let page = from; page < to; page++) {
      const sum = sumAt(page);
      ranks[page] = sum > 0 ? RESET + DAMPING * sum : 0;
    }
    together(share, round++);
  }
  const last = ranks.subarray(from, to);
  return {
    count: last.reduce((n, rank) => n + Number(rank > 0), 0),
    sum: last.reduce((most, rank) => Math.max(most, rank), 0),
  };
}
