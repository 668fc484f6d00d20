// The sentence of a step, why it matters, and where the paper says so.

import type { WorldAction } from '../../actors/world.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Params, Story } from '../../contract/system.ts';
import type { ClientLocal } from './client.ts';
import type { Reply } from './memcached-protocol.ts';
import { casOf, mustWait, won } from './memcached-protocol.ts';
import type { Body } from './protocol.ts';
import { actorName, KEY, MARKER, names } from './protocol.ts';
import type { Delivery, W } from './step.ts';
import { deliveryOf, replyLabel, requestLabel, settingOf } from './step.ts';

const say = (
  key: string,
  args: Record<string, Text | string | number>,
  why?: string,
  source?: string,
): Story => ({
  sentence: text(`say.${key}`, args),
  ...(why ? { why: text(`why.${why}`, args) } : {}),
  ...(source ? { source } : {}),
});

export function narrate(before: W, action: WorldAction, after: W, params: Params): Story {
  const { topology } = settingOf(params);
  const delivery = deliveryOf(topology, before, action);
  if (action.kind === 'deliver' && delivery) {
    if (params.grain === 'message') return delivered(before, delivery);
    return exchanged(before, delivery, after);
  }
  const who = actorName(action.actor);
  const message = delivery ? requestLabel(before, delivery.envelope) : text('req.delete', { key: KEY });
  switch (action.kind) {
    case 'begin': {
      const first = after.net.find(({ from }) => from === action.actor);
      return say('begin', { who, request: first ? requestLabel(after, first) : text('rep.done') });
    }
    case 'retry':
      return say('retry', { who }, 'retry', '3.2.1');
    case 'time out':
      return say('time-out', { who }, 'time-out', '3.1');
    case 'hold-off ends':
      return say('hold-off-ends', { cache: who }, 'hold-off-ends', '4.3');
    case 'lease expires':
      return say('lease-expires', { cache: who }, 'lease-expires', '3.2.1');
    case 'rate limit ends':
      return say('rate-ends', { cache: who }, 'rate-ends', '3.2.1');
    case 'evict marker':
      return say('evict-marker', { cache: who }, 'evict-marker', '5');
    case 'crash':
      return say('crash', { who }, 'crash');
    case 'resend':
      return say('resend', { message }, 'resend', '4.1');
    case 'duplicate':
      return say('duplicate', { message });
    default:
      return say('drop', { message });
  }
}

/** One delivery by itself (grain=message). */
function delivered(before: W, { envelope, reply }: Delivery): Story {
  const from = actorName(envelope.from);
  const to = actorName(envelope.to);
  const label = requestLabel(before, envelope);
  if (envelope.replyTo) return say('reply-arrives', { from, to, label });
  if (reply) return say('request-arrives', { from, to, label, reply: replyLabel(reply, envelope.id) });
  return say('message-arrives', { from, to, label });
}

/** A request with its reply (grain=rpc), or one entry of the log. */
function exchanged(before: W, { envelope, reply }: Delivery, after: W): Story {
  const { body } = envelope;
  const who = actorName(envelope.from);
  const to = actorName(envelope.to);
  if (body.kind === 'apply') return say('apply', { to, value: body.value }, 'apply', '5');
  if (envelope.from === names.squeal) {
    const marker = body.kind === 'cache' && body.command.kind === 'md' && body.command.key === MARKER;
    return marker ? say('unmark', { to }, 'unmark', '5') : say('squeal', { to }, 'squeal', '4.1');
  }
  if (body.kind === 'read' || body.kind === 'write')
    return database(before, after, who, to, body, reply, envelope.from);
  return cache(before, after, envelope.from, envelope.to, reply);
}

function database(
  before: W,
  after: W,
  who: Text,
  to: Text,
  body: Body,
  reply: Body | undefined,
  id: string,
): Story {
  if (body.kind === 'write') {
    const value = reply?.kind === 'written' ? reply.value : '';
    return say('write', { who, to, value }, waitingFill(after, id) ? 'write-race' : undefined, '2');
  }
  const value = reply?.kind === 'value' ? reply.value : '';
  const local = before.locals[id] as ClientLocal;
  if (local.loser && !local.warm) return say('read-loser', { who, to, value }, 'read-loser', '3.2.1');
  if (local.marked) return say('read-marked', { who, to, value }, 'read-marked', '5');
  return say('read', { who, to, value }, 'read', '2');
}

/** Some other client holds an older value that it is about to put in the cache. */
const waitingFill = (world: W, writer: string): boolean =>
  Object.entries(world.locals).some(
    ([id, local]) =>
      id !== writer && local.kind === 'client' && local.phase === 'fill' && local.held !== undefined,
  );

function cache(before: W, after: W, id: string, to: string, reply: Body | undefined): Story {
  const local = before.locals[id] as ClientLocal;
  const then = after.locals[id] as ClientLocal;
  const answer = reply?.kind === 'cache-reply' ? reply.reply : undefined;
  const args = { who: actorName(id), cache: actorName(to), value: then.value ?? '', held: local.held ?? '' };
  switch (local.phase) {
    case 'get': {
      if (answer && won(answer))
        return say('get-lease', { ...args, token: casOf(answer) ?? '' }, 'get-lease', '3.2.1');
      if (answer && mustWait(answer)) {
        const stale = then.op > local.op && then.value !== undefined;
        return stale
          ? say('get-stale', args, 'get-stale', '3.2.1')
          : say('get-wait', args, 'get-wait', '3.2.1');
      }
      if (then.op === local.op) return say('get-miss', args, 'get-miss', '2');
      const old = behindDatabase(after, then.value);
      return say('get-hit', args, old ? 'get-hit-old' : undefined, '2');
    }
    case 'get-warm':
      return then.held === undefined
        ? say('warm-miss', args)
        : say('warm-hit', { ...args, held: then.held }, 'warm-hit', '4.3');
    case 'get-marker':
      return then.marked
        ? say('marker-set', args, 'marker-set', '5')
        : say('marker-none', args, 'marker-none', '5');
    case 'fill':
      return fill(before, after, to, args, local, answer);
    case 'set-marker':
      return say('set-marker', args, 'set-marker', '5');
    case 'update':
      return say('update', args, 'update', '2');
    default: {
      if (answer?.kind === 'meta' && answer.flags.length === 0 && isHoldOff(after, to))
        return say('hold-off', args, 'hold-off', '4.3');
      const empty = answer?.kind === 'meta' && answer.status === 'NF';
      return say(empty ? 'delete-empty' : 'delete', args, empty ? 'delete-empty' : 'delete', '2');
    }
  }
}

const isHoldOff = (world: W, cacheId: string): boolean => {
  const local = world.locals[cacheId];
  return local?.kind === 'cache' && local.server.items[KEY]?.flags === 1;
};

const behindDatabase = (world: W, value: number | undefined): boolean =>
  value !== undefined &&
  Object.values(world.locals).some((local) => local.kind === 'database' && local.value > value);

function fill(
  before: W,
  after: W,
  to: string,
  args: Record<string, Text | string | number>,
  local: ClientLocal,
  answer: Reply | undefined,
): Story {
  const stored =
    answer?.kind === 'line' ? answer.line === 'STORED' : answer?.kind === 'meta' && answer.status === 'HD';
  if (!stored) {
    const tombstone = isHoldOff(before, to);
    return say(
      'fill-refused',
      args,
      tombstone ? 'fill-held-off' : local.warm ? 'fill-not-empty' : 'fill-refused',
      tombstone ? '4.3' : '3.2.1',
    );
  }
  const old = behindDatabase(after, local.held);
  return say('fill', args, old ? 'fill-old' : undefined, old ? '3.2.1' : '2');
}
