// Reading and writing saved files, away from the page: a backup of tens of megabytes is taken apart and checked in a
// worker, and reaches the page run by run; where no worker starts, it is done here, in pieces.

import { piecesOf } from '../base/pieces.ts';
import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import { packed, savedText } from '../session/packed.ts';
import type { SavedRun } from '../share/saved.ts';
import { MAX_SAVED_CHARS } from '../share/saved.ts';
import { megabytes, parseSavedFile, RUNS_KEY, sealed } from '../share/saved-file.ts';
import { shareText } from '../share/share-text.ts';

type Guesses = Readonly<Record<string, string>>;

/** A run that a file holds, as it can be kept. */
export interface Taken {
  readonly system: string;
  readonly scenario: string;
  readonly step: number;
  readonly tries: number;
  readonly guesses: Guesses;
  /** As the session takes it; packed where it is long. */
  readonly saved: unknown;
}

export interface BadRun {
  readonly file: string;
  /** From 1; null for the whole file. */
  readonly at: number | null;
  readonly why: Text;
}

export interface Reading {
  /** From 0 to 1, over all files. */
  readonly progress: (share: number) => void;
  readonly run: (run: Taken) => void;
  readonly bad: (run: BadRun) => void;
}

/** Reads files one after another; what cannot be read is said, and the next is read all the same. */
export async function readFiles(files: readonly File[], told: Reading): Promise<void> {
  for (const [index, file] of files.entries()) {
    const within = (share: number): void => told.progress((index + share) / files.length);
    const bad = (at: number | null, why: Text): void => told.bad({ file: file.name, at, why });
    if (file.size > MAX_SAVED_CHARS) {
      bad(null, shareText('saved.too-big', { size: megabytes(file.size), most: megabytes(MAX_SAVED_CHARS) }));
      continue;
    }
    const read = await textOf(file, (share) => within(share / 2)).then(parseSavedFile, () => null);
    if (read === null) bad(null, shareText('saved.unreadable'));
    else if (!read.ok) bad(null, read.error);
    else {
      for (const one of read.value.bad) bad(one.at, one.why);
      const { runs } = read.value;
      for (const [at, saved] of runs.entries()) {
        told.run(takenOf(saved));
        if (at % 20 === 0) {
          within(0.5 + at / runs.length / 2);
          await new Promise((resolve) => setTimeout(resolve));
        }
      }
    }
  }
}

const takenOf = (saved: SavedRun): Taken => ({
  system: saved.system,
  scenario: saved.scenario,
  step: saved.cursor.step,
  tries: saved.tries.length,
  guesses: saved.predictions ?? {},
  saved: packed(saved),
});

async function textOf(file: File, progress: (share: number) => void): Promise<string> {
  const parts: string[] = [];
  const decoder = new TextDecoder();
  let done = 0;
  for await (const piece of piecesOf(file)) {
    parts.push(decoder.decode(piece, { stream: true }));
    done += piece.length;
    progress(done / file.size);
  }
  return parts.join('') + decoder.decode();
}

export interface Written {
  readonly saved: unknown;
  readonly guesses: Guesses;
}

/** One run as a file, or many as a backup. */
export async function writeFile(runs: readonly Written[], many: boolean): Promise<Blob> {
  const texts: BlobPart[] = [];
  for (const { saved, guesses } of runs) {
    const value = JSON.parse(await savedText(saved)) as SavedRun;
    if (texts.length > 0) texts.push(',\n');
    // Each as a Blob of its own: the whole is never in memory at once.
    texts.push(new Blob([JSON.stringify(sealed(value, guesses))]));
  }
  const type = 'application/json';
  if (!many && texts.length === 0) throw new Refusal(shareText('saved.not-saved'));
  return new Blob(many ? [`{"${RUNS_KEY}":1,"runs":[\n`, ...texts, '\n]}\n'] : texts, { type });
}
