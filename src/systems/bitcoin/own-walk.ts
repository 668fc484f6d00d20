// Headers of a file that somebody reads, as a chain one can walk: the first and the last, those at which the target is set
// anew with the one before, and those that break a rule. The others are passed over, so that a file of any size has room.

import { hexOf } from '../../base/bytes.ts';
import type { Walked } from './chain-walk.ts';
import { parseHeader } from './consensus/header.ts';
import type { Judged } from './consensus/header-chain.ts';
import type { ImportOptions } from './consensus/import-headers.ts';
import { mainnet } from './consensus/network.ts';

const FIRST = 100;
const LAST = 10;
const MOST_BROKEN = 100;
const MOST_RETARGETS = 1000;

interface Passed {
  readonly bytes: Uint8Array;
  readonly judged: Judged;
  /** Seconds from the stamp of the one before. */
  readonly after: number | null;
  readonly easy: boolean;
}

export interface OwnWalk {
  readonly seen: NonNullable<ImportOptions['seen']>;
  /** In order of height. */
  walked(): readonly Walked[];
}

export function ownWalk(): OwnWalk {
  const kept: Passed[] = [];
  let tail: readonly Passed[] = [];
  let broken = 0;
  let retargets = 0;
  let time: number | null = null;
  const keep = (one: Passed | undefined): void => {
    if (one && (kept.at(-1)?.judged.height ?? -1) < one.judged.height) kept.push(one);
  };
  return {
    seen(bytes, stamp, judged, { limit }) {
      const after = time === null ? null : stamp - time;
      time = stamp;
      const one: Passed = { bytes: bytes.slice(), judged, after, easy: limit > mainnet.limit };
      const breaks = judged.broken.length > 0 && ++broken <= MOST_BROKEN;
      const anew = judged.retarget !== null && ++retargets <= MOST_RETARGETS;
      if (breaks || anew) keep(tail.at(-1));
      if (breaks || anew || kept.length < FIRST) keep(one);
      tail = [...tail.slice(1 - LAST), one];
    },
    walked() {
      for (const one of tail) keep(one);
      return kept.map(walkedOf);
    },
  };
}

function walkedOf({ bytes, judged, after, easy }: Passed): Walked {
  const { previous, bits, medianTime } = judged.context;
  return {
    height: judged.height,
    hex: hexOf(bytes),
    header: parseHeader(bytes),
    hash: hexOf(judged.hash),
    after,
    retarget: judged.retarget,
    broken: judged.broken.map(({ rule }) => rule),
    place: {
      previous: previous ? hexOf(previous) : null,
      bits: bits ?? null,
      medianTime: medianTime ?? null,
      easy,
    },
  };
}
