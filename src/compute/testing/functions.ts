// Jobs and scans for the tests of this folder, small enough to check by hand.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../base/bytes.ts';
import type { Functions } from '../../contract/loading.ts';

export const functions: Functions = {
  jobs: {
    /** SHA-256 of a text, repeated so many times. */
    'test/chain': ({ text, rounds }: { text: string; rounds: number }, { progress }) => {
      let bytes = sha256(utf8(text));
      for (let i = 1; i < rounds; i++) {
        if (i % 100 === 0) progress(i / rounds);
        bytes = sha256(bytes);
      }
      return bytes;
    },
    /** Ends only by being stopped. */
    'test/endless': (_: unknown, { progress }) => {
      for (let i = 1; ; i++) {
        sha256(utf8(`${i}`));
        progress(Math.min(1, i / 10_000));
      }
    },
    /** Ends only with its worker: it never looks up. */
    'test/deaf': (_: unknown, { progress }) => {
      progress(0.5);
      for (let i = 1; ; i++) sha256(utf8(`${i}`));
    },
    /** All inputs one after another. */
    'test/join': (_: unknown, { inputs }) => {
      const out = new Uint8Array(inputs.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const input of inputs) {
        out.set(input, at);
        at += input.length;
      }
      return out;
    },
    /** So many bytes of a pattern. */
    'test/fill': ({ length, seed }: { length: number; seed: number }) =>
      Uint8Array.from({ length }, (_, i) => (i * 31 + seed) & 255),
    'test/fail': ({ why }: { why: string }) => {
      throw new Error(why);
    },
    /** Ends its worker, as running out of memory would. */
    'test/exit': () => process.exit(7),
  },
  scans: {
    /** The integers whose SHA-256 begins with so many zero bits (at most 24). */
    'test/hash-below': ({ salt, zeroBits }: { salt: number; zeroBits: number }) => {
      const message = new Uint8Array(8);
      const view = new DataView(message.buffer);
      view.setUint32(0, salt);
      return (from, to, nearest) => {
        for (let n = from; n < to; n++) {
          view.setUint32(4, n);
          const score = new DataView(sha256(message).buffer).getUint32(0);
          if (score < nearest.score) {
            nearest.score = score;
            nearest.at = n;
          }
          if (score >>> (32 - zeroBits) === 0) return n;
        }
        return -1;
      };
    },
    'test/fails-at':
      ({ at }: { at: number }) =>
      (from, to) => {
        if (from <= at && at < to) throw new Error(`at ${at}`);
        return -1;
      },
    /** Ends only by its worker being ended. */
    'test/stuck': () => () => {
      for (;;);
    },
    'test/equals':
      ({ hits }: { hits: readonly number[] }) =>
      (from, to) =>
        Math.min(...hits.filter((hit) => hit >= from && hit < to), Number.POSITIVE_INFINITY) < to
          ? Math.min(...hits.filter((hit) => hit >= from && hit < to))
          : -1,
  },
};

export const loadTestFunctions = async (): Promise<Functions> => functions;
