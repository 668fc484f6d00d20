// Two clients share a register through a server that may lie (the straw man of Li, Krohn, Mazieres and Shasha, "Secure
// untrusted data repository", 2004, section 3.1): for each operation a client is shown a log, checks it, appends its own
// signed entry. The server may show each client a log of its own from some moment on, slip an entry of one into the
// other's, exchange the two logs, or make an entry up. What a client checks is the switch.

import { canonicalJson } from '../../base/canonical.ts';
import type { View } from '../../semantics/fork-consistent.ts';
import { forkConsistent } from '../../semantics/fork-consistent.ts';
import type { Operation } from '../../semantics/history.ts';
import type { Action, Model } from '../model.ts';
import { isSignedBy, signatureOf, signJob } from './signatures.ts';

/** Nothing; each entry's signature; or also that each entry signs the one before it and that one's own last is there. */
export type Checks = 'none' | 'signatures' | 'chain';

interface Entry {
  readonly client: string;
  /** Number of the operation in the history; -1 where the server made it up. */
  readonly op: number;
  readonly kind: 'read' | 'write';
  readonly value: number;
  /** Signature of the entry before; '' for the first. */
  readonly before: string;
  readonly signature: string;
}

interface Client {
  readonly done: number;
  /** Operations it was shown and has done, in order. */
  readonly view: readonly number[];
  /** Signature of its last entry. */
  readonly last: string;
  readonly caught: boolean;
}

export interface Forking {
  readonly clients: Readonly<Record<string, Client>>;
  /** The log each client is shown; one and the same until the server forks. */
  readonly logs: Readonly<Record<string, readonly Entry[]>>;
  readonly forked: boolean;
  /** Lies told after the fork. */
  readonly lies: number;
  readonly history: readonly Operation[];
}

const NAMES = ['a', 'b'] as const;
/** a writes 1 and 2; b reads twice. */
const OPS = 2;
const MAX_LIES = 2;

const other = (name: string): string => (name === 'a' ? 'b' : 'a');
const logOf = (state: Forking, name: string): readonly Entry[] => state.logs[name] as readonly Entry[];
const clientOf = (state: Forking, name: string): Client => state.clients[name] as Client;
const messageOf = ({ client, op, kind, value, before }: Omit<Entry, 'signature'>): string =>
  canonicalJson([client, op, kind, value, before]);

function accepts(checks: Checks, client: Client, log: readonly Entry[]): boolean {
  if (checks === 'none') return true;
  if (!log.every((entry) => isSignedBy(entry.client, messageOf(entry), entry.signature))) return false;
  if (checks === 'signatures') return true;
  const chained = log.every(({ before }, i) => before === (log[i - 1]?.signature ?? ''));
  return chained && (client.last === '' || log.some(({ signature }) => signature === client.last));
}

/** The entry a client would append to the log it is shown, unsigned. */
function entryFor(state: Forking, name: string): Omit<Entry, 'signature'> {
  const log = logOf(state, name);
  const written = log.findLast(({ kind }) => kind === 'write')?.value ?? 0;
  return {
    client: name,
    op: state.history.length,
    kind: name === 'a' ? 'write' : 'read',
    value: name === 'a' ? clientOf(state, name).done + 1 : written,
    before: log.at(-1)?.signature ?? '',
  };
}

function serve(state: Forking, name: string, checks: Checks, result: Uint8Array | undefined): Forking {
  const client = clientOf(state, name);
  const log = logOf(state, name);
  if (!accepts(checks, client, log)) {
    return { ...state, clients: { ...state.clients, [name]: { ...client, caught: true } } };
  }
  const draft = entryFor(state, name);
  const signature = signatureOf(signJob(name, messageOf(draft)), result);
  const after = [...log, { ...draft, signature }];
  const at = state.history.length;
  const { kind, value } = draft;
  return {
    ...state,
    clients: {
      ...state.clients,
      [name]: { done: client.done + 1, view: after.map(({ op }) => op), last: signature, caught: false },
    },
    logs: state.forked ? { ...state.logs, [name]: after } : { a: after, b: after },
    history: [...state.history, { client: name, kind, key: 'x', value, start: at, end: at }],
  };
}

const MADE_UP: Entry = { client: 'a', op: -1, kind: 'write', value: 9, before: '', signature: 'made up' };

function lie(state: Forking, kind: string, name: string): Forking {
  const log = logOf(state, name);
  const lies = state.lies + 1;
  switch (kind) {
    case 'slip': {
      const theirs = logOf(state, other(name)).at(-1) as Entry;
      return { ...state, lies, logs: { ...state.logs, [name]: [...log, theirs] } };
    }
    case 'exchange':
      return { ...state, lies, logs: { a: logOf(state, 'b'), b: logOf(state, 'a') } };
    default:
      return { ...state, lies, logs: { ...state.logs, [name]: [...log, MADE_UP] } };
  }
}

function viewsAreForkConsistent(state: Forking): boolean {
  const views: View[] = NAMES.map((client) => ({ client, ops: clientOf(state, client).view }));
  if (views.some(({ ops }) => ops.includes(-1))) return false;
  return forkConsistent({ ops: state.history, initial: { x: 0 } }, views).ok;
}

export function forkingServer(checks: Checks): Model<Forking> {
  const idle: Client = { done: 0, view: [], last: '', caught: false };
  const action = (kind: string, actor: string): Action => ({ key: `${kind}:${actor}`, kind, actor });
  return {
    init: () => ({
      clients: { a: idle, b: idle },
      logs: { a: [], b: [] },
      forked: false,
      lies: 0,
      history: [],
    }),
    enabled(state) {
      const serves = NAMES.filter(
        (name) => !clientOf(state, name).caught && clientOf(state, name).done < OPS,
      );
      const out = serves.map((name) => action('serve', name));
      if (!state.forked) return [...out, action('fork', 'server')];
      if (state.lies === MAX_LIES) return out;
      for (const name of NAMES) {
        if (logOf(state, other(name)).length > 0) out.push(action('slip', name));
        out.push(action('invent', name));
      }
      return [...out, action('exchange', 'server')];
    },
    next(state, { kind, actor }, result) {
      if (kind === 'serve') return serve(state, actor, checks, result);
      return kind === 'fork' ? { ...state, forked: true } : lie(state, kind, actor);
    },
    job(state, { kind, actor }) {
      const signs = kind === 'serve' && accepts(checks, clientOf(state, actor), logOf(state, actor));
      return signs ? signJob(actor, messageOf(entryFor(state, actor))) : undefined;
    },
    faults: new Set(['fork', 'slip', 'invent', 'exchange']),
    properties: [
      { name: 'fork-consistent', kind: 'always', judge: viewsAreForkConsistent },
      {
        name: 'one-view',
        kind: 'always',
        judge: ({ clients }) => {
          const [short, long] = [clients.a?.view ?? [], clients.b?.view ?? []].sort(
            (x, y) => x.length - y.length,
          );
          return (short ?? []).every((op, i) => op === long?.[i]);
        },
      },
      {
        name: 'caught',
        kind: 'sometimes',
        judge: ({ clients }) => NAMES.some((name) => clients[name]?.caught),
      },
    ],
  };
}
