// A web server (the paper's front-end client): a list of operations, each a short program of requests, one at a time.
// Look-aside with or without leases (section 3.2.1), filling a cold cluster from a warm one (4.3), writing from a
// region that has only a replica (5). Local work is free: the next request leaves as soon as a reply is in.

import type { Act, Actor, Outcome } from '../../actors/actor.ts';
import type { Send } from '../../actors/envelope.ts';
import { originalId } from '../../actors/envelope.ts';
import { present, unreachable } from '../../base/assert.ts';
import type { Command, Reply } from './memcached-protocol.ts';
import { casOf, mustWait, won } from './memcached-protocol.ts';
import type { Settings } from './params.ts';
import type { Body } from './protocol.ts';
import {
  addIfAbsent,
  delays,
  deletion,
  leaseGet,
  leaseSet,
  MARKER,
  names,
  plainGet,
  plainSet,
} from './protocol.ts';

/** What the client is waiting for; `idle` between operations, `told` to wait and retry. */
export type Phase =
  | 'idle'
  | 'get'
  | 'told'
  | 'get-warm'
  | 'get-marker'
  | 'read'
  | 'fill'
  | 'set-marker'
  | 'write'
  | 'delete'
  | 'delete-again'
  | 'update';

export interface ClientLocal {
  readonly kind: 'client';
  /** Operations done. */
  readonly op: number;
  readonly phase: Phase;
  /** The operation's first request has not left yet (one exchange a step). */
  readonly fresh?: true;
  /** The lease it holds. */
  readonly token?: number;
  /** It was refused a lease and reads the database all the same. */
  readonly loser?: true;
  /** A lost message: what it reads now it may not put in the cache (section 3.1). */
  readonly unsafe?: true;
  /** Read in this operation and not yet put in the cache, or the version it wrote. */
  readonly held?: number;
  /** The remote marker is set: read the primary. */
  readonly marked?: true;
  /** `held` came from the warm cluster, so a refusal means that it is old. */
  readonly warm?: true;
  /** What its last read returned. */
  readonly value?: number;
  /** The newest value its reads returned. */
  readonly seen?: number;
  /** The version of its own last write. */
  readonly wrote?: number;
}

export interface ClientPlan {
  readonly id: string;
  readonly writer: boolean;
  /** The cache it reads and deletes in. */
  readonly cache: string;
  /** Other caches it deletes in after a write. */
  readonly alsoDeletes?: string;
  readonly deletesOwn: boolean;
  /** The database it reads from; writes go to `writesTo`. */
  readonly database: string;
  readonly writesTo: string;
}

export const opCount = (plan: ClientPlan, s: Settings): number =>
  plan.writer ? s.writes * (s.writerReads ? 2 : 1) : s.ops;
export const isWrite = (plan: ClientPlan, s: Settings, op: number): boolean =>
  plan.writer && (!s.writerReads || op % 2 === 0);

/** The requests of one write, in order. */
export function writeProgram(plan: ClientPlan, s: Settings): readonly Phase[] {
  if (s.layout === 'remote-writer' && s.marker) return ['set-marker', 'write', 'delete'];
  if (s.update) return ['write', 'update'];
  if (!plan.deletesOwn) return plan.alsoDeletes ? ['write', 'delete-again'] : ['write'];
  switch (s.order) {
    case 'write-delete':
      return plan.alsoDeletes ? ['write', 'delete', 'delete-again'] : ['write', 'delete'];
    case 'delete-write':
      return ['delete', 'write'];
    case 'delete-write-delete':
      return ['delete', 'write', 'delete-again'];
    default:
      return unreachable(s.order, 'order');
  }
}

export function clientActor(plan: ClientPlan, s: Settings): Actor<ClientLocal, Body> {
  const total = opCount(plan, s);
  const program = writeProgram(plan, s);
  const leases = s.layout === 'cold-cluster' ? s.fill === 'lease' : s.lease;
  const style =
    s.layout === 'cold-cluster' && s.fill === 'holdoff'
      ? 'hold-off'
      : s.loser === 'stale'
        ? 'stale'
        : 'plain';

  const firstPhase = (op: number): Phase => (isWrite(plan, s, op) ? (program[0] as Phase) : 'get');

  function send(local: ClientLocal, phase: Phase): Send<Body> {
    const { to, body } = request(local, phase);
    const far = to === plan.writesTo && plan.writesTo !== plan.database;
    const delayMs = far ? delays.region : body.kind === 'cache' ? delays.cache : delays.database;
    return { id: `${plan.id}.${local.op}.${phase}`, to, body, delayMs };
  }

  function request(local: ClientLocal, phase: Phase): { to: string; body: Body } {
    const cache = (to: string, command: Command): { to: string; body: Body } => ({
      to,
      body: { kind: 'cache', command },
    });
    switch (phase) {
      case 'get':
        return cache(plan.cache, leases ? leaseGet : plainGet());
      case 'get-warm':
        return cache(names.warm, plainGet());
      case 'get-marker':
        return cache(names.pool, plainGet(MARKER));
      case 'read':
        return { to: local.marked ? plan.writesTo : plan.database, body: { kind: 'read' } };
      case 'fill': {
        const value = present(local.held, 'value to fill');
        if (local.token !== undefined) return cache(plan.cache, leaseSet(value, local.token));
        return cache(plan.cache, s.layout === 'cold-cluster' ? addIfAbsent(value) : plainSet(value));
      }
      case 'set-marker':
        return cache(names.pool, plainSet(1, MARKER));
      case 'write':
        return { to: plan.writesTo, body: { kind: 'write', marker: program[0] === 'set-marker' } };
      case 'delete':
        return cache(plan.cache, deletion(style));
      case 'delete-again':
        return cache(plan.alsoDeletes ?? plan.cache, deletion(style));
      case 'update':
        return cache(plan.cache, plainSet(present(local.held, 'value to set')));
      default:
        throw new Error(`${plan.id}: nothing is sent in phase ${phase}`);
    }
  }

  /** Goes on with the next request of this operation. */
  const go = (local: ClientLocal, phase: Phase): Outcome<ClientLocal, Body> => {
    const { fresh: _fresh, ...rest } = local;
    const after: ClientLocal = { ...rest, phase };
    return { local: after, sends: [send(after, phase)] };
  };

  /** What a client keeps between operations. */
  function kept(local: ClientLocal): ClientLocal {
    const { kind, op, value, seen, wrote } = local;
    return {
      kind,
      op,
      phase: 'idle',
      ...(value === undefined ? {} : { value }),
      ...(seen === undefined ? {} : { seen }),
      ...(wrote === undefined ? {} : { wrote }),
    };
  }

  function begin(local: ClientLocal): Outcome<ClientLocal, Body> {
    if (local.op >= total) return { local, sends: [] };
    const { local: after, sends } = go(local, firstPhase(local.op));
    return { local: s.messages ? after : { ...after, fresh: true }, sends };
  }

  function done(local: ClientLocal): Outcome<ClientLocal, Body> {
    const ended: ClientLocal = { ...kept(local), op: local.op + 1 };
    return s.messages ? { local: ended, sends: [] } : begin(ended);
  }

  const returns = (local: ClientLocal, value: number): ClientLocal => ({
    ...local,
    value,
    seen: Math.max(value, local.seen ?? value),
  });

  /** After a miss: where a value comes from. */
  function fetch(local: ClientLocal): Outcome<ClientLocal, Body> {
    if (s.layout === 'cold-cluster') return go(local, 'get-warm');
    if (s.layout === 'remote-writer' && s.marker) return go(local, 'get-marker');
    return go(local, 'read');
  }

  function lost(local: ClientLocal, reply: Reply): Outcome<ClientLocal, Body> {
    const old = reply.kind === 'meta' ? reply.value : undefined;
    if (s.loser === 'stop') return done(forget(local));
    if (s.loser === 'read') return go({ ...local, loser: true }, 'read');
    if (s.loser === 'stale' && old) return done(returns(local, Number(old)));
    const { fresh: _fresh, ...rest } = local;
    return { local: { ...rest, phase: 'told' }, sends: [] };
  }

  function gotCache(local: ClientLocal, reply: Reply): Outcome<ClientLocal, Body> {
    if (reply.kind === 'values') {
      const hit = reply.hits[0];
      return hit === undefined || hit.flags === 1 ? fetch(local) : done(returns(local, Number(hit.value)));
    }
    if (won(reply)) return fetch({ ...local, token: present(casOf(reply), 'token') });
    if (mustWait(reply)) return lost(local, reply);
    return done(returns(local, Number(reply.kind === 'meta' ? reply.value : undefined)));
  }

  function nextOfWrite(local: ClientLocal): Outcome<ClientLocal, Body> {
    const next = program[program.indexOf(local.phase) + 1];
    return next === undefined ? done(forget(local)) : go(local, next);
  }

  /** A writer's own write makes what it read before no longer something to hold it to. */
  function forget(local: ClientLocal): ClientLocal {
    const { value: _value, ...rest } = local;
    return rest;
  }

  function receive(local: ClientLocal, body: Body): Outcome<ClientLocal, Body> {
    const reply = body.kind === 'cache-reply' ? body.reply : undefined;
    switch (local.phase) {
      case 'get':
        return gotCache(local, present(reply, 'reply'));
      case 'get-warm': {
        const hit = reply?.kind === 'values' ? reply.hits[0] : undefined;
        return hit === undefined
          ? go(local, 'read')
          : go({ ...local, held: Number(hit.value), warm: true }, 'fill');
      }
      case 'get-marker': {
        const marked = reply?.kind === 'values' && reply.hits.length > 0;
        return go(marked ? { ...local, marked } : local, 'read');
      }
      case 'read': {
        const value = body.kind === 'value' ? body.value : 0;
        const after = returns(local, value);
        if (local.loser || (local.unsafe && !s.fillAfterLoss)) return done(after);
        return go({ ...after, held: value }, 'fill');
      }
      case 'fill': {
        if (!local.warm) return done(local);
        // A refused add means that the database holds newer data (section 4.3): read it there.
        const refused =
          reply?.kind === 'line'
            ? reply.line === 'NOT_STORED'
            : reply?.kind === 'meta' && reply.status !== 'HD';
        if (refused) return go({ ...local, loser: true }, 'read');
        return done(returns(local, present(local.held, 'value')));
      }
      case 'write':
        return nextOfWrite({ ...forget(local), wrote: written(body), held: written(body) });
      case 'set-marker':
      case 'delete':
      case 'delete-again':
      case 'update':
        return nextOfWrite(local);
      default:
        return { local, sends: [] };
    }
  }

  const written = (body: Body): number => (body.kind === 'written' ? body.value : 0);
  const idle: ClientLocal = { kind: 'client', op: 0, phase: 'idle' };

  return {
    id: plan.id,
    initial: s.messages ? { local: idle, sends: [] } : begin(idle),
    receive(local, { replyTo, body }) {
      // A second copy of a reply, or one that came after the client gave up, finds nobody waiting.
      if (replyTo === undefined || originalId(replyTo) !== `${plan.id}.${local.op}.${local.phase}`)
        return { local, sends: [] };
      return receive(local, body);
    },
    acts(local): readonly Act[] {
      if (local.phase === 'told') return [{ name: `${local.op}.retry`, kind: 'retry', delayMs: 50 }];
      if (s.drop && local.phase === 'get')
        return [{ name: `${local.op}.timeout`, kind: 'time out', delayMs: 100 }];
      if (s.messages && local.phase === 'idle' && local.op < total) {
        return [{ name: `${local.op}.begin`, kind: 'begin', delayMs: 10 }];
      }
      return [];
    },
    act(local, name) {
      if (name.endsWith('.retry')) return go(local, 'get');
      if (name.endsWith('.timeout')) return go({ ...local, unsafe: true }, 'read');
      return begin(local);
    },
    crash: (local) => kept(local),
  };
}

/** Between operations: nothing it began is unfinished. */
export const isIdle = (local: ClientLocal): boolean => local.phase === 'idle' || local.fresh === true;
