// What users do. The bank of the lecture (18.3): A writes auth.py, B writes bank.py once A's work is there, C fetches both
// and runs them. Or turns: everyone goes on, writing and fetching. The timestamp box writes its clock.

import { AUTH, BANK, CLOCK, FIRST, FORGED, MEMBERS, WRITTEN } from './bytes.ts';
import type { Settings } from './params.ts';
import { BOX, principals } from './params.ts';
import type { Entry, Operation } from './state.ts';
import { ROOT } from './state.ts';

interface FileOf {
  readonly owner: string;
  /** What everybody has before the first operation. */
  readonly first: string;
}

export { AUTH, BANK, CLOCK, MEMBERS };

export const FILES: Readonly<Record<string, FileOf>> = {
  [AUTH]: { owner: 'A', first: FIRST[AUTH] ?? '' },
  [BANK]: { owner: 'B', first: FIRST[BANK] ?? '' },
  [CLOCK]: { owner: BOX, first: FIRST[CLOCK] ?? '' },
  [MEMBERS]: { owner: ROOT, first: '' },
};

export const ownerOf = (file: string): string => FILES[file]?.owner ?? '';
/** The file that a user owns. */
export const fileOf = (user: string): string | undefined =>
  Object.keys(FILES).find((file) => ownerOf(file) === user);

/** What a server puts in the place of a file. */
export const forgedBytes = (s: Settings, file: string): string =>
  file === AUTH ? s.forged : file === MEMBERS ? listOf(principals(s)) : (FORGED[file] ?? '');

const mod = (s: Settings, file: string, k: number): Operation => {
  const written = file === AUTH ? s.written : (WRITTEN[file] ?? '');
  const bytes = file === CLOCK ? String(k + 1) : k === 0 ? written : `${written}# ${k + 1}\n`;
  return { kind: 'mod', file, bytes };
};
const listOf = (users: readonly string[]): string => users.map((user) => `${user}\n`).join('');

/** The users, by the superuser's list among these; null where it is not. */
export const membersIn = (entries: readonly Entry[]): readonly string[] | null =>
  entries
    .find(({ op }) => op.file === MEMBERS)
    ?.op.bytes?.trim()
    .split('\n') ?? null;

const fetch = (file: string): Operation => ({ kind: 'fetch', file });

/** Ticks of the box in a run: so many that a stamp can be too old. */
const ticks = (s: Settings): number => s.box + 2;

/** The k-th operation of somebody, from 0; null where he has none left. */
export function operation(s: Settings, user: string, k: number): Operation | null {
  if (user === BOX) return k < ticks(s) ? mod(s, CLOCK, k) : null;
  if (user === ROOT) {
    const bytes = listOf(principals(s).filter((one) => one !== s.removes));
    return k === 0 ? { kind: 'mod', file: MEMBERS, bytes } : null;
  }
  if (!s.bank) {
    const own = fileOf(user);
    const other = user === 'B' ? AUTH : BANK;
    if (own === undefined) return fetch(k % 2 === 0 ? AUTH : BANK);
    return k % 2 === 0 ? mod(s, own, k) : fetch(other);
  }
  if (user === 'C') return k < 2 ? fetch(k === 0 ? AUTH : BANK) : null;
  const own = fileOf(user);
  return k === 0 && own !== undefined ? mod(s, own, 0) : null;
}

/** Whose bytes these are, as the id of the entry that wrote them; '' for the first bytes, '?' where nobody wrote them. */
export function writerOf(s: Settings, file: string, bytes: string | null): string {
  if (bytes === FILES[file]?.first) return '';
  const owner = ownerOf(file);
  const most = s.bank ? 1 : s.maxOps;
  for (let k = 0; k < most; k++) {
    const op = operation(s, owner, k);
    if (op?.kind === 'mod' && op.bytes === bytes) return `${owner}${k + 1}`;
  }
  return '?';
}
