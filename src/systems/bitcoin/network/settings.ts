// The settings of a small network, as its rules read them: who is there, who mines, who is linked to whom.

import type { Params } from '../../../contract/system.ts';

/** Whose payment it is, and who is paid. */
export const ATTACKER = 'A';
export const MERCHANT = 'M';

export interface NetworkSettings {
  /** In order of their lanes: the attacker, the merchant, then those who only mine. */
  readonly nodes: readonly string[];
  readonly miners: readonly string[];
  readonly links: Readonly<Record<string, readonly string[]>>;
  /** Blocks that a node may still find, of all that it finds. */
  readonly finds: Readonly<Record<string, number>>;
  /** Hash share of a miner, in percent. */
  readonly share: Readonly<Record<string, number>>;
  /** inv, getdata and block are three steps; else one. */
  readonly messages: boolean;
  /** Confirmations that the merchant waits for. */
  readonly z: number;
  readonly payments: boolean;
  readonly loss: boolean;
  readonly partition: boolean;
  /** The merchant refuses what is stamped less than an interval after its parent: a tighter rule of its own. */
  readonly stricter: boolean;
  /** A find may be stamped early: a second after the median. */
  readonly early: boolean;
}

/** One letter each, so that a block is named by its finder and a number; G, Z and Q name other things. */
const NAMES = 'AMHBCDEFIJKLNOPRSTUVWXYabcdefg';
export const MOST_NODES = NAMES.length;

/** Up to five are linked each with each; of more, each with the two before it and the two after it. */
function linksOf(nodes: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const { length } = nodes;
  return Object.fromEntries(
    nodes.map((id, at) => {
      const near =
        length <= 5 ? nodes.map((_, i) => i) : [-2, -1, 1, 2].map((by) => (at + by + length) % length);
      return [id, nodes.filter((_, i) => i !== at && near.includes(i))];
    }),
  );
}

const known = new WeakMap<Params, NetworkSettings>();

/** Of many nodes, those next to each other are a group: three to a half of the network, since a cut goes between the halves. */
export function groupOf({ nodes }: NetworkSettings, id: string): string {
  const half = Math.ceil(nodes.length / 2);
  const at = nodes.indexOf(id);
  const size = Math.ceil(half / 3);
  return at < half ? `1.${Math.floor(at / size)}` : `2.${Math.floor((at - half) / size)}`;
}

export function networkSettings(params: Params): NetworkSettings {
  let settings = known.get(params);
  if (!settings) {
    settings = read(params);
    known.set(params, settings);
  }
  return settings;
}

function read(params: Params): NetworkSettings {
  const count = Number(params.nodes);
  const nodes = [...NAMES.slice(0, count)];
  // Two are attacker and merchant alone: then the merchant mines.
  const honest = count === 2 ? [MERCHANT] : nodes.slice(2);
  const miners = [ATTACKER, ...honest].sort((a, b) => nodes.indexOf(a) - nodes.indexOf(b));
  const ours = Number(params.share);
  return {
    nodes,
    miners,
    links: linksOf(nodes),
    finds: Object.fromEntries(
      miners.map((id) => [id, Number(id === ATTACKER ? params.attackerFinds : params.honestFinds)]),
    ),
    share: Object.fromEntries(
      miners.map((id) => [id, id === ATTACKER ? ours : (100 - ours) / honest.length]),
    ),
    messages: params.grain === 'message',
    z: Number(params.z),
    payments: params.payments === 'on',
    loss: params.loss === 'on',
    partition: params.partition === 'on',
    early: params.stamps === 'free',
    stricter: params.rules === 'stricter',
  };
}
