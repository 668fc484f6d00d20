// A herd: readers that miss the same key at the same time and all go to the database (section 3.2.1). Watched where
// there are enough readers to make one.

import type { Observer } from '../../actors/options.ts';
import type { World } from '../../actors/world.ts';
import { text } from '../../base/text.ts';
import type { Property } from '../../kernel/property.ts';
import type { ClientLocal } from './client.ts';
import { isIdle } from './client.ts';
import type { Settings } from './params.ts';
import type { Body } from './protocol.ts';
import { FIRST_VALUE } from './protocol.ts';
import type { Local, Topology } from './topology.ts';

type W = World<Local, Body>;

/** Readers from which on a herd is spoken of: no race has as many by default. */
const HERD = 3;

export const watchesHerd = (s: Settings): boolean =>
  s.layout === 'cluster' && s.readers >= HERD && !s.history;

/** The observer's record: reads that reached the database. */
export const readCounter: Observer<Local, Body> = {
  start: 0,
  event: ({ kind }, _, envelope) =>
    kind === 'deliver' && envelope?.body.kind === 'read' ? 'read' : undefined,
  record: (reads) => (reads as number) + 1,
};

export function herdProperties(topology: Topology): readonly Property<W>[] {
  const readers = topology.clients.filter(({ writer }) => !writer).map(({ id }) => id);
  const local = (world: W, id: string): ClientLocal => world.locals[id] as ClientLocal;
  const reading = (world: W): readonly string[] =>
    readers.filter((id) => local(world, id).phase === 'read' && !world.down.includes(id));
  return [
    {
      name: 'database-spared',
      kind: 'always',
      judge: (world) => reading(world).length <= 1,
      witness: (world) => ({
        text: text('witness.database-spared', { n: reading(world).length }),
        actors: [...reading(world), ...topology.pairs.map(({ database }) => database)],
      }),
    },
    { name: 'herd-formed', kind: 'sometimes', judge: (world) => reading(world).length >= HERD },
    {
      name: 'one-read-serves-all',
      kind: 'sometimes',
      judge: (world) =>
        world.record === 1 &&
        readers.every((id) => {
          const reader = local(world, id);
          return isIdle(reader) && (reader.value ?? 0) > FIRST_VALUE;
        }),
    },
  ];
}
