// What the mining benchmark compares, by name: how many headers each double-hashes in a while. They run in a worker, in
// Node and in Chromium alike. Each is held against the genesis block before it is timed.

import { sha256 } from '@noble/hashes/sha2.js';
import { createSHA256 } from 'hash-wasm';
import { assert } from '../src/base/assert.ts';
import { bytesOfHex, hexOf } from '../src/base/bytes.ts';
import type { Endpoint, Port } from '../src/compute/endpoint.ts';
import type { JobRunner } from '../src/compute/job-runner.ts';
import { createJobRunner } from '../src/compute/job-runner.ts';
import { triedBy } from '../src/compute/search.ts';
import { BATCH, searchSeat, startSearch, wordsFor } from '../src/compute/shared-search.ts';
import { FARTHEST } from '../src/kernel/job.ts';
import { miningFunctions } from '../src/systems/bitcoin/mining/functions.ts';
import { displayed } from '../src/systems/bitcoin/mining/hash.ts';
import { mineScan } from '../src/systems/bitcoin/mining/scan.ts';
import { GENESIS, targetOf } from '../src/systems/bitcoin/mining/testing/headers.ts';
import { percentile } from './measure.ts';

export const GENESIS_NONCE = 2_083_236_893;
const GENESIS_HASH = '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f';
/** A target that no hash meets, so that nothing ends early. */
const NEVER = '00'.repeat(32);

/** `seat`: what a worker does with the kernel, claims and counts and looks at the stop, in this thread. */
export type Alone = 'kernel' | 'noble' | 'hash-wasm' | 'seat';

export type Ask =
  /** What follows runs it until it is no faster than it was: compiled, whatever that took. */
  | { readonly contender: Alone; readonly warm: true }
  /** The bare scan, a seat, and the libraries, in this thread; with a peer the two take turns there. */
  | { readonly contender: Alone; readonly peer?: Alone; readonly ms: number }
  | Searching;

/** The product's search over workers: warmed up as the others are, or stopped after so long, so many times. */
interface Searching {
  readonly contender: 'search';
  readonly workers: number;
  readonly shared: boolean;
  readonly warm?: true;
  readonly ms: number;
  readonly times: number;
}

export interface Answer {
  /** Of a search: while its workers were at work, starting and stopping left out. */
  readonly perSecond: number;
  readonly peerPerSecond?: number;
  /** From each abort until the last worker had left. */
  readonly stopMs: readonly number[];
}

type HashMany = (from: number, count: number) => void;

/** The libraries hash one header after another; `last` is the last double hash, to be held against the genesis block. */
async function hasherOf(
  contender: 'noble' | 'hash-wasm',
): Promise<{ many: HashMany; last: () => Uint8Array }> {
  const header = bytesOfHex(GENESIS);
  const view = new DataView(header.buffer);
  const wasm = contender === 'hash-wasm' ? await createSHA256() : null;
  const hash = wasm
    ? (bytes: Uint8Array): Uint8Array => wasm.init().update(bytes).digest('binary')
    : (bytes: Uint8Array): Uint8Array => sha256(bytes);
  let last: Uint8Array = header;
  return {
    many(from, count) {
      for (let i = 0; i < count; i++) {
        view.setUint32(76, from + i, true);
        last = hash(hash(header));
      }
    },
    last: () => last,
  };
}

async function manyOf(contender: Alone): Promise<HashMany> {
  if (contender === 'kernel' || contender === 'seat') {
    const finds = mineScan({ header: GENESIS, target: targetOf(GENESIS) } as never);
    const hit = finds(GENESIS_NONCE - 2000, GENESIS_NONCE + 1, { ...FARTHEST });
    assert(hit === GENESIS_NONCE, 'the kernel does not find the genesis block');
    const scan = mineScan({ header: GENESIS, target: NEVER } as never);
    if (contender === 'seat') {
      const words = startSearch(new Int32Array(new SharedArrayBuffer(4 * wordsFor(1))));
      // One search that goes on: a batch that hits nothing ends where the range that may be claimed does.
      let to = 0;
      return (_, count) => {
        to += count;
        searchSeat(words, 0, scan, { from: 0, to, batch: BATCH });
      };
    }
    const nearest = { ...FARTHEST };
    return (from, count) => void scan(from, from + count, nearest);
  }
  const { many, last } = await hasherOf(contender);
  many(GENESIS_NONCE, 1);
  assert(hexOf(displayed(last())) === GENESIS_HASH, `${contender} does not hash the genesis block`);
  return many;
}

function timed(many: HashMany, ms: number, chunk: number): number {
  const began = performance.now();
  let hashes = 0;
  let now = began;
  while (now - began < ms) {
    many(hashes, chunk);
    hashes += chunk;
    now = performance.now();
  }
  return (hashes / (now - began)) * 1000;
}

/** So long a thread is often let run without a break, even where others want its core. */
const SLICE_MS = 3;
/** The rate of a slice that was not broken off: nine of ten are no faster. */
const WHOLE = 0.9;

/** Two in turn, slice by slice: a slice that another process broke into counts for neither. */
function inSlices(ours: (ms: number) => number, peer: (ms: number) => number, ms: number): [number, number] {
  const rates: [number[], number[]] = [[], []];
  for (const began = performance.now(); performance.now() - began < ms; ) {
    rates[0].push(ours(SLICE_MS));
    rates[1].push(peer(SLICE_MS));
  }
  return [percentile(rates[0], WHOLE), percentile(rates[1], WHOLE)];
}

/** Hashes between two looks at the clock. */
const CHUNKS = { kernel: BATCH, seat: 4 * BATCH, noble: 64, 'hash-wasm': 64 } as const;

const WARM_MS = 150;
/** Three seconds: in Node the kernel is interpreted for up to one, without getting faster, before its code is there. */
const LEAST_WARM = 20;
const MOST_WARM = 40;

/** Runs it until it is no faster than before: every contender is compiled by then, however long that takes here. */
async function warmed(run: (ms: number) => number | Promise<number>): Promise<number> {
  let best = 0;
  for (let turn = 1; ; turn++) {
    const now = await run(WARM_MS);
    const settled = now < 1.02 * best;
    best = Math.max(best, now);
    if ((settled && turn >= LEAST_WARM) || turn >= MOST_WARM) return best;
  }
}

/** Answers every Ask that comes by the port. `start` starts a worker that mines. */
export function serveContenders(port: Port, start: () => Endpoint): void {
  const ready = new Map<string, Promise<HashMany>>();
  const runners = new Map<string, JobRunner>();

  async function searchFor({ workers, shared, warm, ms, times }: Searching): Promise<Answer> {
    const key = `${workers} ${shared}`;
    const runner =
      runners.get(key) ??
      createJobRunner({ workers, shareMemory: shared, start, load: async () => miningFunctions });
    runners.set(key, runner);
    if (warm) {
      const perSecond = await warmed(async () => (await oneSearch(runner, ms)).perSecond);
      return { perSecond, stopMs: [] };
    }
    const all = [];
    for (let i = 0; i < times; i++) all.push(await oneSearch(runner, ms));
    const perSecond = all.reduce((sum, each) => sum + each.perSecond, 0) / times;
    return { perSecond, stopMs: all.map(({ stopMs }) => stopMs) };
  }

  async function runOf(contender: Alone): Promise<(ms: number) => number> {
    const made = ready.get(contender) ?? manyOf(contender);
    ready.set(contender, made);
    const many = await made;
    return (ms) => timed(many, ms, CHUNKS[contender]);
  }

  async function answer(ask: Ask): Promise<Answer> {
    if (ask.contender === 'search') return searchFor(ask);
    const run = await runOf(ask.contender);
    if ('warm' in ask) return { perSecond: await warmed(run), stopMs: [] };
    if (!ask.peer) return { perSecond: run(ask.ms), stopMs: [] };
    const [perSecond, peerPerSecond] = inSlices(run, await runOf(ask.peer), ask.ms);
    return { perSecond, peerPerSecond, stopMs: [] };
  }

  port.onMessage((message) => {
    answer(message as Ask).then(
      (value) => port.post({ value }),
      (error: unknown) => port.post({ error: String((error as Error)?.stack ?? error) }),
    );
  });
}

/** Its rate is taken between the first look at its workers and the last one before the stop. */
async function oneSearch(runner: JobRunner, ms: number) {
  const stop = new AbortController();
  const looks: { readonly atMs: number; readonly tried: number }[] = [];
  let abortedAt = 0;
  setTimeout(() => {
    abortedAt = performance.now();
    stop.abort();
  }, ms);
  await runner
    .search(
      { kind: 'bitcoin/mine', input: { header: GENESIS, target: NEVER }, from: 0, to: 2 ** 32 },
      {
        signal: stop.signal,
        onProgress(seats) {
          if (!stop.signal.aborted) looks.push({ atMs: performance.now(), tried: triedBy(seats) });
        },
      },
    )
    .catch(() => {});
  const [first, last] = [looks[0], looks.at(-1)];
  const tookMs = first && last ? last.atMs - first.atMs : 0;
  const perSecond = first && last && tookMs > 0 ? ((last.tried - first.tried) / tookMs) * 1000 : 0;
  return { perSecond, stopMs: performance.now() - abortedAt };
}
