// A block: a header and the transactions under its Merkle root, and what it is held against: by itself (Core's CheckBlock),
// by its place (ContextualCheckBlock), and by the coins that are there (ConnectBlock).

import { hexOf } from '../../../base/bytes.ts';
import { doubleSha256 } from './double-sha256.ts';
import type { Header } from './header.ts';
import { HEADER_BYTES, headerBytes, parseHeader } from './header.ts';
import { merkleRoot } from './merkle.ts';
import type { Network } from './network.ts';
import type { Broken } from './rules.ts';
import { broken } from './rules.ts';
import { subsidyAt } from './subsidy.ts';
import type { Transaction } from './transaction.ts';
import {
  hasWitness,
  isCoinbase,
  outputSum,
  pointName,
  readTransaction,
  strippedBytes,
  transactionBytes,
} from './transaction.ts';
import type { Coin, Coins } from './transaction-rules.ts';
import { finalBroken, spendingBroken, transactionBroken } from './transaction-rules.ts';
import { txidOf, wtxidOf } from './txid.ts';
import { CutShort, count, joined, sameBytes, shown, WireReader } from './wire.ts';

export interface Block {
  readonly header: Header;
  readonly transactions: readonly Transaction[];
}

export const MOST_WEIGHT = 4_000_000;
/** OP_RETURN and a push of 36 bytes that begin so: the commitment to the witnesses (BIP 141). */
const COMMITMENT = Uint8Array.of(0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed);

export function parseBlock(bytes: Uint8Array): Block {
  const header = parseHeader(bytes);
  const from = new WireReader(bytes, HEADER_BYTES);
  const transactions = from.list(() => readTransaction(from));
  if (from.left > 0) throw new CutShort(from.at);
  return { header, transactions };
}

export const blockBytes = ({ header, transactions }: Block): Uint8Array =>
  joined([headerBytes(header), count(transactions.length), ...transactions.map(transactionBytes)]);

/** Bytes without witnesses, and with them; weight is three times the first and the second. */
export function sizesOf({ transactions }: Block): { readonly stripped: number; readonly whole: number } {
  const head = HEADER_BYTES + count(transactions.length).length;
  const sum = (bytes: (one: Transaction) => Uint8Array): number =>
    transactions.reduce((total, one) => total + bytes(one).length, head);
  return { stripped: sum(strippedBytes), whole: sum(transactionBytes) };
}

export function blockWeight(block: Block): number {
  const { stripped, whole } = sizesOf(block);
  return 3 * stripped + whole;
}

/** What can be said of the transactions of a block by themselves. Its header is judged apart (header-rules.ts). */
export function blockBroken(block: Block): Broken | null {
  const { header, transactions } = block;
  const { root, repeated } = merkleRoot(transactions.map(txidOf));
  if (!sameBytes(root, header.merkleRoot))
    return broken('bad-txnmrklroot', shown(header.merkleRoot), shown(root));
  if (repeated) return broken('bad-txns-duplicate', 'a repeated tail', 'each transaction once');
  const size = 4 * sizesOf(block).stripped;
  if (transactions.length === 0) return broken('bad-blk-length', 0, 'a transaction');
  if (size > MOST_WEIGHT) return broken('bad-blk-length', size / 4, MOST_WEIGHT / 4);
  const [first, ...others] = transactions;
  if (!first || !isCoinbase(first)) return broken('bad-cb-missing', 'a payment', 'the coinbase first');
  if (others.some(isCoinbase)) return broken('bad-cb-multiple', 1 + others.filter(isCoinbase).length, 1);
  for (const transaction of transactions) {
    const found = transactionBroken(transaction);
    if (found) return found;
  }
  return null;
}

/** A height as a script pushes it: how a coinbase begins (BIP 34). */
export function heightScript(height: number): Uint8Array {
  if (height === 0) return Uint8Array.of(0);
  if (height <= 16) return Uint8Array.of(0x50 + height);
  const bytes: number[] = [];
  for (let left = height; left > 0; left = Math.floor(left / 256)) bytes.push(left & 255);
  // The top bit is a sign.
  if ((bytes.at(-1) as number) & 0x80) bytes.push(0);
  return Uint8Array.of(bytes.length, ...bytes);
}

/** The hash that the coinbase must carry: of all wtxids, its own being zero, and of the value it reserves. */
export const witnessCommitment = (
  { transactions }: Pick<Block, 'transactions'>,
  reserved: Uint8Array,
): Uint8Array =>
  doubleSha256(
    joined([
      merkleRoot(transactions.map((one, i) => (i === 0 ? new Uint8Array(32) : wtxidOf(one)))).root,
      reserved,
    ]),
  );

export const commitmentScript = (hash: Uint8Array): Uint8Array => joined([COMMITMENT, hash]);

/** What its place in the chain asks for. */
export function placeBroken(
  block: Block,
  height: number,
  medianTime: number,
  network: Network,
): Broken | null {
  for (const transaction of block.transactions) {
    const found = finalBroken(transaction, height, medianTime);
    if (found) return found;
  }
  const coinbase = block.transactions[0];
  if (height >= network.namedHeight) {
    const named = heightScript(height);
    const script = coinbase?.inputs[0]?.script ?? new Uint8Array();
    if (!sameBytes(script.subarray(0, named.length), named))
      return broken('bad-cb-height', hexOf(script.subarray(0, named.length)), hexOf(named));
  }
  const witness = height >= network.witnessHeight ? witnessBroken(block) : null;
  if (witness) return witness;
  const weight = blockWeight(block);
  return weight > MOST_WEIGHT ? broken('bad-blk-weight', weight, MOST_WEIGHT) : null;
}

/** The last output of that form is the one that counts; without witnesses none is needed. */
function witnessBroken(block: Block): Broken | null {
  const [coinbase] = block.transactions;
  const output = coinbase?.outputs.findLast(
    ({ script }) => script.length >= 38 && sameBytes(script.subarray(0, 6), COMMITMENT),
  );
  const got = output ? hexOf(output.script.subarray(6, 38)) : 'none';
  if (!output && !block.transactions.some(hasWitness)) return null;
  const reserved = coinbase?.inputs[0]?.witness ?? [];
  const [value] = reserved;
  if (reserved.length !== 1 || value?.length !== 32)
    return broken('bad-witness-merkle-match', got, 'a reserved value of 32 bytes');
  const want = hexOf(witnessCommitment(block, value));
  return got === want ? null : broken('bad-witness-merkle-match', got, want);
}

export interface Connecting {
  readonly height: number;
  readonly network: Network;
  readonly lowS: boolean;
}

export interface Connected {
  readonly broken: Broken | null;
  readonly fees: bigint;
  /** What the block spends and what it makes; nothing where it is refused. */
  readonly spent: readonly string[];
  readonly made: ReadonlyMap<string, Coin>;
}

/** Spends and makes coins, transaction by transaction: a later one may spend what an earlier one made. */
export function connect(block: Block, coins: Coins, { height, network, lowS }: Connecting): Connected {
  const made = new Map<string, Coin>();
  const spent = new Set<string>();
  const now: Coins = {
    get: (point) => (spent.has(point) ? undefined : (made.get(point) ?? coins.get(point))),
  };
  let fees = 0n;
  const refused = (found: Broken): Connected => ({ broken: found, fees, spent: [], made: new Map() });
  for (const transaction of block.transactions) {
    const coinbase = isCoinbase(transaction);
    if (!coinbase) {
      const judged = spendingBroken(transaction, now, { height, maturity: network.maturity, lowS });
      if (judged.broken) return refused(judged.broken);
      fees += judged.fee;
      for (const input of transaction.inputs) spent.add(pointName(input));
    }
    const txid = txidOf(transaction);
    transaction.outputs.forEach((output, index) => {
      made.set(pointName({ txid, index }), { ...output, height, coinbase });
    });
  }
  const most = BigInt(subsidyAt(height, network.halving)) + fees;
  const paid = block.transactions[0] ? outputSum(block.transactions[0]) : 0n;
  if (paid > most) return refused(broken('bad-cb-amount', String(paid), String(most)));
  for (const point of spent) made.delete(point);
  return { broken: null, fees, spent: [...spent], made };
}
