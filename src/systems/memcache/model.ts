// Memcache at Facebook (Nishtala et al., NSDI 2013) as one Model: web servers, caches and databases from the
// topology, the faults and assumptions the switches allow, and the four promises a learner watches.

import type { World, WorldAction } from '../../actors/actor-model.ts';
import { actorModel, FAULTS } from '../../actors/actor-model.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Model } from '../../kernel/model.ts';
import type { Params } from '../../kernel/system.ts';
import type { ClientLocal } from './client.ts';
import { countReads, watchesHerd } from './herd.ts';
import { historyOf } from './history.ts';
import type { Settings } from './params.ts';
import { settingsOf } from './params.ts';
import { properties } from './properties.ts';
import type { Body } from './protocol.ts';
import { KEY, names } from './protocol.ts';
import type { CacheLocal } from './servers.ts';
import type { Local, Topology } from './topology.ts';
import { topologyOf } from './topology.ts';

export type MemcacheWorld = World<Local, Body>;

export function memcacheModel(params: Params): Model<MemcacheWorld, WorldAction> {
  const s = settingsOf(params);
  const topology = topologyOf(s);
  const clients = new Set(topology.clients.map(({ id }) => id));
  const model = actorModel<Local, Body>({
    actors: topology.actors,
    exchange: !s.messages,
    properties: properties(s, topology),
    mayDrop: (envelope) =>
      (s.lostDelete && envelope.from === names.squeal) || (s.drop && isGet(envelope.body, envelope.id)),
    mayDuplicate: ({ id }) => s.duplicate && !id.endsWith('+'),
    mayResend: ({ from }) => s.lostDelete && from === names.squeal,
    ...(s.clientCrash
      ? { mayCrash: (id, world) => clients.has(id) && (world.locals[id] as ClientLocal).token !== undefined }
      : {}),
    forbids: (world, action) => forbids(s, topology, world, action),
    ...(s.history ? { observe: historyOf(topology) } : watchesHerd(s) ? { observe: countReads } : {}),
    expected: (world) => finished(topology, world),
  });
  return { ...model, faults: new Set([...FAULTS, 'evict marker']) };
}

/** Gets travel over UDP and may be lost either way (section 3.1); everything else is TCP. */
const isGet = (body: Body, id: string): boolean =>
  /\.get(\.reply)?\+?$/.test(id) && (body.kind === 'cache' || body.kind === 'cache-reply');

/** The assumptions a scenario makes about time, each a switch that lifts it. */
function forbids(s: Settings, topology: Topology, world: MemcacheWorld, action: WorldAction): Text | null {
  switch (action.kind) {
    case 'hold-off ends': {
      const between = topology.clients.find(({ id }) => isBetweenGetAndFill(world.locals[id] as ClientLocal));
      if (between && !s.slowReader) return text('blocked.reader-between', { client: between.id });
      const pending = world.net.some(({ from }) => from === names.squeal);
      return pending && !s.delayedDelete ? text('blocked.delete-pending') : null;
    }
    case 'lease expires': {
      const holder = topology.clients.find(({ id }) => (world.locals[id] as ClientLocal).token !== undefined);
      return holder && !world.down.includes(holder.id)
        ? text('blocked.holder-alive', { client: holder.id })
        : null;
    }
    case 'retry': {
      const plan = topology.clients.find(({ id }) => id === action.actor);
      const cache = world.locals[plan?.cache ?? ''] as CacheLocal;
      const item = cache.server.items[KEY];
      if (item ? item.tokenSent : cache.limited) return text('blocked.lease-out');
      return null;
    }
    case 'time out':
      return world.net.some(({ id }) => id.startsWith(`${action.actor}.`)) ? text('blocked.not-lost') : null;
    default:
      return null;
  }
}

const BETWEEN: ReadonlySet<string> = new Set(['get-warm', 'read', 'fill']);
const isBetweenGetAndFill = (local: ClientLocal): boolean => BETWEEN.has(local.phase);

/** Clients that are through with their workload: said, so that nobody looks for what they do next. */
function finished(topology: Topology, world: MemcacheWorld) {
  return topology.clients
    .filter(({ id }) => {
      const local = world.locals[id] as ClientLocal;
      return local.phase === 'idle' && !world.down.includes(id) && !world.net.some(({ from }) => from === id);
    })
    .map(({ id, writer }) => {
      const { op } = world.locals[id] as ClientLocal;
      return {
        key: `${id}.${op}.none`,
        kind: 'begin',
        actor: id,
        reason: text(writer ? 'blocked.wrote-all' : 'blocked.read-all', { n: op }),
      };
    });
}
