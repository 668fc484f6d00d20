// The servers: memcached with its expiries as acts, and databases whose commit log feeds mcsqueal (section 4.1) and,
// across regions, the replication stream (section 5).

import type { Act, Actor, Outcome } from '../../actors/actor.ts';
import type { Send } from '../../actors/envelope.ts';
import type { Memcached } from './memcached.ts';
import { emptyMemcached, expire, handle } from './memcached.ts';
import type { Command, Reply } from './memcached-protocol.ts';
import { won } from './memcached-protocol.ts';
import type { Body } from './protocol.ts';
import {
  delays,
  deletion,
  FIRST_VALUE,
  holdOffMs,
  KEY,
  leaseMs,
  MARKER,
  plainSet,
  replyId,
} from './protocol.ts';

export interface CacheLocal {
  readonly kind: 'cache';
  readonly server: Memcached;
  /** Facebook's rule: a token was given for k less than ten seconds ago. */
  readonly limited?: boolean;
}

export interface DatabaseLocal {
  readonly kind: 'database';
  /** Version of k: how often it was written, plus one. */
  readonly value: number;
}

export interface CacheOptions {
  readonly id: string;
  /** Holds this value of k at the start. */
  readonly warmWith?: number;
  readonly facebookRate: boolean;
  /** A token, or a marker, may vanish by itself. */
  readonly leaseExpires: boolean;
  readonly markerEvicted: boolean;
}

const told: Reply = { kind: 'meta', status: 'VA', value: '', flags: ['Z'] };

export function cacheActor(options: CacheOptions): Actor<CacheLocal, Body> {
  const { id, warmWith, facebookRate, leaseExpires, markerEvicted } = options;
  const empty: Memcached = emptyMemcached;
  const server = warmWith === undefined ? empty : handle(empty, plainSet(warmWith), 0).state;

  function serve(local: CacheLocal, command: Command): { local: CacheLocal; reply: Reply } {
    const limit = facebookRate && command.kind === 'mg' && local.limited;
    if (limit && local.server.items[command.key] === undefined) return { local, reply: told };
    const { state, reply } = handle(local.server, command, 0);
    const after = state === local.server ? local : { ...local, server: state };
    return { local: facebookRate && won(reply) ? { ...after, limited: true } : after, reply };
  }

  return {
    id,
    initial: { local: { kind: 'cache', server }, sends: [] },
    receive(local, { id: request, from, body }): Outcome<CacheLocal, Body> {
      if (body.kind !== 'cache') return { local, sends: [] };
      const { local: after, reply } = serve(local, body.command);
      const answered = !request.startsWith('log.');
      const sends: Send<Body>[] = answered
        ? [
            {
              id: replyId(request),
              replyTo: request,
              to: from,
              body: { kind: 'cache-reply', reply },
              delayMs: delays.cache,
            },
          ]
        : [];
      return { local: after, sends };
    },
    acts(local): readonly Act[] {
      const item = local.server.items[KEY];
      const acts: Act[] = [];
      if (item?.flags === 1)
        acts.push({ name: 'hold-off', kind: 'hold-off ends', delayMs: holdOffMs, armed: item.cas });
      if (leaseExpires && item?.tokenSent)
        acts.push({ name: 'lease', kind: 'lease expires', delayMs: leaseMs });
      if (local.limited) acts.push({ name: 'rate', kind: 'rate limit ends', delayMs: leaseMs });
      if (markerEvicted && local.server.items[MARKER]) acts.push({ name: 'evict', kind: 'evict marker' });
      return acts;
    },
    act(local, name): Outcome<CacheLocal, Body> {
      if (name === 'rate') return { local: { kind: 'cache', server: local.server }, sends: [] };
      return {
        local: { ...local, server: expire(local.server, name === 'evict' ? MARKER : KEY) },
        sends: [],
      };
    },
  };
}

/** What a database sets in motion with each entry of its commit log, in order. `n` is the entry's number. */
export type LogTail = (value: number, n: number, marker: boolean) => readonly Send<Body>[];

export function databaseActor(id: string, tail: LogTail): Actor<DatabaseLocal, Body> {
  return {
    id,
    initial: { local: { kind: 'database', value: FIRST_VALUE }, sends: [] },
    receive(local, { id: request, from, body }): Outcome<DatabaseLocal, Body> {
      const reply = (answer: Body): Send<Body> => ({
        id: replyId(request),
        replyTo: request,
        to: from,
        body: answer,
        delayMs: delays.database,
      });
      switch (body.kind) {
        case 'read':
          return { local, sends: [reply({ kind: 'value', value: local.value })] };
        case 'write': {
          const value = local.value + 1;
          const after: DatabaseLocal = { kind: 'database', value };
          return {
            local: after,
            sends: [reply({ kind: 'written', value }), ...tail(value, value - FIRST_VALUE, body.marker)],
          };
        }
        case 'apply':
          return { local: { kind: 'database', value: body.value }, sends: [] };
        default:
          return { local, sends: [] };
      }
    },
  };
}

/** mcsqueal's delete of k for log entry n: no one waits for its reply. */
export const squealDelete = (
  from: string,
  to: string,
  n: number,
  style: 'plain' | 'stale' | 'hold-off',
  queue: string,
): Send<Body> => ({
  id: `log.${n}.${to}`,
  from,
  to,
  queue,
  order: 4 * n,
  delayMs: delays.squeal,
  body: { kind: 'cache', command: deletion(style) },
});
