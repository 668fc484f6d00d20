// A chain of headers, one after another from some height on: each is held against the rules with what the chain so far
// tells of its place. Each is judged with the one before it in the chain as its parent, whether that one was valid or
// not, so that what is named is a header's own fault.

import type { Header } from './header.ts';
import { blockHash } from './header.ts';
import type { HeaderContext } from './header-rules.ts';
import { headerBroken } from './header-rules.ts';
import type { Network } from './network.ts';
import { MEDIAN_OF } from './network.ts';
import type { Retarget } from './retarget.ts';
import { medianTime, retarget } from './retarget.ts';
import type { Broken, HeaderRule } from './rules.ts';
import { workOf } from './target.ts';

export interface ChainStart {
  readonly network: Network;
  /** Of the first header; null where nobody knows. */
  readonly height: number | null;
  /** Time of the first block of the period in which the chain begins, where that block is not in the chain. */
  readonly periodTime?: number | undefined;
  readonly now?: number | undefined;
}

export type Unchecked = 'first' | 'eleven' | 'period' | 'height';

export interface Judged {
  readonly height: number;
  readonly hash: Uint8Array;
  readonly broken: readonly Broken<HeaderRule>[];
  /** Rules that lack their context here: the block before, the eleven times before, the start of the period, the height. */
  readonly unchecked: readonly { readonly rule: HeaderRule; readonly why: Unchecked }[];
  /** What it was held against. */
  readonly context: HeaderContext;
  /** Whether it is the first of a period: its bits are computed anew. */
  readonly boundary: boolean;
  /** How, where the stamps for it are there. */
  readonly retarget: Retarget | null;
}

const NOTHING = new Uint8Array(32);

export class HeaderChain {
  height: number;
  chainwork = 0n;
  private readonly start: ChainStart;
  private readonly times: number[] = [];
  private previous: Uint8Array | undefined;
  private last: Header | undefined;
  private periodTime: number | undefined;
  /** Work by bits: few values, asked for often. */
  private readonly works = new Map<number, bigint>();

  constructor(start: ChainStart) {
    this.start = start;
    this.height = start.height ?? 0;
    this.periodTime = start.periodTime;
    if (start.height === 0) this.previous = NOTHING;
  }

  /** How the target is set anew here; null where it is not, or where nobody can know. */
  private anew(boundary: boolean): Retarget | null {
    const { network } = this.start;
    if (!boundary || !network.retargets || !this.last || this.periodTime === undefined) return null;
    return retarget(network, this.periodTime, this.last.time, this.last.bits);
  }

  /** The bits that the next header must have; undefined where that cannot be known. */
  private wanted(boundary: boolean, bits: number): number | undefined {
    const { network, height } = this.start;
    if (height === 0 && this.height === 0) return network.limitBits;
    if (!this.last) return undefined;
    // Without a height a change may be a retarget.
    if (height === null && network.retargets && bits !== this.last.bits) return undefined;
    return boundary && network.retargets ? undefined : this.last.bits;
  }

  /** Takes the next header. */
  add(header: Header, hash = blockHash(header)): Judged {
    const { height, times } = this;
    const { network, now, height: from } = this.start;
    const boundary = from !== null && height % network.interval === 0;
    const anew = this.anew(boundary);
    const bits = anew?.bits ?? this.wanted(boundary, header.bits);
    const enough = times.length === MEDIAN_OF || (from === 0 && times.length > 0);
    const context = {
      previous: this.previous,
      bits,
      medianTime: enough ? medianTime(times) : undefined,
      now,
    };
    const unchecked: Judged['unchecked'][number][] = [];
    if (!this.previous) unchecked.push({ rule: 'prev-blk-not-found', why: 'first' });
    if (bits === undefined) {
      const why = !this.last ? 'first' : boundary ? 'period' : 'height';
      unchecked.push({ rule: 'bad-diffbits', why });
    }
    if (!enough && !(from === 0 && height === 0)) unchecked.push({ rule: 'time-too-old', why: 'eleven' });
    const found = headerBroken(header, hash, context, network);
    this.take(header, hash, boundary);
    return { height, hash, broken: found, unchecked, context, boundary, retarget: anew };
  }

  private take(header: Header, hash: Uint8Array, boundary: boolean): void {
    const work = this.works.get(header.bits) ?? workOf(header.bits);
    this.works.set(header.bits, work);
    this.chainwork += work;
    if (boundary) this.periodTime = header.time;
    this.times.push(header.time);
    if (this.times.length > MEDIAN_OF) this.times.shift();
    this.previous = hash;
    this.last = header;
    this.height++;
  }
}
