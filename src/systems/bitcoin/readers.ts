// The files that Bitcoin reads.

import { withoutMark } from '../../base/bytes.ts';
import type { Formats } from '../../contract/reader.ts';

const HEADER_BYTES = 80;
const WORD = 4;

/** 160 hex digits and more, or a header's version and an exponent of its bits that some target has. */
function looks(first: Uint8Array): boolean {
  const head = withoutMark(first).subarray(0, 2 * HEADER_BYTES);
  if (
    head.length === 2 * HEADER_BYTES &&
    head.every((byte) => /[0-9a-fA-F\s]/.test(String.fromCharCode(byte)))
  )
    return true;
  const exponent = first[19 * WORD - 1] ?? 0;
  const version = first[3] ?? 0xff;
  return first.length >= HEADER_BYTES && version < 0x40 && exponent >= 0x14 && exponent <= 0x20;
}

export const readers: Formats = {
  'bitcoin-headers': {
    endings: ['.headers', '.bin', '.hex'],
    looks,
    words: ['import'],
    load: () => import('./headers-reader.ts').then((m) => m.headersReader),
  },
};
