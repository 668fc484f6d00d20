// Spark itself, where it is installed.
import type { Found } from './spark-by-hand.ts';
import type { Work } from './spark-contenders.ts';

export interface Peer {
  readonly name: string;
  run(work: Work): Promise<Found & { readonly ms: number }>;
  close(): Promise<unknown>;
}

export async function sparkPeers(_size: number, _log: (line: string) => void): Promise<readonly Peer[]> {
  return [];
}
