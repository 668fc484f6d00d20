// What the protocols have in common: what a server can show, what a user checks of it, and what that user then signs.

import type { Entry, Operation, Refusal, ServerLocal, Shown, UserLocal } from './state.ts';

/** An operation that a user asks the server for. */
export interface Ask {
  readonly user: string;
  readonly op: Operation;
}

export interface Checks {
  /** Everything shown is signed by whom it says. */
  signatures(ask: Ask, shown: Shown): Refusal | null;
  /** The user's own last operation is in it. */
  own(ask: Ask, local: UserLocal, shown: Shown): Refusal | null;
  /** It makes a file system: everybody wrote what they may, all is in one order, and it is not too old. */
  build(ask: Ask, local: UserLocal, shown: Shown): Refusal | null;
}

/** One protocol. Answers are named by what they show: ids of entries, `none`, and `WHAT.LIE.OF` for a lie. */
export interface Rules {
  /** The newest of everything. */
  honest(server: ServerLocal, ask: Ask): string;
  /** All that the server holds, in every combination, in canonical order; a user may refuse much of it. */
  held(server: ServerLocal, ask: Ask): readonly string[];
  /** What it does not hold, or not so. */
  lies(server: ServerLocal, ask: Ask): readonly string[];
  shown(server: ServerLocal, ask: Ask, answer: string): Shown;
  /** What others are shown of an operation while it is under way; only where operations may overlap. */
  certificate?(server: ServerLocal, ask: Ask, shown: Shown, id: string): Entry;
  readonly checks: Checks;
  /** The bytes that a fetch gives; null where the server says that there are none. */
  read(ask: Ask, shown: Shown): string | null;
  /** What the user signs for it; null where nothing is. */
  entry(ask: Ask, local: UserLocal, shown: Shown): Entry | null;
}

/** Nothing at all, as an answer. */
export const NONE = 'none';

/** The id of somebody's next entry. */
export const nextId = ({ user }: Ask, { done }: UserLocal): string => `${user}${done + 1}`;

/** The first check that fails, in the order of the protocol. */
export function refusalOf({ checks }: Rules, ask: Ask, local: UserLocal, shown: Shown): Refusal | null {
  return checks.signatures(ask, shown) ?? checks.own(ask, local, shown) ?? checks.build(ask, local, shown);
}

/** An entry that was changed, or made up, by the server: nobody signed it so. */
export const isForged = (id: string): boolean => id.endsWith('*');

/** How an answer's name is taken apart. */
export interface Named {
  readonly base: string;
  readonly lie: string | null;
  readonly of: string;
}
const LIE = /^([^.]+)\.(omit|reorder|splice|alter|replay|deny|wrong-key)\.(.+)$/;
export function named(answer: string): Named {
  const [, base, lie, of] = LIE.exec(answer) ?? [];
  return base === undefined || lie === undefined || of === undefined
    ? { base: answer, lie: null, of: '' }
    : { base, lie, of };
}
