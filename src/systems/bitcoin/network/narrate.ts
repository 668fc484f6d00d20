// The sentence of a step, why it is so, and where the paper says it.

import type { WorldAction } from '../../../actors/world.ts';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params, Story } from '../../../contract/system.ts';
import { blockOf, hasBlock } from './chain.ts';
import { DOUBLE, PAID } from './payments.ts';
import { MERCHANT } from './settings.ts';
import type { Network } from './state.ts';
import { bodyText, envelopeIn, listed, movedBetween, nodeIn, shortHash } from './step.ts';

type Args = Readonly<Record<string, TextArg>>;

const story = (key: string, args: Args, source: string, why?: Text): Story => ({
  sentence: text(`say.${key}`, args),
  source,
  ...(why ? { why } : {}),
});

export function narrate(before: Network, action: WorldAction, after: Network, params: Params): Story {
  const { kind, actor: who } = action;
  switch (kind) {
    case 'find':
      return found(after, who, action);
    case 'pay':
      return story('pay', { who, to: MERCHANT, payment: PAID }, '2', text('why.pay'));
    case 'double':
      return story('double', { who, payment: DOUBLE, other: PAID }, '2', text('why.double'));
    case 'cut':
    case 'heal':
      return story(kind, {}, '5', text(`why.${kind}`));
    case 'drop': {
      const envelope = envelopeIn(before, action);
      const label = envelope ? bodyText(envelope.body) : '';
      return story(
        'drop',
        { label, from: envelope?.from ?? '', to: envelope?.to ?? '' },
        '5',
        text('why.drop'),
      );
    }
    default:
      return heard(before, action, after, params);
  }
}

function found(after: Network, who: string, { of }: WorldAction): Story {
  const node = nodeIn(after, who);
  const block = blockOf(node, node.tip);
  const { name, parent, height, payments, nonce, hash } = block;
  const key = of.endsWith('.early') ? 'find.early' : payments.length === 0 ? 'find' : 'find.paying';
  const args = { who, block: name, parent: parent ?? '', height, payments: listed(payments) };
  return story(key, args, '4', text('why.find', { tries: nonce + 1, hash: shortHash(hash) }));
}

function heard(before: Network, action: WorldAction, after: Network, params: Params): Story {
  const envelope = envelopeIn(before, action);
  if (!envelope) return story('nothing', {}, '5');
  const { from, to: who, body } = envelope;
  if (body.kind === 'tx') return heardPayment(before, after, who, from, body.payment, params);
  const [was, is] = [nodeIn(before, who), nodeIn(after, who)];
  const { got, left, came, dropped, again } = movedBetween(was, is);
  if (body.kind === 'getdata') return story('getdata', { who, from, block: body.block }, '5');
  const block = body.kind === 'inv' ? body.block : (body.blocks.at(-1)?.name ?? '');
  if (got.length === 0) {
    const knows = hasBlock(was, block);
    const asks = body.kind === 'inv' && !knows && params.grain === 'message';
    return story(asks ? 'asks' : knows ? 'known' : 'refused', { who, from, block }, '5');
  }
  const args: Args = {
    who,
    from,
    blocks: listed(got.map(({ name }) => name)),
    block,
    tip: is.tip,
    kept: was.tip,
    height: blockOf(is, is.tip).height,
    left: listed(left.map(({ name }) => name)),
    came: listed(came.map(({ name }) => name)),
  };
  if (came.length === 0) return story('alike', args, '5', text('why.alike'));
  if (left.length === 0) return story('extends', args, '5', acceptedWhy(before, after, params));
  const why =
    dropped.length > 0
      ? text('why.replaced', { payments: listed(dropped), other: DOUBLE })
      : again.length > 0
        ? text('why.again', { payments: listed(again) })
        : text('why.reorg');
  return story('reorg', args, '5', why);
}

function heardPayment(
  before: Network,
  after: Network,
  who: string,
  from: string,
  payment: string,
  params: Params,
): Story {
  const [was, is] = [nodeIn(before, who), nodeIn(after, who)];
  const args = { who, from, payment };
  if (is.pool.includes(payment) && !was.pool.includes(payment))
    return story('takes', args, '5', acceptedWhy(before, after, params) ?? text('why.takes', { who }));
  const knows = was.pool.includes(payment) || was.coins.includes(`${payment}.0`);
  return story(knows ? 'knows' : 'spent', args, '5', knows ? undefined : text('why.spent'));
}

/** In this step the merchant had what it waited for. */
function acceptedWhy(before: Network, after: Network, { z }: Params): Text | undefined {
  const isNow = nodeIn(after, MERCHANT).accepted && !nodeIn(before, MERCHANT).accepted;
  return isNow
    ? text(z === 0 ? 'why.accepted.0' : 'why.accepted', { who: MERCHANT, payment: PAID, z: Number(z) })
    : undefined;
}
