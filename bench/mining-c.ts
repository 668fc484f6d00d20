// The same kernel in C, and a straightforward C loop, as peers: compiled where there is a compiler, one process for each
// measurement. Auto-vectorisation is off: with it a compiler turns the loop into another program, or makes it slower.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kernelC } from '../scripts/mining-kernel.ts';
import { assert } from '../src/base/assert.ts';
import { bytesOfHex } from '../src/base/bytes.ts';
import { ROUND, START, stateAfter } from '../src/systems/bitcoin/mining/sha256-words.ts';
import { GENESIS } from '../src/systems/bitcoin/mining/testing/headers.ts';
import { GENESIS_NONCE } from './mining-contenders.ts';

const run = promisify(execFile);

export interface InC {
  readonly compiler: string;
  /** Hashes a second, over so long. */
  perSecond(which: 'kernel' | 'straightforward', ms: number): Promise<number>;
  close(): Promise<void>;
}

const words = (values: Iterable<number>): string => [...values].map((value) => `${value >>> 0}u`).join(', ');

/** `main WHICH MS`: the nonce it finds near the genesis block's, and hashes a second. */
function program(): string {
  const header = bytesOfHex(GENESIS);
  const view = new DataView(header.buffer);
  const tail = [64, 68, 72].map((at) => view.getInt32(at));
  return `${kernelC()}
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
static const uint32_t K[64] = {${words(ROUND)}};
static const uint32_t START[8] = {${words(START)}};
static const uint32_t GIVEN[11] = {${words([...stateAfter(header.subarray(0, 64)), ...tail])}};
static const uint32_t HEADER[20] = {${words(Array.from({ length: 20 }, (_, i) => view.getInt32(4 * i)))}};
#define R(x, n) ((x) >> (n) | (x) << (32 - (n)))
static void compress(uint32_t *s, const uint32_t *block) {
  uint32_t w[64], v[8];
  memcpy(w, block, 64);
  for (int t = 16; t < 64; t++) {
    uint32_t x = w[t - 15], y = w[t - 2];
    w[t] = w[t - 16] + (R(x, 7) ^ R(x, 18) ^ x >> 3) + w[t - 7] + (R(y, 17) ^ R(y, 19) ^ y >> 10);
  }
  memcpy(v, s, 32);
  for (int t = 0; t < 64; t++) {
    uint32_t t1 = v[7] + (R(v[4], 6) ^ R(v[4], 11) ^ R(v[4], 25)) + ((v[4] & v[5]) ^ (~v[4] & v[6])) + K[t] + w[t];
    uint32_t t2 = (R(v[0], 2) ^ R(v[0], 13) ^ R(v[0], 22)) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
    memmove(v + 1, v, 28);
    v[4] += t1;
    v[0] = t1 + t2;
  }
  for (int i = 0; i < 8; i++) s[i] += v[i];
}
static long plain(uint32_t from, int count) {
  uint32_t block[32] = {0};
  memcpy(block, HEADER, 80);
  block[20] = 0x80000000u;
  block[31] = 640;
  for (int i = 0; i < count; i++) {
    block[19] = __builtin_bswap32(from + i);
    uint32_t s[8], t[8], second[16] = {0};
    memcpy(s, START, 32);
    compress(s, block);
    compress(s, block + 16);
    memcpy(second, s, 32);
    second[8] = 0x80000000u;
    second[15] = 256;
    memcpy(t, START, 32);
    compress(t, second);
    if (t[7] == 0) return (long)from + i;
  }
  return -1;
}
static uint32_t job[JOB_WORDS], digests[512];
static long generated(uint32_t from, int count) {
  for (int at = 0; at < count; at += 64) {
    first_hashes(job, from + at, 64, digests);
    int found = next_below(digests, 0, 64, 0);
    if (found >= 0) return (long)from + at + found;
  }
  return -1;
}
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}
int main(int argc, char **argv) {
  long (*scan)(uint32_t, int) = strcmp(argv[1], "kernel") == 0 ? generated : plain;
  double span = atof(argv[2]) / 1000;
  prepare(GIVEN, job);
  long found = scan(${GENESIS_NONCE - 640}u, 1280), kept = 0;
  double began = now(), ended = began, hashes = 0;
  // No hash from 0 on is low enough for a long while: what is found is only kept from being left out.
  for (uint32_t from = 0; ended - began < span; from += 1024) {
    kept += scan(from, 1024);
    hashes += 1024;
    ended = now();
  }
  printf("%ld %.0f %ld\\n", found, hashes / (ended - began), kept);
  return argc > 9;
}
`;
}

/** Null, with the reason logged, where there is no compiler. */
export async function buildC(log: (line: string) => void): Promise<InC | null> {
  const folder = await mkdtemp(join(tmpdir(), 'lamplight-mining-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const { stdout } = await run('cc', ['--version']);
    const source = join(folder, 'mining.c');
    const binary = join(folder, 'mining');
    await writeFile(source, program());
    const flags = ['-O3', '-fno-tree-vectorize', '-fno-tree-slp-vectorize'];
    const native = [...flags, '-march=native', '-o', binary, source];
    // Not every compiler knows its own machine.
    await run('cc', native).catch(() => run('cc', [...flags, '-o', binary, source]));
    return {
      compiler: stdout.split('\n')[0] ?? 'cc',
      async perSecond(which, ms) {
        const printed = (await run(binary, [which, String(ms)])).stdout.split(' ').map(Number);
        assert(printed[0] === GENESIS_NONCE, `${which} in C does not find the genesis block`);
        return printed[1] as number;
      },
      close,
    };
  } catch (error) {
    await close();
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    log('skipped beside C: no compiler `cc` here (Debian: apt-get install gcc)');
    return null;
  }
}
