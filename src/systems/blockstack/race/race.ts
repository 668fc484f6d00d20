// The race for one name: V registers it, T is a thief who sees the mempool, and a miner orders freely, at most two
// transactions a block. A step is one transaction sent (a preorder and its register sent together are one), or one block
// mined; an empty block is one too. Each transaction is sent once; once somebody owns the name only what waits is mined.
// Where the miner takes first who pays most, whoever would be late may raise the fee of what waits, up to what it is worth.
// Which operations count is asked of the name database (virtualchain/database.ts), by the rules that are set.

import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Tables, Verdict } from '../virtualchain/database.ts';
import { emptyTables, judged } from '../virtualchain/database.ts';
import type { Rules } from '../virtualchain/rules.ts';
import { deployed, NAMECOIN_DEPTH } from '../virtualchain/rules.ts';
import type { Guess } from './dictionary.ts';
import { guessed } from './dictionary.ts';
import type { Racer, TxId } from './transactions.ts';
import { addressOf, senderOf, TX_IDS, txOf } from './transactions.ts';

/** The height of the first block that may hold one of these transactions. */
export const FIRST = 1;
export const PLACES = 2;

export interface Mined {
  readonly txs: readonly TxId[];
  readonly verdicts: readonly Verdict[];
}

/** Satoshi to the miner, of each that was sent. */
type Paid = Readonly<Partial<Record<TxId, number>>>;

export interface Race {
  /** In the order in which they were sent, or of what they pay, where that counts; else in the order of the table. */
  readonly waiting: readonly TxId[];
  readonly blocks: readonly Mined[];
  readonly tables: Tables;
  /** Blocks that V's register has been held back for. */
  readonly held: number;
  /** Where fees count. */
  readonly paid?: Paid;
}

export interface Send extends Action {
  readonly kind: 'send';
  readonly actor: Racer;
  readonly txs: readonly TxId[];
}
export interface Mine extends Action {
  readonly kind: 'mine';
  readonly actor: 'M';
  readonly txs: readonly TxId[];
}
/** All that this one has waiting pays more than anything else that waits. */
export interface Bump extends Action {
  readonly kind: 'bump';
  readonly actor: Racer;
  readonly txs: readonly TxId[];
}
export type RaceAction = Send | Mine | Bump;

export interface Settings {
  readonly name: string;
  readonly rules: Rules;
  readonly reveal: 'blind' | 'accepted' | 'together';
  /** Blocks for which the miner may hold V's register back. */
  readonly delay: number;
  readonly order: 'any' | 'fifo' | 'fee';
  /** What T finds out from the hash of V's preorder; null where it has no dictionary. */
  readonly guess: Guess | null;
  /** So many times nothing is mined at most, so that a search ends; it changes ages alone. */
  readonly empties: number;
  /** Empty blocks each time: a Namecoin reveal waits for twelve, which would be as many steps. */
  readonly atOnce: number;
}

/** A preorder gets old in a search where its life is at most this, in blocks. */
export const OLDEST = 8;

const ANY = Number.POSITIVE_INFINITY;

export function settingsOf(params: Params): Settings {
  const register = params.register as Rules['register'];
  const preorderLife = Number(params.preorderLife);
  const expiryBug = params.expiryBug === 'on';
  const name = `${params.name}.id`;
  // An address that was used before stands on the chain; else T knows another one of V's.
  const seen = params.salt === 'reused' ? addressOf('V') : 'address of V';
  return {
    name,
    rules: {
      ...deployed,
      register,
      unique: params.unique === 'on',
      sameBlock: params.sameBlock === 'on',
      // A search knows no hashes of blocks; nothing waits for 24 blocks here.
      consensusCheck: false,
      expiryBug,
      preorderLife: register === 'namecoin' ? ANY : preorderLife,
      namespaces: false,
    },
    reveal: params.reveal as Settings['reveal'],
    delay: params.delay === 'any' ? ANY : Number(params.delay),
    order: params.order as Settings['order'],
    guess: params.dictionary === 'on' && register !== 'one-step' ? guessed(name, register, seen) : null,
    empties: register === 'namecoin' ? 3 : preorderLife <= OLDEST ? preorderLife + 1 : 1,
    atOnce: register === 'namecoin' ? NAMECOIN_DEPTH : 1,
  };
}

export const start: Race = { waiting: [], blocks: [], tables: emptyTables(FIRST), held: 0 };

export const ownerOf = ({ tables }: Race): string | null => {
  // There is one name.
  const owner = Object.values(tables.names)[0]?.owner;
  return owner === undefined ? null : owner.endsWith('V') ? 'V' : 'T';
};

/** What came of it: undefined where it is not mined. */
export function verdictOf({ blocks }: Race, id: TxId): Verdict | undefined {
  for (const { txs, verdicts } of blocks) {
    const at = txs.indexOf(id);
    if (at >= 0) return verdicts[at] as Verdict;
  }
  return undefined;
}

/** Height of the block that it stands in; null where it is not mined. */
export function heightOf({ blocks }: Race, id: TxId): number | null {
  const at = blocks.findIndex(({ txs }) => txs.includes(id));
  return at < 0 ? null : FIRST + at;
}

export const wasSent = (race: Race, id: TxId): boolean =>
  race.waiting.includes(id) || heightOf(race, id) !== null;

/** Whether T knows which name V wants. */
export const isKnown = (race: Race, { guess, name }: Settings): boolean =>
  wasSent(race, 'RV') || (guess?.found === name && wasSent(race, 'PV'));

function mayReveal(race: Race, { reveal, rules }: Settings): boolean {
  const height = heightOf(race, 'PV');
  if (height === null) return false;
  if (reveal !== 'blind' && verdictOf(race, 'PV') !== null) return false;
  // Whoever reveals too early is refused for sure: a Namecoin client waits.
  return rules.register !== 'namecoin' || race.tables.height + 1 - height >= NAMECOIN_DEPTH;
}

/** Who may send what: in the order of the table. */
function sends(race: Race, settings: Settings): readonly (readonly TxId[])[] {
  const { rules, reveal } = settings;
  const oneStep = rules.register === 'one-step';
  const unsent = (id: TxId): boolean => !wasSent(race, id);
  const out: (readonly TxId[])[] = [];
  if (oneStep ? unsent('RV') : unsent('PV'))
    out.push(oneStep ? ['RV'] : reveal === 'together' ? ['PV', 'RV'] : ['PV']);
  else if (unsent('RV') && mayReveal(race, settings)) out.push(['RV']);
  if (!oneStep && unsent('CT') && race.waiting.includes('PV')) out.push(['CT']);
  if (!isKnown(race, settings)) return out;
  if (!oneStep && rules.register !== 'hash' && unsent('PT')) out.push(['PT']);
  if (unsent('RT') && (oneStep || wasSent(race, rules.register === 'hash' ? 'CT' : 'PT'))) out.push(['RT']);
  return out;
}

/** Satoshi that are paid for a place at first, by which a fee is raised, and what the name is worth in all. */
const FEE = 1000;
const WORTH = 4000;

const ownIn = ({ waiting }: Race, who: Racer): readonly TxId[] =>
  waiting.filter((id) => senderOf(id) === who);
/** More than all that waits pays. */
export const nextFee = ({ waiting, paid = {} }: Race): number =>
  FEE + Math.max(0, ...waiting.map((id) => paid[id] ?? 0));

/** Who may raise its fee: one who is not first already, while the name is worth it. */
function bumps(race: Race): readonly Bump[] {
  if (nextFee(race) > WORTH) return [];
  return (['V', 'T'] as const)
    .map((actor): Bump => ({ key: `bump.${actor}`, kind: 'bump', actor, txs: ownIn(race, actor) }))
    .filter(({ actor, txs }) => txs.length > 0 && race.waiting.some((id) => senderOf(id) !== actor))
    .filter(({ actor }) => senderOf(race.waiting[0] as TxId) !== actor);
}

/** The same in the order of the table, so that runs that differ in order alone lead to the same state. */
const inTable = (paid: Paid): Paid =>
  Object.fromEntries(TX_IDS.flatMap((id) => (paid[id] === undefined ? [] : [[id, paid[id]]])));

/** Best paid first; of those that pay alike, who was sent first. */
const byFee = (waiting: readonly TxId[], paid: Paid = {}): readonly TxId[] =>
  waiting.toSorted((a, b) => (paid[b] ?? 0) - (paid[a] ?? 0));

/** What the miner got. */
export const feesOf = ({ blocks, paid = {} }: Race): number =>
  blocks.flatMap(({ txs }) => txs).reduce((sum, id) => sum + (paid[id] ?? 0), 0);

/** Every order of at most two that wait, the empty one first. */
function orders(waiting: readonly TxId[], order: Settings['order']): readonly (readonly TxId[])[] {
  if (order !== 'any')
    return Array.from({ length: Math.min(PLACES, waiting.length) + 1 }, (_, count) =>
      waiting.slice(0, count),
    );
  const ones = waiting.map((id) => [id]);
  return [[], ...ones, ...waiting.flatMap((a) => waiting.flatMap((b) => (a === b ? [] : [[a, b]])))];
}

function blocksOf(race: Race, { order, delay, empties, atOnce }: Settings): readonly (readonly TxId[])[] {
  const { waiting, held, blocks } = race;
  const all = orders(waiting, order);
  const late = waiting.includes('RV') && held >= delay;
  const withV = all.filter((txs) => txs.includes('RV'));
  // Where those sent before fill the block, it is at least full.
  if (late) return withV.length > 0 ? withV : all.filter(({ length }) => length === PLACES);
  const empty = blocks.filter(({ txs }) => txs.length === 0).length / atOnce;
  return empty < empties && ownerOf(race) === null ? all : all.filter(({ length }) => length > 0);
}

export function enabled(race: Race, settings: Settings): readonly RaceAction[] {
  const actions: RaceAction[] = [];
  if (ownerOf(race) === null)
    for (const txs of sends(race, settings))
      actions.push({
        key: `send.${txs.join('-')}`,
        kind: 'send',
        actor: txs[0] === 'PV' || txs[0] === 'RV' ? 'V' : 'T',
        txs,
      });
  if (settings.order === 'fee' && ownerOf(race) === null) actions.push(...bumps(race));
  for (const txs of blocksOf(race, settings))
    actions.push({
      key: `mine.${txs.length === 0 ? 'empty' : txs.join('-')}`,
      kind: 'mine',
      actor: 'M',
      txs,
    });
  return actions;
}

export function next(race: Race, action: RaceAction, settings: Settings): Race {
  const { order, rules, atOnce, name } = settings;
  const { txs } = action;
  if (action.kind !== 'mine') {
    const sent = action.kind === 'send' ? txs : [];
    const waiting = [...race.waiting, ...sent];
    if (order === 'any') return { ...race, waiting: TX_IDS.filter((id) => waiting.includes(id)) };
    if (order === 'fifo') return { ...race, waiting };
    const fee = action.kind === 'send' ? FEE : nextFee(race);
    const paid = inTable({ ...race.paid, ...Object.fromEntries(txs.map((id) => [id, fee])) });
    return { ...race, waiting: byFee(waiting, paid), paid };
  }
  if (txs.length === 0) {
    const height = race.tables.height + atOnce;
    const nothing = Array.from({ length: atOnce }, (): Mined => ({ txs, verdicts: [] }));
    const held = race.waiting.includes('RV') ? race.held + atOnce : race.held;
    return { ...race, blocks: [...race.blocks, ...nothing], tables: { ...race.tables, height }, held };
  }
  const { tables, verdicts } = judged(
    race.tables,
    [],
    txs.map((id) => txOf(id, rules.register, name)),
    rules,
  );
  return {
    ...race,
    waiting: race.waiting.filter((id) => !txs.includes(id)),
    blocks: [...race.blocks, { txs, verdicts }],
    tables,
    held: race.waiting.includes('RV') && !txs.includes('RV') ? race.held + 1 : race.held,
  };
}

/** Blocks between a preorder and the register that used it, of whoever owns the name; null where nobody does. */
export function ageOf(race: Race, { rules }: Settings): number | null {
  const owner = ownerOf(race);
  if (owner === null || rules.register === 'one-step') return null;
  const preorder: TxId = owner === 'V' ? 'PV' : rules.register === 'hash' ? 'CT' : 'PT';
  const [from, to] = [heightOf(race, preorder), heightOf(race, owner === 'V' ? 'RV' : 'RT')];
  return from === null || to === null ? null : to - from;
}

/** A register of V was mined and the name is nobody's. */
export const isGriefed = (race: Race): boolean => heightOf(race, 'RV') !== null && ownerOf(race) === null;
