// The published vectors beside the project, where they are: tests that need a file say 'skipped' elsewhere.

import { existsSync, readFileSync } from 'node:fs';

const folder = '../shared/data/blockstack';

export const hasFile = (name: string): boolean => existsSync(`${folder}/${name}`);
export const hasVectors = hasFile('bns-vectors.json');
export const fileBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${name}`));
export const vectors = (): Vectors =>
  JSON.parse(readFileSync(`${folder}/bns-vectors.json`, 'utf8')) as Vectors;

interface Vectors {
  readonly real: {
    readonly hashes: readonly {
      readonly fn: string;
      readonly in_ascii?: string;
      readonly in?: readonly string[];
      readonly out: string;
    }[];
    readonly preorder_tx: Readonly<Record<string, string>>;
    readonly zonefile_hashes: readonly { readonly file: string; readonly hash160: string }[];
    readonly consensus_skiplist_log: {
      readonly block: number;
      readonly prev_heights: readonly number[];
      readonly prev_hashes: readonly string[];
    };
    readonly consensus_hash_end_to_end: { readonly value: string };
  };
  readonly derived: {
    readonly ops: Readonly<Record<string, string>>;
    readonly consensus: Readonly<Record<string, unknown>>;
    readonly [name: string]: unknown;
  };
}
