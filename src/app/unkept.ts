// Where the learner went since the run was last kept, noted at once in the tab's own storage: keeping takes a moment, and
// a reload may come before it. A move says where it led, so that taking one twice changes nothing.

import type { SessionApi } from '../session/api.ts';
import type { Cursor, Frame } from '../session/frame.ts';

interface Move {
  readonly from: Cursor;
  readonly to: Cursor;
  /** The choice that led one step on; null for a jump. */
  readonly key: string | null;
}

/** Keeping is never further behind than a few; more are not noted. */
const MOST = 200;
const name = (runId: string): string => `lamplight.unkept.${runId}`;
let notedRun = '';
let moves: Move[] = [];

function write(): void {
  try {
    if (moves.length === 0) sessionStorage.removeItem(name(notedRun));
    else sessionStorage.setItem(name(notedRun), JSON.stringify(moves));
  } catch {
    // Forbidden or full: what is kept in the ordinary way is still kept.
  }
}

export function noteMove(runId: string, from: Cursor, frame: Frame): void {
  if (runId !== notedRun) {
    notedRun = runId;
    moves = [];
  }
  const { cursor, key } = frame;
  if (moves.length >= MOST) return;
  moves.push({ from, to: cursor, key: cursor.step === from.step + 1 ? key : null });
  write();
}

/** How many moves there are now; given back to `movesKept` when the run as it is now has been kept. */
export const movesNoted = (): number => moves.length;

export function movesKept(runId: string, count: number): void {
  // What was noted before a reload has been taken, and is kept now.
  moves = runId === notedRun ? moves.slice(count) : [];
  notedRun = runId;
  write();
}

function notesOf(runId: string): readonly Move[] {
  try {
    const noted: unknown = JSON.parse(sessionStorage.getItem(name(runId)) ?? '[]');
    return Array.isArray(noted) ? (noted as Move[]).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export const hasNotes = (runId: string): boolean => notesOf(runId).length > 0;

/** Takes the noted moves of a run that was opened as it was last kept; stops at the first that is not possible. */
export async function takeNotes(api: SessionApi, runId: string, opened: Frame): Promise<Frame> {
  let frame = opened;
  try {
    for (const { from, to, key } of notesOf(runId)) {
      const known = frame.tries.find(({ id }) => id === to.try);
      if (known && to.step <= known.length) frame = await api.seek(to);
      else if (key !== null) {
        await api.seek(from);
        frame = await api.choose(key);
      }
    }
  } catch {
    // A note that does not fit the run: what was reached so far stands.
  }
  return frame;
}
