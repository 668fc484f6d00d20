// What there is in a SUNDR run (Li, Krohn, Mazieres, Shasha, "Secure untrusted data repository", OSDI 2004): users who
// sign, a server that holds what they signed and may lie, and a record kept outside of the world for the promises. The
// straw man's entries (section 3.1), version structures (3.3, 3.4) and files signed one by one are one shape, so that
// one tree draws them all.

import type { World } from '../../actors/world.ts';

export type Protocol = 'files' | 'straw' | 'serialized' | 'concurrent';

/** The owner of a file is the one who may write it; the timestamp box T owns the clock. */
export interface Operation {
  readonly kind: 'mod' | 'fetch';
  readonly file: string;
  /** What is written; the clock's tick in decimals where the box stamps. */
  readonly bytes?: string;
}

/** Operations of each principal that are in a past; a missing one is 0. */
export type Vector = Readonly<Record<string, number>>;

/** Something signed: a log entry, a version structure, or a signed file. Its id is the signer and the number of his operation. */
export interface Entry {
  readonly id: string;
  readonly signer: string;
  /** Which of all operations it was; 0 where that is no part of what it is (straw man, files). */
  readonly n: number;
  readonly op: Operation;
  /** Ids of what its signature covers: the whole log (straw man), the structures shown (VSL), oldest first; none for files. */
  readonly over: readonly string[];
  /** Signed as it stands in version structures; counted from the past in the straw man; empty for files. */
  readonly vector: Vector;
  /** Hex: the signer's i-handle; '' in the straw man and for files. */
  readonly handle: string;
  /** Certificates that were pending when it was signed, as it records them (concurrent SUNDR, section 3.4). */
  readonly pending?: readonly Pending[];
  /** The entry whose operation is made again, on the side that was chosen after a fork. */
  readonly redoes?: string;
  /** Its signer's own entry before it, where that is not the last that it signed: it has chosen a side; '' for none. */
  readonly after?: string;
  /** Hex, SHA-256 of what is signed. */
  readonly hash: string;
  /** Hex, Ed25519 over that hash's bytes. */
  readonly signature: string;
}

/** A pending certificate as a version structure records it: user, version, hash of the structure without i-handles. */
export interface Pending {
  readonly user: string;
  readonly version: number;
  readonly hash: string;
}

/** The timestamp box, a user whom all trust. */
export const BOX = 'T';
/** The superuser, who says who the users are. */
export const ROOT = 'R';
/** One of those whose operations are counted. */
export const isUser = (who: string): boolean => who !== BOX && who !== ROOT;

export const CHECKS = [
  'bad-signature',
  'not-permitted',
  'own-last-missing',
  'own-previous-missing',
  'not-totally-ordered',
  'hash-mismatch',
  'pending-entry-missing',
  'box-too-old',
  'parted',
] as const;
export type Check = (typeof CHECKS)[number];

/** Why a user refused: the check, what it asked for, and what was there. Hex, ids, vectors as `A2 B1`, or ticks. */
export interface Refusal {
  readonly check: Check;
  readonly expected: string;
  readonly actual: string;
  /** The entry that failed, where one did; for an order, both. */
  readonly at: readonly string[];
}

/** What a server does beside showing a past that it holds. */
export const LIES = ['omit', 'reorder', 'splice', 'alter', 'replay', 'deny', 'wrong-key'] as const;
export type Lie = (typeof LIES)[number];

/** What one answer of the server shows: entries in the order of the log, or one structure a principal. */
export interface Shown {
  readonly entries: readonly Entry[];
  /** Certificates whose structures are said to be on their way; concurrent SUNDR only. */
  readonly pending: readonly Entry[];
  /** The bytes of the file that is fetched, where they do not stand in an entry; null where the server says there are none. */
  readonly bytes: string | null;
  readonly lie: Lie | null;
  /** The box's tick by now: not said by the server, everybody knows it. */
  readonly clock: number;
}

/** The steps of one operation that can be seen where a step is a message (section 3.1). */
export type Phase = 'idle' | 'check-signatures' | 'check-own' | 'build' | 'sign' | 'wait';

export interface UserLocal {
  readonly kind: 'user';
  /** Operations done. */
  readonly done: number;
  /** It has told another user of its last, past the server. */
  readonly told: boolean;
  /** Its own last entry: the one thing that a client must remember (section 2). */
  readonly last: Entry | null;
  readonly phase: Phase;
  /** What it was shown and is still checking, and for which operation; null between operations. */
  readonly busy: { readonly op: Operation; readonly shown: Shown } | null;
  /** Set once it refused: it does nothing more, unless it has parted from another and may choose a side. */
  readonly refused: Refusal | null;
  /** All that it signed, where users may compare and choose a side. */
  readonly own?: readonly Entry[];
  /** The last of the user from whom it has parted: it must choose. */
  readonly parted?: Entry;
  readonly side?: Side;
}

/** What a user signed between two moments, by what it is: the same entry may be another object in another's hands. */
export function signedSince({ last: before }: UserLocal, { last }: UserLocal): Entry | null {
  return before?.id === last?.id && before?.hash === last?.hash ? null : last;
}

/** Another's side, taken after a fork (section 3.2). */
export interface Side {
  /** What must be in all that it is shown from now on: the last of the user whose side it took. */
  readonly of: Entry;
  /** Own entries of the side that it left, whose operations it still has to make again. */
  readonly redo: readonly Entry[];
  /** By what it knew that they had parted. */
  readonly refusal: Refusal;
}

export interface ServerLocal {
  readonly kind: 'server';
  /** All that it holds, branches and all: by id in the straw man and for files, else by number. */
  readonly held: readonly Entry[];
  /** Who holds the lock; null where nobody does. */
  readonly lock: string | null;
  /** Operations of users that it has answered. */
  readonly answered: number;
  /** Signed certificates of operations under way, by arrival; concurrent SUNDR only. */
  readonly certificates: readonly Entry[];
}

export type Local = UserLocal | ServerLocal;

/** One operation that a user finished, as an observer of the whole world writes it down. */
export interface Done {
  readonly user: string;
  readonly op: Operation;
  /** The entry it signed; null where a fetch is not logged. */
  readonly entry: Entry | null;
  /** What it was shown, by id, and how the server lied. */
  readonly shown: readonly string[];
  readonly lie: Lie | null;
  /** What a fetch gave: the id of the entry whose bytes they are, '' for the first bytes, '?' where nobody signed them. */
  readonly read: string;
  readonly start: number;
  readonly end: number;
}

/** A fetch as `fresh-across` judges it (facts: B2): whether the file was new, and whether B had finished by then. */
export interface Fetched {
  readonly file: string;
  readonly isNew: boolean;
  readonly afterB: boolean;
}

export interface Book {
  readonly fetched: readonly Fetched[];
  /** Somebody has accepted what nobody signed. */
  readonly forged: boolean;
  /** Somebody has accepted what the server signed by the key of a user who helps it; absent where nobody has. */
  readonly helped?: true;
  /** What a user signed after the superuser had removed it; absent where it signed nothing. */
  readonly late?: readonly string[];
  /** Somebody who was shown no removal has accepted such a thing; absent where nobody has. */
  readonly outlived?: true;
  /** The oldest stamp that was accepted, in ticks, where there is a box. */
  readonly age: number;
  /** Every operation in the order in which it ended, where `history` is on; empty where it is off. */
  readonly done: readonly Done[];
  /** Steps so far, and in which a user was last answered, where `history` is on. */
  readonly steps: number;
  readonly began: Readonly<Record<string, number>>;
  /** Entries taken out of the middle of a log that was shown, and in which step to whom; absent where there were none. */
  readonly left?: readonly LeftOut[];
}

export interface LeftOut {
  readonly user: string;
  readonly step: number;
  readonly ids: readonly string[];
}

export type Body =
  | { readonly kind: 'ask'; readonly user: string; readonly op: Operation }
  | { readonly kind: 'show'; readonly op: Operation; readonly shown: Shown }
  /** No entry where a fetch is not logged, or where the user refused. */
  | { readonly kind: 'commit'; readonly entry: Entry | null }
  /** Past the server, to another user: one's own last. */
  | { readonly kind: 'tell'; readonly last: Entry };

export type SundrWorld = World<Local, Body> & { readonly record: Book };
