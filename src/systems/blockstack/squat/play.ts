// Squatting as it is played: what T takes, what V wants, and what is left when the names' life is over.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Chip, Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Came, Deed, Play } from '../../bitcoin/play.ts';
import { actorName, row } from '../../bitcoin/play.ts';
import type { TableRow, TableScene } from '../table-scene.ts';
import { tableScene } from '../table-scene.ts';
import type { Label, Squat, SquatAction, Who } from './squat.ts';
import { costOf, enabled, heldBy, NAMES, next, PURSE, start, verdictOf } from './squat.ts';

const inShort = (satoshi: number): string => (satoshi < 1000 ? String(satoshi) : `${satoshi / 1000}k`);
const racers = ({ creator }: Params): readonly Who[] => (creator === 'none' ? ['T', 'V'] : ['C', 'T', 'V']);
const nameText = (label: Label): Text => text('n', { n: `${label}.id` });

function deed(_: Squat, action: Action, params: Params): Deed {
  const { kind, label, actor } = action as SquatAction;
  if (kind === 'expire') return { from: 'N', to: ['T', 'V'], label: text('act.expire'), args: {} };
  if (!label) return { from: 'C', to: 'N', label: text('act.ready'), args: {} };
  const args = { name: `${label}.id`, cost: inShort(costOf(label, params)), who: actorName(actor) };
  return { from: actor, to: 'N', label: text(`act.${kind}`, { name: args.name }), args };
}

function came(before: Squat, action: Action, after: Squat, params: Params): Came {
  const { kind, label } = action as SquatAction;
  const source = '20.5';
  if (kind === 'ready' || kind === 'import')
    return { ending: 'counts', answer: text('rep.counts'), why: text(`why.${kind}`), source };
  if (!label) {
    const args = { n: after.freed.length, kept: heldBy(after, 'T') };
    return { ending: after.freed.length > 0 ? 'freed' : 'kept', answer: null, source, args };
  }
  const verdict = verdictOf(before, label, kind === 'squat' ? 'T' : 'V', params);
  if (verdict === null) return { ending: 'counts', answer: text('rep.counts'), source };
  const args = { owner: ownerText(before, label) };
  return { ending: 'ignored', answer: text(`refused.${verdict}`), why: text(`why.${verdict}`), source, args };
}

const chips = (state: Squat, { creator }: Params): readonly Chip[] => [
  ...(creator === 'none' ? [] : [{ actor: 'C', text: text('chip.kept', { n: heldBy(state, 'C') }) }]),
  { actor: 'T', text: text('chip.left', { n: inShort(PURSE - state.burnt.T) }) },
  { actor: 'V', text: text('chip.burnt', { n: inShort(state.burnt.V) }) },
  { actor: 'N', text: text('chip.held', { t: heldBy(state, 'T'), v: heldBy(state, 'V') }) },
];

const ownerText = ({ owners }: Squat, label: Label): Text => {
  const owner = owners[label];
  return owner ? actorName(owner) : text('nobody');
};

function squatScene(state: Squat, params: Params, seenBy: string | null): TableScene {
  const rows = NAMES.map((label): TableRow => {
    const cost = inShort(costOf(label, params));
    const who = ownerText(state, label);
    const owner = state.owners[label];
    const refused = seenBy === null ? 'squat.refused' : 'squat.refused.seen';
    const after = text(
      state.refused.includes(label) ? refused : state.freed.includes(label) ? 'squat.freed' : 'none',
    );
    return {
      key: `name ${label}`,
      cells: [
        { text: nameText(label), mono: true },
        { text: text('n', { n: cost }) },
        owner
          ? { text: who, ...(seenBy === null ? { tone: owner === 'V' ? 'good' : 'bad' } : {}) }
          : { text: who },
        { text: after },
      ],
      told: text('squat.told', { name: nameText(label), cost, who, after }),
      by: [...['import', 'squat', 'want'].map((kind) => `${kind}.${label}`), 'expire'],
    };
  });
  const head = ['name', 'cost', 'owner', 'after'].map((id) => text(`squat.${id}`));
  return tableScene('squat', [{ id: 'squat', title: text('squat.title.table'), cards: true, head, rows }]);
}

export const squatPlay: Play<Squat> = {
  words: ['system', 'squat'],
  lanes: ({ creator }) => [...(creator === 'none' ? [] : ['C']), 'T', 'V', 'N'],
  init: start,
  enabled,
  next: (state, action, params) => next(state, action as SquatAction, params),
  properties: () => [
    {
      name: 'no-squatting',
      kind: 'always',
      judge: ({ refused }) => refused.length === 0,
      witness: (state) => {
        const label = state.refused[0] as Label;
        return {
          text: text('witness.no-squatting', { name: nameText(label), owner: ownerText(state, label) }),
          actors: ['V', state.owners[label] ?? 'T'],
        };
      },
    },
    { name: 'name-let-go', kind: 'sometimes', judge: ({ freed }) => freed.length > 0 },
  ],
  deed,
  came,
  chips,
  rows: (state, params) => [
    ...racers(params).map((actor) => ({
      actor,
      rows: [
        row('names', heldBy(state, actor)),
        row('burnt', text('sat', { n: inShort(state.burnt[actor] ?? 0) })),
      ],
    })),
    {
      actor: 'N',
      rows: NAMES.map((label) => ({
        id: label,
        label: nameText(label),
        value: ownerText(state, label),
      })),
    },
  ],
  ending: ({ creator }, { state }) => {
    const args = {
      t: heldBy(state, 'T'),
      v: heldBy(state, 'V'),
      n: inShort(state.burnt.T),
      c: heldBy(state, 'C'),
    };
    const held = state.refused.length > 0 ? 'squat.end.held' : 'squat.end.open';
    return {
      said: text(state.refused.some((label) => state.owners[label] === 'C') ? 'squat.end.kept' : held, args),
      beside: creator === 'none' ? [text('beside.creator')] : [],
      facts: [
        { id: 'held', text: text('fact.held', args) },
        { id: 'burnt', text: text('fact.burnt', args) },
      ],
    };
  },
  scene: (kind, state, params, seenBy) => (kind === 'squat' ? squatScene(state, params, seenBy) : null),
  // All of it stands on the chain, but for what anybody means to do with a name.
  eyes: {
    of: () => ['N'],
    knows: (state) => state,
    narrate(before, action, after, _, params) {
      const { kind, label } = action as SquatAction;
      const { args } = deed(before, action, params);
      const { ending, source, args: more, why } = came(before, action, after, params);
      const bought = label !== undefined && kind !== 'import';
      const sentence = text(bought ? `say.register.${ending}` : `say.${kind}.${ending}`, {
        ...args,
        ...more,
      });
      return { sentence, source, ...(why ? { why } : {}) };
    },
    tells: (property) => property === 'name-let-go',
  },
};
