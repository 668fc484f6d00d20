// What SUNDR promises (sections 2 and 3), judged on all that there is: each as a property of one moment.

import { text } from '../../base/text.ts';
import type { Property } from '../../kernel/property.ts';
import type { View } from '../../semantics/fork-consistent.ts';
import { forkConsistent } from '../../semantics/fork-consistent.ts';
import { forkExplained } from '../../semantics/fork-explained.ts';
import type { History, Operation } from '../../semantics/history.ts';
import { mixed } from './observer.ts';
import type { Settings } from './params.ts';
import { principals } from './params.ts';
import type { Book, Done, Entry, ServerLocal, SundrWorld, UserLocal } from './state.ts';
import { isUser } from './state.ts';
import { pastOf, pastOfOne } from './vectors.ts';

const heldIn = ({ locals }: SundrWorld): readonly Entry[] => (locals.server as ServerLocal).held;
const userIn = ({ locals }: SundrWorld, user: string): UserLocal => locals[user] as UserLocal;

/** The signer's entry before this one, of those that are held: on the side that it chose, where it chose one. */
const previous = (held: readonly Entry[], { signer, id, after }: Entry): Entry | undefined =>
  held.findLast((entry) =>
    after === undefined ? entry.signer === signer && countOf(entry.id) < countOf(id) : entry.id === after,
  );
const countOf = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? 0);

/** Of these, what is held and not by a user who helps the server: not what nobody signed, nor what is pending. */
const signedOf = (held: readonly Entry[], ids: readonly string[], helps: string): readonly string[] =>
  ids.filter((id) => held.some((entry) => entry.id === id && entry.signer !== helps));

/** Whether one of two is in the other's past. */
function related(held: readonly Entry[], x: string, y: string): boolean {
  return pastOfOne(held, x).has(y) || pastOfOne(held, y).has(x);
}

/** The past of every accepted operation holds its user's previous one. */
export const ownKept = (held: readonly Entry[], helps = ''): boolean =>
  held.every((entry) => {
    if (entry.signer === helps) return true;
    const before = previous(held, entry);
    return !before || pastOf(held, entry.over).has(before.id);
  });

/** And nothing that was signed beside that one. */
export const stayedPut = (held: readonly Entry[], helps = ''): boolean =>
  held.every((entry) => {
    if (entry.signer === helps) return true;
    const before = previous(held, entry);
    return (
      !before ||
      signedOf(held, [...pastOf(held, entry.over)], helps).every((id) => related(held, id, before.id))
    );
  });

/** No accepted answer shows two of which neither is in the other's past. */
export const unmerged = (held: readonly Entry[], helps = ''): boolean =>
  held.every(({ signer, over }) => {
    const ids = signer === helps ? [] : signedOf(held, over, helps);
    return ids.every((x, i) => ids.slice(0, i).every((y) => related(held, x, y)));
  });

/** Two that were signed in worlds that have parted. */
export const isForked = (held: readonly Entry[]): boolean =>
  held.some(({ id }, i) => held.slice(0, i).some((other) => !related(held, id, other.id)));

/** A user's view: what it was shown last and has done since, fetches that nobody logged where it made them. */
function viewOf(held: readonly Entry[], done: readonly Done[], user: string): readonly number[] {
  let view: readonly number[] = [];
  const at = (id: string): number => done.findIndex(({ entry }) => entry?.id === id);
  for (const [index, one] of done.entries()) {
    if (one.user !== user) continue;
    const past = pastOf(held, one.shown);
    // Of two in order the later has more before it.
    const size = (i: number): number => pastOfOne(held, done[i]?.entry?.id ?? '').size;
    const shown = [...past]
      .map(at)
      .filter((i) => i >= 0)
      .sort((a, b) => size(a) - size(b) || a - b);
    view = [...withUnlogged(view, shown, done, user), index];
  }
  return view;
}

/** What is shown now, with one's own unlogged operations behind what both logs begin with. */
function withUnlogged(
  before: readonly number[],
  shown: readonly number[],
  done: readonly Done[],
  user: string,
): readonly number[] {
  const out: number[] = [];
  let next = 0;
  for (const index of before) {
    if (index === shown[next]) out.push(shown[next++] as number);
    else if (done[index]?.user === user && done[index]?.entry === null) out.push(index);
  }
  return [...out, ...shown.slice(next)];
}

function historyOf({ done }: Book): History {
  const ops: Operation[] = done.map(({ user, op, entry, read, start, end }, index) => ({
    client: sideOf(done, user, index),
    kind: op.kind === 'mod' ? 'write' : 'read',
    key: op.file,
    value: op.kind === 'mod' ? (entry?.redoes ?? entry?.id ?? '') : read,
    start,
    end,
  }));
  return { ops, initial: Object.fromEntries(ops.map(({ key }) => [key, ''])) };
}

/** Where a user went over to another's side: the first operation that it did there. */
const crossings = (done: readonly Done[], user: string): readonly number[] =>
  done.flatMap((one, i) => (one.user === user && one.entry?.after !== undefined ? [i] : []));

/** What a user did on a side that it left since is somebody's who does no more: it stays a world, with nobody in it. */
function sideOf(done: readonly Done[], user: string, index: number): string {
  const left = crossings(done, user).find((at) => {
    const { after = '' } = done[at]?.entry ?? {};
    return index < at && (after === '' || index > done.findIndex(({ entry }) => entry?.id === after));
  });
  return left === undefined ? user : `${user} until ${left}`;
}

function judged(held: readonly Entry[], book: Book, users: readonly string[]): boolean {
  const { done } = book;
  const views: View[] = users.flatMap((user) => [
    ...crossings(done, user).map((at) => ({
      client: `${user} until ${at}`,
      ops: viewOf(held, done.slice(0, at), user),
    })),
    { client: user, ops: viewOf(held, done, user) },
  ]);
  return forkConsistent(historyOf(book), views).ok;
}

export function properties(s: Settings): readonly Property<SundrWorld>[] {
  const all = principals(s);
  const { helps, removes } = s;
  /** What the server did by a helper's key stands in no history. */
  const isJudged = s.history && helps === '';
  const logged = s.protocol !== 'files';
  const unless = (applies: boolean, why: string) => (applies ? {} : { inapplicable: text(why) });
  const isConsistent = (world: SundrWorld): boolean => judged(heldIn(world), world.record, all);
  /** Files signed one by one leave no views: whether any would do. */
  const isExplained = ({ record }: SundrWorld): boolean | 'unknown' => {
    const found = forkExplained(historyOf(record));
    return !found.ok && found.reason === 'too-long' ? 'unknown' : found.ok;
  };
  const isHarmed = (world: SundrWorld): boolean => {
    const held = heldIn(world);
    const { record } = world;
    if (record.forged || mixed(record)) return true;
    if (logged && !(ownKept(held, helps) && stayedPut(held, helps) && unmerged(held, helps))) return true;
    return isJudged && (logged ? !isConsistent(world) : isExplained(world) === false);
  };
  const refusers = (world: SundrWorld): readonly string[] =>
    all.filter((user) => userIn(world, user).refused !== null);
  /** Nobody can act any more. */
  const isOver = (world: SundrWorld): boolean =>
    world.net.length === 0 || all.every((user) => !canAct(s, world, user));

  return [
    {
      name: 'authentic',
      kind: 'always',
      judge: ({ record }) => !record.forged,
    },
    {
      name: 'own-op-kept',
      kind: 'always',
      ...unless(logged, 'moot.files'),
      judge: (world) => ownKept(heldIn(world), helps),
    },
    {
      name: 'no-teleport',
      kind: 'always',
      ...unless(logged, 'moot.files'),
      judge: (world) => stayedPut(heldIn(world), helps),
    },
    {
      name: 'no-merge',
      kind: 'always',
      ...unless(logged, 'moot.files'),
      judge: (world) => unmerged(heldIn(world), helps),
    },
    {
      name: 'fresh-across',
      kind: 'always',
      ...unless(s.bank, 'moot.turns'),
      judge: ({ record }) => !mixed(record),
    },
    {
      name: 'fork-consistent',
      kind: 'always',
      ...unless(isJudged, helps === '' ? 'moot.history' : 'moot.helps'),
      judge: logged ? isConsistent : isExplained,
    },
    {
      name: 'box-fresh',
      kind: 'always',
      ...unless(s.box > 0, 'moot.box'),
      judge: ({ record }) => record.age <= s.box,
    },
    {
      name: 'no-silent-harm',
      kind: 'always',
      judge: (world) => {
        if (refusers(world).length > 0 || !isHarmed(world)) return isOver(world) ? true : undefined;
        return isOver(world) ? false : undefined;
      },
    },
    {
      name: 'forked',
      kind: 'sometimes',
      ...unless(logged, 'moot.files'),
      judge: (world) => isForked(heldIn(world)),
    },
    { name: 'detected', kind: 'sometimes', judge: (world) => refusers(world).length > 0 },
    {
      name: 'box-at-limit',
      kind: 'sometimes',
      ...unless(s.box > 0, 'moot.box'),
      judge: ({ record }) => record.age === s.box,
    },
    ...(helps === ''
      ? []
      : [
          {
            name: 'helped',
            kind: 'sometimes' as const,
            judge: ({ record }: SundrWorld) => record.helped === true,
          },
        ]),
    ...(removes === ''
      ? []
      : [
          {
            name: 'outlived',
            kind: 'sometimes' as const,
            judge: ({ record }: SundrWorld) => record.outlived === true,
          },
        ]),
  ];
}

/** A user has an operation left that the server still answers, or a side to choose. */
function canAct(s: Settings, world: SundrWorld, user: string): boolean {
  const { phase, refused, parted } = userIn(world, user);
  if (phase !== 'idle') return true;
  if (refused) return parted !== undefined;
  const asks = world.net.some(({ body, from }) => from === user && body.kind === 'ask');
  const { answered } = world.locals.server as ServerLocal;
  return asks && (s.bank || !isUser(user) || answered < s.maxOps);
}
