// Fast verification of an old operation (simplified name verification): from one consensus hash that is trusted, hop by
// hop back to the block of the operation. Each hop takes the farthest height of the skip list that is not past the goal.
// What a hop was told (an operations hash and a few consensus hashes) is hashed and held against the hash it is trusted
// for, so that nobody on the way has to be believed.

import { consensusHash, opsHash, skips } from './consensus.ts';

/** What somebody who is not trusted says of a height. */
export interface Told {
  readonly opsHash: string;
  /** Consensus hashes of the heights that it skips to, nearest first. */
  readonly previous: readonly string[];
}

/** The heights on the way from one that is trusted to an older one, both included. */
export function hops(from: number, to: number, first: number): readonly number[] {
  const out = [from];
  for (let at = from; at > to; out.push(at))
    at = skips(at, first).reduce((best, one) => (one >= to ? one : best), at - 1);
  return out;
}

export type Verified =
  | { readonly ok: true; readonly path: readonly number[]; readonly fetched: number }
  | {
      readonly ok: false;
      readonly path: readonly number[];
      readonly fetched: number;
      /** The height at which what was told is not what is trusted. */
      readonly height: number;
      readonly of: 'consensus' | 'operations';
      readonly expected: string;
      readonly actual: string;
    };

/**
 * Whether block `to` has exactly these operations, by the consensus hash `trusted` of block `from`. `ask` is told by
 * whoever has it. `fetched` counts hops: a consensus hash each.
 */
export function verified(
  trusted: string,
  from: number,
  to: number,
  first: number,
  operations: readonly string[],
  ask: (height: number) => Told,
): Verified {
  const path = hops(from, to, first);
  let expected = trusted;
  for (const [at, height] of path.entries()) {
    const told = ask(height);
    const actual = consensusHash(told.opsHash, told.previous);
    if (actual !== expected)
      return { ok: false, path, fetched: at, height, of: 'consensus', expected, actual };
    const next = path[at + 1];
    if (next === undefined) {
      const own = opsHash(operations);
      if (own === told.opsHash) return { ok: true, path, fetched: at };
      return {
        ok: false,
        path,
        fetched: at,
        height,
        of: 'operations',
        expected: told.opsHash,
        actual: own,
      };
    }
    expected = told.previous[skips(height, first).indexOf(next)] as string;
  }
  throw new Error('a path without its end');
}
