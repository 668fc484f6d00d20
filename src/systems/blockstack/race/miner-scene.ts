// The miner's table: what waits, with its real payload and what every node will make of it in each order it could be mined
// in; and below it the chain: what stands in each block, whether it counts, who owns the name and the consensus hash.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import { actorName } from '../../bitcoin/play.ts';
import type { TableRow, TableScene } from '../table-scene.ts';
import { beginning, tableScene } from '../table-scene.ts';
import type { Verdict } from '../virtualchain/database.ts';
import { applied, emptyDatabase } from '../virtualchain/database.ts';
import type { Outcome } from './forecast.ts';
import { forecasts } from './forecast.ts';
import type { Mined, Race, Settings } from './race.ts';
import { FIRST, PLACES, settingsOf } from './race.ts';
import type { TxId } from './transactions.ts';
import { inShort, senderOf, txOf } from './transactions.ts';

export interface Waiting {
  readonly id: TxId;
  readonly what: Text;
  readonly by: Text;
  readonly payload: string;
  readonly burnt: string;
  /** Satoshi to the miner; null where fees do not count. */
  readonly pays: number | null;
  readonly told: Text;
}

/** The seat of whoever mines the next block. */
export interface Seat {
  readonly height: number;
  readonly places: number;
  /** Whether it may choose, or takes them as they were sent, or who pays most. */
  readonly order: Settings['order'];
  /** In the order in which they wait. */
  readonly waiting: readonly Waiting[];
  /** By the key of the choice that mines it; what is not here may not be mined. */
  readonly blocks: Readonly<Record<string, readonly Outcome[]>>;
}

export interface MinerScene extends TableScene {
  readonly kind: 'miner';
  /** Null to one who sees what is mined alone. */
  readonly seat: Seat | null;
}

export const blockKey = (ids: readonly string[]): string =>
  `mine.${ids.length === 0 ? 'empty' : ids.join('-')}`;

export const mined = (what: Text, verdict: Verdict): Text =>
  verdict === null
    ? text('mined.counts', { what })
    : text('mined.ignored', { what, why: text(`refused.${verdict}`) });

function seatOf(race: Race, params: Params): Seat {
  const settings = settingsOf(params);
  const { rules, name, order } = settings;
  return {
    height: FIRST + race.blocks.length,
    places: PLACES,
    order,
    waiting: race.waiting.map((id): Waiting => {
      const { payload, burnt } = txOf(id, rules.register, name);
      const what = text(`row.tx.${id}`);
      const told = text('miner.told', { what, payload });
      return {
        id,
        what,
        by: actorName(senderOf(id)),
        payload,
        burnt: inShort(burnt),
        pays: race.paid?.[id] ?? null,
        told,
      };
    }),
    blocks: forecasts(race, settings),
  };
}

export function minerScene(race: Race, params: Params, seenBy: string | null): MinerScene {
  const { name } = settingsOf(params);
  const blocks = {
    id: 'names',
    title: text('miner.names', { name }),
    head: ['height', 'inside', 'owner', 'hash'].map((one) => text(`miner.${one}`)),
    cards: true,
    rows: heightsOf(race, params),
  } as const;
  return {
    ...tableScene('miner', [blocks]),
    kind: 'miner',
    seat: seenBy === null ? seatOf(race, params) : null,
  };
}

const HEIGHTS = 4;

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
  for (const [at, block] of race.blocks.entries()) {
    const { txs } = block;
    const operations = txs.map((id) => txOf(id, rules.register, name));
    database = applied(
      database,
      { height: FIRST + at, previous: database.previous, operations },
      rules,
    ).database;
    const owner = database.names[name]?.owner;
    const who = owner === undefined ? text('nobody') : actorName(owner.endsWith('V') ? 'V' : 'T');
    const hash = database.snapshots.at(-1)?.consensusHash ?? '';
    const row = heightRow(at - from, FIRST + at, { inside: insideOf(block), who, hash });
    // Of empty blocks, which are alike, the last alone is of the step that mined it.
    rows.push(block === race.blocks.at(-1) ? { ...row, by: [blockKey(txs)] } : row);
  }
  const shown = rows.slice(from);
  while (shown.length < HEIGHTS) shown.push(heightRow(shown.length, FIRST + from + shown.length, null));
  return shown;
}

/** What stands in a block, and what came of each. */
function insideOf({ txs, verdicts }: Mined): Text {
  const [a, b] = txs.map((id, at) => {
    const verdict = verdicts[at] ?? null;
    const what = text(`row.tx.${id}`);
    return verdict === null
      ? text('inside.counts', { what })
      : text('inside.ignored', { what, why: text(`refused.${verdict}`) });
  });
  return a && b ? text('list.two', { a, b }) : (a ?? text('inside.empty'));
}

interface Height {
  readonly inside: Text;
  readonly who: Text;
  readonly hash: string;
}

const heightRow = (place: number, height: number, after: Height | null): TableRow => ({
  key: `height ${place}`,
  cells: [
    { text: text('n', { n: height }) },
    { text: after?.inside ?? text('none') },
    { text: after?.who ?? text('none') },
    { text: after ? beginning(after.hash) : text('none'), mono: true },
  ],
  told: after ? text('miner.told.height', { height, ...after }) : text('miner.told.none', { height }),
});
