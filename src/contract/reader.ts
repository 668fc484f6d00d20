// A kind of file that a system reads: a log, a chain of headers, a repository. A reader is pure and takes a file piece by
// piece, so that one of any size can be read, stopped, and tells how far it is; the page and the command line read by the
// same one.

import type { Text } from '../base/text.ts';
import type { Settings } from './settings.ts';

export interface Reader<T> {
  /** The next bytes; refuses, in words, what is no such file. The bytes are its own only until it returns. */
  push(chunk: Uint8Array): void;
  /** What it was; refuses one that is cut off. */
  end(): T;
}

/** What a file turned out to be. */
export interface Imported {
  /** All that was checked is as it must be. */
  readonly whole: boolean;
  readonly json: unknown;
  readonly lines: readonly Text[];
}

export interface Format {
  /** What the names of such files end in: `.headers`. */
  readonly endings: readonly string[];
  /** Whether the first bytes (4,096, or all there are) are those of such a file, whatever its name. */
  readonly looks: (first: Uint8Array) => boolean;
  /** The tables of words that its lines stand in. */
  readonly words: readonly string[];
  readonly load: () => Promise<(options: Settings) => Reader<Imported>>;
}

/** By name: `toy-visits`. */
export type Formats = Readonly<Record<string, Format>>;
