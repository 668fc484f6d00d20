// The signed log: for everything signed, what its signature covers. And the newest structure of each principal, compared
// with every other's: the partial order of their vectors.

import type { Scene } from '../../contract/system.ts';
import type { Settings } from './params.ts';
import { BOX } from './params.ts';
import type { Log, Placed, Refused } from './scene-log.ts';
import { idRanges, lastAsks, visible } from './scene-log.ts';
import type { Check } from './state.ts';

export interface LogScene extends Scene {
  readonly kind: 'log';
  readonly seenBy: string | null;
  readonly principals: readonly string[];
  readonly entries: readonly Placed[];
  /** For each entry in order, the steps of those that its signature covers, its own last. */
  readonly covers: readonly (readonly number[])[];
  readonly refused: readonly Refused[];
  /** What the server left out of its answers, as only who sees all can tell. */
  readonly left: readonly Left[];
}

export interface Left {
  readonly user: string;
  /** The step of the row that it stands in: where the user signed, refused, or signed nothing. */
  readonly slot: number;
  /** The entry of that row, and what was fetched where there is none. */
  readonly entry: string | null;
  readonly file: string | null;
  /** The steps of what was left out, and the same as ids. */
  readonly out: readonly number[];
  readonly ids: string;
}

const seen = (refused: readonly Refused[], seenBy: string | null): readonly Refused[] =>
  seenBy === null ? refused : refused.filter(({ user }) => user === seenBy);

export function logScene(log: Log, seenBy: string | null): LogScene {
  const entries = visible(log, seenBy);
  const slotOf = new Map(entries.map(({ id, slot }) => [id, slot]));
  const pastOf = new Map(log.asks.flatMap(({ entry, known }) => (entry ? [[entry, known] as const] : [])));
  return {
    kind: 'log',
    close: true,
    seenBy,
    principals: log.principals,
    entries,
    covers: entries.map(({ id, slot, vector }) =>
      // A file signed alone covers nothing else.
      vector.length === 0
        ? [slot]
        : [...(pastOf.get(id) ?? [id])].flatMap((one) => slotOf.get(one) ?? []).sort((a, b) => a - b),
    ),
    refused: seen(log.refused, seenBy),
    left: seenBy === null ? leftOf(log) : [],
  };
}

/** Checks that name an entry which was not shown as what they asked for. */
const NAMES_MISSING: readonly Check[] = ['own-last-missing', 'own-previous-missing', 'pending-entry-missing'];

function leftOf(log: Log): readonly Left[] {
  // Files signed alone are in no log.
  if (log.entries.some(({ vector }) => vector.length === 0)) return [];
  const taken = (of: string, began: number | null): readonly string[] =>
    log.left.find(({ user, step }) => user === of && step === began)?.ids ?? [];
  const placed = (
    ids: readonly string[],
    where: Pick<Left, 'user' | 'slot' | 'entry' | 'file'>,
  ): readonly Left[] => {
    const out = log.entries.filter(({ id }) => ids.includes(id));
    return out.length === 0 && where.entry !== null
      ? []
      : [{ ...where, out: out.map(({ slot }) => slot), ids: idRanges(out.map(({ id }) => id)) }];
  };
  const answers = log.asks.flatMap(({ user, slot, began, entry, file, known }) => {
    const hidden = log.entries.filter((one) => one.slot < began && !known.has(one.id)).map(({ id }) => id);
    return placed([...hidden, ...taken(user, began)], { user, slot, entry, file: entry ? null : file });
  });
  const refusals = log.refused.flatMap(({ user, slot, refusal: { check, expected } }) => {
    const named = NAMES_MISSING.includes(check) ? [expected] : [];
    const ids = [...taken(user, slot), ...named];
    return slot === null || ids.length === 0 ? [] : placed(ids, { user, slot, entry: null, file: null });
  });
  return [...answers, ...refusals];
}

/** `before`: at or before the other; `after`; `same`; `apart`: neither. */
export type Order = 'before' | 'after' | 'same' | 'apart';

export interface VectorsScene extends Scene {
  readonly kind: 'vectors';
  readonly seenBy: string | null;
  readonly principals: readonly string[];
  /** On the row of their signer. */
  readonly entries: readonly Placed[];
  /** Of each principal the newest that is drawn; null where it has signed nothing. */
  readonly newest: readonly (Placed | null)[];
  /** How each row's newest stands to each column's; null where one is missing. */
  readonly orders: readonly (readonly (Order | null)[])[];
  readonly refused: readonly Refused[];
}

export function vectorsScene(log: Log, seenBy: string | null): VectorsScene {
  const shown = visible(log, seenBy);
  const entries = shown.map((entry) => ({ ...entry, row: log.principals.indexOf(entry.signer) }));
  const newest = log.principals.map((who) => entries.findLast(({ signer }) => signer === who) ?? null);
  return {
    kind: 'vectors',
    close: true,
    seenBy,
    principals: log.principals,
    entries,
    newest,
    orders: newest.map((one) =>
      newest.map((other) => (one && other ? orderOf(one.vector, other.vector) : null)),
    ),
    refused: seen(log.refused, seenBy),
  };
}

export function orderOf(x: readonly number[], y: readonly number[]): Order {
  const less = x.some((count, index) => count < (y[index] ?? 0));
  const more = x.some((count, index) => count > (y[index] ?? 0));
  return less ? (more ? 'apart' : 'before') : more ? 'after' : 'same';
}

export interface BoxScene extends Scene {
  readonly kind: 'box';
  readonly seenBy: string | null;
  /** Ticks so far, and the most that a stamp may be old; 0 where there is no box. */
  readonly clock: number;
  readonly period: number;
  readonly stamps: readonly { readonly slot: number; readonly tick: number }[];
  /** Of each user the newest stamp that it was shown, and how old it was then and is now; null where there is none. */
  readonly users: readonly {
    readonly user: string;
    readonly asked: number;
    readonly tick: number | null;
    readonly atAsk: number;
    readonly age: number;
  }[];
  /** Refused for an old stamp. */
  readonly refused: readonly Refused[];
  readonly principals: readonly string[];
  readonly entries: readonly Placed[];
}

export function boxScene(log: Log, seenBy: string | null, { box: period }: Settings): BoxScene {
  const entries = visible(log, seenBy);
  const all = log.entries.filter(({ signer }) => signer === BOX);
  const clockAt = (slot: number): number => all.findLast((stamp) => stamp.slot <= slot)?.tick ?? 0;
  const last = lastAsks(log);
  // One user alone hears of the time when it asks.
  const own = seenBy === null ? null : (last[log.principals.indexOf(seenBy)]?.slot ?? 0);
  const clock = own === null ? (all.at(-1)?.tick ?? 0) : clockAt(own);
  return {
    kind: 'box',
    close: true,
    seenBy,
    clock,
    period,
    stamps: entries.filter(({ signer }) => signer === BOX).map(({ slot, tick }) => ({ slot, tick })),
    users: log.principals.flatMap((user, index): BoxScene['users'] => {
      const ask = last[index];
      if (user === BOX || (seenBy !== null && seenBy !== user)) return [];
      if (!ask) return [{ user, asked: 0, tick: null, atAsk: 0, age: 0 }];
      const tick = all.findLast(({ id }) => ask.known.has(id))?.tick ?? 0;
      return [{ user, asked: ask.slot, tick, atAsk: clockAt(ask.slot) - tick, age: clock - tick }];
    }),
    refused: seen(log.refused, seenBy),
    principals: log.principals,
    entries,
  };
}
