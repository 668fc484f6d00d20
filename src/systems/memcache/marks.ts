// What a step leaves on the lanes, what could come next there, and what the inspector shows of each actor.

import type { Envelope } from '../../actors/envelope.ts';
import type { WorldAction } from '../../actors/world.ts';
import { unreachable } from '../../base/assert.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Arrow, Chip, Mark, Offer, Panel, Params } from '../../contract/system.ts';
import type { ClientLocal } from './client.ts';
import type { Body } from './protocol.ts';
import { actorName, KEY, MARKER } from './protocol.ts';
import type { CacheLocal } from './servers.ts';
import type { W } from './step.ts';
import { deliveryOf, replyLabel, requestLabel, settingOf } from './step.ts';
import type { Local, Topology } from './topology.ts';

export function mark(before: W, action: WorldAction, after: W, params: Params): Mark {
  const { topology } = settingOf(params);
  const chips = changedChips(before, after, params);
  const delivery = deliveryOf(topology, before, action);
  if (!delivery || action.kind === 'resend')
    return { heading: [text(`act.${action.kind}`)], arrows: [], chips };
  const { envelope, reply } = delivery;
  const label = requestLabel(before, envelope);
  if (action.kind !== 'deliver') {
    const kind = action.kind === 'drop' ? 'lost' : 'message';
    return { heading: [text(`act.${action.kind}`), label], arrows: [arrow(envelope, label, kind)], chips };
  }
  if (envelope.replyTo) return { heading: [label], arrows: [arrow(envelope, label, 'reply')], chips };
  const request = arrow(envelope, label, reply ? 'request' : 'message');
  if (!reply || params.grain === 'message') return { heading: [label], arrows: [request], chips };
  const back = replyLabel(reply, envelope.id);
  const answer: Arrow = { from: envelope.to, to: envelope.from, label: back, kind: 'reply' };
  // With one exchange a step nothing is in flight between steps: the request starts in its own column.
  return { heading: [label, back], arrows: [withoutId(request), answer], chips };
}

const withoutId = ({ id: _id, ...rest }: Arrow): Arrow => rest;

const arrow = ({ id, from, to }: Envelope<Body>, label: Text, kind: Arrow['kind']): Arrow => ({
  id,
  from,
  to,
  label,
  kind,
});

/** The value shown beside each lane. */
export function chips(world: W, params: Params): readonly Chip[] {
  const { topology } = settingOf(params);
  return topology.lanes.flatMap((id) => chipOf(world, id, topology) ?? []);
}

function chipOf(world: W, id: string, topology: Topology): Chip | null {
  const local = world.locals[id];
  if (!local) return null;
  switch (local.kind) {
    case 'client':
      return { actor: id, text: clientChip(local) };
    case 'database':
      return { actor: id, text: text('chip.value', { value: local.value }) };
    case 'cache': {
      const database = behind(world, id, topology);
      const value = Number(local.server.items[KEY]?.value || Number.NaN);
      const old = database?.kind === 'database' && value < database.value;
      return { actor: id, text: cacheChip(local), ...(old ? { tone: 'bad' as const } : {}) };
    }
    default:
      return unreachable(local, 'chips');
  }
}

/** The database that a cache stands before. */
function behind(world: W, cache: string, topology: Topology): Local | undefined {
  for (const pair of topology.pairs) if (pair.cache === cache) return world.locals[pair.database];
  return undefined;
}

function clientChip(local: ClientLocal): Text {
  if (local.phase === 'told') return text('chip.told');
  if (local.held !== undefined && local.phase === 'fill') return text('chip.holds', { value: local.held });
  if (local.token !== undefined) return text('chip.token', { token: local.token });
  return text('chip.none');
}

function cacheChip({ server }: CacheLocal): Text {
  const marker = server.items[MARKER];
  if (marker) return text('chip.marker');
  const item = server.items[KEY];
  if (!item) return text('chip.empty');
  if (item.flags === 1) return text('chip.hold-off');
  if (item.value === '') return text('chip.lease', { token: item.cas });
  return text(item.stale ? 'chip.stale' : 'chip.value', { value: item.value });
}

/** Most steps touch two lanes: only those whose actor (or the database behind a cache) changed are drawn again. */
function changedChips(before: W, after: W, params: Params): readonly Chip[] {
  const { topology } = settingOf(params);
  const changed: Chip[] = [];
  for (const id of topology.lanes) {
    const same =
      before.locals[id] === after.locals[id] && behind(before, id, topology) === behind(after, id, topology);
    const chip = same ? null : chipOf(after, id, topology);
    if (chip && JSON.stringify(chip) !== JSON.stringify(chipOf(before, id, topology))) changed.push(chip);
  }
  return changed;
}

export function offer(world: W, action: WorldAction, params: Params): Offer {
  const { topology } = settingOf(params);
  const delivery = deliveryOf(topology, world, action);
  const who = actorName(action.actor);
  if (!delivery) {
    const fault = action.kind === 'crash' || action.kind === 'evict marker';
    const heading = text(`act.${action.kind}`);
    const local = world.locals[action.actor];
    const through = action.kind === 'begin' && local?.kind === 'client' && local.phase === 'idle';
    return {
      label: text(through ? 'do.finished' : `do.${action.kind}`, { who }),
      arrows: [],
      heading,
      group: fault ? 'fault' : 'step',
    };
  }
  const { envelope } = delivery;
  const label = requestLabel(world, envelope);
  const to = actorName(envelope.to);
  if (action.kind !== 'deliver') {
    const args = { who: actorName(envelope.from), label, to };
    return { label: text(`do.${action.kind}`, args), arrows: [], heading: label, group: 'fault' };
  }
  const local = world.locals[envelope.from];
  const note = local?.kind === 'client' ? clientNote(local) : undefined;
  const verb = envelope.replyTo ? 'do.reply' : params.grain === 'message' ? 'do.arrive' : `do.${label.key}`;
  const message = arrow(envelope, label, envelope.replyTo ? 'reply' : 'message');
  return {
    label: text(verb, { ...label.args, who, label, to }),
    ...(note && !envelope.replyTo ? { note } : {}),
    // With one exchange a step nothing has been sent before the step that exchanges it.
    arrows: [params.grain === 'message' ? message : withoutId(message)],
    heading: label,
    group: 'step',
  };
}

/** Why now. */
function clientNote(local: ClientLocal): Text | undefined {
  switch (local.phase) {
    case 'fill':
      return text(local.warm ? 'note.warm' : 'note.read', { value: local.held ?? '' });
    case 'read':
      return local.loser ? text('note.loser') : local.marked ? text('note.marked') : text('note.missed');
    case 'get-warm':
    case 'get-marker':
      return text('note.missed');
    case 'delete':
    case 'delete-again':
    case 'update':
      return local.wrote === undefined
        ? text('note.before-write')
        : text('note.wrote', { value: local.wrote });
    default:
      return undefined;
  }
}

export function inspect(world: W, params: Params): readonly Panel[] {
  const { topology } = settingOf(params);
  return topology.lanes.flatMap((actor): Panel[] => {
    const local = world.locals[actor];
    if (!local)
      return [
        {
          actor,
          rows: [row('pending', text('n', { n: world.net.filter(({ from }) => from === actor).length }))],
        },
      ];
    switch (local.kind) {
      case 'database':
        return [
          {
            actor,
            rows: [row('k', text('n', { n: local.value })), row('log', text('n', { n: local.value - 1 }))],
          },
        ];
      case 'cache':
        return [{ actor, rows: cacheRows(local) }];
      case 'client':
        return [{ actor, rows: clientRows(world, actor, local) }];
      default:
        return unreachable(local, 'inspect');
    }
  });
}

const row = (id: string, value: Text) => ({ id, label: text(`row.${id}`), value });

function cacheRows(local: CacheLocal) {
  const item = local.server.items[KEY];
  const rows = [
    row('k', cacheChip({ ...local, server: { ...local.server, items: item ? { [KEY]: item } : {} } })),
  ];
  if (item?.tokenSent) rows.push(row('lease', text('n', { n: item.cas })));
  if (local.server.items[MARKER]) rows.push(row('marker', text('row.yes')));
  rows.push(row('cas', text('n', { n: local.server.cas })));
  return rows;
}

function clientRows(world: W, id: string, local: ClientLocal) {
  const rows = [
    row(
      'doing',
      world.down.includes(id) ? text('phase.down') : text(`phase.${local.fresh ? 'idle' : local.phase}`),
    ),
  ];
  const optional = (name: string, n: number | undefined): void => {
    if (n !== undefined) rows.push(row(name, text('n', { n })));
  };
  optional('token', local.token);
  optional('held', local.held);
  optional('value', local.value);
  optional('wrote', local.wrote);
  rows.push(row('op', text('n', { n: local.op })));
  return rows;
}
