// The block tree by height: what all nodes together have, or what one has. A block that was not the first on its parent
// opened a branch, in the order in which they were opened; nothing moves however the tree grows.

import type { Params, Scene } from '../../../contract/system.ts';
import { blocksOf } from './chain.ts';
import { finderOf } from './payments.ts';
import { networkSettings } from './settings.ts';
import type { BlockRecord, Network } from './state.ts';
import { nodeIn, shortHash } from './step.ts';

export interface DrawnBlock {
  readonly id: string;
  readonly parent: string | null;
  readonly row: number;
  /** Its height, from 1. */
  readonly slot: number;
  readonly height: number;
  readonly finder: string;
  readonly payments: readonly string[];
  readonly hash: string;
  /** Nodes whose tip it is; none but the one who looks. */
  readonly tipOf: readonly string[];
}

export interface BlocksScene extends Scene {
  readonly kind: 'blocks';
  readonly seenBy: string | null;
  readonly blocks: readonly DrawnBlock[];
  /** The tip on which most of those who are seen stand; of two alike the higher one. */
  readonly believed: string;
  /** The most height there is. */
  readonly height: number;
}

export function blocksScene(world: Network, seenBy: string | null, params: Params): BlocksScene {
  const { nodes } = networkSettings(params);
  const seen = seenBy === null ? nodes : [seenBy];
  const all = new Map<string, BlockRecord>();
  const tipOf = new Map<string, string[]>();
  for (const id of seen) {
    const node = nodeIn(world, id);
    for (const block of blocksOf(node)) all.set(block.name, block);
    tipOf.set(node.tip, [...(tipOf.get(node.tip) ?? []), id]);
  }
  const places = new Map((world.record as readonly string[]).map((name, index) => [name, index + 1]));
  const rows = new Map<string, number>();
  const inOrder = [...all.values()].sort((a, b) => a.height - b.height || (a.name < b.name ? -1 : 1));
  for (const { name, parent } of inOrder) rows.set(name, places.get(name) ?? rows.get(parent ?? '') ?? 0);
  const standing = ({ name }: BlockRecord): number => tipOf.get(name)?.length ?? 0;
  const believed = inOrder.reduce((best, block) => (standing(block) >= standing(best) ? block : best));
  return {
    kind: 'blocks',
    seenBy,
    believed: believed.name,
    height: inOrder.at(-1)?.height ?? 0,
    blocks: inOrder.map(({ name, parent, height, payments, hash }) => ({
      id: name,
      parent,
      row: rows.get(name) ?? 0,
      slot: height + 1,
      height,
      finder: finderOf(name),
      payments,
      hash: shortHash(hash),
      tipOf: tipOf.get(name) ?? [],
    })),
  };
}
