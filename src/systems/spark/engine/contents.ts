// What blocks and map outputs are: records, kept by the worker that made them under their address, the fingerprint of
// their content. Reliable storage is the worker -1. Values that JSON has no spelling for are packed first, so that a
// note or a state is always plain.

import { fingerprint, fingerprintHex } from '../../../base/fingerprint.ts';

export interface Contents {
  /** A block's records, or a map output's parts; undefined where the worker has it no more. */
  get(worker: number, address: string): unknown;
  put(worker: number, address: string, content: unknown): void;
}

/** Kept apart by worker, so that they are gone with it. */
export interface WorkerContents extends Contents {
  drop(worker: number): void;
}

export const RELIABLE = -1;

export function workerContents(): WorkerContents {
  const kept = new Map<number, Map<string, unknown>>();
  return {
    get: (worker, address) => kept.get(worker)?.get(address),
    put(worker, address, content) {
      const own = kept.get(worker) ?? new Map<string, unknown>();
      own.set(address, content);
      kept.set(worker, own);
    },
    drop(worker) {
      kept.delete(worker);
    },
  };
}

const isOdd = (value: number): boolean => !Number.isFinite(value) || Object.is(value, -0);

/** A plain value for any value of a program: NaN, infinities and -0 are named. */
export function packed(value: unknown): unknown {
  if (typeof value === 'number')
    return isOdd(value) ? { number: Object.is(value, -0) ? '-0' : String(value) } : value;
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) {
    const at = value.findIndex((item) => packed(item) !== item);
    return at < 0 ? value : value.map(packed);
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, packed(item)]));
}

export function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(unpacked);
  const named = (value as { readonly number?: unknown }).number;
  if (typeof named === 'string') return Number(named);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unpacked(item)]));
}

/** The address of a content: equal contents have the same. */
export const addressOfContent = (content: unknown): string => fingerprintHex(fingerprint(packed(content)));

/** Bytes that a value takes in memory, by a fixed rule: 8 a number, 2 a UTF-16 unit, 16 for a list or a string itself. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 16 + 2 * value.length;
  if (!Array.isArray(value)) return 8;
  let size = 16;
  for (const item of value) size += 8 + (typeof item === 'number' ? 0 : sizeOf(item));
  return size;
}
