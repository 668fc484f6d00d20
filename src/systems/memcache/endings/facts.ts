// What can be seen of the end of a run: what caches and databases hold, what was last read, every counter of a load. From
// these the ending's sentence takes its figures, and by these two ends are told apart.

import { short } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Outcome, Params } from '../../../contract/system.ts';
import type { ClientLocal } from '../client.ts';
import type { PairWorld } from '../cross-shard/model.ts';
import { clientOf, lanes as pairLanes, shardOf, shards } from '../cross-shard/model.ts';
import type { TapeState, Values } from '../load/tape.ts';
import { laneName } from '../load/tape.ts';
import { actorName, KEY } from '../protocol.ts';
import type { CacheLocal, DatabaseLocal } from '../servers.ts';
import type { W } from '../step.ts';
import { settingOf } from '../step.ts';

export interface Seen {
  readonly args: Readonly<Record<string, string | number | Text>>;
  readonly facts: Outcome['facts'];
}

const fact = (id: string, key: string, args: Readonly<Record<string, string | number | Text>>) => ({
  id,
  text: text(key, args),
});

/** Of a race: the pair of cache and database that the question is about is the stale one, else the readers' own. */
export function raceSeen(world: W, params: Params): Seen {
  const { topology } = settingOf(params);
  const held = (cache: string): string => {
    const item = (world.locals[cache] as CacheLocal).server.items[KEY];
    return !item || item.flags === 1 ? '' : item.value;
  };
  const stored = (database: string): number => (world.locals[database] as DatabaseLocal).value;
  const stale = topology.pairs.find(
    ({ cache, database }) => held(cache) !== '' && Number(held(cache)) !== stored(database),
  );
  const reader = topology.clients.find(({ writer }) => !writer) ?? topology.clients[0];
  const own = topology.pairs.find(({ cache }) => cache === reader?.cache) ?? topology.pairs[0];
  const pair = stale ?? own;
  const clients = topology.clients.map(({ id }) => ({ id, ...(world.locals[id] as ClientLocal) }));
  const reads = typeof world.record === 'number' ? world.record : 0;
  return {
    args: { cache: pair ? cacheWords(pair, held(pair.cache), stored(pair.database)) : '', reads },
    facts: [
      ...topology.pairs.map(({ cache }) =>
        held(cache) === ''
          ? fact(cache, 'fact.empty', { who: actorName(cache) })
          : fact(cache, 'fact.holds', { who: actorName(cache), value: held(cache) }),
      ),
      ...topology.pairs.map(({ database }) =>
        fact(database, 'fact.stored', { who: actorName(database), value: stored(database) }),
      ),
      ...clients.flatMap(({ id, value }) =>
        value === undefined ? [] : fact(id, 'fact.read', { who: actorName(id), value }),
      ),
      ...(reads > 0 ? [fact('reads', 'fact.reads', { n: reads })] : []),
    ],
  };
}

function cacheWords(
  { cache, database }: { readonly cache: string; readonly database: string },
  held: string,
  now: number,
): Text {
  const kind = held === '' ? 'empty' : Number(held) === now ? 'right' : 'stale';
  return text(`end.cache.${kind}`, {
    cache: actorName(cache),
    database: actorName(database),
    ...(kind === 'empty' ? {} : { held }),
    ...(kind === 'right' ? {} : { now }),
  });
}

/** Of the pair on two shards: what the reader holds, and the shards. */
export function pairSeen(world: PairWorld): Seen {
  const [first = '', second = ''] = shards;
  const { got } = clientOf(world, pairLanes[3]);
  const a = got[first];
  const b = got[second];
  return {
    args: { a: a ?? '–', b: b ?? '–' },
    facts: [
      ...shards.map((id) => fact(id, 'fact.stored', { who: actorName(id), value: shardOf(world, id).value })),
      fact('reader', 'fact.pair', { a: a ?? '–', b: b ?? '–' }),
    ],
  };
}

/** Of a load: every counter, and sums over lanes of a kind (`web.served` of `web-1.served`, `web-2.served`). */
export function tapeSeen({ value }: TapeState): Seen {
  const sums: Record<string, number> = { 'gutter.hits': 0 };
  for (const name of Object.keys(value).sort()) {
    const [, kind = '', row = ''] = /^(.*?)(?:-\d+)?\.(.+)$/.exec(name) ?? [];
    sums[`${kind}.${row}`] = (sums[`${kind}.${row}`] ?? 0) + (value[name] ?? 0);
  }
  return { args: figuresOf(sums, value), facts: counterFacts(value) };
}

/** The sums by the names that the endings use: `web.served` is {webServed}. */
const figuresOf = (sums: Values, value: Values) =>
  Object.fromEntries(
    Object.entries({ ...value, ...sums }).map(([name, n]) => [
      name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()),
      short(n),
    ]),
  );

const counterFacts = (value: Values): Outcome['facts'] =>
  Object.keys(value)
    .filter((name) => !name.endsWith('.answers'))
    .map((name) => {
      const [lane = '', row = ''] = name.split('.');
      const n = short(value[name] ?? 0);
      return fact(name, 'fact.counter', { who: laneName(lane), row: text(`row.load.${row}`), n });
    });
