// SUNDR's idea as it is used today (lecture 18.1, 18.9): a log that nobody has to trust signs how far it is, and proves in
// a few hashes what the straw man proves by sending all of itself. It may show C another log than A; each can verify
// everything, and nothing is wrong, until the two compare. Beside them somebody verifies what is pasted.

import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action, Blocked, Model } from '../../../kernel/model.ts';
import type { Property } from '../../../kernel/property.ts';
import type { Held, Log } from './log.ts';
import { logOf } from './log.ts';
import { todaySettings } from './params.ts';
import type { PasteVerdict } from './paste.ts';
import { verifyPasted } from './paste.ts';

export const USERS = ['A', 'C'] as const;
export type User = (typeof USERS)[number];

export interface UserOfToday {
  /** The newest checkpoint that it accepted. */
  readonly held: Held | null;
  /** Entries it has verified to be in that checkpoint, by place from 0; only the newest one of each is asked for. */
  readonly proven: number | null;
  /** Why it refused a checkpoint; it does nothing more. */
  readonly refused: string | null;
  /** It accepted a log of which the one before is not the beginning. */
  readonly rewritten: boolean;
}

export interface Today {
  readonly appended: number;
  /** How many entries there were when the log parted; null while there is one. */
  readonly splitAt: number | null;
  readonly users: Readonly<Record<User, UserOfToday>>;
  /** What the last comparison said; null before the first, and once a newer checkpoint is held. */
  readonly compared: 'same' | 'split' | null;
  readonly pasted: PasteVerdict | null;
}

const NEW: UserOfToday = { held: null, proven: null, refused: null, rewritten: false };

/** Everything a step shows that the states do not say. */
export const todayLog = (params: Params, seed: number): Log => logOf(todaySettings(params).entries, seed);

/** What a step takes: `A.take.3.other` is A, the head of the other log with three entries. */
export function partsOf({ key }: Action): { readonly n: number; readonly branch: Held['branch'] } {
  const [, , n, branch] = key.split('.');
  return { n: Number(n), branch: branch === 'other' ? 'other' : 'main' };
}

const isBeginning = (old: Held, now: Held, splitAt: number | null): boolean =>
  old.size <= now.size && (splitAt === null || old.size < splitAt || old.branch === now.branch);

export const oneLog = ({ users: { A, C }, splitAt }: Today): boolean => {
  const [x, y] = [A.held, C.held];
  return !x || !y || isBeginning(x, y, splitAt) || isBeginning(y, x, splitAt);
};

export function todayModel(params: Params, seed: number): Model<Today> {
  const { entries, splits, consistency, talk, pasted } = todaySettings(params);
  const log = todayLog(params, seed);
  let verdict: PasteVerdict | undefined;
  const ended = (state: Today): boolean => state.compared === 'split';

  function takes(state: Today, user: User): readonly Action[] {
    const { held, refused } = state.users[user];
    const { appended, splitAt } = state;
    if (refused !== null || appended === 0) return [];
    const branches = splitAt === null ? (['main'] as const) : (['main', 'other'] as const);
    return branches
      .filter((branch) => {
        const head = log.head(branch, appended, splitAt);
        return head.root !== held?.root;
      })
      .map((branch) => ({
        key: `${user}.take.${appended}${branch === 'main' ? '' : '.other'}`,
        kind: 'take',
        actor: user,
      }));
  }

  function proofs(state: Today, user: User): readonly Action[] {
    const { held, proven, refused } = state.users[user];
    if (!held || refused !== null || proven === held.size - 1) return [];
    return [{ key: `${user}.prove.${held.size - 1}`, kind: 'prove', actor: user }];
  }

  function talks({ users: { A, C }, compared }: Today): readonly Action[] {
    if (!talk || !A.held || !C.held || compared !== null) return [];
    return [{ key: `A.talk.${A.held.size}.${C.held.size}`, kind: 'talk', actor: 'A' }];
  }

  const withUser = (state: Today, user: User, change: Partial<UserOfToday>): Today => ({
    ...state,
    users: { ...state.users, [user]: { ...state.users[user], ...change } },
  });

  function take(state: Today, action: Action): Today {
    const user = action.actor as User;
    const { held } = state.users[user];
    const { n, branch } = partsOf(action);
    const head = log.head(branch, n, state.splitAt);
    const opened = log.opened(log.checkpoint(head));
    if (typeof opened === 'string') return withUser(state, user, { refused: opened });
    const now: Held = { ...head, size: Number(opened.size), root: opened.root };
    if (held && consistency) {
      const { verdict } = log.consistent(held, now, state.splitAt);
      if (!verdict.ok) return withUser(state, user, { refused: verdict.error });
    }
    const rewritten =
      state.users[user].rewritten || (held !== null && !isBeginning(held, now, state.splitAt));
    return { ...withUser(state, user, { held: now, proven: null, rewritten }), compared: null };
  }

  function prove(state: Today, action: Action): Today {
    const user = action.actor as User;
    const { held } = state.users[user];
    const { n } = partsOf(action);
    const verdict = held && log.included(held, n, state.splitAt).verdict;
    return withUser(
      state,
      user,
      verdict?.ok ? { proven: n } : { refused: verdict?.error ?? 'root-mismatch' },
    );
  }

  /** They hold their checkpoints together, and the log is asked to prove the older from the newer. */
  function compare(state: Today): Today {
    const { ok } = comparison(state, log)?.verdict ?? { ok: true };
    return { ...state, compared: ok ? 'same' : 'split' };
  }

  return {
    init: () => ({ appended: 0, splitAt: null, users: { A: NEW, C: NEW }, compared: null, pasted: null }),
    enabled(state) {
      const out: Action[] = [];
      const { appended, splitAt } = state;
      if (!ended(state)) {
        if (appended < entries.length)
          out.push({ key: `log.append.${appended + 1}`, kind: 'append', actor: 'log' });
        if (splits && splitAt === null && appended > 0)
          out.push({ key: `log.split.${appended}`, kind: 'split', actor: 'log' });
        for (const user of USERS) out.push(...takes(state, user), ...proofs(state, user));
        out.push(...talks(state));
      }
      if (state.pasted === null) out.push({ key: 'you.verify', kind: 'verify', actor: 'you' });
      return out;
    },
    blocked(state) {
      return USERS.flatMap((user): readonly Blocked[] => {
        const { refused } = state.users[user];
        if (refused === null) return [];
        const reason = text('blocked.today.refused', { user, error: text(`error.${refused}`) });
        return [{ key: `${user}.take`, kind: 'take', actor: user, reason }];
      });
    },
    next(state, action) {
      switch (action.kind) {
        case 'append':
          return { ...state, appended: state.appended + 1 };
        case 'split':
          return { ...state, splitAt: state.appended };
        case 'take':
          return take(state, action);
        case 'prove':
          return prove(state, action);
        case 'talk':
          return compare(state);
        default:
          verdict ??= verifyPasted(pasted);
          return { ...state, pasted: verdict };
      }
    },
    properties: propertiesOf(talk),
  };
}

/** The two checkpoints held, older first, and what the log's best proof between them comes to. */
export function comparison({ users: { A, C }, splitAt }: Today, log: Log) {
  if (!A.held || !C.held) return null;
  const [old, now] = A.held.size <= C.held.size ? [A.held, C.held] : [C.held, A.held];
  return { old, now, ...log.consistent(old, now, splitAt) };
}

const propertiesOf = (talk: boolean): readonly Property<Today>[] => [
  {
    name: 'append-only',
    kind: 'always',
    judge: ({ users }) => USERS.every((user) => !users[user].rewritten),
    witness: ({ users }) => ({
      text: text('witness.append-only'),
      actors: USERS.filter((user) => users[user].rewritten),
    }),
  },
  {
    name: 'one-log',
    kind: 'always',
    judge: oneLog,
    witness: ({ users: { A, C } }) => ({
      text: text('witness.one-log', { a: A.held?.size ?? 0, b: C.held?.size ?? 0 }),
      actors: [...USERS],
    }),
  },
  {
    name: 'split-found',
    kind: 'sometimes',
    ...(talk ? {} : { inapplicable: text('inapplicable.no-talk') }),
    judge: ({ compared }) => compared === 'split',
  },
];
