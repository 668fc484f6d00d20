// Actors that are alike but for their names: every exchange of names, as the search applies it to states. A name is
// exchanged wherever it stands as a word: in ids of messages, in fields, as a key.

import type { Renaming } from '../kernel/parts.ts';
import type { Actor } from './actor.ts';
import type { Envelope } from './envelope.ts';
import type { WorldSlots } from './world-move.ts';

/** More renamings than this cost more than they save; then some of the actors keep their names. */
const MOST = 120;

export function renamings<L, B>(
  groups: readonly (readonly string[])[],
  actors: readonly Actor<L, B>[],
  at: WorldSlots,
  inOrder: (a: Envelope<B>, b: Envelope<B>) => number,
): readonly Renaming[] {
  const ids = actors.map(({ id }) => id);
  return exchanges(groups).map((names) => {
    const rename = renamer(names);
    return {
      slot: (slot) => (slot < ids.length ? ids.indexOf(rename(ids[slot]) as string) : slot),
      value(slot, value) {
        const renamed = rename(value);
        if (slot === at.lost) return (renamed as Envelope<B>[]).sort(inOrder);
        return slot === at.down ? (renamed as string[]).sort() : renamed;
      },
      item: rename,
    };
  });
}

/** Every exchange of names within the groups but the one that exchanges nothing. */
function exchanges(groups: readonly (readonly string[])[]): readonly ReadonlyMap<string, string>[] {
  let found: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const group of groups) {
    let size = group.length;
    while (found.length * factorial(size) > MOST) size--;
    const members = group.slice(0, size);
    const orders = permutations(members);
    found = found.flatMap((names) =>
      orders.map(
        (order) => new Map([...names, ...members.map((id, i) => [id, order[i] as string] as const)]),
      ),
    );
  }
  return found.filter((names) => [...names].some(([from, to]) => from !== to));
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

function permutations<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((first, i) =>
    permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [first, ...rest]),
  );
}

function renamer(names: ReadonlyMap<string, string>): (value: unknown) => unknown {
  const escaped = [...names.keys()].map((id) => id.replace(/[^\w]/g, '\\$&'));
  const name = new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'g');
  const word = (one: string): string => one.replace(name, (id) => names.get(id) ?? id);
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return word(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(rename);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [word(key), rename(item)]));
  };
  return rename;
}
