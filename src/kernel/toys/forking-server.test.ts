import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexOf, utf8 } from '../../base/bytes.ts';
import { createJobRunner } from '../../compute/job-runner.ts';
import { explore } from '../explore.ts';
import { addressOf } from '../job.ts';
import type { Checks } from './forking-server.ts';
import { forkingServer } from './forking-server.ts';
import { replayIdeal, replayReal } from './replay.ts';
import { isSignedBy, signatureJobs, signJob } from './signatures.ts';

const runner = createJobRunner({
  workers: 0,
  load: async () => ({ jobs: signatureJobs }),
  start: () => {
    throw new Error('inline only');
  },
});

const searched = (checks: Checks) => {
  const { complete, states, properties } = explore(forkingServer(checks));
  const consistent = properties['fork-consistent'];
  return { complete, states, verdict: consistent?.verdict, choices: consistent?.choices, properties };
};

describe('a server that forks two clients', () => {
  it('breaks fork consistency by an entry it made up where clients check nothing', () => {
    const { verdict, choices } = searched('none');
    expect(verdict).toBe('violated');
    expect(choices).toEqual(['fork:server', 'invent:a', 'serve:a']);
  });

  it('breaks it where clients check signatures but not the chain: shortest, by one entry shown twice', () => {
    const { verdict, choices } = searched('signatures');
    expect(verdict).toBe('violated');
    expect(choices).toEqual(['serve:a', 'fork:server', 'slip:a', 'serve:a']);
  });

  it('joins what it forked where the chain is not checked, and is caught by who checks it', async () => {
    const join = ['fork:server', 'serve:a', 'serve:b', 'slip:b', 'serve:b'];
    const last = async (checks: Checks) =>
      (await replayReal(forkingServer(checks), join, runner)).verdicts.at(-1);
    expect(await last('signatures')).toEqual(['violated', 'violated', 'not reached']);
    expect(await last('chain')).toEqual(['holds', 'violated', 'reached']);
  });

  it('can only fork, and is caught at any other lie, where each entry signs the one before', () => {
    const { complete, states, verdict, properties } = searched('chain');
    expect({ complete, verdict, states }).toEqual({ complete: true, verdict: 'holds', states: 3478 });
    expect(properties['one-view']?.verdict).toBe('violated');
    expect(properties.caught?.verdict).toBe('reached');
  });

  it.each(['none', 'signatures', 'chain'] as const)(
    'gives real signatures the verdicts of the ideal ones, step by step, on every counterexample: %s',
    async (checks) => {
      const model = forkingServer(checks);
      const runs = Object.values(explore(model).properties).flatMap(({ choices }) =>
        choices ? [choices] : [],
      );
      expect(runs.length).toBeGreaterThan(1);
      for (const choices of runs) {
        const real = await replayReal(model, choices, runner);
        expect(real.verdicts).toEqual(replayIdeal(model, choices).verdicts);
      }
    },
  );

  it('gives them the same choices and verdicts on random runs', async () => {
    const model = forkingServer('chain');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20), { maxLength: 9 }), async (picks) => {
        const keys: string[] = [];
        let state = model.init();
        for (const pick of picks) {
          const enabled = model.enabled(state);
          const action = enabled[pick % enabled.length];
          if (!action) break;
          keys.push(action.key);
          state = model.next(state, action);
        }
        const ideal = replayIdeal(model, keys);
        const real = await replayReal(model, keys, runner);
        expect(real.verdicts).toEqual(ideal.verdicts);
        const keysAt = (states: typeof ideal.states) =>
          states.map((at) => model.enabled(at).map(({ key }) => key));
        expect(keysAt(real.states)).toEqual(keysAt(ideal.states));
      }),
      { numRuns: 25 },
    );
  });
});

describe('signatures', () => {
  it('are Ed25519 as published: RFC 8032, 7.1, test 2', () => {
    const secret = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb';
    const signed = ed25519.sign(Uint8Array.of(0x72), Uint8Array.from(Buffer.from(secret, 'hex')));
    expect(hexOf(signed)).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('of either kind hold for their signer and message alone', async () => {
    const job = signJob('a', 'hello');
    for (const signature of [addressOf(job), hexOf(await runner.run(job))]) {
      expect(isSignedBy('a', 'hello', signature)).toBe(true);
      expect(isSignedBy('b', 'hello', signature)).toBe(false);
      expect(isSignedBy('a', 'hullo', signature)).toBe(false);
    }
    expect(isSignedBy('a', 'hello', hexOf(sha256(utf8('guess'))))).toBe(false);
  });
});
