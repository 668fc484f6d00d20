// What the actors say to each other, and the names they go by. Values are version numbers: the database counts its
// writes, so "older" is simply "smaller". One key, k; its remote marker is r.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Command, Reply } from './memcached-protocol.ts';

export const KEY = 'k';
export const MARKER = 'r';
/** What the database holds at the start. */
export const FIRST_VALUE = 1;

export type Body =
  | { readonly kind: 'cache'; readonly command: Command }
  | { readonly kind: 'cache-reply'; readonly reply: Reply }
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly marker: boolean }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'written'; readonly value: number }
  /** One entry of the primary's commit log, on its way to the replica. */
  | { readonly kind: 'apply'; readonly value: number };

/** Who is where. Names are the lanes' ids. */
export const names = {
  cache: 'memcached',
  replicaCache: 'replica-cache',
  cold: 'cold',
  warm: 'warm',
  pool: 'pool',
  database: 'database',
  primary: 'primary',
  replica: 'replica',
  squeal: 'mcsqueal',
} as const;

export const replyId = (id: string): string => `${id}.reply`;

/** Mean delays in simulated ms: inside a cluster, to a database, between regions, and of the commit log's tail. */
export const delays = { cache: 1, database: 4, region: 80, squeal: 20 } as const;

/** Facebook's limit of one token per key (section 3.2.1) and the hold-off of a cold cluster (4.3), in ms. */
export const leaseMs = 10_000;
export const holdOffMs = 2_000;

/** A delete as the switches would have it: plain, keeping a stale value, or a hold-off tombstone. */
export function deletion(style: 'plain' | 'stale' | 'hold-off', key = KEY): Command {
  switch (style) {
    case 'plain':
      return { kind: 'md', key, flags: [] };
    case 'stale':
      return { kind: 'md', key, flags: [{ flag: 'I' }, { flag: 'T', ttlS: 30 }] };
    case 'hold-off':
      return {
        kind: 'ms',
        key,
        value: '',
        flags: [
          { flag: 'T', ttlS: 3 },
          { flag: 'F', clientFlags: 1 },
        ],
      };
  }
}

export const plainGet = (key = KEY): Command => ({ kind: 'get', keys: [key] });
export const leaseGet: Command = {
  kind: 'mg',
  key: KEY,
  flags: [{ flag: 'c' }, { flag: 'v' }, { flag: 'N', ttlS: 10 }],
};
export const leaseSet = (value: number, cas: number): Command => ({
  kind: 'ms',
  key: KEY,
  value: String(value),
  flags: [{ flag: 'C', cas }],
});
export const plainSet = (value: number, key = KEY): Command => ({
  kind: 'set',
  key,
  value: String(value),
  flags: 0,
  ttlS: 0,
});
export const addIfAbsent = (value: number): Command => ({
  kind: 'add',
  key: KEY,
  value: String(value),
  flags: 0,
  ttlS: 0,
});

/** A lane's name in words. */
export const actorName = (id: string): Text =>
  text(/^C\d+$/.test(id) ? 'actor.client' : `actor.${id}`, { id });
