// What the views of the network draw. The block tree by height: what all nodes together have, or what one has. A block that was not the first on its parent
// opened a branch, in the order in which they were opened; nothing moves however the tree grows.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params, Scene } from '../../../contract/system.ts';
import { bestChain, blockOf, blocksOf, confirmations, workTo } from './chain.ts';
import { oddsText } from './odds.ts';
import { balancesOf, coinsText, finderOf, PAID } from './payments.ts';
import { ATTACKER, networkSettings } from './settings.ts';
import type { BlockRecord, Network, Node } from './state.ts';
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
  /** Hashes expected behind it. */
  readonly work: number;
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
  /** What an attacker's chance is against so many confirmations, where somebody pays and attacks. */
  readonly odds: Text | null;
  /** What each node believes, where they are few. */
  readonly nodes: readonly NodeRow[];
}

/** Everything of the run that can be looked into: the blocks of those who are seen, as they keep them. */
export interface ExplorerScene extends Scene {
  readonly kind: 'explorer';
  readonly kept: readonly string[];
  readonly believed: string;
}

/** One node, as the table of nodes has it. */
export interface NodeRow {
  readonly id: string;
  readonly tip: string;
  readonly height: number;
  readonly pool: readonly string[];
  /** Confirmations of the payment in its chain; null where nobody pays. */
  readonly confirmed: number | null;
  /** Of its own, in its own chain: "50", "49.9999", "184.5 × 10^9". */
  readonly coins: string;
}

export interface NodesScene extends Scene {
  readonly kind: 'nodes';
  readonly nodes: readonly NodeRow[];
  /** How many stand on each tip, most first. */
  readonly tips: readonly { readonly tip: string; readonly count: number }[];
}

interface Seen {
  readonly block: BlockRecord;
  readonly work: number;
  readonly line: string;
}

/** What those who are seen have, by height, then by name; and who stands on what. */
interface All {
  readonly inOrder: readonly Seen[];
  readonly tipOf: ReadonlyMap<string, readonly string[]>;
  readonly believed: string;
}

/** Several views draw one state. */
const known = new WeakMap<Network, { readonly of: string; readonly all: All }>();

function seenIn(world: Network, seen: readonly string[]): All {
  const of = seen.join(' ');
  const last = known.get(world);
  if (last?.of === of) return last.all;
  const all = gathered(world, seen);
  known.set(world, { of, all });
  return all;
}

function gathered(world: Network, seen: readonly string[]): All {
  const all = new Map<string, Seen>();
  const tipOf = new Map<string, string[]>();
  for (const id of seen) {
    const node = nodeIn(world, id);
    blocksOf(node).forEach((block, at) => {
      if (!all.has(block.name))
        all.set(block.name, { block, work: workTo(node, block.name), line: node.kept[at] as string });
    });
    tipOf.set(node.tip, [...(tipOf.get(node.tip) ?? []), id]);
  }
  const inOrder = [...all.values()].sort(
    ({ block: a }, { block: b }) => a.height - b.height || (a.name < b.name ? -1 : 1),
  );
  const standing = ({ block }: Seen): number => tipOf.get(block.name)?.length ?? 0;
  const believed = inOrder.reduce((best, one) => (standing(one) >= standing(best) ? one : best));
  return { inOrder, tipOf, believed: believed.block.name };
}

const seenBy = (eye: string | null, params: Params): readonly string[] =>
  eye === null ? networkSettings(params).nodes : [eye];

function oddsOf(params: Params): Text | null {
  const { payments, finds, z } = networkSettings(params);
  if (!payments || finds[ATTACKER] === 0) return null;
  const share = Number(params.share);
  return text('blocks.odds', { share, z, odds: oddsText(share, z) });
}

/** As many nodes are told of beside the tree. */
const MOST_BESIDE = 5;

/** More coins than there can be: as many figures as a column has room for. */
const MANY_SATOSHI = 1e16;
const shortCoins = (satoshi: number): string =>
  satoshi < MANY_SATOSHI ? coinsText(satoshi) : `${(satoshi / 1e17).toFixed(1)} × 10^9`;

function nodeRow(id: string, node: Node, payments: boolean): NodeRow {
  const { tip, pool } = node;
  const coins = shortCoins(balancesOf(node).get(id) ?? 0);
  const confirmed = payments ? confirmations(bestChain(node), PAID) : null;
  return { id, tip, height: blockOf(node, tip).height, pool, confirmed, coins };
}

export function networkScene(kind: string, world: Network, eye: string | null, params: Params): Scene | null {
  const seen = seenBy(eye, params);
  const { payments } = networkSettings(params);
  const few = seen.length <= MOST_BESIDE;
  const rows = (): readonly NodeRow[] => seen.map((id) => nodeRow(id, nodeIn(world, id), payments));
  if (kind === 'blocks') {
    const beside = { odds: oddsOf(params), nodes: few ? rows() : [] };
    return { ...blocksScene(world, eye, seen), ...beside } satisfies BlocksScene;
  }
  if (kind === 'nodes') return nodesScene(world, seen, rows());
  if (kind === 'explorer') return explorerScene(world, seen);
  return null;
}

function explorerScene(world: Network, seen: readonly string[]): ExplorerScene {
  const { inOrder, believed } = seenIn(world, seen);
  return { kind: 'explorer', believed, kept: inOrder.map(({ line }) => line) };
}

function nodesScene(world: Network, seen: readonly string[], nodes: readonly NodeRow[]): NodesScene {
  const { tipOf } = seenIn(world, seen);
  return {
    kind: 'nodes',
    tips: [...tipOf]
      .map(([tip, those]) => ({ tip, count: those.length }))
      .sort((a, b) => b.count - a.count || (a.tip < b.tip ? -1 : 1)),
    nodes,
  };
}

function blocksScene(
  world: Network,
  eye: string | null,
  seen: readonly string[],
): Omit<BlocksScene, 'odds' | 'nodes'> {
  const { inOrder, tipOf, believed } = seenIn(world, seen);
  const places = new Map((world.record as readonly string[]).map((name, index) => [name, index + 1]));
  const rows = new Map<string, number>();
  for (const { block } of inOrder)
    rows.set(block.name, places.get(block.name) ?? rows.get(block.parent ?? '') ?? 0);
  return {
    kind: 'blocks',
    seenBy: eye,
    believed,
    height: inOrder.at(-1)?.block.height ?? 0,
    blocks: inOrder.map(({ work, block: { name, parent, height, payments, hash } }) => ({
      id: name,
      parent,
      row: rows.get(name) ?? 0,
      slot: height + 1,
      height,
      finder: finderOf(name),
      payments,
      hash: shortHash(hash),
      work,
      tipOf: tipOf.get(name) ?? [],
    })),
  };
}
