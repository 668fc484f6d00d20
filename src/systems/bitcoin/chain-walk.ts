// Real headers one can walk along: which stretches of the chain are here, and for each header what it is held against. Of
// the periods of 2,016 blocks the stamps and targets are here, not the headers.

import { bytesOfHex, hexOf } from '../../base/bytes.ts';
import type { Header } from './consensus/header.ts';
import { blockHash, parseHeader } from './consensus/header.ts';
import { MEDIAN_OF, mainnet } from './consensus/network.ts';
import { medianTime } from './consensus/retarget.ts';
import { firstHundred } from './facts/first-hundred.ts';
import { STALE_HEIGHT, staleBranch } from './facts/stale-branch.ts';
import { FIRST_HEIGHT, stampedBefore } from './facts/stamped-before.ts';
import type { HeaderPlace } from './scene-bytes.ts';

export const STRETCHES = ['first', 'before-parent', 'stale'] as const;
export type StretchId = (typeof STRETCHES)[number];

export interface Walked {
  readonly height: number;
  readonly hex: string;
  readonly header: Header;
  /** In the order of SHA-256. */
  readonly hash: string;
  readonly place: HeaderPlace;
  /** Seconds from the stamp of the one before; null where that is not here. */
  readonly after: number | null;
}

const HEX: Readonly<Record<StretchId, readonly [height: number, rows: readonly string[]]>> = {
  first: [0, firstHundred],
  'before-parent': [FIRST_HEIGHT, stampedBefore],
  stale: [STALE_HEIGHT, staleBranch],
};
const GENESIS_PREVIOUS = '0'.repeat(64);

const known = new Map<StretchId, readonly Walked[]>();

/** In order of height. */
export function stretch(id: StretchId): readonly Walked[] {
  const made = known.get(id);
  if (made) return made;
  const [from, rows] = HEX[id];
  const headers = rows.map((hex) => parseHeader(bytesOfHex(hex)));
  const hashes = headers.map((header) => hexOf(blockHash(header)));
  const all = rows.map((hex, i): Walked => {
    const header = headers[i] as Header;
    const before = headers[i - 1];
    const height = from + i;
    const times = headers.slice(Math.max(0, i - MEDIAN_OF), i).map(({ time }) => time);
    const enough = times.length === MEDIAN_OF || (from === 0 && times.length > 0);
    // The first of a period has its target from stamps that are not here.
    const first = from === 0 ? mainnet.limitBits : null;
    const kept = before && height % mainnet.interval !== 0 ? before.bits : null;
    return {
      height,
      hex,
      header,
      hash: hashes[i] as string,
      after: before ? header.time - before.time : null,
      place: {
        previous: hashes[i - 1] ?? (from === 0 ? GENESIS_PREVIOUS : null),
        bits: i === 0 ? first : kept,
        medianTime: enough ? medianTime(times) : null,
      },
    };
  });
  known.set(id, all);
  return all;
}
