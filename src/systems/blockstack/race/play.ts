// The race for a name as it is played: who sends what, what the miner makes of it, and how that reads.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Chip, Panel, Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Came, Deed, Play } from '../../bitcoin/play.ts';
import { actorName, row } from '../../bitcoin/play.ts';
import { BY_LENGTH } from '../virtualchain/price.ts';
import { LIKELY } from './dictionary.ts';
import { mined, minerScene } from './miner-scene.ts';
import { raceProperties } from './properties.ts';
import type { Race, RaceAction } from './race.ts';
import {
  enabled,
  feesOf,
  heightOf,
  isGriefed,
  next,
  nextFee,
  ownerOf,
  settingsOf,
  start,
  verdictOf,
  wasSent,
} from './race.ts';
import type { TxId } from './transactions.ts';
import { feeOf, hashOf, inShort, isRegister, senderOf, TX_IDS, termsOf, txOf } from './transactions.ts';

/** In a sentence (`tx`), or over a column (`act`). A register alone says no fee. */
function label(of: 'tx' | 'act', txs: readonly TxId[], { name }: Params): Text {
  const fee = inShort(feeOf(String(name)));
  return text(`${of}.${txs.join('-')}`, txs.every(isRegister) ? {} : { fee });
}

function deed(race: Race, action: Action, params: Params): Deed {
  const { kind, txs, actor } = action as RaceAction;
  if (kind === 'bump') {
    const fee = inShort(nextFee(race));
    return { from: actor, to: 'M', label: text('tx.bump', { fee }), args: { who: actorName(actor), fee } };
  }
  const what = label('tx', txs, params);
  if (kind === 'send') {
    const who = senderOf(txs[0] as TxId);
    return {
      from: who,
      to: 'M',
      label: label('act', txs, params),
      args: { who: actorName(who), what, name: `${params.name}.id` },
    };
  }
  const height = race.blocks.length + 1;
  const blocks = settingsOf(params).atOnce;
  const list =
    txs.length === 0 ? text('mine.nothing', { blocks }) : listOf(txs.map((id) => text(`row.tx.${id}`)));
  return { from: 'M', to: 'N', label: text('act.block', { height }), args: { height, list } };
}

const listOf = (texts: readonly Text[]): Text => {
  const [a, b] = texts;
  return a && b ? text('list.two', { a, b }) : (a ?? text('none'));
};

function came(before: Race, action: Action, after: Race, params: Params): Came {
  const { kind, txs } = action as RaceAction;
  if (kind !== 'mine') {
    const why = guessText(before, txs, params) ?? priceText(txs, params);
    return { ending: 'sent', answer: null, source: '20.8', ...(why ? { why } : {}) };
  }
  if (txs.length === 0) return { ending: 'empty', answer: null, source: '20.8' };
  const verdicts = after.blocks.at(-1)?.verdicts ?? [];
  const each = txs.map((id, at) => mined(text(`row.tx.${id}`), verdicts[at] ?? null));
  const refused = verdicts.find((one) => one !== null);
  return {
    ending: 'block',
    answer: refused ? text(`refused.${refused}`) : text('rep.counts'),
    ...(refused ? { why: text(`why.${refused}`) } : {}),
    source: params.register === 'one-step' ? '20.5' : '20.8',
    args: { list: listOf(each) },
  };
}

/** Satoshi that are gone, of one who takes part. */
function burntBy(race: Race, who: 'V' | 'T', params: Params): number {
  const { rules, name } = settingsOf(params);
  return TX_IDS.filter((id) => senderOf(id) === who && heightOf(race, id) !== null).reduce(
    (sum, id) => sum + txOf(id, rules.register, name).burnt,
    0,
  );
}

/** How the price of the name comes about, where V pays it. */
function priceText(sent: readonly TxId[], { name, register }: Params): Text | null {
  if (!sent.includes(register === 'one-step' ? 'RV' : 'PV')) return null;
  const { bucket, discount } = termsOf(String(name));
  const { coeff, base } = BY_LENGTH;
  const power = '⁰¹²³⁴⁵⁶'.charAt(bucket);
  return text(`why.price.${discount.kind}`, { name: `${name}.id`, coeff, base, power, by: discount.by });
}

/** What T's dictionary says of the hash that V has sent: in vain at once, and where T makes use of it. */
function guessText(before: Race, sent: readonly TxId[], params: Params): Text | null {
  const { guess, name, rules } = settingsOf(params);
  if (!guess || wasSent(before, 'RV')) return null;
  const used = guess.found === null ? sent.includes('PV') : sent.includes('PT') || sent.includes('CT');
  if (!used) return null;
  const hash = hashOf(name, 'V', rules.register).slice(0, 8);
  const args = { tried: guess.tried, all: LIKELY.length, hash, name: guess.found ?? '' };
  return text(guess.found === null ? 'why.unguessed' : 'why.guessed', args);
}

const guessRows = (race: Race, params: Params): readonly Panel['rows'][number][] => {
  const { guess } = settingsOf(params);
  const used = guess?.found === null ? 'PV' : params.register === 'hash' ? 'CT' : 'PT';
  if (!guess || !wasSent(race, used)) return [];
  const { tried, found } = guess;
  return [row('tried', tried), row('guess', found === null ? text('none') : text('n', { n: found }))];
};

const ownerText = (race: Race): Text => {
  const owner = ownerOf(race);
  return owner === null ? text('nobody') : actorName(owner);
};

const chips = (race: Race, params: Params): readonly Chip[] => {
  const owner = ownerOf(race);
  return [
    ...(['V', 'T'] as const).map(
      (actor): Chip => ({ actor, text: text('chip.burnt', { n: inShort(burntBy(race, actor, params)) }) }),
    ),
    ...(params.order === 'fee'
      ? [{ actor: 'M', text: text('chip.fees', { n: inShort(feesOf(race)) }) }]
      : []),
    { actor: 'N', text: ownerText(race), ...(owner === 'T' ? { tone: 'bad' as const } : {}) },
  ];
};

function ending(params: Params, race: Race): Text {
  const owner = ownerOf(race);
  const [v, t] = (['V', 'T'] as const).map((who) => inShort(burntBy(race, who, params)));
  const args = { name: `${params.name}.id`, v: v ?? '', t: t ?? '' };
  const { guess } = settingsOf(params);
  const used = guess && (owner === 'T' ? guess.found === args.name : wasSent(race, 'PV'));
  if (owner !== null && used && (guess.found === null) === (owner === 'V'))
    return text(owner === 'V' ? 'race.end.V-hidden' : 'race.end.T-guessed', {
      ...args,
      tried: guess.tried,
      all: LIKELY.length,
    });
  if (owner !== null) {
    const late = TX_IDS.filter((id) => senderOf(id) !== owner && wasSent(race, id));
    const how = late.length === 0 ? '-alone' : late.every((id) => race.waiting.includes(id)) ? '-first' : '';
    return text(`race.end.${owner}${how}`, args);
  }
  if (!isGriefed(race)) return text('race.end.open', args);
  return text('race.end.griefed', { ...args, why: text(`refused.${verdictOf(race, 'RV') ?? 'owned'}`) });
}

/** What belongs to the question and this run does not show. */
function besideOf(params: Params, race: Race): readonly Text[] {
  if (params.order === 'fee' || settingsOf(params).guess) return [];
  const copied = isGriefed(race) && wasSent(race, 'CT') && params.reveal === 'blind';
  return [text(copied ? 'beside.copy' : 'beside.fees')];
}

export const racePlay: Play<Race> = {
  words: ['system', 'race'],
  lanes: () => ['V', 'T', 'M', 'N'],
  init: () => start,
  enabled: (race, params) => enabled(race, settingsOf(params)),
  next: (race, action, params) => next(race, action as RaceAction, settingsOf(params)),
  properties: (params) => raceProperties(settingsOf(params)),
  deed,
  came,
  chips,
  rows: (race, params) => [
    ...(['V', 'T'] as const).map((actor) => ({
      actor,
      rows: [
        row('burnt', text('sat', { n: inShort(burntBy(race, actor, params)) })),
        ...(actor === 'T' ? guessRows(race, params) : []),
      ],
    })),
    { actor: 'M', rows: [row('waiting', race.waiting.length)] },
    { actor: 'N', rows: [row('height', race.blocks.length), row('owner', ownerText(race))] },
  ],
  ending: (params, { state }) => ({
    said: ending(params, state),
    beside: besideOf(params, state),
    facts: [
      { id: 'owner', text: text('fact.owner', { who: ownerText(state) }) },
      ...(['V', 'T'] as const).map((who) => ({
        id: `burnt.${who}`,
        text: text('fact.burnt', { who: actorName(who), n: inShort(burntBy(state, who, params)) }),
      })),
      ...(params.order === 'fee'
        ? [{ id: 'fees', text: text('fact.fees', { n: inShort(feesOf(state)) }) }]
        : []),
      ...(isGriefed(state)
        ? [{ id: 'refused', text: text('fact.refused', { why: text(`refused.${verdictOf(state, 'RV')}`) }) }]
        : []),
    ],
  }),
  scene: (kind, race, params, seenBy) => (kind === 'miner' ? minerScene(race, params, seenBy) : null),
  // What waits, and in which order it was sent, is nothing to the rules: a node judges what stands in blocks.
  eyes: {
    of: () => ['N'],
    knows: ({ blocks }) => blocks,
    tells: (property) => property === 'no-late-register',
  },
};
