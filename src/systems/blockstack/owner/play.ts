// The life of a name as it is played.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Chip } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Came, Deed, Play } from '../../bitcoin/play.ts';
import { actorName, row } from '../../bitcoin/play.ts';
import { zoneHash } from '../storage/zone-file.ts';
import type { TableRow, TableScene } from '../table-scene.ts';
import { tableScene } from '../table-scene.ts';
import type { Owned, OwnerAction, Shown, What, Which } from './owner.ts';
import {
  bytesOf,
  chainOf,
  enabled,
  handed,
  NAME,
  next,
  recordOf,
  shownTo,
  startOwned,
  WITHHELD,
} from './owner.ts';

function deed(_: Owned, action: Action): Deed {
  const { what, file, actor, show, kind } = action as OwnerAction;
  if (kind === 'checkpoint') return { from: 'N', to: [], label: text('act.checkpoint'), args: {} };
  if (show) {
    const said = text(`show.${show}.what`);
    return { from: actor, to: 'R', label: text(`show.${show}`), args: { who: actorName(actor), what: said } };
  }
  const label = text(what ? `deed.${what}` : `file.${file}`);
  return {
    from: actor,
    to: what ? 'N' : 'R',
    label,
    args: { who: actorName(actor), what: text(what ? `deed.${what}.what` : `file.${file}.what`) },
  };
}

function came(before: Owned, action: Action, after: Owned): Came {
  const { what, file, show, kind } = action as OwnerAction;
  const source = '20.9';
  if (kind === 'checkpoint') {
    const args = { ...bytesOf(after), n: after.gone ?? 0 };
    return { ending: 'done', answer: text('rep.hashes'), why: text('why.checkpoint'), source, args };
  }
  if (show) return cameOfShowing(before, show);
  if (what) {
    const verdict = chainOf(after.done).verdicts.at(-1) ?? null;
    const height = after.done.length;
    return verdict === null
      ? {
          ending: 'counts',
          answer: text('rep.counts'),
          why: text(`why.deed.${what}`),
          source,
          args: { height },
        }
      : {
          ending: 'ignored',
          answer: text(`refused.${verdict}`),
          why: text(`why.${verdict}`),
          source,
          args: { height },
        };
  }
  if (file === WITHHELD)
    return {
      ending: 'nothing',
      answer: text('rep.nothing'),
      why: text('why.withheld', { hash: (recordOf(before)?.value ?? '').slice(0, 8) }),
      source,
    };
  const [expected, actual] = [recordOf(before)?.value ?? '', zoneHash(handed(file as Which, before))];
  return expected === actual
    ? { ending: 'taken', answer: text('rep.taken'), source, args: { hash: actual.slice(0, 8) } }
    : { ending: 'refused', answer: text('rep.refused'), why: text('why.zone', { expected, actual }), source };
}

function cameOfShowing(state: Owned, show: Shown): Came {
  const found = shownTo(state, show);
  const args = { way: found.path.join(' → ') };
  const tip = chainOf(state.done).database.snapshots.at(-1)?.consensusHash ?? '';
  if (found.ok)
    return {
      ending: 'proven',
      answer: text('rep.proven'),
      why: text('why.shown', { hash: tip.slice(0, 8) }),
      source: '20.9',
      args,
    };
  const [expected, actual] = [found.expected.slice(0, 8), found.actual.slice(0, 8)];
  const why = text('why.shown.not', { expected, actual });
  return { ending: 'refused', answer: text('rep.refused'), why, source: '20.9', args };
}

const ownerText = (state: Owned): Text => {
  const record = recordOf(state);
  if (!record) return text('nobody');
  return record.revoked ? text('revoked-by', { who: actorName(record.owner) }) : actorName(record.owner);
};

const chips = (state: Owned): readonly Chip[] => [
  { actor: 'N', text: ownerText(state), ...(recordOf(state)?.owner === 'T' ? { tone: 'bad' as const } : {}) },
];

/** To the chain a theft is a transfer: the signature is the owner's. */
const deedText = (what: What, seenBy: string | null): Text =>
  text(`deed.${what === 'steal' && seenBy !== null ? 'transfer' : what}`);

/** A block that was thrown away. */
const goneRow = (at: number): TableRow => ({
  key: `block ${at}`,
  cells: [text('n', { n: at }), text('history.gone'), text('none'), text('none'), text('none')].map(
    (one) => ({ text: one }),
  ),
  told: text('history.told.gone', { at }),
});

const ROWS = 5;
function historyScene(state: Owned, seenBy: string | null): TableScene {
  const { verdicts, database } = chainOf(state.done);
  const rows = Array.from({ length: ROWS }, (_, i): TableRow => {
    const what = state.done[i];
    const change = database.names[NAME]?.history.find(({ height }) => height === i + 1);
    const verdict = verdicts[i];
    if (i < (state.gone ?? 0)) return goneRow(i + 1);
    const outcome = verdict ? text(`refused.${verdict}`) : text('rep.counts');
    return {
      key: `block ${i + 1}`,
      cells: [
        { text: text('n', { n: i + 1 }) },
        { text: what ? deedText(what, seenBy) : text('none') },
        what ? { text: outcome, tone: verdict ? 'bad' : 'good' } : { text: text('none') },
        { text: change ? actorName(change.owner) : text('none') },
        { text: change?.value ? text('n', { n: change.value.slice(0, 16) }) : text('none'), mono: true },
      ],
      told: what
        ? text('history.told', { at: i + 1, what: deedText(what, seenBy), outcome })
        : text('history.told.none', { at: i + 1 }),
      ...(what && seenBy === null ? { by: [what] } : {}),
    };
  });
  const head = ['height', 'what', 'verdict', 'owner', 'zone'].map((id) => text(`history.${id}`));
  return tableScene('history', [
    { id: 'history', title: text('history.title.table'), cards: true, head, rows },
  ]);
}

function ending(state: Owned): Text {
  const record = recordOf(state);
  const n = record?.history.length ?? 0;
  if (!record) return text('history.end.open');
  if (record.owner === 'T') return text('history.end.stolen', { n });
  return record.revoked
    ? text('history.end.revoked', { n })
    : text('history.end.owned', { n, who: actorName(record.owner) });
}

export const ownerPlay: Play<Owned> = {
  words: ['system', 'owner'],
  lanes: () => ['V', 'T', 'N', 'P', 'R'],
  init: () => startOwned,
  enabled,
  next,
  properties: () => [
    {
      name: 'zone-hash',
      kind: 'always',
      judge: ({ files }) => files.every(([which, taken]) => !taken || which === 'right'),
    },
    {
      name: 'owner-in-charge',
      kind: 'always',
      judge: (state) => recordOf(state)?.owner !== 'T',
      witness: () => ({ text: text('witness.owner-in-charge'), actors: ['V', 'T'] }),
    },
    {
      name: 'wrong-file-refused',
      kind: 'sometimes',
      judge: ({ files }) => files.some(([which, taken]) => !taken && which !== WITHHELD),
    },
  ],
  deed,
  came,
  chips,
  rows: (state) => [
    {
      actor: 'N',
      rows: [
        row('owner', ownerText(state)),
        row('zone', recordOf(state)?.value?.slice(0, 16) ?? text('none')),
      ],
    },
    { actor: 'R', rows: [row('files', state.files.filter(([, taken]) => taken).length)] },
  ],
  ending: (_, { state }) => ({
    said: ending(state),
    facts: [
      { id: 'owner', text: text('fact.owner', { who: ownerText(state) }) },
      ...(state.gone ? [{ id: 'gone', text: text('fact.gone', { n: state.gone }) }] : []),
      {
        id: 'refused',
        text: text('fact.files', {
          n: state.files.filter(([which, taken]) => !taken && which !== WITHHELD).length,
        }),
      },
    ],
  }),
  scene: (kind, state, _, seenBy) => (kind === 'history' ? historyScene(state, seenBy ?? null) : null),
  // Whose hand signed is nothing that a node can know.
  eyes: {
    of: () => ['N'],
    knows: ({ done, gone = 0 }) => [gone, ...done.map((what) => (what === 'steal' ? 'transfer to T' : what))],
    narrate(before, action, after) {
      const { what, kind } = action as OwnerAction;
      const { done } = after;
      if (!what) {
        const { ending: as, args: said = {}, why, source } = came(before, action, after);
        return {
          sentence: text(`say.${kind}.${as}`, { ...deed(before, action).args, ...said }),
          source,
          ...(why ? { why } : {}),
        };
      }
      const verdict = chainOf(done).verdicts.at(-1) ?? null;
      const given = what === 'steal' || what === 'transfer';
      const args = {
        who: actorName('V'),
        what: given
          ? text('deed.given.what', { to: actorName(what === 'steal' ? 'T' : 'W') })
          : text(`deed.${what}.what`),
        height: done.length,
      };
      const sentence = text(`say.deed.${verdict === null ? 'counts' : 'ignored'}`, args);
      return { sentence, source: '20.9' };
    },
  },
};
