// What a step was, for all who put it into words: which message, what it held, what came of it.

import type { Envelope } from '../../../actors/envelope.ts';
import type { WorldAction } from '../../../actors/world.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { bestChain, blocksOf, common, hasBlock } from './chain.ts';
import type { BlockRecord, Body, Network, Node } from './state.ts';

export const nodeIn = ({ locals }: Network, id: string): Node => locals[id] as Node;

export const envelopeIn = (world: Network, { of }: WorldAction): Envelope<Body> | undefined =>
  world.net.find(({ id }) => id === of);

/** "A1 A2", or a dash where there is none. */
export const listed = (names: readonly string[]): Text | string =>
  names.length === 0 ? text('none') : names.join(' ');

/** What a message says, in a word or two. */
export function bodyText(body: Body): Text {
  switch (body.kind) {
    case 'tx':
      return text('net.tx', { payment: body.payment });
    case 'inv':
      return text('net.inv', { block: body.block });
    case 'getdata':
      return text('net.getdata', { block: body.block });
    case 'block':
      return text('net.block', { block: body.blocks.at(-1)?.name ?? '' });
  }
}

/** What became of a node's chain. */
export interface Moved {
  /** Blocks that it has now and had not. */
  readonly got: readonly BlockRecord[];
  /** Blocks of its chain that it left, and those that it came to. */
  readonly left: readonly BlockRecord[];
  readonly came: readonly BlockRecord[];
  /** Payments that wait no more, in no block of its chain either; and those that wait again. */
  readonly dropped: readonly string[];
  readonly again: readonly string[];
}

export function movedBetween(before: Node, after: Node): Moved {
  const was = bestChain(before);
  const is = bestChain(after);
  const same = common(was, is);
  const confirmed = new Set(is.flatMap(({ payments }) => payments));
  const known = [...before.pool, ...was.slice(same).flatMap(({ payments }) => payments)];
  return {
    got: blocksOf(after).filter(({ name }) => !hasBlock(before, name)),
    left: was.slice(same),
    came: is.slice(same),
    dropped: known.filter((payment) => !confirmed.has(payment) && !after.pool.includes(payment)),
    again: after.pool.filter((payment) => !before.pool.includes(payment) && known.includes(payment)),
  };
}

export const shortHash = (hash: string): string => (hash.length === 64 ? `${hash.slice(0, 10)}…` : hash);
