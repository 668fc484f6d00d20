// Lecture 19.5: coins instead of work. A draw by stake says who makes the block of a slot; a committee of all signs what it
// holds for right, and a block that two thirds of the stake have signed is final (Buterin and Griffith 2017). A signature
// costs nothing: two blocks of one slot may be signed as easily as one. Where stake is burned for it, that is different.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../../base/bytes.ts';
import { about, grouped } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import { workOf } from '../consensus/target.ts';
import { overtakes } from '../network/odds.ts';
import type { Came, Deed, Play } from '../play.ts';
import { row } from '../play.ts';
import { provesTwo, shortSignature } from './head.ts';

const ATTACKER = 'A';
const OTHERS = ['V1', 'V2', 'V3'] as const;
const ALL = [...OTHERS, ATTACKER] as const;
type Validator = (typeof ALL)[number];
/** How the others share what A does not have: 4 to 3 to 2. */
const PARTS: Readonly<Record<(typeof OTHERS)[number], number>> = { V1: 4, V2: 3, V3: 2 };

/** The two blocks that A may make of its slot: Z pays M, Q pays A with the same coin. */
const BLOCKS = ['Z', 'Q'] as const;
type Block = (typeof BLOCKS)[number];
type Choice = Block | 'both';

export interface Slot {
  /** The first slot whose draw falls on A; 0 before. */
  readonly slot: number;
  readonly made: readonly Block[];
  readonly signed: Readonly<Partial<Record<Validator, readonly Block[]>>>;
  /** Those whose stake was burned. */
  readonly burned: readonly Validator[];
  readonly accepted: boolean;
}

interface Step extends Action {
  readonly kind: 'draw' | 'make' | 'sign';
  readonly choice: Choice;
}

/** In hundredths of a percent of all stake, so that thirds add up. */
function stakeOf(id: Validator, params: Params): number {
  const ours = Number(params.stake) * 100;
  if (id === ATTACKER) return ours;
  if (id === 'V3') return 10_000 - ours - stakeOf('V1', params) - stakeOf('V2', params);
  return Math.floor(((10_000 - ours) * PARTS[id]) / 9);
}
const sum = (ids: readonly Validator[], params: Params): number =>
  ids.reduce((total, id) => total + stakeOf(id, params), 0);

/** Whom the draw of a slot falls on: a hash, measured off along the stakes. */
function drawn(slot: number, params: Params): Validator {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(utf8(`slot ${slot}`));
  let at = Math.floor(((((a * 256 + b) * 256 + c) * 256 + d) / 2 ** 32) * 10_000);
  for (const id of ALL) {
    at -= stakeOf(id, params);
    if (at < 0) return id;
  }
  return ATTACKER;
}

function firstOf(params: Params): number {
  for (let slot = 1; ; slot++) if (drawn(slot, params) === ATTACKER) return slot;
}

const blocksOf = (choice: Choice): readonly Block[] => (choice === 'both' ? BLOCKS : [choice]);
const signersOf = ({ signed }: Slot, block: Block): readonly Validator[] =>
  ALL.filter((id) => signed[id]?.includes(block));
const weight = (state: Slot, block: Block, params: Params): number => sum(signersOf(state, block), params);
const isFinal = (state: Slot, block: Block, params: Params): boolean =>
  3 * weight(state, block, params) >= 2 * 10_000;

/** What M's node stands on: of two the one that more stake has signed, of two alike the first. */
const believed = (state: Slot, params: Params): Block | null =>
  state.made.length === 0
    ? null
    : weight(state, 'Q', params) > weight(state, 'Z', params) || !state.made.includes('Z')
      ? 'Q'
      : 'Z';

const said = (slot: number, block: Block): string => `slot ${slot}: ${block}`;
/** Two signatures in one slot are proof; whoever holds both has the stake burned. */
const isGuilty = (id: Validator, slot: number, choice: Choice): boolean =>
  choice === 'both' && provesTwo(id, said(slot, 'Z'), said(slot, 'Q'));

function enabled({ slot, made, signed }: Slot): readonly Step[] {
  if (slot === 0) return [{ key: 'draw', kind: 'draw', actor: ATTACKER, choice: 'Z' }];
  const choices = (list: readonly Choice[], actor: Validator, kind: 'make' | 'sign'): readonly Step[] =>
    list.map((choice) => ({ key: `${kind}.${actor}.${choice}`, kind, actor, choice }));
  if (made.length === 0) return choices(['Z', 'Q', 'both'], ATTACKER, 'make');
  return ALL.filter((id) => signed[id] === undefined).flatMap((id) =>
    choices(made.length === 2 ? ['Z', 'Q', 'both'] : made, id, 'sign'),
  );
}

function next(state: Slot, action: Action, params: Params): Slot {
  const { kind, choice, actor } = action as Step;
  const id = actor as Validator;
  switch (kind) {
    case 'draw':
      return { ...state, slot: firstOf(params) };
    case 'make':
      return { ...state, made: blocksOf(choice) };
    case 'sign': {
      const after = { ...state, signed: { ...state.signed, [id]: blocksOf(choice) } };
      const burns = params.slashing === 'on' && isGuilty(id, state.slot, choice);
      const accepted = state.accepted || (isFinal(after, 'Z', params) && believed(after, params) === 'Z');
      return { ...after, accepted, burned: burns ? [...state.burned, id].sort() : state.burned };
    }
  }
}

const percentOf = (hundredths: number): string => about(hundredths / 100);

const figures = (state: Slot, params: Params) => ({
  slot: state.slot,
  stake: Number(params.stake),
  z: percentOf(weight(state, 'Z', params)),
  q: percentOf(weight(state, 'Q', params)),
  burned: percentOf(sum(state.burned, params)),
});

const choiceText = (choice: Choice): Text => text(`choice.${choice}`);

const deed = (state: Slot, action: Action, params: Params): Deed => {
  const { kind, choice, actor } = action as Step;
  const to = kind === 'sign' ? 'M' : actor;
  const stakeIs = percentOf(stakeOf(actor as Validator, params));
  const args = { ...figures(state, params), who: actor, choice: choiceText(choice), own: stakeIs };
  return { from: actor, to, label: text(`act.${kind}`, args), args };
};

function came(before: Slot, action: Action, after: Slot, params: Params): Came {
  const { kind, choice, actor } = action as Step;
  const args = figures(after, params);
  if (kind === 'draw')
    return { ending: 'done', answer: null, why: text('why.draw', args), source: '4', args };
  if (kind === 'make')
    return {
      ending: choice === 'both' ? 'both' : 'one',
      answer: null,
      why: text(choice === 'both' ? 'why.make.both' : 'why.make.one'),
      source: '4',
      args,
    };
  const burned = after.burned.length > before.burned.length;
  const moved = before.accepted && believed(before, params) === 'Z' && believed(after, params) === 'Q';
  const accepts = after.accepted && !before.accepted;
  const signatures = { signed: shortSignature(actor, said(after.slot, choice === 'both' ? 'Z' : choice)) };
  const id = moved ? 'moved' : burned ? 'burned' : accepts ? 'accepted' : choice === 'both' ? 'both' : 'one';
  return {
    ending: burned ? 'burned' : 'done',
    answer: burned ? text('rep.burned') : null,
    why: text(`why.sign.${id}`, { ...args, ...signatures, who: actor }),
    source: '4',
    args,
  };
}

/** Bits of block 832,608 of mainnet: what a block costs where work decides. */
const MAINNET_BITS = 0x1703ba5d;
/** Assumed of a good machine. */
const JOULE_PER_TERAHASH = 25;

function besideWork(state: Slot, { stake }: Params): Text {
  const hashes = Number(workOf(MAINNET_BITS));
  const digits = String(workOf(MAINNET_BITS));
  return text('proof-of-stake.beside.energy', {
    signatures: Object.values(state.signed).flat().length,
    hashes: `${digits[0]}.${digits[1]} × 10^${digits.length - 1}`,
    joule: JOULE_PER_TERAHASH,
    mwh: grouped((hashes / 1e12) * (JOULE_PER_TERAHASH / 3.6e9)),
    share: Number(stake),
    odds: about(100 * overtakes(Number(stake), 1)),
  });
}

export const stakePlay: Play<Slot> = {
  words: ['system', 'proof-of-stake'],
  lanes: () => [...ALL, 'M'],
  init: () => ({ slot: 0, made: [], signed: {}, burned: [], accepted: false }),
  enabled,
  next,
  properties: (params) => [
    {
      name: 'payment-stays',
      kind: 'always',
      judge: (state) => (state.accepted ? believed(state, params) === 'Z' : undefined),
      witness: (state) => ({ text: text('witness.payment-stays', figures(state, params)), actors: ['M'] }),
    },
    {
      name: 'attack-costs',
      kind: 'always',
      // Two sets of two thirds have a third in common.
      judge: (state) =>
        isFinal(state, 'Z', params) && isFinal(state, 'Q', params)
          ? 3 * sum(state.burned, params) >= 10_000
          : undefined,
      witness: (state) => ({
        text: text('witness.attack-costs', figures(state, params)),
        actors: [...OTHERS],
      }),
    },
    { name: 'accepted', kind: 'sometimes', judge: ({ accepted }) => accepted },
    {
      name: 'signed-twice',
      kind: 'sometimes',
      judge: ({ signed }) => Object.values(signed).some((list) => list.length > 1),
    },
  ],
  deed,
  came,
  chips: (state, params) => [
    ...ALL.map((actor) => {
      const list = state.signed[actor] ?? [];
      const gone = state.burned.includes(actor);
      if (gone) return { actor, text: text('chip.burned'), tone: 'bad' as const };
      return {
        actor,
        text: list.length > 0 ? text('chip.signed', { blocks: list.join(' ') }) : text('chip.none'),
      };
    }),
    {
      actor: 'M',
      text: state.accepted
        ? text('chip.accepted', { block: believed(state, params) ?? '' })
        : state.made.length > 0
          ? text('chip.stands', { block: believed(state, params) ?? '' })
          : text('chip.none'),
      ...(state.accepted && believed(state, params) === 'Q' ? { tone: 'bad' as const } : {}),
    },
  ],
  rows: (state, params) => [
    ...ALL.map((actor) => ({
      actor,
      rows: [
        row('stake', text('row.percent', { n: percentOf(stakeOf(actor, params)) })),
        ...BLOCKS.map((block) =>
          row(
            `signature.${block}`,
            state.signed[actor]?.includes(block)
              ? shortSignature(actor, said(state.slot, block))
              : text('none'),
          ),
        ),
      ],
    })),
    {
      actor: 'M',
      rows: [
        row('for.Z', text('row.percent', { n: percentOf(weight(state, 'Z', params)) })),
        row('for.Q', text('row.percent', { n: percentOf(weight(state, 'Q', params)) })),
        row('believes', believed(state, params) ?? '–'),
      ],
    },
  ],
  ending(params, { state, soFar }) {
    const lost = soFar['payment-stays'] === 'violated';
    const id = lost ? (state.burned.length > 0 ? 'burned' : 'free') : state.accepted ? 'kept' : 'open';
    return {
      said: text(`proof-of-stake.end.${id}`, figures(state, params)),
      facts: [
        { id: 'for', text: text('fact.for', figures(state, params)) },
        { id: 'burned', text: text('fact.burned', figures(state, params)) },
      ],
      beside: [besideWork(state, params), text('proof-of-stake.beside.long')],
    };
  },
};
