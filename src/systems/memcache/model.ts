// Memcache at Facebook (Nishtala et al., NSDI 2013) as one Model: web servers, caches and databases from the
// topology, the faults and assumptions the switches allow, and the four promises a learner watches.

import { actorModel } from '../../actors/actor-model.ts';
import { FAULTS } from '../../actors/faults.ts';
import type { World, WorldAction } from '../../actors/world.ts';
import { canonicalJson } from '../../base/canonical.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Params } from '../../contract/system.ts';
import type { Model } from '../../kernel/model.ts';
import type { ClientLocal } from './client.ts';
import { readCounter, watchesHerd } from './herd.ts';
import { historian } from './history.ts';
import type { Settings } from './params.ts';
import { settingsOf } from './params.ts';
import { properties } from './properties.ts';
import type { Body } from './protocol.ts';
import { KEY, names } from './protocol.ts';
import type { CacheLocal } from './servers.ts';
import type { Local, Topology } from './topology.ts';
import { topologyOf } from './topology.ts';

/** Twelve clients and a log that is far behind. */
const MOST_IN_FLIGHT = 64;

export type MemcacheWorld = World<Local, Body>;

export function memcacheModel(params: Params): Model<MemcacheWorld, WorldAction> {
  const s = settingsOf(params);
  const topology = topologyOf(s);
  const clients = new Set(topology.clients.map(({ id }) => id));
  const model = actorModel<Local, Body>({
    actors: topology.actors,
    exchange: !s.messages,
    mostInFlight: MOST_IN_FLIGHT,
    properties: properties(s, topology),
    ...(s.lostDelete || s.drop
      ? {
          mayDrop: ({ from, body, id }) =>
            (s.lostDelete && from === names.squeal) || (s.drop && isGet(body, id)),
        }
      : {}),
    ...(s.duplicate ? { mayDuplicate: () => true } : {}),
    ...(s.lostDelete ? { mayResend: ({ from }) => from === names.squeal } : {}),
    ...(s.clientCrash
      ? { mayCrash: (id, world) => clients.has(id) && (world.locals[id] as ClientLocal).token !== undefined }
      : {}),
    forbids: (world, action) => forbids(s, topology, world, action),
    ...(s.history ? { observer: historian(topology) } : watchesHerd(s) ? { observer: readCounter } : {}),
    alike: alikeIn(topology),
    expected: (world) => finished(topology, world),
  });
  return { ...model, faults: new Set([...FAULTS, 'evict marker']) };
}

/** Gets travel over UDP and may be lost either way (section 3.1); everything else is TCP. */
const isGet = (body: Body, id: string): boolean =>
  /\.get\+?(\.reply\+?)?$/.test(id) && (body.kind === 'cache' || body.kind === 'cache-reply');

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
      // A retry has the id of the first try. It waits until no copy of that is left, as TCP does (its quiet time).
      return isAbout(world, action.actor) ? text('blocked.copy-left') : null;
    }
    case 'time out':
      return isAbout(world, action.actor) ? text('blocked.not-lost') : null;
    default:
      return null;
  }
}

/** A message of this client, or an answer to it, is in flight. */
const isAbout = (world: MemcacheWorld, client: string): boolean =>
  world.net.some(({ id }) => id.startsWith(`${client}.`));

const BETWEEN: ReadonlySet<string> = new Set(['get-warm', 'read', 'fill']);
const isBetweenGetAndFill = (local: ClientLocal): boolean => BETWEEN.has(local.phase);

/** Clients that differ in nothing but their names: readers among each other, and writers. */
function alikeIn({ clients }: Topology): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const { id, ...plan } of clients) {
    const kind = canonicalJson(plan);
    groups.set(kind, [...(groups.get(kind) ?? []), id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

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
