// What becomes of a name: it is registered, its zone file changes, it is given away, revoked, or taken with a stolen key.
// Each is a real operation in a block of its own; zone files are handed over by a peer and held against the chain's hash.

import { hexOf } from '../../../base/bytes.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Chip, Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Came, Deed, Play } from '../../bitcoin/play.ts';
import { actorName, row } from '../../bitcoin/play.ts';
import { scriptOf } from '../race/transactions.ts';
import { zoneFileText, zoneHash } from '../storage/zone-file.ts';
import type { TableRow, TableScene } from '../table-scene.ts';
import { tableScene } from '../table-scene.ts';
import type { Block, Database, Tx, Verdict } from '../virtualchain/database.ts';
import { applied, emptyDatabase } from '../virtualchain/database.ts';
import { nameHash, updateHash } from '../virtualchain/hashes.ts';
import type { Operation } from '../virtualchain/operations.ts';
import { encoded } from '../virtualchain/operations.ts';
import type { Rules } from '../virtualchain/rules.ts';
import { deployed } from '../virtualchain/rules.ts';

const NAME = 'dave.id';
/** A first register is not what this is about: names are given in one step. */
const rules: Rules = { ...deployed, register: 'one-step', namespaces: false };

const DEEDS = ['register', 'update', 'transfer', 'revoke', 'steal'] as const;
type What = (typeof DEEDS)[number];
const FILES = ['right', 'old', 'changed'] as const;
/** Where a peer may keep its file to itself. */
const WITHHELD = 'none';
const HANDED = [...FILES, WITHHELD] as const;
type Which = (typeof HANDED)[number];

export interface Owned {
  /** In the order of the chain, a block each. */
  readonly done: readonly What[];
  /** What the peer handed over, and whether the reader took it. */
  readonly files: readonly (readonly [Which, boolean])[];
}
interface Step extends Action {
  readonly what?: What;
  readonly file?: Which;
}

export const fileOf = (version: number): string =>
  zoneFileText({
    origin: NAME,
    ttl: 3600,
    records: [
      { name: '_https._tcp', ttl: null, type: 'URI', data: ['10', '1', `mem://s3/dave-${version}.json`] },
    ],
  });

function txOf(what: What, tip: string): Tx {
  const of = (operation: Operation, sender: string, to = sender): Tx => ({
    payload: hexOf(encoded(operation)),
    sender,
    script: scriptOf(sender),
    to,
    burnt: 0,
  });
  switch (what) {
    case 'register':
      return of({ op: 'name-registration', name: NAME, value: zoneHash(fileOf(1)) }, 'V');
    case 'update':
      return of({ op: 'name-update', nameConsensus: updateHash(NAME, tip), value: zoneHash(fileOf(2)) }, 'V');
    case 'revoke':
      return of({ op: 'name-revoke', name: NAME }, 'V');
    default:
      // A stolen key signs as its owner does: nobody can tell.
      return of(
        { op: 'name-transfer', data: 'keep', nameHash: nameHash(NAME), consensus: tip },
        'V',
        what === 'steal' ? 'T' : 'W',
      );
  }
}

const cache = new Map<string, { readonly database: Database; readonly verdicts: readonly Verdict[] }>();
/** The database after an empty block and a block a deed, and what came of each. */
function chainOf(done: readonly What[]): {
  readonly database: Database;
  readonly verdicts: readonly Verdict[];
} {
  const key = done.join(' ');
  const found = cache.get(key);
  if (found) return found;
  const last = done.at(-1);
  const first: Block = { height: 0, previous: '', operations: [] };
  const before = last ? chainOf(done.slice(0, -1)) : { database: emptyDatabase(0), verdicts: [] };
  const { database } = before;
  const tip = database.snapshots.at(-1)?.consensusHash ?? '';
  const block: Block = last
    ? { height: database.height + 1, previous: database.previous, operations: [txOf(last, tip)] }
    : first;
  const made = applied(database, block, rules);
  const out = { database: made.database, verdicts: [...before.verdicts, ...made.verdicts] };
  cache.set(key, out);
  return out;
}

const recordOf = ({ done }: Owned) => chainOf(done).database.names[NAME];
const handed = (which: Which, { done }: Owned): string => {
  const value = recordOf({ done, files: [] })?.value;
  const now = value === zoneHash(fileOf(2)) ? 2 : 1;
  if (which === 'right') return fileOf(now);
  return which === 'old' ? fileOf(3 - now) : fileOf(now).replace('s3', 's4');
};

function enabled({ done, files }: Owned, { stolen, withheld }: Params): readonly Step[] {
  const what = DEEDS.filter(
    (one) =>
      !done.includes(one) &&
      (one === 'register' || done.includes('register')) &&
      (one !== 'steal' || stolen === 'on'),
  );
  const value = recordOf({ done, files })?.value;
  return [
    ...what.map((one): Step => ({ key: one, kind: 'deed', actor: one === 'steal' ? 'T' : 'V', what: one })),
    ...(value ? HANDED.filter((which) => which !== WITHHELD || withheld === 'on') : [])
      .filter((which) => !files.some(([one]) => one === which))
      .map((file): Step => ({ key: `fetch.${file}`, kind: 'fetch', actor: 'P', file })),
  ];
}

function next(state: Owned, action: Action): Owned {
  const { what, file } = action as Step;
  if (what) return { ...state, done: [...state.done, what] };
  const which = file as Which;
  const taken = which !== WITHHELD && zoneHash(handed(which, state)) === recordOf(state)?.value;
  return { ...state, files: [...state.files, [which, taken]] };
}

function deed(_: Owned, action: Action): Deed {
  const { what, file, actor } = action as Step;
  const label = text(what ? `deed.${what}` : `file.${file}`);
  return {
    from: actor,
    to: what ? 'N' : 'R',
    label,
    args: { who: actorName(actor), what: text(what ? `deed.${what}.what` : `file.${file}.what`) },
  };
}

function came(before: Owned, action: Action, after: Owned): Came {
  const { what, file } = action as Step;
  const source = '20.9';
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

const ROWS = 5;
function historyScene(state: Owned, seenBy: string | null): TableScene {
  const { verdicts, database } = chainOf(state.done);
  const rows = Array.from({ length: ROWS }, (_, i): TableRow => {
    const what = state.done[i];
    const change = database.names[NAME]?.history.find(({ height }) => height === i + 1);
    const verdict = verdicts[i];
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
  init: () => ({ done: [], files: [] }),
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
    knows: ({ done }) => done.map((what) => (what === 'steal' ? 'transfer to T' : what)),
    narrate(_, action, { done }) {
      const { what } = action as Step;
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
