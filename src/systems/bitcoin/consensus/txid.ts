// The two names of a transaction: without its witnesses, by which it is spent, and with them (BIP 141).

import { doubleSha256 } from './double-sha256.ts';
import type { Transaction } from './transaction.ts';
import { strippedBytes, transactionBytes } from './transaction.ts';

export const txidOf = (transaction: Transaction): Uint8Array => doubleSha256(strippedBytes(transaction));
export const wtxidOf = (transaction: Transaction): Uint8Array => doubleSha256(transactionBytes(transaction));
