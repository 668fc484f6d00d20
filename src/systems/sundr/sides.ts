// After a fork (section 3.2): two users who compare their last entries find it, and nothing but they can end it. One of
// them takes the other's side: it goes back to what it had signed there, and makes again on top of it what it wrote on
// the side that it leaves. SUNDR does not do it for them, and does not say whose side.

import type { Settings } from './params.ts';
import type { Entry, Side, UserLocal } from './state.ts';
import { atOrBefore, countIn, spelt } from './vectors.ts';

/** Version structures carry what a side is known by; a lock, so that nothing is under way meanwhile. */
export const maySide = (s: Settings): boolean => s.talk && s.protocol === 'serialized';

/** Unforked, one of the two is in the other's past: then its vector is at or before the other's. */
export function compared(s: Settings, local: UserLocal, theirs: Entry): UserLocal {
  const { last, refused } = local;
  if (!last || refused) return local;
  if (atOrBefore(last.vector, theirs.vector) || atOrBefore(theirs.vector, last.vector)) return local;
  const [expected, actual] = [spelt(last.vector), spelt(theirs.vector)];
  return {
    ...local,
    refused: { check: 'parted', expected, actual, at: [last.id, theirs.id] },
    ...(maySide(s) ? { parted: theirs } : {}),
  };
}

/** It keeps to its own side, and goes on there. */
export function stayed({ parted: _, ...local }: UserLocal): UserLocal {
  return { ...local, told: true, refused: null };
}

/** It takes theirs: its last is the one that they know of. What it only read is not made again. */
export function joined({ parted: _, ...local }: UserLocal, of: Entry, refusal: Side['refusal']): UserLocal {
  const { own = [] } = local;
  const known = own.filter(({ signer, vector }) => countIn(vector, signer) <= countIn(of.vector, signer));
  const redo = own.filter((entry) => !known.includes(entry) && entry.op.kind === 'mod');
  return { ...local, last: known.at(-1) ?? null, own: known, refused: null, side: { of, redo, refusal } };
}

/** What a choice of side leaves in an entry: what it redoes, and behind which own entry it stands. */
export function markOfSide({ side, last, done }: UserLocal, user: string): Pick<Entry, 'redoes' | 'after'> {
  if (!side) return {};
  const [again] = side.redo;
  return {
    ...(again ? { redoes: again.id } : {}),
    ...(last?.id === `${user}${done}` ? {} : { after: last?.id ?? '' }),
  };
}
