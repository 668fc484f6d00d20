// What the learner did since a run was last kept, noted at once in the tab's own storage: keeping takes a moment, and a
// reload, or the end of the session's worker, may come before it. A move says where it began, and taking one twice
// changes nothing; so what was noted and kept as well does no harm.

import type { Intent, Move } from '../../session/api.ts';
import type { Cursor, Frame } from '../../session/frame.ts';
import type { Rim } from './rim.ts';

export interface Notes {
  /** Where the moves begin: a link, for a run that was never kept; null for the kept one. */
  readonly begun: string | null;
  readonly guesses: Readonly<Record<string, string>>;
  readonly moves: readonly Move[];
}

/** Keeping is never further behind than a few; where nothing can be kept, so many are noted. */
const MOST = 2000;
const name = (run: string): string => `lamplight.unkept.${run}`;

/** The moves that are being kept now, and those made since. */
interface Open {
  begun: string | null;
  guesses: Readonly<Record<string, string>>;
  asked: readonly Move[];
  since: Move[];
}

export function createNotes({ notes: storage }: Pick<Rim, 'notes'>) {
  const open = new Map<string, Open>();

  function write(run: string): void {
    const noted = open.get(run);
    if (!noted) return;
    const { begun, guesses, asked, since } = noted;
    try {
      const nothing = begun === null && asked.length + since.length + Object.keys(guesses).length === 0;
      if (nothing) storage.removeItem(name(run));
      else storage.setItem(name(run), JSON.stringify({ begun, guesses, moves: [...asked, ...since] }));
    } catch {
      // Forbidden or full: what is kept in the ordinary way is still kept.
    }
  }

  return {
    /** What is noted of a run, by this page or the one before the reload. */
    of(run: string): Notes | null {
      try {
        const noted = JSON.parse(storage.getItem(name(run)) ?? 'null') as Partial<Notes> | null;
        if (!noted || !Array.isArray(noted.moves)) return null;
        const { begun, guesses, moves } = noted;
        return {
          begun: typeof begun === 'string' ? begun : null,
          guesses: typeof guesses === 'object' && guesses ? guesses : {},
          moves: moves.slice(0, MOST),
        };
      } catch {
        return null;
      }
    },

    /** A run that was never kept begins at this link; one that was goes on with the moves that were taken again. */
    begin(run: string, begun: string | null, moves: readonly Move[]): void {
      open.set(run, { begun, guesses: {}, asked: [], since: [...moves] });
      write(run);
    },

    add(run: string, intent: Intent, from: Cursor, before: Frame, after: Frame): void {
      const noted = open.get(run);
      const move = moveOf(intent, from, before, after);
      if (!noted || !move || noted.asked.length + noted.since.length >= MOST) return;
      const last = noted.since.at(-1);
      const joined = last && joinedMove(last, move);
      if (joined) noted.since[noted.since.length - 1] = joined;
      else noted.since.push(move);
      write(run);
    },

    guessed(run: string, guesses: Readonly<Record<string, string>>): void {
      const noted = open.get(run);
      if (!noted) return;
      noted.guesses = guesses;
      write(run);
    },

    /** The run is being kept as it is now. */
    asked(run: string): void {
      const noted = open.get(run);
      if (!noted) return;
      noted.asked = [...noted.asked, ...noted.since];
      noted.since = [];
    },

    /** What was being kept is kept, with these guesses. */
    kept(run: string, guesses: Readonly<Record<string, string>>): void {
      const noted = open.get(run);
      if (!noted) return;
      noted.begun = null;
      if (noted.guesses === guesses) noted.guesses = {};
      noted.asked = [];
      write(run);
    },
  };
}

/** A move that says all by itself: where it began, or where it led. */
function moveOf(intent: Intent, from: Cursor, before: Frame, after: Frame): Move | null {
  switch (intent.kind) {
    case 'choose':
    case 'try':
    case 'name':
      return intent;
    case 'advance': {
      const count = after.cursor.step - from.step;
      if (count > 0 && after.length > before.length) return { kind: 'advance', from, count };
      break;
    }
    case 'seek':
    case 'back':
    case 'interesting':
      break;
    default:
      return null;
  }
  return { kind: 'seek', to: after.cursor };
}

/** Two moves as one, where they are: what was passed by, and one stretch after another. */
function joinedMove(last: Move, move: Move): Move | null {
  if (last.kind === 'seek' && move.kind === 'seek') return move;
  if (last.kind !== 'advance' || move.kind !== 'advance' || !last.from || !move.from) return null;
  const goesOn = move.from.try === last.from.try && move.from.step === last.from.step + last.count;
  return goesOn ? { ...last, count: last.count + move.count } : null;
}
