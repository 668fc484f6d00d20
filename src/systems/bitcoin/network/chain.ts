// A node's tree of blocks, and the chain of it that it believes. All blocks have the same target here, so that most work
// is most height.

import type { BlockRecord, Node } from './state.ts';

export const blockOf = (blocks: readonly BlockRecord[], name: string): BlockRecord => {
  const found = blocks.find((block) => block.name === name);
  if (!found) throw new RangeError(`no block ${name}`);
  return found;
};

/** From the first block to this one. */
export function chainTo(blocks: readonly BlockRecord[], name: string): readonly BlockRecord[] {
  const out: BlockRecord[] = [];
  for (let at: string | null = name; at !== null; ) {
    const block = blockOf(blocks, at);
    out.push(block);
    at = block.parent;
  }
  return out.reverse();
}

export const bestChain = ({ blocks, tip }: Node): readonly BlockRecord[] => chainTo(blocks, tip);

/** Where two chains part: how many blocks they have in common. */
export function common(a: readonly BlockRecord[], b: readonly BlockRecord[]): number {
  let at = 0;
  while (at < a.length && a[at]?.name === b[at]?.name) at++;
  return at;
}

/** With these blocks too, in order of height, then of name. */
export const withBlocks = (
  blocks: readonly BlockRecord[],
  more: readonly BlockRecord[],
): readonly BlockRecord[] => {
  const lacked = more.filter(({ name }) => !blocks.some((block) => block.name === name));
  if (lacked.length === 0) return blocks;
  return [...blocks, ...lacked].sort((a, b) => a.height - b.height || (a.name < b.name ? -1 : 1));
};

/** Confirmations of a payment in this chain: 1 in the last block, 0 where it is in none. */
export function confirmations(chain: readonly BlockRecord[], payment: string): number {
  const at = chain.findIndex(({ payments }) => payments.includes(payment));
  return at < 0 ? 0 : chain.length - at;
}
