// A transaction: outputs of others that it spends, and its own outputs. Without its witnesses it is hashed to the txid, by
// which it is spent; with them to the wtxid (BIP 144, BIP 141).

import { CutShort, count, counted, i32, i64, joined, shown, u32, WireReader } from './wire.ts';

export interface OutPoint {
  /** Bytes in the order of SHA-256. */
  readonly txid: Uint8Array;
  readonly index: number;
}
export interface Input extends OutPoint {
  /** What opens the output that is spent: a signature. */
  readonly script: Uint8Array;
  readonly sequence: number;
  readonly witness: readonly Uint8Array[];
}
export interface Output {
  /** Satoshi. */
  readonly value: bigint;
  /** What must be opened to spend it: a public key. */
  readonly script: Uint8Array;
}
export interface Transaction {
  readonly version: number;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly lockTime: number;
}

export const FINAL = 0xffffffff;
const NOBODY = 0xffffffff;

export function readTransaction(from: WireReader): Transaction {
  const version = from.i32();
  const readInput = (): Input => ({
    txid: from.take(32),
    index: from.u32(),
    script: from.counted(),
    sequence: from.u32(),
    witness: [],
  });
  const readOutput = (): Output => ({ value: from.i64(), script: from.counted() });
  let inputs = from.list(readInput);
  // No inputs: the mark of a transaction with witnesses, where a flag follows.
  const marked = inputs.length === 0 && from.left > 0 ? from.u8() : 0;
  if (marked !== 0) {
    inputs = from.list(readInput);
    const outputs = from.list(readOutput);
    const witnesses = inputs.map(() => from.list(() => from.counted()));
    const lockTime = from.u32();
    inputs = inputs.map((input, i) => ({ ...input, witness: witnesses[i] ?? [] }));
    return { version, inputs, outputs, lockTime };
  }
  const outputs = inputs.length === 0 ? [] : from.list(readOutput);
  return { version, inputs, outputs, lockTime: from.u32() };
}

/** The transaction that these bytes are, to the last of them; throws CutShort. */
export function parseTransaction(bytes: Uint8Array): Transaction {
  const from = new WireReader(bytes);
  const transaction = readTransaction(from);
  if (from.left > 0) throw new CutShort(from.at);
  return transaction;
}

export const outputBytes = ({ value, script }: Output): Uint8Array => joined([i64(value), counted(script)]);

/** The bytes without witnesses: what the txid and the legacy signatures cover. */
export const strippedBytes = ({ version, inputs, outputs, lockTime }: Transaction): Uint8Array =>
  joined([
    i32(version),
    count(inputs.length),
    ...inputs.map(({ txid, index, script, sequence }) =>
      joined([txid, u32(index), counted(script), u32(sequence)]),
    ),
    count(outputs.length),
    ...outputs.map(outputBytes),
    u32(lockTime),
  ]);

export const hasWitness = ({ inputs }: Transaction): boolean =>
  inputs.some(({ witness }) => witness.length > 0);

export function transactionBytes(transaction: Transaction): Uint8Array {
  const stripped = strippedBytes(transaction);
  if (!hasWitness(transaction)) return stripped;
  const witnesses = transaction.inputs.map(({ witness }) =>
    joined([count(witness.length), ...witness.map(counted)]),
  );
  return joined([
    stripped.subarray(0, 4),
    Uint8Array.of(0, 1),
    stripped.subarray(4, stripped.length - 4),
    ...witnesses,
    stripped.subarray(stripped.length - 4),
  ]);
}

export const isNull = ({ txid, index }: OutPoint): boolean =>
  index === NOBODY && txid.every((byte) => byte === 0);

/** It spends nothing: new coins, and the fees. */
export const isCoinbase = ({ inputs }: Transaction): boolean =>
  inputs.length === 1 && isNull(inputs[0] as Input);

export const NULL_POINT: OutPoint = { txid: new Uint8Array(32), index: NOBODY };

/** "txid:index", the txid as people see it. */
export const pointName = ({ txid, index }: OutPoint): string => `${shown(txid)}:${index}`;

export const outputSum = ({ outputs }: Transaction): bigint =>
  outputs.reduce((sum, { value }) => sum + value, 0n);
