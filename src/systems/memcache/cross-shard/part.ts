// Words and marks for the pair on two shards, read off the worlds before and after a step.

import type { Envelope } from '../../../actors/envelope.ts';
import type { WorldAction } from '../../../actors/world.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Arrow, Chip, Mark, Offer, Panel, Part, Story } from '../../../contract/system.ts';
import { actorName } from '../protocol.ts';
import type { PairBody, PairWorld } from './model.ts';
import { clientOf, lanes, pairModel, shardOf, shards } from './model.ts';

type Message = Envelope<PairBody>;

const keyOf = (shard: string): string => (shard === shards[0] ? 'a' : 'b');

function label({ from, to, body }: Message): Text {
  switch (body.kind) {
    case 'put':
    case 'prepare':
      return text(`pair.${body.kind}`, { key: keyOf(to), value: body.value });
    case 'value':
      return text('pair.value', { key: keyOf(from), value: body.value });
    case 'read':
      return text(body.lock ? 'pair.lock-read' : 'pair.read', { key: keyOf(to) });
    case 'commit':
    case 'unlock':
      return text(`pair.${body.kind}`, { key: keyOf(to) });
    case 'ok':
      return text('pair.ok');
  }
}

const messageOf = (world: PairWorld, action: WorldAction): Message | undefined =>
  world.net.find(({ id }) => id === action.of);

/** The answer given in this very step, where there is one. */
function answered(before: PairWorld, message: Message, after: PairWorld): Message | undefined {
  const waits = shards.some((id) => shardOf(after, id).waiting.some(({ id: asked }) => asked === message.id));
  if (message.replyTo || waits) return undefined;
  const reply = after.net.find(({ replyTo }) => replyTo === message.id);
  if (reply) return reply;
  const body: PairBody =
    message.body.kind === 'read'
      ? { kind: 'value', value: shardOf(before, message.to).value }
      : { kind: 'ok' };
  return { id: `${message.id}.reply`, from: message.to, to: message.from, body };
}

function narrate(before: PairWorld, action: WorldAction, after: PairWorld): Story {
  const who = actorName(action.actor);
  const message = messageOf(before, action);
  if (!message) {
    const waiting = shards.some((id) => shardOf(after, id).lock === 'writer');
    const why = action.kind === 'crash' && waiting ? 'crash-prepared' : action.kind;
    return {
      sentence: text(`say.pair.${action.kind}`, { who }),
      why: text(`why.pair.${why}`),
      source: '17.1',
    };
  }
  const to = actorName(message.to);
  const from = actorName(message.from);
  if (message.replyTo)
    return { sentence: text('say.pair.reply', { from, to, label: label(message) }), source: '17.1' };
  const reply = answered(before, message, after);
  const kind = message.body.kind === 'read' && message.body.lock ? 'lock-read' : message.body.kind;
  const args = { who: from, to, label: label(message), reply: reply ? label(reply) : '' };
  if (!reply)
    return { sentence: text('say.pair.waits', args), why: text('why.pair.waits', { to }), source: '17.1' };
  return { sentence: text('say.pair.asks', args), why: text(`why.pair.${kind}`, { to }), source: '17.1' };
}

const arrow = (message: Message, kind: Arrow['kind'], withId: boolean): Arrow => ({
  from: message.from,
  to: message.to,
  label: label(message),
  kind,
  ...(withId ? { id: message.id } : {}),
});

function mark(
  before: PairWorld,
  action: WorldAction,
  after: PairWorld,
  params: Readonly<Record<string, unknown>>,
): Mark {
  const was = chips(before);
  const changed = chips(after).filter((chip, i) => JSON.stringify(chip) !== JSON.stringify(was[i]));
  const message = messageOf(before, action);
  if (!message) return { heading: [text(`act.${action.kind}`)], arrows: [], chips: changed };
  const inFlight = params.grain === 'message';
  if (message.replyTo)
    return { heading: [label(message)], arrows: [arrow(message, 'reply', true)], chips: changed };
  const reply = inFlight ? undefined : answered(before, message, after);
  return {
    heading: reply ? [label(message), label(reply)] : [label(message)],
    arrows: [arrow(message, 'request', inFlight), ...(reply ? [arrow(reply, 'reply', false)] : [])],
    chips: changed,
  };
}

function chips(world: PairWorld): readonly Chip[] {
  return lanes.map((actor): Chip => {
    if (actor === lanes[0]) {
      const down = world.down.includes(actor);
      return {
        actor,
        text: text(down ? 'chip.pair.down' : 'chip.none'),
        ...(down ? { tone: 'bad' as const } : {}),
      };
    }
    if (actor === lanes[3]) {
      const values = Object.values(clientOf(world, actor).got);
      const half = values.length === 2 && values[0] !== values[1];
      const read =
        values.length === 0 ? text('chip.none') : text('chip.pair.got', { values: values.join(', ') });
      return { actor, text: read, ...(half ? { tone: 'bad' as const } : {}) };
    }
    const { value, staged, lock } = shardOf(world, actor);
    const args = { key: keyOf(actor), value, staged: staged ?? '' };
    return {
      actor,
      text: text(
        staged !== undefined
          ? 'chip.pair.staged'
          : lock === 'reader'
            ? 'chip.pair.locked'
            : 'chip.pair.value',
        args,
      ),
    };
  });
}

function offer(world: PairWorld, action: WorldAction): Offer {
  const who = actorName(action.actor);
  const message = messageOf(world, action);
  const heading = message ? label(message) : text(`act.${action.kind}`);
  if (!message) {
    const group = action.kind === 'resume' ? 'step' : 'fault';
    return { label: text(`do.pair.${action.kind}`, { who }), arrows: [], heading, group };
  }
  const verb = message.replyTo ? 'do.pair.reply' : `do.${heading.key}`;
  return {
    label: text(verb, { ...heading.args, who, to: actorName(message.to), label: heading }),
    arrows: [arrow(message, message.replyTo ? 'reply' : 'message', true)],
    heading,
    group: 'step',
  };
}

function inspect(world: PairWorld): readonly Panel[] {
  const row = (id: string, value: Text) => ({ id, label: text(`row.pair.${id}`), value });
  const n = (value: number) => text('n', { n: value });
  return lanes.map((actor): Panel => {
    if (actor === lanes[0] || actor === lanes[3]) {
      const { at, got } = clientOf(world, actor);
      const read = Object.entries(got).map(([shard, value]) => row(keyOf(shard), n(value)));
      return { actor, rows: [row('done', n(at)), ...read] };
    }
    const { value, staged, lock, waiting } = shardOf(world, actor);
    return {
      actor,
      rows: [
        row(keyOf(actor), n(value)),
        row('lock', text(`lock.${lock}`)),
        ...(staged === undefined ? [] : [row('staged', n(staged))]),
        row('waiting', n(waiting.length)),
      ],
    };
  });
}

export const crossShard: Omit<Part<PairWorld, WorldAction>, 'words'> = {
  model: (params) => pairModel(params),
  actors: () => lanes.map((id) => ({ id, name: actorName(id), role: text(`role.${id}`) })),
  start: (_params, world) => chips(world),
  narrate,
  mark,
  offer,
  inspect,
};
