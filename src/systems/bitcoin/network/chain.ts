// A node's tree of blocks, and the chain of it that it believes. All blocks have the same target here, so that most work
// is most height. A node keeps a block as one line, so that thirty nodes with hundreds of blocks each stay a small state;
// what is read out of the lines is remembered beside them.

import type { BlockRecord, Node } from './state.ts';

const lineOf = ({ name, parent, height, time, nonce, hash, payments }: BlockRecord): string =>
  [name, parent ?? '', height, time, nonce, hash, ...payments].join(' ');

function blockIn(line: string): BlockRecord {
  const [name = '', parent = '', height, time, nonce, hash = '', ...payments] = line.split(' ');
  return {
    name,
    height: Number(height),
    parent: parent === '' ? null : parent,
    payments,
    time: Number(time),
    nonce: Number(nonce),
    hash,
  };
}

interface Tree {
  readonly blocks: readonly BlockRecord[];
  readonly byName: ReadonlyMap<string, BlockRecord>;
}

const treeWith = (blocks: readonly BlockRecord[]): Tree => ({
  blocks,
  byName: new Map(blocks.map((block) => [block.name, block])),
});

const trees = new WeakMap<readonly string[], Tree>();

function treeOf(kept: readonly string[]): Tree {
  let tree = trees.get(kept);
  if (!tree) {
    tree = treeWith(kept.map(blockIn));
    trees.set(kept, tree);
  }
  return tree;
}

/** By height, then by name. */
export const blocksOf = ({ kept }: Pick<Node, 'kept'>): readonly BlockRecord[] => treeOf(kept).blocks;

export const hasBlock = ({ kept }: Pick<Node, 'kept'>, name: string): boolean =>
  treeOf(kept).byName.has(name);

export function blockOf({ kept }: Pick<Node, 'kept'>, name: string): BlockRecord {
  const found = treeOf(kept).byName.get(name);
  if (!found) throw new RangeError(`no block ${name}`);
  return found;
}

/** From the first block to this one. */
export function chainTo(node: Pick<Node, 'kept'>, name: string): readonly BlockRecord[] {
  const out: BlockRecord[] = [];
  for (let at: string | null = name; at !== null; ) {
    const block = blockOf(node, at);
    out.push(block);
    at = block.parent;
  }
  return out.reverse();
}

const chains = new WeakMap<Node, readonly BlockRecord[]>();

export function bestChain(node: Node): readonly BlockRecord[] {
  let chain = chains.get(node);
  if (!chain) {
    chain = chainTo(node, node.tip);
    chains.set(node, chain);
  }
  return chain;
}

/** Where two chains part: how many blocks they have in common. */
export function common(a: readonly BlockRecord[], b: readonly BlockRecord[]): number {
  let at = 0;
  while (at < a.length && a[at]?.name === b[at]?.name) at++;
  return at;
}

/** What is kept with these blocks too. */
export function withBlocks(kept: readonly string[], more: readonly BlockRecord[]): readonly string[] {
  const { blocks, byName } = treeOf(kept);
  const lacked = more.filter(({ name }) => !byName.has(name));
  if (lacked.length === 0) return kept;
  const lines = new Map(blocks.map((block, at) => [block, kept[at] as string]));
  const all = [...blocks, ...lacked].sort((a, b) => a.height - b.height || (a.name < b.name ? -1 : 1));
  const now = all.map((block) => lines.get(block) ?? lineOf(block));
  trees.set(now, treeWith(all));
  return now;
}

/** Confirmations of a payment in this chain: 1 in the last block, 0 where it is in none. */
export function confirmations(chain: readonly BlockRecord[], payment: string): number {
  const at = chain.findIndex(({ payments }) => payments.includes(payment));
  return at < 0 ? 0 : chain.length - at;
}
