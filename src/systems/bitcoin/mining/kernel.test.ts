import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { kernelTypeScript } from '../../../../scripts/mining-kernel.ts';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { random32 } from '../../../base/rng.ts';
import { FARTHEST } from '../../../kernel/job.ts';
import { displayed, hashOf, highest } from './hash.ts';
import { firstHashes, JOB_WORDS, nextBelow, prepare } from './kernel.generated.ts';
import { mineScan } from './scan.ts';
import { ROUND, START, sha256Words, stateAfter } from './sha256-words.ts';
import { BLOCK_64, GENESIS, targetOf } from './testing/headers.ts';

const source = fileURLToPath(new URL('./kernel.generated.ts', import.meta.url));

/** A header of random bytes. */
const randomHeader = (seed: number): Uint8Array =>
  Uint8Array.from({ length: 80 }, (_, i) => random32(seed, i) & 255);

const jobOf = (header: Uint8Array): Int32Array => {
  const view = new DataView(header.buffer);
  const job = new Int32Array(JOB_WORDS);
  const tail = [64, 68, 72].map((at) => view.getInt32(at));
  prepare(Int32Array.from([...stateAfter(header.subarray(0, 64)), ...tail]), job);
  return job;
};

describe('the kernel', () => {
  it('is what its generator writes', () => {
    expect(readFileSync(source, 'utf8')).toBe(kernelTypeScript());
  });

  it('begins with the constants of the standard', () => {
    expect(
      [ROUND[0], ROUND[63], START[0], START[7]].map((word) => ((word as number) >>> 0).toString(16)),
    ).toEqual(['428a2f98', 'c67178f2', '6a09e667', '5be0cd19']);
  });

  it('its words make the hash of the library, at every length around the edges of blocks', () => {
    for (const length of [0, 1, 32, 55, 56, 63, 64, 65, 80, 119, 120, 128]) {
      const bytes = Uint8Array.from({ length }, (_, i) => random32(length, i) & 255);
      expect(hexOf(sha256Words(bytes))).toBe(hexOf(sha256(bytes)));
    }
  });

  it('hashes random headers as the library does', () => {
    const digests = new Int32Array(8 * 64);
    for (let seed = 1; seed <= 40; seed++) {
      const header = randomHeader(seed);
      const from = random32(seed, 1000);
      firstHashes(jobOf(header), from, 64, digests);
      for (const at of [0, 1, 63]) {
        const bytes = Uint8Array.from(header);
        new DataView(bytes.buffer).setUint32(76, from + at, true);
        const own = new DataView(new ArrayBuffer(32));
        for (let i = 0; i < 8; i++) own.setInt32(4 * i, digests[8 * at + i] as number);
        expect(hexOf(new Uint8Array(own.buffer))).toBe(hexOf(sha256(bytes)));
      }
    }
  });

  it('finds exactly the nonces whose hash is low enough, whichever bits that takes', () => {
    const digests = new Int32Array(8 * 64);
    for (let seed = 1; seed <= 12; seed++) {
      const header = randomHeader(100 + seed);
      const most = 0xffffffff >>> (seed % 12);
      firstHashes(jobOf(header), 0, 64, digests);
      const found: number[] = [];
      for (let at = nextBelow(digests, 0, 64, most); at >= 0; at = nextBelow(digests, at + 1, 64, most))
        found.push(at);
      const wanted = Array.from({ length: 64 }, (_, n) => n).filter(
        (n) => highest(displayed(hashOf(header, n))) <= most,
      );
      expect(found).toEqual(wanted);
    }
  });

  it('stays where V8 still optimises: under 55,000 bytes of bytecode for each function', () => {
    const script = `import * as k from ${JSON.stringify(source)};
      const job = new Int32Array(k.JOB_WORDS);
      k.prepare(new Int32Array(11), job);
      k.firstHashes(job, 0, 1, new Int32Array(8));
      k.nextBelow(new Int32Array(8), 0, 1, 0);`;
    for (const name of ['firstHashes', 'nextBelow']) {
      const printed = execFileSync(
        process.execPath,
        [
          '--print-bytecode',
          `--print-bytecode-filter=${name}`,
          '--import',
          'tsx',
          '--input-type=module',
          '-e',
          script,
        ],
        { encoding: 'utf8', maxBuffer: 2 ** 28 },
      );
      const length = Number(/Bytecode length: (\d+)/.exec(printed)?.[1]);
      expect(length).toBeGreaterThan(10_000);
      expect(length).toBeLessThan(55_000);
    }
  });
});

describe('mining', () => {
  const mine = (header: string, from: number, to: number, target = targetOf(header)) => {
    const nearest = { ...FARTHEST };
    return { nonce: mineScan({ header, target } as never)(from, to, nearest), nearest };
  };

  it('finds the nonce of the genesis block and of block 64, from a little before', () => {
    expect(mine(GENESIS, 2_083_236_893 - 5000, 2_083_236_893 + 100).nonce).toBe(2_083_236_893);
    expect(mine(BLOCK_64, 82_803_279 - 5000, 82_803_279 + 100).nonce).toBe(82_803_279);
    expect(hexOf(displayed(hashOf(bytesOfHex(GENESIS), 2_083_236_893)))).toBe(
      '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f',
    );
  });

  it('knows both ends of a range: the first nonce is in it, the last is not', () => {
    expect(mine(BLOCK_64, 82_803_279, 82_803_280).nonce).toBe(82_803_279);
    expect(mine(BLOCK_64, 82_803_278, 82_803_279).nonce).toBe(-1);
    expect(mine(BLOCK_64, 82_803_280, 82_803_400).nonce).toBe(-1);
  });

  it('goes up to the last of all nonces', () => {
    const last = 2 ** 32 - 1;
    const shown = (header: string, nonce: number) => hexOf(displayed(hashOf(bytesOfHex(header), nonce)));
    // A header for which the last of the last 20 nonces has the lowest hash of them.
    let header = '';
    for (let seed = 1; header === ''; seed++) {
      const one = hexOf(randomHeader(seed));
      const lower = Array.from({ length: 19 }, (_, i) => shown(one, last - 1 - i)).every(
        (hash) => hash > shown(one, last),
      );
      if (lower) header = one;
    }
    const target = shown(header, last);
    expect(mine(header, last - 19, 2 ** 32, target).nonce).toBe(last);
    const below = `${target.slice(0, 62)}${(Number.parseInt(target.slice(62), 16) - 1).toString(16).padStart(2, '0')}`;
    expect(mine(header, last, 2 ** 32, below).nonce).toBe(-1);
  });

  it('says which nonce came nearest, by the highest 32 bits', () => {
    const header = hexOf(randomHeader(9));
    const { nonce, nearest } = mine(header, 100, 3000, '00'.repeat(32));
    expect(nonce).toBe(-1);
    const scores = Array.from({ length: 2900 }, (_, i) =>
      highest(displayed(hashOf(bytesOfHex(header), 100 + i))),
    );
    expect(nearest.score).toBe(Math.min(...scores));
    expect(nearest.at).toBe(100 + scores.indexOf(nearest.score));
  });
});
