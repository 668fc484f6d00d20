// Bytes that every worker can read where they lie: one SharedArrayBuffer and who has which part of it. Only its owner
// allocates, writes and frees, so a worker that is killed at any moment leaves it whole; workers get handles and read.
// First fit over a free list kept in address order, neighbours merged: a few hundred blocks at most, a scan is short.

import { assert } from '../base/assert.ts';
import type { Handle } from './messages.ts';

/** Blocks start on multiples of eight, so that any typed array can be laid over one. */
const ALIGN = 8;

export interface Arena {
  readonly memory: SharedArrayBuffer;
  /** A copy of the bytes in the arena, or null where no free block is long enough. */
  store(bytes: Uint8Array): Handle | null;
  /** The bytes where they lie; only valid until the handle is freed. */
  view(handle: Handle): Uint8Array;
  free(handle: Handle): void;
  /** Bytes in use, padding included. */
  used(): number;
}

interface Block {
  offset: number;
  length: number;
}

/** The arena, made when first asked for; null where there is no memory for it (a phone may refuse). */
export function lazyArena(capacity: number): () => Arena | null {
  let arena: Arena | null | undefined;
  return () => {
    if (arena === undefined) arena = tryArena(capacity);
    return arena;
  };
}

function tryArena(capacity: number): Arena | null {
  try {
    return createArena(capacity);
  } catch {
    return null;
  }
}

export function createArena(capacity: number): Arena {
  const memory = new SharedArrayBuffer(capacity - (capacity % ALIGN));
  const free: Block[] = [{ offset: 0, length: memory.byteLength }];
  const taken = new Map<number, number>();
  let used = 0;

  function take(length: number): number {
    const padded = Math.max(ALIGN, Math.ceil(length / ALIGN) * ALIGN);
    const at = free.findIndex((block) => block.length >= padded);
    if (at < 0) return -1;
    const block = free[at] as Block;
    const { offset } = block;
    block.offset += padded;
    block.length -= padded;
    if (block.length === 0) free.splice(at, 1);
    taken.set(offset, padded);
    used += padded;
    return offset;
  }

  const view = ({ offset, length }: Handle): Uint8Array => new Uint8Array(memory, offset, length);

  return {
    memory,
    view,
    store(bytes) {
      const offset = take(bytes.length);
      if (offset < 0) return null;
      const handle = { offset, length: bytes.length };
      view(handle).set(bytes);
      return handle;
    },
    free({ offset }) {
      const length = taken.get(offset);
      assert(length !== undefined, `arena: ${offset} is not in use`);
      taken.delete(offset);
      used -= length;
      let at = free.findIndex((block) => block.offset > offset);
      if (at < 0) at = free.length;
      free.splice(at, 0, { offset, length });
      for (const left of [at, at - 1]) {
        const block = free[left];
        const right = free[left + 1];
        if (!block || !right || block.offset + block.length !== right.offset) continue;
        block.length += right.length;
        free.splice(left + 1, 1);
      }
    },
    used: () => used,
  };
}
