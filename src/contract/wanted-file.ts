// A file that a run asks for: all of files.ts that every page needs.

import { Refusal } from '../base/result.ts';

export interface FileName {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly size: number;
}

/** The key of what is said where a file is wanted, with its name, size and SHA-256. */
export const WANTED = 'session.file.wanted';

/** Which file a refusal asks for; null where it is about something else. */
export function wantedIn(error: unknown): FileName | null {
  if (!(error instanceof Refusal) || error.text.key !== WANTED) return null;
  const { name, sha256, size } = error.text.args ?? {};
  return { name: String(name), sha256: String(sha256), size: Number(size) };
}
