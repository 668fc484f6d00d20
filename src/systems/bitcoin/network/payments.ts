// The payments of the network: real transactions with real signatures, each made once. Z pays the merchant with the
// attacker's coin, Q pays the attacker with the same coin. Coins go by names: "Z.0" is the first output of Z, "A2.0" the
// reward of the block A2.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../../base/bytes.ts';
import { grouped } from '../../../base/numbers.ts';
import { heightScript } from '../consensus/block.ts';
import { payTo, publicKeyOf, scriptFault, signed } from '../consensus/script.ts';
import { subsidyAt } from '../consensus/subsidy.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { FINAL, NULL_POINT } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { blockOf, hasBlock } from './chain.ts';
import { ATTACKER, MERCHANT } from './settings.ts';
import type { BlockRecord, Node } from './state.ts';
import { GENESIS } from './state.ts';

interface PaymentPlan {
  /** The coin that it spends, and whose it is. */
  readonly spends: string;
  readonly of: string;
  readonly to: string;
}

/** The coin that both want to spend: the reward of the first block is the attacker's. */
const COIN = `${GENESIS}.0`;
const PLANS: Readonly<Record<string, PaymentPlan>> = {
  Z: { spends: COIN, of: ATTACKER, to: MERCHANT },
  Q: { spends: COIN, of: ATTACKER, to: ATTACKER },
};
export const PAID = 'Z';
export const DOUBLE = 'Q';

/** What is left to the miner. */
export const FEE = 10_000;

export const planOf = (payment: string): PaymentPlan => {
  const plan = PLANS[payment];
  if (!plan) throw new RangeError(`no payment ${payment}`);
  return plan;
};

const kept = new Map<string, unknown>();
function once<T>(name: string, make: () => T): T {
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}

const secretOf = (node: string): Uint8Array => sha256(utf8(`the key of node ${node}`));
const scriptOf = (node: string): Uint8Array =>
  once(`script ${node}`, () => payTo(publicKeyOf(secretOf(node))));

/** The reward of a block: to who found it, its height in its script, so that no two are the same. */
export const coinbaseOf = (finder: string, height: number, payments: number): Transaction => ({
  version: 1,
  inputs: [
    {
      ...NULL_POINT,
      script: Uint8Array.of(...heightScript(height), ...utf8(finder)),
      sequence: FINAL,
      witness: [],
    },
  ],
  outputs: [{ value: BigInt(subsidyAt(height) + payments * FEE), script: scriptOf(finder) }],
  lockTime: 0,
});

const coinTransaction = (coin: string): Transaction => {
  if (coin === COIN) return coinbaseOf(ATTACKER, 0, 0);
  throw new RangeError(`nothing pays ${coin}`);
};

/** The transaction of this name. */
export const transactionOf = (payment: string): Transaction =>
  once(`payment ${payment}`, () => {
    const { spends, of, to } = planOf(payment);
    const from = coinTransaction(spends);
    const value = (from.outputs[0]?.value ?? 0n) - BigInt(FEE);
    const plain: Transaction = {
      version: 1,
      inputs: [{ txid: txidOf(from), index: 0, script: new Uint8Array(), sequence: FINAL, witness: [] }],
      outputs: [{ value, script: scriptOf(to) }],
      lockTime: 0,
    };
    return signed(plain, 0, scriptOf(of), secretOf(of));
  });

/** Its signature opens the coin that it spends. */
export const isSigned = (payment: string): boolean =>
  once(
    `signed ${payment}`,
    () => scriptFault(transactionOf(payment), 0, scriptOf(planOf(payment).of), true) === null,
  );

const spentIn = ({ payments }: BlockRecord): readonly string[] =>
  payments.map((payment) => planOf(payment).spends);
const madeIn = ({ name, payments }: BlockRecord): readonly string[] =>
  [name, ...payments].map((maker) => `${maker}.0`);

/** The coins after a block: what its payments spend is gone, what they and its reward make is there. */
export function connected(coins: readonly string[], block: BlockRecord): readonly string[] {
  const spent = spentIn(block);
  const left = spent.length === 0 ? coins : coins.filter((coin) => !spent.includes(coin));
  return [...left, ...madeIn(block)].sort();
}

/** And before it. */
export function disconnected(coins: readonly string[], block: BlockRecord): readonly string[] {
  const made = madeIn(block);
  return [...coins.filter((coin) => !made.includes(coin)), ...spentIn(block)].sort();
}

/** The block or payment that made a coin. */
export const makerOf = (coin: string): string => coin.slice(0, coin.indexOf('.'));

const COIN_SATOSHI = 100_000_000;

/** Satoshi as coins, to four places. */
export const coinsText = (satoshi: number): string => {
  const coins = Math.round((satoshi / COIN_SATOSHI) * 10_000) / 10_000;
  const [whole = '', rest] = String(coins).split('.');
  return rest === undefined ? grouped(coins) : `${grouped(Number(whole))}.${rest}`;
};

/** Satoshi of a coin. */
export const satoshiOf = (coin: string, node: Pick<Node, 'kept'>): number => {
  const name = makerOf(coin);
  if (PLANS[name]) return Number(transactionOf(name).outputs[0]?.value ?? 0n);
  if (!hasBlock(node, name)) return 0;
  const { height, payments } = blockOf(node, name);
  return subsidyAt(height) + payments.length * FEE;
};

const sums = new WeakMap<Node, ReadonlyMap<string, number>>();

/** Satoshi of each owner, by name, in a node's chain. */
export function balancesOf(node: Node): ReadonlyMap<string, number> {
  const known = sums.get(node);
  if (known) return known;
  const sum = new Map<string, number>();
  for (const coin of node.coins) {
    const owner = ownerOf(coin);
    sum.set(owner, (sum.get(owner) ?? 0) + satoshiOf(coin, node));
  }
  sums.set(node, sum);
  return sum;
}

/** Whose a coin is. */
export function ownerOf(coin: string): string {
  const name = makerOf(coin);
  if (name === GENESIS) return ATTACKER;
  return PLANS[name]?.to ?? finderOf(name);
}

/** Who found a block, by its name. */
export const finderOf = (block: string): string => (block === GENESIS ? ATTACKER : (block[0] ?? ''));
