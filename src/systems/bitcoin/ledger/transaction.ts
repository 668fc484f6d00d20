// Lecture 19.2: T6 -> T7 -> T8. X pays Y, Y pays Z, and each node checks for itself. On its way to a node one thing of a
// payment may be changed, by anybody; or somebody else signs.

import { unreachable } from '../../../base/assert.ts';
import { hexOf } from '../../../base/bytes.ts';
import { about, grouped } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Chip, Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Broken, Rule } from '../consensus/rules.ts';
import { TRANSACTION_RULES } from '../consensus/rules.ts';
import { flipped } from '../consensus/script.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { parseTransaction, transactionBytes } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { shown } from '../consensus/wire.ts';
import type { Came, Deed, Play } from '../play.ts';
import { actorName, row } from '../play.ts';
import type { BytesScene } from '../scene-bytes.ts';
import { nothingShown, transactionScene } from '../scene-bytes.ts';
import type { Person } from './coins.ts';
import { COIN_VALUE, coinOf, FEE, made, output, POINTS, payment, scriptOf } from './coins.ts';
import { balanceOf, refusalOf } from './node.ts';
import { saidOf } from './said.ts';

/** What may be changed of a payment on its way. */
export const EDITS = ['amount', 'payee', 'previous', 'signature', 'flip'] as const;
export type Edit = (typeof EDITS)[number];
export type Name = 'T7' | 'T8';
const NAMES: readonly Name[] = ['T7', 'T8'];
export const NODES = ['N1', 'N2'] as const;

type Node = (typeof NODES)[number];

export interface Purse {
  readonly signed: readonly Name[];
  /** By node, in order of arrival: "T7", or "T7.amount" where it was changed on its way. */
  readonly pool: Readonly<Record<Node, readonly string[]>>;
  /** By node: what was refused last, and the rule. */
  readonly refused: Readonly<
    Record<Node, { readonly what: string; readonly rule: Rule | 'unreadable' } | null>
  >;
  /** Each node is sent each payment once, and one that was changed once in all. */
  readonly sent: readonly string[];
  readonly served: boolean;
  /** What reached a node last, which, and what the node said. */
  readonly last: {
    readonly what: string;
    readonly node: Node;
    readonly rule: Rule | 'unreadable' | null;
  } | null;
}

interface Step extends Action {
  readonly kind: 'sign' | 'send' | 'edit' | 'serve';
  readonly what: string;
  readonly node: Node | null;
}

const signerOf = (params: Params): Person => (params.signer === 'owner' ? 'Y' : 'Q');
/** Whose key is used for T8. */
const keyOf = (params: Params): Person => (params.signer === 'thief' ? 'Q' : 'Y');

const t7 = payment(POINTS.t6, [output(COIN_VALUE - FEE, 'Y')], 'X', 'X');

const build = made((name: string): Transaction => {
  const [what = '', payee = '', key = '', edit = ''] = name.split(' ');
  const plain =
    what === 'T7'
      ? t7
      : payment(coinOf(t7), [output(COIN_VALUE - 2n * FEE, payee as Person)], 'Y', key as Person);
  return edit === '' ? plain : edited(plain, edit as Edit);
});

function edited(transaction: Transaction, edit: Edit): Transaction {
  const { inputs, outputs } = transaction;
  switch (edit) {
    case 'amount':
      return { ...transaction, outputs: outputs.map((one) => ({ ...one, value: one.value - FEE })) };
    case 'payee':
      return { ...transaction, outputs: outputs.map(({ value }) => output(value, 'Q')) };
    case 'previous':
      return {
        ...transaction,
        inputs: inputs.map((one) => ({
          ...one,
          txid: one.txid.map((byte, i) => (i === 0 ? byte ^ 1 : byte)),
        })),
      };
    case 'signature':
      return {
        ...transaction,
        inputs: inputs.map((one) => ({
          ...one,
          script: one.script.map((byte, i) => (i === 20 ? byte ^ 1 : byte)),
        })),
      };
    case 'flip':
      return flipped(transaction, 0);
    default:
      return unreachable(edit, 'edited');
  }
}

/** The payment that "T8" or "T8.amount" is under these settings. */
function transactionOf(name: string, params: Params): Transaction {
  const plain = signedAs(name, params);
  return name === 'T8' ? (withByte(plain, params) ?? plain) : plain;
}

/** With the byte that the learner changed; null where it is no transaction any more. */
function withByte(plain: Transaction, { byte = '' }: Params): Transaction | null {
  const [place, value] = String(byte).split('=');
  if (value === undefined) return plain;
  const bytes = transactionBytes(plain);
  if (Number(place) >= bytes.length) return plain;
  bytes[Number(place)] = Number.parseInt(value, 16);
  try {
    return parseTransaction(bytes);
  } catch {
    return null;
  }
}

const unreadable = (name: string, params: Params): boolean =>
  name === 'T8' && withByte(signedAs(name, params), params) === null;

/** As its payer signed it, changed on its way or not. */
function signedAs(name: string, params: Params): Transaction {
  const [what = '', edit = ''] = name.split('.');
  const payee = params.signer === 'owner' ? 'Z' : 'Q';
  return build([what, payee, keyOf(params), edit].join(' '));
}

const answerOf = (state: Pick<Purse, 'pool'>, what: string, node: Node, params: Params): Broken | null =>
  refusalOf(
    transactionOf(what, params),
    state.pool[node].map((one) => transactionOf(one, params)),
    params.lowS === 'on',
  );

const sender = (what: string, params: Params): Person => (what.startsWith('T7') ? 'X' : signerOf(params));

function enabled(state: Purse, params: Params): readonly Step[] {
  const steps: Step[] = [];
  const ready = NAMES.find((name) => !state.signed.includes(name));
  if (ready)
    steps.push({ key: `sign.${ready}`, kind: 'sign', actor: sender(ready, params), what: ready, node: null });
  for (const what of state.signed)
    for (const node of NODES) {
      if (state.sent.includes(`${what} ${node}`)) continue;
      const actor = sender(what, params);
      steps.push({ key: `send.${what}.${node}`, kind: 'send', actor, what, node });
      if (!state.sent.some((one) => one.includes('.')))
        for (const edit of EDITS)
          steps.push({
            key: `edit.${what}.${edit}.${node}`,
            kind: 'edit',
            actor,
            what: `${what}.${edit}`,
            node,
          });
    }
  if (!state.served && paid(state, params)) steps.push(SERVE);
  return steps;
}

const SERVE: Step = { key: 'serve', kind: 'serve', actor: 'Z', what: 'T8', node: 'N2' };

/** Z's own node has taken a payment to Z. */
const paid = ({ pool }: Purse, params: Params): boolean =>
  params.signer === 'owner' && pool.N2.some((what) => what.startsWith('T8'));

function next(state: Purse, action: Action, params: Params): Purse {
  const { kind, what, node } = action as Step;
  if (kind === 'sign') return { ...state, signed: [...state.signed, what as Name], last: null };
  if (kind === 'serve') return { ...state, served: true };
  const at = node as Node;
  const lost = unreadable(what, params);
  const found = lost ? { rule: 'unreadable' as const } : answerOf(state, what, at, params);
  const sent = [...state.sent, `${what} ${at}`].sort();
  const last = { what, node: at, rule: found?.rule ?? null };
  if (found) return { ...state, sent, last, refused: { ...state.refused, [at]: { what, rule: found.rule } } };
  return { ...state, sent, last, pool: { ...state.pool, [at]: [...state.pool[at], what] } };
}

const nameOf = (what: string): Text => {
  const [name = '', edit] = what.split('.');
  return edit === undefined ? text('tx', { name }) : text('tx.edited', { name });
};

function deed(_: Purse, action: Action, params: Params): Deed {
  const { kind, what, node, actor } = action as Step;
  const [, edit = ''] = what.split('.');
  const key = keyOf(params);
  const args = {
    who: actor,
    tx: nameOf(what),
    node: node === null ? '' : actorName(node),
    edit: text(edit === '' ? 'none' : `edit.${edit}`),
    payer: what.startsWith('T7') ? 'X' : 'Y',
    payee: what.startsWith('T7') ? 'Y' : params.signer === 'owner' ? 'Z' : 'Q',
    key: what.startsWith('T7') ? 'X' : key,
  };
  const to = kind === 'sign' ? actor : (node ?? actor);
  return { from: actor, to, label: text(`act.${kind}`, args), args };
}

function came(before: Purse, action: Action, _: Purse, params: Params): Came {
  const { kind, what, node } = action as Step;
  if (kind === 'sign') {
    const own = what === 'T7' || params.signer === 'owner';
    const ending = own ? 'own' : String(params.signer);
    return { ending, answer: null, why: text(`why.sign.${ending}`), source: '2' };
  }
  if (kind === 'serve') return { ending: 'done', answer: null, why: text('why.serve'), source: '5' };
  if (kind === 'send' && unreadable(what, params))
    return {
      ending: 'refused',
      answer: text('rep.unreadable'),
      why: text('why.unreadable'),
      source: '5',
      args: { rule: text('rep.unreadable') },
    };
  const found = answerOf(before, what, node as Node, params);
  if (!found) {
    const txid = shown(txidOf(transactionOf(what, params))).slice(0, 8);
    const why = what.endsWith('.flip') ? text('why.flip', { txid }) : text('why.taken', { txid });
    return { ending: 'taken', answer: text('rep.taken'), why, source: '5' };
  }
  return {
    ending: 'refused',
    answer: text('rep.refused', { rule: found.rule }),
    why: text(`rule.${found.rule}`, { got: saidOf(found.got), want: saidOf(found.want) }),
    source: '5',
    args: { rule: found.rule },
  };
}

/** What was signed or sent last. */
function inspected({ signed, last, pool }: Purse, params: Params): BytesScene {
  const what = last?.what ?? signed.at(-1);
  if (what === undefined) return nothingShown;
  const [name = ''] = what.split('.');
  const transaction = transactionOf(what, params);
  const plain = what === name && params.byte === '' ? null : signedAs(name, params);
  const at = last
    ? text('bytes.at', { tx: nameOf(what), node: actorName(last.node) })
    : text('bytes.signed', { tx: name });
  const lowS = params.lowS === 'on';
  if (!last || last.rule === 'unreadable') {
    const waiting = what === 'T8' ? [hexOf(transactionBytes(t7))] : [];
    return transactionScene(at, transaction, null, [], null, { kind: 'payment', pool: waiting, lowS });
  }
  const before = pool[last.node].filter((one) => one !== last.what);
  const beside = before.map((one) => hexOf(transactionBytes(transactionOf(one, params))));
  const found = answerOf({ pool: { ...pool, [last.node]: before } }, what, last.node, params);
  return transactionScene(at, transaction, plain, TRANSACTION_RULES, found, {
    kind: 'payment',
    pool: beside,
    lowS,
  });
}

const ruleText = (rule: string): Text | string => (rule === 'unreadable' ? text('rep.unreadable') : rule);

const holds = (list: readonly string[]): Text =>
  list.length === 0
    ? text('chip.none')
    : text('chip.pool', { list: list.map((one) => one.replace(/\..*/, '′')).join(', ') });

function chips(state: Purse, params: Params): readonly Chip[] {
  return lanes(params).map((actor): Chip => {
    if (actor === 'N1' || actor === 'N2') {
      const refused = state.refused[actor];
      const pool = state.pool[actor];
      if (refused && pool.length === 0)
        return { actor, text: text('chip.refused', { what: refused.what.replace(/\..*/, '′') }) };
      return { actor, text: holds(pool) };
    }
    if (actor === 'Z') return { actor, text: text(state.served ? 'chip.served' : 'chip.none') };
    const own = state.signed.filter((name) => sender(name, params) === actor);
    return {
      actor,
      text: own.length === 0 ? text('chip.none') : text('chip.signed', { list: own.join(', ') }),
    };
  });
}

/** Satoshi a virtual byte: without witnesses, a byte. */
const rateOf = (name: Name, params: Params): string =>
  about(Number(FEE) / transactionBytes(transactionOf(name, params)).length);

const owners = (params: Params): readonly Person[] => ['X', 'Y', params.signer === 'owner' ? 'Z' : 'Q'];

const lanes = (params: Params): readonly string[] =>
  params.signer === 'owner' ? ['X', 'Y', 'Z', ...NODES] : ['X', 'Y', 'Q', ...NODES];

/** A payment that spends Y's coin without Y's consent. */
const robbed = (state: Purse, params: Params): boolean =>
  params.signer !== 'owner' && NODES.some((node) => state.pool[node].some((what) => what.startsWith('T8')));

export const transactionPlay: Play<Purse> = {
  words: ['system', 'rules', 'ledger', 'bytes', 'transaction'],
  faults: ['edit'],
  lanes,
  init: () => ({
    signed: [],
    pool: { N1: [], N2: [] },
    refused: { N1: null, N2: null },
    sent: [],
    served: false,
    last: null,
  }),
  enabled,
  blocked: (state, params) =>
    state.served || params.signer !== 'owner' || paid(state, params)
      ? []
      : [{ ...SERVE, reason: text('blocked.serve') }],
  next,
  properties: (params) => [
    {
      name: 'owner-consents',
      kind: 'always',
      judge: (state) => !robbed(state, params),
      witness: (state) => ({
        text: text('witness.owner-consents'),
        actors: NODES.filter((node) => state.pool[node].some((what) => what.startsWith('T8'))),
      }),
    },
    {
      name: 'as-signed',
      kind: 'always',
      judge: ({ pool }) => !NODES.some((node) => pool[node].some((what) => what.includes('.'))),
      witness: ({ pool }) => ({
        text: text('witness.as-signed'),
        actors: NODES.filter((node) => pool[node].some((what) => what.includes('.'))),
      }),
    },
    {
      name: 'payment-taken',
      kind: 'sometimes',
      judge: ({ pool }) => NODES.every((node) => pool[node].some((what) => what.startsWith('T8'))),
    },
    {
      name: 'node-refused',
      kind: 'sometimes',
      judge: ({ refused }) => NODES.some((node) => refused[node] !== null),
    },
  ],
  deed,
  came,
  chips,
  rows: (state, params) => [
    ...(['T7', 'T8'] as const).flatMap((name) =>
      state.signed.includes(name)
        ? [
            {
              actor: sender(name, params),
              rows: [
                row(`txid.${name}`, shown(txidOf(transactionOf(name, params)))),
                row(
                  `pays.${name}`,
                  text('row.sat', { n: String(transactionOf(name, params).outputs[0]?.value) }),
                ),
                row(`fee.${name}`, text('row.rate', { n: grouped(Number(FEE)), rate: rateOf(name, params) })),
              ],
            },
          ]
        : [],
    ),
    ...NODES.map((node) => ({
      actor: node,
      rows: [
        row('pool', holds(state.pool[node])),
        ...owners(params).map((who) =>
          row(
            `balance.${who}`,
            text('row.sat', {
              n: String(
                balanceOf(
                  scriptOf(who),
                  state.pool[node].map((what) => transactionOf(what, params)),
                ),
              ),
            }),
          ),
        ),
        row('refused', ruleText(state.refused[node]?.rule ?? '–')),
      ],
    })),
  ],
  scene: (kind, state, params) => (kind === 'bytes' ? inspected(state, params) : null),
  ending(_, { state, soFar }) {
    const { refused, pool } = state;
    const rule = refused.N1?.rule ?? refused.N2?.rule ?? '';
    const taken = NODES.every((node) => pool[node].some((what) => what.startsWith('T8')));
    const id =
      soFar['owner-consents'] === 'violated'
        ? 'stolen'
        : soFar['as-signed'] === 'violated'
          ? 'changed'
          : rule !== ''
            ? 'refused'
            : taken
              ? 'paid'
              : 'open';
    return {
      said: text(`transaction.end.${id}`, { rule: ruleText(rule) }),
      facts: [
        ...NODES.map((node) => ({
          id: `pool.${node}`,
          text: text('fact.pool', { node: actorName(node), list: holds(pool[node]) }),
        })),
        ...NODES.map((node) => ({
          id: `refused.${node}`,
          text: text('fact.refused', { node: actorName(node), rule: ruleText(refused[node]?.rule ?? '–') }),
        })),
      ],
    };
  },
};
