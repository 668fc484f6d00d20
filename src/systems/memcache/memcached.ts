// One memcached 1.6.18 server as a pure function: what it holds, one command, the reply it gives.
// After doc/protocol.txt of 1.6.18; the lease is that of Nishtala et al. 2013, s. 3.2.1, spelt in meta commands: the
// token is the CAS number of an empty stub (mg N), a delete kills it (md), and a late set finds NF or EX (ms C).
// `nowS` is any clock of whole seconds. It is not in the state: an item is dead once `expires <= nowS`, and `expire`
// removes one item for a model in which expiry is an action. One byte of a value is one character U+0000..U+00FF.
// Left out: eviction and size limits, touch, incr/decr, flush_all, stats, mg flags h and l (they show the LRU),
// base64 keys, and times above 30 days, which the server reads as Unix time.
// Where it differs: `t` for a time made negative in the same mg prints a wrapped 32-bit number there, `t0` here.

import { unreachable } from '../../base/assert.ts';
import type {
  Command,
  Hit,
  MdFlag,
  MetaStatus,
  MgFlag,
  MsFlag,
  Reply,
  ReplyFlag,
  StoreMode,
} from './memcached-protocol.ts';

export interface Item {
  readonly value: string;
  /** Client flags, 32 bits. */
  readonly flags: number;
  readonly cas: number;
  /** Seconds on the clock of `nowS`; -1 = never. */
  readonly expires: number;
  /** Marked by `md I`: still served, with X, until somebody stores a new value. */
  readonly stale: boolean;
  /** Somebody holds the lease: later readers are told Z. */
  readonly tokenSent: boolean;
}

export interface Memcached {
  /** The last CAS number given out. One counter for the whole server, so a number never comes back. */
  readonly cas: number;
  /** Keys are inserted in code unit order, so that equal contents print equally. */
  readonly items: Readonly<Record<string, Item>>;
}

export interface Handled {
  /** The same reference as before when the command changed nothing. */
  readonly state: Memcached;
  readonly reply: Reply;
}

export const emptyMemcached: Memcached = { cas: 0, items: {} };

const never = -1;
const silence: Reply = { kind: 'none' };

/** What the server does with one command, atomically. */
export function handle(state: Memcached, command: Command, nowS: number): Handled {
  switch (command.kind) {
    case 'get':
    case 'gets':
      return { state, reply: values(state, command.keys, command.kind === 'gets', nowS) };
    case 'set':
    case 'add':
    case 'replace':
    case 'append':
    case 'prepend':
    case 'cas':
      return classicStore(state, command, nowS);
    case 'delete':
      return classicDelete(state, command, nowS);
    case 'mg':
      return metaGet(state, command.key, command.flags, nowS);
    case 'ms':
      return metaSet(state, command.key, command.value, command.flags, nowS);
    case 'md':
      return metaDelete(state, command.key, command.flags, nowS);
    case 'mn':
      return { state, reply: { kind: 'line', line: 'MN' } };
    default:
      return unreachable(command, 'memcached');
  }
}

/** Removes one item, whatever its time: expiry (or eviction) as an action. */
export function expire(state: Memcached, key: string): Memcached {
  if (!Object.hasOwn(state.items, key)) return state;
  return {
    cas: state.cas,
    items: Object.fromEntries(Object.entries(state.items).filter(([name]) => name !== key)),
  };
}

/** The item a reader would find at `nowS`, if any. */
export function liveItem(state: Memcached, key: string, nowS: number): Item | undefined {
  const item = Object.hasOwn(state.items, key) ? state.items[key] : undefined;
  return item !== undefined && (item.expires === never || item.expires > nowS) ? item : undefined;
}

function values(state: Memcached, keys: readonly string[], withCas: boolean, nowS: number): Reply {
  const hits = keys.flatMap((key): Hit[] => {
    const item = liveItem(state, key, nowS);
    return item === undefined ? [] : [{ key, value: item.value, flags: item.flags, cas: item.cas }];
  });
  return { kind: 'values', withCas, hits };
}

interface StoreRequest {
  readonly mode: StoreMode;
  readonly key: string;
  readonly value: string;
  readonly flags: number;
  readonly ttlS: number;
  /** The token. Turns set and replace into compare-and-swap; add does not look at it. */
  readonly cas: number | undefined;
  /** With a token: an older one may store too, but the item stays stale. */
  readonly staleSet: boolean;
}

type StoreOutcome = 'STORED' | 'NOT_STORED' | 'EXISTS' | 'NOT_FOUND';

function store(
  state: Memcached,
  request: StoreRequest,
  nowS: number,
): { state: Memcached; outcome: StoreOutcome } {
  const { mode, key, cas } = request;
  const old = liveItem(state, key, nowS);
  const refuse = (outcome: StoreOutcome) => ({ state, outcome });
  const keep = (item: Omit<Item, 'cas'>) => ({ state: link(state, key, item), outcome: 'STORED' as const });
  const fresh = {
    value: request.value,
    flags: request.flags,
    expires: expiry(request.ttlS, nowS),
    stale: false,
    tokenSent: false,
  };
  if (mode === 'add') return old === undefined ? keep(fresh) : refuse('NOT_STORED');
  if (mode === 'append' || mode === 'prepend') {
    if (old === undefined) return refuse('NOT_STORED');
    // 0 stands for 'no CAS given' inside the server, so `C0` does not guard an append.
    if (cas !== undefined && cas !== 0 && cas !== old.cas) return refuse('EXISTS');
    const value = mode === 'append' ? old.value + request.value : request.value + old.value;
    return keep({ ...fresh, value, flags: old.flags, expires: old.expires });
  }
  if (cas === undefined) return mode === 'replace' && old === undefined ? refuse('NOT_STORED') : keep(fresh);
  if (old === undefined) return refuse('NOT_FOUND');
  if (cas === old.cas) return keep(fresh);
  // C0 is 'no CAS' again, and no older token.
  if (!request.staleSet || cas === 0 || cas > old.cas) return refuse('EXISTS');
  return keep({ ...fresh, expires: old.expires, stale: true, tokenSent: old.tokenSent });
}

function classicStore(
  state: Memcached,
  command: Extract<Command, { readonly kind: StoreMode | 'cas' }>,
  nowS: number,
): Handled {
  const { key, value, flags, ttlS } = command;
  const mode = command.kind === 'cas' ? 'set' : command.kind;
  const cas = command.kind === 'cas' ? command.cas : undefined;
  const done = store(state, { mode, key, value, flags, ttlS, cas, staleSet: false }, nowS);
  return { state: done.state, reply: command.noreply ? silence : { kind: 'line', line: done.outcome } };
}

function classicDelete(
  state: Memcached,
  command: Extract<Command, { readonly kind: 'delete' }>,
  nowS: number,
): Handled {
  const found = liveItem(state, command.key, nowS) !== undefined;
  const reply: Reply = command.noreply ? silence : { kind: 'line', line: found ? 'DELETED' : 'NOT_FOUND' };
  return { state: found ? expire(state, command.key) : state, reply };
}

function metaGet(state: Memcached, key: string, flags: readonly MgFlag[], nowS: number): Handled {
  const found = liveItem(state, key, nowS);
  const vivified = found === undefined && flags.some((flag) => flag.flag === 'N');
  const from = vivified ? link(state, key, stub) : state;
  const item = vivified ? from.items[key] : found;
  if (item === undefined) {
    if (flags.some((flag) => flag.flag === 'q')) return { state, reply: silence };
    return { state, reply: { kind: 'meta', status: 'EN', flags: echoes(key, flags) } };
  }
  const read = applyGetFlags(item, key, flags, vivified, nowS);
  // Z and X are printed before W, and by the marks as they were before this reader won.
  if (item.tokenSent) read.printed.push('Z');
  if (item.stale) read.printed.push('X');
  const wins = read.wins || (item.stale && !item.tokenSent);
  if (wins) read.printed.push('W');
  const after = { ...item, expires: read.expires, tokenSent: item.tokenSent || wins };
  const changed = vivified || after.expires !== item.expires || after.tokenSent !== item.tokenSent;
  const head = flags.some((flag) => flag.flag === 'v')
    ? ({ kind: 'meta', status: 'VA', value: item.value } as const)
    : ({ kind: 'meta', status: 'HD' } as const);
  return {
    state: changed ? withItem(from, key, after, from.cas) : state,
    reply: { ...head, flags: read.printed },
  };
}

/** Goes through the flags in the order asked: `t` before `N10` still sees a stub without a time. */
function applyGetFlags(item: Item, key: string, flags: readonly MgFlag[], vivified: boolean, nowS: number) {
  const printed: ReplyFlag[] = [];
  let expires = item.expires;
  let wins = false;
  for (const flag of flags) {
    if (flag.flag === 'T') expires = expiry(flag.ttlS, nowS);
    else if (flag.flag === 'N' && vivified) [expires, wins] = [expiry(flag.ttlS, nowS), true];
    else if (flag.flag === 'R') {
      if (!item.tokenSent && !vivified && expires !== never && flag.ttlS > 0 && expires < nowS + flag.ttlS)
        wins = true;
    } else if (flag.flag === 's') printed.push(`s${item.value.length}`);
    else if (flag.flag === 't') printed.push(`t${expires === never ? -1 : expires - nowS}`);
    else if (flag.flag === 'c') printed.push(`c${item.cas}`);
    else if (flag.flag === 'f') printed.push(`f${item.flags}`);
    else printed.push(...echoes(key, [flag]));
  }
  return { printed, expires, wins };
}

function metaSet(
  state: Memcached,
  key: string,
  value: string,
  flags: readonly MsFlag[],
  nowS: number,
): Handled {
  const asked = (flag: string) => flags.some((each) => each.flag === flag);
  let request: StoreRequest = {
    mode: 'set',
    key,
    value,
    flags: 0,
    ttlS: 0,
    cas: undefined,
    staleSet: asked('I'),
  };
  for (const flag of flags) {
    if (flag.flag === 'C') request = { ...request, cas: flag.cas };
    else if (flag.flag === 'F') request = { ...request, flags: flag.clientFlags };
    else if (flag.flag === 'M') request = { ...request, mode: flag.mode };
    else if (flag.flag === 'T') request = { ...request, ttlS: flag.ttlS };
  }
  const done = store(state, request, nowS);
  if (done.outcome === 'STORED' && asked('q')) return { state: done.state, reply: silence };
  const status = ({ STORED: 'HD', NOT_STORED: 'NS', EXISTS: 'EX', NOT_FOUND: 'NF' } as const)[done.outcome];
  // A refused set has no CAS number to tell: the server prints c0.
  const cas = done.outcome === 'STORED' ? done.state.cas : 0;
  const printed = flags.flatMap((flag): ReplyFlag[] =>
    flag.flag === 'c' ? [`c${cas}`] : echoes(key, [flag]),
  );
  return { state: done.state, reply: { kind: 'meta', status, flags: printed } };
}

function metaDelete(state: Memcached, key: string, flags: readonly MdFlag[], nowS: number): Handled {
  const item = liveItem(state, key, nowS);
  const reply = (status: MetaStatus): Reply => ({ kind: 'meta', status, flags: echoes(key, flags) });
  if (item === undefined) return { state, reply: reply('NF') };
  const guard = flags.find((flag) => flag.flag === 'C');
  if (guard !== undefined && guard.cas !== item.cas) return { state, reply: reply('EX') };
  const ttl = flags.find((flag) => flag.flag === 'T');
  const expires = ttl === undefined ? item.expires : expiry(ttl.ttlS, nowS);
  // An invalidated item keeps its value, but its token is dead (new CAS) and the next reader may win another.
  const after = flags.some((flag) => flag.flag === 'I')
    ? link(state, key, { ...item, expires, stale: true, tokenSent: false })
    : expire(state, key);
  return { state: after, reply: flags.some((flag) => flag.flag === 'q') ? silence : reply('HD') };
}

/** The flags every meta reply repeats, hit or miss. */
function echoes(key: string, flags: readonly (MgFlag | MsFlag | MdFlag)[]): ReplyFlag[] {
  return flags.flatMap((flag): ReplyFlag[] => {
    if (flag.flag === 'k') return [`k${key}`];
    return flag.flag === 'O' ? [`O${flag.opaque}`] : [];
  });
}

/** What `mg N` makes of a miss: an empty value that nobody has been given a token for yet. */
const stub: Omit<Item, 'cas'> = { value: '', flags: 0, expires: never, stale: false, tokenSent: false };

function expiry(ttlS: number, nowS: number): number {
  if (ttlS === 0) return never;
  return ttlS < 0 ? nowS : nowS + ttlS;
}

/** Every store, stub and invalidation takes the next CAS number. */
function link(state: Memcached, key: string, item: Omit<Item, 'cas'>): Memcached {
  const cas = state.cas + 1;
  const { value, flags, expires, stale, tokenSent } = item;
  return withItem(state, key, { value, flags, cas, expires, stale, tokenSent }, cas);
}

function withItem(state: Memcached, key: string, item: Item, cas: number): Memcached {
  const items = { ...state.items, [key]: item };
  if (Object.hasOwn(state.items, key)) return { cas, items };
  const sorted = Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
  return { cas, items: Object.fromEntries(sorted) };
}
