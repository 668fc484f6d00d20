// What the network promises, each judged at one moment.

import { text } from '../../../base/text.ts';
import type { Property } from '../../../kernel/property.ts';
import { supplyAt } from '../consensus/subsidy.ts';
import { bestChain, blockOf, blocksOf, chainTo, workTo } from './chain.ts';
import { DOUBLE, isSigned, MANY, planOf, satoshiOf } from './payments.ts';
import type { NetworkSettings, Version } from './settings.ts';
import { MERCHANT } from './settings.ts';
import type { BlockRecord, Network, Node } from './state.ts';
import { refusedIn } from './versions.ts';

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

const setAside = ({ chosen, pool }: Node): boolean =>
  chosen !== undefined && chosen.length > 0 && pool.some((payment) => !chosen.includes(payment));

/** A block that one has and another's version of the rules refuses. */
const isContested = ({ nodes, versions }: NetworkSettings, world: Network): boolean =>
  nodesIn(world).some((node) =>
    nodes.some((id) =>
      blocksOf(node).some(({ name }) => refusedIn(chainTo(node, name), versions[id] as Version) !== null),
    ),
  );

/** Two nodes, each on a chain that the other refuses: no work ever joins them. */
export function apart(
  { nodes, versions }: NetworkSettings,
  { locals }: Network,
): readonly [string, string] | null {
  const chains = new Map(nodes.map((id) => [id, bestChain(locals[id] as Node)]));
  const refuses = (id: string, other: string): boolean =>
    refusedIn(chains.get(other) ?? [], versions[id] as Version) !== null;
  for (const a of nodes) for (const b of nodes) if (refuses(a, b) && refuses(b, a)) return [a, b];
  return null;
}

/** Payments in the chains of both. */
export const inBoth = ({ locals }: Network, [a, b]: readonly [string, string]): readonly string[] => {
  const paid = (id: string): readonly string[] =>
    bestChain(locals[id] as Node).flatMap(({ payments }) => payments);
  return paid(a).filter((payment) => paid(b).includes(payment));
};

/** What there is to see only where a miner chooses, or where there are two versions of the rules. */
function further(s: NetworkSettings): readonly Property<Network>[] {
  const inChain = ({ locals }: Network): readonly string[] =>
    bestChain(locals[MERCHANT] as Node).flatMap(({ payments }) => payments);
  const replayed = (world: Network): boolean => {
    const two = apart(s, world);
    return two !== null && inBoth(world, two).length > 0;
  };
  const chosen: readonly Property<Network>[] = [
    { name: 'set-aside', kind: 'sometimes', judge: (world) => nodesIn(world).some(setAside) },
    { name: 'all-in', kind: 'sometimes', judge: (world) => inChain(world).length === MANY.length },
  ];
  const versions: readonly Property<Network>[] = [
    { name: 'contested', kind: 'sometimes', judge: (world) => isContested(s, world) },
    { name: 'apart', kind: 'sometimes', judge: (world) => apart(s, world) !== null },
    { name: 'replayed', kind: 'sometimes', judge: replayed },
  ];
  return [...(s.many ? chosen : []), ...(s.versioned ? versions : [])];
}

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
      judge: each((node) => blocksOf(node).every(({ name }) => workTo(node, name) <= workTo(node, node.tip))),
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
    ...further(s),
  ];
}
