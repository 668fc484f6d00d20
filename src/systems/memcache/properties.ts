// The four promises (P1-P4 of the course page) and what shows that a race is not vacuous.

import type { World } from '../../actors/world.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Property } from '../../kernel/property.ts';
import type { ClientLocal } from './client.ts';
import { isIdle } from './client.ts';
import { herdProperties, watchesHerd } from './herd.ts';
import { historyProperties } from './history.ts';
import type { Settings } from './params.ts';
import type { Body } from './protocol.ts';
import { actorName, KEY, names } from './protocol.ts';
import type { CacheLocal, DatabaseLocal } from './servers.ts';
import type { Local, Topology } from './topology.ts';

type W = World<Local, Body>;

export function properties(s: Settings, topology: Topology): readonly Property<W>[] {
  const clients = topology.clients.map(({ id }) => id);
  const client = (world: W, id: string): ClientLocal => world.locals[id] as ClientLocal;
  const leases = s.layout === 'cold-cluster' ? s.fill === 'lease' : s.lease;

  /** Nothing is in flight: no operation half done, no delete, no log entry. */
  const quiet = (world: W): boolean =>
    clients.every((id) => isIdle(client(world, id)) || world.down.includes(id)) &&
    world.net.every((envelope) => clients.includes(envelope.from) && !envelope.replyTo);

  const cached = (world: W, cache: string): number | undefined => {
    const item = (world.locals[cache] as CacheLocal).server.items[KEY];
    if (!item || item.value === '' || item.stale) return undefined;
    return Number(item.value);
  };
  const stored = (world: W, database: string): number => (world.locals[database] as DatabaseLocal).value;
  const staleCache = (world: W) =>
    topology.pairs.find(({ cache, database }) => {
      const value = cached(world, cache);
      return value !== undefined && value !== stored(world, database);
    });

  const reading = (world: W, test: (local: ClientLocal) => boolean): string | undefined =>
    clients.find((id) => test(client(world, id)));
  const behind = (local: ClientLocal): boolean =>
    local.value !== undefined && local.wrote !== undefined && local.value < local.wrote;
  const backwards = (local: ClientLocal): boolean =>
    local.value !== undefined && local.seen !== undefined && local.value < local.seen;
  const leaseless = ({ phase, token, warm }: ClientLocal): boolean =>
    phase === 'read' && token === undefined && !warm;
  const noLease = !leases ? text('na.no-lease') : s.loser === 'read' ? text('na.losers-read') : undefined;

  const perClient = (
    name: string,
    broken: (local: ClientLocal) => boolean,
    why: (id: string, local: ClientLocal) => Text,
    inapplicable?: Text,
  ): Property<W> => ({
    name,
    kind: 'always',
    ...(inapplicable ? { inapplicable } : {}),
    judge: (world) => reading(world, broken) === undefined,
    witness(world) {
      const id = reading(world, broken) ?? '';
      return { text: why(id, client(world, id)), actors: [id] };
    },
  });

  return [
    {
      name: 'cache-ends-right',
      kind: 'always',
      judge: (world) => (quiet(world) ? staleCache(world) === undefined : undefined),
      witness(world) {
        const { cache, database } = staleCache(world) ?? { cache: names.cache, database: names.database };
        return {
          text: text('witness.stale', {
            cache: actorName(cache),
            database: actorName(database),
            old: cached(world, cache) ?? '',
            now: stored(world, database),
          }),
          actors: [cache, database],
        };
      },
    },
    perClient(
      'reads-own-writes',
      behind,
      (id, { value, wrote }) =>
        text('witness.behind', { client: id, value: value ?? '', wrote: wrote ?? '' }),
      s.writerReads ? undefined : text('na.writer-never-reads'),
    ),
    perClient(
      'never-backwards',
      backwards,
      (id, { value, seen }) =>
        text('witness.backwards', { client: id, value: value ?? '', seen: seen ?? '' }),
      s.ops > 1 || s.writerReads ? undefined : text('na.one-read'),
    ),
    perClient('one-read-per-lease', leaseless, (id) => text('witness.leaseless', { client: id }), noLease),
    {
      name: 'stale-value',
      kind: 'sometimes',
      judge: (world) => {
        const newest = Math.max(
          ...topology.pairs.map(({ database }) => stored(world, database)),
          primary(world),
        );
        return reading(world, ({ value }) => value !== undefined && value < newest) !== undefined;
      },
    },
    ...(watchesHerd(s) ? herdProperties(topology) : []),
    ...(s.history ? historyProperties() : []),
  ];

  function primary(world: W): number {
    const local = world.locals[names.primary] as DatabaseLocal | undefined;
    return local?.value ?? 0;
  }
}
