// A file or a text of headers read in the page, piece by piece, so that it goes on answering: the same reader as the
// command line's.

import { piecesOf } from '../../../base/pieces.ts';
import type { Text } from '../../../base/text.ts';
import type { Walked } from '../chain-walk.ts';
import { headersReader } from '../headers-reader.ts';
import { ownWalk } from '../own-walk.ts';

export interface OwnChain {
  /** What the rules say of it. */
  readonly lines: readonly Text[];
  readonly blocks: readonly Walked[];
}

const PIECE_BYTES = 8 * 1024;
const BUSY_MS = 12;

/** Refuses, in words, what is no file of headers; null where it was stopped. */
export async function readHeaders(
  blob: Blob,
  startHeight: string,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<OwnChain | null> {
  const walk = ownWalk();
  const reader = headersReader(startHeight === '' ? {} : { startHeight }, walk.seen);
  let read = 0;
  let since = performance.now();
  for await (const piece of piecesOf(blob)) {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) {
      reader.push(piece.subarray(at, at + PIECE_BYTES));
      if (performance.now() - since < BUSY_MS) continue;
      told((read + at) / blob.size);
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return null;
      since = performance.now();
    }
    read += piece.length;
  }
  return { lines: reader.end().lines, blocks: walk.walked() };
}
