// What is found in bytes that a reader changed: the same checks, asked of the same coins or of the same place in the chain.

import { bytesOfHex } from '../../base/bytes.ts';
import { parseBlock } from './consensus/block.ts';
import { parseHeader } from './consensus/header.ts';
import { FORGED_BLOCK_RULES, TRANSACTION_RULES } from './consensus/rules.ts';
import { parseTransaction } from './consensus/transaction.ts';
import { transactionBroken } from './consensus/transaction-rules.ts';
import { CutShort } from './consensus/wire.ts';
import { judgedBlock } from './ledger/easy-block.ts';
import { refusalOf } from './ledger/node.ts';
import { sumsOf } from './ledger/sums.ts';
import type { About, Inspected } from './scene-bytes.ts';
import { blockFound, headerFound, transactionFound } from './scene-bytes.ts';

/** Rules that ask of no coin. */
export const OWN_RULES = TRANSACTION_RULES.slice(
  0,
  TRANSACTION_RULES.indexOf('bad-txns-inputs-missingorspent'),
);

/** Null where the counts and lengths in them no longer fit: they are nothing that can be judged. */
export function judged(about: About, bytes: Uint8Array): Inspected | null {
  try {
    return found(about, bytes);
  } catch (fault) {
    if (fault instanceof CutShort) return null;
    throw fault;
  }
}

function found(about: About, bytes: Uint8Array): Inspected {
  if (about.kind === 'header') return headerFound(parseHeader(bytes), about);
  if (about.kind === 'block') {
    const block = parseBlock(bytes);
    return blockFound(block, FORGED_BLOCK_RULES, judgedBlock(block));
  }
  const transaction = parseTransaction(bytes);
  if (about.kind === 'transaction')
    return transactionFound(transaction, OWN_RULES, transactionBroken(transaction), null);
  const pool = about.pool.map((hex) => parseTransaction(bytesOfHex(hex)));
  const broken = refusalOf(transaction, pool, about.lowS);
  return transactionFound(transaction, TRANSACTION_RULES, broken, sumsOf(transaction, pool));
}
