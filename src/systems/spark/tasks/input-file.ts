// A file that a program reads: known by its SHA-256, its size and a name. A run on another machine asks for it so.

import { withoutMark } from '../../../base/bytes.ts';
import { sha256Of } from '../../../kernel/job.ts';

export interface InputFile {
  /** As the program says it: `sc.textFile('NAME')`. */
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes, without a byte-order mark. */
  readonly size: number;
  readonly bytes: Uint8Array;
  /** Where jobs find it. */
  readonly address: string;
}

export const inputFile = (name: string, given: Uint8Array): InputFile => fileOf(name, withoutMark(given));

/** The same, byte for byte. */
export function fileOf(name: string, bytes: Uint8Array): InputFile {
  const hash = sha256Of(bytes);
  return { name, sha256: hash, size: bytes.length, bytes, address: `file:${hash}` };
}
