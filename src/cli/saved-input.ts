// What a command that takes a run is given: a link, a saved file, or a backup of many runs.

import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../base/result.ts';
import type { Args } from '../contract/verb.ts';
import { UsageError } from '../contract/verb.ts';
import type { ByHand, Opened } from '../session/by-hand.ts';
import { MAX_SAVED_CHARS } from '../share/saved.ts';
import type { SavedFile } from '../share/saved-file.ts';
import { megabytes, parseSavedFile } from '../share/saved-file.ts';
import { shareText } from '../share/share-text.ts';
import { withInputs } from './open-session.ts';

export type Given = { readonly link: string } | { readonly path: string; readonly file: SavedFile };

/** Anything with a `#` in it is a link, anything else a file. */
export async function givenRun(words: readonly string[]): Promise<Given> {
  const [what, ...rest] = words;
  if (what === undefined) throw new UsageError('which link? Give it in quotes: a shell reads # and & itself');
  if (rest.length > 0) throw new UsageError(`one link at a time, not also '${rest[0]}'`);
  if (what.includes('#')) return { link: what };
  const read = parseSavedFile(await textOf(what));
  if (!read.ok) throw new Refusal(read.error);
  return { path: what, file: read.value };
}

/** The one run that was given; of a backup, the one whose number (from 1, of those that are whole) was asked for. */
export const openGiven = (
  session: ByHand,
  given: Given,
  args: Args,
  number: number | undefined = args.count('run'),
): Promise<Opened> => withInputs(session, args, () => opened(session, given, number));

function opened(session: ByHand, given: Given, number: number | undefined): Promise<Opened> {
  if ('link' in given) return session.openLink(given.link);
  const { path, file } = given;
  const { length } = file.runs;
  if (number === undefined && length !== 1) {
    throw new UsageError(`${path} has ${length} whole runs; say which with --run N`);
  }
  const saved = file.runs[(number ?? 1) - 1];
  if (!saved) throw new UsageError(`${path} has ${length} whole runs; there is no run ${number}`);
  return session.restore(saved);
}

async function textOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MAX_SAVED_CHARS) {
      const most = megabytes(MAX_SAVED_CHARS);
      throw new Refusal(shareText('saved.too-big', { size: megabytes(size), most }));
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new UsageError(`'${path}' is neither a link (it has no #) nor a file that can be read`);
  }
}
