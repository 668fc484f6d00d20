// Lecture 19.4: why nobody in particular orders the payments. One server that signs its log can show two of them; voting
// needs a list of who may vote, and where anybody may join a vote is bought with names. Y pays Z and Q with one coin.

import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf } from '../../../base/bytes.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Chip, Panel, Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { joined } from '../consensus/wire.ts';
import { COIN_VALUE, coinOf, FEE, made, output, POINTS, payment } from '../ledger/coins.ts';
import type { Came, Deed, Play } from '../play.ts';
import { actorName, row } from '../play.ts';
import { provesTwo, shortSignature } from './head.ts';

const TWO = ['T8', 'T8x'] as const;
type Two = (typeof TWO)[number];
type Payee = 'Z' | 'Q';
const PAYEES: Readonly<Record<Two, Payee>> = { T8: 'Z', T8x: 'Q' };
const WANTS: Readonly<Record<Payee, Two>> = { Z: 'T8', Q: 'T8x' };
const VOTERS = ['N1', 'N2', 'N3'] as const;
const MOST_NAMES = 4;

/** T7 pays Y; T8 and T8′ spend its coin, to Z and to Q. */
const transactionOf = made((name: 'T7' | Two): Transaction => {
  if (name === 'T7') return payment(POINTS.t6, [output(COIN_VALUE - FEE, 'Y')], 'X', 'X');
  return payment(coinOf(transactionOf('T7')), [output(COIN_VALUE - 2n * FEE, PAYEES[name])], 'Y', 'Y');
});

const heads = new Map<string, string>();
/** The head of the log that holds T7 and these: a hash over the hash of what is before it and the payment. */
function headOf(log: readonly Two[]): string {
  const name = log.join(' ');
  let head = heads.get(name);
  if (head === undefined) {
    const bytes = ['T7' as const, ...log].reduce(
      (before, one) => sha256(joined([before, txidOf(transactionOf(one))])),
      new Uint8Array(32),
    );
    head = `${log.length + 1} entries ${hexOf(bytes)}`;
    heads.set(name, head);
  }
  return head;
}

export interface Orders {
  /** Payments that Y has sent, and those that the server keeps out. */
  readonly sent: readonly Two[];
  readonly out: readonly Two[];
  /** The log that each was shown. */
  readonly seen: Readonly<Partial<Record<Payee, Two>>>;
  /** Who was shown a log with both, and refused it. */
  readonly refused: readonly Payee[];
  readonly compared: boolean;
  /** Votes of those who were there first; names that Y has joined with, and whether they have voted. */
  readonly votes: Readonly<Record<string, Two>>;
  readonly names: number;
  readonly namesVoted: boolean;
  /** Who has handed over the goods. */
  readonly handed: readonly Payee[];
}

interface Step extends Action {
  readonly kind: 'send' | 'keep' | 'show' | 'both' | 'compare' | 'vote' | 'join' | 'names' | 'count';
  readonly what: Two;
  readonly to: string;
}

const isVote = ({ orderer }: Params): boolean => orderer === 'vote';

function serverSteps({ sent, out, seen, refused, compared }: Orders): readonly Step[] {
  const steps: Step[] = [];
  for (const what of TWO) {
    if (!sent.includes(what)) steps.push({ key: `send.${what}`, kind: 'send', actor: 'Y', what, to: 'S' });
    else if (!out.includes(what) && !Object.values(seen).includes(what))
      steps.push({ key: `keep.${what}`, kind: 'keep', actor: 'S', what, to: 'Y' });
  }
  for (const to of ['Z', 'Q'] as const) {
    if (seen[to] === undefined)
      for (const what of sent.filter((one) => !out.includes(one)))
        steps.push({ key: `show.${to}.${what}`, kind: 'show', actor: 'S', what, to });
    else if (sent.length === 2 && !refused.includes(to))
      steps.push({ key: `both.${to}`, kind: 'both', actor: 'S', what: seen[to] === 'T8' ? 'T8x' : 'T8', to });
  }
  if (seen.Z && seen.Q && !compared)
    steps.push({ key: 'compare', kind: 'compare', actor: 'Z', what: seen.Z, to: 'Q' });
  return steps;
}

function voteSteps({ votes, names, namesVoted, handed }: Orders, params: Params): readonly Step[] {
  const steps: Step[] = [];
  for (const actor of VOTERS)
    if (votes[actor] === undefined)
      for (const what of TWO)
        steps.push({ key: `vote.${actor}.${what}`, kind: 'vote', actor, what, to: actor });
  if (params.members === 'open' && names < MOST_NAMES && !namesVoted)
    steps.push({ key: `join.${names + 1}`, kind: 'join', actor: 'Y', what: 'T8x', to: 'Y' });
  if (names > 0 && !namesVoted)
    steps.push({ key: 'vote.Y', kind: 'names', actor: 'Y', what: 'T8x', to: 'Y' });
  for (const actor of ['Z', 'Q'] as const)
    if (!handed.includes(actor))
      steps.push({ key: `count.${actor}`, kind: 'count', actor, what: WANTS[actor], to: actor });
  return steps;
}

/** Members of the vote, and how many of them are for this. */
const tally = (
  { votes, names, namesVoted }: Orders,
  what: Two,
): { readonly all: number; readonly pro: number } => ({
  all: VOTERS.length + names,
  pro: Object.values(votes).filter((one) => one === what).length + (namesVoted && what === 'T8x' ? names : 0),
});
const wins = (state: Orders, what: Two): boolean => 2 * tally(state, what).pro > tally(state, what).all;

function next(state: Orders, action: Action): Orders {
  const { kind, what, actor, to } = action as Step;
  switch (kind) {
    case 'send':
      return { ...state, sent: [...state.sent, what].sort() };
    case 'keep':
      return { ...state, out: [...state.out, what].sort() };
    case 'show': {
      const payee = to as Payee;
      const handed = WANTS[payee] === what ? [...state.handed, payee].sort() : state.handed;
      return { ...state, seen: { ...state.seen, [payee]: what }, handed };
    }
    case 'both':
      return { ...state, refused: [...state.refused, to as Payee].sort() };
    case 'compare':
      return { ...state, compared: true };
    case 'vote':
      return { ...state, votes: { ...state.votes, [actor]: what } };
    case 'join':
      return { ...state, names: state.names + 1 };
    case 'names':
      return { ...state, namesVoted: true };
    case 'count':
      return wins(state, what) ? { ...state, handed: [...state.handed, actor as Payee].sort() } : state;
  }
}

/** Two logs of one length, both signed: the server's own signatures convict it. */
const isCaught = ({ compared, seen: { Z, Q } }: Orders): boolean =>
  compared && Z !== undefined && Q !== undefined && provesTwo('S', headOf([Z]), headOf([Q]));

const payText = (what: Two): Text => text(`pay.${what}`);
const logText = (what: Two | undefined): Text => (what ? text(`log.${what}`) : text('none'));

const deed = (state: Orders, action: Action): Deed => {
  const { kind, what, actor, to } = action as Step;
  const { all, pro } = tally(state, what);
  const args = {
    who: actor,
    to,
    pay: payText(what),
    log: logText(what),
    n: kind === 'join' ? state.names + 1 : state.names,
    all,
    pro,
  };
  return { from: actor, to, label: text(`act.${kind}`, args), args };
};

function came(before: Orders, action: Action, after: Orders): Came {
  const { kind, what, actor, to } = action as Step;
  switch (kind) {
    case 'show': {
      const signed = shortSignature('S', headOf([what]));
      const ending = WANTS[to as Payee] === what ? 'handed' : 'waits';
      return { ending, answer: null, why: text('why.show', { signed, to }), source: '2' };
    }
    case 'both':
      return { ending: 'refused', answer: text('rep.twice'), why: text('why.both', { to }), source: '2' };
    case 'compare': {
      const caught = isCaught(after);
      const why = text(caught ? 'why.caught' : 'why.alike');
      return { ending: caught ? 'caught' : 'alike', answer: logText(before.seen.Q), why, source: '2' };
    }
    case 'count': {
      const won = after.handed.includes(actor as Payee);
      return { ending: won ? 'won' : 'lost', answer: null, why: text('why.count'), source: '4' };
    }
    default:
      return { ending: 'done', answer: null, why: text(`why.${kind}`), source: kind === 'send' ? '2' : '4' };
  }
}

const chip = (actor: string, said: Text | null): Chip => ({ actor, text: said ?? text('chip.none') });

export const serverPlay: Play<Orders> = {
  words: ['system', 'why-not-a-server'],
  lanes: (params) => (isVote(params) ? [...VOTERS, 'Y', 'Z', 'Q'] : ['S', 'Y', 'Z', 'Q']),
  init: () => ({
    sent: [],
    out: [],
    seen: {},
    refused: [],
    compared: false,
    votes: {},
    names: 0,
    namesVoted: false,
    handed: [],
  }),
  enabled: (state, params) => (isVote(params) ? voteSteps(state, params) : serverSteps(state)),
  next,
  properties: (params) => [
    {
      name: 'no-coin-twice',
      kind: 'always',
      judge: ({ handed }) => handed.length < 2,
      witness: () => ({ text: text('witness.twice'), actors: ['Z', 'Q'] }),
    },
    { name: 'goods-handed', kind: 'sometimes', judge: ({ handed }) => handed.length > 0 },
    {
      name: 'orderer-caught',
      kind: 'sometimes',
      ...(isVote(params) ? { inapplicable: text('moot.caught') } : {}),
      judge: isCaught,
    },
  ],
  deed,
  came,
  chips: (state, params) => [
    ...(isVote(params)
      ? VOTERS.map((id) => chip(id, state.votes[id] ? payText(state.votes[id]) : null))
      : [chip('S', state.out.length > 0 ? text('chip.out', { pay: payText(state.out[0] as Two) }) : null)]),
    chip('Y', state.names > 0 ? text('chip.names', { n: state.names }) : null),
    ...(['Z', 'Q'] as const).map((id) => {
      const seen = state.seen[id];
      return chip(id, state.handed.includes(id) ? text('chip.handed') : seen ? logText(seen) : null);
    }),
  ],
  rows: (state, params) =>
    isVote(params) ? voteRows(state) : (['Z', 'Q'] as const).map((actor) => seenRows(state, actor)),
  ending(params, { state, soFar }) {
    const twice = soFar['no-coin-twice'] === 'violated';
    const way = isVote(params) ? 'vote' : 'server';
    const id = twice ? (isCaught(state) ? 'caught' : 'twice') : state.handed.length > 0 ? 'once' : 'open';
    return {
      said: text(`why-not-a-server.end.${way}.${way === 'vote' && id === 'caught' ? 'twice' : id}`, {
        names: state.names,
        all: VOTERS.length + state.names,
      }),
      facts: (['Z', 'Q'] as const).map((who) => ({
        id: `handed ${who}`,
        text: text(state.handed.includes(who) ? 'fact.handed' : 'fact.kept', { who }),
      })),
      beside: [text('why-not-a-server.beside.sundr'), text('why-not-a-server.beside.work')],
    };
  },
};

const seenRows = ({ seen, handed }: Orders, actor: Payee): Panel => {
  const log = seen[actor];
  return {
    actor,
    rows: [
      row('log', logText(log)),
      row('head', log ? `${(headOf([log]).split(' ')[2] ?? '').slice(0, 10)}…` : text('none')),
      row('signed', log ? shortSignature('S', headOf([log])) : text('none')),
      row('goods', text(handed.includes(actor) ? 'goods.handed' : 'goods.kept')),
    ],
  };
};

const voteRows = (state: Orders): readonly Panel[] => [
  {
    actor: 'Y',
    rows: [row('names', state.names), row('members', VOTERS.length + state.names)],
  },
  ...(['Z', 'Q'] as const).map((actor) => ({
    actor,
    rows: [
      row('votes', text('row.of', { ...tally(state, WANTS[actor]), who: actorName(actor) })),
      row('goods', text(state.handed.includes(actor) ? 'goods.handed' : 'goods.kept')),
    ],
  })),
];
