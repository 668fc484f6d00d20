// Lecture 19.2: T6 -> T7 -> T8. X pays Y, Y pays Z, and each node checks for itself. On its way to a node one thing of a
// payment may be changed, by anybody; or somebody else signs; or Y pays the same coin once more.

import { hexOf } from '../../../base/bytes.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Chip, Panel, Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Property } from '../../../kernel/property.ts';
import type { Broken, Rule } from '../consensus/rules.ts';
import { TRANSACTION_RULES } from '../consensus/rules.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { transactionBytes } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { shown } from '../consensus/wire.ts';
import type { Args, Came, Deed, Play } from '../play.ts';
import { actorName, row } from '../play.ts';
import { satoshi } from '../satoshi.ts';
import type { BytesScene } from '../scene-bytes.ts';
import { nothingShown, transactionScene } from '../scene-bytes.ts';
import type { Person } from './coins.ts';
import { scriptOf } from './coins.ts';
import { balanceOf, refusalOf } from './node.ts';
import type { Name } from './payments.ts';
import {
  checkByte,
  EDITS,
  keyOf,
  NAMES,
  nameOf,
  payeeOf,
  sender,
  signedAs,
  transactionOf,
  unreadable,
} from './payments.ts';
import { inItsWay, priceOf } from './replacement.ts';
import { saidOf } from './said.ts';
import { sumsOf } from './sums.ts';

export const NODES = ['N1', 'N2'] as const;

type Node = (typeof NODES)[number];

export interface Purse {
  readonly signed: readonly Name[];
  /** By node, in order of arrival: "T7", or "T7.amount" where it was changed on its way. */
  readonly pool: Readonly<Record<Node, readonly string[]>>;
  /** By node: what was refused last, and the rule. */
  readonly refused: Readonly<Record<Node, { readonly what: string; readonly rule: Said } | null>>;
  /** Each node is sent each payment once, and one that was changed once in all. */
  readonly sent: readonly string[];
  readonly served: boolean;
  /** What reached a node last, which, and what the node said. */
  readonly last: {
    readonly what: string;
    readonly node: Node;
    readonly rule: Said | null;
  } | null;
}

interface Step extends Action {
  readonly kind: 'sign' | 'send' | 'edit' | 'serve';
  readonly what: string;
  readonly node: Node | null;
}

/** What a node says: a rule of the chain that is broken; or, of its own, that too little is left to the miner. */
type Said = Rule | 'unreadable' | 'fee-too-low';

interface Answer {
  readonly refused: {
    readonly rule: Said;
    readonly got: Broken['got'];
    readonly want: Broken['want'];
  } | null;
  /** The payments of the pool that make room for it. */
  readonly replaced: readonly string[];
}

function answerOf(pool: readonly string[], what: string, params: Params): Answer {
  if (unreadable(what, params)) return { refused: { rule: 'unreadable', got: '', want: '' }, replaced: [] };
  const transaction = transactionOf(what, params);
  const held = pool.map((one) => transactionOf(one, params));
  const way = params.second === 'more-fee' ? inItsWay(transaction, held) : [];
  const broken = refusalOf(
    transaction,
    held.filter((one) => !way.includes(one)),
    params.lowS === 'on',
  );
  if (broken) return { refused: broken, replaced: [] };
  const price = way.length > 0 ? priceOf(transaction, way, held) : null;
  if (price && price.left < price.want)
    return {
      refused: { rule: 'fee-too-low', got: satoshi(String(price.left)), want: satoshi(String(price.want)) },
      replaced: [],
    };
  return { refused: null, replaced: pool.filter((_, i) => way.includes(held[i] as Transaction)) };
}

function enabled(state: Purse, params: Params): readonly Step[] {
  const steps: Step[] = [];
  for (const name of signable(state, params))
    steps.push({ key: `sign.${name}`, kind: 'sign', actor: sender(name, params), what: name, node: null });
  for (const what of state.signed)
    for (const node of NODES) {
      if (state.sent.includes(`${what} ${node}`)) continue;
      const actor = sender(what, params);
      steps.push({ key: `send.${what}.${node}`, kind: 'send', actor, what, node });
      // One thing at a time: where Y pays twice, nothing is changed on its way.
      if (!secondTried(params) && !state.sent.some((one) => one.includes('.')))
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

/** T7 and T8 in their order; then what spends T8's coin again. */
function signable({ signed }: Purse, params: Params): readonly Name[] {
  const [first, second, ...again] = NAMES.filter((name) => !signed.includes(name));
  if (first === 'T7' || first === 'T8') return [first];
  if (!secondTried(params)) return [];
  return [first, second, ...again].filter((name) => name !== undefined);
}
const secondTried = ({ signer, second }: Params): boolean => signer === 'owner' && second !== 'none';

const SERVE: Step = { key: 'serve', kind: 'serve', actor: 'Z', what: 'T8', node: 'N2' };

/** A payment that spends the coin that T7 pays Y, to Z or to whoever took it. */
const goesOn = (what: string): boolean => nameOf(what) === 'T8' || nameOf(what) === 'T9';

/** Z's own node has taken a payment to Z. */
const paid = ({ pool }: Purse, params: Params): boolean => params.signer === 'owner' && pool.N2.some(goesOn);

function next(state: Purse, action: Action, params: Params): Purse {
  const { kind, what, node } = action as Step;
  if (kind === 'sign') return { ...state, signed: [...state.signed, what as Name], last: null };
  if (kind === 'serve') return { ...state, served: true };
  const at = node as Node;
  const { refused, replaced } = answerOf(state.pool[at], what, params);
  const sent = [...state.sent, `${what} ${at}`].sort();
  const last = { what, node: at, rule: refused?.rule ?? null };
  if (refused)
    return { ...state, sent, last, refused: { ...state.refused, [at]: { what, rule: refused.rule } } };
  const kept = state.pool[at].filter((one) => !replaced.includes(one));
  return { ...state, sent, last, pool: { ...state.pool, [at]: [...kept, what] } };
}

const saidName = (what: string): Text => {
  const [name = '', edit] = what.split('.');
  return edit === undefined ? text('tx', { name }) : text('tx.edited', { name });
};

function deed(_: Purse, action: Action, params: Params): Deed {
  const { kind, what, node, actor } = action as Step;
  const [, edit = ''] = what.split('.');
  const args = {
    who: actor,
    tx: saidName(what),
    node: node === null ? '' : actorName(node),
    edit: text(edit === '' ? 'none' : `edit.${edit}`),
    payer: nameOf(what) === 'T7' ? 'X' : 'Y',
    payee: payeeOf(what, params),
    key: keyOf(what, params),
  };
  const to = kind === 'sign' ? actor : (node ?? actor);
  return { from: actor, to, label: text(`act.${kind}`, args), args };
}

function came(before: Purse, action: Action, _: Purse, params: Params): Came {
  const { kind, what, node } = action as Step;
  if (kind === 'sign') return cameOfSigning(what, params);
  if (kind === 'serve') return { ending: 'done', answer: null, why: text('why.serve'), source: '5' };
  const { refused, replaced } = answerOf(before.pool[node as Node], what, params);
  if (refused) return cameOfRefusal(refused);
  const transaction = transactionOf(what, params);
  const txid = shown(txidOf(transaction)).slice(0, 8);
  if (replaced.length === 0) {
    const why = what.endsWith('.flip') ? text('why.flip', { txid }) : text('why.taken', { txid });
    return { ending: 'taken', answer: text('rep.taken'), why, source: '5' };
  }
  const held = before.pool[node as Node].map((one) => transactionOf(one, params));
  const { fee, rate } = sumsOf(transaction, held);
  const old = sumsOf(transactionOf(replaced[0] ?? what, params), held);
  const list = replaced.map((one) => one.replace(/\..*/, '′')).join(', ');
  return {
    ending: 'replaced',
    answer: text('rep.replaced', { list }),
    why: text('why.replaced', {
      fee: satoshi(fee ?? ''),
      rate: rate ?? '',
      was: satoshi(old.fee ?? ''),
      list,
    }),
    source: '5',
    args: { list },
  };
}

function cameOfSigning(what: string, params: Params): Came {
  const own = nameOf(what) === 'T7' || params.signer === 'owner';
  const ending = own ? (nameOf(what) === 'T10' ? 'back' : 'own') : String(params.signer);
  // Who signs knows the coin: T7 is there or in the pool.
  const { lines, fee } = sumsOf(transactionOf(what, params), [transactionOf('T7', params)]);
  const change = lines.find((line) => line.change && line.id !== 'out 0');
  const again = nameOf(what) === 'T9' || nameOf(what) === 'T10';
  const why = !own ? ending : again ? nameOf(what) : change ? 'change' : 'own';
  const args = { change: satoshi(change?.value ?? '0'), fee: satoshi(fee ?? '0'), back: change?.who ?? '' };
  return { ending, answer: null, why: text(`why.sign.${why}`, args), source: '2' };
}

function cameOfRefusal({ rule, got, want }: NonNullable<Answer['refused']>): Came {
  const answer = saidRule(rule);
  const args = { rule: answer };
  if (rule === 'unreadable')
    return { ending: 'refused', answer, why: text('why.unreadable'), source: '5', args };
  const why =
    rule === 'fee-too-low'
      ? text('why.fee-too-low', { got: String(got), want: String(want) })
      : text(`rule.${rule}`, { got: saidOf(got), want: saidOf(want) });
  return { ending: 'refused', answer, why, source: '5', args };
}

/** What was signed or sent last. */
function inspected({ signed, last, pool }: Purse, params: Params): BytesScene {
  const what = last?.what ?? signed.at(-1);
  if (what === undefined) return nothingShown;
  const [name = ''] = what.split('.');
  const transaction = transactionOf(what, params);
  const plain = what === name && params.byte === '' ? null : signedAs(name, params);
  const at = last
    ? text('bytes.at', { tx: saidName(what), node: actorName(last.node) })
    : text('bytes.signed', { tx: name });
  const asked = last && last.rule !== 'unreadable' ? last : null;
  const held = asked ? pool[asked.node].filter((one) => one !== what) : name === 'T7' ? [] : ['T7'];
  const all = held.map((one) => transactionOf(one, params));
  // What makes room, or would have to, is not held against it: that is no rule of the chain.
  const way = params.second === 'more-fee' ? inItsWay(transaction, all) : [];
  const beside = all.filter((one) => !way.includes(one));
  const lowS = params.lowS === 'on';
  const found = asked ? refusalOf(transaction, beside, lowS) : null;
  const about = { kind: 'payment', pool: beside.map((one) => hexOf(transactionBytes(one))), lowS } as const;
  const rules = asked ? TRANSACTION_RULES : [];
  return transactionScene(at, transaction, plain, rules, found, about, sumsOf(transaction, all));
}

/** A rule of the chain by its name; what is none, in words. */
const saidRule = (rule: string): Text =>
  rule === 'unreadable' || rule === 'fee-too-low' ? text(`rep.${rule}`) : text('rep.refused', { rule });

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

const owners = (params: Params): readonly Person[] => ['X', 'Y', params.signer === 'owner' ? 'Z' : 'Q'];

function lanes(params: Params): readonly string[] {
  checkByte(params);
  return params.signer === 'owner' ? ['X', 'Y', 'Z', ...NODES] : ['X', 'Y', 'Q', ...NODES];
}

/** What one who signed it knows of a payment: its name, whom it pays, what comes back, what is left to the miner. */
function rowsOf(name: Name, params: Params): Panel['rows'] {
  const transaction = transactionOf(name, params);
  const { lines, fee, rate } = sumsOf(transaction, [transactionOf('T7', params)]);
  const about = (id: string, value: Text | string, args?: Args): Panel['rows'][number] => ({
    id: `${id}.${name}`,
    label: text(`row.${id}`, { tx: name, ...args }),
    value: typeof value === 'string' ? text('n', { n: value }) : value,
  });
  return [
    about('txid', shown(txidOf(transaction))),
    ...lines
      .filter(({ id }) => id.startsWith('out'))
      .map(({ value, who, change }) =>
        about(change && name !== 'T10' ? 'change' : 'pays', text('row.sat', { n: satoshi(value ?? '') }), {
          who: who ?? '',
        }),
      ),
    about('fee', text('row.rate', { n: satoshi(fee ?? ''), rate: rate ?? '' })),
  ];
}

/** A payment that spends Y's coin without Y's consent. */
const robbed = (state: Purse, params: Params): boolean =>
  params.signer !== 'owner' && NODES.some((node) => state.pool[node].some(goesOn));

/** Z has handed over the coffee, and Z's own node has a payment to Z all the same. */
const unpaid = ({ served, pool }: Purse): boolean => served && !pool.N2.some(goesOn);
const COFFEE_PAID: Property<Purse> = {
  name: 'coffee-paid',
  kind: 'always',
  judge: (state) => !unpaid(state),
  witness: () => ({ text: text('witness.coffee-paid'), actors: ['Z', 'N2'] }),
};

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
        actors: NODES.filter((node) => state.pool[node].some(goesOn)),
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
    // Of nobody else's payment is there a second one.
    ...(secondTried(params) ? [COFFEE_PAID] : []),
    {
      name: 'payment-taken',
      kind: 'sometimes',
      judge: ({ pool }) => NODES.every((node) => pool[node].some(goesOn)),
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
    ...[...new Set(state.signed.map((name) => sender(name, params)))].map((actor) => ({
      actor,
      rows: state.signed
        .filter((name) => sender(name, params) === actor)
        .flatMap((name) => rowsOf(name, params)),
    })),
    ...NODES.map((node) => ({
      actor: node,
      rows: [
        row('pool', holds(state.pool[node])),
        ...owners(params).map((who) =>
          row(
            `balance.${who}`,
            text('row.sat', {
              n: satoshi(
                String(
                  balanceOf(
                    scriptOf(who),
                    state.pool[node].map((what) => transactionOf(what, params)),
                  ),
                ),
              ),
            }),
          ),
        ),
        row('refused', saidRule(state.refused[node]?.rule ?? '–')),
      ],
    })),
  ],
  scene: (kind, state, params) => (kind === 'bytes' ? inspected(state, params) : null),
  ending(_, { state, soFar }) {
    const { refused, pool } = state;
    const rule = refused.N1?.rule ?? refused.N2?.rule ?? '';
    const taken = NODES.every((node) => pool[node].some(goesOn));
    const id =
      soFar['owner-consents'] === 'violated'
        ? 'stolen'
        : soFar['as-signed'] === 'violated'
          ? 'changed'
          : soFar['coffee-paid'] === 'violated'
            ? 'unpaid'
            : rule !== ''
              ? 'refused'
              : taken
                ? 'paid'
                : 'open';
    return {
      said: text(`transaction.end.${id}`, { rule: saidRule(rule) }),
      facts: [
        ...NODES.map((node) => ({
          id: `pool.${node}`,
          text: text('fact.pool', { node: actorName(node), list: holds(pool[node]) }),
        })),
        ...NODES.map((node) => ({
          id: `refused.${node}`,
          text: text('fact.refused', { node: actorName(node), rule: saidRule(refused[node]?.rule ?? '–') }),
        })),
      ],
    };
  },
};
