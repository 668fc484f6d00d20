// All headers that a node knows, as a tree, and which of its tips counts: the valid one with the most work behind it, and
// of two with equal work the one that was seen first (Nakamoto 2008, section 5). Not the longest, and not the earliest
// stamped.

import type { Header } from './header.ts';
import { blockHash } from './header.ts';
import { headerBroken } from './header-rules.ts';
import type { Network } from './network.ts';
import { MEDIAN_OF } from './network.ts';
import { medianTime, retarget } from './retarget.ts';
import type { Broken } from './rules.ts';
import { broken } from './rules.ts';
import { workOf } from './target.ts';
import { shown } from './wire.ts';

export interface TreeBlock {
  readonly hash: string;
  readonly header: Header;
  readonly height: number;
  readonly chainwork: bigint;
  readonly parent: TreeBlock | null;
  /** Its own faults and its ancestors' are both in here. */
  readonly broken: readonly Broken[];
}

export class BlockTree {
  private readonly network: Network;
  private readonly blocks = new Map<string, TreeBlock>();
  private best: TreeBlock;

  constructor(network: Network, genesis: Header) {
    this.network = network;
    const hash = shown(blockHash(genesis));
    const work = workOf(genesis.bits);
    this.best = { hash, header: genesis, height: 0, chainwork: work, parent: null, broken: [] };
    this.blocks.set(hash, this.best);
  }

  /** The block that counts. */
  get tip(): TreeBlock {
    return this.best;
  }

  get(hash: string): TreeBlock | undefined {
    return this.blocks.get(hash);
  }

  /** The bits that a child of this block must have. */
  bitsAfter(parent: TreeBlock): number {
    const { interval, retargets } = this.network;
    if (!retargets || (parent.height + 1) % interval !== 0) return parent.header.bits;
    let first = parent;
    for (let back = interval - 1; back > 0 && first.parent; back--) first = first.parent;
    return retarget(this.network, first.header.time, parent.header.time, parent.header.bits).bits;
  }

  /** A child of this block must be stamped later than this. */
  medianTimeOf(block: TreeBlock): number {
    const times: number[] = [];
    for (let at: TreeBlock | null = block; at && times.length < MEDIAN_OF; at = at.parent)
      times.push(at.header.time);
    return medianTime(times);
  }

  /** Takes a header; one whose parent is not known is refused and not kept. */
  add(header: Header, now?: number): readonly Broken[] {
    const hash = blockHash(header);
    const known = this.blocks.get(shown(hash));
    if (known) return known.broken;
    const parent = this.blocks.get(shown(header.previous));
    if (!parent) {
      const own = headerBroken(header, hash, {}, this.network);
      return [...own, broken('prev-blk-not-found', shown(header.previous), this.best.hash)];
    }
    const found = headerBroken(
      header,
      hash,
      {
        parentValid: parent.broken.length === 0,
        bits: this.bitsAfter(parent),
        medianTime: this.medianTimeOf(parent),
        now,
      },
      this.network,
    );
    const block: TreeBlock = {
      hash: shown(hash),
      header,
      height: parent.height + 1,
      chainwork: parent.chainwork + workOf(header.bits),
      parent,
      broken: found,
    };
    this.blocks.set(block.hash, block);
    if (found.length === 0 && block.chainwork > this.best.chainwork) this.best = block;
    return found;
  }
}
