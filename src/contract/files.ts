// Files that a run is given: a setting names one by SHA-256, size and name, so that a link or a saved file is short and
// asks for it where it is not at hand. What is at hand is this thread's; nothing of a file is in a state.

import { Refusal } from '../base/result.ts';
import { text } from '../base/text.ts';
import type { Params } from './system.ts';
import type { FileName } from './wanted-file.ts';
import { WANTED } from './wanted-file.ts';

export interface GivenFile extends FileName {
  readonly bytes: Uint8Array;
}

/** Largest file that is taken, in bytes. */
export const MOST_FILE = 48_000_000;

const SPELLED = /^file:([0-9a-f]{64}):(\d{1,9}):([^\n]{1,120})$/;

/** As a setting names it. */
export const spellFile = ({ name, sha256, size }: FileName): string =>
  `file:${sha256}:${size}:${name.replace(/[\s:]+/g, ' ').slice(0, 120)}`;

/** The file that a setting names; null where it is a text like any other. */
export function fileIn(setting: string): FileName | null {
  const [, sha256, size, name] = SPELLED.exec(setting) ?? [];
  return sha256 && name ? { name, sha256, size: Number(size) } : null;
}

const atHand = new Map<string, Uint8Array>();

export function giveFile({ sha256, bytes }: GivenFile): void {
  atHand.set(sha256, bytes);
}

/** Its bytes, or a refusal that says which file is wanted. */
export function bytesOfFile(file: FileName): Uint8Array {
  const bytes = atHand.get(file.sha256);
  if (!bytes) throw new Refusal(text(WANTED, { ...file }));
  return bytes;
}

/** Those that settings name and that are at hand: to be given in another thread. */
export const filesIn = (params: Params): readonly GivenFile[] =>
  Object.values(params).flatMap((value) => {
    const file = typeof value === 'string' ? fileIn(value) : null;
    const bytes = file && atHand.get(file.sha256);
    return file && bytes ? [{ ...file, bytes }] : [];
  });

/** What is said of another file than the one that is wanted. */
export const otherFile = (wanted: FileName, given: FileName): Refusal =>
  new Refusal(
    text('session.file.other', {
      ...wanted,
      given: given.name,
      givenSha256: given.sha256,
      givenSize: given.size,
    }),
  );
