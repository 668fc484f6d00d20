// What nodes hold and say. Blocks and payments go by names ("A2": the second block that A found; "Z", "Q"): names are the
// same in every order of events, and nothing is ordered by hash.

import type { World } from '../../../actors/world.ts';

/** The first block, which all have. */
export const GENESIS = 'G';

export interface BlockRecord {
  readonly name: string;
  readonly height: number;
  /** Name of the block it stands on; none before the first. */
  readonly parent: string | null;
  /** Names of its payments, beside its coinbase. */
  readonly payments: readonly string[];
  /** Seconds since the first block. */
  readonly time: number;
  readonly nonce: number;
  /** As people write it, 64 hex digits; in a search its name stands for it. */
  readonly hash: string;
  /** The target that its hash meets, in compact form, where it is not the usual one. */
  readonly bits?: number;
  /** Outputs of its reward, where they are more than one. */
  readonly outs?: number;
}

export interface Node {
  /** The blocks of its tree, one line each (chain.ts), by height, then by name. */
  readonly kept: readonly string[];
  /** Name of the tip of its best chain: the first seen of most work. */
  readonly tip: string;
  /** Names of payments that wait, in order of name. */
  readonly pool: readonly string[];
  /** Of a miner that chooses: what the block has that it works on, in order of name. */
  readonly chosen?: readonly string[];
  /** Coins of its best chain that are unspent, by name, sorted. */
  readonly coins: readonly string[];
  /** Blocks that it found. */
  readonly found: number;
  /** It left a block of its best chain once. */
  readonly left: boolean;
  /** Of the merchant: the payment had its confirmations. */
  readonly accepted: boolean;
  /** Of the attacker: it has paid; it holds the other payment. */
  readonly paid: boolean;
  readonly doubled: boolean;
}

export type Body =
  | { readonly kind: 'tx'; readonly payment: string }
  | { readonly kind: 'inv'; readonly block: string }
  /** `has`: the tip of who asks: what is before it, it has. */
  | { readonly kind: 'getdata'; readonly block: string; readonly has: string }
  /** The block, and every ancestor that the receiver lacks, oldest first. */
  | { readonly kind: 'block'; readonly blocks: readonly BlockRecord[] };

export type Network = World<Node, Body>;
