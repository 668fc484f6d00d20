// Two kinds of signature behind one check. In a real run a signature is a Job's bytes: Ed25519 (RFC 8032), which is
// deterministic, with keys from fixed seeds. In a search the Job's address stands for it: ideal signatures, which nobody
// can make but by signing, since no move of any model here computes an address.

import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, utf8 } from '../../base/bytes.ts';
import type { Job, JobTable } from '../job.ts';
import { addressOf } from '../job.ts';

const REAL_HEX_LENGTH = 128;

const secretOf = (who: string): Uint8Array => sha256(utf8(`toy key of ${who}`));

export const signJob = (who: string, message: string): Job => ({ kind: 'toy/sign', input: { who, message } });

export const signatureJobs: JobTable = {
  'toy/sign': ({ who, message }: { who: string; message: string }) =>
    ed25519.sign(utf8(message), secretOf(who)),
};

/** What a signing step leaves in the state. */
export const signatureOf = (job: Job, result: Uint8Array | undefined): string =>
  result ? hexOf(result) : addressOf(job);

export function isSignedBy(who: string, message: string, signature: string): boolean {
  if (signature.length !== REAL_HEX_LENGTH) return signature === addressOf(signJob(who, message));
  return ed25519.verify(bytesOfHex(signature), utf8(message), ed25519.getPublicKey(secretOf(who)));
}
