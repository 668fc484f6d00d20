// A node's tree of blocks, and the chain of it that it believes. A node keeps a block as one line, so that thirty nodes with hundreds of blocks each stay a small state;
// what is read out of the lines is remembered beside them.

import type { BlockRecord, Node } from './state.ts';
import { bitsOf, triesAt } from './targets.ts';

/** Before its payments stands what is not as usual: its bits, "=1f3fffff", and how many outputs its reward has, "+4". */
function lineOf({ name, parent, height, time, nonce, hash, bits, outs, payments }: BlockRecord): string {
  const unusual = [...(bits ? [`=${bits.toString(16)}`] : []), ...(outs ? [`+${outs}`] : [])];
  return [name, parent ?? '', height, time, nonce, hash, ...unusual, ...payments].join(' ');
}

function blockIn(line: string): BlockRecord {
  const [name = '', parent = '', height, time, nonce, hash = '', ...rest] = line.split(' ');
  const after = (sign: string): string | undefined => rest.find((word) => word.startsWith(sign))?.slice(1);
  const [bits, outs] = [after('='), after('+')];
  return {
    name,
    height: Number(height),
    parent: parent === '' ? null : parent,
    payments: rest.filter((word) => !/^[=+]/.test(word)),
    time: Number(time),
    nonce: Number(nonce),
    hash,
    ...(bits ? { bits: Number.parseInt(bits, 16) } : {}),
    ...(outs ? { outs: Number(outs) } : {}),
  };
}

interface Tree {
  readonly blocks: readonly BlockRecord[];
  readonly byName: ReadonlyMap<string, BlockRecord>;
  /** The chain that was asked for last: the next one has most of it. */
  near: readonly BlockRecord[];
  /** The bits of all blocks, where they are the same: then work is height. */
  readonly bits: number | null;
  /** Else the hashes expected behind each, by name; counted when they are asked for. */
  work?: ReadonlyMap<string, number>;
}

const treeWith = (blocks: readonly BlockRecord[], near: Tree['near'], bits: Tree['bits']): Tree => ({
  blocks,
  bits,
  byName: new Map(blocks.map((block) => [block.name, block])),
  near,
});

/** Null where there is none, or more than one. */
function sameBits(blocks: readonly BlockRecord[]): number | null {
  const [first] = blocks;
  return first && blocks.every((block) => bitsOf(block) === bitsOf(first)) ? bitsOf(first) : null;
}

const trees = new WeakMap<readonly string[], Tree>();

function treeOf(kept: readonly string[]): Tree {
  let tree = trees.get(kept);
  if (!tree) {
    const blocks = kept.map(blockIn);
    tree = treeWith(blocks, [], sameBits(blocks));
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

/** Hashes expected behind a block, its own among them: of two chains the one with more is believed. */
export function workTo({ kept }: Pick<Node, 'kept'>, name: string): number {
  const tree = treeOf(kept);
  if (tree.bits !== null) return (blockOf({ kept }, name).height + 1) * triesAt(tree.bits);
  tree.work ??= worksOf(tree.blocks);
  return tree.work.get(name) ?? 0;
}

function worksOf(blocks: readonly BlockRecord[]): ReadonlyMap<string, number> {
  const work = new Map<string, number>();
  for (const block of blocks)
    work.set(block.name, (work.get(block.parent ?? '') ?? 0) + triesAt(bitsOf(block)));
  return work;
}

const isAfter = (a: BlockRecord, b: BlockRecord): boolean =>
  a.height > b.height || (a.height === b.height && a.name > b.name);

/** What is kept with these blocks too. */
export function withBlocks(kept: readonly string[], more: readonly BlockRecord[]): readonly string[] {
  const { blocks, byName, near, bits } = treeOf(kept);
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
  const same = blocks.length === 0 ? sameBits(lacked) : bits;
  trees.set(now, treeWith(all, near, lacked.every((block) => bitsOf(block) === same) ? same : null));
  return now;
}

/** Confirmations of a payment in this chain: 1 in the last block, 0 where it is in none. */
export function confirmations(chain: readonly BlockRecord[], payment: string): number {
  const at = chain.findIndex(({ payments }) => payments.includes(payment));
  return at < 0 ? 0 : chain.length - at;
}
