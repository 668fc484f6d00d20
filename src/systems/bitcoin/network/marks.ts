// What a step leaves on the lanes, what could come next there, and what the inspector shows of each node.

import type { Envelope } from '../../../actors/envelope.ts';
import type { WorldAction } from '../../../actors/world.ts';
import { grouped } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Arrow, Chip, Mark, Offer, Panel, Params } from '../../../contract/system.ts';
import { bestChain, blockOf, confirmations, workTo } from './chain.ts';
import { plannedRoot } from './find.ts';
import { balancesOf, bytesOf, coinsText, MANY, PAID, planOf } from './payments.ts';
import type { NetworkSettings } from './settings.ts';
import { networkSettings } from './settings.ts';
import type { Body, Network, Node } from './state.ts';
import { bodyText, envelopeIn, listed, nodeIn, shortHash } from './step.ts';

export function mark(before: Network, action: WorldAction, after: Network, params: Params): Mark {
  const changed = networkSettings(params)
    .nodes.filter((actor) => isOther(nodeIn(before, actor), nodeIn(after, actor)))
    .map((actor) => chipOf(after, actor));
  const envelope = envelopeIn(before, action);
  if (!envelope) return { heading: [actText(action, after)], arrows: [], chips: changed };
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
function actText({ kind, actor, of }: WorldAction, after?: Network): Text {
  const one = paymentOf(of);
  if (one) return text('act.pay.many', { payment: one });
  if (kind === 'renew' && after)
    return text('act.renew.taken', { payments: listed(nodeIn(after, actor).chosen ?? []) });
  if (kind !== 'find') return text(`act.${kind}`);
  const [, number = '', early] = of.split('.');
  return text(early ? 'act.find.early' : 'act.find', { block: `${actor}${number}` });
}

/** Of one who pays with many: which. */
export const paymentOf = (of: string): string | null =>
  MANY.find((payment) => of === `pay.${payment}`) ?? null;

/** The tip of each node, and what waits there; of a miner that chooses, what it works on stands in brackets. */
export const chips = (world: Network, params: Params): readonly Chip[] =>
  networkSettings(params).nodes.map((actor) => chipOf(world, actor));

function chipOf(world: Network, actor: string): Chip {
  const { tip, pool, chosen = [] } = nodeIn(world, actor);
  const rest = pool.filter((payment) => !chosen.includes(payment));
  const waits = [...(chosen.length > 0 ? [`[${chosen.join(' ')}]`] : []), ...rest];
  const args = { tip, pool: listed(waits) };
  return { actor, text: text(pool.length > 0 ? 'chip.tip.pool' : 'chip.tip', args) };
}

/** Its chip says something else. */
const isOther = (before: Node, after: Node): boolean =>
  before !== after &&
  (before.tip !== after.tip ||
    before.pool.join(' ') !== after.pool.join(' ') ||
    before.chosen?.join(' ') !== after.chosen?.join(' '));

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
  const one = paymentOf(action.of);
  if (one) {
    const label = text('do.pay.many', { who: actor, payment: one, fee: grouped(planOf(one).fee) });
    return { label, arrows: [], heading, group: 'step' };
  }
  if (kind !== 'find') {
    const group = kind === 'cut' || kind === 'heal' ? 'fault' : 'step';
    const what = action.of === 'eclipse' ? `${kind}.eclipse` : kind;
    return { label: text(`do.${what}`, { who: actor }), arrows: [], heading, group };
  }
  const { tip, pool, chosen = pool, found } = nodeIn(world, actor);
  const key = action.of.endsWith('.early') ? 'do.find.early' : 'do.find';
  const share = networkSettings(params).share[actor] ?? 0;
  return {
    label: text(key, { who: actor, block: `${actor}${found + 1}`, tip }),
    note: text('note.find', { share: Math.round(share), payments: listed(chosen) }),
    arrows: [],
    heading,
    group: 'step',
  };
}

const row = (id: string, value: Text) => ({ id, label: text(`row.${id}`), value });
const mono = (value: string | number): Text => text('mono', { value });

/** What a miner that chooses works on, and the rules of a node, where there are two versions. */
function further(s: NetworkSettings, actor: string, node: Node): Panel['rows'] {
  const { chosen } = node;
  const height = bestChain(node).length;
  return [
    ...(chosen
      ? [
          row('chosen', chosen.length > 0 ? mono(chosen.join(' ')) : text('none')),
          row('root', mono(shortHash(plannedRoot(actor, node, s.chain)))),
          row('size', text('row.bytes', { bytes: bytesOf(actor, height, chosen) })),
        ]
      : []),
    ...(s.versioned ? [row('version', versionText(s, actor))] : []),
  ];
}

/** Which version of the rules it runs, and what these say. */
export function versionText({ versions, upgraded }: NetworkSettings, actor: string): Text {
  const { most = 0, over = 0, wraps = false } = versions[actor] ?? {};
  const isNew = upgraded.includes(actor);
  if (most === Number.POSITIVE_INFINITY) return text(wraps ? 'version.wraps' : 'version.mended');
  return text(over > 0 ? 'version.over' : isNew ? 'version.new' : 'version.old', { most, over });
}

export function inspect(world: Network, params: Params): readonly Panel[] {
  const s = networkSettings(params);
  return s.nodes.map((actor) => {
    const node = nodeIn(world, actor);
    const { kept, tip, pool } = node;
    const last = blockOf(node, tip);
    const balance = balancesOf(node).get(actor) ?? 0;
    return {
      actor,
      rows: [
        row('tip', mono(tip)),
        row('height', mono(last.height)),
        row('work', text('row.hashes', { n: grouped(workTo(node, tip)) })),
        row('hash', mono(shortHash(last.hash))),
        row('blocks', mono(kept.length)),
        row('pool', typeof listed(pool) === 'string' ? mono(pool.join(' ')) : text('none')),
        ...(s.payments ? [row('confirmed', mono(confirmations(bestChain(node), PAID)))] : []),
        row('balance', mono(coinsText(balance))),
        ...further(s, actor, node),
      ],
    };
  });
}
