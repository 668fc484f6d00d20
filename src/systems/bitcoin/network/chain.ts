// A node's tree of blocks, and the chain of it that it believes. All blocks have the same target here, so that most work
// is most height. A node keeps a block as one line, so that thirty nodes with hundreds of blocks each stay a small state;
// what is read out of the lines is remembered beside them.

import type { BlockRecord, Node } from './state.ts';

/** Before its payments stands how many outputs its reward has, where they are more than one: "+4". */
const lineOf = ({ name, parent, height, time, nonce, hash, outs, payments }: BlockRecord): string =>
  [name, parent ?? '', height, time, nonce, hash, ...(outs ? [`+${outs}`] : []), ...payments].join(' ');

function blockIn(line: string): BlockRecord {
  const [name = '', parent = '', height, time, nonce, hash = '', ...rest] = line.split(' ');
  const outs = rest[0]?.startsWith('+') ? { outs: Number(rest[0]) } : {};
  return {
    name,
    height: Number(height),
    parent: parent === '' ? null : parent,
    payments: rest.filter((payment) => !payment.startsWith('+')),
    time: Number(time),
    nonce: Number(nonce),
    hash,
    ...outs,
  };
}

interface Tree {
  readonly blocks: readonly BlockRecord[];
  readonly byName: ReadonlyMap<string, BlockRecord>;
  /** The chain that was asked for last: the next one has most of it. */
  near: readonly BlockRecord[];
}

const treeWith = (blocks: readonly BlockRecord[], near: Tree['near']): Tree => ({
  blocks,
  byName: new Map(blocks.map((block) => [block.name, block])),
  near,
});

const trees = new WeakMap<readonly string[], Tree>();

function treeOf(kept: readonly string[]): Tree {
  let tree = trees.get(kept);
  if (!tree) {
    tree = treeWith(kept.map(blockIn), []);
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
export function chainTo({ kept }: Pick<Node, 'kept'>, name: string): readonly BlockRecord[] {
  const tree = treeOf(kept);
  const { near } = tree;
  const out: BlockRecord[] = [];
  let at: BlockRecord | null = blockOf({ kept }, name);
  while (at !== null && near[at.height]?.name !== at.name) {
    out.push(at);
    at = at.parent === null ? null : blockOf({ kept }, at.parent);
  }
  const same = at === null ? 0 : at.height + 1;
  if (out.length > 0 || same < near.length) tree.near = [...near.slice(0, same), ...out.reverse()];
  return tree.near;
}

export const bestChain = (node: Node): readonly BlockRecord[] => chainTo(node, node.tip);

/** Where two chains part: how many blocks they have in common. */
export function common(a: readonly BlockRecord[], b: readonly BlockRecord[]): number {
  let at = 0;
  while (at < a.length && a[at]?.name === b[at]?.name) at++;
  return at;
}

const isAfter = (a: BlockRecord, b: BlockRecord): boolean =>
  a.height > b.height || (a.height === b.height && a.name > b.name);

/** What is kept with these blocks too. */
export function withBlocks(kept: readonly string[], more: readonly BlockRecord[]): readonly string[] {
  const { blocks, byName, near } = treeOf(kept);
  const lacked = more.filter(({ name }) => !byName.has(name));
  if (lacked.length === 0) return kept;
  const now = [...kept];
  const all = [...blocks];
  for (const block of lacked) {
    let at = all.length;
    while (at > 0 && isAfter(all[at - 1] as BlockRecord, block)) at--;
    all.splice(at, 0, block);
    now.splice(at, 0, lineOf(block));
  }
  trees.set(now, treeWith(all, near));
  return now;
}

/** Confirmations of a payment in this chain: 1 in the last block, 0 where it is in none. */
export function confirmations(chain: readonly BlockRecord[], payment: string): number {
  const at = chain.findIndex(({ payments }) => payments.includes(payment));
  return at < 0 ? 0 : chain.length - at;
}
