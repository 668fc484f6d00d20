import { afterAll, describe, expect, it } from 'vitest';
import { parseArgs } from '../../../cli/args.ts';
import { nodeEndpoint } from '../../../cli/node-endpoint.ts';
import type { JobRunner } from '../../../compute/job-runner.ts';
import { createJobRunner } from '../../../compute/job-runner.ts';
import { triedBy } from '../../../compute/search.ts';
import type { VerbHost } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import { miningFunctions } from './functions.ts';
import { mine } from './mine.ts';
import { BLOCK_64, GENESIS } from './testing/headers.ts';

const open: JobRunner[] = [];
afterAll(() => {
  for (const runner of open) runner.close();
});

const runners = new Map<string, JobRunner>();
function runnerOf(workers: number, shareMemory: boolean): JobRunner {
  const key = `${workers} ${shareMemory}`;
  const found = runners.get(key);
  if (found) return found;
  const runner = createJobRunner({
    workers,
    shareMemory,
    start: () => nodeEndpoint(new URL('./testing/worker.ts', import.meta.url)),
    load: async () => miningFunctions,
  });
  open.push(runner);
  runners.set(key, runner);
  return runner;
}

function hostOf(shareMemory: boolean): VerbHost {
  const signal = new AbortController().signal;
  const missing = (): never => {
    throw new Error('not for mining');
  };
  return {
    bytes: missing,
    text: missing,
    chunks: missing,
    link: missing,
    jobs: (workers) => ({
      run: missing,
      begin: missing,
      memory: missing,
      search: (search, { onProgress } = {}) =>
        runnerOf(workers, shareMemory).search(search, {
          onProgress: (seats) => onProgress?.(triedBy(seats)),
          signal,
        }),
    }),
    cores: 2,
    progress() {},
    clock: () => performance.now(),
    breathe: async () => {},
    signal,
  };
}

const run = (argv: string, shareMemory = true) =>
  mine.run(parseArgs(argv.split(' '), { ...mine.options, json: 'flag' }), hostOf(shareMemory));

describe.each([
  ['one worker, shared memory', 1, true],
  ['two workers, shared memory', 2, true],
  ['four workers, shared memory', 4, true],
  ['one worker, messages', 1, false],
  ['two workers, messages', 2, false],
  ['four workers, messages', 4, false],
  ['in this thread', 0, false],
])('mine, %s', (_, workers, shareMemory) => {
  const nonceOf = async (header: string, from: number, to: number) =>
    (await run(`--header ${header} --from ${from} --to ${to} --workers ${workers}`, shareMemory)).json;

  it('finds the genesis block and block 64 from a near start, with its hash', async () => {
    expect(await nonceOf(GENESIS, 2_083_236_893 - 20_000, 2_083_236_893 + 20_000)).toMatchObject({
      nonce: 2_083_236_893,
      hash: '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f',
    });
    expect(await nonceOf(BLOCK_64, 82_803_279 - 20_000, 2 ** 32 - 1)).toMatchObject({ nonce: 82_803_279 });
  });

  it('both ends of the range are in it, and none beyond', async () => {
    expect(await nonceOf(BLOCK_64, 82_803_279, 82_803_279)).toMatchObject({ nonce: 82_803_279, hashes: 1 });
    expect(await nonceOf(BLOCK_64, 82_800_000, 82_803_279)).toMatchObject({ nonce: 82_803_279 });
    expect(await nonceOf(BLOCK_64, 82_803_279, 82_806_000)).toMatchObject({ nonce: 82_803_279 });
    expect(await nonceOf(BLOCK_64, 82_800_000, 82_803_278)).toMatchObject({
      nonce: null,
      hash: null,
      hashes: 3279,
    });
    expect(await nonceOf(BLOCK_64, 82_803_280, 82_806_000)).toMatchObject({ nonce: null, hash: null });
  });

  it('the lowest of very many nonces that will do is the one', async () => {
    // Bits 1f00ffff: one hash in 65,537; 210,270 was found once by another program (hashlib).
    const easy = `${BLOCK_64.slice(0, 144)}ffff001f${BLOCK_64.slice(152)}`;
    expect(await nonceOf(easy, 0, 2 ** 32 - 1)).toMatchObject({ nonce: 210_270 });
  });
});

describe('mine', () => {
  it('says which header and which nonces it takes', async () => {
    const refused = (argv: string) => expect(run(argv)).rejects.toThrow(UsageError);
    await refused('--from 3');
    await refused('--header 00');
    await refused(`--header ${'x'.repeat(160)}`);
    await refused(`--header ${GENESIS} --from 5 --to 4`);
    await refused(`--header ${GENESIS} --to 4294967296`);
    await refused(`--header ${GENESIS} --workers 1000`);
    await refused(`--header ${GENESIS} --to 9 extra`);
    // Bits that stand for no target: negative, and zero.
    await refused(`--header ${GENESIS.slice(0, 144)}ffff801d${GENESIS.slice(152)}`);
    await refused(`--header ${GENESIS.slice(0, 144)}00000000${GENESIS.slice(152)}`);
  });
});
