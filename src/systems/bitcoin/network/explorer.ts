// The chain explorer: any block or transaction of the run, made again from what the nodes keep, in real bytes; its hash
// is hashed anew from them, its rules are asked anew.

import { hexOf } from '../../../base/bytes.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { MEDIAN_OF } from '../consensus/network.ts';
import { medianTime } from '../consensus/retarget.ts';
import { TRANSACTION_RULES } from '../consensus/rules.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { transactionBytes } from '../consensus/transaction.ts';
import { transactionBroken } from '../consensus/transaction-rules.ts';
import { OWN_RULES } from '../judge-bytes.ts';
import { refusalOf } from '../ledger/node.ts';
import type { BytesScene } from '../scene-bytes.ts';
import { headerScene, transactionScene } from '../scene-bytes.ts';
import { blockOf, blocksOf, chainTo } from './chain.ts';
import { blockBytes, headerOf, START, transactionsIn } from './find.ts';
import { coinsText, finderOf, isSigned, makerOf, planOf } from './payments.ts';
import type { BlockRecord, Node } from './state.ts';
import { bitsOf } from './targets.ts';

/** Blocks as nodes keep them. */
type Kept = Pick<Node, 'kept'>;

const parentOf = (blocks: Kept, { parent }: BlockRecord): BlockRecord | undefined =>
  parent === null ? undefined : blockOf(blocks, parent);

/** What can be looked into: the header, the coinbase, each payment. */
export const HEADER = 'header';
export const COINBASE = 'coinbase';
export const itemsOf = ({ payments }: BlockRecord): readonly string[] => [HEADER, COINBASE, ...payments];

export const childrenOf = (blocks: Kept, name: string): readonly string[] =>
  blocksOf(blocks).flatMap((block) => (block.parent === name ? block.name : []));

/** A header or a transaction, byte by byte. */
export function inspected(blocks: Kept, block: BlockRecord, item: string): BytesScene {
  const { name, payments } = block;
  if (item === HEADER) return inspectedHeader(blocks, block);
  const [coinbase, ...paid] = transactionsIn(block);
  const payment = paid[payments.indexOf(item)];
  if (payment) {
    const pool = [makerIn(blocks, planOf(item).spends)];
    const about = {
      kind: 'payment',
      pool: pool.map((one) => hexOf(transactionBytes(one))),
      lowS: true,
    } as const;
    const found = refusalOf(payment, pool, true);
    const what = text('explorer.payment', { payment: item, block: name });
    return transactionScene(what, payment, null, TRANSACTION_RULES, found, about);
  }
  const what = text('explorer.coinbase', { block: name });
  const first = coinbase as Transaction;
  return transactionScene(what, first, null, OWN_RULES, transactionBroken(first), { kind: 'transaction' });
}

function inspectedHeader(blocks: Kept, block: BlockRecord): BytesScene {
  const parent = parentOf(blocks, block);
  const before = parent ? chainTo(blocks, parent.name).slice(-MEDIAN_OF) : [];
  return headerScene(
    text('explorer.header', { block: block.name, height: block.height }),
    headerOf(block, parent),
    {
      previous: hexOf(blockBytes(parent)),
      bits: bitsOf(block),
      medianTime: before.length > 0 ? START + medianTime(before.map(({ time }) => time)) : null,
      easy: true,
    },
  );
}

/** The transaction that made a coin. */
function makerIn(blocks: Kept, coin: string): Transaction {
  const maker = makerOf(coin);
  const block = blocksOf(blocks).find(({ name, payments }) => name === maker || payments.includes(maker));
  const at = block ? [block.name, ...block.payments].indexOf(maker) : -1;
  const made = block && transactionsIn(block)[at];
  if (!made) throw new RangeError(`nothing here made ${coin}`);
  return made;
}

/** Where the coins of a transaction come from and go to, and whether the signature opens what it spends. */
export function flowOf(blocks: Kept, block: BlockRecord, item: string): readonly Text[] {
  const { name, payments } = block;
  const at = [COINBASE, ...payments].indexOf(item);
  const transaction = transactionsIn(block)[at];
  if (!transaction) return [];
  const paid = (to: string): readonly Text[] =>
    transaction.outputs.map(({ value }) => text('explorer.pays', { coins: coinsText(Number(value)), to }));
  if (item === COINBASE) return [text('explorer.makes'), ...paid(finderOf(name))];
  const { spends, of, to } = planOf(item);
  const index = transaction.inputs[0]?.index ?? 0;
  const value = Number(makerIn(blocks, spends).outputs[index]?.value ?? 0n);
  const left = value - transaction.outputs.reduce((sum, output) => sum + Number(output.value), 0);
  return [
    text('explorer.spends', { coins: coinsText(value), of, from: makerOf(spends) }),
    ...paid(to),
    text('explorer.fee', { coins: coinsText(left), to: finderOf(name) }),
    text(isSigned(item) ? 'explorer.signed' : 'explorer.unsigned', { of }),
  ];
}
