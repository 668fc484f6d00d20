// Squatting, which Namecoin is known for: T takes names that it will not use, before those come who want them. What a name
// costs, and costs again at the end of its life, decides how many it can hold. Whoever creates the namespace, C, may have
// names before it is opened. Who may have a name, and for how much, is asked of the name database.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import { LABELS, scriptOf } from '../race/transactions.ts';
import { consensusHash, opsHash } from '../virtualchain/consensus.ts';
import type { NameRecord, Tables, Tx, Verdict } from '../virtualchain/database.ts';
import { emptyTables, judged } from '../virtualchain/database.ts';
import { preorderHash } from '../virtualchain/hashes.ts';
import type { Operation } from '../virtualchain/operations.ts';
import { encoded } from '../virtualchain/operations.ts';
import type { PriceRule } from '../virtualchain/price.ts';
import { BY_LENGTH, EPOCH_3_FROM, priceOf } from '../virtualchain/price.ts';
import type { Rules } from '../virtualchain/rules.ts';
import { deployed, YEAR } from '../virtualchain/rules.ts';

export const NAMES = LABELS;
export type Label = (typeof LABELS)[number];
export type Who = 'V' | 'T' | 'C';

/** Satoshi that T has to burn. */
export const PURSE = 200_000;

export interface Squat {
  /** Of each name that somebody has. */
  readonly owners: Readonly<Partial<Record<Label, Who>>>;
  readonly burnt: Readonly<Record<'V' | 'T', number> & { C?: number }>;
  /** What V wanted and did not get, in the order of the names. */
  readonly refused: readonly Label[];
  /** What T could not pay a second time. */
  readonly freed: readonly Label[];
  /** The life of the first names is over. */
  readonly over: boolean;
  /** The namespace is not ready yet: only its creator has names. */
  readonly closed?: true;
}

export interface SquatAction extends Action {
  readonly kind: 'squat' | 'want' | 'expire' | 'import' | 'ready';
  readonly label?: Label;
}

const rules: Rules = { ...deployed, consensusCheck: false };

/** Every name alike, as in Namecoin, for what the cheapest length costs. */
const ALIKE: PriceRule = { ...BY_LENGTH, base: 1, nonalpha: 1, noVowel: 1 };

const START = EPOCH_3_FROM;
const END = START + YEAR;

const ruleOf = ({ price }: Params): PriceRule => (price === 'alike' ? ALIKE : BY_LENGTH);
export const costOf = (label: Label, params: Params): number =>
  Number(priceOf(label, ruleOf(params), START).satoshi);

export const start = ({ creator }: Params): Squat => ({
  owners: {},
  burnt: { V: 0, T: 0 },
  refused: [],
  freed: [],
  over: false,
  ...(creator === 'none' ? {} : { closed: true }),
});

function tablesOf({ owners, over, closed }: Squat, params: Params): Tables {
  const since = over ? END : START;
  const record = (owner: string): NameRecord => ({ owner, value: null, since, revoked: false, history: [] });
  const names = Object.entries(owners).map(([label, owner]) => [`${label}.id`, record(owner)]);
  return {
    ...emptyTables(START),
    height: over ? END + rules.grace + 1 : START,
    names: Object.fromEntries(names),
    namespaces: { id: { rule: ruleOf(params), creator: 'C', revealed: START, ready: !closed } },
  };
}

const TIP = consensusHash(opsHash([]), []);
const txOf = (operation: Operation, who: Who, burnt: number): Tx => ({
  payload: hexOf(encoded(operation)),
  sender: who,
  script: scriptOf(who),
  to: who,
  burnt,
});
const registerOf = (label: Label, who: Who, burnt: number): Tx =>
  txOf({ op: 'name-registration', name: `${label}.id` }, who, burnt);

/** What comes of a preorder and a register in blocks of their own. */
export function verdictOf(state: Squat, label: Label, who: Who, params: Params): Verdict {
  const hash = preorderHash(`${label}.id`, bytesOfHex(scriptOf(who)), who);
  const preorder = txOf({ op: 'name-preorder', hash, consensus: TIP }, who, costOf(label, params));
  const { tables } = judged(tablesOf(state, params), [], [preorder], rules);
  return judged(tables, [], [registerOf(label, who, 0)], rules).verdicts[0] ?? null;
}

/** What comes of it that C takes a name for itself, or opens the namespace. */
const creatorsVerdict = (state: Squat, operation: Operation, params: Params): Verdict =>
  judged(tablesOf(state, params), [], [txOf(operation, 'C', 0)], rules).verdicts[0] ?? null;

/** Whether the register of somebody who has the name is a renewal that counts, in the last block of the name's life. */
const renews = (state: Squat, label: Label, who: Who, params: Params): boolean =>
  judged(
    { ...tablesOf(state, params), height: END - 1 },
    [],
    [registerOf(label, who, costOf(label, params))],
    rules,
  ).verdicts[0] === null;

export function enabled(state: Squat, params: Params): readonly SquatAction[] {
  const { owners, burnt, refused, over, closed } = state;
  if (closed) {
    const free = NAMES.filter((label) => owners[label] === undefined);
    return [
      ...free.map((label): SquatAction => ({ key: `import.${label}`, kind: 'import', actor: 'C', label })),
      { key: 'ready', kind: 'ready', actor: 'C' },
    ];
  }
  const affords = (label: Label): boolean => burnt.T + costOf(label, params) <= PURSE;
  const squats = NAMES.filter((label) => owners[label] === undefined && affords(label));
  const wants = NAMES.filter((label) => owners[label] !== 'V' && !refused.includes(label));
  return [
    ...squats.map((label): SquatAction => ({ key: `squat.${label}`, kind: 'squat', actor: 'T', label })),
    ...wants.map((label): SquatAction => ({ key: `want.${label}`, kind: 'want', actor: 'V', label })),
    ...(over ? [] : [{ key: 'expire', kind: 'expire', actor: 'N' } as const]),
  ];
}

export function next(state: Squat, { kind, label }: SquatAction, params: Params): Squat {
  if (kind === 'expire') return expired(state, params);
  if (kind === 'ready' || !label) {
    const verdict = creatorsVerdict(state, { op: 'namespace-ready', namespace: 'id' }, params);
    const { closed: _, ...open } = state;
    return verdict === null ? open : state;
  }
  if (kind === 'import') {
    const verdict = creatorsVerdict(state, { op: 'name-import', name: `${label}.id` }, params);
    return verdict === null ? { ...state, owners: inOrder({ ...state.owners, [label]: 'C' }) } : state;
  }
  const who = kind === 'squat' ? 'T' : 'V';
  const counts = verdictOf(state, label, who, params) === null;
  const burnt = { ...state.burnt, [who]: state.burnt[who] + costOf(label, params) };
  if (!counts)
    return { ...state, burnt, refused: NAMES.filter((one) => one === label || state.refused.includes(one)) };
  const owners = { ...state.owners, [label]: who };
  return { ...state, burnt, owners: inOrder(owners), freed: state.freed.filter((one) => one !== label) };
}

const inOrder = (owners: Squat['owners']): Squat['owners'] =>
  Object.fromEntries(NAMES.flatMap((label) => (owners[label] ? [[label, owners[label]]] : [])));

/** Everybody pays again for what they have, as far as they can; the rest is anybody's. */
function expired(state: Squat, params: Params): Squat {
  const burnt = { ...state.burnt };
  const owners: Partial<Record<Label, Who>> = {};
  const freed: Label[] = [];
  for (const label of NAMES) {
    const who = state.owners[label];
    if (!who) continue;
    const cost = costOf(label, params);
    if ((who !== 'T' || burnt.T + cost <= PURSE) && renews(state, label, who, params)) {
      owners[label] = who;
      burnt[who] = (burnt[who] ?? 0) + cost;
    } else freed.push(label);
  }
  return { ...state, owners, burnt, freed, over: true, refused: [] };
}

export const heldBy = ({ owners }: Squat, who: Who): number =>
  NAMES.filter((label) => owners[label] === who).length;
