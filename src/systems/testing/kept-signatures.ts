// In unit tests a signature that was made or verified once is not made or verified again: both are pure, and the same
// runs are opened from nothing in test after test. Each is really made the first time, and in whatever thread of its own
// a test starts.

import { vi } from 'vitest';
import { hexOf } from '../../base/bytes.ts';

type Curve =
  | typeof import('@noble/curves/ed25519.js').ed25519
  | typeof import('@noble/curves/secp256k1.js').secp256k1;
type Pure = (...args: unknown[]) => unknown;

function kept(make: Pure): Pure {
  const made = new Map<string, unknown>();
  return (...args) => {
    const name = JSON.stringify(args.map((arg) => (arg instanceof Uint8Array ? hexOf(arg) : arg)));
    if (!made.has(name)) made.set(name, make(...args));
    const result = made.get(name);
    return result instanceof Uint8Array ? result.slice() : result;
  };
}

const keeping = <C extends Curve>(curve: C): C => ({
  ...curve,
  ...Object.fromEntries(
    (['sign', 'verify', 'getPublicKey'] as const).map((name) => [name, kept(curve[name] as Pure)]),
  ),
});

vi.mock('@noble/curves/ed25519.js', async (original) => {
  const real = await original<typeof import('@noble/curves/ed25519.js')>();
  return { ...real, ed25519: keeping(real.ed25519) };
});
vi.mock('@noble/curves/secp256k1.js', async (original) => {
  const real = await original<typeof import('@noble/curves/secp256k1.js')>();
  return { ...real, secp256k1: keeping(real.secp256k1) };
});
