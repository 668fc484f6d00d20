// The consensus hash: one hash of 16 bytes at each height over the operations accepted there and, through a skip list, over
// all before. Two nodes whose hashes are the same at a height have the same names there. Previous hashes are those of
// h-1, h-3, h-7, ... h-(2^i-1), as the deployed code has it (the ATC'16 paper prints h-2^i), down to the chain's first
// block. The fields of an operation's text and their order are ours where no published vector shows them.

import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import { hash160, merkleRoot, recordHash } from './hashes.ts';

/** An operation in block h may name the consensus hash of any of so many blocks before it: h-24 ... h-1. */
export const WINDOW = 24;

/** `opcode:len:value,len:value,...`, lengths in bytes of UTF-8. */
export const opString = (opcode: string, fields: readonly string[]): string =>
  `${opcode}:${fields.map((value) => `${utf8(value).length}:${value}`).join(',')}`;

const sorted = (hashes: readonly string[]): readonly string[] => [...hashes].sort();

/** The hash over a block's operations, in any order; that of no operations is SHA-256 twice over nothing. */
export const opsHash = (operations: readonly string[]): string =>
  operations.length === 0 ? recordHash('') : merkleRoot(sorted(operations.map(recordHash)));

/** The consensus hash over a block's operations and those of the heights that it skips to. */
export const consensusHash = (ops: string, previous: readonly string[]): string =>
  hexOf(hash160(bytesOfHex(merkleRoot(sorted([...previous, ops])))).slice(0, 16));

/** The heights whose hashes stand in that of this height, nearest first. */
export function skips(height: number, first: number): readonly number[] {
  const out: number[] = [];
  for (let far = 1; height - far >= first; far = 2 * far + 1) out.push(height - far);
  return out;
}

export interface Snapshot {
  readonly height: number;
  readonly opsHash: string;
  readonly consensusHash: string;
  /** Heights that it skips to, nearest first. */
  readonly prev: readonly number[];
}

/** The next height of a chain. `known` are all before it, from the first on. */
export function nextSnapshot(
  known: readonly Snapshot[],
  first: number,
  operations: readonly string[],
): Snapshot {
  const height = first + known.length;
  const prev = skips(height, first);
  const ops = opsHash(operations);
  const before = prev.map((one) => (known[one - first] as Snapshot).consensusHash);
  return { height, opsHash: ops, consensusHash: consensusHash(ops, before), prev };
}

export function snapshots(first: number, blocks: readonly (readonly string[])[]): readonly Snapshot[] {
  const out: Snapshot[] = [];
  for (const operations of blocks) out.push(nextSnapshot(out, first, operations));
  return out;
}

/** Whether an operation in block `height` may name this consensus hash. */
export const inWindow = (known: readonly Snapshot[], height: number, named: string): boolean =>
  known.some((one) => one.height < height && one.height >= height - WINDOW && one.consensusHash === named);
