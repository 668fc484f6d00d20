// The settings of a small network, as its rules read them: who is there, who mines, who is linked to whom.

import type { Params } from '../../../contract/system.ts';
import type { Network as Chain } from '../consensus/network.ts';
import { mainnet } from '../consensus/network.ts';
import { fromCompact } from '../consensus/target.ts';

/** Whose payment it is, and who is paid. */
export const ATTACKER = 'A';
export const MERCHANT = 'M';

/** What a node takes for valid, beside what all do: its version of the rules. */
export interface Version {
  /** Bytes that a block may have. */
  readonly most: number;
  /** The first block after the common one has more bytes than this: then neither side ever takes the other's. */
  readonly over: number;
  /** Sums amounts in 64 bits that wrap, and has no limit for one: the rules before 15 August 2010. */
  readonly wraps: boolean;
  /** Refuses what is stamped less than an interval after its parent. */
  readonly unhurried: boolean;
}

/**
 * How the attacker has the other payment confirmed: in a branch of its own, kept back until it has more work; in a race, told
 * to all but the merchant, so that another miner's block may have it; or in a block found before it pays (Finney's attack).
 */
export type Attack = 'branch' | 'race' | 'finney';

/** Between two blocks, in seconds. */
export const INTERVAL_S = 600;

export interface NetworkSettings {
  /** The first target, how often it is set anew, when a reward may be spent: small where mainnet's are large. */
  readonly chain: Chain;
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
  readonly attack: Attack;
  /** The attacker has four coins and pays with each; a miner chooses which payments its block has. */
  readonly many: boolean;
  /** The attacker may make a payment whose sum wraps. */
  readonly overflow: boolean;
  /** There are two versions of the rules. */
  readonly versioned: boolean;
  readonly versions: Readonly<Record<string, Version>>;
  /** Those that run the newer version, where there are two. */
  readonly upgraded: readonly string[];
  readonly loss: boolean;
  /** The network may split, once: into halves, or M from all but A. */
  readonly cut: {
    readonly name: string;
    readonly sides: readonly [readonly string[], readonly string[]];
  } | null;
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

const SIZED = new Set(['tighter', 'looser', 'apart']);
/** The limit of the other version, of the ordinary one. */
const tightened = (limit: number): number => Math.floor((limit * 2) / 3);
const loosened = (limit: number): number => 2 * limit;

function versionOf(params: Params, id: string, isNew: boolean): Version {
  const { rules, payments } = params;
  const sized = payments === 'many' || SIZED.has(String(rules));
  const limit = sized ? Number(params.limit) : Number.POSITIVE_INFINITY;
  const grown = isNew && (rules === 'looser' || rules === 'apart');
  return {
    most: grown ? loosened(limit) : isNew && rules === 'tighter' ? tightened(limit) : limit,
    over: isNew && rules === 'apart' ? limit : 0,
    wraps: rules === 'overflow' && !isNew,
    unhurried: rules === 'stricter' && id === MERCHANT,
  };
}

/** The last of them; none where all hold the same rules. */
const upgradedOf = (params: Params, nodes: readonly string[]): readonly string[] =>
  nodes.slice(Math.max(0, nodes.length - Number(params.upgraded)));

function chainOf({ bits, period, maturity }: Params): Chain {
  const limitBits = Number.parseInt(String(bits), 16);
  const interval = period === 'off' ? mainnet.interval : Number(period);
  return {
    ...mainnet,
    limitBits,
    limit: fromCompact(limitBits).target,
    retargets: period !== 'off',
    interval,
    timespanS: interval * INTERVAL_S,
    maturity: Number(maturity),
  };
}

function cutOf({ partition }: Params, nodes: readonly string[]): NetworkSettings['cut'] {
  const half = Math.ceil(nodes.length / 2);
  if (partition === 'on') return { name: 'halves', sides: [nodes.slice(0, half), nodes.slice(half)] };
  if (partition !== 'eclipse') return null;
  return { name: 'eclipse', sides: [[MERCHANT], nodes.filter((id) => id !== MERCHANT && id !== ATTACKER)] };
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
  const versioned = SIZED.has(String(params.rules)) || params.rules === 'overflow';
  const upgraded = versioned ? upgradedOf(params, nodes) : [];
  return {
    chain: chainOf(params),
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
    attack: (params.attack ?? 'branch') as Attack,
    many: params.payments === 'many',
    overflow: params.rules === 'overflow' && params.payments !== 'many',
    versioned,
    versions: Object.fromEntries(nodes.map((id) => [id, versionOf(params, id, upgraded.includes(id))])),
    upgraded,
    loss: params.loss === 'on',
    cut: cutOf(params, nodes),
    early: params.stamps === 'free',
  };
}
