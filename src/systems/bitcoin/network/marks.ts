// What a step leaves on the lanes, what could come next there, and what the inspector shows of each node.

import type { Envelope } from '../../../actors/envelope.ts';
import type { WorldAction } from '../../../actors/world.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Arrow, Chip, Mark, Offer, Panel, Params } from '../../../contract/system.ts';
import { blockOf } from './chain.ts';
import { balancesOf, coinsText } from './payments.ts';
import { networkSettings } from './settings.ts';
import type { Body, Network, Node } from './state.ts';
import { bodyText, envelopeIn, listed, nodeIn, shortHash } from './step.ts';

export function mark(before: Network, action: WorldAction, after: Network, params: Params): Mark {
  const changed = networkSettings(params)
    .nodes.filter((actor) => isOther(nodeIn(before, actor), nodeIn(after, actor)))
    .map((actor) => chipOf(after, actor));
  const envelope = envelopeIn(before, action);
  if (!envelope) return { heading: [actText(action)], arrows: [], chips: changed };
  const label = bodyText(envelope.body);
  const arrows = [arrowOf(envelope)];
  return {
    heading: action.kind === 'drop' ? [text('act.drop'), label] : [label],
    arrows: action.kind === 'drop' ? arrows.map((one) => ({ ...one, kind: 'lost' })) : arrows,
    chips: changed,
  };
}

const arrowOf = ({ id, from, to, body }: Envelope<Body>): Arrow => ({
  id,
  from,
  to,
  label: bodyText(body),
  kind: 'message',
});

/** "find A2" over the column. */
function actText({ kind, actor, of }: WorldAction): Text {
  if (kind !== 'find') return text(`act.${kind}`);
  const [, number = '', early] = of.split('.');
  return text(early ? 'act.find.early' : 'act.find', { block: `${actor}${number}` });
}

/** The tip of each node, and what waits there. */
export const chips = (world: Network, params: Params): readonly Chip[] =>
  networkSettings(params).nodes.map((actor) => chipOf(world, actor));

function chipOf(world: Network, actor: string): Chip {
  const { tip, pool } = nodeIn(world, actor);
  const args = { tip, pool: listed(pool) };
  return { actor, text: text(pool.length > 0 ? 'chip.tip.pool' : 'chip.tip', args) };
}

/** Its chip says something else. */
const isOther = (before: Node, after: Node): boolean =>
  before !== after && (before.tip !== after.tip || before.pool.join(' ') !== after.pool.join(' '));

export function offer(world: Network, action: WorldAction, params: Params): Offer {
  const { kind, actor } = action;
  const heading = actText(action);
  const envelope = envelopeIn(world, action);
  if (envelope) {
    const { from, to, body } = envelope;
    const label = bodyText(body);
    const arrows = [arrowOf(envelope)];
    return kind === 'drop'
      ? { label: text('do.drop', { label, from, to }), arrows: [], heading, group: 'fault' }
      : { label: text('do.arrive', { label, from, to }), arrows, heading: label, group: 'step' };
  }
  if (kind !== 'find') {
    const group = kind === 'cut' || kind === 'heal' ? 'fault' : 'step';
    return { label: text(`do.${kind}`, { who: actor }), arrows: [], heading, group };
  }
  const { tip, pool, found } = nodeIn(world, actor);
  const key = action.of.endsWith('.early') ? 'do.find.early' : 'do.find';
  const share = networkSettings(params).share[actor] ?? 0;
  return {
    label: text(key, { who: actor, block: `${actor}${found + 1}`, tip }),
    note: text('note.find', { share: Math.round(share), payments: listed(pool) }),
    arrows: [],
    heading,
    group: 'step',
  };
}

const row = (id: string, value: Text) => ({ id, label: text(`row.${id}`), value });
const mono = (value: string | number): Text => text('mono', { value });

export function inspect(world: Network, params: Params): readonly Panel[] {
  return networkSettings(params).nodes.map((actor) => {
    const node = nodeIn(world, actor);
    const { kept, tip, pool } = node;
    const last = blockOf(node, tip);
    const balance = balancesOf(node).get(actor) ?? 0;
    return {
      actor,
      rows: [
        row('tip', mono(tip)),
        row('height', mono(last.height)),
        row('hash', mono(shortHash(last.hash))),
        row('blocks', mono(kept.length)),
        row('pool', typeof listed(pool) === 'string' ? mono(pool.join(' ')) : text('none')),
        row('balance', text('row.coins', { coins: coinsText(balance) })),
      ],
    };
  });
}
