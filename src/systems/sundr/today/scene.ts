// The proof that each user can verify: from the newest entry of its log up to the root that is signed, with the hash
// that is added on every level. Where the other user's log has another hash in the same place, both are told.

import { utf8 } from '../../../base/bytes.ts';
import type { Params, Scene } from '../../../contract/system.ts';
import { leafHash, rootOf } from '../tlog.ts';
import type { Held, Log } from './log.ts';
import type { Today, User } from './model.ts';
import { todayLog, USERS } from './model.ts';
import { todaySettings } from './params.ts';

/** Hashes are told by their first digits. */
const SHORT = 8;
/** Signatures are all that the seed decides, and none is drawn. */
const ANY_SEED = 0;

/** A node over the entries `from` to `to`, both counted from 1. */
export interface ProofNode {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  /** The same place in the other user's log, where that is another hash; else null. */
  readonly other: string | null;
}

export interface ProofHalf {
  readonly user: User;
  readonly otherUser: User;
  readonly size: number;
  readonly entry: string;
  /** From the leaf to the root; beside each but the root the hash that the proof adds. */
  readonly levels: readonly { readonly node: ProofNode; readonly beside: ProofNode | null }[];
}

export interface ProofScene extends Scene {
  readonly kind: 'proof';
  /** Levels of the whole log, once all its entries are in it. */
  readonly most: number;
  readonly halves: readonly ProofHalf[];
}

/** As one user sees it: its own half, and nothing of what others hold. */
export function proofScene(
  { users, splitAt }: Today,
  params: Params,
  seenBy: string | null = null,
): ProofScene {
  const log = todayLog(params, ANY_SEED);
  const halves = USERS.flatMap((user): readonly ProofHalf[] => {
    const { held } = users[user];
    const otherUser = USERS.find((one) => one !== user) as User;
    if (!held || (seenBy !== null && seenBy !== user)) return [];
    return [halfOf(log, user, otherUser, held, seenBy === null ? users[otherUser].held : null, splitAt)];
  });
  const { length } = todaySettings(params).entries;
  let most = 1;
  while (2 ** (most - 1) < length) most++;
  return { kind: 'proof', close: true, most, halves };
}

function halfOf(
  log: Log,
  user: User,
  otherUser: User,
  held: Held,
  others: Held | null,
  splitAt: number | null,
): ProofHalf {
  const leavesOf = ({ branch, size }: Held): readonly string[] =>
    Array.from({ length: size }, (_, i) => leafHash(utf8(log.entry(branch, i, splitAt))));
  const [leaves, theirs] = [leavesOf(held), others ? leavesOf(others) : []];
  const nodeOf = (from: number, to: number): ProofNode => {
    const value = rootOf(leaves.slice(from, to));
    const other = to <= theirs.length ? rootOf(theirs.slice(from, to)) : value;
    const short = (hash: string): string => hash.slice(0, SHORT);
    return { from: from + 1, to, value: short(value), other: other === value ? null : short(other) };
  };
  const levels: { node: ProofNode; beside: ProofNode | null }[] = [];
  const newest = held.size - 1;
  /** Down to the leaf, and on the way back a level each. */
  function climb(from: number, to: number, beside: ProofNode | null): void {
    if (to - from > 1) {
      let cut = 1;
      while (cut * 2 < to - from) cut *= 2;
      const middle = from + cut;
      if (newest < middle) climb(from, middle, nodeOf(middle, to));
      else climb(middle, to, nodeOf(from, middle));
    }
    levels.push({ node: nodeOf(from, to), beside });
  }
  climb(0, held.size, null);
  return { user, otherUser, size: held.size, entry: log.entry(held.branch, newest, splitAt), levels };
}
