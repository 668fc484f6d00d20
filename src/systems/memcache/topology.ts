// Who takes part, for each layout: one cluster (3.2), a cold cluster beside a warm one (4.3), a region with a replica
// and its readers (5, "writes from the master region"), and a writer in a region that has only a replica (5).

import type { Actor } from '../../actors/actor.ts';
import type { Send } from '../../actors/envelope.ts';
import type { ClientLocal, ClientPlan } from './client.ts';
import { clientActor } from './client.ts';
import type { Settings } from './params.ts';
import type { Body } from './protocol.ts';
import { delays, deletion, FIRST_VALUE, MARKER, names } from './protocol.ts';
import type { CacheLocal, DatabaseLocal, LogTail } from './servers.ts';
import { cacheActor, databaseActor, squealDelete } from './servers.ts';

export type Local = ClientLocal | CacheLocal | DatabaseLocal;

export interface Topology {
  readonly clients: readonly ClientPlan[];
  readonly actors: readonly Actor<Local, Body>[];
  /** Each cache of k with the database of its region: they must agree in the end. */
  readonly pairs: readonly { readonly cache: string; readonly database: string }[];
  /** Lanes, top to bottom; mcsqueal has one where it is at work. */
  readonly lanes: readonly string[];
}

export function topologyOf(s: Settings): Topology {
  const clients = plans(s);
  const servers = serversOf(s);
  const squeals = s.squeal || s.layout === 'cold-cluster' || s.layout === 'remote-writer';
  const streams = s.layout === 'two-regions' && !s.webInvalidates;
  return {
    clients,
    actors: [...clients.map((plan) => clientActor(plan, s)), ...servers.actors] as unknown as Actor<
      Local,
      Body
    >[],
    pairs: servers.pairs,
    lanes: [
      ...clients.map(({ id }) => id),
      ...servers.actors.filter(({ id }) => servers.caches.includes(id)).map(({ id }) => id),
      ...(squeals || streams ? [names.squeal] : []),
      ...servers.actors.filter(({ id }) => !servers.caches.includes(id)).map(({ id }) => id),
    ],
  };
}

/** The primary region's own cache stands there for whoever reads it or writes to it. */
const primaryHasCache = (s: Settings): boolean => s.squeal || s.update || s.writerReads;

function plans(s: Settings): readonly ClientPlan[] {
  const out: ClientPlan[] = [];
  const add = (writer: boolean, plan: Omit<ClientPlan, 'id' | 'writer'>): void => {
    out.push({ id: `C${out.length + 1}`, writer, ...plan });
  };
  for (let i = 0; i < s.readers + s.writers; i++) {
    const writer = i >= s.readers;
    switch (s.layout) {
      case 'cluster':
        add(writer, {
          cache: names.cache,
          deletesOwn: s.ownDelete,
          database: names.database,
          writesTo: names.database,
        });
        break;
      case 'cold-cluster':
        add(writer, {
          cache: names.cold,
          deletesOwn: true,
          database: names.database,
          writesTo: names.database,
        });
        break;
      case 'two-regions':
        if (writer) {
          add(writer, {
            cache: names.cache,
            deletesOwn: primaryHasCache(s) && s.ownDelete,
            ...(s.webInvalidates ? { alsoDeletes: names.replicaCache } : {}),
            database: names.primary,
            writesTo: names.primary,
          });
        } else {
          add(writer, {
            cache: names.replicaCache,
            deletesOwn: true,
            database: names.replica,
            writesTo: names.primary,
          });
        }
        break;
      case 'remote-writer':
        add(writer, {
          cache: names.cache,
          deletesOwn: true,
          database: names.replica,
          writesTo: names.primary,
        });
        break;
    }
  }
  return out;
}

type AnyActor = Actor<CacheLocal, Body> | Actor<DatabaseLocal, Body>;

function serversOf(s: Settings): {
  actors: readonly AnyActor[];
  caches: readonly string[];
  pairs: readonly { cache: string; database: string }[];
} {
  const common = {
    facebookRate: s.facebookRate,
    leaseExpires: s.clientCrash || s.drop,
    markerEvicted: false,
  };
  const warmth = s.warm ? { warmWith: FIRST_VALUE } : {};
  const style = s.loser === 'stale' ? 'stale' : 'plain';
  switch (s.layout) {
    case 'cluster': {
      const tail: LogTail = (_value, n) =>
        s.squeal ? [squealDelete(names.squeal, names.cache, n, style, names.squeal)] : [];
      return {
        actors: [cacheActor({ id: names.cache, ...warmth, ...common }), databaseActor(names.database, tail)],
        caches: [names.cache],
        pairs: [{ cache: names.cache, database: names.database }],
      };
    }
    case 'cold-cluster': {
      const coldStyle = s.fill === 'holdoff' ? 'hold-off' : 'plain';
      const tail: LogTail = (_value, n) => [
        squealDelete(names.squeal, names.warm, n, 'plain', 'squeal warm'),
        ...(s.squeal ? [squealDelete(names.squeal, names.cold, n, coldStyle, 'squeal cold')] : []),
      ];
      return {
        actors: [
          cacheActor({ id: names.cold, ...common }),
          cacheActor({ id: names.warm, warmWith: FIRST_VALUE, ...common, leaseExpires: false }),
          databaseActor(names.database, tail),
        ],
        caches: [names.cold, names.warm],
        pairs: [
          { cache: names.cold, database: names.database },
          { cache: names.warm, database: names.database },
        ],
      };
    }
    case 'two-regions': {
      const near = primaryHasCache(s);
      const far = names.replicaCache;
      const tail: LogTail = (value, n) => [
        applyEntry(value, n),
        ...(s.webInvalidates ? [] : [squealDelete(names.squeal, far, n, style, 'stream')]),
        ...(s.squeal ? [squealDelete(names.squeal, names.cache, n, style, 'squeal primary')] : []),
      ];
      return {
        actors: [
          ...(near ? [cacheActor({ id: names.cache, ...warmth, ...common })] : []),
          cacheActor({ id: far, ...warmth, ...common }),
          databaseActor(names.primary, tail),
          databaseActor(names.replica, () => []),
        ],
        caches: near ? [names.cache, far] : [far],
        pairs: [
          ...(near ? [{ cache: names.cache, database: names.primary }] : []),
          { cache: far, database: names.replica },
        ],
      };
    }
    case 'remote-writer': {
      const tail: LogTail = (value, n, marked) => [
        applyEntry(value, n),
        squealDelete(names.squeal, names.cache, n, style, 'stream'),
        ...(marked ? [unmark(n)] : []),
      ];
      return {
        actors: [
          cacheActor({ id: names.cache, ...warmth, ...common }),
          ...(s.marker
            ? [cacheActor({ id: names.pool, ...common, leaseExpires: false, markerEvicted: s.evictMarker })]
            : []),
          databaseActor(names.primary, tail),
          databaseActor(names.replica, () => []),
        ],
        caches: s.marker ? [names.cache, names.pool] : [names.cache],
        pairs: [{ cache: names.cache, database: names.replica }],
      };
    }
  }
}

/** The replica applies entry n before mcsqueal there deletes for it: they share a queue. */
const applyEntry = (value: number, n: number): Send<Body> => ({
  id: `log.${n}.apply`,
  to: names.replica,
  queue: 'stream',
  order: 4 * n - 1,
  delayMs: delays.region,
  body: { kind: 'apply', value },
});

const unmark = (n: number): Send<Body> => ({
  id: `log.${n}.unmark`,
  from: names.squeal,
  to: names.pool,
  queue: 'stream',
  order: 4 * n + 1,
  delayMs: delays.squeal,
  body: { kind: 'cache', command: deletion('plain', MARKER) },
});
