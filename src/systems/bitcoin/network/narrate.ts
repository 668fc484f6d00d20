// The sentence of a step, why it is so, and where the paper says it.

import type { WorldAction } from '../../../actors/world.ts';
import { grouped } from '../../../base/numbers.ts';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params, Story } from '../../../contract/system.ts';
import { MOST_MONEY } from '../consensus/subsidy.ts';
import { satoshi } from '../satoshi.ts';
import { bestChain, blockOf, chainTo, hasBlock } from './chain.ts';
import { plannedRoot } from './find.ts';
import { paymentOf } from './marks.ts';
import { oddsText } from './odds.ts';
import { coinsText, DOUBLE, PAID, planOf, transactionOf, WRAPPED, WRAPPING } from './payments.ts';
import type { Version } from './settings.ts';
import { INTERVAL_S, MERCHANT, networkSettings } from './settings.ts';
import type { Network, Node } from './state.ts';
import { GENESIS } from './state.ts';
import { bodyText, envelopeIn, listed, movedBetween, nodeIn, shortHash } from './step.ts';
import { bitsOf, triesAt } from './targets.ts';
import { paysWhatIsThere, refusedIn, sizeOfBlock } from './versions.ts';

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
    case 'renew':
      return renewed(before, after, who, params);
    case 'overflow':
      return story('overflow', { who, payment: WRAPPED }, '2', text('why.overflow'));
    case 'pay':
      if (paymentOf(action.of)) return paysOne(who, paymentOf(action.of) ?? '');
      return story(
        'pay',
        paid(who, PAID),
        '2',
        attackOf(params) === 'finney' ? text('why.pay.finney', { who }) : text('why.pay'),
      );
    case 'double': {
      const key = attackOf(params) === 'race' ? 'double.race' : 'double';
      const args = { who, payment: DOUBLE, other: PAID, merchant: MERCHANT };
      return story(key, args, '2', text(`why.${key}`));
    }
    case 'cut':
    case 'heal':
      return cutOrHealed(kind, action.of);
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

const attackOf = (params: Params): string => networkSettings(params).attack;

const cutOrHealed = (kind: string, of: string): Story => {
  const what = of === 'eclipse' ? `${kind}.eclipse` : kind;
  return story(what, {}, '5', text(`why.${what}`));
};

const paysOne = (who: string, payment: string): Story =>
  story('pay.many', paid(who, payment), '2', text('why.pay.many'));

const paid = (who: string, payment: string): Args => ({
  who,
  to: MERCHANT,
  payment,
  coins: coinsText(Number(transactionOf(payment).outputs[0]?.value ?? 0n)),
  fee: grouped(planOf(payment).fee),
});

/** Another set of payments is another Merkle root, so that every hash from here on is another. */
function renewed(before: Network, after: Network, who: string, params: Params): Story {
  const { chain } = networkSettings(params);
  const [was, is] = [nodeIn(before, who), nodeIn(after, who)];
  const chosen = is.chosen ?? [];
  const rest = is.pool.filter((payment) => !chosen.includes(payment));
  const roots = { was: shortHash(plannedRoot(who, was, chain)), is: shortHash(plannedRoot(who, is, chain)) };
  const key = rest.length > 0 ? 'renew.full' : 'renew';
  return story(key, { who, payments: listed(chosen), rest: listed(rest) }, '5', text('why.renew', roots));
}

/** What this node's version of the rules says against what it was sent. */
function refusal(
  before: Network,
  who: string,
  from: string,
  block: string,
  params: Params,
): Text | undefined {
  const version = networkSettings(params).versions[who] as Version;
  const sender = nodeIn(before, from);
  if (!hasBlock(sender, block)) return undefined;
  const found = refusedIn(chainTo(sender, block), version);
  if (!found) return undefined;
  const { most, over } = version;
  return text(`why.refused.${found.fault}`, {
    who,
    block: found.block.name,
    bytes: sizeOfBlock(found.block),
    most: most === Number.POSITIVE_INFINITY ? '' : most,
    over,
    payment: WRAPPED,
    late: found.block.time - blockOf(sender, found.block.parent ?? GENESIS).time,
    least: INTERVAL_S,
    ...amounts,
  });
}

/** Satoshi of an output of V, and the most that one may have. */
const amounts: Args = { got: satoshi(String(WRAPPING)), want: grouped(MOST_MONEY) };

function found(after: Network, who: string, { of }: WorldAction): Story {
  const node = nodeIn(after, who);
  const block = blockOf(node, node.tip);
  const { name, parent, height, payments, nonce, hash } = block;
  const key = of.endsWith('.early') ? 'find.early' : payments.length === 0 ? 'find' : 'find.paying';
  const args = { who, block: name, parent: parent ?? '', height, payments: listed(payments) };
  const was = parent === null ? block : blockOf(node, parent);
  const why = bitsOf(was) === bitsOf(block) ? 'why.find' : 'why.find.anew';
  const hashes = Math.round(triesAt(bitsOf(block)));
  return story(key, args, '4', text(why, { tries: nonce + 1, hash: shortHash(hash), hashes }));
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
    if (asks || knows) return story(asks ? 'asks' : 'known', { who, from, block }, '5');
    return story('refused', { who, from, block }, '5', refusal(before, who, from, block, params));
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
  return story(knows ? 'knows' : 'spent', args, '5', knows ? undefined : whyNot(was, who, payment, params));
}

function whyNot(node: Node, who: string, payment: string, params: Params): Text {
  const { versions, chain } = networkSettings(params);
  if (!paysWhatIsThere(payment, versions[who] as Version)) return text('why.amount', { payment, ...amounts });
  const age = blockOf(node, node.tip).height + 1;
  const { maturity } = chain;
  if (age < maturity) return text('why.young', { age, maturity });
  const coin = planOf(payment).spends;
  const rivals = (payments: readonly string[]): string =>
    payments.find((other) => planOf(other).spends === coin) ?? '';
  const waiting = rivals(node.pool);
  return waiting
    ? text('why.waits', { who, other: waiting })
    : text('why.spent', { who, coin, other: rivals(bestChain(node).flatMap((block) => block.payments)) });
}

/** In this step the merchant had what it waited for. */
function acceptedWhy(before: Network, after: Network, { z, share }: Params): Text | undefined {
  const isNow = nodeIn(after, MERCHANT).accepted && !nodeIn(before, MERCHANT).accepted;
  return isNow
    ? text(z === 0 ? 'why.accepted.0' : 'why.accepted', {
        who: MERCHANT,
        payment: PAID,
        z: Number(z),
        share: Number(share),
        odds: oddsText(Number(share), Number(z)),
      })
    : undefined;
}
