// What the views of SUNDR draw from: everything signed, each in its place on the axis of steps and on its branch, and
// what every principal knew when it last asked. Read off one state; with `history` off the order of what the server holds
// stands in for steps.

import { branchRows } from '../../base/branch-rows.ts';
import { BOX } from './params.ts';
import type { Done, Entry, LeftOut, Protocol, Refusal, Side, SundrWorld, UserLocal } from './state.ts';

/** An entry as it is drawn. */
export interface Placed {
  readonly id: string;
  /** The latest of what it signs over; null for the first, and for files signed one by one. */
  readonly parent: string | null;
  /** Its branch, from 0. */
  readonly row: number;
  /** The step in which it was signed. */
  readonly slot: number;
  /** All that its signature covers, itself included, as ids in ranges: `A1–2 B1`. */
  readonly covers: string;
  readonly signer: string;
  readonly kind: 'mod' | 'fetch';
  readonly file: string;
  /** The box's tick, where it is a stamp. */
  readonly tick: number;
  /** Operations of each principal in its past, in the order of `Log.principals`; empty where it signs no past. */
  readonly vector: readonly number[];
  /** The first 16 digits of what was signed, of the signature and of the i-handle; '' where there is none. */
  readonly hash: string;
  readonly signature: string;
  readonly handle: string;
}

/** One answer of the server that was accepted: who asked, in which step, and what was known from then on. */
export interface Ask {
  readonly user: string;
  readonly slot: number;
  /** The step in which it was answered. */
  readonly began: number;
  readonly file: string;
  /** What was signed then; null where a fetch is not logged. */
  readonly entry: string | null;
  /** What the answer held, and what that covers, its own entry included; of files signed one by one, all ever given. */
  readonly known: ReadonlySet<string>;
}

export interface Refused {
  readonly user: string;
  readonly refusal: Refusal;
  /** The step of the answer that was refused; null where no history is kept. */
  readonly slot: number | null;
}

export interface Log {
  /** Users in order, the timestamp box last. */
  readonly principals: readonly string[];
  readonly entries: readonly Placed[];
  readonly asks: readonly Ask[];
  readonly refused: readonly Refused[];
  /** Taken out of logs that were shown. */
  readonly left: readonly LeftOut[];
  /** Operations that each has finished. */
  readonly done: readonly number[];
  /** The side that each took after a fork; null where it took none. */
  readonly sides: readonly (Side | null)[];
  /** Steps so far; 0 where no history is kept. */
  readonly now: number;
}

/** Long hashes are told by their start. */
const SHORT = 16;

/** Every past is asked for through this, so that none is walked twice. */
type Past = (ids: readonly string[]) => ReadonlySet<string>;

/** Files signed one by one stand on no past: a row a file instead of a row a branch. */
export function logOf({ locals, record }: SundrWorld, protocol: Protocol): Log {
  const users = Object.keys(locals)
    .sort()
    .flatMap((id): (readonly [string, UserLocal])[] => {
      const local = locals[id];
      return local?.kind === 'user' ? [[id, local]] : [];
    });
  const principals = users.map(([id]) => id);
  const held = Object.values(locals).flatMap((local) => (local.kind === 'server' ? local.held : []));
  const { done, steps } = record;
  const placeOf = placing(protocol);
  const stepOf = stepsIn({ locals, record }, protocol);
  const ordered = held
    .map((entry, index) => ({ entry, slot: stepOf.get(entry.id) ?? (entry.n || index + 1) }))
    .sort((a, b) => a.slot - b.slot);
  const slots = new Map(ordered.map(({ entry, slot }) => [entry.id, slot]));
  const parents = ordered.map(({ entry: { id, over } }) => ({ id, parent: latest(over, slots) }));
  const past = pasts(held);
  const rows = protocol === 'files' ? fileRows(ordered.map(({ entry }) => entry)) : branchRows(parents);
  const entries = ordered.map(({ entry, slot }, index) => ({
    id: entry.id,
    parent: parents[index]?.parent ?? null,
    row: rows.get(entry.id) ?? 0,
    slot,
    covers: idRanges([...past([entry.id])]),
    signer: entry.signer,
    kind: entry.op.kind,
    file: entry.op.file,
    tick: entry.signer === BOX ? Number(entry.op.bytes ?? 0) : 0,
    vector: Object.keys(entry.vector).length === 0 ? [] : principals.map((one) => entry.vector[one] ?? 0),
    hash: entry.hash.slice(0, SHORT),
    signature: entry.signature.slice(0, SHORT),
    handle: entry.handle.slice(0, SHORT),
  }));
  return {
    principals,
    entries,
    asks:
      done.length > 0
        ? done.map((one, index) => ({
            ...askOf(one, past, protocol === 'files' ? done.slice(0, index) : []),
            slot: placeOf(one),
          }))
        : entries.map(({ id, signer, slot, file }) => ({
            user: signer,
            slot,
            began: slot,
            file,
            entry: id,
            known: past([id]),
          })),
    refused: users.flatMap(([user, { refused }]) =>
      refused ? [{ user, refusal: refused, slot: record.began[user] ?? null }] : [],
    ),
    left: record.left ?? [],
    done: users.map(([, local]) => local.done),
    sides: users.map(([, local]) => local.side ?? null),
    now: steps,
  };
}

/** Operations that overlap stand in the order in which they were asked for (section 3.4); others end one by one. */
const placing =
  (protocol: Protocol) =>
  ({ start, end }: Done): number =>
    protocol === 'concurrent' ? start : end;

/** The step of everything signed, by id, as far as history says; also of who has signed and waits for what it reads. */
export function stepsIn(
  { locals, record }: Pick<SundrWorld, 'locals' | 'record'>,
  protocol: Protocol,
): ReadonlyMap<string, number> {
  const placeOf = placing(protocol);
  const waiting = Object.entries(locals).flatMap(([user, local]): (readonly [string, number])[] => {
    if (local.kind !== 'user' || local.phase !== 'wait' || !local.last) return [];
    const began = record.began[user];
    return began === undefined ? [] : [[local.last.id, began]];
  });
  const done = record.done.flatMap((one) => (one.entry ? [[one.entry.id, placeOf(one)] as const] : []));
  return new Map([...waiting, ...done]);
}

function fileRows(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const files = [...new Set(entries.map(({ op }) => op.file))];
  return new Map(entries.map(({ id, op }) => [id, files.indexOf(op.file)]));
}

/** Ids by signer, those in a row together: `A1–2 B1 B3`; nothing is a dash. */
export function idRanges(ids: readonly string[]): string {
  const split = ids.map((id) => {
    // What was made up for a file has no count.
    const [, signer = id, count = NaN, mark = ''] = /^(\D+)(\d+)(\D*)$/.exec(id) ?? [];
    return { signer, count: Number(count), mark };
  });
  split.sort((a, b) => (a.signer < b.signer ? -1 : a.signer > b.signer ? 1 : a.count - b.count));
  const out: { signer: string; from: number; to: number; mark: string }[] = [];
  for (const { signer, count, mark } of split) {
    const last = out.at(-1);
    if (last && last.signer === signer && last.to === count - 1 && mark === '' && last.mark === '')
      last.to = count;
    else out.push({ signer, from: count, to: count, mark });
  }
  const said = out.map(
    ({ signer, from, to, mark }) =>
      `${signer}${Number.isNaN(from) ? '' : from === to ? from : `${from}–${to}`}${mark}`,
  );
  return said.length === 0 ? '–' : said.join(' ');
}

const given = ({ entry, shown }: Done): readonly string[] => (entry ? [...shown, entry.id] : shown);

const askOf = (one: Done, past: Past, before: readonly Done[]): Omit<Ask, 'slot'> => ({
  user: one.user,
  began: one.start,
  file: one.op.file,
  entry: one.entry?.id ?? null,
  known: past([...before.filter(({ user }) => user === one.user), one].flatMap(given)),
});

/** Of these, the one with the last place; null where none has any. */
export function latest(ids: readonly string[], slots: ReadonlyMap<string, number>): string | null {
  let found: string | null = null;
  for (const id of ids) {
    if (slots.has(id) && (found === null || (slots.get(id) ?? 0) > (slots.get(found) ?? 0))) found = id;
  }
  return found;
}

function pasts(held: readonly Entry[]): Past {
  const overOf = new Map(held.map(({ id, over }) => [id, over]));
  return (ids) => {
    const found = new Set<string>();
    const todo = [...ids];
    for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      todo.push(...(overOf.get(id) ?? []));
    }
    return found;
  };
}

/** The last answer that each principal accepted, in order of principals; null where it never asked. */
export const lastAsks = ({ principals, asks }: Log): readonly (Ask | null)[] =>
  principals.map((one) => asks.findLast(({ user }) => user === one) ?? null);

/** What this principal may be shown of the log: all, or what it ever knew. */
export function visible({ entries, asks }: Log, seenBy: string | null): readonly Placed[] {
  if (seenBy === null) return entries;
  const known = new Set(asks.flatMap((ask) => (ask.user === seenBy ? [...ask.known] : [])));
  return entries.filter(({ id }) => known.has(id));
}
