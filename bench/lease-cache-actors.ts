// The same lease cache as an ordinary actor model: the clients with their database are one actor (a write is one step
// there), the cache is another. Nothing is packed, nothing bounded, nothing declared.

import type { Actor } from '../src/actors/actor.ts';
import { actorModel } from '../src/actors/actor-model.ts';
import type { Send } from '../src/actors/envelope.ts';
import type { World, WorldAction } from '../src/actors/world.ts';
import type { Model } from '../src/kernel/model.ts';
import type { LeaseCacheSize } from './lease-cache.ts';

interface Client {
  readonly pc: 'idle' | 'asked' | 'missed';
  readonly token: number;
  readonly value: number;
  readonly done: number;
}
interface Site {
  readonly kind: 'site';
  readonly db: number;
  readonly clients: readonly Client[];
}
interface Cache {
  readonly kind: 'cache';
  readonly cached: number | null;
  readonly lease: number;
  readonly leased: number;
}
type Local = Site | Cache;

interface Body {
  readonly kind: 'get' | 'hit' | 'miss' | 'query' | 'reply' | 'set' | 'delete';
  readonly client: number;
  readonly value: number;
  readonly token: number;
}

const message = (to: string, kind: Body['kind'], client = 0, value = 0, token = 0): Send<Body> => ({
  id: `${kind}:${client}:${value}:${token}`,
  to,
  body: { kind, client, value, token },
});

const setClient = (site: Site, index: number, changes: Partial<Client>): Site => ({
  ...site,
  clients: site.clients.map((client, i) => (i === index ? { ...client, ...changes } : client)),
});

function siteActor({ writes, operations }: LeaseCacheSize): Actor<Site, Body> {
  return {
    id: 'site',
    initial: {
      local: {
        kind: 'site',
        db: 0,
        clients: [0, 1].map(() => ({ pc: 'idle', token: 0, value: 0, done: 0 })),
      },
      sends: [],
    },
    acts: ({ db, clients }) =>
      clients.flatMap(({ pc, done }, i) => {
        if (pc !== 'idle' || done >= operations) return [];
        const write = { name: `write:${i}`, kind: 'write' };
        return [{ name: `read:${i}`, kind: 'read' }, ...(db < writes ? [write] : [])];
      }),
    act(site, name) {
      const [kind, at] = name.split(':');
      const index = Number(at);
      const done = (site.clients[index] as Client).done + 1;
      if (kind === 'read') {
        return {
          local: setClient(site, index, { pc: 'asked', done }),
          sends: [message('cache', 'get', index)],
        };
      }
      const db = site.db + 1;
      return {
        local: { ...setClient(site, index, { done }), db },
        sends: [message('cache', 'delete', 0, db)],
      };
    },
    receive(site, { body: { kind, client, value, token } }) {
      switch (kind) {
        case 'hit':
          return { local: setClient(site, client, { pc: 'idle', value }), sends: [] };
        case 'miss':
          return {
            local: setClient(site, client, { pc: 'missed', token }),
            sends: [message('site', 'query', client)],
          };
        case 'query':
          return { local: site, sends: [message('site', 'reply', client, site.db)] };
        default: {
          const held = (site.clients[client] as Client).token;
          return {
            local: setClient(site, client, { pc: 'idle', token: 0, value }),
            sends: held > 0 ? [message('cache', 'set', 0, value, held)] : [],
          };
        }
      }
    },
  };
}

function cacheActor({ leases }: LeaseCacheSize): Actor<Cache, Body> {
  return {
    id: 'cache',
    initial: { local: { kind: 'cache', cached: null, lease: 0, leased: 0 }, sends: [] },
    acts: ({ cached }) => (cached === null ? [] : [{ name: 'evict', kind: 'evict' }]),
    act: (cache) => ({ local: { ...cache, cached: null }, sends: [] }),
    receive(cache, { body: { kind, client, value, token } }) {
      if (kind === 'get') {
        if (cache.cached !== null)
          return { local: cache, sends: [message('site', 'hit', client, cache.cached)] };
        if (cache.lease !== 0 || cache.leased >= leases)
          return { local: cache, sends: [message('site', 'miss', client)] };
        const lease = cache.leased + 1;
        return {
          local: { ...cache, lease, leased: lease },
          sends: [message('site', 'miss', client, 0, lease)],
        };
      }
      if (kind === 'set')
        return { local: cache.lease === token ? { ...cache, cached: value, lease: 0 } : cache, sends: [] };
      return { local: { ...cache, cached: null, lease: 0 }, sends: [] };
    },
  };
}

export function leaseCacheActors(size: LeaseCacheSize): Model<World<Local, Body>, WorldAction> {
  // Each actor meets its own kind of state only.
  const actors = [siteActor(size), cacheActor(size)] as unknown as readonly Actor<Local, Body>[];
  return actorModel<Local, Body>({
    actors,
    exchange: false,
    properties: [
      {
        name: 'quiescent-is-fresh',
        kind: 'always',
        judge({ locals, net }) {
          const { cached } = locals.cache as Cache;
          return cached === null || cached === (locals.site as Site).db || net.length > 0;
        },
      },
    ],
  });
}
