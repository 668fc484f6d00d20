// Commands to a memcached and its replies, as data (1.6.18, doc/protocol.txt). The bytes are memcached-text.ts's, the
// meaning memcached.ts's. Left out: what memcached.ts leaves out.

/** Times to live are as on the wire: 0 = never dies, negative = dead at once. */
export type MgFlag =
  | { readonly flag: 'c' | 'f' | 'k' | 'q' | 's' | 't' | 'v' }
  | { readonly flag: 'N' | 'R' | 'T'; readonly ttlS: number }
  | { readonly flag: 'O'; readonly opaque: string };

export type StoreMode = 'set' | 'add' | 'replace' | 'append' | 'prepend';

export type MsFlag =
  | { readonly flag: 'c' | 'k' | 'q' | 'I' }
  | { readonly flag: 'C'; readonly cas: number }
  | { readonly flag: 'F'; readonly clientFlags: number }
  | { readonly flag: 'M'; readonly mode: StoreMode }
  | { readonly flag: 'T'; readonly ttlS: number }
  | { readonly flag: 'O'; readonly opaque: string };

export type MdFlag =
  | { readonly flag: 'k' | 'q' | 'I' }
  | { readonly flag: 'C'; readonly cas: number }
  | { readonly flag: 'T'; readonly ttlS: number }
  | { readonly flag: 'O'; readonly opaque: string };

interface ClassicStore {
  readonly key: string;
  readonly value: string;
  readonly flags: number;
  readonly ttlS: number;
  readonly noreply?: boolean;
}

export type Command =
  | { readonly kind: 'get' | 'gets'; readonly keys: readonly string[] }
  | ({ readonly kind: StoreMode } & ClassicStore)
  | ({ readonly kind: 'cas'; readonly cas: number } & ClassicStore)
  | { readonly kind: 'delete'; readonly key: string; readonly noreply?: boolean }
  | { readonly kind: 'mg'; readonly key: string; readonly flags: readonly MgFlag[] }
  | { readonly kind: 'ms'; readonly key: string; readonly value: string; readonly flags: readonly MsFlag[] }
  | { readonly kind: 'md'; readonly key: string; readonly flags: readonly MdFlag[] }
  | { readonly kind: 'mn' };

export interface Hit {
  readonly key: string;
  readonly value: string;
  readonly flags: number;
  readonly cas: number;
}

/** VA value follows, HD done, EN miss, EX other CAS, NF nothing there, NS not stored. */
export type MetaStatus = 'VA' | 'HD' | 'EN' | 'EX' | 'NF' | 'NS';

/** As printed. W: you hold the lease; Z: somebody else does; X: the value is stale. */
export type ReplyFlag = 'W' | 'X' | 'Z' | `${'c' | 'f' | 's' | 't'}${number}` | `${'k' | 'O'}${string}`;

export type Reply =
  | { readonly kind: 'values'; readonly withCas: boolean; readonly hits: readonly Hit[] }
  | {
      readonly kind: 'line';
      readonly line: 'STORED' | 'NOT_STORED' | 'EXISTS' | 'NOT_FOUND' | 'DELETED' | 'MN';
    }
  /** `value` is there when the status is VA, and only then. */
  | {
      readonly kind: 'meta';
      readonly status: MetaStatus;
      readonly value?: string;
      readonly flags: readonly ReplyFlag[];
    }
  /** The client asked for silence (noreply, q) and this is the reply it meant. */
  | { readonly kind: 'none' };

export const won = (reply: Reply): boolean => hasFlag(reply, 'W');
export const mustWait = (reply: Reply): boolean => hasFlag(reply, 'Z');
export const isStale = (reply: Reply): boolean => hasFlag(reply, 'X');

/** The CAS number of a meta reply that was asked for it (`c`). */
export function casOf(reply: Reply): number | undefined {
  const printed = reply.kind === 'meta' ? reply.flags.find((flag) => flag.startsWith('c')) : undefined;
  return printed === undefined ? undefined : Number(printed.slice(1));
}

const hasFlag = (reply: Reply, flag: ReplyFlag): boolean =>
  reply.kind === 'meta' && reply.flags.includes(flag);
