// The text of a file with one saved run in it, or of a backup with many: what is whole in it, and what is not, each with
// its place. And the other way: a run with its check over all that is in the file.

import type { Result } from '../base/result.ts';
import { fail, ok } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import type { SavedRun } from './saved.ts';
import { MAX_SAVED_CHARS, parseSaved } from './saved.ts';
import { checkOf } from './saved-check.ts';
import { shareText } from './share-text.ts';

export const RUNS_KEY = 'lamplightRuns';

export interface SavedFile {
  /** A backup of many, not one run. */
  readonly many: boolean;
  readonly runs: readonly SavedRun[];
  /** Which of the file's runs (from 1) is not one, and why. */
  readonly bad: readonly { readonly at: number; readonly why: Text }[];
}

/** Never throws; a file that holds nothing of ours at all is an error, else each run is looked at by itself. */
export function parseSavedFile(text: string): Result<SavedFile> {
  if (text.length > MAX_SAVED_CHARS) {
    return fail(
      shareText('saved.too-big', { size: megabytes(text.length), most: megabytes(MAX_SAVED_CHARS) }),
    );
  }
  let value: unknown;
  try {
    // Some programs begin a text with a mark of its byte order.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail(shareText('saved.not-json'));
  }
  const list = runsIn(value);
  if (list === null) {
    const one = parseSaved(value);
    return one.ok ? ok({ many: false, runs: [one.value], bad: [] }) : one;
  }
  const runs: SavedRun[] = [];
  const bad: { at: number; why: Text }[] = [];
  for (const [index, item] of list.entries()) {
    const one = parseSaved(item);
    if (one.ok) runs.push(one.value);
    else bad.push({ at: index + 1, why: one.error });
  }
  return ok({ many: true, runs, bad });
}

function runsIn(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, RUNS_KEY)) return null;
  const { runs } = value as { readonly runs?: unknown };
  return Array.isArray(runs) ? runs : null;
}

/** The run as it stands in a file: with what the learner guessed, and a check over all of it. */
export function sealed(saved: SavedRun, predictions: Readonly<Record<string, string>>): SavedRun {
  const { check: _, ...rest } = saved;
  const whole = {
    ...rest,
    ...(Object.keys(predictions).length > 0 ? { predictions: { ...predictions } } : {}),
  };
  return { ...whole, check: checkOf(whole) };
}

export const megabytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${Math.ceil(bytes / 1e6)} MB`;
