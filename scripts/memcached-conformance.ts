// Holds the memcached model against the real server: `npm run test:memcached`.
// With --golden FILE: against recorded traces; exit 1 where a reply differs, 2 where the file cannot be used.
// Without: starts the memcached on PATH (1.6.18 only, else skipped) on loopback and plays random command sequences and
// the timed protocols (lease, stale set, hold-off, gutter) against both; every reply must be equal byte for byte.

import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Memcached } from '../src/systems/memcache/memcached.ts';
import { checkGolden } from '../src/systems/memcache/memcached-golden.ts';
import { serve } from '../src/systems/memcache/memcached-text.ts';
import type { Op, Turn } from './memcached-sequences.ts';
import { op, playModel } from './memcached-sequences.ts';

const program = 'memcached';
const modelled = '1.6.18';
const seed = 1618;
const sequences = 2000;
const waitMs = 4200;
/** An item nobody else touches: its time left is the server's own clock, in whole seconds. */
const clock = { key: 'clock', ttlS: 1_000_000 };

// ---- recorded traces

function checkGoldenFile(file: string): number {
  let checked: ReturnType<typeof checkGolden>;
  try {
    checked = checkGolden(readFileSync(file, 'latin1'));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  for (const { row, step, request, recorded, model } of checked.differences.slice(0, 5)) {
    console.log(`trace ${row}, step ${step}: ${JSON.stringify(request)}`);
    console.log(`  recorded ${JSON.stringify(recorded)}\n  model    ${JSON.stringify(model)}`);
  }
  console.log(`${checked.replies} replies, ${checked.differences.length} differ`);
  return checked.differences.length > 0 ? 1 : 0;
}

// ---- the real server

/** One connection; a request is over when the no-op sent behind it comes back. */
class Real {
  #socket: Socket;
  #received = '';
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1').on('data', (bytes) => {
      this.#received += bytes;
      this.#wake();
    });
  }

  async send(bytes: string): Promise<string> {
    this.#socket.write(`${bytes}mn\r\n`, 'latin1');
    const deadline = Date.now() + 5000;
    while (!this.#received.endsWith('MN\r\n')) {
      if (Date.now() > deadline) throw new Error(`no answer to ${JSON.stringify(bytes)}`);
      await Promise.race([new Promise<void>((wake) => (this.#wake = wake)), sleep(100)]);
    }
    const reply = this.#received.slice(0, -'MN\r\n'.length);
    this.#received = '';
    return reply;
  }

  close(): void {
    this.#socket.destroy();
  }

  /** Seconds on the server's clock since the conversation began. */
  async secondsGone(): Promise<number> {
    const left = /^HD t(\d+)/.exec(await this.send(`mg ${clock.key} t\r\n`))?.[1];
    if (left === undefined) throw new Error('the clock item is gone');
    return clock.ttlS - Number(left);
  }

  /** The last CAS number given out: what the model's counter has to start from. */
  async lastCas(): Promise<number> {
    return Number(/^HD c(\d+)/.exec(await this.send('ms base 0 c\r\n\r\n'))?.[1]);
  }

  /** Waits for the start of a second, so that what follows at once sees one time only. */
  async nextSecond(): Promise<number> {
    const before = await this.secondsGone();
    for (;;) {
      const now = await this.secondsGone();
      if (now !== before) return now;
      await sleep(5);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function connectTo(port: number, child: ChildProcess): Promise<Real> {
  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    const socket = connect(port, '127.0.0.1').setNoDelay();
    const open = await new Promise<boolean>((settle) => {
      socket.once('connect', () => settle(true)).once('error', () => settle(false));
    });
    if (open) return new Real(socket);
    await sleep(50);
  }
  throw new Error('memcached does not answer');
}

// ---- random sequences

/** Counts fresh key names and the commands compared. */
const played = { keys: 0, commands: 0 };

async function compareSequence(real: Real, ops: readonly Op[]): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    played.keys += 1;
    const before = await real.secondsGone();
    const base = { cas: await real.lastCas(), items: {} };
    // The real server holds the empty item `base` too.
    const start = { ...base, items: { base: baseItem(base.cas) } };
    const turns = playModel(start, ops, `s${played.keys}-`);
    const replies: string[] = [];
    for (const { request } of turns) replies.push(await real.send(request));
    // The model's clock stood still; where the server's moved on, t differs by right. Play it again.
    if ((await real.secondsGone()) !== before) continue;
    played.commands += turns.length;
    if (turns.some((turn, index) => turn.reply !== replies[index])) throw new Error(describe(turns, replies));
    return;
  }
  throw new Error('the server is too slow: no sequence fits in one second');
}

const baseItem = (cas: number) => ({ value: '', flags: 0, cas, expires: -1, stale: false, tokenSent: false });

/** The turns up to the first that differs. */
function describe(turns: readonly Turn[], replies: readonly string[]): string {
  const first = turns.findIndex((turn, index) => turn.reply !== replies[index]);
  return turns
    .slice(0, first + 1)
    .map(({ request, reply }, index) => {
      const answered = replies[index];
      if (reply === answered) return `  ${JSON.stringify(request)} -> ${JSON.stringify(reply)}`;
      return `* ${JSON.stringify(request)}\n    server ${JSON.stringify(answered)}\n    model  ${JSON.stringify(reply)}`;
    })
    .join('\n');
}

async function randomSequences(real: Real): Promise<{ passed: number; failed: number }> {
  const property = fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 24, size: 'max' }), (ops) =>
    compareSequence(real, ops),
  );
  const result = await fc.check(property, { seed, numRuns: sequences });
  if (!result.failed) {
    console.log(`random: ${sequences} sequences, ${played.commands} commands, seed ${seed}`);
    return { passed: sequences, failed: 0 };
  }
  const error = result.errorInstance;
  console.log(
    `random: sequence ${result.numRuns} differs (seed ${seed}), shrunk ${result.numShrinks} times to:`,
  );
  console.log(error instanceof Error ? error.message : String(error));
  return { passed: result.numRuns - 1, failed: 1 };
}

// ---- protocols that need time

/** Request lines before and after the wait; TOKEN is the CAS number this protocol's reader won last. */
interface TimedProtocol {
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const timedProtocols: readonly TimedProtocol[] = [
  {
    name: 'lease: one reader fills, others wait',
    before: [
      'mg l1 c v t N30',
      'mg l1 c v t N30',
      'get l1',
      'ms l1 2 CTOKEN T60 c\r\nv1',
      'mg l1 c v t N30',
      'ms l1 2 CTOKEN\r\nv1',
    ],
    after: ['mg l1 c v t N30'],
  },
  {
    name: 'lease: a delete or an invalidation kills the token',
    before: [
      'mg l2 c v N30',
      'md l2',
      'ms l2 3 CTOKEN T60\r\nold',
      'mg l3 c v N30',
      'delete l3',
      'mg l3 v N30',
      'ms l3 3 CTOKEN\r\nold',
      'mg l4 c v N30',
      'md l4 I T30',
      'ms l4 3 CTOKEN\r\nold',
      'mg l4 c v t N30',
      'mg l4 c v t N30',
    ],
    after: ['mg l2 v', 'mg l3 v c t', 'mg l4 v c t'],
  },
  {
    name: 'lease: the holder dies, the next reader wins, the late set is refused',
    before: ['mg l5 c N3', 'mg l5 c t N3', 'mg l6 c N3'],
    after: ['ms l6 1 CTOKEN T60\r\nx', 'mg l5 c t N3', 'mg l5 N3 t', 'mg l6 v'],
  },
  {
    name: 'stale set: the old value is served while one reader refetches',
    before: [
      'ms s1 2 T300\r\nv1',
      'md s1 I T30',
      'mg s1 c v t',
      'mg s1 c v t',
      'get s1',
      'md s1 I T30',
      'ms s1 2 I CTOKEN T300\r\nv2',
      'mg s1 c v t',
      'mg s1 c v t',
    ],
    after: ['mg s1 c v t', 'ms s1 2 CTOKEN T300\r\nv3', 'mg s1 c v t'],
  },
  {
    name: 'stale set: the marked value dies at its time',
    before: ['ms s2 2\r\nv1', 'md s2 I T3', 'mg s2 c v t', 'ms s2 2 I CTOKEN T300 c\r\nv2', 'mg s2 c v t'],
    after: ['mg s2 c v t', 'ms s2 2 CTOKEN\r\nv2', 'mg s2 c N30'],
  },
  {
    name: 'early refresh: one reader wins once the time left is under R',
    before: ['ms r1 2 T30\r\nv1', 'mg r1 c v t R28', 'mg r1 c v t R28'],
    after: ['mg r1 c v t R28', 'mg r1 c v t R28'],
  },
  {
    name: 'hold-off: add is refused until the tombstone dies',
    before: [
      'set h1 0 0 2\r\nv0',
      'delete h1 2',
      'delete h1 0',
      'ms h1 0 T3 F1\r\n',
      'ms h1 3 ME T60\r\nold',
      'add h1 0 60 3\r\nold',
      'mg h1 f v t',
    ],
    after: ['mg h1 f v', 'ms h1 3 ME T60\r\nold', 'mg h1 f v t', 'add h1 0 60 3\r\nold'],
  },
  {
    // The wait ends with the fifth second, so T5 meets its end exactly.
    name: 'time: an item is dead once its second comes',
    before: ['ms t4 1 T4\r\nx', 'ms t5 1 T5\r\nx', 'ms t6 1 T6\r\nx', 'mg t7 N5 t'],
    after: ['mg t4 v t', 'mg t5 v t', 'mg t6 v t', 'mg t7 t'],
  },
  {
    name: 'gutter: entries die by themselves',
    before: [
      'set g1 0 3 2\r\nv1',
      'ms g2 2 T3\r\nv1',
      'ms g3 2 T60\r\nv1',
      'get g1 g2 g3',
      'mg g2 v t',
      'mg g3 T3 v t',
    ],
    after: ['get g1 g2 g3', 'mg g1 v', 'mg g2 v', 'add g1 0 3 2\r\nv2', 'replace g2 0 0 1\r\nx', 'delete g3'],
  },
];

interface Conversation {
  readonly protocol: TimedProtocol;
  token: string;
  readonly turns: Turn[];
  readonly replies: string[];
}

/** The protocols share one server, so one model, and one wait. */
async function timed(real: Real): Promise<{ passed: number; failed: number }> {
  const talks = timedProtocols.map(
    (protocol): Conversation => ({ protocol, token: '0', turns: [], replies: [] }),
  );
  const firstS = await real.nextSecond();
  let state: Memcached = { cas: await real.lastCas(), items: {} };
  state = await playLines(real, talks, state, firstS, 'before');
  await sleep(waitMs);
  const laterS = await real.nextSecond();
  await playLines(real, talks, state, laterS, 'after');
  let failed = 0;
  for (const { protocol, turns, replies } of talks) {
    const same = turns.every((turn, index) => turn.reply === replies[index]);
    console.log(
      `${same ? 'passed' : 'FAILED'}: ${protocol.name} (${turns.length} commands, ${laterS - firstS} s)`,
    );
    if (same) continue;
    failed += 1;
    console.log(describe(turns, replies));
  }
  return { passed: talks.length - failed, failed };
}

async function playLines(
  real: Real,
  talks: readonly Conversation[],
  start: Memcached,
  nowS: number,
  part: 'before' | 'after',
): Promise<Memcached> {
  let state = start;
  for (const talk of talks) {
    for (const line of talk.protocol[part]) {
      const request = `${line.replace('TOKEN', talk.token)}\r\n`;
      const served = serve(state, request, nowS);
      state = served.state;
      talk.turns.push({ request, reply: served.reply });
      talk.replies.push(await real.send(request));
      talk.token = /c(\d+).* W\r\n/.exec(served.reply)?.[1] ?? talk.token;
    }
  }
  if ((await real.secondsGone()) !== nowS)
    throw new Error('the second ended before the commands did: run it again');
  return state;
}

// ---- main

async function checkRealServer(): Promise<number> {
  const version = spawnSync(program, ['-V'], { encoding: 'utf8' }).stdout?.trim();
  if (version === undefined || version === '') {
    console.log('skipped: no memcached on PATH');
    return 0;
  }
  console.log(version);
  if (version !== `memcached ${modelled}`) {
    console.log(`skipped: the model is of ${modelled}`);
    return 0;
  }
  const port = await freePort();
  // memcached refuses to run as root without -u.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(program, ['-l', '127.0.0.1', '-p', String(port), ...user], { stdio: 'inherit' });
  try {
    const real = await connectTo(port, child);
    await real.send(`ms ${clock.key} 0 T${clock.ttlS}\r\n\r\n`);
    const random = await randomSequences(real);
    const slow = await timed(real);
    real.close();
    const failed = random.failed + slow.failed;
    console.log(`${random.passed + slow.passed} passed, ${failed} failed`);
    return failed > 0 ? 1 : 0;
  } finally {
    child.kill();
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0) return checkRealServer();
  const [option, file] = args;
  if (option === '--golden' && file !== undefined && args.length === 2) return checkGoldenFile(file);
  console.error('usage: npm run test:memcached [-- --golden FILE]');
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
