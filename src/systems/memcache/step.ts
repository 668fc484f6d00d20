// What a step did, read off the model itself: the message it delivered and the reply its receiver gave. Words, marks
// and offers are all made from this.

import type { Envelope } from '../../actors/envelope.ts';
import type { World, WorldAction } from '../../actors/world.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Params } from '../../contract/system.ts';
import type { Command, Reply } from './memcached-protocol.ts';
import { casOf, isStale, mustWait, won } from './memcached-protocol.ts';
import type { Settings } from './params.ts';
import { settingsOf } from './params.ts';
import type { Body } from './protocol.ts';
import { KEY } from './protocol.ts';
import type { Local, Topology } from './topology.ts';
import { topologyOf } from './topology.ts';

export type W = World<Local, Body>;

export interface Setting {
  readonly s: Settings;
  readonly topology: Topology;
}

const settings = new WeakMap<Params, Setting>();

/** Settings and topology of some params, worked out once. */
export function settingOf(params: Params): Setting {
  let setting = settings.get(params);
  if (!setting) {
    const s = settingsOf(params);
    setting = { s, topology: topologyOf(s) };
    settings.set(params, setting);
  }
  return setting;
}

export interface Delivery {
  readonly envelope: Envelope<Body>;
  /** What the receiver answers at once. */
  readonly reply: Body | undefined;
}

export function deliveryOf(topology: Topology, world: W, action: WorldAction): Delivery | undefined {
  const envelope = world.net.find(({ id }) => id === action.of);
  if (!envelope) return undefined;
  const actor = topology.actors.find(({ id }) => id === envelope.to);
  const sends = actor?.receive(world.locals[envelope.to] as Local, envelope).sends ?? [];
  return { envelope, reply: sends.find(({ replyTo }) => replyTo === envelope.id)?.body };
}

/** A request in a few mono characters: "set k = 1". */
export function requestLabel(world: W, { to, body, replyTo }: Envelope<Body>): Text {
  switch (body.kind) {
    case 'cache':
      return commandLabel(body.command);
    case 'read':
      return text('req.read');
    case 'write': {
      const database = world.locals[to];
      return text('req.write', { value: (database?.kind === 'database' ? database.value : 0) + 1 });
    }
    case 'apply':
      return text('req.apply', { value: body.value });
    default:
      return replyLabel(body, replyTo);
  }
}

function commandLabel(command: Command): Text {
  switch (command.kind) {
    case 'get':
      return text('req.get', { key: command.keys[0] ?? KEY });
    case 'mg':
      return text('req.lease-get', { key: command.key });
    case 'set':
    case 'add':
      return text(`req.${command.kind}`, { key: command.key, value: command.value });
    case 'ms': {
      const token = command.flags.find(({ flag }) => flag === 'C');
      if (command.value === '') return text('req.hold-off', { key: command.key });
      return text('req.lease-set', {
        key: command.key,
        value: command.value,
        token: token?.flag === 'C' ? token.cas : '',
      });
    }
    case 'md':
      return text(command.flags.length > 0 ? 'req.mark-stale' : 'req.delete', { key: command.key });
    default:
      return text('req.delete', { key: KEY });
  }
}

/** A reply in a word or two: "miss", "lease 2", "refused"; what a word of memcached's means depends on the request. */
export function replyLabel(body: Body, request = ''): Text {
  switch (body.kind) {
    case 'value':
      return text('rep.value', { value: body.value });
    case 'written':
      return text('rep.done');
    case 'cache-reply':
      return cacheReplyLabel(body.reply, request.endsWith('.fill'));
    default:
      return text('rep.done');
  }
}

function cacheReplyLabel(reply: Reply, fill: boolean): Text {
  switch (reply.kind) {
    case 'values': {
      const hit = reply.hits[0];
      if (!hit) return text('rep.miss');
      return hit.flags === 1 ? text('rep.held-off') : text('rep.value', { value: hit.value });
    }
    case 'line':
      return text(`rep.${reply.line}`);
    case 'meta': {
      const old = isStale(reply) && reply.value;
      if (won(reply))
        return text(old ? 'rep.lease-stale' : 'rep.lease', { token: casOf(reply) ?? '', value: old || '' });
      if (mustWait(reply)) return text(old ? 'rep.wait-stale' : 'rep.wait', { value: old || '' });
      if (reply.status === 'VA') return text('rep.value', { value: reply.value ?? '' });
      if (fill && (reply.status === 'NF' || reply.status === 'EX')) return text('rep.lease-dead');
      return text(`rep.${reply.status}`);
    }
    case 'none':
      return text('rep.done');
  }
}
