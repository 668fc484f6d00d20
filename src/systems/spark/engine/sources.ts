// Where records come from: a list of the program, cut as ParallelCollectionRDD cuts it, or a text, cut by bytes as
// Hadoop's FileInputFormat and LineRecordReader cut it.

import { textOfUtf8, utf8 } from '../../../base/bytes.ts';
import { textOfUnits } from './batch.ts';
import type { NodeFields, Records, TextSource } from './graph.ts';
import type { InputOf } from './job.ts';
import { refused } from './why.ts';

export function sourceOf(list: Records, slices: number): NodeFields {
  if (!Array.isArray(list) && typeof list !== 'string') throw refused('no-records');
  if (slices < 1) throw refused('no-slices');
  const start = (i: number): number => Math.floor((i * list.length) / slices);
  return {
    kind: 'ParallelCollectionRDD',
    dependencies: [],
    partitions: slices,
    compute: (p) => list.slice(start(p), start(p + 1)),
  };
}

/** Where each split ends, in bytes: as near to `least` splits as may be, the last up to a tenth longer. */
export function splitEnds(length: number, least: number): number[] {
  const size = Math.max(1, Math.floor(length / Math.max(1, least)));
  const ends: number[] = [];
  let at = 0;
  while ((length - at) / size > 1.1) {
    at += size;
    ends.push(at);
  }
  if (at < length || ends.length === 0) ends.push(length);
  return ends;
}

const NEWLINE = 10;
const RETURN = 13;

/** Past the line that the byte at `from` is in, and past its ending (\n, \r or \r\n). */
function afterLine(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === NEWLINE) return at + 1;
    if (byte === RETURN) return bytes[at + 1] === NEWLINE ? at + 2 : at + 1;
  }
  return bytes.length;
}

/**
 * The bytes of a split's lines, from and to: a line belongs to the split where it starts, or that ends just where it
 * starts. A split whose first byte is the second of \r\n begins after it.
 */
export function splitRange(bytes: Uint8Array, ends: readonly number[], split: number): [number, number] {
  const from = split === 0 ? 0 : afterLine(bytes, ends[split - 1] as number);
  const last = split === ends.length - 1;
  return [from, last ? bytes.length : Math.max(from, afterLine(bytes, ends[split] as number))];
}

const isAscii = (bytes: Uint8Array): boolean => {
  let bits = 0;
  for (let i = 0; i < bytes.length; i++) bits |= bytes[i] as number;
  return bits < 0x80;
};

/** The lines of a text in UTF-8; what is behind the last ending is a line where it is not empty. */
export function linesIn(bytes: Uint8Array): string[] {
  const text = isAscii(bytes) ? textOfUnits(bytes) : textOfUtf8(bytes);
  if (text === null) throw new Error('This text is not UTF-8.');
  const lines = text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const texts = new WeakMap<InputOf, Map<string, Uint8Array>>();

/** The bytes of an input; the same each time, so that a text is spelled in bytes once. */
export function bytesOfInput(input: InputOf, name: string): Uint8Array | undefined {
  const known = texts.get(input) ?? new Map<string, Uint8Array>();
  texts.set(input, known);
  const found = known.get(name) ?? input(name);
  if (found === undefined) return undefined;
  const bytes = typeof found === 'string' ? utf8(found) : found;
  known.set(name, bytes);
  return bytes;
}

/** A split's bytes, out of the whole text. */
export function splitOf(input: InputOf, { input: name, ends }: TextSource, split: number): Uint8Array {
  const bytes = bytesOfInput(input, name);
  if (!bytes) throw new Error(`There is no input named ${name}.`);
  return bytes.subarray(...splitRange(bytes, ends, split));
}
