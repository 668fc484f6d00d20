// What kind of file it is, from its first bytes, and its bytes as they come: hex digits are turned into bytes, with spaces
// and line ends between them; anything else is taken as raw. Text that is not hex, and files known by their first bytes,
// are refused by name.

import { withoutMark } from '../../../base/bytes.ts';
import { Refusal } from '../../../base/result.ts';
import type { TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { joined } from './wire.ts';

export const importRefusal = (key: string, args?: Readonly<Record<string, TextArg>>): Refusal =>
  new Refusal(text(`import.${key}`, args));

/** So many bytes tell what it is: the first of a raw header are not all letters. */
const LOOK = 80;

const MAGIC: readonly (readonly [name: string, first: readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP', [0x50, 0x4b, 3, 4]],
  ['gzip', [0x1f, 0x8b, 8]],
  ['blk*.dat', [0xf9, 0xbe, 0xb4, 0xd9]],
];

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** -1 where it is no hex digit. */
function digitOf(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

const isText = (byte: number): boolean => isSpace(byte) || (byte >= 32 && byte !== 127);

export interface Unpacked {
  push(chunk: Uint8Array): Uint8Array;
  /** What is left; refuses half a byte. */
  end(): Uint8Array;
}

export function unpack(): Unpacked {
  let kind: 'unknown' | 'hex' | 'raw' = 'unknown';
  let held = new Uint8Array();
  const hex = hexReader();
  const decide = (bytes: Uint8Array): Uint8Array => {
    const bare = withoutMark(bytes);
    kind = kindOf(bare);
    return kind === 'hex' ? hex.push(bare) : bytes;
  };
  return {
    push(chunk) {
      if (kind === 'raw') return chunk;
      if (kind === 'hex') return hex.push(chunk);
      held = new Uint8Array(joined([held, chunk]));
      return held.length < LOOK ? new Uint8Array() : decide(held);
    },
    end() {
      const rest = kind === 'unknown' && held.length > 0 ? decide(held) : new Uint8Array();
      if (kind === 'hex') hex.end();
      return rest;
    },
  };
}

function kindOf(bytes: Uint8Array): 'hex' | 'raw' {
  const first = bytes.subarray(0, LOOK);
  const known = MAGIC.find(([, magic]) => magic.every((byte, i) => first[i] === byte));
  if (known) throw importRefusal('kind', { kind: known[0] });
  if (first.every((byte) => isSpace(byte) || digitOf(byte) >= 0)) return 'hex';
  if (first.every(isText)) {
    const at = first.findIndex((byte) => !isSpace(byte) && digitOf(byte) < 0);
    throw importRefusal('text', { at: at + 1 });
  }
  return 'raw';
}

function hexReader(): { push(chunk: Uint8Array): Uint8Array; end(): void } {
  let half = -1;
  let at = 0;
  return {
    push(chunk) {
      const out = new Uint8Array((chunk.length + 1) >> 1);
      let size = 0;
      for (const byte of chunk) {
        at++;
        if (isSpace(byte)) continue;
        const digit = digitOf(byte);
        if (digit < 0) throw importRefusal('not-hex', { at });
        if (half < 0) half = digit;
        else {
          out[size++] = half * 16 + digit;
          half = -1;
        }
      }
      return out.subarray(0, size);
    },
    end() {
      if (half >= 0) throw importRefusal('odd');
    },
  };
}
