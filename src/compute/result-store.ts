// Results of jobs by address, within so many bytes: the one not used for longest goes first, one that is in use never
// goes (the bound is then passed until it is let go). Where there is an arena, bytes lie there while there is room.

import type { JobMemory } from '../contract/verb.ts';
import type { JobResults } from '../kernel/job.ts';
import type { Arena } from './arena.ts';
import type { Handle, Payload } from './messages.ts';

export interface ResultStore extends JobResults {
  /** A copy: what the store holds may move or go at any time. */
  get(address: string): Uint8Array | undefined;
  has(address: string): boolean;
  put(address: string, bytes: Uint8Array): void;
  /** What to send to a worker, whole or a part (from, to); only for an address that is held. */
  payload(address: string, part?: readonly [number, number] | null): Payload | undefined;
  /** Keeps the address (also one that is yet to come) until as many releases. */
  hold(address: string): void;
  release(address: string): void;
  memory(): Omit<JobMemory, 'madeAgain'>;
}

export function createResultStore(maxBytes: number, arena: () => Arena | null): ResultStore {
  // In order of last use: a Map keeps the order in which its keys were set.
  const kept = new Map<string, Payload>();
  const holds = new Map<string, number>();
  let total = 0;
  let evicted = 0;
  let spilled = 0;

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
      if (holds.has(address)) continue;
      evicted += kept.get(address)?.length ?? 0;
      drop(address);
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
      const at = arena();
      const stored = at?.store(bytes) ?? bytes;
      if (at && !isHandle(stored)) spilled += bytes.length;
      kept.set(address, stored);
      total += bytes.length;
    },
    payload(address, part) {
      const payload = touch(address);
      if (!payload || !part) return payload;
      const [from, to] = part;
      // By message a part goes alone: a view would take the whole with it.
      return isHandle(payload)
        ? { offset: payload.offset + from, length: to - from }
        : payload.slice(from, to);
    },
    hold(address) {
      holds.set(address, (holds.get(address) ?? 0) + 1);
    },
    release(address) {
      const left = (holds.get(address) ?? 0) - 1;
      if (left > 0) holds.set(address, left);
      else holds.delete(address);
      trim(0);
    },
    memory: () => ({
      held: total,
      shared: total === 0 ? 0 : (arena()?.used() ?? 0),
      bound: maxBytes,
      evicted,
      spilled,
    }),
  };
}
