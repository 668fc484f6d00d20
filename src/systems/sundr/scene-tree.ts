// The fork tree: everything signed on its branch, and beneath it what each principal's last signature covers.

import type { Scene } from '../../contract/system.ts';
import type { Settings } from './params.ts';
import { BOX } from './params.ts';
import { operation } from './program.ts';
import type { Ask, Log, Placed, Refused } from './scene-log.ts';
import { idRanges, lastAsks, visible } from './scene-log.ts';
import type { Operation } from './state.ts';

/** What one principal knows. Slots are steps in which an entry was signed. */
export interface World {
  readonly user: string;
  /** Its own, and others'; `fresh`: learnt when it last asked. */
  readonly own: readonly number[];
  readonly others: readonly number[];
  readonly fresh: readonly number[];
  /** Kept from it when it last asked; nobody but an observer of all can know. */
  readonly hidden: readonly number[];
  /** The same as ids: all that it knows, and what was kept from it. */
  readonly knows: string;
  readonly misses: string;
  /** The step in which it last asked; 0 where it never did. */
  readonly asked: number;
  /** The newest version of each file that it knows: writes counted. */
  readonly files: readonly { readonly file: string; readonly version: number }[];
  readonly refused: Refused | null;
}

export interface TreeScene extends Scene {
  readonly kind: 'tree';
  readonly seenBy: string | null;
  readonly principals: readonly string[];
  readonly entries: readonly Placed[];
  /** In order of principals; null where whoever looks cannot know. */
  readonly worlds: readonly (World | null)[];
  /** Branches that are drawn: who signed last on it, and the step of its first entry. */
  readonly branches: readonly {
    readonly row: number;
    readonly users: readonly string[];
    readonly since: number;
    /** Where files are signed one by one, a row is a file. */
    readonly file: string | null;
  }[];
  /** Entries kept from somebody, counted once for each who asked and did not get it. */
  readonly hidden: number;
  /** How old the newest stamp was in each answer, in ticks of the box, where there is one. */
  readonly ages: readonly { readonly slot: number; readonly user: string; readonly age: number }[];
  /** The most ticks that a stamp may be old; 0 where there is no box. */
  readonly period: number;
  /**
   * What each principal asks for next, in order, and the least that its own count will be; null where it has nothing left
   * to do.
   */
  readonly todo: readonly ((Pick<Operation, 'kind' | 'file'> & { readonly count: number }) | null)[];
  /** Users refuse what stands in no order. */
  readonly ordered: boolean;
  /** The step of the last stamp that is drawn. */
  readonly stamped: number | null;
}

export function treeScene(log: Log, seenBy: string | null, s: Settings): TreeScene {
  const entries = visible(log, seenBy);
  const last = lastAsks(log);
  const worlds = log.principals.map((user, index) =>
    seenBy === null || seenBy === user
      ? worldOf(log, user, last[index] ?? null, seenBy, s.protocol === 'files')
      : null,
  );
  const rows = [...new Set(entries.map(({ row }) => row))].sort((a, b) => a - b);
  const rowOf = (user: string): number | undefined => entries.findLast(({ signer }) => signer === user)?.row;
  return {
    kind: 'tree',
    close: true,
    seenBy,
    principals: log.principals,
    entries,
    worlds,
    branches: rows.map((row) => ({
      row,
      users: log.principals.filter((user) => user !== BOX && rowOf(user) === row),
      since: entries.find((entry) => entry.row === row)?.slot ?? 0,
      file: s.protocol === 'files' ? (entries.find((entry) => entry.row === row)?.file ?? null) : null,
    })),
    hidden: seenBy === null ? worlds.reduce((sum, world) => sum + (world?.hidden.length ?? 0), 0) : 0,
    ages: agesOf(log, seenBy),
    period: s.box,
    todo: log.principals.map((user, index) => (seenBy === null ? nextOf(log, user, index, s) : null)),
    ordered: s.orderCheck && (s.protocol === 'serialized' || s.protocol === 'concurrent'),
    stamped: entries.findLast(({ signer }) => signer === BOX)?.slot ?? null,
  };
}

function nextOf(log: Log, user: string, index: number, s: Settings): TreeScene['todo'][number] {
  const done = log.done[index] ?? 0;
  const side = log.sides[index];
  const op = side?.redo[0]?.op ?? operation(s, user, done);
  return op && { kind: op.kind, file: op.file, count: side ? done + 1 : 1 };
}

function worldOf(log: Log, user: string, ask: Ask | null, seenBy: string | null, alone: boolean): World {
  const refused = log.refused.find((one) => one.user === user) ?? null;
  if (!ask) {
    const nothing = { own: [], others: [], fresh: [], hidden: [], knows: '–', misses: '–', files: [] };
    return { user, ...nothing, asked: 0, refused };
  }
  const known = log.entries.filter(({ id }) => ask.known.has(id));
  // What it left itself, to take another's side, is not kept from it.
  const left = new Set(
    log.sides[log.principals.indexOf(user)]
      ? log.asks.flatMap((one) => (one.user === user ? [...one.known] : []))
      : [],
  );
  const before = log.asks.findLast((one) => one.user === user && one.slot < ask.slot);
  const slots = (list: readonly Placed[]): readonly number[] => list.map(({ slot }) => slot);
  // Nobody but an observer of all can tell. Of files signed alone, whoever asks asks for one.
  const askedFor = (file: string): number =>
    alone ? (log.asks.findLast((one) => one.user === user && one.file === file)?.slot ?? 0) : ask.slot;
  const hidden =
    seenBy === null
      ? log.entries.filter(
          ({ id, slot, file }) => slot < askedFor(file) && !ask.known.has(id) && !left.has(id),
        )
      : [];
  const versions = new Map<string, number>();
  for (const { kind, file, signer } of known) {
    if (kind === 'mod' && signer !== BOX) versions.set(file, (versions.get(file) ?? 0) + 1);
  }
  return {
    user,
    own: slots(known.filter(({ signer }) => signer === user)),
    others: slots(known.filter(({ signer }) => signer !== user)),
    fresh: slots(known.filter(({ id }) => !before?.known.has(id))),
    hidden: slots(hidden),
    knows: idRanges(known.map(({ id }) => id)),
    misses: idRanges(hidden.map(({ id }) => id)),
    asked: ask.slot,
    files: [...versions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, version]) => ({ file, version })),
    refused,
  };
}

/** The age in ticks of the newest stamp in each answer, as whoever was given it could tell: all know the tick. */
function agesOf(log: Log, seenBy: string | null): TreeScene['ages'] {
  const stamps = log.entries.filter(({ signer }) => signer === BOX);
  return log.asks.flatMap(({ user, slot, known }) => {
    const clock = stamps.findLast((stamp) => stamp.slot <= slot)?.tick ?? 0;
    if (clock === 0 || user === BOX || (seenBy !== null && seenBy !== user)) return [];
    const newest = stamps.findLast(({ id }) => known.has(id))?.tick ?? 0;
    return [{ slot, user, age: clock - newest }];
  });
}
