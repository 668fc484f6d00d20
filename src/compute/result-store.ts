// Results of jobs by address, within so many bytes: the one not used for longest goes first, one that is in use never
// goes (the bound is then passed until it is let go). Where there is an arena, bytes lie there while there is room.

import type { JobResults } from '../kernel/job.ts';
import type { Arena } from './arena.ts';
import type { Handle, Payload } from './messages.ts';

export interface ResultStore extends JobResults {
  /** A copy: what the store holds may move or go at any time. */
  get(address: string): Uint8Array | undefined;
  has(address: string): boolean;
  put(address: string, bytes: Uint8Array): void;
  /** What to send to a worker; only for an address that is held. */
  payload(address: string): Payload | undefined;
  /** Keeps the address (also one that is yet to come) until as many releases. */
  hold(address: string): void;
  release(address: string): void;
  bytes(): number;
}

export function createResultStore(maxBytes: number, arena: () => Arena | null): ResultStore {
  // In order of last use: a Map keeps the order in which its keys were set.
  const kept = new Map<string, Payload>();
  const holds = new Map<string, number>();
  let total = 0;

  const isHandle = (payload: Payload): payload is Handle => !(payload instanceof Uint8Array);

  function drop(address: string): void {
    const payload = kept.get(address);
    if (payload === undefined) return;
    kept.delete(address);
    total -= payload.length;
    if (isHandle(payload)) arena()?.free(payload);
  }

  /** Drops the oldest that are free to go until `room` more bytes fit. */
  function trim(room: number): void {
    for (const address of kept.keys()) {
      if (total + room <= maxBytes) return;
      if (!holds.has(address)) drop(address);
    }
  }

  function touch(address: string): Payload | undefined {
    const payload = kept.get(address);
    if (payload === undefined) return undefined;
    kept.delete(address);
    kept.set(address, payload);
    return payload;
  }

  return {
    get(address) {
      const payload = touch(address);
      if (payload === undefined) return undefined;
      return isHandle(payload) ? arena()?.view(payload).slice() : payload.slice();
    },
    has: (address) => kept.has(address),
    put(address, bytes) {
      drop(address);
      trim(bytes.length);
      if (total + bytes.length > maxBytes && !holds.has(address)) return;
      kept.set(address, arena()?.store(bytes) ?? bytes);
      total += bytes.length;
    },
    payload: touch,
    hold(address) {
      holds.set(address, (holds.get(address) ?? 0) + 1);
    },
    release(address) {
      const left = (holds.get(address) ?? 0) - 1;
      if (left > 0) holds.set(address, left);
      else holds.delete(address);
      trim(0);
    },
    bytes: () => total,
  };
}
