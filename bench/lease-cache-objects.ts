// The same lease cache in plain objects: written as one would without thinking of speed. The peer searches it with
// string keys in a Set; our explorer searches it as an ordinary Model, to show what a Model that is not packed costs.

import type { Action, Model } from '../src/kernel/model.ts';
import type { LeaseCacheSize } from './lease-cache.ts';

interface Client {
  readonly pc: 'idle' | 'asked' | 'missed';
  readonly token: number;
  readonly value: number;
  readonly done: number;
}

interface Message {
  /** Kind, and all it carries. */
  readonly id: string;
  readonly kind: 'get' | 'hit' | 'miss' | 'query' | 'reply' | 'set' | 'delete';
  readonly client: number;
  readonly value: number;
  readonly token: number;
}

export interface LeaseCacheState {
  readonly db: number;
  readonly cached: number | null;
  readonly lease: number;
  readonly leased: number;
  readonly clients: readonly Client[];
  /** A set, in order of ids. */
  readonly messages: readonly Message[];
}

type Step = Action & { readonly message?: Message; readonly client?: number };

const message = (kind: Message['kind'], client = 0, value = 0, token = 0): Message => ({
  id: `${kind}:${client}:${value}:${token}`,
  kind,
  client,
  value,
  token,
});

function send(messages: readonly Message[], sent: Message): readonly Message[] {
  if (messages.some(({ id }) => id === sent.id)) return messages;
  return [...messages, sent].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const setClient = (s: LeaseCacheState, index: number, changes: Partial<Client>): readonly Client[] =>
  s.clients.map((client, i) => (i === index ? { ...client, ...changes } : client));

export function leaseCacheObjects(size: LeaseCacheSize): Model<LeaseCacheState, Step> {
  return {
    init: () => ({
      db: 0,
      cached: null,
      lease: 0,
      leased: 0,
      clients: [0, 1].map(() => ({ pc: 'idle', token: 0, value: 0, done: 0 })),
      messages: [],
    }),
    enabled: (s) => steps(s, size),
    next: (s, step) => {
      if (step.message) return deliver(s, step.message, size);
      if (step.kind === 'evict') return { ...s, cached: null };
      const index = step.client as number;
      const done = (s.clients[index] as Client).done + 1;
      if (step.kind === 'read') {
        const clients = setClient(s, index, { pc: 'asked', done });
        return { ...s, clients, messages: send(s.messages, message('get', index)) };
      }
      const db = s.db + 1;
      const clients = setClient(s, index, { done });
      return { ...s, db, clients, messages: send(s.messages, message('delete', 0, db)) };
    },
    properties: [{ name: 'quiescent-is-fresh', kind: 'always', judge: isFresh }],
  };
}

export const isFresh = (s: LeaseCacheState): boolean =>
  s.messages.length > 0 || s.cached === null || s.cached === s.db;

function steps(s: LeaseCacheState, { writes, operations }: LeaseCacheSize): Step[] {
  const out: Step[] = [];
  s.clients.forEach(({ pc, done }, client) => {
    if (pc !== 'idle' || done >= operations) return;
    const actor = `client ${client}`;
    out.push({ key: `read:${client}`, kind: 'read', actor, client });
    if (s.db < writes) out.push({ key: `write:${client}`, kind: 'write', actor, client });
  });
  for (const one of s.messages) out.push({ key: one.id, kind: one.kind, actor: 'network', message: one });
  if (s.cached !== null) out.push({ key: 'evict', kind: 'evict', actor: 'cache' });
  return out;
}

function deliver(s: LeaseCacheState, received: Message, { leases }: LeaseCacheSize): LeaseCacheState {
  const { kind, client, value, token } = received;
  const messages = s.messages.filter(({ id }) => id !== received.id);
  switch (kind) {
    case 'get': {
      if (s.cached !== null) return { ...s, messages: send(messages, message('hit', client, s.cached)) };
      if (s.lease !== 0 || s.leased >= leases) {
        return { ...s, messages: send(messages, message('miss', client)) };
      }
      const lease = s.leased + 1;
      return { ...s, lease, leased: lease, messages: send(messages, message('miss', client, 0, lease)) };
    }
    case 'hit':
      return { ...s, messages, clients: setClient(s, client, { pc: 'idle', value }) };
    case 'miss':
      return {
        ...s,
        clients: setClient(s, client, { pc: 'missed', token }),
        messages: send(messages, message('query', client)),
      };
    case 'query':
      return { ...s, messages: send(messages, message('reply', client, s.db)) };
    case 'reply': {
      const held = (s.clients[client] as Client).token;
      const clients = setClient(s, client, { pc: 'idle', token: 0, value });
      return {
        ...s,
        clients,
        messages: held > 0 ? send(messages, message('set', 0, value, held)) : messages,
      };
    }
    case 'set':
      return s.lease === token ? { ...s, cached: value, lease: 0, messages } : { ...s, messages };
    case 'delete':
      return { ...s, cached: null, lease: 0, messages };
  }
}

function keyOf({ db, cached, lease, leased, clients, messages }: LeaseCacheState): string {
  let key = `${db},${cached},${lease},${leased}`;
  for (const { pc, token, value, done } of clients) key += `;${pc},${token},${value},${done}`;
  for (const { id } of messages) key += `;${id}`;
  return key;
}

/** The peer: every state as a string in a Set, breadth first. */
export function searchWithStrings(size: LeaseCacheSize): { states: number; edges: number; holds: boolean } {
  const model = leaseCacheObjects(size);
  const start = model.init();
  const seen = new Set([keyOf(start)]);
  let frontier = [start];
  let edges = 0;
  let holds = isFresh(start);
  while (frontier.length > 0) {
    const next: LeaseCacheState[] = [];
    for (const state of frontier) {
      for (const step of model.enabled(state)) {
        const successor = model.next(state, step);
        edges++;
        const key = keyOf(successor);
        if (seen.has(key)) continue;
        seen.add(key);
        holds &&= isFresh(successor);
        next.push(successor);
      }
    }
    frontier = next;
  }
  return { states: seen.size, edges, holds };
}
