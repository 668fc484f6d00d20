// What the network promises, each judged at one moment.

import { text } from '../../../base/text.ts';
import type { Property } from '../../../kernel/property.ts';
import { supplyAt } from '../consensus/subsidy.ts';
import { bestChain, blockOf, blocksOf } from './chain.ts';
import { DOUBLE, isSigned, planOf, satoshiOf } from './payments.ts';
import type { NetworkSettings } from './settings.ts';
import { MERCHANT } from './settings.ts';
import type { BlockRecord, Network, Node } from './state.ts';

const nodesIn = ({ locals }: Network): readonly Node[] => Object.values(locals);

function spendsTwice(chain: readonly BlockRecord[]): boolean {
  const spent = chain.flatMap(({ payments }) => payments.map((payment) => planOf(payment).spends));
  return new Set(spent).size < spent.length;
}

/** Satoshi of all unspent coins. */
export const sumOf = (node: Node): number => node.coins.reduce((sum, coin) => sum + satoshiOf(coin, node), 0);

const heightOf = (node: Node): number => blockOf(node, node.tip).height;

/** Two blocks of one height: of two on the same block, one opened a branch. */
const isForked = ({ record }: Network): boolean => (record as readonly string[]).length > 0;

export const replaced = (node: Node): boolean =>
  bestChain(node).some(({ payments }) => payments.includes(DOUBLE));

export function properties(s: NetworkSettings): readonly Property<Network>[] {
  const merchant = ({ locals }: Network): Node => locals[MERCHANT] as Node;
  const unpaid = s.payments ? {} : { inapplicable: text('moot.payments') };
  /** Most nodes are as they were a step before. */
  const each = (holds: (node: Node) => boolean) => {
    const known = new WeakMap<Node, boolean>();
    const held = (node: Node): boolean => {
      let answer = known.get(node);
      if (answer === undefined) {
        answer = holds(node);
        known.set(node, answer);
      }
      return answer;
    };
    return (world: Network) => nodesIn(world).every(held);
  };
  return [
    { name: 'no-coin-twice', kind: 'always', judge: each((node) => !spendsTwice(bestChain(node))) },
    { name: 'supply', kind: 'always', judge: each((node) => sumOf(node) <= supplyAt(heightOf(node))) },
    {
      name: 'most-work',
      kind: 'always',
      judge: each((node) => blocksOf(node).every(({ height }) => height <= heightOf(node))),
    },
    {
      name: 'signatures',
      kind: 'always',
      judge: each((node) => bestChain(node).every(({ payments }) => payments.every(isSigned))),
    },
    {
      name: 'payment-stays',
      kind: 'always',
      ...unpaid,
      judge: (world) => (merchant(world).accepted ? !replaced(merchant(world)) : undefined),
      witness: () => ({ text: text('witness.payment-stays'), actors: [MERCHANT] }),
    },
    { name: 'fork', kind: 'sometimes', judge: isForked },
    { name: 'reorg', kind: 'sometimes', judge: (world) => nodesIn(world).some(({ left }) => left) },
    { name: 'accepted', kind: 'sometimes', ...unpaid, judge: (world) => merchant(world).accepted },
  ];
}
