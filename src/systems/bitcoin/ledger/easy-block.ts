// Blocks of the forger's scenario: a target that a few hundred tries meet, and what a node that checks finds in a block.

import type { Block } from '../consensus/block.ts';
import { blockBroken, connect } from '../consensus/block.ts';
import { blockHash } from '../consensus/header.ts';
import { headerBroken } from '../consensus/header-rules.ts';
import { mainnet, regtest } from '../consensus/network.ts';
import type { Broken } from '../consensus/rules.ts';
import { coinsAtStart, NEXT_HEIGHT } from './coins.ts';

export const EASY_BITS = 0x1f7fffff;
export const easyNetwork = {
  ...regtest,
  namedHeight: 1,
  halving: mainnet.halving,
  maturity: mainnet.maturity,
};

/** The first rule that it breaks, of header, block and payments. */
export function judgedBlock(block: Block): Broken | null {
  const { header } = block;
  return (
    headerBroken(header, blockHash(header), {}, easyNetwork)[0] ??
    blockBroken(block) ??
    connect(block, coinsAtStart, { height: NEXT_HEIGHT, network: easyNetwork, lowS: true }).broken
  );
}
