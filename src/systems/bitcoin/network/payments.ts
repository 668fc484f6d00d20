// The payments of the network: real transactions with real signatures, each made once. Z pays the merchant with the
// attacker's coin, Q pays the attacker with the same coin. Where there are many, t1 to t4 pay the merchant with a coin each.
// V pays the attacker more than there is: its sum wraps at 64 bits. Coins go by names: "Z.0" is the first output of Z, "A2.0" the
// reward of the block A2.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../../base/bytes.ts';
import { grouped } from '../../../base/numbers.ts';
import { heightScript } from '../consensus/block.ts';
import { HEADER_BYTES } from '../consensus/header.ts';
import { payTo, publicKeyOf, scriptFault, signed } from '../consensus/script.ts';
import { subsidyAt } from '../consensus/subsidy.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { FINAL, NULL_POINT, transactionBytes } from '../consensus/transaction.ts';
import { transactionBroken } from '../consensus/transaction-rules.ts';
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
  /** Left to the miner. */
  readonly fee: number;
  /** Of so many outputs of the first reward, where it has more than one. */
  readonly outs?: number;
}

/** The coin that both want to spend: the reward of the first block is the attacker's. */
const COIN = `${GENESIS}.0`;
/** Satoshi that each of the many leaves to the miner: not in the order in which they are made. */
const FEES = [10_000, 40_000, 20_000, 30_000];
export const MANY: readonly string[] = FEES.map((_, i) => `t${i + 1}`);
/** The ordinary fee. */
const FEE = 10_000;
export const PAID = 'Z';
export const DOUBLE = 'Q';
export const WRAPPED = 'V';
/** Each of its two outputs, in satoshi: from memory, as block 74,638 of 2010 had them; twice it passes 2^63. */
export const WRAPPING = 9_223_372_036_854_277_039n;

const PLANS: Readonly<Record<string, PaymentPlan>> = {
  [PAID]: { spends: COIN, of: ATTACKER, to: MERCHANT, fee: FEE },
  [DOUBLE]: { spends: COIN, of: ATTACKER, to: ATTACKER, fee: FEE },
  [WRAPPED]: {
    spends: COIN,
    of: ATTACKER,
    to: ATTACKER,
    // As the old rule has it: the sum of both, as 64 bits with a sign, is below nothing.
    fee: Number(BigInt(subsidyAt(0)) - BigInt.asIntN(64, 2n * WRAPPING)),
  },
  ...Object.fromEntries(
    FEES.map((fee, i) => [
      `t${i + 1}`,
      { spends: `${GENESIS}.${i}`, of: ATTACKER, to: MERCHANT, fee, outs: FEES.length },
    ]),
  ),
};

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
export const coinbaseOf = (finder: string, height: number, fees: number, outs = 1): Transaction => ({
  version: 1,
  inputs: [
    {
      ...NULL_POINT,
      script: Uint8Array.of(...heightScript(height), ...utf8(finder)),
      sequence: FINAL,
      witness: [],
    },
  ],
  outputs: Array.from({ length: outs }, () => ({
    value: BigInt((subsidyAt(height) + fees) / outs),
    script: scriptOf(finder),
  })),
  lockTime: 0,
});

/** The transaction of this name. */
export const transactionOf = (payment: string): Transaction =>
  once(`payment ${payment}`, () => {
    const { spends, of, to, fee, outs } = planOf(payment);
    const from = coinbaseOf(ATTACKER, 0, 0, outs);
    const index = Number(spends.split('.')[1]);
    const value = (from.outputs[index]?.value ?? 0n) - BigInt(fee);
    const values = payment === WRAPPED ? [WRAPPING, WRAPPING] : [value];
    const plain: Transaction = {
      version: 1,
      inputs: [{ txid: txidOf(from), index, script: new Uint8Array(), sequence: FINAL, witness: [] }],
      outputs: values.map((one) => ({ value: one, script: scriptOf(to) })),
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

/** Its amounts are such as a wallet could have: nothing above 21 million coins, nor in sum. */
export const isBounded = (payment: string): boolean =>
  once(`bounded ${payment}`, () => transactionBroken(transactionOf(payment)) === null);

/** Its bytes. */
export const sizeOf = (payment: string): number =>
  once(`size ${payment}`, () => transactionBytes(transactionOf(payment)).length);

export const feesOf = (payments: readonly string[]): number =>
  payments.reduce((sum, payment) => sum + planOf(payment).fee, 0);

/** Bytes of the block that this miner would make of these. */
export function bytesOf(finder: string, height: number, payments: readonly string[]): number {
  const coinbase = once(
    `bytes ${finder} ${height}`,
    () => transactionBytes(coinbaseOf(finder, height, 0)).length,
  );
  return payments.reduce((sum, payment) => sum + sizeOf(payment), HEADER_BYTES + 1 + coinbase);
}

/** What pays most for its bytes, as much of it as there is room for; in order of name. */
export function bestOf(
  finder: string,
  height: number,
  pool: readonly string[],
  most: number,
): readonly string[] {
  const worth = (payment: string): number => planOf(payment).fee / sizeOf(payment);
  const chosen: string[] = [];
  for (const payment of [...pool].sort((a, b) => worth(b) - worth(a) || (a < b ? -1 : 1)))
    if (bytesOf(finder, height, [...chosen, payment]) <= most) chosen.push(payment);
  return chosen.sort();
}

const spentIn = ({ payments }: BlockRecord): readonly string[] =>
  payments.map((payment) => planOf(payment).spends);
const madeIn = ({ name, payments, outs = 1 }: BlockRecord): readonly string[] => [
  ...Array.from({ length: outs }, (_, i) => `${name}.${i}`),
  ...payments.flatMap((payment) => (payment === WRAPPED ? ['V.0', 'V.1'] : [`${payment}.0`])),
];

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
  const { height, payments, outs = 1 } = blockOf(node, name);
  return (subsidyAt(height) + feesOf(payments)) / outs;
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
