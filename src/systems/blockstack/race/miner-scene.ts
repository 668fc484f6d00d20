// The miner's table: every transaction of the race with its real payload, where it is and what every node makes of it; and
// below it the name database at each height, with the consensus hash.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import { actorName } from '../../bitcoin/play.ts';
import type { Cell, TableRow, TableScene } from '../table-scene.ts';
import { beginning, tableScene } from '../table-scene.ts';
import type { Verdict } from '../virtualchain/database.ts';
import { applied, emptyDatabase } from '../virtualchain/database.ts';
import type { Race } from './race.ts';
import { FIRST, heightOf, settingsOf, verdictOf } from './race.ts';
import type { TxId } from './transactions.ts';
import { inShort, senderOf, TX_IDS, txOf } from './transactions.ts';

export const mined = (what: Text, who: Text, verdict: Verdict): Text =>
  verdict === null
    ? text('mined.counts', { what, who })
    : text('mined.ignored', { what, who, why: text(`refused.${verdict}`) });

const HEIGHTS = 6;

function stateOf(race: Race, id: TxId): Cell {
  const height = heightOf(race, id);
  if (height === null) return { text: text(race.waiting.includes(id) ? 'miner.waits' : 'none') };
  const verdict = verdictOf(race, id) ?? null;
  if (verdict === null) return { text: text('miner.counts', { height }), tone: 'good' };
  return { text: text('miner.ignored', { height, why: text(`refused.${verdict}`) }), tone: 'bad' };
}

export function minerScene(race: Race, params: Params): TableScene {
  const { rules, name } = settingsOf(params);
  const oneStep = rules.register === 'one-step';
  const list = TX_IDS.filter((id) =>
    oneStep ? id === 'RV' || id === 'RT' : rules.register === 'hash' ? id !== 'PT' : true,
  );
  const txs = list.map((id): TableRow => {
    const { payload, burnt } = txOf(id, rules.register, name);
    const cells: readonly Cell[] = [
      { text: text(`row.tx.${id}`) },
      { text: actorName(senderOf(id)) },
      { text: text('n', { n: `${payload.slice(0, 6)} ${payload.slice(6, 14)}…` }), mono: true },
      { text: text('n', { n: inShort(burnt) }) },
      stateOf(race, id),
    ];
    const args = { what: text(`row.tx.${id}`), payload, state: (cells[4] as Cell).text };
    return { key: `tx ${id}`, cells, told: text('miner.told', args) };
  });
  return tableScene('miner', [
    {
      id: 'mempool',
      title: text('miner.title'),
      cards: true,
      head: ['what', 'by', 'payload', 'burnt', 'where'].map((one) => text(`miner.${one}`)),
      rows: txs,
    },
    {
      id: 'names',
      title: text('miner.names', { name }),
      head: ['height', 'owner', 'hash'].map((one) => text(`miner.${one}`)),
      rows: heightsOf(race, params),
    },
  ]);
}

/** The last heights, each as a node that has every block knows it. */
function heightsOf(race: Race, params: Params): readonly TableRow[] {
  const { rules, name } = settingsOf(params);
  let database = applied(
    emptyDatabase(FIRST - 1),
    { height: FIRST - 1, previous: '', operations: [] },
    rules,
  ).database;
  const rows: TableRow[] = [];
  const from = Math.max(0, race.blocks.length - HEIGHTS);
  for (const [at, { txs }] of race.blocks.entries()) {
    const operations = txs.map((id) => txOf(id, rules.register, name));
    database = applied(
      database,
      { height: FIRST + at, previous: database.previous, operations },
      rules,
    ).database;
    const owner = database.names[name]?.owner;
    const who = owner === undefined ? text('nobody') : actorName(owner.endsWith('V') ? 'V' : 'T');
    rows.push(heightRow(at - from, FIRST + at, who, database.snapshots.at(-1)?.consensusHash ?? ''));
  }
  const shown = rows.slice(from);
  while (shown.length < HEIGHTS) shown.push(heightRow(shown.length, FIRST + from + shown.length, null, ''));
  return shown;
}

const heightRow = (place: number, height: number, who: Text | null, hash: string): TableRow => ({
  key: `height ${place}`,
  cells: [
    { text: text('n', { n: height }) },
    { text: who ?? text('none') },
    { text: hash === '' ? text('none') : beginning(hash), mono: true },
  ],
  told: who ? text('miner.told.height', { height, who, hash }) : text('miner.told.none', { height }),
});
