// Real headers one can walk along: which stretches of the chain are here, and for each header what it is held against. Of
// the periods of 2,016 blocks the stamps and targets are here, and of some the headers at their edges.

import { bytesOfHex, hexOf } from '../../base/bytes.ts';
import type { Header } from './consensus/header.ts';
import { blockHash, parseHeader } from './consensus/header.ts';
import { MEDIAN_OF, mainnet } from './consensus/network.ts';
import type { Retarget } from './consensus/retarget.ts';
import { medianTime, retarget } from './consensus/retarget.ts';
import { firstHundred } from './facts/first-hundred.ts';
import { periodEdges } from './facts/period-edges.ts';
import { periods } from './facts/periods.ts';
import { STALE_HEIGHT, staleBranch } from './facts/stale-branch.ts';
import { FIRST_HEIGHT, stampedBefore } from './facts/stamped-before.ts';
import type { HeaderPlace } from './scene-bytes.ts';

export const STRETCHES = ['first', 'edges', 'before-parent', 'stale'] as const;
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
  /** Of the first of a period: how the target was set anew; null elsewhere. */
  readonly retarget: Retarget | null;
  /** Rules that it breaks; absent where it breaks none. */
  readonly broken?: readonly string[];
}

const HEX: Readonly<Record<Exclude<StretchId, 'edges'>, readonly [height: number, rows: readonly string[]]>> =
  {
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
  const all = id === 'edges' ? edges() : unbroken(...HEX[id]);
  known.set(id, all);
  return all;
}

/** Headers that stand one on the other. */
function unbroken(from: number, rows: readonly string[]): readonly Walked[] {
  const headers = rows.map((hex) => parseHeader(bytesOfHex(hex)));
  const hashes = headers.map((header) => hexOf(blockHash(header)));
  return rows.map((hex, i): Walked => {
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
      retarget: null,
      place: {
        previous: hashes[i - 1] ?? (from === 0 ? GENESIS_PREVIOUS : null),
        bits: i === 0 ? first : kept,
        medianTime: enough ? medianTime(times) : null,
      },
    };
  });
}

/** Pairs: the last of a period, and the first of the next, whose target follows from the stamps of the period. */
function edges(): readonly Walked[] {
  return periodEdges.flatMap(([height, ...pair]) => {
    const [last, next] = pair.map((hex) => parseHeader(bytesOfHex(hex))) as [Header, Header];
    const [lastHash, nextHash] = [hexOf(blockHash(last)), hexOf(blockHash(next))];
    const period = periods()[height / mainnet.interval - 1];
    if (!period) throw new RangeError(`no period ends before block ${height}`);
    const anew = retarget(mainnet, period.firstTime, last.time, last.bits);
    const before: Walked = {
      height: height - 1,
      hex: pair[0],
      header: last,
      hash: lastHash,
      after: null,
      retarget: null,
      place: { previous: null, bits: period.bits, medianTime: null },
    };
    const first: Walked = {
      height,
      hex: pair[1],
      header: next,
      hash: nextHash,
      after: next.time - last.time,
      retarget: anew,
      place: { previous: lastHash, bits: anew.bits, medianTime: null },
    };
    return [before, first];
  });
}
